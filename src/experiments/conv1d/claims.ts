import { Conv1d } from '../../math/conv1d';
import { conv1dClaims as say } from '../../words/claims';
import { listSign, localized } from '../../words/numbers';
import type { Claim } from '../experiment';
import type { Conv1dResult } from './run';

const number = (value: number) => localized(String(value).replace('-', '−'));
const list = (values: readonly number[]) => values.map(number).join(`${listSign()} `);
/** A few roundings of the sums that the identity compares, in float32. */
const ADJOINT_TOLERANCE = 1e-5;

/** What the sheet says, each beside what came out here. */
export const claims: readonly Claim<Conv1dResult>[] = [
  {
    source: 'S2.P5',
    get statement() {
      return say('claimZeros');
    },
    compute: ({ rows, columns, taps }) => ({
      computed: say('foundZeros', { rows, columns, dense: rows * columns, products: rows * taps }),
      verdict: taps < columns ? 'agrees' : 'imprecise',
    }),
  },
  {
    source: 'S2.P5',
    get statement() {
      return say('claimTranspose');
    },
    compute: ({ adjointError, engine }) => ({
      computed: say(engine.kind === 'webgpu' ? 'foundTransposeGPU' : 'foundTransposeCPU', {
        error: localized(adjointError.toExponential(1)),
      }),
      verdict: adjointError < ADJOINT_TOLERANCE ? 'agrees' : 'differs',
    }),
  },
  {
    source: 'S2.P5',
    get statement() {
      return say('claimFlipped');
    },
    compute: () => {
      const x = [1, -1, 2, 0.5, 0, 3, -2, 1];
      const first = (taps: number[]) => new Conv1d(taps, x.length).apply(x)[0];
      return {
        computed: say('foundFlipped', {
          filter: `(${list([0.5, -1, 0.25])})`,
          signal: `(${list([1, -1, 2])}${listSign()} …)`,
          first: number(first([0.5, -1, 0.25])),
          flipped: number(first([0.25, -1, 0.5])),
        }),
        verdict: first([0.5, -1, 0.25]) === 0.5 * x[0] - x[1] + 0.25 * x[2] ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S2.P5',
    get statement() {
      return say('claimSteps');
    },
    compute: ({ losses, learningRate, threshold, diverged }) => {
      const falls = losses.every((loss, k) => k === 0 || loss <= losses[k - 1] * (1 + 1e-5));
      const share = localized(`${((100 * learningRate) / threshold).toPrecision(3)}\u202f%`);
      const found = say('foundSteps', {
        rate: number(Number(learningRate.toPrecision(4))),
        share,
        threshold: number(Number(threshold.toPrecision(6))),
      });
      return {
        computed: `${found} ${diverged !== null ? say('lossDiverged', { step: diverged }) : falls ? say('lossFalls') : say('lossRises')}`,
        verdict: diverged === null && falls ? 'agrees' : 'imprecise',
      };
    },
  },
];
