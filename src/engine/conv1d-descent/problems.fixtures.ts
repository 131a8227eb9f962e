import { Conv1d } from '../../math/conv1d';
import { normalAt } from '../../math/noise';
import type { Conv1dDescentTask } from './task';

/** Lengths and filters of every kind: one tap, as many taps as samples, neither a multiple of anything. */
export const CONV1D_SIZES: readonly (readonly [length: number, taps: number])[] = [
  [1, 1],
  [2, 1],
  [3, 3],
  [8, 3],
  [63, 1],
  [64, 64],
  [65, 64],
  [67, 13],
  [255, 2],
  [256, 8],
  [257, 256],
  [1000, 31],
  [1023, 33],
  [4096, 15],
  [4099, 1000],
  [5003, 4096],
  [10_007, 5],
  [65_537, 17],
  [100_003, 64],
];

const normals = (seed: number, count: number) => Float64Array.from({ length: count }, (_, i) => normalAt(seed, i));
/**
 * A random problem: its residuals lie on both sides of where the Huber loss bends, and its rate is three quarters of the
 * threshold, so that no step makes an error larger. What is random is a float32 number, so that every engine starts alike.
 */
export function randomConv1d(length: number, taps: number, change: Partial<Conv1dDescentTask> = {}): Conv1dDescentTask {
  const filter = normals(1, taps).map((tap) => Math.fround(tap / Math.sqrt(taps)));
  const rate = 1.5 / (new Conv1d(filter, length).normBound() ** 2 + 0.25);
  return {
    taps: filter,
    observed: normals(2, length - taps + 1).map((b) => Math.fround(2 * b)),
    initial: normals(3, length).map(Math.fround),
    loss: 'huber',
    ridge: 0.25,
    learningRates: [Math.fround(rate)],
    iterations: 20,
    every: 0,
    bound: 1e9,
    ...change,
  };
}
