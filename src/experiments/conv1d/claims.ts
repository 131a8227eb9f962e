import { Conv1d } from '../../math/conv1d';
import type { Claim } from '../experiment';
import type { Conv1dResult } from './run';

const count = (value: number) => value.toLocaleString('en-US').replace(/,/g, '\u202f');
/** A few roundings of the sums that the identity compares, in float32. */
const ADJOINT_TOLERANCE = 1e-5;

/** What the sheet says, each beside what came out here. */
export const claims: readonly Claim<Conv1dResult>[] = [
  {
    source: 'S2.P5',
    statement: 'Most of what the dense matrix multiplies is zeros; an object that is applied need not form it.',
    compute: ({ rows, columns, taps }) => ({
      computed: `The matrix has ${count(rows)} × ${count(columns)} entries, ${count(rows * columns)} multiply-adds; the filter needs ${count(rows * taps)}.`,
      verdict: taps < columns ? 'agrees' : 'imprecise',
    }),
  },
  {
    source: 'S2.P5',
    statement: 'The same line of gradient descent runs on A and A′ as objects: A′ is the transpose.',
    compute: ({ adjointError, engine }) => ({
      computed: `⟨A x, y⟩ and ⟨x, A′ y⟩ differ by ${adjointError.toExponential(1)} of |A x| |y| on the ${engine.kind === 'webgpu' ? 'GPU (float32)' : 'CPU (float64)'}.`,
      verdict: adjointError < ADJOINT_TOLERANCE ? 'agrees' : 'differs',
    }),
  },
  {
    source: 'S2.P5',
    statement: 'What learning calls a convolution is a cross-correlation: the filter is not flipped.',
    compute: () => {
      const x = [1, -1, 2, 0.5, 0, 3, -2, 1];
      const first = (taps: number[]) => new Conv1d(taps, x.length).apply(x)[0];
      return {
        computed: `With the filter (0.5, −1, 0.25) on (1, −1, 2, …) the first output is ${first([0.5, -1, 0.25])}; with the filter flipped it were ${first([0.25, -1, 0.5])}.`,
        verdict: first([0.5, -1, 0.25]) === 0.5 * x[0] - x[1] + 0.25 * x[2] ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S2.P5',
    statement: 'Steps of the given size minimize the loss.',
    compute: ({ losses, learningRate, threshold, diverged }) => {
      const falls = losses.every((loss, k) => k === 0 || loss <= losses[k - 1] * (1 + 1e-5));
      const share = `${((100 * learningRate) / threshold).toPrecision(3)}\u202f%`;
      return {
        computed:
          `The rate ${Number(learningRate.toPrecision(4))} is ${share} of the largest stable one, 2/(|A|² + λ) = ${Number(threshold.toPrecision(6))}. ` +
          (diverged !== null ? `The loss diverged at step ${diverged}.` : falls ? 'Every step lowered the loss.' : 'The loss did not fall at every step.'),
        verdict: diverged === null && falls ? 'agrees' : 'imprecise',
      };
    },
  },
];
