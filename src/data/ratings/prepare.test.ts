import type { FactorizeResult, FactorizeTask } from '../../engine/factorize';
import { expect, test } from 'vitest';
import { factorize } from '../../engine/cpu/factorize/kernel';
import { factorizePlan } from '../../engine/cpu/factorize/plan';
import { triplets, type Triplets } from '../../math/sparse-table';
import {
  finish,
  initialFactors,
  prepare,
  prepareRatings,
  splitRatings,
  syntheticRatings,
  type PreparedRatings,
  type PrepareOptions,
  type Ratings,
  type SyntheticOptions,
} from './index';
import { counts } from './split';

const table: SyntheticOptions = { users: 300, items: 200, observed: 30_000, rank: 3, noise: 0.1, seed: 1 };
const options: PrepareOptions = { validation: 0.1, seed: 1, rank: 3, biases: false, ridge: 0 };

function train(
  { ratings, validation, mean, initial, rank }: PreparedRatings,
  rates: number[],
  epochs: number,
  { biases, ridge } = options,
): FactorizeResult {
  const task: FactorizeTask = {
    ratings,
    validation,
    rank,
    initial,
    mean,
    biases,
    learningRates: rates,
    ridge,
    epochs,
    every: 0,
    bound: 1e9,
  };
  const collector = factorizePlan.collect(task);
  collector.add(finish(factorize.run(task, 0, rates.length)), 0);
  return collector.result({ kind: 'cpu', precision: 'float64', adapter: 'this test' });
}

test.each([1, 2, 3])('with seed %d the validation error comes within 5 % of the noise', (seed) => {
  const ratings = finish(syntheticRatings({ ...table, seed }));
  const prepared = finish(prepare(ratings, { ...options, seed }));
  const { validationErrors } = train(prepared, [0.5 * prepared.threshold], 100);
  expect(validationErrors![0] / table.noise).toBeGreaterThan(8);
  expect(validationErrors![100] / table.noise).toBeGreaterThan(0.97);
  expect(validationErrors![100] / table.noise).toBeLessThan(1.05);
});

test("the sheet's limit is 0.2, and its start is the sheet's", async () => {
  const sheet = await prepareRatings({ kind: 'sheet' }, { ...options, rank: 7, biases: true });
  expect(sheet.threshold).toBeCloseTo(0.2, 8);
  expect([sheet.rank, sheet.mean, sheet.rows, sheet.columns, sheet.observed, sheet.validation]).toEqual([
    1,
    0,
    2,
    2,
    2,
    undefined,
  ]);
  expect([...sheet.initial.u, ...sheet.initial.v]).toEqual([0.8, 1.3, 1.1, 0.9]);
  expect(train(sheet, [0.1], 1).losses[0]).toBeCloseTo(12.49165, 12);
});

const EPOCHS = 150;

/** Where training changes from not diverging to diverging, over the estimate. */
function switchOver(prepared: PreparedRatings, settings: PrepareOptions): number {
  let [low, high] = [0.25, 4];
  while (high / low > 1.04) {
    const middle = Math.sqrt(low * high);
    if (train(prepared, [middle * prepared.threshold], EPOCHS, settings).diverged[0] === null) low = middle;
    else high = middle;
  }
  return low;
}

test.each([
  ['a full table', 20, 15, 300, 3, false, 0],
  ['half a table', 20, 15, 150, 3, false, 0],
  ['half a table, with biases', 20, 15, 150, 3, true, 3.5],
  ['half a table, all ratings above 0', 20, 15, 150, 3, false, 3.5],
  ['a third of a larger one', 60, 40, 800, 3, false, 0],
  ['one of rank 1', 12, 9, 60, 1, false, 0],
  ['a larger one of few ratings, many of them of the same items', 600, 400, 8_000, 4, false, 0],
])(
  'for %s the estimated limit is within a factor of 2.5 of where training diverges, and half of it is safe',
  (_name, users, items, observed, rank, biases, mean) => {
    for (const seed of [1, 2]) {
      const ratings = finish(syntheticRatings({ users, items, observed, rank, noise: 0.1, seed }));
      const settings = { ...options, validation: 0, rank, biases, seed };
      const prepared = finish(prepare({ ...ratings, values: ratings.values.map((value) => value + mean) }, settings));
      const ratio = switchOver(prepared, settings);
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(2.5);
      // At half the limit a run comes to rest: its loss never rises once it is on its way.
      const { losses } = train(prepared, [prepared.threshold / 2], EPOCHS, settings);
      for (let epoch = 20; epoch < EPOCHS; epoch++)
        expect(losses[epoch + 1]).toBeLessThanOrEqual(losses[epoch] * (1 + 1e-9));
    }
  },
);

test('ridge bends the loss further, and ratings twice as large twice as much', () => {
  const ratings = finish(syntheticRatings(table));
  const limit = (values: Float32Array, ridge: number) =>
    finish(prepare({ ...ratings, values }, { ...options, ridge })).threshold;
  const plain = limit(ratings.values as Float32Array, 0);
  expect(2 / limit(ratings.values as Float32Array, 10)).toBeCloseTo(2 / plain + 10, 6);
  expect(limit(ratings.values.map((value) => 2 * value) as Float32Array, 0)).toBeCloseTo(plain / 2, 8);
});

