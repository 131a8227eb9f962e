import { LitElement, type PropertyValues } from 'lit';
import { chooseEngine, type ChosenEngine } from '../engine/chooser';
import type { EnginePreference } from '../engine/engines';
import type { Experiment, PictureSize, ResultBase } from '../experiments/experiment';
import type { Parameter } from '../experiments/parameters';
import { Deferred } from './deferred';
import { commonParameters, valuesOf } from './parameter-properties';
import { NearViewport } from './near-viewport';
import { elementWords as say } from '../words/elements';
import { onWords, spell } from '../words/words';
import { followPageLanguage } from './page-language';
import { enter, leave } from './presence';
import { Printing } from './printing';

export type ElementState = 'idle' | 'running' | 'done' | 'failed';

/** An element that was only moved is back by then. */
const RELEASE_MILLISECONDS = 1000;

/** A name for "everything the experiment's `run` computes" among the names of views. */
const RUN = Symbol('run');

/**
 * What every experiment's element does: takes parameters from attributes and properties, computes when it is near the
 * viewport, drops what a newer parameter has made stale, keeps the last good picture when something fails, and tells
 * the page through `state`, `settled` and events. It draws nothing; subclasses do.
 *
 * @fires gd-start - a computation begins; `detail` is `{parameters}`
 * @fires gd-progress - `detail` is `{progress}`, from 0 to 1
 * @fires gd-result - computed and drawn; `detail` is `{parameters, result, engine}`
 * @fires gd-error - a parameter was refused or the computation failed; `detail` is the error
 * @fires gd-change - a control moved a parameter; `detail` is `{name, value, parameters}`
 */
export abstract class ComputingElement<
  Parameters extends object,
  Result extends ResultBase<Parameters>,
  Computed extends { result: Result },
  Views extends object,
  Data extends object = object,
