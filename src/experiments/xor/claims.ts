import type { Claim } from '../experiment';
import { isSheets } from './parameters';
import type { XorResult } from './problem';

const short = (value: number) => String(Number(value.toPrecision(5)) || 0);

/** What the sheet derives. */
export const claims: readonly Claim<XorResult>[] = [
  {
    source: 'S3.Q2',
    statement: 'On XOR the linear model with the smallest mean square is w = (0, 0), b = ½, and every prediction is ½.',
    compute({ parameters, minimizer: { w, b, loss }, isUnique, eigenvalues }) {
      if (!isSheets(parameters)) return undefined;
      const isRight = Math.max(...w.map(Math.abs), Math.abs(b - 0.5), Math.abs(loss - 0.25)) < 1e-12 && isUnique;
      return {
        computed: `w = (${w.map(short).join(', ')}), b = ${short(b)}, with the loss ${short(loss)}. The eigenvalues of the Hessian, ${eigenvalues.map(short).join(', ')}, are all positive: there is no other minimizer.`,
        verdict: isRight ? 'agrees' : 'differs',
      };
    },
  },
];
