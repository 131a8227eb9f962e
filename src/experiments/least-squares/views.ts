import type { AnyView, Tool, View } from '../view';
import { shownRate } from '../parameters/shown-rate';
import { exceptional, type ExceptionalData } from './exceptional';
import { modes, type ModesData } from './modes';
import type { LeastSquaresParameters as Parameters } from './parameters';
import { plane, type PlaneData } from './plane';
import type { LeastSquaresProblem as Problem } from './problem';
import { rates, type RatesData } from './rates';
import { recurrence, type RecurrenceData } from './recurrence';
import { flowAt, sweepOf, type Flow, type LeastSquaresRun as Run, type Sweep } from './run';
import { axesTool, rateTool, type Input } from './shown';
import { say } from './words';

type Own<Computed, Data> = View<Parameters, Problem, Run, Computed, Data>;

/** A sample of the population at the rate in hand, also while it is dragged. */
const flowing = {
  compute: ({ problem, parameters }, engine, options) => flowAt(problem, parameters, engine, options),
  hurry: async ({ problem, parameters }, engine, options) => {
    const flow = await flowAt(problem, parameters, engine, options);
    return () => flow;
  },
} satisfies Pick<Own<Flow, unknown>, 'compute' | 'hurry'>;

const needsPlane: AnyView['absent'] = ({ parameters }) =>
  (parameters as Parameters).design[0].length < 2 ? say('oneColumn') : undefined;

/**
 * @csspart bar - what moves the pictures: the learning rate and the player
 * @csspart rate - the learning rate in hand, with the largest stable one marked
 */
const play = ({ problem, ui, computed }: Input<Flow>): Tool => ({
  kind: 'play',
  parameter: 'iteration',
  iteration: Math.min(ui.parameters.iteration, (computed.frames - 1) * computed.every),
  iterations: problem.parameters.iterations,
  every: computed.every,
});

const planeView: Own<Flow, PlaneData> = {
  title: 'Around the minimizer',
  hint: 'Each dot is a run, started around the minimizer. Lines are of equal loss.',
  theory:
    'Along each eigenvector the error is multiplied by its own factor, 1 − rate · λ; above 2/ρ that of the top one is below −1.',
  invitation: 'Press Play; move the learning rate.',
  ...flowing,
  data: ({ problem, computed, ui }) => ({
    problem,
    flow: computed,
    parameters: ui.parameters,
    hidesTheory: ui.hidesAnswers,
  }),
  chart: plane,
  absent: needsPlane,
  tools: (input) => [rateTool(input), play(input), axesTool(input)],
};

const modesView: Own<Flow, ModesData> = {
  title: 'Mode by mode',
  hint: 'The error along each eigenvector of X′X, measured over the runs. A power of the same factor is a straight line on this scale.',
  theory: 'It falls if the factor is between −1 and 1.',
  invitation: 'Move the learning rate.',
  ...flowing,
  data: ({ problem, computed, ui }) => ({ problem, flow: computed, hidesTheory: ui.hidesAnswers }),
  chart: modes,
  tools: (input) => [rateTool(input)],
};

const ratesView: Own<Sweep, RatesData> = {
  title: 'Which learning rates diverge',
  hint: 'Above, the share of runs that diverged. Below, by what factor a step multiplied the error over the last steps; above 1 the error grows, whether or not a run has gone beyond any bound yet.',
  invitation: 'Click, or drag the dot, to take a rate in hand.',
  compute: ({ problem }, engine, options) => sweepOf(problem, engine, options),
  data: ({ problem, computed, ui }) => ({
    problem,
    sweep: computed,
    rate: shownRate(ui.parameters),
    hidesTheory: ui.hidesAnswers,
    ...(ui.isInteractive && { onRate: (rate: number) => ui.move('selectedRate', rate) }),
  }),
  chart: rates,
  tools: (input) => [rateTool(input)],
};

const exceptionalView: Own<undefined, ExceptionalData> = {
  title: 'The exceptional start',
  hint: 'A start without a part along the top eigenvector converges under plain descent at any rate at which its own mode does: in exact arithmetic. Rounding errors have a part along it, and each step multiplies that.',
  data: ({ problem }) => ({ problem }),
  chart: exceptional,
  absent: ({ run }) => (run && !run.result.exceptional ? say('noExceptional') : undefined),
};

const recurrenceView: Own<undefined, RecurrenceData> = {
  title: 'A wrong sign',
  hint: 'One line of the sheet prints the update with a minus before rate · X′Y. That is descent for the targets −Y, and its fixed point is the minimizer with the other sign.',
  data: ({ problem, ui }) => ({ problem, parameters: ui.parameters, rate: shownRate(ui.parameters) }),
  chart: recurrence,
  absent: needsPlane,
  tools: (input) => [rateTool(input), axesTool(input)],
};

export const views = {
  plane: planeView,
  modes: modesView,
  rates: ratesView,
  exceptional: exceptionalView,
  recurrence: recurrenceView,
};
