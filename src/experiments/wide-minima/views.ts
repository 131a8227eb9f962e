import { type DescendTask, descend } from '../../engine/descend';
import { trace } from '../../engine/trace';
import { basins as basinsChart } from '../../charts/basins';
import { bifurcation as bifurcationChart } from '../../charts/bifurcation';
import { histogram as histogramChart } from '../../charts/histogram';
import { landscape as landscapeChart } from '../../charts/landscape';
import { outcomes as outcomesChart } from '../../charts/outcomes';
import { listOutcomes, type Outcome, type ThresholdMark } from '../../charts/outcome';
import type { Engine, RunOptions } from '../../engine/contract';
import { linearSpaced, logMidpoints, logSpaced } from '../../math/spacing';
import { startAt } from '../../math/starts';
import type { StationaryPoint } from '../../math/stationary';
import { localized } from '../../words/numbers';
import { defineWords } from '../../words/words';
import { part } from '../experiment';
import { coarseFirst, type Drawn, type PictureSize, type Ui, type View } from '../view';
import { homeOf, windowOf, type RateWindow, type WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';

const say = defineWords('wide-minima', {
  shownRate: 'Learning rate shown in the landscape',
  rate: 'rate',
  zoomToBreakUp: 'Zoom in on where the {minimum} becomes unstable',
  minimumAt: 'minimum at {place}',
  sharpMinimum: 'sharp minimum',
  wideMinimum: 'wide minimum',
});

type Input<Computed = undefined> = Drawn<Parameters, Problem, Run, Computed>;
type Computing = { problem: Problem; parameters: Parameters };

/** Names for the ways a run can end: of two minima the one with the larger curvature is the sharp one. */
export function outcomesOf(minima: readonly StationaryPoint[]): Outcome[] {
  const labelOf = ({ theta, curvature }: StationaryPoint) => {
    const place = `${Number(theta.toFixed(3)) || 0}`.replace('-', '−');
    if (minima.length !== 2 || minima[0].curvature === minima[1].curvature)
      return { label: say('minimumAt', { place: localized(place) }), name: say.inEnglish('minimumAt', { place }) };
    const isSharp = curvature === Math.max(minima[0].curvature, minima[1].curvature);
    const key = isSharp ? 'sharpMinimum' : 'wideMinimum';
    return { label: say(key), name: say.inEnglish(key) };
  };
  return listOutcomes(minima.map((minimum) => ({ theta: minimum.theta, ...labelOf(minimum) })));
}

/** What all pictures share: the outcomes, the letter of the variable, and what stands out. */
function shared({ minima, objective: { variable } }: Problem, ui: Ui<Parameters>) {
  const { highlighted, hover, pin } = ui;
  return {
    outcomes: outcomesOf(minima),
    variable: variable === 'theta' ? 'θ' : variable,
    highlighted,
    onHoverOutcome: hover,
    onPickOutcome: pin,
  };
}

/** The rate that the landscape shows. */
const shownRate = ({ selectedRate, learningRates }: Parameters) => selectedRate ?? learningRates[0];

/** The population of starts on its way, at one learning rate, and one run that is followed. */
interface Landscape {
  learningRate: number;
  /** Frames x population, the frame slowest; frame k is iteration k * every. */
  population: ArrayLike<number>;
  size: number;
  frames: number;
  every: number;
  /** The final outcome of each member. */
  outcomes: Uint8Array;
  /** The followed run, one iterate per frame; undefined while none is chosen. */
  followed?: ArrayLike<number>;
}

const POPULATION = 600;
const FRAMES = 1000;
const CURVE_POINTS = 800;

/**
 * The function with a part of the population on it, at any of its iterations (every n-th, where there are more than
 * 1,000).
 *
 * @csspart transport - the player of the population's descent: play, steps, slider
 */
const landscape: View<Parameters, Problem, Run, Landscape> = {
  title: 'The function and the runs on it',
  room: 560,
  hint: 'Each dot is one run, coloured by where it will end.',
  invitation: 'Press Play to start; click the curve to follow a single run.',
  async compute({ problem: { task }, parameters: p }, engine, options) {
    const learningRate = shownRate(p);
    const starts = { ...task.starts, count: Math.min(p.starts, POPULATION) };
    const points = Array.from({ length: starts.count }, (_, i) => startAt(starts, i));
    const every = Math.ceil(p.iterations / FRAMES);
    const run = { objective: p.objective, learningRate, iterations: p.iterations, every, bound: p.bound };
    const ends = { ...task, starts, learningRates: [learningRate], records: true };
    const { labels } = await engine.run(descend, ends, part(options, 0, 0.5));
    const population = await engine.run(trace, { ...run, starts: points }, part(options, 0.5, 0.95));
    const followed =
      p.selectedStart === null
        ? undefined
        : await engine.run(trace, { ...run, starts: [p.selectedStart] }, part(options, 0.95, 1));
    return {
      learningRate,
      population: population.iterates,
      size: starts.count,
      frames: population.frames,
      every,
      outcomes: labels!,
      followed: followed?.iterates,
    };
  },
  data({ problem, computed: view, ui }: Input<Landscape>) {
    const { value, stationary, parameters: p } = problem;
    const { low, high, iterations } = p;
    const frame = Math.min(view.frames - 1, Math.floor(ui.parameters.iteration / view.every));
    const theta = Float64Array.from({ length: view.size }, (_, i) => view.population[frame * view.size + i]);
    const followed =
      ui.parameters.selectedStart === null || !view.followed ? undefined : Float64Array.from(view.followed);
    let minimum = 0;
    return {
      ...shared(problem, ui),
      curve: curveOf(problem),
      domain: { low, high },
      stationary: stationary.map((point) => ({
        ...point,
        outcome: point.kind === 'minimum' ? minimum++ : undefined,
      })),
      population: { theta, value: theta.map(value), outcome: view.outcomes },
      trajectory: followed && { theta: followed, value: followed.map(value), upTo: frame },
      iteration: frame * view.every,
      iterations,
      learningRate: view.learningRate,
      frames: { theta: view.population, size: view.size, every: view.every },
      onPickStart: (start: number) => ui.set('selectedStart', start),
    };
  },
  chart: landscapeChart,
  tools: ({ computed: { every }, ui }) => {
    const { learningRates, iteration, iterations } = ui.parameters;
    const value = shownRate(ui.parameters);
    const options = [...new Set([...learningRates, value])];
    return [
      { kind: 'pick', parameter: 'selectedRate', label: say('rate'), title: say('shownRate'), options, value },
      { kind: 'play', parameter: 'iteration', iteration, iterations, every },
    ];
  },
};

const curves = new WeakMap<Problem, { theta: Float64Array; value: Float64Array }>();

function curveOf(problem: Problem) {
  let curve = curves.get(problem);
  if (!curve) {
    const { low, high } = problem.parameters;
    const theta = linearSpaced(low, high, CURVE_POINTS);
    curves.set(problem, (curve = { theta, value: theta.map(problem.value) }));
  }
  return curve;
}

/** Where the runs that did not diverge ended: counted already while they ran. */
const histogram: View<Parameters, Problem, Run> = {
  title: 'Where descent ended',
  room: 500,
  hint: 'One histogram for each learning rate: the share of starts that ended at each place.',
  invitation: 'Click a learning rate to see its population above.',
  data({ problem, run: { result, histogram }, ui }: Input) {
    const { minima } = problem;
    const { learningRates } = result.parameters;
    const width = histogram.bins.count + 2;
    const selected = learningRates.indexOf(shownRate(ui.parameters));
    return {
      ...shared(problem, ui),
      panels: result.runs.map((run, i) => ({
        learningRate: run.learningRate,
        total: run.starts,
        bins: histogram.bins,
        counts: Array.from({ length: minima.length + 1 }, (_, outcome) => {
          const first = (i * (minima.length + 1) + outcome) * width;
          return histogram.counts.subarray(first, first + width);
        }),
        totals: [...run.converged, run.bounded, run.diverged],
        medianIterations: run.medianIterations,
      })),
      minima: minima.map(({ theta }) => theta),
      selected: selected < 0 ? undefined : selected,
      onPick: (panel: number) => ui.set('selectedRate', learningRates[panel]),
    };
  },
  chart: histogramChart,
};

interface Outcomes {
  learningRates: Float64Array;
  /** Per outcome, the fraction of runs at each learning rate. */
  fractions: Float64Array[];
  thresholds: ThresholdMark[];
}

const SWEEP_RATES = 240;
const SWEEP_STARTS = 1000;

/** The fraction of each outcome over the learning rate, and the rates at which minima stop being reached. */
const outcomes: View<Parameters, Problem, Run, Outcomes> = {
  title: 'Outcomes over the learning rate',
  room: 400,
  hint: 'How many starts end where, at each learning rate. Dashed: 2/f″, above which no run can settle at that minimum. Measured: the largest rate at which at least 1\u202f% still do.',
  invitation: 'Click to see that rate above.',
  async compute({ problem: { task, minima }, parameters: p }, engine, options) {
    const sweep = { ...task, starts: { ...task.starts, count: Math.min(p.starts, SWEEP_STARTS) } };
    const learningRates = logSpaced(p.rateLow, p.rateHigh, SWEEP_RATES);
    const all = { ...sweep, learningRates: Array.from(learningRates) };
    const { counts } = await engine.run(descend, all, part(options, 0, 0.8));
    const kinds = minima.length + 2;
    const fractions = Array.from({ length: kinds }, (_, outcome) =>
      learningRates.map((_, i) => counts[i * kinds + outcome] / sweep.starts.count),
    );
    const measured = await measureSwitches(sweep, learningRates, fractions, engine, part(options, 0.8, 1));
    const thresholds = minima.map(({ threshold }, outcome) => ({
      outcome,
      predicted: threshold,
      measured: measured[outcome],
    }));
    return { learningRates, fractions, thresholds };
  },
  data: ({ problem, run: { result }, computed, ui }: Input<Outcomes>) => ({
    ...shared(problem, ui),
    ...computed,
    listed: result.parameters.learningRates,
    selected: shownRate(ui.parameters),
    onPick: (rate: number) => ui.set('selectedRate', rate),
  }),
  chart: outcomesChart,
};

/** A chaotic run may happen to be near a minimum when its iterations are over; one run in a hundred is no accident. */
const SHARE_THAT_COUNTS = 0.01;
const REFINE_RATES = 12;
const REFINE_ROUNDS = 3;
/** Beyond so many rates at once, one round has to do: nobody reads a hundred thresholds to five digits. */
const MANY_RATES = 150;

/**
 * For each minimum the largest learning rate at which 1 % of the population still ends in it, narrowed down between two
 * rates of the sweep; null where that never happens, or still does at the highest rate.
 */
async function measureSwitches(
  sweep: Omit<DescendTask, 'learningRates'>,
  learningRates: Float64Array,
  fractions: Float64Array[],
  engine: Engine,
  options: RunOptions,
): Promise<(number | null)[]> {
  const kinds = sweep.minima.length + 2;
  const brackets = sweep.minima.map((_, m) => {
    const last = fractions[m].findLastIndex((fraction) => fraction >= SHARE_THAT_COUNTS);
    return last < 0 || last === learningRates.length - 1
      ? null
      : ([learningRates[last], learningRates[last + 1]] as [number, number]);
  });
  const inside = ([low, high]: [number, number]) => Array.from(logSpaced(low, high, REFINE_RATES + 2)).slice(1, -1);
  for (let round = 0; round < REFINE_ROUNDS; round++) {
    // Minima of the same curvature are left at the same rate: each rate is computed once for all of them.
    const rates = [...new Set(brackets.flatMap((bracket) => (bracket ? inside(bracket) : [])))];
    if (rates.length === 0 || (round > 0 && rates.length > MANY_RATES)) break;
    const progress = part(options, round / REFINE_ROUNDS, (round + 1) / REFINE_ROUNDS);
    const { counts } = await engine.run(descend, { ...sweep, learningRates: rates }, progress);
    const rows = new Map(rates.map((rate, row) => [rate, row]));
    brackets.forEach((bracket, m) => {
      if (!bracket) return;
      const tried = inside(bracket);
      const last = tried.findLast(
        (rate) => counts[rows.get(rate)! * kinds + m] >= SHARE_THAT_COUNTS * sweep.starts.count,
      );
      if (last !== undefined) bracket[0] = last;
      bracket[1] = tried.find((rate) => rate > bracket[0]) ?? bracket[1];
    });
  }
  return brackets.map((bracket) => bracket && Math.sqrt(bracket[0] * bracket[1]));
}

/** What the two zoomable pictures share. */
function raster(
  { problem, others, ui }: Pick<Input, 'problem' | 'others' | 'ui'>,
  name: 'basinsWindow' | 'bifurcationWindow',
  imageWindow: RateWindow,
) {
  const p = ui.parameters;
  const home = homeOf(problem.parameters);
  const predicted = problem.minima.map(({ threshold }, outcome) => ({ outcome, predicted: threshold }));
  const show = (window: RateWindow) => showWindow(ui, name, window);
  return {
    ...shared(problem, ui),
    window: windowOf(p, name),
    imageWindow,
    home,
    thresholds: (others.outcomes as Outcomes | undefined)?.thresholds ?? predicted,
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
  /** One run per pixel, lowest learning rate first: its outcome and the iteration at which that stood. */
  labels: Uint8Array;
  dates: Uint32Array;
}

/** One run per pixel: start by learning rate, coarse first. */
const basins: View<Parameters, Problem, Run, Basins> = {
  title: 'Basins of attraction',
  room: 500,
  hint: 'Every pixel is one run: its start on the horizontal axis, its learning rate on the vertical one. The colour shows where the run ends; darker means slower.',
  invitation: 'Click one to follow it; zoom in where basins meet.',
  size: rasterSize,
  compute({ problem: { task }, parameters: p }: Computing, engine, options) {
    const window = windowOf(p, 'basinsWindow');
    const { low, high, rateLow, rateHigh } = window;
    return coarseFirst(options, [8, 2, 1], async ({ width, height }, progress) => {
      const starts = { sampling: 'grid' as const, count: width, low, high, seed: 0 };
      const learningRates = Array.from(logMidpoints(rateLow, rateHigh, height));
      const descent = await engine.run(descend, { ...task, starts, learningRates, records: true }, progress);
      return { window, width, height, labels: descent.labels!, dates: descent.dates! };
    });
  },
  data(input: Input<Basins>) {
    const { computed, ui } = input;
    const { selectedRate, selectedStart, iterations } = ui.parameters;
    return {
      ...raster(input, 'basinsWindow', computed.window),
      columns: computed.width,
      rows: computed.height,
      labels: computed.labels,
      dates: computed.dates,
      iterations,
      picked: selectedRate === null ? undefined : { start: selectedStart ?? undefined, learningRate: selectedRate },
      onPick: (start: number, learningRate: number) => {
        ui.set('selectedStart', start);
        ui.set('selectedRate', learningRate);
      },
    };
  },
  chart: basinsChart,
};

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
const bifurcation: View<Parameters, Problem, Run, Bifurcation> = {
  title: 'Settled, cycling or chaotic?',
  room: 500,
  hint: 'For each learning rate, the points visited in the last 64 steps. One line: settled. A fork: jumping between two points. A smear: chaos.',
  size: rasterSize,
  compute({ problem: { task }, parameters: p }: Computing, engine, options) {
    const window = windowOf(p, 'bifurcationWindow');
    const starts = { sampling: 'grid' as const, count: BIFURCATION_STARTS, low: p.low, high: p.high, seed: 0 };
    return coarseFirst(options, [8, 1], async ({ width, height }, progress) => {
      const density = { low: window.low, high: window.high, count: height, last: Math.min(LAST, p.iterations) };
      const learningRates = Array.from(logMidpoints(window.rateLow, window.rateHigh, width));
      const descent = await engine.run(descend, { ...task, starts, learningRates, density }, progress);
      return { window, columns: width, bins: height, density: descent.density! };
    });
  },
  data(input: Input<Bifurcation>) {
    const { problem, computed, ui } = input;
    const { selectedRate } = ui.parameters;
    return {
      ...raster(input, 'bifurcationWindow', computed.window),
      columns: computed.columns,
      bins: computed.bins,
      density: computed.density,
      minima: problem.minima.map(({ theta }) => theta),
      picked: selectedRate === null ? undefined : { learningRate: selectedRate },
      onPick: (_: number, learningRate: number) => ui.set('selectedRate', learningRate),
    };
  },
  chart: bifurcationChart,
  tools: ({ problem, ui }) => {
    const buttons = breakUps(problem).map(({ label, window }) => ({
      label: say('zoomToBreakUp', { minimum: label }),
      press: () => showWindow(ui, 'bifurcationWindow', window),
    }));
    return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
  },
};

/** Where to look for each minimum's break-up: around its threshold, where cycles appear and grow. */
function breakUps({ minima, parameters }: Problem): { label: string; window: RateWindow }[] {
  const { low, high, rateLow, rateHigh } = parameters;
  const labels = outcomesOf(minima);
  return minima
    .map(({ threshold }, i) => ({
      label: labels[i].label,
      window: { low, high, rateLow: threshold * 0.95, rateHigh: threshold * 1.08 },
    }))
    .filter(({ window }) => window.rateLow > rateLow && window.rateHigh < rateHigh);
}

export const views = { landscape, histogram, outcomes, basins, bifurcation };
