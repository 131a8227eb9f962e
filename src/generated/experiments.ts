// Written from the folders of src/experiments by `npm run generate`.
/** The experiments for programmers: parameters, preparation, computation. */
export { experiment as wideMinima } from '../experiments/wide-minima/experiment';
export type * from '../experiments/wide-minima/experiment';
