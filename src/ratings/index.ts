/** Tables of ratings: read from files, generated, prepared for training. */
export { prepareRatings } from './client';
export { grouped, MAXIMUM_RATINGS, RatingsError, type Ids, type Ratings } from './ratings';
export type { ColumnMapping, PreparedRatings, PrepareOptions, RatingsSource, SyntheticOptions, WorkOptions } from './source';
