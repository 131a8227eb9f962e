import { defineMessages, type Message } from '../../messages';
import {
  attributeOf,
  choice,
  defineParameterWords,
  integer,
  number,
  numbers,
  seed,
  type ValuesOf,
  views,
} from '../parameters';
import { optimizerList, readOptimizers } from '../parameters/optimizer';
import { schedule } from '../parameters/schedule';
import { surfaceFormula } from '../parameters/surface-formula';
import type { PlaneWindow } from '../../math/plane';
import { FLAT_START, PRESETS } from './presets';
import { shownIteration } from '../parameters/shown-iteration';

const VIEWS = ['surface', 'contours', 'basins', 'rates', 'loss', 'vectorized'] as const;
const MOST_OPTIMIZERS = 6;
const MOST_ITERATIONS = 100_000;
const anywhere = { minimum: -1e6, maximum: 1e6 };

/** An end of the window. */
const end = (axis: 'x' | 'y', side: 'from' | 'to', what: string) => ({
  label: `${axis} ${side}`,
  help: `${what}; by default it fits the function.`,
  ...anywhere,
  control: 'more' as const,
});

const say = defineMessages('surface', {
  twoVariables: 'two variables',
  below: 'a number below {attribute} (“{label}”), which is {value}',
  beyond: 'a number above {attribute} (“{label}”), which is {value}',
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
  optimizerTakes: 'a whole number below the number of optimizers, which is {count}',
  windowTakes: 'four numbers: lowest x, highest x, lowest y, highest y, each low below its high',
});

/** The defaults are a loss that is flat at the start of the sheet; what is `auto` fits any other function. */
export const parameters = [
  surfaceFormula('objective', {
    label: 'Loss',
    help: 'The function to descend, in two variables: x and y or any other two letters.',
    default: FLAT_START,
    variables: say('twoVariables'),
    example: '(1-x)^2 + 100(y-x^2)^2',
    examples: PRESETS.map(({ title, objective }) => ({ title, text: objective })),
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'The learning rate in hand. By default it fits the function.',
    default: 0.1,
    minimum: 0,
    maximum: 1e6,
    quantity: 'learning-rate',
    isLive: true,
  }).orAuto(),
  optimizerList('optimizer', {
    help: 'One or more of gd, momentum 0.9, nesterov 0.9, adagrad, rmsprop 0.9 and adam 0.9 0.999, parted by semicolons: they run side by side.',
    most: MOST_OPTIMIZERS,
  }),
  schedule('schedule'),
  numbers('start', {
    label: 'Start',
    help: 'Where the run starts that is followed. Drag it in the contours.',
    default: [-2, 2],
    count: [2, 2],
    ...anywhere,
    isLive: true,
  }).orAuto(),
  integer('starts', {
    label: 'Starts',
    help: 'How many random points of the window descent starts from.',
    default: 10_000,
    minimum: 1,
    maximum: 4_194_304,
    scale: 'log',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps each run makes.',
    default: 200,
    minimum: 1,
    maximum: MOST_ITERATIONS,
    scale: 'log',
    quantity: 'iterations',
  }),
  choice('frozen', {
    label: 'Frozen weight',
    help: 'A weight that stays as it is: descent on the other one alone.',
    default: 'none',
    choices: ['none', 'x', 'y'],
    control: 'more',
  }),
  number('xLow', { ...end('x', 'from', 'The left end of the window'), default: -4 }).orAuto(),
  number('xHigh', { ...end('x', 'to', 'The right end of the window'), default: 3 }).orAuto(),
  number('yLow', { ...end('y', 'from', 'The lower end of the window'), default: -3 }).orAuto(),
  number('yHigh', { ...end('y', 'to', 'The upper end of the window'), default: 4 }).orAuto(),
  seed('The same seed draws the same starts, on every engine.'),
  views('Which pictures are computed and shown.', VIEWS),
  integer('shownOptimizer', {
    label: 'Shown optimizer',
    help: 'Which of the optimizers the runs and the basins are of, counted from 0.',
    default: 0,
    minimum: 0,
    maximum: MOST_OPTIMIZERS - 1,
    control: 'none',
    view: ['surface', 'contours', 'basins'],
  }),
  shownIteration('The iteration at which the runs are shown.', MOST_ITERATIONS),
  number('turn', {
    label: 'Turn',
    help: 'By how many degrees the relief is turned.',
    default: 30,
    minimum: -3600,
    maximum: 3600,
    control: 'none',
    view: 'none',
  }),
  number('tilt', {
    label: 'Tilt',
    help: 'From how high the relief is seen, in degrees: 90 is from above.',
    default: 38,
    minimum: 10,
    maximum: 90,
    control: 'none',
    view: 'none',
  }),
  numbers('basinsWindow', {
    label: 'Basins shown',
    help: 'The part of the plane that the basins show: lowest and highest x, lowest and highest y.',
    default: [],
    count: [4, 4],
    allowEmpty: true,
    ...anywhere,
    control: 'none',
    view: 'basins',
  }),
] as const;

// A refusal names the other end by its label, also where no element stands.
defineParameterWords('surface', parameters);

/** What a page sets. */
export type SurfaceSettings = ValuesOf<typeof parameters>;
/** What is computed with: `auto` has become numbers. */
export type SurfaceParameters = {
  [Name in keyof SurfaceSettings]: Exclude<SurfaceSettings[Name], 'auto'>;
};

/** The window that runs start in and pictures show. */
export const windowOf = ({ xLow, xHigh, yLow, yHigh }: SurfaceParameters): PlaneWindow => ({
  x: [xLow, xHigh],
  y: [yLow, yHigh],
});

/** The part of it that the basins show. */
export function basinsWindowOf(p: SurfaceParameters): PlaneWindow {
  if (p.basinsWindow.length === 0) return windowOf(p);
  const [left, right, low, high] = p.basinsWindow;
  return { x: [left, right], y: [low, high] };
}

/** Refuses values that are each fine but do not go together. */
export function check(p: SurfaceParameters, _data: object, moved: ReadonlySet<string>): void {
  const refuse = (name: keyof SurfaceParameters, takes: Message) => {
    throw parameters.find((one) => one.name === name)!.refuse(p[name], takes);
  };
  for (const [low, high] of [
    ['xLow', 'xHigh'],
    ['yLow', 'yHigh'],
  ] as const) {
    if (Math.fround(p[low]) < Math.fround(p[high])) continue;
    const isHighToBlame = moved.has(high) && !moved.has(low);
    const [blamed, other] = isHighToBlame ? [high, low] : [low, high];
    const label = { section: 'surface', key: `${other}.label` };
    const values = { attribute: attributeOf(other), label, value: String(p[other]) };
    refuse(blamed, say(isHighToBlame ? 'beyond' : 'below', values));
  }
  const { length } = readOptimizers(p.optimizer);
  if (p.shownOptimizer >= length) refuse('shownOptimizer', say('optimizerTakes', { count: String(length) }));
  if (p.iteration > p.iterations) refuse('iteration', say('iterationTakes', { iterations: String(p.iterations) }));
  const { x, y } = basinsWindowOf(p);
  if (!(x[0] < x[1] && y[0] < y[1])) refuse('basinsWindow', say('windowTakes'));
}
