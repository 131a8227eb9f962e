// Written from the folders of src/experiments by `npm run generate`.
/** The names of all sections of words: a page may have loaded some only, and a misspelt name is still found out. */
export const SECTIONS: readonly string[] = [
  'basins',
  'bifurcation',
  'charts',
  'conv1d',
  'conv1dClaims',
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
  'matrixFactorization',
  'matrixFactorizationClaims',
  'operatorCard',
  'outcomes',
  'parameters',
  'raster',
  'rateLoss',
  'rateOutcomes',
  'ratingTables',
  'ratings',
  'series',
  'taps',
  'valley',
  'wide-minima',
  'wideMinima',
  'wideMinimaClaims',
];

/** Loads every module that defines words. */
export const loadAllWords = () =>
  Promise.all([
    Promise.all([import('../experiments/wide-minima/experiment'), import('../experiments/wide-minima/views')]),
  ]);
