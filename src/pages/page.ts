import type { ExperimentDocs } from '../docs/page';
import type { AnyExperiment } from '../experiments/experiment';
import type { ProblemId } from './problems';

/** One step of the guided path: a few sentences in the second person about one picture. */
export interface Step {
  /** A few words: `Turn it up`. */
  title: string;
  /** What to do and what to look for. */
  text: string;
  /** The view that it is about: the page scrolls to it, and shows it beside the text. */
  view: string;
  /**
   * The attributes that set it up, everything else at its default. A step without any is about the experiment as the page
   * opens it, and has no picture of its own. `views` is only for steps whose other pictures would not apply.
   */
  attributes?: Readonly<Record<string, string>>;
}

/** A question about what an element is going to show; see `gd-task`. */
export interface PredictionTask {
  question: string;
  /** Where the answer stands in the element's result; or `answer` says it. */
  of?: string;
  answer?: string;
  /** Answers to choose from; a number is typed without them. */
  choices?: readonly string[];
  tolerance?: string;
}

/** A problem of its own, with limits hidden until its questions are answered. */
export interface Prediction {
  /** What the problem is, in a sentence or two. */
  text: string;
  attributes: Readonly<Record<string, string>>;
  tasks: readonly PredictionTask[];
}

/** What the lab's pages say of an experiment besides what the experiment says itself. */
export interface ExperimentPage extends ExperimentDocs {
  experiment: AnyExperiment;
  /** Experiments of one theme stand together. */
  theme: Theme;
  /** The problems of the sheets that it answers. */
  problems: readonly ProblemId[];
  /** One short sentence below the title; the experiment's question where it is left out. */
  lead?: string;
  /** The views that the page shows at first; a reader goes deeper from there. */
  first: readonly string[];
  /** Three to five steps that tell a story: begin with what is seen at once, end with something of the reader's own. */
  path: readonly Step[];
  /** What a reader predicts after the path. */
  prediction?: Prediction;
  /** The program for NumPy that reproduces what is shown: `numpy` of `numpy.ts` beside it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each experiment has parameters, data and a result of its own
  numpy?: (parameters: any, data?: any, result?: any) => string;
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
