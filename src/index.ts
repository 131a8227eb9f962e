/** The programmer's entry: classes and functions. Importing it registers nothing; `define.ts` does. */
export { GdConv1d } from './elements/gd-conv1d';
export { GdMatrixFactorization } from './elements/gd-matrix-factorization';
export { GdWideMinima } from './elements/gd-wide-minima';
export { registry } from './registry';
export * from './engine/contract';
export { chooseEngine } from './engine/chooser';
export { operatorOn } from './engine/operator';
export { conv1d } from './experiments/conv1d';
export { matrixFactorization } from './experiments/matrix-factorization';
export { wideMinima } from './experiments/wide-minima';
export { Conv1d } from './math/conv1d';
export { DenseMatrix } from './math/dense-matrix';
export { boxFilter, differenceFilter, gaussianFilter } from './math/filters';
export { gradientDescent, type LeastLoss, type LinearOperator } from './math/gradient-descent';
export { losses } from './math/losses';
export { signalAt, testSignals } from './math/signals';
export * from './formula';
export { setWords, type Plural, type Words, type WordsOptions } from './words';
