import { listOutcomes, type Outcome } from '../charts/outcome';
import type { BasinsData } from '../charts/basins';
import type { BifurcationData } from '../charts/bifurcation';
import type { HistogramData } from '../charts/histogram';
import type { LandscapeData } from '../charts/landscape-data';
import type { OutcomesData } from '../charts/outcomes';
import type { PictureSize } from '../experiments/experiment';
import { homeOf, windowOf, type RateWindow, type WideMinimaParameters } from '../experiments/wide-minima/parameters';
import { minimaOf, type WideMinimaComputed } from '../experiments/wide-minima/run';
import type {
  BasinsView,
  BifurcationView,
  HistogramView,
  LandscapeView,
  OutcomesView,
} from '../experiments/wide-minima/views';
import { compileScalar, parseObjective } from '../formula';
import type { StationaryPoint } from '../math/stationary';
import { linearSpaced } from '../math/spacing';
import { localized } from '../words/numbers';
import { wideMinimaWords as say } from '../words/wide-minima';
import { wordsVersion } from '../words/words';

const CURVE_POINTS = 800;

/** What the experiment computed, as the data that the charts draw and as tables of numbers. */
export class WideMinimaCharts {
  #computed: WideMinimaComputed | undefined;
  #value: (theta: number) => number = () => NaN;
  #curve: LandscapeData['curve'] = { theta: [], value: [] };
  #outcomes: Outcome[] = [];
  /** The version of the words that the outcomes have their labels from. */
  #words = -1;

