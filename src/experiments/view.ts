import type { Chart } from '../charts/kit';
import type { Engine, RunOptions } from '../engine/contract';
import { part } from './experiment';

/** How large a picture is, in picture elements: views that compute one run per pixel need to know. */
export interface PictureSize {
  width: number;
  height: number;
}

export interface ViewOptions<Computed> extends RunOptions {
  size: PictureSize;
  /** Called with a coarser picture before the final one, so that something stands there early. */
  onSharper?: (computed: Computed) => void;
}

/**
 * What a person does with an element, as its pictures see it. Pictures are drawn anew when something that they have
 * read here changes.
 */
export interface Ui<P> {
  /** The values in force, those that only pictures depend on included. */
  readonly parameters: P;
  /** What was entered and is refused, in place of which `parameters` have what was last taken. */
  readonly refused: Readonly<Partial<Record<keyof P, unknown>>>;
  /** Whether there are controls: a bare figure has no handlers. */
  readonly isInteractive: boolean;
  /** Whether a picture keeps theory, limits and printed answers back: until the reader has made a prediction. */
  readonly hidesAnswers: boolean;
  /** Whether something is being computed. */
  readonly isBusy: boolean;
  /** The number of the outcome that stands out in all pictures. */
  readonly highlighted: number | undefined;
  /** Points at an outcome; undefined ends that. */
  readonly hover: (outcome: number | undefined) => void;
  /** Picks an outcome, or lets go of it. */
  readonly pin: (outcome: number) => void;
  /** How far the way from the last iteration to the shown one has been gone while it plays, from 0 to 1; 1 while it stands. */
  readonly phase: number;
  /**
   * Moves a parameter, as a person does; what is still being typed, as long as it can be taken.
   * @returns whether it can be
   */
  readonly set: <Name extends keyof P & string>(name: Name, value: P[Name], isTyping?: boolean) => boolean;
  /** The same for one of many values on the way, as while a pointer drags: pictures hurry. */
  readonly move: <Name extends keyof P & string>(name: Name, value: P[Name]) => void;
}

/** What a picture is drawn from. */
export interface Drawn<P, Problem, Run, Computed> {
  problem: Problem;
  /** What `run` gave; the problem itself where there is no `run`. */
  run: Run;
  /** What the view's own `compute` gave. */
  computed: Computed;
  /** What other views have computed of the same run, as far as they have. */
  others: Readonly<Record<string, unknown>>;
  ui: Ui<P>;
}

/** What is played. */
export interface PlayTool {
  kind: 'play';
  parameter: string;
  iteration: number;
  iterations: number;
  /** Every `every`-th iteration is known. */
  every: number;
  /** The iteration from which on nothing is seen to move: playing ends there. */
  rests?: number;
}

/** A slider for the learning rate, with theory marked on it. */
export interface RateTool {
  kind: 'rate';
  parameter: string;
  label: string;
  value: number;
  low: number;
  high: number;
  scale: 'log' | 'linear';
  /** Rates to jump to. */
  listed: { title: string; rates: readonly number[] };
  /** Rates at which something changes. */
  marks: readonly { at: number; label: string; color?: string }[];
  /** What holds between them: one more than there are marks, from left to right. In the picture `short` stands for the label. */
  zones: readonly { label: string; short?: string; color?: string }[];
  /** What is spoken of the value in place of its zone's label: what it does here. */
  said?: string;
}

/** A control without what it says of limits. */
export const withoutAnswers = (tool: Tool): Tool =>
  tool.kind === 'rate' ? { ...tool, marks: [], zones: [{ label: '' }], said: undefined } : tool;

