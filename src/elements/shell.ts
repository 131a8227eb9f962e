import { adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Caption } from '../charts/kit/export';
import type { EngineInfo } from '../engine/contract';
import { defineExperimentWords, textOfExperiment } from '../experiments/words';
import { ParameterError, shorten } from '../experiments/parameters/error';
import { attributeOf } from '../experiments/parameters/attribute';
import type { AnyParameter } from '../experiments/parameters/parameter';
import { isSame } from '../experiments/parameters/values';
import type { PictureSize, Tool } from '../experiments/view';
import { elementWords as say } from '../words/elements';
import { messageOf } from '../words/error';
import { localizedMathML } from '../words/numbers';
import { foreignLanguage, onWords, spell } from '../words/words';
import { AuditOnDemand } from './audit';
import { commonParameters, engineParameters } from './common-parameters';
import type { Host, LoadedExperiment, Shown } from './entry';
import type { ElementState } from './state';
import { FirstSight } from './first-sight';
import { InSight } from './in-sight';
import { keepKeys } from './keys';
import { followPageLanguage } from './page-language';
import { tellMisspelt } from './misspelt';
import { NearViewport } from './near-viewport';
import { Controls } from './parts/controls';
import { copyFormula } from './parts/copy-formula';
import { renderFigure } from './parts/figure';
import { renderRefusal } from './parts/refusal';
import { renderStatus } from './parts/status';
import { Tools, type Changes } from './parts/tools';
import { Pictures, type Figure } from './pictures';
import { enter, leave } from './presence';
import { Printing } from './printing';
import { Runner, type RunnerHost } from './runner';
import { schemeFor, type Scheme } from './scheme';
import { Settings } from './settings';
import { elementStyles } from './styles';
import { Sync } from './sync';
import { WindowFit } from './window-fit';

/** A figure's title and texts, in pixels. */
const AROUND_PICTURE = 160;

/** An element that was only moved is back by then. */
const RELEASE_MILLISECONDS = 1000;

/**
 * What an element shows of its experiment: controls, messages, one figure for each view, the line about the engine.
 * Experiments with something peculiar override single methods.
 */
export class Shell implements Shown, RunnerHost {
  readonly runner: Runner;
  /** The element's parameters: the experiment's and those that every element has. */
  readonly parameterList: readonly AnyParameter[];

