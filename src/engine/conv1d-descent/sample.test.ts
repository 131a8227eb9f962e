import { describe, expect, test } from 'vitest';
import { sampleConv1dDescent } from './sample';
import { validateConv1dDescent } from './validate';
import { conv1dDescent, type Conv1dDescentTask } from '.';

const { cost } = conv1dDescent;
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
      const whole = cost(task).work;
      for (const work of [256, 250_000, 4_000_000, 64_000_000]) {
        const sample = sampleConv1dDescent(task, work);
        await validateConv1dDescent(sample);
        expect([sample.taps, sample.every]).toEqual([task.taps, 0]);
        // One row needs as many samples as there are taps, and one iteration is one: below that there is nothing to cut.
        const least = cost({ ...task, observed: new Float32Array(1), learningRates: [1], iterations: 1 }).work;
        const wanted = Math.min(whole, work);
        expect(cost(sample).work).toBeLessThanOrEqual(2 * wanted + least);
        expect(cost(sample).work).toBeGreaterThanOrEqual(wanted / 2);
      }
    },
  );

  test('tasks of different sizes are of different shapes', () => {
    const shapes = [
      descent(1000, 31, 1, 100),
      descent(1000, 31, 2, 100),
      descent(1001, 31, 1, 100),
      descent(1000, 30, 1, 100),
      descent(1000, 31, 1, 99),
    ].map((task) => cost(task).shape);
    expect(new Set(shapes).size).toBe(5);
  });
});
