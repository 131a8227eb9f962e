import { normalAt } from '../../math/noise';
import { popularItems } from './popularity';
import { MAXIMUM_RATINGS, MAXIMUM_SIDE, RatingsError, type Ratings } from './ratings';
import type { SyntheticOptions } from './source';
import { STREAM_TRUE_FACTORS } from './streams';
import { RATINGS_PER_STEP, share, type Work } from './work';
import { ratingsMessages as say } from './texts';
import type { Message } from '../../messages';

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
  const factors = Float64Array.from(
    { length: (users + items) * rank },
    (_, i) => size * normalAt(seed, i, STREAM_TRUE_FACTORS),
  );
  const values = new Float32Array(observed);
  for (let i = 0; i < observed; i++) {
    let value = noise * normalAt(seed, i);
    for (let f = 0, u = rowOf[i] * rank, v = (users + columnOf[i]) * rank; f < rank; f++, u++, v++)
      value += factors[u] * factors[v];
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
  if (!(noise >= 0 && noise <= 1e6)) throw refused('noise', noise, say('number', { least: '0', most: '1000000' }));
  if (observed > users * items)
    throw new RatingsError(say('tooManyObserved', { observed, items, users, most: users * items }));
}

function whole(name: string, value: number, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most))
    throw refused(name, value, say('wholeFrom', { least, most }));
}

const refused = (what: string, value: number, should: Message) =>
  new RatingsError(say('is', { what, value: String(value), should }));
