import { chooseEngine, type ChosenEngine } from '../engine/chooser';
import type { EngineInfo } from '../engine/contract';
import type { EnginePreference } from '../engine/engines';

import { ParameterError } from '../experiments/parameters/error';
import { checkAll, type AnyParameter } from '../experiments/parameters/parameter';
import { isSame, mended } from '../experiments/parameters/values';
import type { PictureSize } from '../experiments/view';
import { spell } from '../words/words';
import { elementWords as say } from '../words/elements';
import { Deferred } from './deferred';
import type { LoadedExperiment } from './entry';
import type { ElementState } from './state';

/** What the runner needs from its element. */
export interface RunnerHost {
  /** The values that the element's properties hold, checked or not, by name. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly data: object;
  /** Whether computing is worth while: the element is near the viewport, or everything is to be computed at once. */
  readonly isNear: boolean;
  readonly isConnected: boolean;
  /** The views that are shown, in their order, but for those that do not apply. */
  readonly viewsToDraw: readonly string[];
  readonly updateComplete: Promise<boolean>;
  pictureSize(view: string): PictureSize;
  /** Something that is shown has changed. */
  changed(): void;
  showState(state: ElementState): void;
  emit(type: string, detail: unknown): void;
}

/** What a view is drawn from. */
export interface Made {
  problem: object;
  /** Undefined until there is a first result: a preview does without. */
  run: { result: object } | undefined;
  computed: unknown;
}

/** A control that was not moved for so long rests. */
const REST_MILLISECONDS = 80;
/** By then what was drawn last is on the screen. */
const SHOWN_MILLISECONDS = 30;
/** Progress is drawn no sooner than that after it was drawn last. */
const PROGRESS_MILLISECONDS = 100;

/** "Everything that all views depend on" among the names of views. */
const RUN = '';

/**
 * Computes what an element shows: drops what a newer parameter has made stale, keeps the last good result when something
 * fails, and says how far it is through `state`, `settled` and events. It draws nothing.
 */
export class Runner {
  parameters: Readonly<Record<string, unknown>> | undefined;
  state: ElementState = 'idle';
  error: Error | undefined;
  /** Why values are refused, by attribute. */
  readonly refusals = new Map<string, ParameterError>();
  progress = 0;
  /** How far the run is that all pictures wait for, from 0 to 1; undefined while none is under way. */
  runProgress: number | undefined;
  /** Whether a person or the page has stopped the last computation. */
  isCancelled = false;
  /** What each view is drawn from: possibly older or coarser than the parameters ask for while computing. */
  readonly made = new Map<string, Made>();

  #problem: object | undefined;
  #run: { result: object } | undefined;
  #engine: ChosenEngine | undefined;
  #settled = new Deferred<object>();
  #controller: AbortController | undefined;
  #stale = new Set<string>();
  #moved = new Set<string>();
  /** The values that were taken up last, whether they could be taken or not. */
  #held: Readonly<Record<string, unknown>> = {};
  #isHurried = false;
  /** When it will have rested. */
  #restsAt = 0;
  /** When progress was drawn last. */
  #advancedAt = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is computed in a hurry at present, and whether it has become stale since. */
  #hurrying: { view: string; isStale: boolean } | undefined;
  /** What was only computed in a hurry. */
  readonly #unfinished = new Set<string>();
  /** Views that are stale, and yet show the parameters in force: a part of the runs, computed on the page. */
  readonly #previewed = new Set<string>();
  #wanted = false;
  /** A value is refused, and what the others ask for is computed all the same. */
  #goesOn = false;
  /** The frame in which a result is told, and the one in which what comes in many small parts is shown. */
  #frame = 0;
  #shownFrame = 0;
  /** The element has left the page for good. */
  #isReleased = false;

  constructor(
    readonly host: RunnerHost,
    readonly loaded: LoadedExperiment,
    /** The parameters that every element has. */
    readonly common: readonly AnyParameter[],
  ) {}

  /** The last result; it stays when a later computation fails. */
  get result(): object | undefined {
    return this.#run?.result;
  }

  /** What the last run was made from; undefined before the first. */
  get problem(): object | undefined {
    return this.#problem;
  }

  /** What the last run gave; undefined before the first. */
  get run(): { result: object } | undefined {
    return this.#run;
  }

  /** The values that are refused, by name. */
  get refused(): Readonly<Record<string, unknown>> {
    const found = this.loaded.experiment.parameters.filter(({ attribute }) => this.refusals.has(attribute));
    return Object.fromEntries(found.map(({ name }) => [name, this.host.values[name]]));
  }

