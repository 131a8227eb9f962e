import { inEnglish, wordsOf, type Message, type Several } from '../messages';
import { abortable } from './abortable';
import { Candidate } from './candidate';
import { EngineLost, EngineUnavailable, type Computation, type Cost, type Engine, type RunOptions } from './contract';
import { compute, type EngineEntry, type StartedEngine } from './engine';
import { engines, type EnginePreference } from './engines';
import { engineMessages as say } from './messages';

/** An engine that is in truth the one that suits: each run goes to whichever the preference and the machine call for. */
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

/** Iterates that any engine computes in the blink of an eye: not worth waking another one. */
const SMALL_WORK = 4_000_000;
/** Iterates that no engine needs long for: the first such task is not kept waiting until all engines are there and measured. */
const MODERATE_WORK = 50_000_000;
/** How many times quicker another engine must promise to be for a task to move to it, and how much it must save. */
const WORTHWHILE_RATIO = 2;
const WORTHWHILE_MILLISECONDS = 50;

/** Engines that will not do a certain task, and why. */
type Refusals = Map<Candidate, Message | string>;

const rosters = new WeakMap<readonly EngineEntry[], Roster>();

/**
 * An engine that follows a preference. `auto` takes what will be quicker for the task on this machine, as measured (the
 * first task of a kind, unless it is a large one, goes to the most wanted engine that no processor acts for, and measuring comes after it);
 * a kind takes that one, or else, if it cannot be had, what `auto` would take among the others, and `notice` says why.
 *
 * Devices, workers and measurements belong to the table and are shared by all that was chosen from it.
 *
 * @param table the engines to choose among. Tests give their own: `[{ kind: 'cpu', name: 'the CPU', precision: 'float64', load: async () =>
 *   ({ createEngine: async () => ({ info, kernels }) }) }]`; each new array starts with nothing loaded.
 */
export function chooseEngine(preference: EnginePreference, table: readonly EngineEntry[] = engines): ChosenEngine {
  let roster = rosters.get(table);
  if (!roster) rosters.set(table, (roster = new Roster(table)));
  return roster.choose(preference);
}

