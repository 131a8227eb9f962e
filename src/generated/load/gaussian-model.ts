// Written from the folders of src/experiments by `npm run generate`.
/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/gaussian-model/experiment';
export { views } from '../../experiments/gaussian-model/views';
export { Shell } from '../../experiments/gaussian-model/element';
