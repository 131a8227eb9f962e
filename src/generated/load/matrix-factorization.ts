// Written from the folders of src/experiments by `npm run generate`.
/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/matrix-factorization/experiment';
export { views } from '../../experiments/matrix-factorization/views';
export { Shell } from '../../experiments/matrix-factorization/element';
