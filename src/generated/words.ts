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
    Promise.all([
      import('../experiments/conv1d/experiment'),
      import('../experiments/conv1d/views'),
      import('../experiments/conv1d/element'),
    ]),
    Promise.all([
      import('../experiments/matrix-factorization/experiment'),
      import('../experiments/matrix-factorization/views'),
      import('../experiments/matrix-factorization/element'),
    ]),
    Promise.all([
      import('../experiments/norms/experiment'),
      import('../experiments/norms/views'),
      import('../elements/shell'),
    ]),
    Promise.all([
      import('../experiments/wide-minima/experiment'),
      import('../experiments/wide-minima/views'),
      import('../elements/shell'),
    ]),
  ]);
