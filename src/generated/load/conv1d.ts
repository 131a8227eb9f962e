// Written from the folders of src/experiments by `npm run generate`.
/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/conv1d/experiment';
export { views } from '../../experiments/conv1d/views';
export { Shell } from '../../experiments/conv1d/element';
