import { html, nothing, type TemplateResult } from 'lit';
import { basins } from '../charts/basins';
import { bifurcation } from '../charts/bifurcation';
import { histogram } from '../charts/histogram';
import { landscape } from '../charts/landscape';
import { outcomes } from '../charts/outcomes';
import { wideMinima } from '../experiments/wide-minima';
import { homeOf, parameters, type RateWindow, type WideMinimaParameters } from '../experiments/wide-minima/parameters';
import type { WideMinimaComputed, WideMinimaResult } from '../experiments/wide-minima/run';
import type { WideMinimaViews } from '../experiments/wide-minima/views';
import { defaultsOf } from '../experiments/parameters';
import { parseObjective, toMathML } from '../formula';
import { GdExperiment } from './gd-experiment';
import { propertiesOf } from './parameter-properties';
import { Transport } from './parts/transport';
import type { Picture } from './picture';
import { WideMinimaCharts } from './wide-minima-charts';
import { formatNumber } from '../charts/kit/format';
import { localized, localizedMathML } from '../words/numbers';
import { wideMinimaWords as say } from '../words/wide-minima';

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type -- the schema's parameters are its properties
export interface GdWideMinima extends WideMinimaParameters {}

/**
 * Sharp and wide minima: gradient descent from thousands of starts on a function of one variable, and which minimum it
 * ends in at each learning rate.
 *
 * @element gd-wide-minima
 * @csspart transport - the player of the population's descent: play, steps, slider, speed
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see above
export class GdWideMinima extends GdExperiment<
  WideMinimaParameters,
  WideMinimaResult,
  WideMinimaComputed,
  WideMinimaViews
> {
  static override properties = { ...propertiesOf(parameters), hovered: { state: true }, pinned: { state: true } };

  /** The outcome that is pointed at in one picture, and stands out in all. */
  declare protected hovered: number | undefined;
  /** The outcome that was picked, and stands out while none is pointed at. */
  declare protected pinned: number | undefined;

  protected override readonly experiment = wideMinima;

  #charts = new WideMinimaCharts();

  #transport = new Transport(this, () => {
    const view = this.viewData.landscape;
    if (!view || !this.parameters) return undefined;
    const { iteration, iterations } = this.parameters;
    return {
      iteration,
      iterations,
      every: view.every,
      moveTo: (moved) => moved !== this.iteration && this.change('iteration', moved),
    };
  });

  constructor() {
    super();
    Object.assign(this, defaultsOf(parameters));
  }

  protected override readonly pictures: Record<keyof WideMinimaViews, Picture> = {
    landscape: {
      title: () => say('landscape.title'),
      hint: () => say('landscape.hint'),
      invitation: () => say('landscape.invitation'),
      inputs: () =>
        this.computed &&
        this.viewData.landscape && [
          this.computed,
          this.viewData.landscape,
          this.parameters!.iteration,
          this.parameters!.selectedStart,
          this.#highlighted,
        ],
      draw: (container, width) => landscape.draw(container, { ...this.#landscapeData(), width }),
      summary: () => landscape.summarize(this.#landscapeData()),
      table: () => landscape.table(this.#landscapeData()),
      tools: () => html`<div class="tools">${this.#renderRates()} ${this.#transport.render()}</div>`,
    },
    histogram: {
      title: () => say('histogram.title'),
      hint: () => say('histogram.hint'),
      invitation: () => say('histogram.invitation'),
      inputs: () =>
        this.computed &&
        this.viewData.histogram && [this.computed, this.viewData.histogram, this.#shownRate, this.#highlighted],
      draw: (container, width) => histogram.draw(container, { ...this.#histogramData(), width }),
      summary: () => histogram.summarize(this.#histogramData()),
      table: () => histogram.table(this.#histogramData()),
    },
    outcomes: {
      title: () => say('outcomes.title'),
      hint: () => say('outcomes.hint', { share: localized('1 %') }),
      inputs: () =>
        this.computed &&
        this.viewData.outcomes && [this.computed, this.viewData.outcomes, this.#shownRate, this.#highlighted],
      draw: (container, width) => outcomes.draw(container, { ...this.#outcomesData(), width }),
      summary: () => outcomes.summarize(this.#outcomesData()),
      table: () => outcomes.table(this.#outcomesData()),
    },
    basins: {
      title: () => say('basins.title'),
      hint: () => say('basins.hint'),
      invitation: () => say('basins.invitation'),
      inputs: () =>
        this.computed &&
        this.viewData.basins && [
          this.computed,
          this.viewData.basins,
          this.parameters,
          this.#highlighted,
          this.controls,
          this.state === 'running',
        ],
      draw: (container, width) => basins.draw(container, { ...this.#basinsData(), width }),
      summary: () => basins.summarize(this.#basinsData()),
      table: () => basins.table(this.#basinsData()),
      size: (width) => this.#charts.rasterSize(width),
    },
    bifurcation: {
      title: () => say('bifurcation.title'),
      hint: () => say('bifurcation.hint'),
      inputs: () =>
        this.computed &&
        this.viewData.bifurcation && [
          this.computed,
          this.viewData.bifurcation,
          this.parameters,
          this.#highlighted,
          this.controls,
          this.state === 'running',
        ],
      draw: (container, width) => bifurcation.draw(container, { ...this.#bifurcationData(), width }),
      summary: () => bifurcation.summarize(this.#bifurcationData()),
      table: () => bifurcation.table(this.#bifurcationData()),
      size: (width) => this.#charts.rasterSize(width),
      tools: () => this.#renderBreakUps(),
    },
  };

  #rasterState(window: 'basinsWindow' | 'bifurcationWindow') {
    const onWindow = this.controls === 'none' ? undefined : (moved: RateWindow) => this.#show(window, moved);
    return { ...this.#emphasis(), busy: this.state === 'running', onWindow };
  }

  /** What stands out in every picture, and how that changes. */
  #emphasis() {
    return { highlighted: this.#highlighted, onHoverOutcome: this.#hover, onPickOutcome: this.#pin };
  }

  get #highlighted(): number | undefined {
    return this.hovered ?? this.pinned;
  }

  get #shownRate(): number {
    return this.parameters!.selectedRate ?? this.parameters!.learningRates[0];
  }

  readonly #pickRate = (rate: number) => this.change('selectedRate', rate);
  readonly #hover = (outcome: number | undefined) => {
    this.hovered = outcome;
  };
  readonly #pin = (outcome: number) => {
    this.pinned = this.pinned === outcome ? undefined : outcome;
  };

  /** Moves a picture's window; the whole picture is what stands where nothing is said. */
  #show(name: 'basinsWindow' | 'bifurcationWindow', window: RateWindow): void {
    const numbers = numbersOf(window);
    const isHome = numbersOf(homeOf(this.parameters!)).every((number, i) => number === numbers[i]);
    this.change(name, isHome ? [] : numbers);
  }

  #landscapeData() {
    const data = this.#charts.landscape(
      this.computed!,
      this.viewData.landscape!,
      this.parameters!.iteration,
      this.parameters!.selectedStart,
    );
    return { ...data, ...this.#emphasis(), onPickStart: (theta: number) => this.change('selectedStart', theta) };
  }

  #histogramData() {
    const { learningRates } = this.computed!.result.parameters;
    const data = this.#charts.histogram(
      this.computed!,
      this.viewData.histogram!,
      learningRates.indexOf(this.#shownRate),
    );
    return { ...data, ...this.#emphasis(), onPick: (panel: number) => this.#pickRate(learningRates[panel]) };
  }

  #outcomesData() {
    const data = this.#charts.outcomes(this.computed!, this.viewData.outcomes!);
    return { ...data, ...this.#emphasis(), selected: this.#shownRate, onPick: this.#pickRate };
  }

  #basinsData() {
    const data = this.#charts.basins(this.computed!, this.viewData.basins!, this.parameters!, this.viewData.outcomes);
    const onPick = (start: number, learningRate: number) => {
      this.change('selectedStart', start);
      this.#pickRate(learningRate);
    };
    return { ...data, ...this.#rasterState('basinsWindow'), onPick };
  }

  #bifurcationData() {
    const data = this.#charts.bifurcation(
      this.computed!,
      this.viewData.bifurcation!,
      this.parameters!,
      this.viewData.outcomes,
    );
    const onPick = (_: number, learningRate: number) => this.#pickRate(learningRate);
    return { ...data, ...this.#rasterState('bifurcationWindow'), onPick };
  }

  /** Fewer iterations than the one that is shown: the population goes back to its starts, or the two would contradict. */
  protected override change(name: string, value: unknown): void {
    if (name === 'iterations' && this.iteration > Number(value)) this.iteration = 0;
    super.change(name, value);
  }

  protected override renderHead(): TemplateResult | typeof nothing {
    if (!this.parameters) return nothing;
    return html`<div class="formula" role="math" tabindex="0" aria-label=${say('theFunction')} .innerHTML=${localizedMathML(toMathML(parseObjective(this.parameters.objective)))}></div>`;
  }

  #renderRates(): TemplateResult | typeof nothing {
    if (!this.parameters) return nothing;
    const rates = [...new Set([...this.parameters.learningRates, this.#shownRate])];
    return html`<div class="rates" role="group" aria-label=${say('shownRate')}>
      <span>${say('rate')}</span>
      ${rates.map(
        (rate) =>
          html`<button type="button" aria-pressed=${rate === this.#shownRate ? 'true' : 'false'} @click=${() => this.#pickRate(rate)}>${formatNumber(rate)}</button>`,
      )}
    </div>`;
  }

  #renderBreakUps(): TemplateResult | typeof nothing {
    if (!this.computed) return nothing;
    const places = this.#charts.breakUps(this.computed);
    if (places.length === 0) return nothing;
    return html`<div class="tools">
      ${places.map(({ label, window }) => html`<button type="button" @click=${() => this.#show('bifurcationWindow', window)}>${say('zoomToBreakUp', { minimum: label })}</button>`)}
    </div>`;
  }
}

function numbersOf({ low, high, rateLow, rateHigh }: RateWindow): number[] {
  return [low, high, rateLow, rateHigh];
}
