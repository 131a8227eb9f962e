import type { LossCurveData } from '../charts/loss-curve';
import type { OperatorData } from '../charts/operator-card';
import type { RateLossData } from '../charts/rate-loss';
import type { Series, SeriesData } from '../charts/series';
import type { FilterData } from '../charts/taps';
import type { RatesView } from '../experiments/conv1d/rates';
import type { Conv1dComputed } from '../experiments/conv1d/run';
import { overviewOf } from '../math/overview';
import {
  iterateAt,
  type FilterView,
  type LossView,
  type OperatorView,
  type SignalView,
} from '../experiments/conv1d/views';
import { conv1dWords as say } from '../words/conv1d';

/** The iteration that is shown: the last one where nothing is said, and else one that was kept. */
export function shownIteration({ every, iterations }: SignalView, asked: number | null): number {
  if (asked === null || every === 0 || asked >= iterations) return iterations;
  return Math.floor(asked / every) * every;
}

/** The observation above; below, the signal and what descent has made of the observation. */
export function signalData(view: SignalView, asked: number | null, sampleRate: number | undefined): SeriesData {
  const { length, iterations, signal, observed, offset, x } = view;
  const iteration = shownIteration(view, asked);
  const recovery: Series = {
    label: say('recoverySeries'),
    color: '--gd-series-recovery',
    values: iterateAt(view, iteration) ?? x,
    mark: 'heavy',
  };
  const known: Series[] = signal
    ? [{ label: say('signalSeries'), color: '--gd-series-signal', values: signal, mark: 'line' }]
    : [];
  return {
    panels: [
      {
        title: say('observationSeries'),
        series: [
          { label: say('observationSeries'), color: '--gd-series-observed', values: observed, offset, mark: 'dots' },
        ],
      },
      {
        title: signal ? say('signalAndRecovery') : say('recoverySeries'),
        series: [...known, recovery],
        range: rangeOfRecovery(view),
      },
    ],
    length,
    sampleRate,
    iteration,
    iterations,
    columns: [
      ...(signal ? [{ name: 'signal', values: signal }] : []),
      { name: 'observation', values: observed, offset },
      { name: `recovery at iteration ${iteration}`, values: recovery.values },
    ],
  };
}

/** A recovery that reaches further than so many times the signal is on its way out of the picture. */
const FAR = 3;

/**
 * What the recovery's panel covers. The iterate that is shown has no say, so that the frame stands still while descent is
 * played; nor has the last one, if it has diverged.
 */
function rangeOfRecovery({ signal, observed, x }: SignalView): [number, number] {
  const { low, high } = overviewOf(signal ?? observed);
  const { low: least, high: greatest, isFinite } = overviewOf(x);
  const span = high - low || 1;
  const isNear = isFinite && least >= low - FAR * span && greatest <= high + FAR * span;
  if (!isNear) return [low, high];
  return signal ? [Math.min(low, least), Math.max(high, greatest)] : [least, greatest];
}

export function filterData({ taps, response, norm }: FilterView): FilterData {
  return { taps, response, norm };
}

export function lossData({ losses, diverged, learningRate }: LossView, iteration: number): LossCurveData {
  return { losses, diverged, iteration, learningRate };
}

export function rateLossData(view: RatesView, { result }: Conv1dComputed): RateLossData {
  const { learningRates, losses, diverged, start, iterations, predicted, measured, length } = view;
  const note = length < result.columns ? say('liveliest', { number: length }) : undefined;
  return {
    learningRates,
    losses,
    diverged,
    start,
    iterations,
    predicted,
    measured,
    selected: result.learningRate,
    note,
  };
}

export function operatorData({
  rows,
  columns,
  taps,
  dense,
  operator,
  onPage,
  engine,
  adjoint,
}: OperatorView): OperatorData {
  const where = engine.kind === 'webgpu' ? 'gpu' : 'workers';
  return {
    rows,
    columns,
    taps,
    dense,
    operator: { ...operator, milliseconds: onPage.milliseconds },
    elsewhere: { where, milliseconds: operator.milliseconds },
    adjoint,
  };
}
