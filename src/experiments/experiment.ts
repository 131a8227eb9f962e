import type { RegressionContent } from '../data/regression/content';
import type { Engine, EngineInfo, RunOptions } from '../engine/contract';
import type { Audit } from '../engine/population';
import type { Message } from '../messages';
import type { AnyParameter } from './parameters';

/** A printed answer of a sheet beside what this lab computes. In English: the lab's own pages show it. */
export interface Claim<Result> {
  /** The sheet and problem, e.g. `S2.P4`. */
  source: string;
  /** The sheet's statement, in our words. */
  statement: string;
  /** The computed answer and whether the sheet is right; undefined where the result does not hold what it takes. */
  compute: (result: Result) => { computed: string; verdict: Verdict } | undefined;
}

export type Verdict = 'agrees' | 'imprecise' | 'differs';

/** A property that takes data which no attribute can hold, such as a signal or a file. */
export interface DataProperty {
  name: string;
  help: string;
  /** Its type in TypeScript. */
  typescript: string;
}

/** Examples of one's own, features and targets, from files that are chosen or dropped: CSV, or NumPy's arrays. */
export interface ExampleFiles {
  mostRows: number;
  /** 1 where the examples are points: then one column of a table is x, and one is y. */
  mostFeatures: number;
  /** Numbers beyond this one and its negative are refused. */
  largest: number;
  /** What the content becomes: values of parameters and data properties, `undefined` for those that go. */
  take: (content: RegressionContent) => Readonly<Record<string, unknown>>;
}

/** What a problem is prepared from. */
export interface Given<P, Data> {
  parameters: P;
  data: Data;
}

/**
 * One problem of the sheets: parameters, preparation, theory, printed answers. No DOM.
 *
 * Without `run` it computes at once, while a pointer drags, and its problem holds the result. Its texts are English; a
 * translation addresses them by the experiment's name and derived keys (`wide-minima`: `starts.label`).
 *
 * @template P the values of its parameters
 * @template Problem everything that is worked out of them once: parsed formulas, compiled functions, data
 * @template Run what `run` gives, with the result in it; without `run`, the problem
 */
export interface Experiment<P, Problem, Run extends { result: object }, Data extends object = object> {
  /** kebab-case; the element is `gd-` and this name. */
  name: string;
  title: string;
  /** The question it answers, in a sentence or two. */
  question: string;
  parameters: readonly AnyParameter[];
  data?: readonly DataProperty[];
  /** Data of one's own from files; `element.ts` then exports `ShellWithFiles` as its `Shell`. */
  files?: ExampleFiles;
  /** Works out the values of parameters that are `auto`, so that all else has numbers. */
  resolve?(given: object): P;
  /**
   * Refuses values that are each fine but do not go together.
   * @param moved the parameters that have changed since the last check: one of them is to be blamed
   * @throws {ParameterError}
   */
  check?: (parameters: P, data: Data, moved: ReadonlySet<string>) => void;
  /** Other parameters that move with one that a person moves. */
  follow?: (name: string, value: unknown, parameters: P) => Partial<P>;
  /** Parameters that the data decide: their values, and why their controls cannot be moved. */
  decided?: (parameters: P, data: Data) => Record<string, { value: unknown; help: Message }>;
  /** Works out once what the computation and the pictures need. @throws {ParameterError} */
  prepare: (parameters: P, data: Data) => Problem;
  /** Computes on an engine; left out where there is nothing heavy to compute. */
  run?: (problem: Problem, engine: Engine, options: RunOptions) => Promise<Run>;
  /**
   * Computes a sample of the runs on two engines and counts those whose ends differ: what float32 changes, asked for by a person.
   * Left out where no runs are told by how they end.
   */
  audit?: (problem: Problem, engine: Engine, reference: Engine, options: RunOptions) => Promise<Audit>;
  /** The formula at the head, as MathML. */
  head?: (parameters: P) => string;
  /** The sheet's printed answers, loaded when somebody wants them checked. */
  claims?: () => Promise<readonly Claim<Run['result']>[]>;
}

/** An experiment whatever its types are. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an element handles all of them alike
export type AnyExperiment = Experiment<any, any, any, any>;

/** What every result of a computation says besides what was computed. */
export interface ResultBase<Parameters> {
  engine: EngineInfo;
  parameters: Parameters;
}

/** The options of a part of the work, whose progress runs from one fraction of the whole to another. */
export function part({ onProgress, ...options }: RunOptions, from: number, to: number): RunOptions {
  return { ...options, onProgress: (fraction) => onProgress?.(from + (to - from) * fraction) };
}
