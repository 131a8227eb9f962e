/** `descent-lab/engine`: the computations without elements. Tasks and results are plain data; see `Engine`. */
export * from '../engine/contract';
export { sparseTable, type Lists, type SparseTable, type Triplets } from '../math/sparse-table';
export { chooseEngine, type ChosenEngine, type EnginePreference } from '../engine/chooser';