class Roster {
  readonly #candidates: Candidate[];
  /** Which engine ran a task of a shape last. */
  readonly #last = new Map<string, Candidate>();
  /** The names of the computations that were run at least once. */
  readonly #done = new Set<string>();
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
    return {
      preference,
      get notice() {
        return notice && inEnglish(notice);
      },
      get noticeWords() {
        return notice;
      },
      run: async (computation, task, options = {}) => {
        this.#isNeeded = true;
        const run = await this.#follow(this.#run(preference, computation, task, options));
        notice = run.notice;
        return run.result;
      },
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

  /** Checks a task, once, and runs it, on another engine if the first one cannot be had or is lost on the way. */
  async #run<Task, Result>(
    preference: EnginePreference,
    computation: Computation<Task, Result>,
    task: Task,
    { signal, onProgress, beside, follows = 0 }: RunOptions,
  ): Promise<{ result: Result; notice: Message | undefined }> {
    signal?.throwIfAborted();
    await computation.validate(task, { signal });
    // A repeated run starts from nothing again; what was reported must not go back.
    let progress = 0;
    const report = onProgress && ((fraction: number) => onProgress((progress = Math.max(progress, fraction))));
    const refusals: Refusals = new Map();
    const asked = beside?.kind ?? preference;
    const cost = computation.cost(task);
    // What only follows is no ground to keep the task waiting.
    const expected = { ...cost, work: Math.max(cost.work, Math.min(follows, MODERATE_WORK)) };
    const isWanted = ({ entry, wasRefused }: Candidate) =>
      wasRefused && (asked === 'auto' ? expected.work > SMALL_WORK : entry.kind === asked);
    const wanted = this.#candidates.filter(isWanted);
    if (wanted.length > 0)
      await abortable(this.#follow(Promise.all(wanted.map((candidate) => candidate.askAgain()))), signal);
    for (;;) {
      const candidate = await abortable(this.#follow(this.#pick(asked, computation, task, expected, refusals)), signal);
      const engine = await abortable(this.#follow(candidate.start()), signal);
      if (!engine || candidate.lacks(computation.name)) continue;
      try {
        const result = await this.#timed(candidate, engine, computation, task, { signal, onProgress: report });
        return { result, notice: this.#notice(preference, candidate, computation.name, refusals) };
      } catch (error) {
        // A lost engine is lost for all that comes; one that is not available for this task may be for the next.
        if (error instanceof EngineLost) candidate.unavailable = wordsOf(error);
        else if (error instanceof EngineUnavailable) refusals.set(candidate, wordsOf(error));
        else throw error;
      }
    }
  }

  async #pick<Task>(
    preference: string,
    computation: Computation<Task, unknown>,
    task: Task,
    cost: Cost,
    refusals: Refusals,
  ): Promise<Candidate> {
    const { name } = computation;
    const available = () =>
      this.#candidates.filter((candidate) => reasonAgainst(candidate, name, refusals) === undefined);
    const asked = available().find(({ entry }) => entry.kind === preference);
    if (asked) return asked;
    if (available().length > 1 && cost.work > SMALL_WORK) {
      // What may be slow beyond all reason is not counted on before it was measured.
      if (cost.work <= MODERATE_WORK && !this.#done.has(name)) {
        for (const candidate of available()) {
          if ((await candidate.start()) && !candidate.isEmulated) return candidate;
        }
      }
      await Promise.all(available().map((candidate) => candidate.start()));
      // One after the other: side by side, a software adapter and the workers would slow each other down.
      for (const candidate of available()) await candidate.calibrate(computation, task);
    }
    const choice = this.#quickest(available(), name, cost);
    if (!choice)
      throw new EngineUnavailable(
        say('unavailable', {
          reasons: several(
            this.#candidates.map((candidate) =>
              say('reasonAgainst', {
                engine: candidate.entry.name,
                reason: reasonAgainst(candidate, name, refusals)!,
              }),
            ),
          ),
        }),
      );
    return choice;
  }

  /**
   * The engine that should be quickest; the one that ran such a task last, unless changing is worth while. One that the main
   * processor acts for must be worth while from the start.
   */
  #quickest(available: readonly Candidate[], computation: string, cost: Cost): Candidate | undefined {
    let best = available.at(-1);
    for (const candidate of available)
      if (candidate.estimate(computation, cost) < best!.estimate(computation, cost)) best = candidate;
    const ran = this.#last.get(cost.shape);
    const last = ran && available.includes(ran) ? ran : available.find((candidate) => !candidate.isEmulated);
    if (!best || !last || (last !== ran && !best.isEmulated)) return best;
    const before = last.estimate(computation, cost);
    const after = best.estimate(computation, cost);
    return after * WORTHWHILE_RATIO < before && after + WORTHWHILE_MILLISECONDS < before ? best : last;
  }

  /** Runs a task and learns from how long it took, unless something else ran on the engine meanwhile. */
  async #timed<Task, Result>(
    candidate: Candidate,
    engine: StartedEngine,
    computation: Computation<Task, Result>,
    task: Task,
    options: RunOptions,
  ): Promise<Result> {
    const cost = computation.cost(task);
    const began = performance.now();
    const alone = candidate.active === 0;
    const started = ++candidate.started;
    candidate.active++;
    try {
      const result = await compute(engine, computation, task, options);
      if (alone && candidate.started === started) candidate.learn(computation.name, cost, performance.now() - began);
      this.#last.set(cost.shape, candidate);
      if (cost.work > SMALL_WORK) this.#done.add(computation.name);
      return result;
    } finally {
      candidate.active--;
    }
  }

  #notice(preference: EnginePreference, ran: Candidate, computation: string, refusals: Refusals): Message | undefined {
    // Without a preference, only an engine that has a kernel for the computation is wanted for it.
    const wanted = this.#candidates.filter((candidate, i) =>
      preference === 'auto'
        ? i < this.#candidates.indexOf(ran) && !candidate.lacks(computation)
        : candidate !== ran && candidate.entry.kind === preference,
    );
    const reasons = wanted
      .map((candidate) => reasonAgainst(candidate, computation, refusals))
      .filter((reason) => reason !== undefined);
    return reasons.length > 0 ? say('notice', { engine: ran.entry.name, reasons: several(reasons) }) : undefined;
  }
}

/** Why an engine does not run a task, in words that go on from a colon; undefined if it can. */
function reasonAgainst(candidate: Candidate, computation: string, refusals: Refusals): Message | string | undefined {
  const missing = candidate.lacks(computation)
    ? say('noKernel', { computation, engine: candidate.entry.name })
    : undefined;
  return refusals.get(candidate) ?? candidate.unavailable ?? missing;
}

const several = (parts: (Message | string)[]): Several => ({ parts, between: '; ' });
