import type { Claim } from '../experiment';
import type { NormsResult } from './problem';

const SHEET_VECTOR = '0,1,0,2,3';
const TOLERANCE = 1e-12;

/** A norm of the sheet's vector; of another one there is nothing to compare. */
function value(
  statement: string,
  of: 'l0' | 'l1' | 'l2' | 'infinity',
  printed: number,
  means: string,
): Claim<NormsResult> {
  return {
    source: 'S0.Q1',
    statement,
    compute: (result) =>
      String(result.parameters.vector) !== SHEET_VECTOR
        ? undefined
        : {
            computed: `${Number(result[of].toPrecision(12))}: ${means}.`,
            verdict: Math.abs(result[of] - printed) <= TOLERANCE * printed ? 'agrees' : 'differs',
          },
  };
}

/** What the sheet says of norms, each beside what came out here. */
export const claims: readonly Claim<NormsResult>[] = [
  value(
    'The ℓ0 norm of (0, 1, 0, 2, 3) is 3.',
    'l0',
    3,
    'the number of nonzero entries. It is not a norm: doubling every entry leaves it as it is, where a norm would double',
  ),
  value('The ℓ1 norm of (0, 1, 0, 2, 3) is 6.', 'l1', 6, 'the sum of the absolute values'),
  value(
    'The ℓ2 norm of (0, 1, 0, 2, 3) is √14.',
    'l2',
    Math.sqrt(14),
    'the square root of the sum of squares, which is 14',
  ),
  value('The ℓ∞ norm of (0, 1, 0, 2, 3) is 3.', 'infinity', 3, 'the largest absolute value'),
  {
    source: 'S0.Q1',
    statement:
      'ℓ0 is best for sparse weights, ℓ1 is its convex substitute, ℓ2 keeps all weights small, ℓ∞ limits the largest.',
    compute: ({ sparsity: { l1, l2 } }) => ({
      computed: `ℓ1 made a weight exactly 0 for ${percent(l1.share)} of the random targets, ℓ2 for ${percent(l2.share)}. The sheet does not say which one norm to take for small weights; ℓ2 is the usual choice.`,
      verdict: l1.share > l2.share ? 'imprecise' : 'differs',
    }),
  },
];

const percent = (share: number) => `${Number((100 * share).toFixed(1))}\u202f%`;
