import { EngineLost, EngineUnavailable, type Engine, type EngineInfo, type RunOptions } from './contract';
import { loads } from './loads';
import type { Load, Speed } from './speed';
import { engineMessages as say } from './messages';
import { wordsOf } from '../messages';
import type { Message } from '../messages';

export type Method = keyof Engine;
export type TaskOf<M extends Method> = Parameters<Engine[M]>[0];
export type ResultOf<M extends Method> = Awaited<ReturnType<Engine[M]>>;

/** An engine that has come up. */
export interface StartedEngine extends Engine {
  readonly info: EngineInfo;
  /** Gives back what it holds while nothing runs; its next run takes it anew. Left out by engines that hold nothing. */
  release?: () => Promise<void>;
}

/** One line of the chooser's table. */
export interface EngineEntry {
  kind: EngineInfo['kind'];
  /** The engine's name in a sentence: "Computed on ...". */
  name: Message | string;
  /** Why this page cannot have the engine, as far as that is known without loading it. */
  missing?: () => Message | string | undefined;
  load: () => Promise<{ createEngine: () => Promise<StartedEngine> }>;
}

/** An engine that may or may not be there: loaded when it is needed, timed when there is a choice. */
export class Candidate {
  /** Why the engine cannot be had, in words that go on from a colon; undefined as long as it can. */
  unavailable: Message | string | undefined;
  /** How many runs are under way, and how many were ever started. */
  active = 0;
  started = 0;
  #engine: Promise<StartedEngine | undefined> | undefined;
  readonly #speeds = new Map<Method, Speed>();
  readonly #calibrations = new Map<Method, Promise<void>>();

  constructor(readonly entry: EngineEntry) {
    this.unavailable = entry.missing?.();
  }

  /** The engine, brought up if need be; undefined if it cannot be had. */
  start(): Promise<StartedEngine | undefined> {
    this.#engine ??= this.#bringUp();
    return this.#engine;
  }

  async #bringUp(): Promise<StartedEngine | undefined> {
    if (this.unavailable !== undefined) return undefined;
    let loaded: Awaited<ReturnType<EngineEntry['load']>>;
    try {
      loaded = await this.entry.load();
    } catch {
      this.unavailable = say('notLoaded');
      return undefined;
    }
    try {
      return await loaded.createEngine();
    } catch (error) {
      this.unavailable = wordsOf(error);
      return undefined;
    }
  }

  /** Gives back what the engine holds, if it ever came up. */
  async release(): Promise<void> {
    await (await this.#engine)?.release?.();
  }

  /** Measures how quick the engine is at this kind of task, once. */
  calibrate<M extends Method>(method: M, task: TaskOf<M>): Promise<void> {
    let calibration = this.#calibrations.get(method);
    if (!calibration) {
      calibration = this.#measure(method, task);
      this.#calibrations.set(method, calibration);
    }
    return calibration;
  }

  async #measure<M extends Method>(method: M, task: TaskOf<M>): Promise<void> {
    const load = loads[method];
    try {
      const [engine, { calibrate, cuts }] = await Promise.all([this.start(), import('./measuring')]);
      if (!engine) return;
      const cut = cuts[method];
      const speed = await calibrate(load(task).objective, async (work) => {
        const sample = cut(task, work);
        await run(engine, method, sample);
        return load(sample).work;
      });
      this.#speeds.set(method, speed);
    } catch (error) {
      this.#calibrations.delete(method);
      // Anything else is wrong with the task, and comes up again where somebody waits for it.
      if (error instanceof EngineLost || error instanceof EngineUnavailable) this.unavailable = wordsOf(error);
    }
  }

  /** Expected milliseconds; Infinity for an engine that was not calibrated. */
  estimate(method: Method, load: Load): number {
    return this.#speeds.get(method)?.estimate(load) ?? Infinity;
  }

  learn(method: Method, load: Load, milliseconds: number): void {
    this.#speeds.get(method)?.learn(load, milliseconds);
  }
}

/** Calls a method of an engine; the compiler does not see by itself that task and result belong together. */
export function run<M extends Method>(
  engine: Engine,
  method: M,
  task: TaskOf<M>,
  options?: RunOptions,
): Promise<ResultOf<M>> {
  return (engine[method] as unknown as (task: TaskOf<M>, options?: RunOptions) => Promise<ResultOf<M>>)(task, options);
}