> extends LitElement {
  declare engine: EnginePreference;
  declare controls: 'shown' | 'none';
  declare loading: 'lazy' | 'eager';

  protected abstract readonly experiment: Experiment<Parameters, Result, Computed, Views, Data>;

  /** The properties that hold the experiment's data: they have no attribute and no control. */
  protected readonly dataNames: readonly string[] = [];

  /** What the pictures are drawn from: possibly older or coarser than the parameters ask for while computing. */
  protected computed: Computed | undefined;
  protected readonly viewData: Partial<Views> = {};
  /** What each view's data were computed from. */
  readonly #basis = new Map<keyof Views, Computed | undefined>();

  #engine: ChosenEngine | undefined;
  #parameters: Parameters | undefined;
  #state: ElementState = 'idle';
  #error: Error | undefined;
  #progress = 0;
  #settled = new Deferred<Result>();
  #controller: AbortController | undefined;
  #stale = new Set<PropertyKey>();
  #wanted = false;
  #stopListening: (() => void) | undefined;
  #releaseTimer: ReturnType<typeof setTimeout> | undefined;
  #nearViewport = new NearViewport(this, () => this.#computeIfWanted());
  #printing = new Printing(() => this.printingChanged());

  constructor() {
    super();
    for (const { name, default: value } of commonParameters) Object.assign(this, { [name]: value });
  }

  /** The parameters in force: the last ones that could be taken. */
  get parameters(): Parameters | undefined {
    return this.#parameters;
  }

  /** `idle`, `running`, `done` or `failed`; it is an attribute too, for a page's style. */
  get state(): ElementState {
    return this.#state;
  }

  /** The last result; it stays when a later computation fails. Plain data. */
  get result(): Result | undefined {
    return this.computed?.result;
  }

  /** Why the state is `failed`. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** How much of the present computation is done, from 0 to 1. */
  get progress(): number {
    return this.#progress;
  }

  /** A sentence about the engine that a visitor should know, e.g. why the GPU is not used. */
  get notice(): string | undefined {
    const words = this.#engine?.noticeWords;
    return words && spell(words);
  }

  /**
   * Resolves with the result once the current parameters have been computed and drawn; rejects with the error if they
   * cannot be. Whoever asks is waiting: asking makes a lazy element compute at once.
   */
  get settled(): Promise<Result> {
    this.#wanted = true;
    // Parameters set in this very task have not been looked at yet.
    void this.updateComplete.then(() => this.#computeIfWanted());
    return this.updateComplete.then(() => this.#settled.promise);
  }

  /** Computes everything anew with the current parameters. Returns what `settled` does. */
  run(): Promise<Result> {
    this.#markAllStale();
    return this.settled;
  }

  /** Stops the present computation; the last picture stays, and `settled` rejects with an `AbortError`. */
  cancel(): void {
    if (this.#state !== 'running') return;
    this.#stop();
    this.#wanted = false;
    this.#stale.clear();
    this.#become('idle');
    this.#settled.reject(new DOMException(say('cancelled'), 'AbortError'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#releaseTimer);
    enter(this);
    this.#nearViewport.observe();
    this.#printing.observe();
    this.#stopListening ??= onWords(() => this.requestUpdate());
    followPageLanguage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#nearViewport.disconnect();
    this.#printing.disconnect();
    this.#stopListening?.();
    this.#stopListening = undefined;
    // What was cut off is still stale, and is taken up again if the element comes back.
    this.#stop();
    if (this.#state === 'running') this.#become('idle');
    this.#engine = undefined;
    this.#releaseTimer = setTimeout(() => this.release(), RELEASE_MILLISECONDS);
  }

  /**
   * Lets go of all that was computed: browsers may keep an element long after it was removed, and its arrays with it.
   * If it comes back, everything is computed anew.
   */
  protected release(): void {
    this.computed = undefined;
    this.#basis.clear();
    for (const view of Object.keys(this.viewData) as (keyof Views)[]) delete this.viewData[view];
    this.#markAllStale();
    if (this.#state === 'done') this.#become('idle');
    this.requestUpdate();
    leave(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const schema: readonly Parameter[] = [...commonParameters, ...this.experiment.parameters];
    const moved = schema.filter(({ name }) => changed.has(name));
    const dataMoved = this.dataNames.some((name) => changed.has(name));
    if (moved.length === 0 && !dataMoved) return;
    try {
      valuesOf(commonParameters, this);
      const parameters = valuesOf(this.experiment.parameters, this) as Parameters;
      this.experiment.check(parameters, this.data());
      this.#parameters = parameters;
    } catch (error) {
      this.#fail(error as Error);
      return;
    }
    const recovering = this.#state === 'failed';
    if (recovering) {
      this.#error = undefined;
      this.#become('idle');
    }
    for (const parameter of moved) this.#markStaleAfter(parameter);
    if (recovering || dataMoved) this.#markAllStale();
    this.#computeIfWanted();
  }

  /** The data that the experiment computes with, by its own names for it. */
  protected data(): Data | undefined {
    return undefined;
  }

  #markStaleAfter(parameter: Parameter): void {
    if (parameter.name === 'engine') {
      this.#engine = undefined;
      this.#markAllStale();
    } else if (parameter.view) {
      if (parameter.view in this.experiment.views) this.#markStale(parameter.view);
    } else if (parameter.name === 'views') {
      for (const view of Object.keys(this.experiment.views)) if (!(view in this.viewData)) this.#markStale(view);
      if (!this.computed) this.#markAllStale();
    } else if (!commonParameters.some(({ name }) => name === parameter.name)) {
      this.#markAllStale();
    }
  }

  #markAllStale(): void {
    this.#markStale(RUN);
    for (const view of Object.keys(this.experiment.views)) this.#markStale(view);
  }

  #markStale(part: PropertyKey): void {
    this.#settled = this.#settled.renewed();
    this.#stale.add(part);
    if (this.#state !== 'running') return;
    this.#stop();
  }

  /** Whether a view's data go with the present result: while they are computed anew, they are still an older one's. */
  protected goesWithResult(view: keyof Views): boolean {
    return this.#basis.get(view) === this.computed;
  }

  /** Recomputes one view, e.g. because its size changed. */
  protected refreshView(view: keyof Views & string): void {
    this.#markStale(view);
    this.#computeIfWanted();
  }

  /** Whether the page is being printed: on paper nothing is far away, so that everything is computed. */
  protected get isPrinting(): boolean {
    return this.#printing.isOn;
  }

  /** Printing begins, or is over. */
  protected printingChanged(): void {
    this.#computeIfWanted();
  }

  #computeIfWanted(): void {
    const isWanted = this.loading === 'eager' || this.#nearViewport.isNear || this.#wanted || this.isPrinting;
    if (!isWanted) this.#pause();
    else if (
      this.isConnected &&
      this.#stale.size > 0 &&
      !this.#controller &&
      this.#state !== 'failed' &&
      this.#parameters
    )
      void this.#compute(this.#parameters);
  }

  /** Whatever is being computed is not any more; nobody is told. */
  #stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }

  /** What was left behind and is not waited for is not computed on; what is still stale then is taken up when it is wanted again. */
  #pause(): void {
    if (this.#state !== 'running') return;
    this.#stop();
    this.#become('idle');
  }

  async #compute(parameters: Parameters): Promise<void> {
    const controller = (this.#controller = new AbortController());
    const { signal } = controller;
    const isCurrent = () => this.#controller === controller;
    this.#engine ??= chooseEngine(this.engine);
    const engine = this.#engine;
    this.#progress = 0;
    this.#become('running');
    this.emit('gd-start', { parameters });
    try {
      // The picture sizes are measured from what is drawn.
      await this.updateComplete;
      const parts = this.#partsToCompute(parameters);
      let computed = this.computed;
      for (const [i, part] of parts.entries()) {
        const onProgress = (fraction: number) => isCurrent() && this.#advance((i + fraction) / parts.length);
        if (part === RUN) {
          computed = await this.experiment.run(parameters, engine, { signal, onProgress }, this.data());
        } else {
          const view = part as keyof Views & string;
          const show = (data: Views[typeof view]) => {
            if (!isCurrent()) return;
            this.viewData[view] = data;
            this.#basis.set(view, computed);
            this.requestUpdate();
          };
          const size = this.pictureSize(view);
          show(
            await this.experiment.views[view](parameters, computed!, engine, {
              signal,
              onProgress,
              size,
              onSharper: show,
            }),
          );
        }
        if (!isCurrent()) return;
        this.computed = computed;
        this.#stale.delete(part);
      }
      this.#progress = 1;
      this.#controller = undefined;
      this.#wanted = false;
      this.#stale.clear();
      this.requestUpdate();
      await this.updateComplete;
      // A parameter may have moved while the last picture was drawn.
      if (this.#stale.size > 0 || this.#controller) return;
      this.#become('done');
      await this.updateComplete;
      this.#settled.resolve(computed!.result);
      this.emit('gd-result', { parameters, result: computed!.result, engine: computed!.result.engine });
    } catch (error) {
      if (isCurrent()) this.#fail(error as Error);
    }
  }

  #partsToCompute(parameters: Parameters): PropertyKey[] {
    const shown = (parameters as { views?: readonly string[] }).views ?? Object.keys(this.experiment.views);
    const ready: readonly string[] = this.experiment.ready ?? [];
    const isReady = (view: string) => ready.includes(view);
    return [RUN, ...shown.filter(isReady), ...shown.filter((view) => !isReady(view))].filter((part) =>
      this.#stale.has(part),
    );
  }

  #advance(progress: number): void {
    const before = this.#progress;
    this.#progress = Math.max(before, Math.min(1, progress));
    // Reports come with every slice of the work; what is shown of them are whole percents.
    if (Math.floor(100 * this.#progress) !== Math.floor(100 * before)) this.requestUpdate();
    this.emit('gd-progress', { progress: this.#progress });
  }

  #fail(error: Error): void {
    this.#stop();
    this.#error = error;
    this.#settled = this.#settled.renewed();
    this.#become('failed');
    this.#settled.reject(error);
    this.emit('gd-error', error);
  }

  #become(state: ElementState): void {
    this.#state = state;
    this.setAttribute('state', state);
    this.requestUpdate();
  }

  /** Moves a parameter as a person does with a control: says so to the page. */
  protected change(name: string, value: unknown): void {
    Object.assign(this, { [name]: value });
    void this.updateComplete.then(() => this.emit('gd-change', { name, value, parameters: this.#parameters }));
  }

  protected emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** How large a view's picture is at present, in CSS pixels. */
  protected abstract pictureSize(view: keyof Views & string): PictureSize;
}
