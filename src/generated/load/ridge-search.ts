// Written from the folders of src/experiments by `npm run generate`.
/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/ridge-search/experiment';
export { views } from '../../experiments/ridge-search/views';
export { Shell } from '../../experiments/ridge-search/element';
