import { describe, expect, test } from 'vitest';
import { sparseTable } from '../../math/sparse-table';
import { sampleFactorize } from './sample';
import { validateFactorize } from './validate';
import { factorize, type FactorizeTask } from '.';

const { cost } = factorize;

/** Every `gap`th entry of a table is known. */
function factorization(
  rows: number,
  columns: number,
  gap: number,
  rank: number,
  rates: number,
  epochs: number,
): FactorizeTask {
  const places = Uint32Array.from({ length: Math.ceil((rows * columns) / gap) }, (_, i) => i * gap);
  const ratings = sparseTable(rows, columns, {
    rowOf: places.map((i) => Math.floor(i / columns)),
    columnOf: places.map((i) => i % columns),
    values: new Float32Array(places.length),
  });
  const initial = { u: new Float32Array(rows * rank), v: new Float32Array(columns * rank) };
  return {
    ratings,
    validation: ratings.byRow,
    rank,
    initial,
    mean: 0,
    biases: true,
    learningRates: Array(rates).fill(0.1),
    ridge: 0,
    epochs,
    every: 1,
    bound: 1,
  };
}

describe('a factorization that is cut to be timed', () => {
  const tasks = [
    factorization(2, 2, 1, 1, 1, 1000),
    factorization(943, 1682, 17, 16, 1, 20),
    factorization(300, 300, 10, 128, 1, 5),
    factorization(50, 60, 3, 8, 64, 100),
    factorization(1, 5000, 1, 4, 2, 1000),
  ];
  test.each(
    tasks.map(
      (task) =>
        [task.ratings.rows, task.ratings.columns, task.rank, task.learningRates.length, task.epochs, task] as const,
    ),
  )('%i x %i, rank %i, %i rates, %i epochs: is a task, and about as much work as was asked for', (..._case) => {
    const task = _case[5];
    const alone = cost({ ...task, learningRates: [1] }).work;
    for (const work of [256, 250_000, 4_000_000, 64_000_000]) {
      const sample = sampleFactorize(task, work);
      expect(() => validateFactorize({ ...sample, every: 0 })).not.toThrow();
      expect([sample.rank, sample.learningRates.length, sample.every]).toEqual([task.rank, 1, 0]);
      // One row is cut no further, and one epoch is one.
      const longest = Math.max(...task.ratings.byRow.starts.map((start, i, starts) => start - (starts[i - 1] ?? 0)));
      const least = (cost(sample).work / sample.epochs / sample.ratings.byRow.values.length) * longest;
      const wanted = Math.min(alone, work);
      expect(cost(sample).work).toBeLessThanOrEqual(2 * wanted + 2 * least);
      expect(cost(sample).work).toBeGreaterThanOrEqual(wanted / 2);
    }
  });

  test('a large table gives few of its ratings, and more epochs', () => {
    const sample = sampleFactorize(factorization(1000, 1000, 1, 4, 1, 20), 64_000_000);
    expect(sample.ratings.byRow.values.length).toBe(250_000);
    expect(sample.epochs).toBeGreaterThan(1);
  });

  test('tasks of different sizes are of different shapes', () => {
    const shapes = [
      factorization(20, 30, 2, 4, 1, 10),
      factorization(21, 30, 2, 4, 1, 10),
      factorization(20, 31, 2, 4, 1, 10),
      factorization(20, 30, 3, 4, 1, 10),
      factorization(20, 30, 2, 5, 1, 10),
      factorization(20, 30, 2, 4, 2, 10),
      factorization(20, 30, 2, 4, 1, 11),
    ].map((task) => cost(task).shape);
    expect(new Set(shapes).size).toBe(7);
  });
});
