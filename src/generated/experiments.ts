// Written from the folders of src/experiments by `npm run generate`.
/** The experiments for programmers: parameters, preparation, computation. */
export { experiment as conv1d } from '../experiments/conv1d/experiment';
export type * from '../experiments/conv1d/experiment';
export { experiment as norms } from '../experiments/norms/experiment';
export type * from '../experiments/norms/experiment';
export { experiment as wideMinima } from '../experiments/wide-minima/experiment';
export type * from '../experiments/wide-minima/experiment';
