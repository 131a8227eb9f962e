/** `descent-lab/engine`: the computations without elements. Tasks and results are plain data; see `Engine`. */
export * from '../engine';
export { sparseTable, type Lists, type SparseTable, type Triplets } from '../math/sparse-table';