const key = ({ rowOf, columnOf, values }: Triplets) =>
  Array.from(values, (value, i) => `${rowOf[i]} ${columnOf[i]} ${value}`).sort();

test('a fraction is held out at random, and the rest is trained on', () => {
  const ratings = finish(syntheticRatings(table));
  const { training, heldOut } = splitRatings(ratings, 0.2, 7);
  expect(heldOut.values.length / 30_000).toBeCloseTo(0.2, 2);
  expect([...key(training), ...key(heldOut)].sort()).toEqual(key(ratings));
  expect(key(splitRatings(ratings, 0.2, 8).heldOut)).not.toEqual(key(heldOut));
  const { ratings: trained, validation, observed } = finish(prepare(ratings, { ...options, validation: 0.2, seed: 7 }));
  expect(key(triplets(trained.byRow))).toEqual(key(training));
  expect([validation!.values.length, observed]).toEqual([heldOut.values.length, 30_000]);
});

test('what is held out does not depend on the order of ratings', () => {
  const ratings = finish(syntheticRatings(table));
  const turned: Ratings = {
    ...ratings,
    rowOf: ratings.rowOf.toReversed(),
    columnOf: ratings.columnOf.toReversed(),
    values: ratings.values.toReversed(),
  };
  expect(key(splitRatings(turned, 0.2, 7).heldOut)).toEqual(key(splitRatings(ratings, 0.2, 7).heldOut));
});

test('the last rating of nobody and nothing is held out', () => {
  const { training } = splitRatings(finish(syntheticRatings({ ...table, observed: 700 })), 0.9, 1);
  expect(Math.min(...counts(training.rowOf, 300))).toBeGreaterThan(0);
  expect(Math.min(...counts(training.columnOf, 200))).toBeGreaterThan(0);
});

test('the mean is that of what is trained on, where there are biases, and else 0', () => {
  const ratings = finish(syntheticRatings(table));
  expect(finish(prepare(ratings, options)).mean).toBe(0);
  const { mean, ratings: trained } = finish(prepare(ratings, { ...options, biases: true }));
  expect(mean).toBeCloseTo(Array.from(trained.byRow.values).reduce((a, b) => a + b) / trained.byRow.values.length, 6);
});

test.each([1, 8, 128])('with rank %d the first predictions have a tenth of the spread of the ratings', (rank) => {
  const { u, v } = finish(initialFactors(400, 400, rank, 2, 1));
  let squares = 0;
  for (let i = 0; i < 400; i++) {
    for (let j = 0; j < 400; j++) {
      let product = 0;
      for (let f = 0; f < rank; f++) product += u[i * rank + f] * v[j * rank + f];
      squares += product * product;
    }
  }
  expect(Math.sqrt(squares / 160_000)).toBeGreaterThan(0.17);
  expect(Math.sqrt(squares / 160_000)).toBeLessThan(0.23);
  expect(finish(initialFactors(400, 400, rank, 2, 1))).toEqual({ u, v });
  expect(finish(initialFactors(400, 400, rank, 2, 2))).not.toEqual({ u, v });
});

test('ratings of a program are looked through', async () => {
  const good: Ratings = {
    rows: 2,
    columns: 3,
    rowOf: Uint32Array.of(0, 1, 1),
    columnOf: Uint32Array.of(0, 0, 2),
    values: Float64Array.of(1, 2, 3),
  };
  const of = (change: Partial<Record<keyof Ratings, unknown>>) =>
    prepareRatings({ kind: 'triplets', ratings: { ...good, ...change } as Ratings }, options);
  expect((await of({})).observed).toBe(3);
  await expect(of({ rowOf: [0, 1, 1] })).rejects.toThrow('rowOf is 0,1,1; it should be a Uint32Array');
  await expect(of({ values: undefined })).rejects.toThrow(
    'values is undefined; it should be a Float32Array or a Float64Array',
  );
  await expect(of({ rowOf: Uint32Array.of(0, 2, 1) })).rejects.toThrow('rowOf[1] is 2; it should be below 2');
  await expect(of({ columnOf: Uint32Array.of(0, 2) })).rejects.toThrow(
    'columnOf.length is 2; it should be 3, as many as there are values',
  );
  await expect(of({ values: Float64Array.of(1, NaN, 3) })).rejects.toThrow(
    'values[1] is NaN; it should be a number from -1000000000 to 1000000000',
  );
  await expect(of({ columnOf: Uint32Array.of(0, 2, 2) })).rejects.toThrow(
    'entry 2 repeats entry 1: user 1 rates item 2 again',
  );
  await expect(of({ userIds: ['a'] })).rejects.toThrow('userIds.length is 1; it should be 2');
  await expect(of({ rowOf: new Uint32Array(3), columnOf: Uint32Array.of(0, 1, 2), rows: 1 })).rejects.toThrow(
    'there is only one user, 0; there should be two or more',
  );
});