  /** Whether a control is being dragged: there is little time. */
  get isHurried(): boolean {
    return this.#isHurried;
  }

  get notice(): string | undefined {
    const words = this.#engine?.noticeWords;
    return words && spell(words);
  }

  /**
   * Resolves once the current parameters have been computed and drawn. Asking makes a lazy element compute at once. Of an element that has left for good
   * it rejects.
   */
  get settled(): Promise<object> {
    this.#wanted = true;
    // Parameters set in this very task have not been looked at yet.
    void this.host.updateComplete.then(() => this.computeIfWanted());
    return this.host.updateComplete.then(() => this.#settled.promise);
  }

  /** Computes everything anew, also after a failure; values that were refused are refused again. */
  again(): Promise<object> {
    if (this.state === 'failed') this.take([], true);
    else this.#markAllStale();
    return this.settled;
  }

  /** Stops the present computation. */
  cancel(): void {
    if (this.state !== 'running') return;
    this.#stop();
    this.#wanted = false;
    this.#stale.clear();
    this.#unfinished.clear();
    this.isCancelled = true;
    this.#become('idle');
    this.#settled.reject(new DOMException(say('cancelled'), 'AbortError'));
  }

  /** The element has come into the page: if it was let go of, everything is promised anew. */
  enter(): void {
    if (this.#isReleased && this.state !== 'failed') this.#settled = this.#settled.renewed();
    this.#isReleased = false;
  }

  /** The element has left the page: what was cut off is still stale, and is taken up again if it comes back. */
  leave(): void {
    this.#stop();
    if (this.state === 'running') this.#become('idle');
    this.#engine = undefined;
  }

  /** Lets go of all that was computed, and of who waits for it; if the element comes back, everything is computed anew. */
  release(): void {
    this.#isReleased = true;
    this.#problem = this.#run = undefined;
    this.made.clear();
    this.#markAllStale();
    if (this.state === 'done') this.#become('idle');
    this.#settled.reject(this.state === 'failed' ? this.error : new DOMException(say('removed'), 'AbortError'));
  }

  /** Takes up values of the element's properties that have changed. */
  take(names: readonly string[], isDataMoved: boolean): void {
    for (const name of names) this.#moved.add(name);
    this.refusals.clear();
    const held = this.#held;
    const { parameters } = this.loaded.experiment;
    this.#held = Object.fromEntries(parameters.map(({ name }) => [name, this.host.values[name]]));
    try {
      this.parameters = this.#checked(this.host.values, this.host.data);
    } catch (error) {
      this.#refuse(error as Error, held, isDataMoved);
      return;
    }
    this.#moved.clear();
    this.#tellParameters();
    const isRecovering = this.state === 'failed';
    if (isRecovering) {
      this.#stop();
      this.#goesOn = false;
      this.error = undefined;
      this.#become('idle');
    }
    if (isRecovering || isDataMoved) {
      this.#previewed.clear();
      this.#markAllStale();
    } else for (const name of names) this.#markStaleAfter(name);
    this.computeIfWanted();
  }

  /** Keeps the last good value in place of one that is refused, and follows the others; what takes a run waits until all are good. */
  #refuse(error: Error, held: Readonly<Record<string, unknown>>, isDataMoved: boolean): void {
    const before = this.parameters;
    const besides = before && this.#besides(before, held);
    if (!besides || this.loaded.experiment.run) {
      this.fail(error);
      return;
    }
    this.parameters = besides;
    this.#tellParameters();
    this.#goesOn = true;
    if (isDataMoved) this.#markAllStale();
    else for (const name of this.#moved) if (!isSame(besides[name], before[name])) this.#markStaleAfter(name);
    this.#reject(error);
    this.computeIfWanted();
  }

  /**
   * The parameters with the last good ones in place of those that are refused, but for entries that have just been moved, if these
   * can be taken; undefined where these do not go with the others.
   * @param held the values before the move
   */
  #besides(
    good: Readonly<Record<string, unknown>>,
    held: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, unknown>> | undefined {
    const values: Record<string, unknown> = Object.create(this.host.values);
    for (;;) {
      try {
        return this.#checked(values, this.host.data);
      } catch (error) {
        if (!(error instanceof ParameterError)) return undefined;
        const { attribute } = error;
        const refused = this.loaded.experiment.parameters.find((one) => one.attribute === attribute);
        if (!refused) return undefined;
        const { name } = refused;
        const isMended = Object.hasOwn(values, name);
        if (isMended && values[name] === good[name]) return undefined;
        if (!isMended) this.refusals.set(attribute, error);
        const moved = mended(values[name], held[name], good[name]);
        const value = !isMended && refused.takes(moved) ? moved : good[name];
        Object.defineProperty(values, name, { value, configurable: true });
      }
    }
  }

  /** The parameters that values stand for. @throws {ParameterError} */
  #checked(values: Readonly<Record<string, unknown>>, data: object): Readonly<Record<string, unknown>> {
    const { experiment } = this.loaded;
    checkAll(this.common, values);
    const given = checkAll(experiment.parameters, values);
    const parameters = (experiment.resolve?.(given) as typeof given | undefined) ?? given;
    experiment.check?.(parameters, data, this.#moved);
    return parameters;
  }

  /** In the result, the parameters that no computation depends on are those in force. */
  #tellParameters(): void {
    const result = this.#run?.result as { parameters?: Readonly<Record<string, unknown>> } | undefined;
    if (!result?.parameters) return;
    const moved = this.loaded.experiment.parameters.filter(({ name, view }) => view || name === 'views');
    const now = Object.fromEntries(moved.map(({ name }) => [name, this.parameters![name]]));
    result.parameters = { ...result.parameters, ...now };
  }

  /** Why values cannot be taken; undefined where they can. */
  refusalOf(values: Readonly<Record<string, unknown>>, data: object): unknown {
    try {
      this.#checked(values, data);
      return undefined;
    } catch (error) {
      return error;
    }
  }

  #markStaleAfter(name: string): void {
    const parameter = this.loaded.experiment.parameters.find((one) => one.name === name);
    if (name === 'engine') {
      this.#engine = undefined;
      this.#markAllStale();
    } else if (name === 'views') {
      for (const view of this.host.viewsToDraw) if (!this.isCurrent(view)) this.#markStale(view);
      if (!this.#run) this.#markAllStale();
    } else if (parameter?.view) {
      for (const view of [parameter.view].flat())
        if (view in this.loaded.views && !this.#hurry(view)) {
          this.#preview(view);
          this.#markStale(view);
        }
    } else if (parameter && !(parameter.about.isLive && this.#hurryAll())) {
      if (parameter.about.isLive) for (const view of this.host.viewsToDraw) this.#preview(view);
      else this.#previewed.clear();
      this.#markAllStale();
    }
  }

  /**
   * Shows what can be had of a view within a frame of the screen, if anything.
   * @param last what may go on being shown in part: nothing but of a control that is dragged
   */
  #preview(view: string, last?: unknown): void {
    this.#previewed.delete(view);
    const { preview } = this.loaded.views[view];
    const made = this.made.get(view);
    if (!preview || !made || !this.isCurrent(view) || this.#stale.has(RUN)) return;
    const input = { problem: made.problem, run: made.run, parameters: this.parameters! };
    this.made.set(view, { ...made, computed: preview(input, last) });
    this.#previewed.add(view);
  }

  /** Lets every shown view that can hurry do so, and all be computed anew later; false if none can. */
  #hurryAll(): boolean {
    const hurrying = this.host.viewsToDraw.filter((view) => this.#hurry(view));
    if (hurrying.length > 0) this.#unfinished.add(RUN);
    return hurrying.length > 0;
  }

  /** The next change is one of many, as while a control is dragged; what can hurry does, and is finished once it rests. */
  hurry(): void {
    this.#isHurried = true;
    this.#restsAt = performance.now() + REST_MILLISECONDS;
    this.#restIn(REST_MILLISECONDS);
  }

  #restIn(milliseconds: number): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#rest(), milliseconds);
  }

  #rest(): void {
    // What is computed in a hurry is shown first.
    if (this.#hurrying) return;
    this.#isHurried = false;
    this.host.changed();
    const unfinished = [...this.#unfinished];
    this.#unfinished.clear();
    if (unfinished.includes(RUN)) this.#markAllStale();
    else for (const view of unfinished) this.#markStale(view);
    this.computeIfWanted();
  }

  /** Shows at once what can be had within a frame, and lets what is under way come to its end; false if the view cannot hurry. */
  #hurry(view: string): boolean {
    const { preview, hurry } = this.loaded.views[view];
    const made = this.made.get(view);
    if (!this.#isHurried || !(preview || hurry) || !made || !this.isCurrent(view) || this.#stale.has(RUN)) return false;
    this.#settled = this.#settled.renewed();
    this.#unfinished.add(view);
    this.#preview(view, made.computed);
    if (this.#hurrying?.view === view) this.#hurrying.isStale = true;
    else if (hurry) this.#stale.add(view);
    if (this.state === 'running' && !this.#hurrying && this.#controller) this.#stop();
    return true;
  }

  #markAllStale(): void {
    this.#markStale(RUN);
    for (const view of Object.keys(this.loaded.views)) this.#markStale(view);
  }

  #markStale(part: string): void {
    this.#stale.add(part);
    // A view that is not shown does not hold `settled` up.
    if (part !== RUN && !this.host.viewsToDraw.includes(part)) return;
    this.#settled = this.#settled.renewed();
    if (this.#controller) this.#stop();
  }

  /** Whether what is shown of a view goes with the present run. */
  isCurrent(view: string): boolean {
    return this.made.get(view)?.run === this.#run;
  }

  /** Whether what is shown of a view goes with the parameters in force. */
  isUpToDate(view: string): boolean {
    return this.isCurrent(view) && (!this.#stale.has(view) || this.#previewed.has(view));
  }

  /** Whether what is shown of a view goes with earlier settings, and the right one is being computed. */
  isOutdated(view: string): boolean {
    return this.#controller !== undefined && this.made.get(view)?.problem !== this.#problem && !this.isUpToDate(view);
  }

  /** Computes one view anew, e.g. because its size changed. */
  refresh(view: string): void {
    this.#markStale(view);
    this.computeIfWanted();
  }

  /** Computes what is stale if somebody wants it, and stops where nobody does. */
  computeIfWanted(): void {
    if (!this.host.isNear && !this.#wanted) this.#pause();
    else if (
      this.host.isConnected &&
      !this.#controller &&
      (this.state !== 'failed' || this.#goesOn) &&
      this.parameters &&
      this.#parts().length > 0
    )
      void this.#compute();
  }

  #stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    this.runProgress = undefined;
  }

  #pause(): void {
    if (this.state === 'running') this.#stop();
    else if (this.state !== 'done' || this.#parts().length === 0) return;
    this.#become('idle');
  }

  /** What is stale and shown, in the order in which it is computed: first what only has to be drawn. */
  #parts(): string[] {
    const { views } = this.loaded;
    const shown = this.host.viewsToDraw.filter((view) => this.#stale.has(view));
    const quick = shown.filter((view) => !views[view].compute);
    const slow = shown.filter((view) => views[view].compute);
    return [...(this.#stale.has(RUN) ? [RUN] : []), ...quick, ...slow];
  }

  async #compute(): Promise<void> {
    const { experiment, views } = this.loaded;
    const parameters = this.parameters!;
    try {
      if (this.#stale.has(RUN)) this.#problem = experiment.prepare(parameters, this.host.data);
    } catch (error) {
      this.fail(error as Error);
      return;
    }
    const problem = this.#problem!;
    const isNew = this.#stale.has(RUN);
    if (!experiment.run && isNew) {
      this.#run = problem as { result: object };
      this.#stale.delete(RUN);
    }
    this.isCancelled = false;
    const controller = (this.#controller = new AbortController());
    const { signal } = controller;
    const isLive = () => this.#controller === controller;
    const isHeavy = Boolean(experiment.run) || this.#parts().some((view) => views[view]?.compute);
    this.progress = 0;
    if (isHeavy) {
      this.#engine ??= chooseEngine((this.host.values.engine as EnginePreference | undefined) ?? 'auto');
      if (!this.#goesOn) this.#become('running');
    }
    const show = (view: string, computed: unknown) => {
      if (!isLive()) return;
      this.made.set(view, { problem, run: this.#run!, computed });
      this.host.changed();
    };
    try {
      this.#previewFirst();
      // The sizes of pictures are measured from what is drawn; and the page is told of a change before what comes of it.
      if (isHeavy && isNew) await this.host.updateComplete;
      // While a control is dragged no result follows; the event comes once it rests.
      if (experiment.run && isLive() && !this.#isHurried) this.host.emit('gd-start', { parameters });
      // Views may apply or not once there is a result, so the list is made anew after each part.
      const takesTime = (part: string) => part === RUN || Boolean(views[part].compute);
      const count = this.#parts().filter(takesTime).length;
      for (let done = 0; isLive();) {
        const [part] = this.#parts();
        if (part === undefined) break;
        const onProgress = (fraction: number) => {
          if (!isLive()) return;
          if (part === RUN) this.runProgress = fraction;
          this.#advance((done + fraction) / Math.max(count, done + 1));
        };
        if (part === RUN) {
          const run = await experiment.run!(problem, this.#engine!, { signal, onProgress });
          if (!isLive()) return;
          this.#run = run;
          this.runProgress = undefined;
          // Some may have moved meanwhile.
          this.#tellParameters();
        } else {
          const { compute, hurry } = views[part];
          const input = { problem, run: this.#run!, parameters: this.parameters! };
          // The element names one engine: another one rounds otherwise, and its counts would be others.
          const { engine: beside } = this.#run!.result as { engine?: EngineInfo };
          if (this.#isHurried && this.#unfinished.has(part) && hurry) {
            const hurrying = (this.#hurrying = { view: part, isStale: false });
            const add = await hurry(input, this.#engine!, { signal, beside }).finally(() => {
              if (this.#hurrying === hurrying) this.#hurrying = undefined;
            });
            if (!isLive()) return;
            this.made.set(part, { problem, run: this.#run!, computed: add(this.made.get(part)!.computed) });
            this.#changedSoon();
            if (hurrying.isStale) continue;
          } else if (compute) {
            const size = this.host.pictureSize(part);
            const onSharper = (computed: unknown) => show(part, computed);
            const options = { signal, onProgress, beside, size, onSharper };
            const computed = await compute(input, this.#engine!, options);
            if (!isLive()) return;
            show(part, computed);
          } else show(part, undefined);
        }
        this.#stale.delete(part);
        if (takesTime(part)) done++;
      }
      if (isLive()) await this.#finish(parameters);
    } catch (error) {
      if (!signal.aborted) this.fail(error as Error);
    } finally {
      if (this.#isHurried) this.#restIn(Math.max(SHOWN_MILLISECONDS, this.#restsAt - performance.now()));
    }
  }

  /** Shows what can be had at once of each view, as long as there is nothing better. */
  #previewFirst(): void {
    const made = { problem: this.#problem!, run: this.#run };
    for (const view of this.host.viewsToDraw) {
      const { preview } = this.loaded.views[view];
      if (!preview || (this.#run && this.made.has(view))) continue;
      this.made.set(view, { ...made, computed: preview({ ...made, parameters: this.parameters! }, undefined) });
      this.#previewed.add(view);
    }
  }

  async #finish(parameters: object): Promise<void> {
    this.progress = 1;
    this.#controller = undefined;
    this.#wanted = false;
    this.host.changed();
    await this.host.updateComplete;
    // A parameter may have moved while the last picture was drawn.
    if (this.#controller || this.state === 'failed' || this.#parts().length > 0) return;
    if (this.#unfinished.size > 0) return;
    this.#become('done');
    await this.host.updateComplete;
    if (this.state !== 'done') return;
    const result = this.#run!.result;
    this.#settled.resolve(result);
    const { engine } = result as { engine?: unknown };
    const tell = () => this.host.emit('gd-result', { parameters, result, ...(engine ? { engine } : {}) });
    if (this.loaded.experiment.run) tell();
    else {
      // While a pointer drags there is a result for each of its events; one a frame is enough for a page.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(tell);
    }
  }

  #advance(progress: number): void {
    this.progress = Math.max(this.progress, Math.min(1, progress));
    // Reports come with every slice of the work; to draw each of them would take time from the work.
    const now = performance.now();
    if (now >= this.#advancedAt + PROGRESS_MILLISECONDS) {
      this.#advancedAt = now;
      this.#changedSoon();
    }
    if (this.loaded.experiment.run) this.host.emit('gd-progress', { progress: this.progress });
  }

  /** Shows what has changed with the next frame: more may come before it. */
  #changedSoon(): void {
    this.#shownFrame ||= requestAnimationFrame(() => {
      this.#shownFrame = 0;
      if (this.#controller) this.host.changed();
    });
  }

  /** The values in force cannot be computed, or not be drawn: the last good result stays. */
  fail(error: Error): void {
    this.#stop();
    this.#goesOn = false;
    this.#reject(error);
  }

  #reject(error: Error): void {
    this.error = error;
    if (error instanceof ParameterError) this.refusals.set(error.attribute, error);
    this.#settled = this.#settled.renewed();
    this.#become('failed');
    this.#settled.reject(error);
    this.host.emit('gd-error', error);
  }

  #become(state: ElementState): void {
    this.state = state;
    this.host.showState(state);
    this.host.changed();
  }
}
