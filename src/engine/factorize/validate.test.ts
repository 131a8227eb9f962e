import { expect, test } from 'vitest';
import { sparseTable } from '../../math/sparse-table';
import type { FactorizeTask } from './task';
import { validateFactorize } from './validate';

const ratings = sparseTable(3, 2, {
  rowOf: Uint32Array.of(0, 2, 1),
  columnOf: Uint32Array.of(0, 1, 1),
  values: Float64Array.of(5, 4, 3),
});
const good: FactorizeTask = {
  ratings,
  validation: ratings.byRow,
  rank: 2,
  initial: { u: new Float64Array(6), v: new Float32Array(4) },
  mean: 3,
  biases: true,
  learningRates: [0.1],
  ridge: 0.01,
  epochs: 100,
  every: 10,
  bound: 1e6,
};

test('good tasks pass', () => {
  expect(() => validateFactorize(good)).not.toThrow();
  expect(() =>
    validateFactorize({ ...good, validation: undefined, biases: false, ridge: 0, epochs: 0, every: 0 }),
  ).not.toThrow();
  expect(() =>
    validateFactorize({
      ...good,
      rank: 128,
      initial: { u: new Float64Array(384), v: new Float32Array(256) },
      learningRates: Array(64).fill(0),
      epochs: 100_000,
      every: 10_000,
    }),
  ).not.toThrow();
});

const lists = ratings.byRow;
const refusals: [Partial<Record<keyof FactorizeTask, unknown>>, string][] = [
  [{ ratings: { ...ratings, rows: 0 } }, 'ratings.rows is 0; it takes a whole number from 1 to 16777216'],
  [{ ratings: { ...ratings, columns: 2 ** 25 } }, 'ratings.columns is 33554432'],
  [{ ratings: { ...ratings, rows: 4 } }, 'ratings.byRow.starts.length is 4; it takes 5, one more than there are lists'],
  [
    { ratings: { ...ratings, byRow: { ...lists, indices: [0, 1, 1] } } },
    'ratings.byRow.indices is [0, 1, 1]; it takes a Uint32Array',
  ],
  [
    { ratings: { ...ratings, byRow: { ...lists, values: [5, 4, 3] } } },
    'ratings.byRow.values is [5, 4, 3]; it takes a Float32Array or a Float64Array',
  ],
  [
    { ratings: { ...ratings, byRow: { ...lists, indices: Uint32Array.of(0) } } },
    'ratings.byRow.indices.length is 1; it takes 3, as many as there are values',
  ],
  [
    { ratings: { ...ratings, byRow: { ...lists, starts: Uint32Array.of(1, 1, 2, 3) } } },
    'ratings.byRow.starts[0] is 1; it takes 0',
  ],
  [
    { ratings: { ...ratings, byRow: { ...lists, starts: Uint32Array.of(0, 2, 1, 3) } } },
    'ratings.byRow.starts[2] is 1; it takes at least the one before it, 2',
  ],
  [
    { ratings: { ...ratings, byRow: { ...lists, starts: Uint32Array.of(0, 1, 2, 2) } } },
    'ratings.byRow.starts[3] is 2; it takes 3, the number of entries',
  ],
  [
    {
      ratings: {
        ...ratings,
        byColumn: sparseTable(3, 2, {
          rowOf: Uint32Array.of(0),
          columnOf: Uint32Array.of(0),
          values: Float64Array.of(1),
        }).byColumn,
      },
    },
    'ratings.byColumn.values.length is 1; it takes 3, as many as there are by row',
  ],
  [
    {
      ratings: sparseTable(3, 2, { rowOf: new Uint32Array(), columnOf: new Uint32Array(), values: new Float64Array() }),
    },
    'ratings.byRow.values.length is 0; it takes 1 to 33554432 entries',
  ],
  [{ validation: ratings.byColumn }, 'validation.starts.length is 3; it takes 4'],
  [{ rank: 0 }, 'rank is 0; it takes a whole number from 1 to 128'],
  [{ rank: 129 }, 'rank is 129'],
  [{ rank: 1.5 }, 'rank is 1.5'],
  [{ initial: { ...good.initial, u: new Float64Array(5) } }, 'initial.u.length is 5; it takes 6 numbers'],
  [
    { initial: { ...good.initial, v: Float64Array.of(0, NaN, 0, 0) } },
    'initial.v[1] is NaN; it takes a number from -1000000000 to 1000000000',
  ],
  [
    { initial: { ...good.initial, v: [0, 0, 0, 0] } },
    'initial.v is [0, 0, 0, 0]; it takes a Float32Array or a Float64Array',
  ],
  [{ mean: Infinity }, 'mean is Infinity'],
  [{ biases: 1 }, 'biases is 1; it takes true or false'],
  [{ learningRates: [] }, 'learningRates.length is 0; it takes 1 to 64 learning rates'],
  [{ learningRates: Array(65).fill(1) }, 'learningRates.length is 65'],
  [{ learningRates: [0.1, -0.1] }, 'learningRates[1] is -0.1'],
  [{ ridge: -1 }, 'ridge is -1'],
  [{ epochs: 100_001 }, 'epochs is 100001; it takes a whole number from 0 to 100000'],
  [{ every: -1 }, 'every is -1'],
  [
    { rank: 128, initial: { u: new Float64Array(384), v: new Float32Array(256) }, epochs: 100_000, every: 1 },
    'every is 1; it takes 0, or so much that at most 26214 iterates of 640 numbers are kept',
  ],
  [{ bound: 0 }, 'bound is 0; it takes a number above 0, at most 1e+30'],
];

test.each(refusals.map(([change, message]) => [message, change] as const))(
  'refused by name and value: %s',
  (message, change) => {
    const refused = () => validateFactorize({ ...good, ...change } as FactorizeTask);
    expect(refused).toThrow(RangeError);
    expect(refused).toThrow(message);
  },
);
