import { parseObjective, toText, type Objective } from '../../formula';
import { shownRange } from '../../math/shown-range';
import type { StationaryPoint } from '../../math/stationary';
import { SHEET_OBJECTIVE, type WideMinimaParameters, type WideMinimaSettings } from './parameters';

/** The range of starts and the learning rates that show a function well. */
type Fit = Pick<WideMinimaParameters, 'low' | 'high' | 'learningRates' | 'rateLow' | 'rateHigh'>;

const SHEETS_FIT: Fit = { low: -5, high: 20, learningRates: [0.01, 0.3, 4], rateLow: 0.001, rateHigh: 5 };

/** Where there is no minimum with a curvature, there is no rate to go by. */
const ANY_RATES = { learningRates: [0.01, 0.1, 1], rateLow: 0.001, rateHigh: 10 };

/** Whether a formula is the sheet's, however it is spaced. */
export function isSheets(objective: string): boolean {
  const read = (text: string) => toText(parseObjective(text).value);
  return objective === SHEET_OBJECTIVE || read(objective) === read(SHEET_OBJECTIVE);
}

/** The parameters with numbers for what is `auto`: the sheet's for its function, else such as fit. What is given stays. */
export function resolve(given: WideMinimaSettings): WideMinimaParameters {
  const isSheet = isSheets(given.objective);
  const fit = isSheet ? SHEETS_FIT : fitOf(parseObjective(given.objective));
  const or = <Value>(value: Value | 'auto', fitting: Value) => (value === 'auto' ? fitting : value);
  const p = {
    ...given,
    low: or(given.low, fit.low),
    high: or(given.high, fit.high),
    learningRates: or(given.learningRates, fit.learningRates),
    rateLow: or(given.rateLow, fit.rateLow),
    rateHigh: or(given.rateHigh, fit.rateHigh),
  };
  if (isSheet) return p;
  // An end that was given may lie beyond the other one that fits.
  if (p.low >= p.high && given.high === 'auto') p.high = p.low + (fit.high - fit.low);
  if (p.low >= p.high && given.low === 'auto') p.low = p.high - (fit.high - fit.low);
  if (p.rateLow >= p.rateHigh && given.rateHigh === 'auto') p.rateHigh = p.rateLow * (fit.rateHigh / fit.rateLow);
  if (p.rateLow >= p.rateHigh && given.rateLow === 'auto') p.rateLow = p.rateHigh / (fit.rateHigh / fit.rateLow);
  return p;
}

/** What fits a function: the range from its stationary points, the rates from the thresholds of its minima. */
function fitOf(objective: Objective): Fit {
  const { low, high, stationary } = shownRange(objective);
  return { low, high, ...ratesOf(stationary) };
}

/** 0.1, 0.9 and 1.1 times the threshold 2/f″ of the sharpest minimum and of the widest, and the rates around them. */
function ratesOf(stationary: readonly StationaryPoint[]): Omit<Fit, 'low' | 'high'> {
  const thresholds = stationary
    .filter(({ kind, threshold }) => kind === 'minimum' && threshold > 0 && threshold < Infinity)
    .map(({ threshold }) => Math.min(Math.max(threshold, 1e-9), 1e5));
  if (thresholds.length === 0) return ANY_RATES;
  const [sharp, wide] = [Math.min(...thresholds), Math.max(...thresholds)];
  const rates = [0.1 * sharp, 0.9 * sharp, 1.1 * sharp];
  // A threshold that is nearly the same has nothing else to show.
  if (wide > 1.25 * sharp) rates.push(0.9 * wide, 1.1 * wide);
  const learningRates = [...new Set(rates.map((rate) => Number(rate.toPrecision(2))))].sort((a, b) => a - b);
  const [rateLow, rateHigh] = [sharp / 50, 2.5 * wide].map((rate) => Number(rate.toPrecision(1)));
  return { learningRates, rateLow, rateHigh };
}
