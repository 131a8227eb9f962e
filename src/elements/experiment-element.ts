import { html, LitElement, unsafeCSS, type PropertyDeclaration, type PropertyValues } from 'lit';
import { attributeOf } from '../experiments/parameters/attribute';
import { isSame } from '../experiments/parameters/values';
import type { AnyExperiment } from '../experiments/experiment';
import type { AnyParameter } from '../experiments/parameters/parameter';
import { arriveIn } from './arrivals';
import { Deferred } from './deferred';
import type { Entry, Shown } from './entry';
import type { ElementState } from './state';
import type {} from './events';
import { roomFor } from './room';
import hostStyles from './styles/host.css?inline';

/**
 * An experiment's element. It is registered before its experiment's code is there: connected, it fetches that code,
 * takes up what was set before, and hands everything on to what that code shows.
 *
 * @fires gd-start - a computation begins, which ends with `gd-result` or `gd-error`, or with the next `gd-start`; `detail` is `{parameters}`
 * @fires gd-progress - `detail` is `{progress}`, from 0 to 1
 * @fires gd-result - computed and drawn; `detail` is `{parameters, result, engine}`
 * @fires gd-error - a parameter was refused or the computation failed; `detail` is the error
 * @fires gd-change - a control moved a parameter; `detail` is `{name, value, parameters}`
 * @csspart base - everything: the box of controls beside or above the rest
 * @csspart panel - the box of controls
 * @csspart controls - the controls that are always in sight
 * @csspart more - the controls behind “More settings”
 * @csspart views - all figures
 * @csspart view - one figure; it also has its view's name as a part
 * @csspart view-title - a figure's title
 * @csspart chart - the box that a chart is drawn in
 * @csspart status - the line about engine and progress
 * @csspart message - what is wrong, and what to do
 * @csspart transport - the buttons and the slider that play a figure’s iterations, where it has them
 * @cssproperty --gd-font - the typeface of all text
 * @cssproperty --gd-font-mono - the typeface of formulas and lists of numbers in their fields
 * @cssproperty --gd-font-size - the size of all text outside of the charts
 * @cssproperty --gd-chart-height - the most that a chart's panel may be high, in px; or `window`: the first picture ends where the window does
 */
export class ExperimentElement extends LitElement {
  static override styles = unsafeCSS(hostStyles);
  /** What is known of the experiment before its code is there. @internal */
  static entry: Entry;

  #shown: Shown | undefined;
  #loading: Promise<void> | undefined;
  #loadError: Error | undefined;
  readonly #loaded = new Deferred<Shown>();
  readonly #internals: ElementInternals | undefined = this.attachInternals?.();

  constructor() {
    super();
    Object.assign(this, this.#entry.defaults);
  }

  get #entry(): Entry {
    return (this.constructor as typeof ExperimentElement).entry;
  }

  /** The parameters in force: the last ones that could be taken. */
  get parameters(): object | undefined {
    return this.#shown?.parameters;
  }

  /**
   * `idle`, `running`, `done` or `failed`; for a page's style it is a custom state: `:state(done)`. It is `idle`, with the last `result`, also while
   * something is still to be computed or drawn that nobody sees.
   */
  get state(): ElementState {
    return this.#shown?.state ?? (this.#loadError ? 'failed' : 'idle');
  }

  /** The last result; it stays when a later computation fails. Plain data. */
  get result(): object | undefined {
    return this.#shown?.result;
  }

  /** Why the state is `failed`. */
  get error(): Error | undefined {
    return this.#shown?.error ?? this.#loadError;
  }

  /** How much of the present computation is done, from 0 to 1. */
  get progress(): number {
    return this.#shown?.progress ?? 0;
  }

  /** A sentence about the engine that a visitor should know, e.g. why the GPU is not used. */
  get notice(): string | undefined {
    return this.#shown?.notice;
  }

  /** The experiment that this element shows: its name, title, parameters and the sheet's claims; undefined until its code is there. */
  get describes(): AnyExperiment | undefined {
    return this.#shown?.experiment;
  }

  /** The experiment's parameters, and those that every element has; none until its code is there. @internal */
  get parameterList(): readonly AnyParameter[] {
    return this.#shown?.parameterList ?? [];
  }

  /**
   * Resolves with the result once the current parameters have been computed and drawn; rejects with the error if they
   * cannot be, and with an `AbortError` if that was cancelled or if the element has been out of the page for a second. Asking makes a lazy element compute at once.
   */
  get settled(): Promise<object> {
    return this.#loaded.promise.then((shown) => shown.settled);
  }

  /** Computes everything anew with the current parameters. Returns what `settled` does. */
  run(): Promise<object> {
    return this.#loaded.promise.then((shown) => shown.run());
  }

  /** Stops the present computation; the last picture stays, and `settled` rejects with an `AbortError`. */
  cancel(): void {
    this.#shown?.cancel();
  }

  /** Moves a parameter as a control does, by one of many values on the way: the page is told by `gd-change`. */
  move(name: string, value: unknown): void {
    this.#shown?.move(name, value);
  }

