import { normalAt } from '../math/noise';
import { popularItems } from './popularity';
import { grouped, MAXIMUM_RATINGS, MAXIMUM_SIDE, RatingsError, type Ratings } from './ratings';
import type { SyntheticOptions } from './source';
import { STREAM_TRUE_FACTORS } from './streams';
import { RATINGS_PER_STEP, share, type Work } from './work';

const MAXIMUM_RANK = 128;

/**
 * Ratings of which everything is known. Who rated what follows power laws; see `popularItems`. A rating is u_i . v_j, of
 * normal deviates scaled so that this has standard deviation 1, plus normal noise. Nothing is rounded but to float32.
 *
 * @throws {RatingsError} for what cannot be had, as more ratings than the table has entries
 */
export function* syntheticRatings(options: SyntheticOptions): Work<Ratings> {
  check(options);
  const { users, items, observed, rank, noise, seed } = options;
  const { rowOf, columnOf } = yield* share(popularItems(options), 0, 0.5);
  const size = rank ** -0.25;
  const factors = Float64Array.from({ length: (users + items) * rank }, (_, i) => size * normalAt(seed, i, STREAM_TRUE_FACTORS));
  const values = new Float32Array(observed);
  for (let i = 0; i < observed; i++) {
    let value = noise * normalAt(seed, i);
    for (let f = 0, u = rowOf[i] * rank, v = (users + columnOf[i]) * rank; f < rank; f++, u++, v++) value += factors[u] * factors[v];
    values[i] = value;
    if (i % RATINGS_PER_STEP === 0) yield 0.5 + (0.5 * i) / observed;
  }
  return { rows: users, columns: items, rowOf, columnOf, values, noise, trueRank: rank };
}

function check({ users, items, observed, rank, noise, seed }: SyntheticOptions): void {
  whole('users', users, 2, MAXIMUM_SIDE);
  whole('items', items, 2, MAXIMUM_SIDE);
  whole('observed', observed, 1, MAXIMUM_RATINGS);
  whole('rank', rank, 1, MAXIMUM_RANK);
  whole('seed', seed, 0, 2 ** 32 - 1);
  if (!(noise >= 0 && noise <= 1e6)) throw new RatingsError(`noise is ${noise}; it should be a number from 0 to 1,000,000`);
  if (observed > users * items) throw new RatingsError(`there cannot be ${grouped(observed)} ratings of ${grouped(items)} items by ${grouped(users)} users: that is ${grouped(users * items)} at most`);
}

function whole(name: string, value: number, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most)) throw new RatingsError(`${name} is ${value}; it should be a whole number from ${grouped(least)} to ${grouped(most)}`);
}
