/** Tables of ratings: read from files, generated, prepared for training. */
export { prepareRatings, releaseRatings } from './client';
export { columnInWords } from './roles';
export { parseRatings, type ParseOptions } from './parse';
export { MAXIMUM_RATINGS, RatingsError, type FileColumns, type Ids, type Ratings } from './ratings';
export type {
  ColumnMapping,
  PreparedRatings,
  PrepareOptions,
  RatingsSource,
  SyntheticOptions,
  WorkOptions,
} from './source';
export { initialFactors } from './initial-factors';
export { prepare } from './prepare';
export { splitRatings, type Split } from './split';
export { syntheticRatings } from './synthetic';
export { estimateThreshold, type ThresholdOptions } from './threshold';
export { finish, type Work } from './work';