  /** Takes up what depends on the computation alone, once. */
  #use(computed: WideMinimaComputed): void {
    if (computed === this.#computed && wordsVersion() === this.#words) return;
    this.#words = wordsVersion();
    this.#outcomes = outcomesOf(computed.result.stationary);
    if (computed === this.#computed) return;
    this.#computed = computed;
    const { objective, low, high } = computed.result.parameters;
    const { variable, value } = parseObjective(objective);
    this.#value = compileScalar(value, [variable]);
    const theta = linearSpaced(low, high, CURVE_POINTS);
    this.#curve = { theta, value: theta.map((t) => this.#value(t)) };
  }

  landscape(
    computed: WideMinimaComputed,
    view: LandscapeView,
    iteration: number,
    selectedStart: number | null,
  ): LandscapeData {
    this.#use(computed);
    const { low, high, iterations, objective } = computed.result.parameters;
    const frame = Math.min(view.frames - 1, Math.floor(iteration / view.every));
    const theta = Float64Array.from({ length: view.size }, (_, i) => view.population[frame * view.size + i]);
    const followed = selectedStart === null || !view.followed ? undefined : Float64Array.from(view.followed);
    let minimum = 0;
    return {
      curve: this.#curve,
      domain: { low, high },
      variable: symbolOf(objective),
      stationary: computed.result.stationary.map((point) => ({
        ...point,
        outcome: point.kind === 'minimum' ? minimum++ : undefined,
      })),
      frames: { theta: view.population, size: view.size, every: view.every },
      population: { theta, value: theta.map((t) => this.#value(t)), outcome: view.outcomes },
      trajectory: followed && { theta: followed, value: followed.map((t) => this.#value(t)), upTo: frame },
      iteration: frame * view.every,
      iterations,
      learningRate: view.learningRate,
      outcomes: this.#outcomes,
    };
  }

  histogram(computed: WideMinimaComputed, view: HistogramView, selected: number): HistogramData {
    this.#use(computed);
    const { stationary, runs } = computed.result;
    const minima = minimaOf(stationary);
    const width = view.bins.count + 2;
    return {
      panels: runs.map((run, i) => ({
        learningRate: run.learningRate,
        total: run.starts,
        bins: view.bins,
        counts: Array.from({ length: minima.length + 1 }, (_, outcome) => {
          const first = (i * (minima.length + 1) + outcome) * width;
          return view.counts.subarray(first, first + width);
        }),
        totals: [...run.converged, run.bounded, run.diverged],
        medianIterations: run.medianIterations,
      })),
      minima: minima.map(({ theta }) => theta),
      selected: selected < 0 ? undefined : selected,
      outcomes: this.#outcomes,
      variable: symbolOf(computed.result.parameters.objective),
    };
  }

  outcomes(computed: WideMinimaComputed, view: OutcomesView): OutcomesData {
    this.#use(computed);
    return {
      learningRates: view.learningRates,
      fractions: view.fractions,
      thresholds: view.thresholds,
      listed: computed.result.parameters.learningRates,
      outcomes: this.#outcomes,
    };
  }

  basins(
    computed: WideMinimaComputed,
    view: BasinsView,
    p: WideMinimaParameters,
    sweep: OutcomesView | undefined,
  ): BasinsData {
    const picked =
      p.selectedRate === null ? undefined : { start: p.selectedStart ?? undefined, learningRate: p.selectedRate };
    const { width: columns, height: rows, labels, dates } = view;
    return {
      ...this.#raster(computed, windowOf(p, 'basinsWindow'), view.window, p, sweep),
      columns,
      rows,
      labels,
      dates,
      iterations: p.iterations,
      picked,
    };
  }

  bifurcation(
    computed: WideMinimaComputed,
    view: BifurcationView,
    p: WideMinimaParameters,
    sweep: OutcomesView | undefined,
  ): BifurcationData {
    const picked = p.selectedRate === null ? undefined : { learningRate: p.selectedRate };
    const minima = minimaOf(computed.result.stationary).map(({ theta }) => theta);
    const { columns, bins, density } = view;
    return {
      ...this.#raster(computed, windowOf(p, 'bifurcationWindow'), view.window, p, sweep),
      columns,
      bins,
      density,
      minima,
      picked,
    };
  }

  #raster(
    computed: WideMinimaComputed,
    window: RateWindow,
    imageWindow: RateWindow,
    p: WideMinimaParameters,
    sweep: OutcomesView | undefined,
  ) {
    this.#use(computed);
    const predicted = minimaOf(computed.result.stationary).map(({ threshold }, outcome) => ({
      outcome,
      predicted: threshold,
    }));
    return {
      window,
      imageWindow,
      home: homeOf(p),
      thresholds: sweep?.thresholds ?? predicted,
      outcomes: this.#outcomes,
      variable: symbolOf(p.objective),
    };
  }

  /** The size of a zoomable picture's image in a chart of this width. */
  rasterSize(width: number): PictureSize {
    return {
      width: Math.min(760, Math.round(width - 70)),
      height: Math.round(Math.min(400, Math.max(260, width * 0.5))),
    };
  }

  /** Where to look for each minimum's break-up: around its threshold, where cycles appear and grow. */
  breakUps({ result }: WideMinimaComputed): { label: string; window: RateWindow }[] {
    const { low, high, rateLow, rateHigh } = result.parameters;
    return minimaOf(result.stationary)
      .map(({ threshold }, i) => ({
        label: outcomesOf(result.stationary)[i].label,
        window: { low, high, rateLow: threshold * 0.95, rateHigh: threshold * 1.08 },
      }))
      .filter(({ window }) => window.rateLow > rateLow && window.rateHigh < rateHigh);
  }
}

/** Names for the ways a run can end: of two minima the one with the larger curvature is the sharp one. */
export function outcomesOf(stationary: readonly StationaryPoint[]): Outcome[] {
  const minima = minimaOf(stationary);
  const labelOf = ({ theta, curvature }: StationaryPoint) => {
    const place = `${Number(theta.toFixed(3)) || 0}`.replace('-', '−');
    if (minima.length !== 2 || minima[0].curvature === minima[1].curvature)
      return { label: say('minimumAt', { place: localized(place) }), name: say.inEnglish('minimumAt', { place }) };
    const key = curvature === Math.max(minima[0].curvature, minima[1].curvature) ? 'sharpMinimum' : 'wideMinimum';
    return { label: say(key), name: say.inEnglish(key) };
  };
  return listOutcomes(minima.map((minimum) => ({ theta: minimum.theta, ...labelOf(minimum) })));
}

function symbolOf(objective: string): string {
  const { variable } = parseObjective(objective);
  return variable === 'theta' ? 'θ' : variable;
}