  readonly #pictures: Pictures;
  readonly #controls: Controls;
  readonly #tools: Tools;
  readonly #nearViewport: NearViewport;
  readonly #audit: AuditOnDemand;
  readonly #inSight = new InSight(() => this.changed());
  readonly #firstSight = new FirstSight(() => this.#tools.playByItself());
  readonly #windowFit = new WindowFit();
  readonly #printing = new Printing(() => this.#printingChanged());
  // In a frame of its own: what is drawn anew is of another height, which the observer would have to tell in the same one.
  readonly #resizes = new ResizeObserver(() => {
    cancelAnimationFrame(this.#resizing);
    this.#resizing = requestAnimationFrame(() => this.#resized());
  });
  readonly #common: readonly AnyParameter[];
  readonly #settings: Settings;
  readonly #sync: Sync;
  #stopListening: (() => void) | undefined;
  #releaseTimer: ReturnType<typeof setTimeout> | undefined;
  #width = 0;
  /** The controls of each picture that is shown, as of the last update. */
  #toolsOf: ReadonlyMap<string, readonly Tool[]> = new Map();
  /** Where there is little room, the controls are folded away until somebody asks for them. */
  #isPanelOpen = false;
  #resizing = 0;
  #scheme: Scheme = 'light';

  constructor(
    readonly element: Host,
    readonly loaded: LoadedExperiment,
  ) {
    const { experiment, views } = loaded;
    defineExperimentWords(experiment, views);
    const hasEngine = Boolean(experiment.run) || Object.values(views).some(({ compute }) => compute);
    this.#common = hasEngine ? engineParameters : commonParameters;
    this.parameterList = [...experiment.parameters, ...this.#common];
    this.#settings = new Settings(element as unknown as Record<string, unknown>, experiment, this.parameterList);
    this.#sync = new Sync(this);
    this.runner = new Runner(this, loaded, this.#common);
    const changes: Changes = {
      set: (name, value, isTyping) => this.enter(name, value, isTyping),
      move: (name, value) => this.move(name, value),
      show: (name, value) => void this.#settings.change(name, value, this.parameters),
    };
    this.#pictures = new Pictures(this.runner, loaded.views, changes);
    this.#controls = new Controls(element, (parameter, value, isTyping) => {
      this.#tools.leave(parameter.name);
      return this.enter(parameter.name, value, isTyping);
    });
    this.#tools = new Tools(element, changes);
    this.#audit = new AuditOnDemand(experiment, () => this.changed());
    this.#nearViewport = new NearViewport(element, () => this.runner.computeIfWanted());
    adoptStyles(element.renderRoot as ShadowRoot, [elementStyles]);
    keepKeys(element.renderRoot as ShadowRoot);
    // Until something is typed nobody needs it.
    const takeWithClick = async () => (await import('./left-fields')).takeWithClick(element.renderRoot as ShadowRoot);
    element.renderRoot.addEventListener('input', () => void takeWithClick(), { once: true });
    tellMisspelt(
      element,
      this.parameterList.map(({ attribute }) => attribute),
    );
  }

  get experiment() {
    return this.loaded.experiment;
  }
  get parameters() {
    return this.runner.parameters;
  }
  get state() {
    return this.runner.state;
  }
  get result() {
    return this.runner.result;
  }
  get error() {
    return this.runner.error;
  }
  get progress() {
    return this.runner.progress;
  }
  get notice() {
    return this.runner.notice;
  }
  get settled() {
    return this.runner.settled;
  }
  run(): Promise<object> {
    return this.runner.again();
  }
  cancel(): void {
    this.runner.cancel();
  }

  // What its group asks for.

  get group(): string {
    return this.isConnected ? this.element.sync : '';
  }

  get resolved(): Readonly<Record<string, unknown>> {
    const { all } = this.#settings;
    try {
      const resolved = this.experiment.resolve?.(all) ?? all;
      const inForce = this.parameterList.map(({ name, about }) => [name, about.inForce?.(resolved) ?? resolved[name]]);
      return Object.fromEntries(inForce);
    } catch {
      // What is refused is told once it is checked.
      return all;
    }
  }

  /** As one of many values on the way: where it comes from, a slider may be moving. */
  take(name: string, value: unknown): void {
    this.runner.hurry();
    this.#settings.change(name, value, this.parameters);
  }

  // What the runner asks for.

  get values(): Readonly<Record<string, unknown>> {
    return this.#settings.values;
  }

  get data(): Readonly<Record<string, unknown>> {
    return this.#settings.data;
  }

  get isNear(): boolean {
    return this.element.loading === 'eager' || this.#nearViewport.isNear || this.#printing.isOn;
  }

  get isConnected(): boolean {
    return this.element.isConnected;
  }

  get updateComplete(): Promise<boolean> {
    return this.element.updateComplete;
  }

  changed(): void {
    this.element.requestUpdate();
  }

  showState(state: ElementState): void {
    this.element.showState(state);
  }

  emit(type: string, detail: unknown): void {
    this.element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  pictureSize(view: string): PictureSize {
    return this.loaded.views[view].size?.(this.#width || this.#chartWidth()) ?? { width: 0, height: 0 };
  }

  /**
   * The names of the views that are shown, in their order. Where no choice was made, those that do not apply are left
   * out; one that was asked for says in its place why it cannot be had.
   */
  get shownViews(): readonly string[] {
    const all = Object.keys(this.loaded.views);
    // Before any parameters could be taken, the property may hold anything.
    const { views } = (this.parameters ?? this.values) as { views?: unknown };
    const asked = Array.isArray(views) ? (views as string[]).filter((view) => all.includes(view)) : [];
    if (asked.length === 0 || asked.join() === all.join()) return all.filter((view) => this.absent(view) === undefined);
    return asked;
  }

  get viewsToDraw(): readonly string[] {
    return this.shownViews.filter((view) => this.absent(view) === undefined);
  }

  /** Why there is no such picture. */
  protected absent(view: string): string | undefined {
    const { parameters } = this;
    return parameters && this.loaded.views[view].absent?.({ parameters, data: this.data, run: this.runner.run });
  }

  // The element's life.

  connected(): void {
    this.#sync.follow();
    this.#readScheme();
    clearTimeout(this.#releaseTimer);
    this.runner.enter();
    enter(this);
    this.#nearViewport.observe();
    this.#printing.observe();
    this.#resizes.observe(this.element);
    this.#stopListening ??= onWords(() => this.changed());
    followPageLanguage();
  }

  disconnected(): void {
    this.#sync.leave();
    this.#nearViewport.disconnect();
    this.#printing.disconnect();
    this.#firstSight.end();
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#resizing);
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.runner.leave();
    this.#releaseTimer = setTimeout(() => this.#release(), RELEASE_MILLISECONDS);
  }

  /** Browsers may keep an element long after it was removed, and its arrays with it. */
  #release(): void {
    this.runner.release();
    for (const view of this.shownViews) this.#clear(view);
    this.#pictures.forget();
    this.changed();
    leave(this);
  }

  adopt(name: string, value: unknown): unknown {
    return this.#settings.adopt(name, value);
  }

  willUpdate(changed: PropertyValues): void {
    const { parameters, data, isFirst } = this.#settings.moved(changed);
    this.#sync.follow();
    if (!isFirst) this.#sync.moved(parameters, this.values);
    if (parameters.length > 0 || data) this.runner.take(parameters, data);
  }

  updated(): void {
    if (this.#width === 0) this.#width = this.#chartWidth();
    for (const view of this.shownViews) {
      const figure = this.#figureOf(view);
      if (!figure) continue;
      this.#inSight.watch(figure.container);
      if (this.absent(view) !== undefined) this.#pictures.clear(view, figure);
      else if (!this.#mayWait(figure)) this.#draw(view, figure);
    }
    const [first] = this.viewsToDraw;
    const bar = () => this.element.renderRoot.querySelector('.bar')?.clientHeight ?? 0;
    const picture = first === undefined ? null : this.chartOf(first);
    if (picture) this.#windowFit.fit(picture, first, bar, () => this.#pictures.redraw(first));
    this.#watchForFirstSight();
  }

  /**
   * Whether a picture is out of sight while a control is dragged and no result is told: it would take from those in sight the time that
   * there is.
   */
  #mayWait({ container }: Figure): boolean {
    return this.runner.isHurried && Boolean(this.experiment.run) && !this.#inSight.has(container);
  }

  /** What cannot be drawn fails as what cannot be computed does, and keeps no other picture from being drawn. */
  #draw(view: string, figure: Figure): void {
    try {
      this.#pictures.draw(view, figure, this.#width);
    } catch (error) {
      this.runner.fail(error as Error);
    }
  }

  #clear(view: string): void {
    const figure = this.#figureOf(view);
    if (figure) this.#pictures.clear(view, figure);
  }

  #figureOf(view: string): Figure | undefined {
    const container = this.chartOf(view);
    return container ? { container, words: container.parentElement!.querySelector('figcaption')! } : undefined;
  }

  /** What can be played is played once by itself, unless the page or a person has said which iteration is to be seen. */
  #watchForFirstSight(): void {
    if (this.state !== 'done') return;
    for (const [view, tools] of this.#toolsOf) {
      const played = tools.find((tool) => tool.kind === 'play');
      if (!played) continue;
      const { name, default: home } = this.parameterList.find(({ name }) => name === played.parameter)!;
      if (this.values[name] !== home) this.#firstSight.end();
      else this.#firstSight.watch(this.chartOf(view));
      return;
    }
  }

  /** The box that a view's chart is drawn in. */
  protected chartOf(view: string): HTMLElement | null {
    return this.element.renderRoot.querySelector<HTMLElement>(`[data-view="${view}"] .chart`);
  }

  #chartWidth(): number {
    return Math.max(280, this.element.renderRoot.querySelector('.views')?.clientWidth ?? 0);
  }

  /** Whether it is seen in another size than it is laid out in, as in a deck of slides: what sticks to the window's edge would stand amid it. */
  #isScaled(): boolean {
    return Math.abs(this.element.getBoundingClientRect().width - this.element.offsetWidth) > 1;
  }

  #resized(): void {
    const width = this.#chartWidth();
    if (this.element.clientWidth === 0 || width === this.#width) return;
    this.#width = width;
    this.changed();
    for (const view of this.viewsToDraw)
      if (this.loaded.views[view].size && this.runner.made.has(view)) this.runner.refresh(view);
  }

  /** The page's text has another colour: a probe's, inherited, has just turned. Canvases have read those of the scheme before. */
  #followText(): void {
    if (this.#readScheme()) this.#redraw();
  }

  /** Takes the scheme that suits the text's colour; true where it is another one than before. */
  #readScheme(): boolean {
    const text = this.element.renderRoot.querySelector('.scheme') ?? this.element;
    const before = this.#scheme;
    this.#scheme = schemeFor(getComputedStyle(text).color);
    return this.#scheme !== before;
  }

  #redraw(): void {
    this.#pictures.forget();
    this.changed();
  }

  /** The picture for paper stands within the call: light whatever the page's scheme, and as wide as paper is. */
  #printingChanged(): void {
    this.runner.computeIfWanted();
    if (!this.element.hasUpdated) return;
    const scheme = () => getComputedStyle(this.element.renderRoot.querySelector('.scheme')!).backgroundColor;
    const before = scheme();
    this.element.drawNow();
    if (scheme() === before) return;
    this.#redraw();
    this.element.drawNow();
  }

  // What a person does.

  /** Moves a parameter as a person does with a control: says so to the page. */
  change(name: string, value: unknown): void {
    this.#firstSight.end();
    const now = this.#settings.change(name, value, this.parameters);
    void this.updateComplete.then(() => this.emit('gd-change', { name, value: now, parameters: this.parameters }));
  }

  /** The same for one of many values on the way. */
  move(name: string, value: unknown): void {
    this.runner.hurry();
    this.change(name, value);
  }

  /** What a person types over, the value it held and the one that was shown, what typing has made of it, and whether the pictures show what is typed. */
  #typedOver: { name: string; held: unknown; before: unknown; now: unknown; isShown: boolean } | undefined;
  /** A value that is refused once the pictures have gone back to what they showed before. */
  #refusal: object | undefined;

  /**
   * Moves a parameter by what a person enters. What is still being typed is followed as long as it can be taken; where
   * something is to be run, not before it is finished. Where that is refused, the pictures go back to what was entered last.
   * @returns whether it can be taken
   */
  protected enter(name: string, value: unknown, isTyping = false): boolean {
    if (isTyping && this.experiment.run) return false;
    const isTaken = this.refusalOf({ [name]: value }) === undefined;
    const held = this.values[name];
    const last = this.#typedOver;
    const over = last?.name === name && last.now === held ? last : undefined;
    const isSameAsHeld = isSame(this.#settings.adopt(name, value), held);
    this.#typedOver = undefined;
    if (isTyping) {
      const before = over ? over.before : { [name]: held, ...this.#goodOnes }[name];
      if (isTaken && !isSameAsHeld) this.move(name, value);
      else this.changed();
      this.#typedOver = { name, held: over ? over.held : held, before, now: this.values[name], isShown: isTaken };
    } else if (over && isTaken && isSameAsHeld) this.changed();
    else if (isTaken || !over || over.now === over.held) this.change(name, value);
    else {
      const { before } = over;
      this.change(name, before);
      const refusal = (this.#refusal = {});
      const refuse = () => this.#refusal === refusal && this.values[name] === before && this.change(name, value);
      void this.runner.settled.then(refuse, refuse);
    }
    return isTaken;
  }

  /** The last good values in place of those that are refused. */
  get #goodOnes(): Readonly<Record<string, unknown>> {
    const { refused, parameters } = this.runner;
    return parameters ? Object.fromEntries(Object.keys(refused).map((name) => [name, parameters[name]])) : {};
  }

  /** Why values, with those that follow them, cannot be taken; undefined where they can. */
  protected refusalOf(values: Readonly<Record<string, unknown>>): unknown {
    const given: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values))
      Object.assign(given, this.#settings.movedBy(name, value, this.parameters));
    const data = { ...this.data, ...given };
    const { all } = this.#settings;
    const refusal = this.runner.refusalOf({ ...all, ...given }, data);
    return refusal && this.runner.refusalOf({ ...all, ...this.#goodOnes, ...given }, data);
  }

  /** Puts everything back, as a person does with the button. */
  protected reset(): void {
    this.#forgetTyped();
    for (const [name, home] of this.#settings.astray()) this.change(name, home);
  }

  #forgetTyped(): void {
    this.#typedOver = this.#refusal = undefined;
  }

  setUp(attributes: Readonly<Record<string, string>>): void {
    this.#forgetTyped();
    this.#settings.setUp(attributes);
  }

  // What it looks like.

  /** A text of the experiment, by its derived key: `title`, `histogram.hint`. */
  protected text(key: string): string {
    return spell(textOfExperiment(this.experiment, key));
  }

  render(): TemplateResult {
    const isBare = this.element.controls === 'none';
    const isPrinting = this.#printing.isOn;
    // A page that has its grounds printed, as a deck of slides does, keeps its scheme on paper.
    const isOnPaper = isPrinting && getComputedStyle(this.element).printColorAdjust !== 'exact';
    this.#pictures.state = {
      isInteractive: !isBare,
      hidesAnswers: this.#hidesAnswers,
      isBusy: this.state === 'running',
      phase: this.#tools.phase,
    };
    this.#toolsOf = new Map(isBare ? [] : this.viewsToDraw.map((view) => [view, this.#pictures.tools(view)]));
    return html`
      <div class="base ${isPrinting ? 'printing' : ''} ${isOnPaper ? 'on-paper' : ''} ${this.#isScaled() ? 'scaled' : ''}" .style=${isOnPaper ? '' : `color-scheme: ${this.#scheme};${this.#room}`} part="base" lang=${foreignLanguage() ?? nothing} @transitionend=${(event: TransitionEvent) => event.propertyName === 'visibility' && this.runner.computeIfWanted()}>
        ${isBare ? nothing : this.#renderPanel()}
        <div class="body">
          ${isBare ? this.#renderMessage() : this.#renderHead()}
          ${this.#hidesAnswers && !isBare ? this.#renderHidden() : nothing}
          <div class="views" part="views">${repeat(
            this.shownViews,
            (view) => view,
            (view, i) =>
              this.#renderView(
                view,
                this.shownViews.slice(0, i).some((earlier) => this.#isAwaited(earlier)),
              ),
          )}</div>
          ${isBare ? this.#renderStatus() : this.#renderBar()}
        </div>
        <span class="scheme" aria-hidden="true" @transitionend=${() => this.#followText()}></span>
      </div>
    `;
  }

  /** Keeps the room of what is still to come, so that nothing below jumps as it comes. */
  get #room(): string {
    const isAwaited = this.shownViews.some((view) => this.#isAwaited(view));
    return isAwaited ? `min-block-size: ${this.element.roomFor(this.shownViews)}px` : '';
  }

  get #hidesAnswers(): boolean {
    return this.element.answers === 'hidden';
  }

  #renderHidden(): TemplateResult {
    const show = () => this.change('answers', 'shown');
    return html`<p class="hidden-answers"><span>${say('answersHidden')}</span> <button type="button" @click=${show}>${say('showAnswers')}</button></p>`;
  }

  /** What moves the pictures, in sight beside each of them. */
  #renderBar(): TemplateResult | typeof nothing {
    const bar = this.#tools.barOf([...this.#toolsOf.values()].flat());
    if (!bar.steps && !bar.play && !bar.rate) return nothing;
    const played = [...this.#toolsOf].filter(([, tools]) => tools.some(({ kind }) => kind === 'play'));
    return this.#tools.renderBar(bar, {
      isAwaited: played.some(([view]) => !this.runner.isUpToDate(view)),
      refusals: this.runner.refusals,
      home: this.parameterList.find(({ name }) => name === bar.rate?.parameter)?.default,
    });
  }

  #renderStatus(): TemplateResult | typeof nothing {
    if (this.#common !== engineParameters) return nothing;
    const { state, progress, notice } = this;
    const engine = (this.result as { engine?: EngineInfo } | undefined)?.engine;
    const { problem } = this.runner;
    const audited = state === 'done' && engine && problem ? { problem, engine } : undefined;
    const audit = this.element.controls === 'none' ? undefined : this.#audit.stateOf(audited);
    return renderStatus({
      state,
      isCancelled: this.runner.isCancelled,
      progress,
      notice,
      engine,
      ...(audit && { audit: { state: audit, begin: () => void this.#audit.begin(audited!) } }),
    });
  }

  #renderHead(): TemplateResult | typeof nothing {
    const { parameters, experiment } = this;
    // A formula that is typed stands typeset under its field.
    const isTyped = this.parameterList.some((one) => one.type.control.kind === 'formula' && this.#hasControl(one));
    if (!parameters || !experiment.head || isTyped) return nothing;
    const markup = unsafeHTML(localizedMathML(experiment.head(parameters)));
    return html`<div class="formula gd-goes-on" role="math" tabindex="0" aria-label=${say('formula')} @copy=${copyFormula}>${markup}</div>`;
  }

  #renderPanel(): TemplateResult {
    const title = this.text('title');
    const controls = this.parameterList.filter((parameter) => this.#hasControl(parameter));
    const hasSeed = controls.some(({ name }) => name === 'seed');
    const isRequest = this.error && this.renderRequest(this.error);
    const refusals = isRequest
      ? []
      : [...this.runner.refusals].filter(([, error]) => !this.#tools.isRefusedHere(error));
    const isOpen = this.#isPanelOpen || refusals.length > 0;
    return html`
      <div class="panel" part="panel" role="group" aria-label=${say('settings', { title })} data-open=${String(isOpen)}>
        ${this.renderSource()}
        <button type="button" class="panel-toggle quiet" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => this.#openPanel(!isOpen)}>${say('settingsTitle')}</button>
        <div class="panel-body">
          ${this.#controls.render(this.experiment.name, controls, {
            values: this.values,
            valid: this.parameters ?? {},
            decided:
              this.parameters && !this.error ? (this.experiment.decided?.(this.parameters, this.data) ?? {}) : {},
            refusals: new Map(refusals),
          })}
          <div class="actions">
            ${this.experiment.run ? this.#renderRun() : nothing}
            ${hasSeed ? html`<button type="button" @click=${() => this.#drawNewSeed()}>${say('newSeed')}</button>` : nothing}
            <button type="button" @click=${() => this.reset()}>${say('reset')}</button>
            ${this.#renderStatus()}
          </div>
        </div>
        ${this.#renderMessage()}
      </div>
    `;
  }

  #openPanel(isOpen: boolean): void {
    this.#isPanelOpen = isOpen;
    this.changed();
  }

  /** One button for both, as wide as the wider word: nothing beside it moves when a run begins or ends. */
  #renderRun(): TemplateResult {
    const isRunning = this.state === 'running';
    const [word, other] = isRunning ? (['cancel', 'run'] as const) : (['run', 'cancel'] as const);
    const press = () => (isRunning ? this.cancel() : void this.run());
    return html`<button type="button" class="run" data-other=${say(other)} @click=${press}>${say(word)}</button>`;
  }

  #hasControl({ about, control }: AnyParameter): boolean {
    return control !== 'none' && (about.applies?.({ ...this.#settings.all, ...this.data }) ?? true);
  }

  #drawNewSeed(): void {
    this.change('seed', crypto.getRandomValues(new Uint32Array(1))[0]);
  }

  #renderMessage(): TemplateResult | typeof nothing {
    const { error } = this;
    if (!error) return nothing;
    const request = this.renderRequest(error);
    if (request) return html`<div class="message request" part="message" role="status">${request}</div>`;
    if (this.element.controls !== 'none') {
      if (this.isToldAbove(error)) return nothing;
      const isBesideField = error instanceof ParameterError && this.#controls.shows(error.attribute);
      if (isBesideField || this.#tools.isRefusedHere(error))
        return this.runner.result ? html`<p class="last-good">${say('lastGood')}</p>` : nothing;
    }
    return this.messageAbout(error);
  }

  /** @param isAlert whether it is read out: once is enough for what is told beside its field, too */
  protected messageAbout(error: Error, isAlert = true): TemplateResult {
    return html`<div class="message" part="message" role=${isAlert ? 'alert' : nothing}>
      <b>${this.titleOf(error)}</b>
      ${this.reasonOf(error).replace(/[^.!?…。！？؟।]$/, '$&.')}${this.adviceOn(error)}${this.result ? ` ${say('lastGood')}` : ''}
    </div>`;
  }

  /** Whether a picture is still to come: it will take another height than its empty box has. */
  #isAwaited(view: string): boolean {
    return this.state !== 'failed' && this.absent(view) === undefined && !this.runner.made.has(view);
  }

  /** @param waits unseen, as an earlier picture would move it down */
  #renderView(view: string, waits: boolean): TemplateResult {
    const text = (key: string) => this.text(`${view}.${key}`);
    const absent = this.absent(view);
    const isBare = this.element.controls === 'none';
    const { theory, invitation } = this.loaded.views[view];
    const isReady = absent === undefined && this.runner.made.has(view);
    const tools = isBare || absent !== undefined ? nothing : this.renderTools(view);
    const hint = [
      text('hint'),
      ...(theory && !this.#hidesAnswers ? [text('theory')] : []),
      ...(invitation && !isBare && !this.#printing.isOn ? [text('invitation')] : []),
    ].join(' ');
    return renderFigure({
      view,
      title: text('title'),
      hint: absent ?? hint,
      tools: tools === nothing ? nothing : html`<div class="tools">${tools}</div>`,
      refused: isBare ? nothing : this.#refusedIn(view),
      save:
        isReady && !isBare
          ? (format) => import('./parts/saving').then(({ save }) => save(this.element, view, format))
          : undefined,
      labAddress: async () => (await import('./lab')).labAddress(this.element, view),
      isBusy: this.state === 'running',
      outdated: isReady ? this.#outdated(view) : '',
      room: absent === undefined ? this.element.roomFor([view], true) - AROUND_PICTURE : 0,
      waits,
    });
  }

  /** Fields in a picture may be far from the settings, where the same is said. */
  #refusedIn(view: string): TemplateResult[] {
    const { fields = [] } = this.loaded.views[view];
    if (this.error && this.renderRequest(this.error)) return [];
    return fields.flatMap((name) => {
      const error = this.runner.refusals.get(attributeOf(name));
      return error ? [renderRefusal(`${view}-${name}`, this.text(`${name}.label`), error, false)] : [];
    });
  }

  /** Says of a picture of earlier settings that it is one. */
  #outdated(view: string): string {
    const { name, isShown = true } = this.#typedOver ?? {};
    if (isShown) return this.runner.isOutdated(view) ? say('outdated') : '';
    const typed = this.parameterList.find((one) => one.name === name)!;
    return say('stillWith', { value: shorten(typed.print(this.parameters?.[typed.name])) });
  }

  /** The controls that belong to one picture; `nothing` where there are none. */
  protected renderTools(view: string): unknown {
    const tools = this.#tools.render(this.#toolsOf.get(view) ?? [], this.runner.refusals);
    return tools.length > 0 ? tools : nothing;
  }

  /** What stands above the controls: a choice that the others depend on. */
  protected renderSource(): unknown {
    return nothing;
  }

  /** What stands in place of a message about an error that is rather a request; undefined for all others. */
  protected renderRequest(_error: Error): TemplateResult | undefined {
    return undefined;
  }

  /** Whether an error is told by `renderSource`, above the controls. */
  protected isToldAbove(_error: Error): boolean {
    return false;
  }

  /** What went wrong, as the head of a message. */
  protected titleOf(error: Error): string {
    return error instanceof ParameterError ? say('valueRefused') : say('failed');
  }

  /** What went wrong, in a sentence or what may become one. */
  protected reasonOf(error: Error): string {
    return messageOf(error);
  }

  /** What to do about an error, beyond what it says itself; with a blank before it. */
  protected adviceOn(_error: Error): string {
    return '';
  }

  // Pictures and data for elsewhere.

  async exportSVG(view: string): Promise<string> {
    const chart = this.#chartToExport(view);
    const { chartToSVG } = await import('./parts/saving');
    return chartToSVG(chart, await this.#captionOf(view));
  }

  async exportPNG(view: string): Promise<Blob> {
    const chart = this.#chartToExport(view);
    const { chartToPNG } = await import('./parts/saving');
    return chartToPNG(chart, await this.#captionOf(view));
  }

  async exportCSV(view: string): Promise<string> {
    this.#chartToExport(view);
    return (await import('./parts/saving')).toCSV(this.#pictures.table(view));
  }

  exportJSON(view: string): string {
    this.#chartToExport(view);
    const { engine } = (this.result ?? {}) as { engine?: EngineInfo };
    const { name } = this.experiment;
    const head = { experiment: name, picture: view, title: this.text(`${view}.title`), parameters: this.parameters };
    return JSON.stringify({ ...head, ...(engine && { engine }), ...this.#pictures.content(view) }, null, 2);
  }

  async #captionOf(view: string): Promise<Caption> {
    const { captionOf } = await import('./parts/saving');
    const settings = this.parameterList.filter((parameter) => this.#hasControl(parameter));
    return captionOf(this.text(`${view}.title`), this.experiment, settings, this.parameters!);
  }

  #chartToExport(view: string): HTMLElement {
    const figure = this.#figureOf(view);
    if (!figure?.container.hasChildNodes() || !this.runner.made.has(view))
      throw new RangeError(`no picture of "${view}" has been drawn (drawn: ${this.shownViews.join(', ')})`);
    // It may wait for its turn.
    this.#draw(view, figure);
    return figure.container;
  }
}
