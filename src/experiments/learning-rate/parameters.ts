import { parseObjective } from '../../formula';
import { stationaryProblem } from '../../math/one-variable';
import { defineMessages } from '../../messages';
import { defaultsOf, integer, number, numbers, type ValuesOf, views } from '../parameters';
import { formula } from '../parameters/formula';
import { optimizer, readOptimizer } from '../parameters/optimizer';
import { parseSchedule, schedule } from '../parameters/schedule';
import { isPlainDescent } from '../../math/schedules';
import { shownIteration } from '../parameters/shown-iteration';
import { selectedRate } from '../parameters/shown-rate';

const say = defineMessages('learning-rate', {
  oneVariable: 'one variable',
  startTakes: 'a number where the function and its slope have values',
  valuesTake:
    'a function with values and a slope somewhere; this one has none at the starts that were tried, so give one',
  far: 'A parabola far from 0',
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
});

const VIEWS = ['descent', 'cobweb', 'iterates', 'rates', 'table'] as const;
/** Rates and starts are no larger. */
export const LARGEST = 1e6;
const anywhere = { minimum: -LARGEST, maximum: LARGEST };
const MOST_ITERATIONS = 10_000;

const iteration = shownIteration(
  'How many of the steps the pictures show; all of them by default.',
  MOST_ITERATIONS,
).optional();

const start = number('start', {
  label: 'Start',
  help: 'Where descent starts. Drag it on the curve. By default it fits the function.',
  default: 0,
  ...anywhere,
}).orAuto();

const objective = formula('objective', {
  label: 'Function',
  help: 'The function to descend, in one variable: w, x or any other letter.',
  default: '(w-100)^2/2',
  variables: say('oneVariable'),
  example: 'x^4 - 3x^2 + x',
  examples: [{ title: say('far'), text: '(w-100)^2/2' }],
});

/** The defaults reproduce the problem as it stands in the sheet; what is `auto` fits any other function. */
export const parameters = [
  objective,
  numbers('learningRates', {
    label: 'Learning rates',
    help: 'Compared side by side; separate by spaces. Rates of 0 and below are taken too. By default they fit the function at the minimum downhill of the start.',
    default: [0.5, 1.5, 2.5],
    count: [1, 12],
    ...anywhere,
  }).orAuto(),
  start,
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps each run makes.',
    default: 20,
    minimum: 1,
    maximum: MOST_ITERATIONS,
    scale: 'log',
    quantity: 'iterations',
  }),
  optimizer('optimizer'),
  schedule('schedule'),
  views('Which pictures are shown.', VIEWS),
  selectedRate(anywhere, 'none'),
  iteration,
] as const;

export type LearningRateSettings = ValuesOf<typeof parameters>;
/** What is computed with: `auto` has become numbers. */
export type LearningRateParameters = {
  [Name in keyof LearningRateSettings]: Exclude<LearningRateSettings[Name], 'auto'>;
};

/** Refuses a function of which no start was found, which is the function's fault: the start is not given. */
export function refuseWithoutValues(text: string): never {
  throw objective.refuse(text, say('valuesTake'));
}

/** Refuses a start where there is nothing to descend, and an iteration beyond the last one. */
export function check(p: LearningRateParameters): void {
  const { value, gradient } = stationaryProblem(parseObjective(p.objective));
  if (![value(p.start), gradient(p.start)].every(Number.isFinite)) throw start.refuse(p.start, say('startTakes'));
  if (p.iteration !== null && p.iteration > p.iterations)
    throw iteration.refuse(p.iteration, say('iterationTakes', { iterations: String(p.iterations) }));
}

/** The sheet's problem. */
export const SHEET: LearningRateParameters = { ...defaultsOf(parameters), start: 0, learningRates: [0.5, 1.5, 2.5] };
/** The iterates that the sheet prints, from w1 on. */
export const PRINTED: Readonly<Record<number, readonly number[]>> = {
  0.5: [50, 75, 100, 100],
  1.5: [150, 75, 112.5, 93.75, 103.125],
  2.5: [250, -125, 687.5, -781.25],
};
/** Plain descent at a constant rate: what the sheets speak of. */
export const isPlain = (p: LearningRateParameters) =>
  isPlainDescent(readOptimizer(p.optimizer), parseSchedule(p.schedule));
/** Whether it is the sheet's run, whatever its rates. */
export const isSheets = (p: LearningRateParameters) =>
  p.objective === SHEET.objective && p.start === SHEET.start && isPlain(p);
