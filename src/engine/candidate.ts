import { wordsOf, type Message } from '../messages';
import { EngineLost, EngineUnavailable, type Computation, type Cost } from './contract';
import { compute, type EngineEntry, type StartedEngine } from './engine';
import { engineMessages as say } from './messages';
import type { Speed } from './speed';

/** An engine that has not come up after this time is done without; it takes part once it has. */
const PATIENCE_SECONDS = 10;

/** An engine that may or may not be there: loaded when it is needed, timed when there is a choice. */
export class Candidate {
  /** Why the engine cannot be had, in words that go on from a colon; undefined as long as it can. */
  unavailable: Message | string | undefined;
  /** How many runs are under way, and how many were ever started. */
  active = 0;
  started = 0;
  #starting: Promise<StartedEngine | undefined> | undefined;
  #engine: StartedEngine | undefined;
  /** Whether it could not be created when it was last asked for; what was missing may be there later. */
  wasRefused = false;
  /** By the names of computations. */
  readonly #speeds = new Map<string, Speed>();
  readonly #calibrations = new Map<string, Promise<void>>();

  constructor(readonly entry: EngineEntry) {
    this.unavailable = entry.missing?.();
  }

  /** The engine, brought up if need be; undefined if it cannot be had. */
  start(): Promise<StartedEngine | undefined> {
    this.#starting ??= this.#bringUp();
    return this.#starting;
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
    const creating = loaded.createEngine().then(
      (engine) => {
        this.unavailable = undefined;
        this.#starting = Promise.resolve(engine);
        return (this.#engine = engine);
      },
      (error: unknown) => {
        this.wasRefused = true;
        this.unavailable = wordsOf(error);
        return undefined;
      },
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.unavailable = say('noAnswer', { engine: this.entry.name, seconds: PATIENCE_SECONDS });
        resolve(undefined);
      }, 1000 * PATIENCE_SECONDS);
    });
    return Promise.race([creating.finally(() => clearTimeout(timer)), late]);
  }

  /** Asks once more for an engine that could not be created. */
  async askAgain(): Promise<void> {
    this.wasRefused = false;
    this.unavailable = undefined;
    this.#starting = undefined;
    await this.start();
  }

  /** Gives back what the engine holds, if it ever came up. */
  async release(): Promise<void> {
    await (await this.#starting)?.release?.();
  }

  /** Whether the engine has no kernel for a computation; that is known once it has come up. */
  lacks(computation: string): boolean {
    return this.#engine !== undefined && !this.#engine.kernels[computation];
  }

  /** Whether the main processor acts for the engine's; that is known once it has come up. */
  get isEmulated(): boolean {
    return this.#engine?.isEmulated ?? false;
  }

  /** Measures how quick the engine is at this kind of task, once. */
  calibrate<Task>(computation: Computation<Task, unknown>, task: Task): Promise<void> {
    let calibration = this.#calibrations.get(computation.name);
    if (!calibration) {
      calibration = this.#measure(computation, task);
      this.#calibrations.set(computation.name, calibration);
    }
    return calibration;
  }

  async #measure<Task>(computation: Computation<Task, unknown>, task: Task): Promise<void> {
    const { name, cost, sample } = computation;
    try {
      const [engine, { calibrate }, cut] = await Promise.all([this.start(), import('./speed'), sample()]);
      if (!engine) return;
      const speed = await calibrate(cost(task).objective, async (work) => {
        const small = cut(task, work);
        await compute(engine, computation, small);
        return cost(small).work;
      });
      this.#speeds.set(name, speed);
    } catch (error) {
      this.#calibrations.delete(name);
      // Anything else is wrong with the task, and comes up again where somebody waits for it.
      if (error instanceof EngineLost || error instanceof EngineUnavailable) this.unavailable = wordsOf(error);
    }
  }

  /** Expected milliseconds; Infinity for an engine that was not calibrated. */
  estimate(computation: string, cost: Cost): number {
    return this.#speeds.get(computation)?.estimate(cost) ?? Infinity;
  }

  learn(computation: string, cost: Cost, milliseconds: number): void {
    this.#speeds.get(computation)?.learn(cost, milliseconds);
  }
}
