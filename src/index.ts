/** The programmer's entry: classes and functions. Importing it registers nothing; `define.ts` does. */
export * from './companions';
export type { ExperimentEvents } from './elements/events';
export * from './generated/elements';
export * from './generated/experiments';
// The experiment. The computation of the same name, and its result, are in `descent-lab/engine`.
export { conv1d, type Conv1dResult } from './generated/experiments';
export * from './engine';
export { operatorOn } from './engine/operator';
export { Conv1d } from './math/conv1d';
export { DenseMatrix } from './math/dense-matrix';
export { boxFilter, differenceFilter, gaussianFilter } from './math/filters';
export { gradientDescent, type LeastLoss, type LinearOperator } from './math/gradient-descent';
export { losses } from './math/losses';
export { sparseTable, type Lists, type SparseTable, type Triplets } from './math/sparse-table';
export { signalAt, testSignals } from './math/signals';
export * from './formula';
export { setWords, type Plural, type Words } from './words';
