import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { lossCurve } from '../charts/loss-curve';
import { operatorCard } from '../charts/operator-card';
import { rateLoss } from '../charts/rate-loss';
import { series } from '../charts/series';
import { filter } from '../charts/taps';
import type { Samples } from '../engine/contract';
import { conv1d } from '../experiments/conv1d';
import {
  DataAwaited,
  parameters,
  sizeOf,
  type Conv1dData,
  type Conv1dParameters,
} from '../experiments/conv1d/parameters';
import type { Conv1dComputed, Conv1dResult } from '../experiments/conv1d/run';
import type { Conv1dViews } from '../experiments/conv1d/views';
import { defaultsOf } from '../experiments/parameters';
import * as charts from './conv1d-charts';
import { renderObjective } from './conv1d-objective';
import { GdExperiment } from './gd-experiment';
import { dataPropertiesOf, propertiesOf } from './parameter-properties';
import { Player, type Playlist } from './parts/player';
import { SignalFile, type BroughtSignal } from './parts/signal-file';
import { Transport } from './parts/transport';
import type { Picture } from './picture';
import { dataStyles } from './styles/data';
import { conv1dWords as say } from '../words/conv1d';

const DATA = ['samples', 'observed', 'filterTaps', 'initial'] as const;

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type -- the schema's parameters are its properties
export interface GdConv1d extends Conv1dParameters {}

