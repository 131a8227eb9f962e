import { inChunks, type SliceOptions } from '../../math/in-slices';
import { orderOf } from '../../engine/ridge-grid/order';
import type { LabelledRows, RidgeGridTask } from '../../engine/ridge-grid';
import { givenExamples, type Examples, type Given } from './examples';
import type { Batch, RidgeSearchData, RidgeSearchParameters } from './parameters';

/** A run has diverged at a residual this many times the largest target: from weights of 0, a stable one has none that is much larger. */
const FAR = 100;

export interface Combination {
  batch: Batch;
  learningRate: number;
  epochs: number;
  strength: number;
}

export interface RidgeSearchProblem {
  parameters: RidgeSearchParameters;
  given: Given;
  /** Every combination, the batch size slowest and the strength quickest. */
  combinations: readonly Combination[];
}

export function prepare(parameters: RidgeSearchParameters, data: RidgeSearchData): RidgeSearchProblem {
  const { batches, learningRates, epochs, strengths, seed } = parameters;
  const combinations = batches.flatMap((batch) =>
    learningRates.flatMap((learningRate) =>
      epochs.flatMap((count) => strengths.map((strength) => ({ batch, learningRate, epochs: count, strength }))),
    ),
  );
  return { parameters, given: givenExamples(data, seed), combinations };
}

/** Features as they are learned from: x becomes (x - mean) / deviation. */
export interface Standardizing {
  means: Float64Array;
  deviations: Float64Array;
  /** Features with one value in all training examples. */
  constant: number;
}

/** The examples, parted and standardized. */
export interface Parted {
  training: LabelledRows;
  /** Undefined where nothing is held out. */
  validation: LabelledRows | undefined;
  test: LabelledRows | undefined;
  standardizing: Standardizing;
}

/** Holds some examples out, drawn by the seed, and standardizes all by those that are left. */
export async function partedOf({ parameters, given }: RidgeSearchProblem, options: SliceOptions): Promise<Parted> {
  const { learning, test } = given;
  const { validation, seed, standardize } = parameters;
  const held = validation > 0 ? Math.min(learning.rows - 1, Math.max(1, Math.round(validation * learning.rows))) : 0;
  const order = orderOf(learning.rows, seed, 0);
  const [heldRows, rows] = [order.subarray(0, held), order.subarray(held)];
  const standardizing = await standardizingOf(learning, rows, standardize, options);
  const taken = (examples: Examples, which: Uint32Array): Promise<LabelledRows> =>
    standardized(examples, which, standardizing, options);
  return {
    training: await taken(learning, rows),
    validation: held > 0 ? await taken(learning, heldRows) : undefined,
    test:
      test &&
      (await taken(
        test,
        Uint32Array.from({ length: test.rows }, (_, row) => row),
      )),
    standardizing,
  };
}

/** Rows to a chunk, so that one takes a millisecond or so. */
const chunkOf = (columns: number) => Math.ceil(2 ** 18 / columns);

async function standardizingOf(
  { columns, design }: Examples,
  rows: Uint32Array,
  how: RidgeSearchParameters['standardize'],
  options: SliceOptions,
): Promise<Standardizing> {
  const means = new Float64Array(columns);
  const farthest = new Float64Array(columns);
  const squares = new Float64Array(columns);
  const each = (take: (value: number, j: number) => void) =>
    inChunks(
      rows.length,
      (from, to) => {
        for (const row of rows.subarray(from, to)) for (let j = 0; j < columns; j++) take(design[row * columns + j], j);
      },
      options,
      chunkOf(columns),
    );
  await each((value, j) => (means[j] += value / rows.length));
  await each((value, j) => (farthest[j] = Math.max(farthest[j], Math.abs(value - means[j]))));
  // As shares of the farthest: squares of very small numbers would be 0.
  await each((value, j) => (squares[j] += ((value - means[j]) / farthest[j]) ** 2 / rows.length));
  // What rounding leaves of a feature with one value is no deviation.
  const isConstant = (j: number) => farthest[j] <= 1e-12 * Math.abs(means[j]);
  const constant = means.reduce((count, _, j) => count + (isConstant(j) ? 1 : 0), 0);
  const deviations = new Float64Array(columns).fill(1);
  if (how === 'each')
    squares.forEach((square, j) => isConstant(j) || (deviations[j] = farthest[j] * Math.sqrt(square)));
  return { means: how === 'none' ? new Float64Array(columns) : means, deviations, constant };
}

async function standardized(
  { columns, design, targets }: Examples,
  which: Uint32Array,
  { means, deviations }: Standardizing,
  options: SliceOptions,
): Promise<LabelledRows> {
  const rows = which.length;
  const numbers = new Float64Array(rows * columns);
  const wanted = new Float64Array(rows);
  const work = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const row = which[i];
      wanted[i] = targets[row];
      for (let j = 0; j < columns; j++)
        numbers[i * columns + j] = (design[row * columns + j] - means[j]) / deviations[j];
    }
  };
  await inChunks(rows, work, options, chunkOf(columns));
  return { design: numbers, targets: wanted };
}

/** The grid as an engine trains it: combinations that differ in their epochs alone are one run. */
export function taskOf(
  { parameters, given }: RidgeSearchProblem,
  { training, validation }: Pick<Parted, 'training' | 'validation'>,
): RidgeGridTask {
  const { batches, learningRates, epochs, strengths, seed } = parameters;
  const rows = training.targets.length;
  const marks = [...new Set(epochs)].sort((a, b) => a - b);
  let largest = 1;
  for (const target of training.targets) largest = Math.max(largest, Math.abs(target));
  return {
    training,
    validation,
    columns: given.learning.columns,
    batches: batches.map((batch) => (batch === 'all' ? rows : Math.min(batch, rows))),
    learningRates,
    strengths,
    epochs: marks.at(-1)!,
    marks,
    seed,
    bound: FAR * largest,
  };
}

/** Predictions for rows, as standardized. */
export function predictionsOf({ design, targets }: LabelledRows, w: ArrayLike<number>, b: number): Float64Array {
  const columns = w.length;
  return Float64Array.from({ length: targets.length }, (_, row) => {
    let value = b;
    for (let j = 0; j < columns; j++) value += design[row * columns + j] * w[j];
    return value;
  });
}

export function meanSquareOf(rows: LabelledRows, w: ArrayLike<number>, b: number): number {
  const predicted = predictionsOf(rows, w, b);
  let sum = 0;
  predicted.forEach((value, row) => (sum += (value - rows.targets[row]) ** 2));
  return sum / predicted.length;
}

/** Weights for features as they were given, out of those for standardized ones. */
export function unstandardized(
  w: ArrayLike<number>,
  b: number,
  { means, deviations }: Standardizing,
): { w: Float64Array; b: number } {
  const own = Float64Array.from({ length: w.length }, (_, j) => w[j] / deviations[j]);
  let bias = b;
  own.forEach((weight, j) => (bias -= weight * means[j]));
  return { w: own, b: bias };
}
