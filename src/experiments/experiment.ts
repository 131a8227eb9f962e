import type { Engine, EngineInfo, RunOptions } from '../engine/contract';
import type { Parameter } from './parameters';

/** What every result says besides what was computed. */
export interface ResultBase<Parameters> {
  engine: EngineInfo;
  parameters: Parameters;
}

/** How large a view's picture is to be, in picture elements: views that compute one run per pixel need to know. */
export interface PictureSize {
  width: number;
  height: number;
}

export interface ViewOptions<Data> extends RunOptions {
  size: PictureSize;
  /** Called with a coarser picture before the final one, so that something stands there early. */
  onSharper?: (data: Data) => void;
}

/** A printed answer of a sheet beside what this lab computes. */
export interface Claim<Result> {
  /** The sheet and problem, e.g. `S2.P4`. */
  source: string;
  /** What the sheet claims, in our words. */
  readonly statement: string;
  /** What was computed, and whether the sheet is right; undefined where the result does not hold what is needed. */
  compute: (result: Result) => { computed: string; verdict: 'agrees' | 'imprecise' | 'differs' } | undefined;
}

/**
 * One problem of the sheets: parameters, computation, theory, printed answers. No DOM.
 *
 * `run` computes what everything else stands on; each of `views` then computes what only its picture needs, so that
 * moving one picture does not compute the others anew.
 *
 * Where a problem takes numbers that no attribute could hold, such as a signal, these are its `Data`: they come beside
 * the parameters, and take the place of what the parameters describe.
 */
export interface Experiment<
  Parameters,
  Result extends ResultBase<Parameters>,
  Computed extends { result: Result },
  Views extends object,
  Data extends object = object,
> {
  /** kebab-case; the element is `gd-` and this name. */
  name: string;
  /** In the language in force, as all that an experiment says. */
  readonly title: string;
  /** The problem in a sentence or two. */
  readonly problem: string;
  parameters: readonly Parameter[];
  /** Throws a `ParameterError` for values that are each fine but do not go together. */
  check: (parameters: Parameters, data?: Data) => void;
  run: (parameters: Parameters, engine: Engine, options: RunOptions, data?: Data) => Promise<Computed>;
  views: {
    [View in keyof Views]: (
      parameters: Parameters,
      computed: Computed,
      engine: Engine,
      options: ViewOptions<Views[View]>,
    ) => Promise<Views[View]>;
  };
  /** Views for which `run` has computed all there is: they are shown before the others are computed. */
  ready?: readonly (keyof Views & string)[];
  /** The sheet's printed answers; loaded when somebody wants to see them checked. */
  claims: () => Promise<readonly Claim<Result>[]>;
}

/** The options of a part of the work, whose progress runs from one fraction of the whole to another. */
export function part({ signal, onProgress }: RunOptions, from: number, to: number): RunOptions {
  return { signal, onProgress: (fraction) => onProgress?.(from + (to - from) * fraction) };
}
