import { describe, expect, test } from 'vitest';
import { sparseTable } from '../../math/sparse-table';
import type { Conv1dDescentTask, Conv1dTask, FactorizeTask } from '../contract';
import { cuts } from '../factorize/sample';
import { loads } from '../loads';
import { validateConv1d, validateConv1dDescent } from './validate';
import { validateFactorize } from '../factorize/validate';

const descent = (length: number, taps: number, rates: number, iterations: number): Conv1dDescentTask => ({
  taps: new Float64Array(taps).fill(1),
  observed: new Float32Array(length - taps + 1),
  initial: new Float32Array(length),
  loss: 'huber',
  ridge: 0,
  learningRates: Array.from({ length: rates }, (_, i) => 1 / (i + 1)),
  iterations,
  every: 1,
  bound: 1,
});

describe('a convolution that is cut to be timed', () => {
  const tasks = [
    descent(1024, 31, 1, 100),
    descent(1024, 31, 100, 100),
    descent(1_000_000, 8, 1, 100),
    descent(10_000, 4096, 1, 20),
    descent(3, 3, 1, 100_000),
    descent(50, 1, 1000, 1000),
  ];
  test.each(
    tasks.map(
      (task) => [task.observed.length, task.taps.length, task.learningRates.length, task.iterations, task] as const,
    ),
  )(
    '%i rows, %i taps, %i rates, %i iterations: is a task, and about as much work as was asked for',
    async (..._case) => {
      const task = _case[4];
      const [load, cut] = [loads.conv1dDescent, cuts.conv1dDescent];
      const whole = load(task).work;
      for (const work of [256, 250_000, 4_000_000, 64_000_000]) {
        const sample = cut(task, work);
        await validateConv1dDescent(sample);
        expect([sample.taps, sample.every]).toEqual([task.taps, 0]);
        // One row needs as many samples as there are taps, and one iteration is one: below that there is nothing to cut.
        const least = load({ ...task, observed: new Float32Array(1), learningRates: [1], iterations: 1 }).work;
        const wanted = Math.min(whole, work);
        expect(load(sample).work).toBeLessThanOrEqual(2 * wanted + least);
        expect(load(sample).work).toBeGreaterThanOrEqual(wanted / 2);
      }
    },
  );

  test('so is a single product, either way round', async () => {
    for (const transpose of [false, true]) {
      const task: Conv1dTask = {
        taps: new Float64Array(31),
        input: new Float64Array(100_000),
        transpose,
        repeats: 100,
      };
      const [load, cut] = [loads.conv1d, cuts.conv1d];
      for (const work of [256, 250_000]) {
        const sample = cut(task, work);
        await validateConv1d(sample);
        expect(load(sample).work).toBeLessThanOrEqual(
          work + load({ ...task, input: new Float64Array(31), repeats: 1 }).work,
        );
      }
    }
  });

  test('tasks of different sizes are of different shapes', () => {
    const shapes = [
      descent(1000, 31, 1, 100),
      descent(1000, 31, 2, 100),
      descent(1001, 31, 1, 100),
      descent(1000, 30, 1, 100),
      descent(1000, 31, 1, 99),
    ].map((task) => loads.conv1dDescent(task).shape);
    expect(new Set(shapes).size).toBe(5);
  });
});

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
    const [load, cut] = [loads.factorize, cuts.factorize];
    const alone = load({ ...task, learningRates: [1] }).work;
    for (const work of [256, 250_000, 4_000_000, 64_000_000]) {
      const sample = cut(task, work);
      expect(() => validateFactorize({ ...sample, every: 0 })).not.toThrow();
      expect([sample.rank, sample.learningRates.length, sample.every]).toEqual([task.rank, 1, 0]);
      // One row is cut no further, and one epoch is one.
      const longest = Math.max(...task.ratings.byRow.starts.map((start, i, starts) => start - (starts[i - 1] ?? 0)));
      const least = (load(sample).work / sample.epochs / sample.ratings.byRow.values.length) * longest;
      const wanted = Math.min(alone, work);
      expect(load(sample).work).toBeLessThanOrEqual(2 * wanted + 2 * least);
      expect(load(sample).work).toBeGreaterThanOrEqual(wanted / 2);
    }
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
    ].map((task) => loads.factorize(task).shape);
    expect(new Set(shapes).size).toBe(7);
  });
});
