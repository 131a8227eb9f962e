import { Candidate, run, type EngineEntry, type Method, type ResultOf, type TaskOf } from './candidate';
import { EngineLost, EngineUnavailable, type Engine, type EngineInfo, type RunOptions } from './contract';
import { loads } from './loads';
import type { Load } from './speed';
import { whyNoWebGPU } from './why-no-webgpu';
import { engineMessages as say } from './messages';
import { wordsOf } from '../messages';
import { inEnglish, type Message, type Several } from '../messages';

export type EnginePreference = 'auto' | EngineInfo['kind'];

/** An engine that is in truth the one that suits: each call goes to whichever the preference and the machine call for. */
export interface ChosenEngine extends Engine {
  readonly preference: EnginePreference;
  /**
   * Why the last run was computed elsewhere than wanted, as a sentence for a person; undefined if it was not:
   * `Computed on the CPU: this browser offers no WebGPU adapter.`
   */
  readonly notice: string | undefined;
  /** The same as a message, to be said in the page's language. */
  readonly noticeWords: Message | undefined;
  /**
   * Gives back what the engines hold, such as the page's GPU device, as soon as nothing of the whole table runs; a run that
   * begins before that keeps it. Resolves when nothing is left to be waited for. The engine still works afterwards.
   */
  release: () => Promise<void>;
}

/**
 * The engines there are, the most wanted first. The last one runs everywhere and is there at once.
 * Nothing else in the lab knows how many there are: another one is another line here.
 */
const ENGINES: readonly EngineEntry[] = [
  { kind: 'webgpu', name: say('webgpu'), missing: () => whyNoWebGPU(), load: () => import('./webgpu') },
  { kind: 'cpu', name: say('cpu'), load: () => import('./cpu') },
];

/** Iterates that any engine computes in the blink of an eye: not worth waking another one. */
const SMALL_WORK = 4_000_000;
/** Iterates that no engine needs long for: the first such task is not kept waiting until all engines are there and measured. */
const MODERATE_WORK = 50_000_000;
/** A task stays with its engine unless another one promises to be so many times quicker, and to save so much. */
const WORTHWHILE_RATIO = 2;
const WORTHWHILE_MILLISECONDS = 50;

/** Engines that will not do a certain task, and why. */
type Refusals = Map<Candidate, Message | string>;

const rosters = new WeakMap<readonly EngineEntry[], Roster>();

/**
 * An engine that follows a preference. `auto` takes what will be quicker for the task on this machine, as measured (the
 * first task of a kind, unless it is a large one, goes to the most wanted engine, and measuring comes after it);
 * a kind takes that one, or else, if it cannot be had, what `auto` would take among the others, and `notice` says why.
 *
 * Devices, workers and measurements belong to the table and are shared by all that was chosen from it.
 *
 * @param table the engines to choose among. Tests give their own: `[{ kind: 'cpu', name: 'the CPU', load: async () =>
 *   ({ createEngine: async () => ({ info, ...methods }) }) }]`; each new array starts with nothing loaded.
 */
export function chooseEngine(preference: EnginePreference, table: readonly EngineEntry[] = ENGINES): ChosenEngine {
  let roster = rosters.get(table);
  if (!roster) rosters.set(table, (roster = new Roster(table)));
  return roster.choose(preference);
}

class Roster {
  readonly #candidates: Candidate[];
  /** Which engine ran a task of a shape last. */
  readonly #last = new Map<string, Candidate>();
  /** What was computed at least once. */
  readonly #done = new Set<Method>();
  /** What is under way: runs, and what was begun for one and goes on when that is aborted, such as measurements. */
  readonly #underWay = new Set<Promise<unknown>>();
  #isNeeded = false;

  constructor(table: readonly EngineEntry[]) {
    this.#candidates = table.map((entry) => new Candidate(entry));
  }

  choose(preference: EnginePreference): ChosenEngine {
    const kinds = ['auto', ...this.#candidates.map(({ entry }) => entry.kind)];
    if (!kinds.includes(preference)) throw new RangeError(`unknown engine: ${preference} (one of ${kinds.join(', ')})`);
    let notice: Message | undefined;
    const call = async <M extends Method>(
      method: M,
      task: TaskOf<M>,
      options: RunOptions = {},
    ): Promise<ResultOf<M>> => {
      this.#isNeeded = true;
      const run = await this.#follow(this.#run(preference, method, task, options));
      notice = run.notice;
      return run.result;
    };
    return {
      preference,
      get notice() {
        return notice && inEnglish(notice);
      },
      get noticeWords() {
        return notice;
      },
      descend: (task, options) => call('descend', task, options),
      trace: (task, options) => call('trace', task, options),
      conv1d: (task, options) => call('conv1d', task, options),
      conv1dDescent: (task, options) => call('conv1dDescent', task, options),
      factorize: (task, options) => call('factorize', task, options),
      release: () => this.#release(),
    };
  }

  async #release(): Promise<void> {
    this.#isNeeded = false;
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    if (!this.#isNeeded) await Promise.all(this.#candidates.map((candidate) => candidate.release()));
  }

  #follow<T>(promise: Promise<T>): Promise<T> {
    this.#underWay.add(promise);
    const forget = () => void this.#underWay.delete(promise);
    promise.then(forget, forget);
    return promise;
  }

