// Written from the folders of src/experiments by `npm run generate`.
/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/absolute-error/experiment';
export { views } from '../../experiments/absolute-error/views';
export { Shell } from '../../experiments/absolute-error/element';
