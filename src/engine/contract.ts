/**
 * What a heavy computation is, and what runs it. An experiment knows this file and the folders of the computations, and
 * no engine.
 *
 * Tasks are plain data (they travel to workers as they are), results are plain data (typed arrays and numbers).
 * The same task on the same engine gives the same result, bit for bit.
 */

import { CodedError } from '../messages';

/** Where a result was computed. */
export interface EngineInfo {
  /** The engine's name in `engines.ts`, e.g. `webgpu` or `cpu`. */
  kind: string;
  /** The number format that the engine computes in. */
  precision: 'float32' | 'float64';
  /** The adapter in words, e.g. `google swiftshader` or `2 workers, float64`. */
  adapter: string;
  /** How many workers compute, of an engine that has some; 0 where the page itself does. */
  workers?: number;
}

/** What every computation takes besides its task. */
export interface RunOptions {
  /** Aborting rejects the promise with the signal's reason within one time slice. */
  signal?: AbortSignal;
  /** Called with the finished fraction, from 0 to 1, never decreasing. */
  onProgress?: (fraction: number) => void;
  /** The engine of the result beside which this one is shown: it computes this one, too, if it can be had, since another one rounds otherwise. */
  beside?: EngineInfo;
  /** Work that the same engine is to do next, such as for pictures of the result: a choice is made as if the task were that large. */
  follows?: number;
}

/** How much work a task is. */
export interface Cost {
  /** Tasks of the same shape take about the same time. */
  shape: string;
  /** What an engine may have to prepare for, once. */
  objective: string;
  /** Iterates to be computed. */
  work: number;
}

/** A heavy computation, apart from the engines that can do it. */
export interface Computation<Task, Result> {
  /** Names the computation in the engines' tables of kernels. */
  readonly name: string;
  /** Checks all that an engine relies on; throws a `RangeError` that names the field, the value and what it takes. */
  readonly validate: (task: Task, options?: RunOptions) => void | Promise<void>;
  /** How much work a task is; engines are chosen by it. */
  readonly cost: (task: Task) => Cost;
  /** Loads a function that cuts a task down to about so much work; engines are timed with such tasks. */
  readonly sample: () => Promise<(task: Task, work: number) => Task>;
  /** Never present: it tells the compiler the type of the result. */
  readonly result?: Result;
}

/** Runs computations. */
export interface Engine {
  /**
   * @throws {RangeError} naming the field, the value and what it takes, for a task that breaks the contract
   * @throws {EngineUnavailable} when no engine can be had that has a kernel for the computation
   */
  run<Task, Result>(computation: Computation<Task, Result>, task: NoInfer<Task>, options?: RunOptions): Promise<Result>;
}

/** Numbers in a row, in either format. An engine reads them and leaves them as they are. */
export type Samples = Float32Array | Float64Array;

/** Why an engine cannot be had here, in words for a person. */
export class EngineUnavailable extends CodedError {
  override readonly name = 'EngineUnavailable';
}

/** The engine stopped working in the middle of a run and stayed away. */
export class EngineLost extends CodedError {
  override readonly name = 'EngineLost';
}
