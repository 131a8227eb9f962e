import { GdConv1d } from './elements/gd-conv1d';
import { GdMatrixFactorization } from './elements/gd-matrix-factorization';
import { GdWideMinima } from './elements/gd-wide-minima';

/** Every element of the lab: its tag and its class. Adding an experiment adds its lines here. */
export const registry = {
  'gd-wide-minima': GdWideMinima,
  'gd-conv1d': GdConv1d,
  'gd-matrix-factorization': GdMatrixFactorization,
} as const;

export { GdConv1d, GdMatrixFactorization, GdWideMinima };
export { conv1d } from './experiments/conv1d';
export { matrixFactorization } from './experiments/matrix-factorization';
export { wideMinima } from './experiments/wide-minima';
