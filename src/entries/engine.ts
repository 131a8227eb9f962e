/** `descent-lab/engine`: the computations without elements. Tasks and results are plain data; see `Engine`. */
export * from '../engine/contract';
export { chooseEngine, type ChosenEngine, type EnginePreference } from '../engine/chooser';
