import { Conv1d } from '../../math/conv1d';
import { countText } from '../../messages';
import type { Claim } from '../experiment';
import type { Conv1dResult } from './run';

const number = (value: number, digits = 17) => String(Number(value.toPrecision(digits))).replace('-', '\u2212');
const list = (values: readonly number[]) => values.map((value) => number(value)).join(', ');
/** A few roundings of the sums that the identity compares, in float32. */
const ADJOINT_TOLERANCE = 1e-5;

/** What the sheet says, each beside what came out here. */
export const claims: readonly Claim<Conv1dResult>[] = [
  {
    source: 'S2.P5',
    statement: 'Most of what the dense matrix multiplies by is zeros; an operator never needs to store them.',
    compute: ({ rows, columns, taps }) => ({
      computed: `The matrix has ${countText(rows)} × ${countText(columns)} entries, ${countText(rows * columns)} multiply-adds; the filter needs ${countText(rows * taps)}.`,
      verdict: taps < columns ? 'agrees' : 'imprecise',
    }),
  },
  {
    source: 'S2.P5',
    statement: 'The same line of gradient descent runs on A and A′ as objects: A′ is the transpose.',
    compute: ({ adjointError, engine }) => ({
      computed: `⟨A x, y⟩ and ⟨x, A′ y⟩ differ by ${adjointError.toExponential(1)} · |A x| |y| on the ${engine.kind === 'webgpu' ? 'GPU (float32)' : 'CPU (float64)'}.`,
      verdict: adjointError < ADJOINT_TOLERANCE ? 'agrees' : 'differs',
    }),
  },
  {
    source: 'S2.P5',
    statement: 'What learning calls a convolution is a cross-correlation: the filter is not flipped.',
    compute: () => {
      const taps = [0.5, -1, 0.25];
      const x = [1, -1, 2, 0.5, 0, 3, -2, 1];
      const first = (filter: number[]) => new Conv1d(filter, x.length).apply(x)[0];
      return {
        computed: `With the filter (${list(taps)}) on (${list(x.slice(0, 3))}, …) the first output is ${number(first(taps))}; with the filter flipped it would be ${number(first([...taps].reverse()))}.`,
        verdict: first(taps) === taps[0] * x[0] + taps[1] * x[1] + taps[2] * x[2] ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S2.P5',
    statement: 'Steps of the given size minimize the loss.',
    compute: ({ losses, learningRate, threshold, diverged }) => {
      const falls = losses.every((loss, k) => k === 0 || loss <= losses[k - 1] * (1 + 1e-5));
      const share = `${((100 * learningRate) / threshold).toPrecision(3)}\u202f%`;
      const outcome =
        diverged !== null
          ? `The loss diverged at step ${countText(diverged)}.`
          : falls
            ? 'Every step lowered the loss.'
            : 'The loss did not fall at every step.';
      return {
        computed: `The rate ${number(learningRate, 4)} is ${share} of the largest stable one, 2/(|A|² + λ) = ${number(threshold, 6)}. ${outcome}`,
        verdict: diverged === null && falls ? 'agrees' : 'imprecise',
      };
    },
  },
];
