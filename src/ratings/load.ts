import { RatingsError, type Ratings } from './ratings';
import type { RatingsSource } from './source';
import { syntheticRatings } from './synthetic';
import type { Work } from './work';

/** Gets the ratings of a source that needs no waiting. */
export function* load(source: RatingsSource): Work<Ratings> {
  if (source.kind === 'synthetic') return yield* syntheticRatings(source);
  if (source.kind === 'triplets') return source.ratings;
  throw new RatingsError(`ratings of kind ${source.kind} cannot be read yet`);
}