/**
 * Convolution as an operator: a blurred signal with noise and outliers is recovered by gradient descent, and the matrix
 * is never formed.
 *
 * @element gd-conv1d
 * @csspart transport - the player of the descent: play, steps, slider, speed
 * @csspart signal-file - the choice of a file
 * @csspart player - the buttons that play sounds, where the signal is one
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see above
export class GdConv1d extends GdExperiment<Conv1dParameters, Conv1dResult, Conv1dComputed, Conv1dViews, Conv1dData> {
  static override styles = [...GdExperiment.styles, dataStyles];
  static override properties = { ...propertiesOf(parameters), ...dataPropertiesOf(DATA) };

  /** What `signal="data"` stands for: it is blurred, and noise and outliers are added. */
  declare samples: Samples | undefined;
  /** The observation b: nothing is generated, and the descent is the sheet's to the letter. */
  declare observed: Samples | undefined;
  /** The filter k, in place of the attribute `filter`. */
  declare filterTaps: Samples | undefined;
  /** Iterate 0, in place of zeros. */
  declare initial: Samples | undefined;

  protected override readonly experiment = conv1d;
  protected override readonly dataNames = DATA;

  /** Samples per second of the sounds that were brought: the picture may still be of an earlier one. */
  #sampleRates = new WeakMap<Samples, number>();
  #file = new SignalFile(this, (signal) => this.#take(signal));
  #player = new Player(this, () => this.#playlist());
  #transport = new Transport(this, () => {
    const view = this.viewData.signal;
    if (!view || view.every === 0) return undefined;
    const { every, iterations } = view;
    return {
      iteration: this.#iteration,
      iterations,
      every,
      moveTo: (moved) => moved !== this.iteration && this.change('iteration', moved),
    };
  });

  constructor() {
    super();
    Object.assign(this, defaultsOf(parameters));
  }

  protected override data(): Conv1dData {
    const given = { signal: this.samples, observed: this.observed, filterTaps: this.filterTaps, initial: this.initial };
    return Object.fromEntries(Object.entries(given).filter(([, samples]) => samples !== undefined && samples !== null));
  }

  protected override readonly pictures: Record<keyof Conv1dViews, Picture> = {
    signal: {
      title: () => say('signal.title'),
      hint: () => say('signal.hint'),
      invitation: () => say('signal.invitation'),
      inputs: () => this.viewData.signal && [this.viewData.signal, this.#iteration, this.#sampleRate],
      draw: (container, width) => series.draw(container, { ...this.#signalData(), width }),
      summary: () => series.summarize(this.#signalData()),
      table: () => series.table(this.#signalData()),
      tools: () =>
        html`<div class="tools">${this.error instanceof DataAwaited ? nothing : this.#file.render()} ${this.#player.render()} ${this.#transport.render()}</div>`,
    },
    loss: {
      title: () => say('loss.title'),
      hint: () => say('loss.hint'),
      invitation: () => say('loss.invitation'),
      inputs: () => this.viewData.loss && [this.viewData.loss, this.#iteration],
      draw: (container, width) => lossCurve.draw(container, { ...this.#lossData(), width }),
      summary: () => lossCurve.summarize(this.#lossData()),
      table: () => lossCurve.table(this.#lossData()),
    },
    rates: {
      title: () => say('rates.title'),
      hint: () => say('rates.hint'),
      invitation: () => say('rates.invitation'),
      inputs: () => this.computed && this.viewData.rates && [this.viewData.rates, this.computed],
      draw: (container, width) => rateLoss.draw(container, { ...this.#ratesData(), width }),
      summary: () => rateLoss.summarize(this.#ratesData()),
      table: () => rateLoss.table(this.#ratesData()),
    },
    filter: {
      title: () => say('filter.title'),
      hint: () => say('filter.hint'),
      inputs: () => this.viewData.filter && [this.viewData.filter],
      draw: (container, width) => filter.draw(container, { ...charts.filterData(this.viewData.filter!), width }),
      summary: () => filter.summarize(charts.filterData(this.viewData.filter!)),
      table: () => filter.table(charts.filterData(this.viewData.filter!)),
    },
    operator: {
      title: () => say('operator.title'),
      hint: () => say('operator.hint'),
      inputs: () => this.viewData.operator && [this.viewData.operator],
      draw: (container, width) =>
        operatorCard.draw(container, { ...charts.operatorData(this.viewData.operator!), width }),
      summary: () => operatorCard.summarize(charts.operatorData(this.viewData.operator!)),
      table: () => operatorCard.table(charts.operatorData(this.viewData.operator!)),
    },
  };

  /** The iteration that the pictures show. */
  get #iteration(): number {
    const view = this.viewData.signal;
    return view
      ? charts.shownIteration(view, this.parameters?.iteration ?? null)
      : (this.parameters?.iteration ?? this.result?.parameters.iterations ?? 0);
  }

  /** Samples per second, where a sound is what is shown. */
  get #sampleRate(): number | undefined {
    const signal = this.viewData.signal?.signal;
    return signal && this.#sampleRates.get(signal);
  }

  #signalData() {
    return charts.signalData(this.viewData.signal!, this.#iteration, this.#sampleRate);
  }

  #lossData() {
    return {
      ...charts.lossData(this.viewData.loss!, this.#iteration),
      onPick: (iteration: number) => this.change('iteration', iteration),
    };
  }

  #ratesData() {
    return {
      ...charts.rateLossData(this.viewData.rates!, this.computed!),
      onPick: (rate: number) => this.change('learningRate', rate),
    };
  }

  #playlist(): Playlist | undefined {
    const sampleRate = this.#sampleRate;
    if (sampleRate === undefined) return undefined;
    const [
      {
        series: [observation],
      },
      { series },
    ] = this.#signalData().panels;
    return {
      sampleRate,
      sounds: [
        { name: 'signal', label: say('soundSignal'), samples: series[0].values },
        { name: 'observation', label: say('soundObservation'), samples: observation.values },
        { name: 'recovery', label: say('soundRecovery'), samples: series[1].values },
      ],
    };
  }

  #take(signal: BroughtSignal): void {
    this.#player.stop();
    if (signal.sampleRate !== undefined) this.#sampleRates.set(signal.samples, signal.sampleRate);
    // What was observed before belongs to another signal, and so does where its descent began.
    for (const name of ['observed', 'initial'] as const) if (this[name]) this.change(name, undefined);
    this.change('samples', signal.samples);
    this.change('signal', 'data');
  }

  /** Fewer iterations than the one that is shown: the last one is shown, or the two would contradict. */
  protected override change(name: string, value: unknown): void {
    if (name === 'iterations' && this.iteration !== null && this.iteration > Number(value)) this.iteration = null;
    super.change(name, value);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('samples') && !this.samples) this.#file.forget();
    super.willUpdate(changed);
  }

  /** n follows from the data, where there is any. */
  protected override decided(): Record<string, { value: unknown; help: string }> {
    const data = this.data();
    if (!this.parameters || this.error || !(data.observed || (this.signal === 'data' && data.signal))) return {};
    const { length } = sizeOf({ ...this.parameters, signal: this.signal }, data);
    return { length: { value: length, help: say('length.ofData') } };
  }

  protected override renderRequest(error: Error): TemplateResult | undefined {
    if (!(error instanceof DataAwaited)) return undefined;
    const kept = this.computed ? ` ${say('untilThen')}` : '';
    if (this.controls === 'none') return html`<b>${say('waiting')}</b>${say('waitingForPage')}${kept}`;
    return html`<b>${say('waiting')}</b>${say('waitingForFile')}${kept} ${this.#file.render()}`;
  }

  protected override renderHead(): TemplateResult {
    return renderObjective(this.parameters?.loss ?? 'huber');
  }
}
