import { defineMessages } from '../../messages';
import {
  defaultsOf,
  choice,
  integer,
  number,
  numbers,
  seed,
  vector,
  views,
  type Matrix,
  type ValuesOf,
} from '../parameters';
import { optimizer } from '../parameters/optimizer';
import { schedule } from '../parameters/schedule';
import { selectedRate } from '../parameters/shown-rate';
import { ownRates } from './algebra';
import { design, rowsOf, randomTargets } from './design';
import { shownIteration } from '../parameters/shown-iteration';

const say = defineMessages('least-squares', {
  targets: {
    one: '{count} number, one for the row of the design',
    other: '{count} numbers, one for each row of the design',
  },
  mostStarts: 'a whole number from 1 to {most}, with {columns} {columns|column|columns}',
  direction: 'a whole number from 1 to {columns}, the number of columns',
});

/** Starts times columns. */
const MOST_NUMBERS = 2 ** 24;
const targets = vector('targets', {
  label: 'Targets',
  help: 'The vector y, a number for each row of the design. auto: those of the sheet’s example for its design, else random ones.',
  default: [],
  most: 4096,
}).orAuto();
const starts = integer('starts', {
  label: 'Starts',
  help: 'How many runs there are at each learning rate.',
  default: 10_000,
  minimum: 1,
  maximum: MOST_NUMBERS,
  scale: 'log',
});
const direction = { minimum: 1, maximum: 64, control: 'more', view: 'none' } as const;
const across = integer('across', {
  label: 'Across',
  help: 'Which weight, or which eigenvector from the largest eigenvalue down, is across in the plane.',
  default: 1,
  ...direction,
});
const up = integer('up', {
  label: 'Up',
  help: 'Which weight, or which eigenvector from the largest eigenvalue down, is up in the plane.',
  default: 2,
  ...direction,
});

/** The defaults: three examples and two weights, with the eigenvalues 1 and 3. */
export const parameters = [
  design('design', {
    label: 'Design',
    help: 'The matrix X, a row for each example: 1 0; 0 1; 1 1. Or random 6 3 for six random rows of three.',
    default: [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
  }),
  targets,
  numbers('learningRates', {
    label: 'Learning rates',
    help: 'Compared side by side; separate by spaces. auto: 0.9, 0.99, 1.05 and 1.2 times the largest stable rate.',
    default: [],
    count: [1, 12],
    minimum: 0,
    above: true,
    maximum: 1e6,
  }).orAuto(),
  optimizer('optimizer'),
  schedule('schedule'),
  starts,
  number('spread', {
    label: 'Spread',
    help: 'Starts are drawn evenly from the ball of this radius around the minimizer.',
    default: 5,
    minimum: 1e-6,
    maximum: 1e6,
    control: 'more',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps each run makes.',
    default: 1000,
    minimum: 1,
    maximum: 10_000,
    scale: 'log',
    quantity: 'iterations',
  }),
  seed('What random designs and starts are drawn from.'),
  views('Which pictures are shown.', ['plane', 'modes', 'rates', 'exceptional', 'recurrence']),
  selectedRate({ minimum: 0, above: true, maximum: 1e6 }, ['plane', 'modes']),
  shownIteration('Which iteration the plane shows.', 10_000),
  choice('axes', {
    label: 'Axes of the plane',
    help: 'Two of the weights, or two eigenvectors of X′X.',
    default: 'weights',
    choices: ['weights', 'eigenvectors'],
    control: 'none',
    view: 'none',
  }),
  across,
  up,
] as const;

/** What attributes and properties hold. */
export type Given = ValuesOf<typeof parameters>;

/** The values with everything worked out that was `auto` or random. */
export interface LeastSquaresParameters extends Omit<Given, 'design' | 'targets' | 'learningRates'> {
  design: Matrix;
  targets: readonly number[];
  learningRates: readonly number[];
}

const GIVEN = defaultsOf(parameters);
/** The oracle's targets. */
const SHEET_TARGETS = [1, 2, 4];
export const SHEET_DESIGN = GIVEN.design as Matrix;

/** Draws what is random, and chooses rates that fit the design. */
export function resolve(given: object): LeastSquaresParameters {
  const p = given as Given;
  const rows = rowsOf(p.design, p.seed);
  const isSheets = String(rows) === String(SHEET_DESIGN);
  const known = p.targets !== 'auto' ? p.targets : isSheets ? SHEET_TARGETS : randomTargets(rows.length, p.seed);
  const learningRates = p.learningRates === 'auto' ? ownRates(rows, p.optimizer) : p.learningRates;
  return { ...p, design: rows, targets: known, learningRates };
}

export const DEFAULTS = resolve(GIVEN);

/** Refuses a design and targets of different lengths, more starts than there is room for, and directions that there are not. */
export function check(p: LeastSquaresParameters): void {
  const columns = p.design[0].length;
  if (p.targets.length !== p.design.length) throw targets.refuse(p.targets, say('targets', { count: p.design.length }));
  const most = Math.floor(MOST_NUMBERS / columns);
  if (p.starts > most) throw starts.refuse(p.starts, say('mostStarts', { most: String(most), columns }));
  for (const one of [across, up])
    if (columns > 1 && p[one.name] > columns) throw one.refuse(p[one.name], say('direction', { columns }));
}
