import { formatLimit } from '../../charts/kit/format';
import { rateLimit } from '../../math/optimizers';
import type { PlaneWindow } from '../../math/plane';
import { pickOptimizer } from '../optimizer-tool';
import type { Drawn, RateTool, Tool, View } from '../view';
import { outcomesOf } from './ends';
import type { SurfaceParameters } from './parameters';
import { PRESETS } from './presets';
import type { SurfaceProblem, SurfaceRun } from './problem';
import { spell } from '../../words/words';
import { holdersOf, rateSpan } from './sweep';
import { say } from './words';

/** A picture of this experiment, and what its own computation is given. */
export type Own<Computed> = View<SurfaceParameters, SurfaceProblem, SurfaceRun, Computed>;
export type Computing = { problem: SurfaceProblem; run: SurfaceRun; parameters: SurfaceParameters };
export type Input<Computed> = Drawn<SurfaceParameters, SurfaceProblem, SurfaceRun, Computed>;

const COLORS = ['--gd-accent', '--gd-rises', '--gd-falls', '--gd-rate-11', '--gd-minimum-4', '--gd-text'];

/** The colour of the optimizer number i, in every picture. */
export const optimizerColor = (i: number) => COLORS[i % COLORS.length];

/** The number of the optimizer that is shown, as far as it has run. */
export const shownOptimizer = ({ shownOptimizer }: SurfaceParameters, { ends }: SurfaceRun) =>
  Math.min(shownOptimizer, ends.length - 1);

/** What all pictures of ends share: their names and colours, and what stands out. */
export function shared({ problem, ui }: Input<unknown>) {
  const { highlighted, hover, pin } = ui;
  return { outcomes: outcomesOf(problem), highlighted, onHoverOutcome: hover, onPickOutcome: pin };
}

/** A window in which a unit is as long across as it is up, in a picture of an aspect: one side of it covers more. */
export function widened({ x, y }: PlaneWindow, aspect: number): PlaneWindow {
  const [wide, tall] = [x[1] - x[0], y[1] - y[0]];
  const unit = Math.max(wide, tall / aspect);
  const around = ([low, high]: readonly [number, number], long: number) => {
    const middle = (low + high) / 2;
    return long > high - low ? ([middle - long / 2, middle + long / 2] as const) : ([low, high] as const);
  };
  return { x: around(x, unit), y: around(y, unit * aspect) };
}

/** The slider for the learning rate, marked at the largest rate that each minimum holds runs at. */
export function rateTool({ problem, ui }: Input<unknown>): RateTool {
  const { optimizers } = problem;
  const { learningRate } = ui.parameters;
  const optimizer = optimizers[Math.min(ui.parameters.shownOptimizer, optimizers.length - 1)];
  const outcomes = outcomesOf(problem);
  const valley = problem.minima.length;
  const all = holdersOf(problem)
    .flatMap(({ curvature, outcome }) => {
      const at = rateLimit(optimizer, curvature);
      return at === undefined ? [] : [{ at, isValley: outcome === valley, outcome: outcomes[outcome] }];
    })
    .sort((a, b) => a.at - b.at);
  const marks = all.filter(({ at }, i) => i === 0 || at > 1.02 * all[i - 1].at);
  const [low, high] = rateSpan(problem);
  const zone = (rate: number) => {
    const holding = all.filter(({ at }) => at > rate * 1.02);
    const count = holding.filter(({ isValley }) => !isValley).length;
    if (count === holding.length) return say('holds', { count });
    return count === 0 ? say('valleyHolds') : say('valleyAndHold', { count });
  };
  return {
    kind: 'rate',
    parameter: 'learningRate',
    label: say('rate'),
    value: learningRate,
    low: Math.min(low, learningRate > 0 ? learningRate : low),
    high: Math.max(high, learningRate),
    scale: 'log',
    listed: { title: say('rate'), rates: [] },
    marks: marks.map(({ at, outcome }) => ({
      at,
      color: outcome.color,
      label: say('limit', { minimum: outcome.label, limit: formatLimit(at) }),
    })),
    zones:
      marks.length === 0
        ? [{ label: '' }]
        : [0, ...marks.map(({ at }) => at)].map((from, i) => ({
            label:
              i === marks.length
                ? say(all.every(({ isValley }) => isValley) ? 'valleyDoesNot' : 'noneHolds')
                : zone(from),
            color: marks[i]?.outcome.color ?? '--gd-diverged',
          })),
  };
}

/** Well-known surfaces to click, in the head of the first picture. */
export function presetTool({ ui }: Input<unknown>, view: SurfaceParameters['views'][number]): Tool[] {
  if (ui.parameters.views[0] !== view) return [];
  return [
    {
      kind: 'pick',
      parameter: 'objective',
      label: say('presets'),
      title: say('presetsTitle'),
      options: PRESETS.map(({ objective }) => objective),
      names: Object.fromEntries(PRESETS.map(({ objective, title }) => [objective, spell(title)])),
      value: ui.parameters.objective,
    },
  ];
}

/** Which of several optimizers is shown. */
export function optimizerTool({ problem: { optimizers }, ui }: Input<unknown>): Tool[] {
  const words = { label: say('runsOf'), title: say('shownOptimizer') };
  return pickOptimizer(
    optimizers.map(({ text }) => text),
    ui.parameters.shownOptimizer,
    words,
  );
}
