import { linearSpaced } from '../../math/spacing';
import type { Claim } from '../experiment';
import { DEFAULTS } from './parameters';
import { prepare, type BoxConstraintResult } from './problem';

const { thetaOf, slopeOf } = prepare(DEFAULTS);
const short = (value: number) => String(Number(value.toPrecision(12))).replace('-', '\u2212');
const isSheets = ({ parameters }: BoxConstraintResult) => parameters.lower === -1 && parameters.upper === 1;

/** The greatest relative difference between the slope and a central difference. */
function differenceOf(phis: ArrayLike<number>): number {
  const step = 1e-5;
  return Math.max(
    ...Array.from(phis, (phi) => {
      const numeric = (thetaOf(phi + step) - thetaOf(phi - step)) / (2 * step);
      return Math.abs(numeric / slopeOf(phi) - 1);
    }),
  );
}

/** What the sheet says of its box, each beside what comes out. */
export const claims: readonly Claim<BoxConstraintResult>[] = [
  {
    source: 'S0.Q3',
    statement: 'θ = 2σ(φ) − 1 keeps θ between −1 and 1, whatever φ is.',
    compute(result) {
      if (!isSheets(result)) return undefined;
      const at = [-6, 0, 6].map((phi) => short(thetaOf(phi)));
      const isInside = Array.from(linearSpaced(-30, 30, 601), thetaOf).every((theta) => Math.abs(theta) < 1);
      return {
        computed: `At φ = −6, 0 and 6, θ = ${at.join(', ')}. It is tanh(φ/2); −1 and 1 themselves are never reached, except by rounding: in double precision 2σ(φ) − 1 is exactly 1 from about φ = 37 on.`,
        verdict: isInside ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S0.Q3',
    statement: 'dθ/dφ = 2 σ(φ) (1 − σ(φ)), by which the gradient is multiplied.',
    compute(result) {
      if (!isSheets(result)) return undefined;
      const apart = differenceOf(linearSpaced(-8, 8, 161));
      return {
        computed: `It is (1 − θ²)/2, at most ${short(slopeOf(0))} (at φ = 0), and ${short(slopeOf(6))} at φ = 6. Central differences are within ${apart.toExponential(0).replace('-', '\u2212')} of it.`,
        verdict: apart < 1e-6 ? 'agrees' : 'differs',
      };
    },
  },
];
