// Written from the folders of src/experiments by `npm run generate`.
/** The names of all sections of words: a page may have loaded some only, and a misspelt name is still found out. */
export const SECTIONS: readonly string[] = [
  'basins',
  'bifurcation',
  'charts',
  'conv1d',
  'elements',
  'engine',
  'errorCurves',
  'factorizationStep',
  'files',
  'formula',
  'gpu',
  'histogram',
  'itemMap',
  'landscape',
  'lossCurve',
  'matrix-factorization',
  'norms',
  'operatorCard',
  'outcomes',
  'parameters',
  'player',
  'raster',
  'rateLoss',
  'rateOutcomes',
  'ratingTables',
  'ratings',
  'series',
  'taps',
  'valley',
  'wide-minima',
];

/** Loads every module that defines words. */
export const loadAllWords = () =>
  Promise.all([
    import('./load/conv1d'),
    import('./load/matrix-factorization'),
    import('./load/norms'),
    import('./load/wide-minima'),
  ]);
