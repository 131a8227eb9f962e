import { html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { paletteStyles } from '../charts/kit/palette';
import type { Experiment, PictureSize, ResultBase } from '../experiments/experiment';
import { defaultsOf, ParameterError, textOf, type Parameter } from '../experiments/parameters';
import { ComputingElement } from './computing-element';
import { commonParameters } from './parameter-properties';
import type { Picture } from './picture';
import { renderControls } from './parts/controls';
import { renderFigure } from './parts/figure';
import { renderStatus } from './parts/status';
import { elementStyles } from './styles';
import { elementWords as say } from '../words/elements';
import { messageOf } from '../words/error';
import { foreignLanguage, wordsVersion } from '../words/words';

/**
 * An experiment's element as it looks: controls, messages, one figure for each view, where it was computed, and the
 * menus that save pictures and data.
 *
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
 * @cssproperty --gd-font - the typeface of all text
 * @cssproperty --gd-font-mono - the typeface of formulas and lists of numbers in their fields
 * @cssproperty --gd-font-size - the size of all text outside of the charts
 * @cssproperty --gd-chart-height - how tall a chart's panel is at most, in pixels
 */
export abstract class GdExperiment<
  Parameters extends object,
  Result extends ResultBase<Parameters>,
  Computed extends { result: Result },
  Views extends object,
  Data extends object = object,
> extends ComputingElement<Parameters, Result, Computed, Views, Data> {
  static override styles = [unsafeCSS(paletteStyles), ...elementStyles];

  /** One picture for each view, by name. */
  protected abstract readonly pictures: Record<keyof Views & string, Picture>;

  #drawn = new Map<string, readonly unknown[]>();
  #summaries = new Map<string, string>();
  #resizes = new ResizeObserver(() => this.#resized());
  #width = 0;

  /** What to do about an error, beyond what it says itself; with a blank before it. */
  protected adviceOn(_error: Error): string {
    return '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  protected override release(): void {
    super.release();
    // What is drawn holds what it was drawn from.
    this.#drawn.clear();
    for (const view of this.shownViews) this.chartOf(view)?.replaceChildren();
  }

  /** The experiment that this element shows: its name, title, problem, parameters and the sheet's claims. */
  get describes(): Experiment<Parameters, Result, Computed, Views, Data> {
    return this.experiment;
  }

  /**
   * The names of the views that are shown, in their order. Where no choice was made, those that do not apply are left out;
   * one that was asked for says in its place why it cannot be had.
   */
  protected get shownViews(): readonly (keyof Views & string)[] {
    const all = Object.keys(this.pictures);
    const shown = ((this.parameters as { views?: readonly string[] } | undefined)?.views ??
      all) as readonly (keyof Views & string)[];
    return shown.length === all.length ? shown.filter((view) => this.pictures[view].absent?.() === undefined) : shown;
  }

  /** What stands above the pictures: the formula, for example. */
  protected renderHead(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Parameters whose value the data decides, and not their control. */
  protected decided(): Record<string, { value: unknown; help: string }> {
    return {};
  }

  /** What stands in place of a message about an error that is a request rather; undefined for all others. */
  protected renderRequest(_error: Error): TemplateResult | undefined {
    return undefined;
  }

  /** What stands above the controls: a choice that the others depend on. */
  protected renderSource(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Whether a parameter's control is shown at present. */
  protected hasControl(_parameter: Parameter): boolean {
    return true;
  }

  /** What went wrong, as the head of a message. */
  protected titleOf(error: Error): string {
    return error instanceof ParameterError ? say('valueRefused') : say('failed');
  }

  protected override render(): TemplateResult {
    return html`
      <div class="base ${this.isPrinting ? 'printing' : ''}" part="base" lang=${foreignLanguage() ?? nothing}>
        ${this.controls === 'none' ? nothing : this.#renderPanel()}
        <div class="body">
          ${this.controls === 'none' ? this.#renderMessage() : this.renderHead()}
          <div class="views" part="views">${this.shownViews.map((view) => this.#renderView(view))}</div>
          ${this.controls === 'none' ? renderStatus(this) : nothing}
        </div>
        <span class="scheme" aria-hidden="true" @transitionend=${() => this.#redraw()}></span>
      </div>
    `;
  }

  #renderPanel(): TemplateResult {
    const values = this as unknown as Record<string, unknown>;
    const refused =
      this.error instanceof ParameterError && !this.renderRequest(this.error) ? this.error.attribute : undefined;
    const change = (parameter: Parameter, value: unknown) => this.change(parameter.name, value);
    const all: readonly Parameter[] = [...this.experiment.parameters, ...commonParameters];
    const shown = all.filter((parameter) => this.hasControl(parameter));
    return html`
      <section class="panel" part="panel" aria-label=${say('settings', { title: this.experiment.title })}>
        ${this.renderSource()} ${renderControls(shown, { values, refused, change, decided: this.decided() })}
        <div class="actions">
          ${
            this.state === 'running'
              ? html`<button type="button" class="primary" @click=${() => this.cancel()}>${say('cancel')}</button>`
              : html`<button type="button" class="primary" @click=${() => void this.run()}>${say('run')}</button>`
          }
          ${shown.some(({ name }) => name === 'seed') ? html`<button type="button" @click=${() => this.#drawNewSeed()}>${say('newSeed')}</button>` : nothing}
          <button type="button" @click=${() => this.#restoreDefaults()}>${say('reset')}</button>
          ${renderStatus(this)}
        </div>
        ${this.#renderMessage()}
      </section>
    `;
  }

  #renderMessage(): TemplateResult | typeof nothing {
    if (!this.error) return nothing;
    const request = this.renderRequest(this.error);
    if (request) return html`<div class="message request" part="message" role="status">${request}</div>`;
    return html`<div class="message" part="message" role="alert">
      <b>${this.titleOf(this.error)}</b>
      ${messageOf(this.error).replace(/[^.!?…。！？؟।]$/, '$&.')}${this.adviceOn(this.error)}${this.computed ? ` ${say('lastGood')}` : ''}
    </div>`;
  }

  #renderView(view: keyof Views & string): TemplateResult {
    const picture = this.pictures[view];
    const absent = picture.absent?.();
    const isReady = absent === undefined && picture.inputs() !== undefined;
    return renderFigure({
      view,
      title: picture.title(),
      hint:
        absent ??
        (this.controls === 'none' || this.isPrinting || !picture.invitation
          ? picture.hint()
          : `${picture.hint()} ${picture.invitation()}`),
      summary: isReady ? this.#summaryOf(view) : '',
      tools: this.controls === 'none' || absent !== undefined ? undefined : picture.tools?.(),
      save:
        isReady && this.controls !== 'none'
          ? (format) => void import('./parts/saving').then(({ save }) => save(this, this.experiment.name, view, format))
          : undefined,
      busy: this.state === 'running',
    });
  }

  /** The summary of the picture that is shown: while its data are computed anew, that is the last one. */
  #summaryOf(view: keyof Views & string): string {
    if (this.goesWithResult(view)) this.#summaries.set(view, this.pictures[view].summary());
    return this.#summaries.get(view) ?? '';
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#width === 0) this.#width = this.#chartWidth();
    for (const view of this.shownViews) {
      const picture = this.pictures[view];
      const container = this.chartOf(view);
      if (picture.absent?.() !== undefined) {
        container?.replaceChildren();
        this.#drawn.delete(view);
        continue;
      }
      const inputs = picture.inputs();
      if (!inputs || !container || !this.goesWithResult(view)) continue;
      const key = [...inputs, this.#width, container, wordsVersion()];
      const last = this.#drawn.get(view);
      if (last && last.length === key.length && key.every((value, i) => Object.is(value, last[i]))) continue;
      this.#drawn.set(view, key);
      container.style.setProperty('--_drawn', `${this.#width}px`);
      picture.draw(container, this.#width);
    }
  }

  /** The box that a view's chart is drawn in. */
  protected chartOf(view: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-view="${view}"] .chart`);
  }

  /** Canvases have read the colours of a scheme that is no longer the page's: a probe's colour has just turned. */
  #redraw(): void {
    this.#drawn.clear();
    this.requestUpdate();
  }

  /** The picture for paper stands within the call: light whatever the page's scheme, and as wide as paper is (see the styles). */
  protected override printingChanged(): void {
    super.printingChanged();
    if (!this.hasUpdated) return;
    const scheme = () => getComputedStyle(this.renderRoot.querySelector('.scheme')!).backgroundColor;
    const before = scheme();
    this.requestUpdate();
    this.performUpdate();
    if (scheme() === before) return;
    this.#redraw();
    this.performUpdate();
  }

  #chartWidth(): number {
    return Math.max(280, this.renderRoot.querySelector('.views')?.clientWidth ?? 0);
  }

  #resized(): void {
    const width = this.#chartWidth();
    if (this.clientWidth === 0 || width === this.#width) return;
    this.#width = width;
    this.requestUpdate();
    for (const view of this.shownViews) if (this.pictures[view].size && this.viewData[view]) this.refreshView(view);
  }

  protected override pictureSize(view: keyof Views & string): PictureSize {
    return this.pictures[view].size?.(this.#width || this.#chartWidth()) ?? { width: 0, height: 0 };
  }

  #drawNewSeed(): void {
    this.change('seed', crypto.getRandomValues(new Uint32Array(1))[0]);
  }

  #restoreDefaults(): void {
    const defaults = defaultsOf(this.experiment.parameters) as Record<string, unknown>;
    const current = this as unknown as Record<string, unknown>;
    // Which views a page shows is its author's choice, not a setting of the person who plays.
    for (const { name } of this.experiment.parameters) {
      if (name !== 'views' && textOf(current[name]) !== textOf(defaults[name])) this.change(name, defaults[name]);
    }
    for (const name of this.dataNames) if (current[name] !== undefined) this.change(name, undefined);
  }

  /** A view's picture as a self-contained SVG document. */
  async exportSVG(view: keyof Views & string): Promise<string> {
    const chart = this.#chartToExport(view);
    return (await import('./parts/saving')).chartToSVG(chart);
  }

  /** A view's picture as a PNG, at twice its size on the page. */
  async exportPNG(view: keyof Views & string): Promise<Blob> {
    const chart = this.#chartToExport(view);
    return (await import('./parts/saving')).chartToPNG(chart);
  }

  /** A view's data as CSV, with a header. */
  async exportCSV(view: keyof Views & string): Promise<string> {
    this.#chartToExport(view);
    return (await import('./parts/saving')).toCSV(this.pictures[view].table());
  }

  /** The whole result, parameters included, as JSON. */
  exportJSON(): string {
    return JSON.stringify(this.result, null, 2);
  }

  #chartToExport(view: keyof Views & string): HTMLElement {
    const chart = this.chartOf(view);
    if (!chart?.hasChildNodes() || !this.pictures[view].inputs())
      throw new RangeError(`no picture of "${view}" has been drawn (drawn: ${this.shownViews.join(', ')})`);
    return chart;
  }
}
