import type { ExperimentDocs } from '../docs/page';
import type { AnyExperiment } from '../experiments/experiment';

/** Something to try: text in the second person, with the attributes that set it up, if any. */
export interface Suggestion {
  text: string;
  attributes?: Readonly<Record<string, string>>;
}

/** What the lab's pages say of an experiment besides what the experiment says itself. */
export interface ExperimentPage extends ExperimentDocs {
  experiment: AnyExperiment;
  /** Experiments of one theme stand together. */
  theme: Theme;
  toTry: readonly Suggestion[];
}

/** The themes, in the order of the pages. */
export const THEMES = [
  'The learning rate',
  'Matrix-free methods',
  'Recommenders',
  'Noise',
  'Regression',
  'Losses, activations, layers',
] as const;
export type Theme = (typeof THEMES)[number];
