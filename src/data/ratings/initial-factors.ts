import { normalAt } from '../../math/noise';
import { STREAM_INITIAL } from './streams';
import { RATINGS_PER_STEP, type Work } from './work';

/**
 * Initial predictions have this fraction of the size that the ratings ask for: near the saddle at 0, where every rating
 * is predicted alike and nothing tells the directions apart, but not so near that the first epochs are spent on leaving it.
 */
const FRACTION_OF_SPREAD = 0.1;

/**
 * Factors to begin with: normal deviates of a seed, scaled so that predictions u . v have a tenth of the standard
 * deviation `spread`. Rounded to float32, so that every engine starts from the very same ones.
 */
export function* initialFactors(
  rows: number,
  columns: number,
  rank: number,
  spread: number,
  seed: number,
): Work<{ u: Float32Array; v: Float32Array }> {
  // A sum of `rank` products of two deviates of size s has the standard deviation sqrt(rank) s^2.
  const size = Math.sqrt((FRACTION_OF_SPREAD * (spread || 1)) / Math.sqrt(rank));
  const u = new Float32Array(rows * rank);
  const v = new Float32Array(columns * rank);
  const total = u.length + v.length;
  for (let i = 0; i < total; i++) {
    const value = size * normalAt(seed, i, STREAM_INITIAL);
    if (i < u.length) u[i] = value;
    else v[i - u.length] = value;
    if (i % RATINGS_PER_STEP === 0) yield i / total;
  }
  return { u, v };
}
