/** The programmer's entry: classes and functions. Importing it registers nothing; `define.ts` does. */
export { GdWideMinima } from './elements/gd-wide-minima';
export { registry } from './registry';
export * from './engine/contract';
export { chooseEngine } from './engine/chooser';
export { wideMinima } from './experiments/wide-minima';
export * from './formula';
