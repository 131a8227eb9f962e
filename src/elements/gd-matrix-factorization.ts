import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { errorCurves } from '../charts/error-curves';
import { factorizationStep } from '../charts/factorization-step';
import { itemMap } from '../charts/item-map';
import { rateOutcomes } from '../charts/rate-outcomes';
import { ratingTables } from '../charts/rating-tables';
import type { Chart } from '../charts/kit';
import { valley } from '../charts/valley';
import { matrixFactorization } from '../experiments/matrix-factorization';
import {
  parameters,
  sourceOf,
  type MatrixFactorizationData,
  type MatrixFactorizationParameters,
  type ViewName,
} from '../experiments/matrix-factorization/parameters';
import type { MatrixFactorizationComputed, MatrixFactorizationResult } from '../experiments/matrix-factorization/run';
import { whyAbsent, whyAbsentFor, type MatrixFactorizationViews } from '../experiments/matrix-factorization/views';
import { defaultsOf, type Parameter } from '../experiments/parameters';
import { RatingsError, type ColumnMapping, type Ratings } from '../ratings';
import { GdExperiment } from './gd-experiment';
import * as charts from './matrix-factorization-charts';
import { renderFactorization } from './matrix-factorization-objective';
import { dataPropertiesOf, propertiesOf } from './parameter-properties';
import { RatingsSource, type ChosenSource } from './parts/ratings-source';
import { renderStepper } from './parts/stepper';
import { renderValleySlider } from './parts/valley-slider';
import type { Picture } from './picture';
import { dataStyles } from './styles/data';
import { matrixFactorizationWords as say } from '../words/matrix-factorization';

const DATA = ['triplets', 'file', 'columns'] as const;
/** What says nothing about the sheet's table, and what speaks of made-up ratings alone. */
const NOT_FOR_THE_SHEET = ['rank', 'validation', 'biases', 'seed'];
const FOR_MADE_UP = ['users', 'items', 'observed', 'trueRank', 'noise'];