  /** Runs a task, on another engine if the first one cannot be had or is lost on the way. */
  async #run<M extends Method>(
    preference: EnginePreference,
    method: M,
    task: TaskOf<M>,
    { signal, onProgress }: RunOptions,
  ): Promise<{ result: ResultOf<M>; notice: Message | undefined }> {
    // A repeated run starts from nothing again; what was reported must not go back.
    let progress = 0;
    const report = onProgress && ((fraction: number) => onProgress((progress = Math.max(progress, fraction))));
    const refusals: Refusals = new Map();
    for (;;) {
      const candidate = await abortable(this.#follow(this.#pick(preference, method, task, refusals)), signal);
      const engine = await abortable(this.#follow(candidate.start()), signal);
      if (!engine) continue;
      try {
        const result = await this.#timed(candidate, engine, method, task, { signal, onProgress: report });
        return { result, notice: this.#notice(preference, candidate, refusals) };
      } catch (error) {
        // A lost engine is lost for all that comes; one that is not available for this task may be for the next.
        if (error instanceof EngineLost) candidate.unavailable = wordsOf(error);
        else if (error instanceof EngineUnavailable) refusals.set(candidate, wordsOf(error));
        else throw error;
      }
    }
  }

  async #pick<M extends Method>(
    preference: EnginePreference,
    method: M,
    task: TaskOf<M>,
    refusals: Refusals,
  ): Promise<Candidate> {
    const reasonAgainst = (candidate: Candidate) => refusals.get(candidate) ?? candidate.unavailable;
    const available = () => this.#candidates.filter((candidate) => reasonAgainst(candidate) === undefined);
    const asked = available().find(({ entry }) => entry.kind === preference);
    if (asked) return asked;
    const load = loads[method](task);
    if (available().length > 1 && load.work > SMALL_WORK) {
      if (load.work <= MODERATE_WORK && !this.#done.has(method)) return available()[0];
      await Promise.all(available().map((candidate) => candidate.start()));
      // One after the other: side by side, a software adapter and the workers would slow each other down.
      for (const candidate of available()) await candidate.calibrate(method, task);
    }
    const choice = this.#quickest(available(), method, load);
    if (!choice)
      throw new EngineUnavailable(
        say('unavailable', {
          reasons: several(
            this.#candidates.map((candidate) =>
              say('reasonAgainst', { engine: candidate.entry.name, reason: reasonAgainst(candidate)! }),
            ),
          ),
        }),
      );
    return choice;
  }

  /** The engine that should be quickest; the one that ran such a task last, unless changing is worth while. */
  #quickest(available: readonly Candidate[], method: Method, load: Load): Candidate | undefined {
    let best = available.at(-1);
    for (const candidate of available)
      if (candidate.estimate(method, load) < best!.estimate(method, load)) best = candidate;
    const last = this.#last.get(load.shape);
    if (!best || !last || !available.includes(last)) return best;
    const before = last.estimate(method, load);
    const after = best.estimate(method, load);
    return after * WORTHWHILE_RATIO < before && after + WORTHWHILE_MILLISECONDS < before ? best : last;
  }

  /** Runs a task and learns from how long it took, unless something else ran on the engine meanwhile. */
  async #timed<M extends Method>(
    candidate: Candidate,
    engine: Engine,
    method: M,
    task: TaskOf<M>,
    options: RunOptions,
  ): Promise<ResultOf<M>> {
    const load = loads[method](task);
    const began = performance.now();
    const alone = candidate.active === 0;
    const started = ++candidate.started;
    candidate.active++;
    try {
      const result = await run(engine, method, task, options);
      if (alone && candidate.started === started) candidate.learn(method, load, performance.now() - began);
      this.#last.set(load.shape, candidate);
      if (load.work > SMALL_WORK) this.#done.add(method);
      return result;
    } finally {
      candidate.active--;
    }
  }

  #notice(preference: EnginePreference, ran: Candidate, refusals: Refusals): Message | undefined {
    const wanted = this.#candidates.filter((candidate, i) =>
      preference === 'auto'
        ? i < this.#candidates.indexOf(ran)
        : candidate !== ran && candidate.entry.kind === preference,
    );
    const reasons = wanted
      .map((candidate) => refusals.get(candidate) ?? candidate.unavailable)
      .filter((reason) => reason !== undefined);
    return reasons.length > 0 ? say('notice', { engine: ran.entry.name, reasons: several(reasons) }) : undefined;
  }
}

const several = (parts: (Message | string)[]): Several => ({ parts, between: '; ' });

/** Resolves with the promise, but rejects as soon as the signal says so; what the promise is about goes on. */
async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  signal.throwIfAborted();
  let stop: () => void;
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', (stop = () => reject(signal.reason))),
  );
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop!);
  }
}
