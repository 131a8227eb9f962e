import { pointsOf, rowsOf } from '../../data/regression/content';
import { defineMessages } from '../../messages';
import type { Rows } from '../../math/matrices';
import type { ExampleFiles } from '../experiment';
import { vector } from './list';
import { LARGEST, matrix, points, type Matrix } from './matrix';

const say = defineMessages('examples', {
  targetsMissing: 'targets beside it, one for each of its rows',
  designMissing: 'a design beside it, with a row for each of its numbers',
  rowPerTarget: {
    one: 'a row for each of the targets: it has {rows}, there is {count} target',
    other: 'a row for each of the targets: it has {rows}, there are {count} targets',
  },
  targetPerRow: {
    one: 'one number for each row of the design: it has {count} number, the design {rows}',
    other: 'one number for each row of the design: it has {count} numbers, the design {rows}',
  },
  weightsTake: 'as many numbers as the model has weights, {wanted}: this one has {count}',
  rows: { one: '{count} row', other: '{count} rows' },
});

const MOST_ROWS = 1000;
const MOST_FEATURES = 16;
/** A line needs two. */
export const FEWEST_POINTS = 2;
/** How many points a picture is still clear with. */
export const MOST_POINTS = 1000;

const design = matrix('design', {
  label: 'Design',
  help: 'In the place of points: a row of features for each example. It goes with targets.',
  default: [[0]],
  rows: MOST_ROWS,
  columns: MOST_FEATURES,
  control: 'more',
}).optional();

const targets = vector('targets', {
  label: 'Targets',
  help: 'In the place of points: a number for each row of the design.',
  default: [0],
  most: MOST_ROWS,
  control: 'more',
}).optional();

/** Examples of a regression: points, or a design with targets, which take their place. */
export const examples = (home: Matrix, help: string) =>
  [
    points('points', {
      label: 'Points',
      help,
      default: home,
      numbers: 2,
      count: [FEWEST_POINTS, MOST_POINTS],
      control: 'more',
    }),
    design,
    targets,
  ] as const;

/** The weights where descent starts; make them `.orAuto()` in the list. */
export const startWeights = (help: string) =>
  vector('weights', {
    label: 'Weights',
    unit: 'w',
    help,
    default: [0],
    // One more is that of a column of ones.
    most: MOST_FEATURES + 1,
    minimum: -1e6,
    maximum: 1e6,
  });

/** Weights of 0 where none are given. */
export const weightsOr0 = (weights: readonly number[] | 'auto', { length }: ArrayLike<number>): readonly number[] =>
  weights === 'auto' ? Array<number>(length).fill(0) : weights;

/** Refuses weights that are not as many as the model has. */
export function checkWeights(
  parameter: ReturnType<typeof startWeights>,
  weights: readonly number[],
  { length }: ArrayLike<number>,
): void {
  if (weights.length !== length)
    throw parameter.refuse(weights, say('weightsTake', { wanted: String(length), count: String(weights.length) }));
}

export interface ExampleValues {
  points: Matrix;
  design: Matrix | null;
  targets: readonly number[] | null;
}

/** Refuses a design and targets that do not go together. */
export function checkExamples(p: ExampleValues, moved: ReadonlySet<string>): void {
  if (p.design === null && p.targets === null) return;
  if (p.targets === null) throw design.refuse(p.design, say('targetsMissing'));
  if (p.design === null) throw targets.refuse(p.targets, say('designMissing'));
  if (p.design.length === p.targets.length) return;
  const values = { count: p.targets.length, rows: say('rows', { count: p.design.length }) };
  throw moved.has('targets') && !moved.has('design')
    ? targets.refuse(p.targets, say('targetPerRow', values))
    : design.refuse(p.design, say('rowPerTarget', values));
}

/** The features of each example and its target. Of points the feature is x, the target y. */
export function examplesOf({ points, design, targets }: ExampleValues): {
  design: Rows;
  targets: readonly number[];
  arePoints: boolean;
} {
  if (design && targets) return { design, targets, arePoints: false };
  return { design: points.map(([x]) => [x]), targets: points.map(([, y]) => y), arePoints: true };
}

/** The number, counted from 0, of the first column that has one value, and not 0, in all of several rows; -1 where there is none. */
export const constantColumn = (design: Rows): number =>
  design.length < 2
    ? -1
    : design[0].findIndex((value, column) => value !== 0 && design.every((row) => row[column] === value));

/** Examples from files: with one feature they are points. */
export const exampleFiles: ExampleFiles = {
  mostRows: MOST_ROWS,
  mostFeatures: MOST_FEATURES,
  largest: LARGEST,
  take: (content) =>
    content.design.columns === 1
      ? { points: pointsOf(content), design: null, targets: null }
      : { design: rowsOf(content.design).map((row) => Array.from(row)), targets: Array.from(content.targets) },
};