  /** Puts parameters that are not given back to their defaults, and sets those that are: attributes' texts by attribute. */
  async setUp(attributes: Readonly<Record<string, string>>): Promise<void> {
    (await this.#loaded.promise).setUp(attributes);
  }

  /** A view's picture as a self-contained SVG document. */
  async exportSVG(view: string): Promise<string> {
    return (await this.#loaded.promise).exportSVG(view);
  }

  /** A view's picture as a PNG, at twice its size on the page. */
  async exportPNG(view: string): Promise<Blob> {
    return (await this.#loaded.promise).exportPNG(view);
  }

  /** A view's data as CSV, with a header. */
  async exportCSV(view: string): Promise<string> {
    return (await this.#loaded.promise).exportCSV(view);
  }

  /** The whole result, parameters included, as JSON; or of one view what its picture shows, with what was measured for it. */
  exportJSON(view?: string): string {
    if (view === undefined) return JSON.stringify(this.result, null, 2);
    if (!this.#shown) throw new RangeError(`no picture of "${view}" has been drawn`);
    return this.#shown.exportJSON(view);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    arriveIn(this.getRootNode());
    if (this.#shown) this.#shown.connected();
    else void (this.#loading ??= this.#load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shown?.disconnected();
  }

  async #load(): Promise<void> {
    try {
      const show = await this.#entry.load();
      const shown = (this.#shown = show(this));
      this.#takeUp(shown);
      if (this.isConnected) shown.connected();
      else shown.disconnected();
      this.#loaded.resolve(shown);
    } catch (error) {
      // Browsers do not fetch a module again whose fetch has failed, so neither is it tried again here.
      this.#loadError = error as Error;
      this.#loaded.reject(error);
      this.showState('failed');
      this.dispatchEvent(new CustomEvent('gd-error', { detail: error, bubbles: true, composed: true }));
      this.requestUpdate();
    }
  }

  /** What was set before the code was there: texts are parsed now, and everything counts as changed. */
  #takeUp(shown: Shown): void {
    const values = this as unknown as Record<string, unknown>;
    for (const name of [...Object.keys(this.#entry.defaults), ...this.#entry.data]) {
      values[name] = shown.adopt(name, values[name]);
      this.requestUpdate(name, undefined, { hasChanged: () => true });
    }
    this.requestUpdate();
  }

  /** An update is complete once the experiment's code is there, if it is being fetched. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading;
    return super.getUpdateComplete();
  }

  /** @internal */
  drawNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /** @internal */
  showState(state: ElementState): void {
    const states = this.#internals?.states as Set<string> | undefined;
    states?.clear();
    states?.add(state);
  }

  /** A property's value as it is kept: a text is parsed as soon as there is something that parses it, and a number may be a list of one. @internal */
  adopt(name: string, value: unknown): unknown {
    return this.#shown ? this.#shown.adopt(name, value) : value;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#shown?.willUpdate(changed);
  }

  protected override render(): unknown {
    if (this.#shown) return this.#shown.render();
    if (this.#loadError)
      return html`<p class="message" part="message" role="alert">
        <b>A part of Descent Lab could not be loaded.</b> The folder assets belongs beside descent-lab.js;
        descent-lab.inline.js needs no other file. (${this.#loadError.message})
      </p>`;
    const { views } = this as unknown as { views?: unknown };
    const all = Object.keys(this.#entry.heights.views);
    const asked = (Array.isArray(views) ? views : String(views).split(/\s+/)).filter((view) => all.includes(view));
    return html`<div .style=${`min-block-size: ${this.roomFor(asked.length > 0 ? asked : all)}px`}></div>`;
  }

  /** About how high it will be with these views; `isBare` without all that stands around them. @internal */
  roomFor(views: readonly string[], isBare = this.controls === 'none'): number {
    return Math.round(roomFor(this.#entry.heights, views, this.clientWidth, isBare));
  }

  protected override updated(): void {
    this.#shown?.updated();
  }

  declare controls: 'shown' | 'none';
  declare loading: 'lazy' | 'eager';
  declare sync: string;
  declare answers: 'shown' | 'hidden';
}

/** The class of an experiment's element. @internal */
export function experimentElement(entry: Entry): typeof ExperimentElement {
  const properties: Record<string, PropertyDeclaration> = {};
  for (const [name, value] of Object.entries(entry.defaults)) {
    const converter = { fromAttribute: (text: string | null) => text ?? value };
    properties[name] = { attribute: attributeOf(name), noAccessor: true, converter };
  }
  for (const name of entry.data) properties[name] = { attribute: false, noAccessor: true };
  class Element extends ExperimentElement {
    static override entry = entry;
    static override properties = properties;
  }
  for (const name of Object.keys(properties))
    Object.defineProperty(Element.prototype, name, accessorOf(name, entry.defaults[name]));
  return Element;
}

/**
 * A property whose texts are parsed as they are set, and whose value counts as changed only if it is another one. Nothing is its default, as where an
 * attribute is taken away: so a framework sets a property that a page no longer gives.
 */
function accessorOf(
  name: string,
  home: unknown,
): PropertyDescriptor & ThisType<ExperimentElement & Record<symbol, unknown>> {
  const key = Symbol(name);
  return {
    get() {
      return this[key];
    },
    set(given: unknown) {
      const value = this.adopt(name, given ?? home);
      const old = this[key];
      if (isSame(value, old)) return;
      this[key] = value;
      this.requestUpdate(name, old, { hasChanged: () => true });
    },
    configurable: true,
    enumerable: true,
  };
}
