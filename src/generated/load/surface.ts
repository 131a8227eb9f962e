// Written from the folders of src/experiments by `npm run generate`.
/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/surface/experiment';
export { views } from '../../experiments/surface/views';
export { Shell } from '../../elements/shell';