/** A control that belongs to one picture. */
export type Tool =
  /** Play, step and scrub over iterations 0, every, 2 every, ... */
  | PlayTool
  /** The learning rate in hand. */
  | RateTool
  /** One of a few numbers or texts; a text is called as it stands, or as `names` has it. */
  | {
      kind: 'pick';
      parameter: string;
      label: string;
      title: string;
      options: readonly (number | string)[];
      names?: Readonly<Record<string, string>>;
      value: number | string | null;
    }
  /** A slider over some numbers, ascending, with a field for exact ones. */
  | { kind: 'slider'; parameter: string; label: string; value: number; stops: readonly number[] }
  /** Buttons that each do one thing. */
  | { kind: 'buttons'; buttons: readonly { label: string; press: () => void; isDisabled?: boolean }[] }
  /** A worked example, step by step. */
  | { kind: 'steps'; parameter: string; step: number; steps: number }
  /** A slider for a ratio from 1/most to most, with the way back to 1. */
  | { kind: 'ratio'; parameter: string; label: string; symbol: string; home: string; value: number; most: number };

/**
 * One picture of an experiment.
 *
 * @template Computed what its own computation gives
 * @template Data what its chart draws
 */
export interface View<P, Problem, Run, Computed = undefined, Data = unknown> {
  title: string;
  /** How to read it. */
  hint: string;
  /** What theory is drawn, and how to read it; left out while answers are hidden. */
  theory?: string;
  /** What to do with it; left out where there are no controls. */
  invitation?: string;
  /** Computes what only this picture needs; moving it does not compute the others anew. */
  compute?: (
    input: { problem: Problem; run: Run; parameters: P },
    engine: Engine,
    options: ViewOptions<Computed>,
  ) => Promise<Computed>;
  /**
   * Stands in for `compute` until that has come: computed on the page within a frame, so of fewer runs.
   * @param run undefined until there is a first result, and then so is `run` in `data` and `tools`
   * @param last what is shown now, while a control is dragged; undefined otherwise
   */
  preview?: (input: { problem: Problem; run: Run | undefined; parameters: P }, last: Computed | undefined) => Computed;
  /**
   * What an engine adds within a tenth of a second while a control is dragged, so of a part of the runs; `compute` follows once it rests.
   * Returns what turns the picture that is shown by then into one that has it.
   */
  hurry?: (
    input: { problem: Problem; run: Run; parameters: P },
    engine: Engine,
    options: RunOptions,
  ) => Promise<(shown: Computed) => Computed>;
  /** The chart's data. */
  data: (input: Drawn<P, Problem, Run, Computed>) => Data;
  chart: Chart<Data>;
  tools?: (input: Drawn<P, Problem, Run, Computed>) => readonly Tool[];
  /** Why there is no such picture of these values, or of what was computed; undefined where there is one. */
  absent?: (input: { parameters: P; data: object; run: Run | undefined }) => string | undefined;
  /** The parameters whose fields are in the picture, or that a file chosen there may not fit: why one is refused is said there, too. */
  fields?: readonly (keyof P & string)[];
  /** The picture's size for a chart of this width, for views that compute one run per pixel. */
  size?: (width: number) => PictureSize;
  /** States measured times, so that no two pictures of it are equal. */
  measures?: true;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an element handles all of them alike
export type AnyView = View<any, any, any, any, any>;
export type Views = Readonly<Record<string, AnyView>>;

/** Computes a picture at 1/n of its size for each n, hands the coarser ones over, and returns the last. */
export async function coarseFirst<Computed>(
  options: ViewOptions<Computed>,
  coarseness: readonly number[],
  compute: (size: PictureSize, progress: RunOptions) => Promise<Computed>,
): Promise<Computed> {
  const { size, onSharper, ...progress } = options;
  const work = coarseness.map((n) => 1 / (n * n));
  const total = work.reduce((sum, w) => sum + w, 0);
  let done = 0;
  let computed!: Computed;
  for (const [i, n] of coarseness.entries()) {
    const coarse = { width: Math.max(1, Math.ceil(size.width / n)), height: Math.max(1, Math.ceil(size.height / n)) };
    const from = done / total;
    done += work[i];
    computed = await compute(coarse, part(progress, from, done / total));
    if (i < coarseness.length - 1) onSharper?.(computed);
  }
  return computed;
}
