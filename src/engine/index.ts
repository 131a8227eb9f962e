/** The computations and the engines, for programs without elements. */
export * from './contract';
export * from './computations';
export { engineKinds, type EngineKind, type EnginePreference } from './engines';
export { chooseEngine, type ChosenEngine } from './methods';
