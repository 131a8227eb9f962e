import { describe, expect, test } from 'vitest';
import { orderOf } from './order';
import { randomGrid } from './problems.fixtures';
import { sampleRidgeGrid, workOf } from './sample';
import { validateRidgeGrid } from './validate';

const task = randomGrid({ rows: 20, held: 5, columns: 3, batches: [4] });

describe('an epoch’s order', () => {
  test('has every row once, another one in every epoch and for every seed, and repeats', () => {
    const orders = [orderOf(50, 1, 1), orderOf(50, 1, 2), orderOf(50, 2, 1)];
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect(new Set(orders.map((order) => order.join())).size).toBe(3);
    expect(orderOf(50, 1, 1)).toEqual(orders[0]);
  });

  test('puts every row in every place about equally often', () => {
    const counts = Array<number>(25).fill(0);
    for (let epoch = 1; epoch <= 4000; epoch++) orderOf(5, 9, epoch).forEach((row, place) => counts[5 * place + row]++);
    // 800 in each, with a standard deviation of sqrt(4000 * 0.2 * 0.8) = 25.3.
    for (const count of counts) expect(Math.abs(count - 800)).toBeLessThan(5 * 25.3);
  });
});

describe('a task', () => {
  test('as it should be is taken', () => {
    expect(() => validateRidgeGrid(task)).not.toThrow();
  });

  test.each<[string, object, string]>([
    [
      'design of another length',
      { training: { ...task.training, design: new Float64Array(7) } },
      'training.design.length is 7; it takes 60',
    ],
    [
      'no rows',
      { training: { design: new Float64Array(0), targets: new Float64Array(0) } },
      'training.targets.length is 0',
    ],
    ['a plain array', { training: { ...task.training, targets: [1, 2] } }, 'training.targets is [1, 2]'],
    ['no batch sizes', { batches: [] }, 'batches is []'],
    ['a batch of 0', { batches: [0] }, 'batches[0] is 0'],
    ['a rate that is no number', { learningRates: [0.1, NaN] }, 'learningRates[1] is NaN'],
    ['a negative ridge', { strengths: [-1] }, 'strengths[0] is -1'],
    ['too many runs', { strengths: Array(5000).fill(1) }, 'at most 4096 runs'],
    ['no epochs', { epochs: 0 }, 'epochs is 0'],
    ['marks out of order', { marks: [5, 5] }, 'marks[1] is 5; it takes a whole number from 6'],
    ['a mark behind the end', { marks: [13] }, 'marks[0] is 13'],
    ['no bound', { bound: 0 }, 'bound is 0'],
  ])('with %s is refused by name', (_, change, words) => {
    expect(() => validateRidgeGrid({ ...task, ...change })).toThrow(words);
  });

  test('is cut to about the work that is wanted, and stays valid', () => {
    const large = randomGrid({ rows: 500, held: 100, columns: 20, batches: [8, 64] });
    for (const work of [256, 10_000, 100_000, 1e9]) {
      const cut = sampleRidgeGrid(large, work);
      expect(() => validateRidgeGrid(cut)).not.toThrow();
      const wanted = Math.min(work, workOf(large));
      // At least one row, and whole epochs.
      expect(workOf(cut)).toBeLessThan(2 * wanted + 300);
      expect(workOf(cut)).toBeGreaterThan(wanted / 2);
    }
  });
});
