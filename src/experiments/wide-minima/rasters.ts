import { basins as basinsChart } from '../../charts/basins';
import { bifurcation as bifurcationChart } from '../../charts/bifurcation';
import type { Ending } from '../../math/outcomes';
import { logMidpoints } from '../../math/spacing';
import { defineWords } from '../../words/words';
import { coarseFirst, type PictureSize, type Ui, type View } from '../view';
import { shownRate } from '../parameters/shown-rate';
import { descendBy } from './descents';
import type { Outcomes } from './outcomes';
import { homeOf, windowOf, type RateWindow, type WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { rateTool } from './rate-tool';
import {
  endingInWords,
  kindsAmong,
  optimizerTool,
  outcomesOf,
  shared,
  shownMethod,
  type Computing,
  type Input,
} from './shared';

const say = defineWords('wide-minima', {
  zoomToBreakUp: 'Zoom in on where the {minimum} becomes unstable',
});

/** What the two zoomable pictures share. */
function raster(
  { problem, others, ui }: Pick<Input, 'problem' | 'others' | 'ui'>,
  name: 'basinsWindow' | 'bifurcationWindow',
  imageWindow: RateWindow,
  seen?: readonly Ending[],
) {
  const p = ui.parameters;
  const home = homeOf(problem.parameters);
  const method = shownMethod(problem, p);
  const { limits = [], name: optimizer } = problem.methods[method];
  const predicted = limits.map((predicted, outcome) => ({ outcome, optimizer, predicted }));
  const measured = others.outcomes as Outcomes | undefined;
  const thresholds = measured?.method === method ? measured.thresholds : predicted;
  const show = (window: RateWindow) => showWindow(ui, name, window);
  return {
    ...shared(problem, ui, seen),
    window: windowOf(p, name),
    imageWindow,
    home,
    thresholds: ui.hidesAnswers ? [] : thresholds,
    busy: ui.isBusy,
    onWindow: ui.isInteractive ? show : undefined,
  };
}

/** Moves a picture's window; the whole picture is the default. */
function showWindow(ui: Ui<Parameters>, name: 'basinsWindow' | 'bifurcationWindow', window: RateWindow): void {
  const numbersOf = ({ low, high, rateLow, rateHigh }: RateWindow) => [low, high, rateLow, rateHigh];
  const numbers = numbersOf(window);
  const isHome = numbersOf(homeOf(ui.parameters)).every((number, i) => number === numbers[i]);
  ui.set(name, isHome ? [] : numbers);
}

/** The size of a zoomable picture's image in a chart of this width. */
const rasterSize = (width: number): PictureSize => ({
  width: Math.min(760, Math.round(width - 70)),
  height: Math.round(Math.min(400, Math.max(260, width * 0.5))),
});

interface Basins {
  window: RateWindow;
  width: number;
  height: number;
  /** One run per pixel, lowest learning rate first: its kind of ending, its ending, and the iteration at which that stood. */
  outcomes: Uint8Array;
  labels: Uint16Array;
  dates: Uint32Array;
  endings: readonly Ending[];
  seen: readonly Ending[];
}

/** One run per pixel: start by learning rate, coarse first. */
export const basins: View<Parameters, Problem, Run, Basins> = {
  title: 'Basins of attraction',
  hint: 'Every pixel is one run: its start on the horizontal axis, its learning rate on the vertical one. The colour shows where the run ends; faint means quick.',
  invitation: 'Click one to follow it; zoom in where basins meet.',
  size: rasterSize,
  compute({ problem, parameters: p }: Computing, engine, options) {
    const { task } = problem;
    const window = windowOf(p, 'basinsWindow');
    const { low, high, rateLow, rateHigh } = window;
    return coarseFirst(options, [8, 2, 1], async ({ width, height }, progress) => {
      const starts = { sampling: 'grid' as const, count: width, low, high, seed: 0 };
      const learningRates = Array.from(logMidpoints(rateLow, rateHigh, height));
      const all = { ...task, starts, learningRates, records: true };
      const descent = await descendBy(problem.methods[shownMethod(problem, p)], all, engine, progress);
      const { endings } = descent;
      const [labels, dates] = [descent.labels!, descent.dates!];
      return { window, width, height, labels, dates, endings, ...kindsAmong(problem, endings, labels) };
    });
  },
  data(input: Input<Basins>) {
    const { problem, computed, ui } = input;
    const { labels, endings } = computed;
    const { selectedStart, iterations } = ui.parameters;
    return {
      ...raster(input, 'basinsWindow', computed.window, computed.seen),
      columns: computed.width,
      rows: computed.height,
      labels: computed.outcomes,
      ending: (pixel: number) => endingInWords(problem, endings[labels[pixel]]),
      dates: computed.dates,
      iterations,
      picked: inHandIn(ui, selectedStart ?? undefined),
      onRate: (rate: number) => ui.move('selectedRate', rate),
      onPick: (start: number, learningRate: number) => {
        ui.set('selectedStart', Number(start.toPrecision(4)));
        ui.set('selectedRate', Number(learningRate.toPrecision(4)));
      },
    };
  },
  chart: basinsChart,
  tools: ({ problem, ui }) => [rateTool(problem, ui.parameters), ...optimizerTool({ problem, ui })],
};

/** The rate in hand, where it can be moved or was chosen. */
function inHandIn({ parameters, isInteractive }: Input['ui'], start?: number) {
  if (!isInteractive && parameters.selectedRate === null) return undefined;
  return { start, learningRate: shownRate(parameters) };
}

interface Bifurcation {
  window: RateWindow;
  columns: number;
  bins: number;
  /** Columns x (bins + 2): how often the last iterates fell into each bin. */
  density: Uint32Array;
}

const LAST = 64;
const BIFURCATION_STARTS = 48;

/** The density of the last iterates over the learning rate, coarse first. */
export const bifurcation: View<Parameters, Problem, Run, Bifurcation> = {
  title: 'Settled, cycling or chaotic?',
  hint: 'For each learning rate, the points visited in the last 64 steps. One line: settled. A fork: jumping between two points. A smear: chaos.',
  size: rasterSize,
  compute({ problem, parameters: p }: Computing, engine, options) {
    const { task } = problem;
    const window = windowOf(p, 'bifurcationWindow');
    const starts = { sampling: 'grid' as const, count: BIFURCATION_STARTS, low: p.low, high: p.high, seed: 0 };
    return coarseFirst(options, [8, 1], async ({ width, height }, progress) => {
      const density = { low: window.low, high: window.high, count: height, last: Math.min(LAST, p.iterations) };
      const learningRates = Array.from(logMidpoints(window.rateLow, window.rateHigh, width));
      const all = { ...task, starts, learningRates, density };
      const descent = await descendBy(problem.methods[shownMethod(problem, p)], all, engine, progress);
      return { window, columns: width, bins: height, density: descent.density! };
    });
  },
  data(input: Input<Bifurcation>) {
    const { problem, computed, ui } = input;
    return {
      ...raster(input, 'bifurcationWindow', computed.window),
      columns: computed.columns,
      bins: computed.bins,
      density: computed.density,
      minima: problem.minima.map(({ theta }) => theta),
      picked: inHandIn(ui),
      onRate: (rate: number) => ui.move('selectedRate', rate),
      onPick: (_: number, learningRate: number) => ui.set('selectedRate', Number(learningRate.toPrecision(4))),
    };
  },
  chart: bifurcationChart,
  tools: ({ problem, ui }) => {
    const buttons = breakUps(problem, shownMethod(problem, ui.parameters)).map(({ label, window }) => ({
      label: say('zoomToBreakUp', { minimum: label }),
      press: () => showWindow(ui, 'bifurcationWindow', window),
    }));
    const tools = [rateTool(problem, ui.parameters), ...optimizerTool({ problem, ui })];
    return buttons.length > 0 && !ui.hidesAnswers ? [...tools, { kind: 'buttons', buttons }] : tools;
  },
};

/** Where to look for each minimum's break-up: around its threshold, where cycles appear and grow. */
function breakUps(problem: Problem, method: number): { label: string; window: RateWindow }[] {
  const { methods, parameters } = problem;
  const { low, high, rateLow, rateHigh } = parameters;
  const labels = outcomesOf(problem);
  return (methods[method].limits ?? [])
    .map((limit, i) => ({
      label: labels[i].label,
      window: { low, high, rateLow: limit * 0.95, rateHigh: limit * 1.08 },
    }))
    .filter(({ window }) => window.rateLow > rateLow && window.rateHigh < rateHigh);
}
