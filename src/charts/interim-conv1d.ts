/** The recovery's charts as `Chart` objects, until the kit's take their place. */
import { drawLossCurve, summarizeLossCurve, type LossCurveData } from './loss-curve';
import { drawOperator, summarizeOperator, type OperatorData } from './operator-card';
import { drawRateLoss, summarizeRateLoss, type RateLossData } from './rate-loss';
import { drawSeries, summarizeSeries, type SeriesData } from './series';
import { drawFilter, summarizeFilter, type FilterData } from './taps';
import type { Chart } from './types';

const indices = (length: number) => Int32Array.from({ length }, (_, i) => i);

export const series: Chart<SeriesData> = {
  draw: drawSeries,
  summarize: summarizeSeries,
  /** One row for each sample; what is not known of it stays empty. */
  table({ panels, length, iteration }) {
    const [{ series: observations }, { series: recovered }] = panels;
    const [{ values: observed, offset = 0 }] = observations;
    return {
      sample: indices(length),
      ...(recovered.length > 1 ? { signal: recovered[0].values } : {}),
      observation: Array.from({ length }, (_, i) => observed[i - offset] ?? ''),
      [`recovery at iteration ${iteration}`]: recovered[recovered.length - 1].values,
    };
  },
};

export const lossCurve: Chart<LossCurveData> = {
  draw: drawLossCurve,
  summarize: summarizeLossCurve,
  table: ({ losses }) => ({ iteration: indices(losses.length), F: losses }),
};

export const rateLoss: Chart<RateLossData> = {
  draw: drawRateLoss,
  summarize: summarizeRateLoss,
  table: ({ learningRates, losses, diverged }) => ({
    'learning rate': learningRates,
    F: losses,
    'diverged at iteration': diverged.map((date) => date ?? ''),
  }),
};

export const filter: Chart<FilterData> = {
  draw: drawFilter,
  summarize: summarizeFilter,
  table: ({ taps }) => ({ tap: indices(taps.length), weight: taps }),
};

export const operatorCard: Chart<OperatorData> = {
  draw: drawOperator,
  summarize: summarizeOperator,
  table: ({ dense, operator, elsewhere, adjoint }) => ({
    '': ['dense matrix', 'operator'],
    bytes: [dense.bytes, operator.bytes],
    'multiply-adds': [dense.multiplyAdds, operator.multiplyAdds],
    'milliseconds on the page': [dense.milliseconds ?? '', operator.milliseconds ?? ''],
    'milliseconds on the engine': ['', elsewhere.milliseconds],
    '<A x, y>': ['', adjoint.left],
    '<x, A′ y>': ['', adjoint.right],
  }),
};
