// Written from the folders of src/experiments by `npm run generate`.
/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/stochastic-gradient/experiment';
export { views } from '../../experiments/stochastic-gradient/views';
export { Shell } from '../../experiments/stochastic-gradient/element';