/** What one kind of chart makes of its data. */
function drawnBy<Data>(chart: Chart<Data>, data: () => Data): Pick<Picture, 'draw' | 'summary' | 'table'> {
  return {
    draw: (container, width) => chart.draw(container, { ...data(), width }),
    summary: () => chart.summarize(data()),
    table: () => chart.table(data()),
  };
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type -- the schema's parameters are its properties
export interface GdMatrixFactorization extends MatrixFactorizationParameters {}

/**
 * Matrix factorization by gradient descent: the step that the sheet does by hand on four ratings, and the same on a
 * table that is made up or read from a file.
 *
 * @element gd-matrix-factorization
 * @csspart source - the choice of ratings
 * @csspart stepper - the buttons that go through the steps
 * @csspart valley-slider - the slider along the valley
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see above
export class GdMatrixFactorization extends GdExperiment<
  MatrixFactorizationParameters,
  MatrixFactorizationResult,
  MatrixFactorizationComputed,
  MatrixFactorizationViews,
  MatrixFactorizationData
> {
  static override styles = [...GdExperiment.styles, dataStyles];
  static override properties = { ...propertiesOf(parameters), ...dataPropertiesOf(DATA) };

  /** Ratings from a script, in place of what `ratings` says. */
  declare triplets: Ratings | undefined;
  /** A file of ratings, in place of what `ratings` says. */
  declare file: (Blob & { name?: string }) | undefined;
  /** Which columns of the file hold users, items and ratings, where it does not say so itself. */
  declare columns: ColumnMapping | undefined;

  protected override readonly experiment = matrixFactorization;
  protected override readonly dataNames = DATA;

  #source = new RatingsSource(this, (chosen) => this.#take(chosen));

  constructor() {
    super();
    Object.assign(this, defaultsOf(parameters));
  }

  protected override data(): MatrixFactorizationData {
    const { triplets, file, columns, baseURI } = this;
    return { triplets: triplets ?? undefined, file: file ?? undefined, columns: columns ?? undefined, base: baseURI };
  }

  protected override readonly pictures: Record<keyof MatrixFactorizationViews, Picture> = {
    step: {
      title: () => say('step.title'),
      hint: () => say('step.hint'),
      invitation: () => say('step.invitation'),
      absent: () => this.#absent('step'),
      inputs: () => this.viewData.step && [this.viewData.step, this.#step],
      ...drawnBy(factorizationStep, () => charts.stepData(this.viewData.step!, this.#step)),
      tools: () =>
        html`<div class="tools">${renderStepper(this.#step, this.viewData.step?.steps ?? 1, (step) => this.change('step', step))}</div>`,
    },
    valley: {
      title: () => say('valley.title'),
      hint: () => say('valley.hint'),
      invitation: () => say('valley.invitation'),
      absent: () => this.#absent('valley'),
      inputs: () => this.viewData.valley && [this.viewData.valley, this.#ratio],
      ...drawnBy(valley, () => charts.valleyData(this.viewData.valley!, this.#ratio)),
      tools: () =>
        html`<div class="tools">${renderValleySlider(this.#ratio, charts.VALLEY_RANGE, (ratio) => this.change('ratio', ratio))}</div>`,
    },
    errors: {
      title: () => say('errors.title'),
      hint: () => say('errors.hint'),
      inputs: () => this.viewData.errors && [this.viewData.errors],
      ...drawnBy(errorCurves, () => charts.errorsData(this.viewData.errors!)),
    },
    rates: {
      title: () => say('rates.title'),
      hint: () => say('rates.hint'),
      inputs: () => this.viewData.rates && [this.viewData.rates],
      ...drawnBy(rateOutcomes, () => charts.ratesData(this.viewData.rates!)),
    },
    table: {
      title: () => say('table.title'),
      hint: () => say('table.hint'),
      absent: () => this.#absent('table'),
      inputs: () => this.viewData.table && [this.viewData.table],
      ...drawnBy(ratingTables, () => this.viewData.table!),
    },
    items: {
      title: () => say('items.title'),
      hint: () => say('items.hint'),
      absent: () => this.#absent('items'),
      inputs: () => this.viewData.items && [this.viewData.items],
      ...drawnBy(itemMap, () => this.viewData.items!),
    },
  };

  #absent(view: ViewName): string | undefined {
    if (this.computed) return whyAbsent(view, this.computed);
    return this.parameters && whyAbsentFor(view, sourceOf(this.parameters, this.data()).kind);
  }

  get #step(): number {
    const view = this.viewData.step;
    const asked = this.parameters?.step ?? 1;
    return view ? charts.shownStep(view, asked) : asked;
  }

  get #ratio(): number {
    return this.parameters?.ratio ?? 1;
  }

  /** Ratings come from one place: what was chosen before is let go of. */
  #take({ ratings, file, columns }: ChosenSource): void {
    if (columns) {
      this.change('columns', columns);
      return;
    }
    for (const name of DATA) if (this[name] !== undefined && name !== 'file') this.change(name, undefined);
    if (this.file !== file) this.change('file', file);
    if (ratings !== undefined && ratings !== this.ratings) this.change('ratings', ratings);
  }

  /** Fewer epochs than the step that is shown: the first one is shown, or the two would contradict. */
  protected override change(name: string, value: unknown): void {
    if (name === 'epochs') this.step = 1;
    super.change(name, value);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Columns are those of a certain file.
    if (
      changed.has('file') &&
      !changed.has('columns') &&
      this.columns !== undefined &&
      changed.get('file') !== undefined
    )
      this.columns = undefined;
    super.willUpdate(changed);
  }

  protected override hasControl({ name }: Parameter): boolean {
    const isMadeUp = !this.file && !this.triplets && this.ratings === 'synthetic';
    const isSheet = !this.file && !this.triplets && this.ratings === 'sheet';
    return !(isSheet && NOT_FOR_THE_SHEET.includes(name)) && (isMadeUp || !FOR_MADE_UP.includes(name));
  }

  protected override titleOf(error: Error): string {
    return error instanceof RatingsError ? say('ratingsRefused') : super.titleOf(error);
  }

  protected override adviceOn(error: Error): string {
    return error instanceof RatingsError && error.columns && this.file ? ` ${say('sayColumns')}` : '';
  }

  protected override renderSource(): TemplateResult | typeof nothing {
    return this.#source.render(this.state === 'done' ? this.result : undefined);
  }

  protected override renderHead(): TemplateResult {
    return renderFactorization();
  }
}
