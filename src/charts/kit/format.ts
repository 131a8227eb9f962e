import { chartWords } from './words';
import { localized, visibleLength } from '../../words/numbers';

export { formatCount } from '../../words/numbers';

const MINUS = '−';

/**
 * A number for people: `digits` significant digits, no needless zeros, a proper minus sign, and powers of ten where
 * plain digits would be long: `0.0995`, `−12`, `2.5×10⁻⁷`; with the
 * decimal sign of the page's language. What is stored (CSV, JSON, attributes) is written with a point, always.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return chartWords('notANumber');
  if (!Number.isFinite(value)) return localized(value < 0 ? `${MINUS}∞` : '∞');
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-4 && Number(size.toPrecision(digits)) < 10 ** Math.max(6, digits)) {
    // Digits before the point are never rounded away.
    return localized(
      (size >= 10 ** (digits - 1) ? value.toFixed(0) : String(Number(value.toPrecision(digits)))).replace('-', MINUS),
    );
  }
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return localized(short.replace('-', MINUS) + timesTenTo(Number(exponent)));
}

/** A number that somebody has given, with all of its digits: `1001.5`. */
export function formatGiven(value: number): string {
  const [mantissa] = value.toExponential().split('e');
  return formatNumber(value, mantissa.replace(/\D/g, '').length || 1);
}

/** A learning rate that somebody has set has no more digits. */
const SET_DIGITS = 7;

/** A learning rate: one that somebody has set as it is, so that 1.0005 never reads as 1, and one that was computed with four digits. */
export function formatRate(rate: number): string {
  return Number(rate.toPrecision(SET_DIGITS)) === rate ? formatGiven(rate) : formatNumber(rate);
}

/** As a share of a limit: at a rate by so little above it, a run takes 50,000 steps to get e times as far away. */
const NEGLIGIBLE = 1e-5;

/** A limit that a rate is to stay below, rounded down: what is printed is below it too, or as good as that. */
export function formatLimit(limit: number, digits = 4): string {
  if (!(limit > 0 && limit < Infinity)) return formatNumber(limit, digits);
  const last = Math.floor(Math.log10(limit)) + 1 - digits;
  // As `formatNumber`, which never rounds digits before the point away where it prints them.
  const unit = 10 ** (limit < 10 ** Math.max(6, digits) ? Math.min(0, last) : last);
  const slack = Math.min(NEGLIGIBLE, 10 ** -digits);
  return formatNumber(Math.floor((limit * (1 + slack)) / unit) * unit, digits);
}

/** How many digits tell a rate from a limit that it is not, rounded down or to nearest: these must not read alike. */
export function digitsApart(rate: number, limit: number): number {
  let digits = 4;
  const isAlike = () =>
    [formatNumber, formatLimit].some((format) => format(limit, digits) === formatNumber(rate, digits));
  while (rate !== limit && digits < 17 && isAlike()) digits++;
  return digits;
}

const PLAIN = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 17 });

/** A number in plain digits and without an exponent, as attributes for assistive technology take it: `0.0000001`. */
export const plainDigits = (value: number): string => PLAIN.format(value);

/** A number of an interval, with the digits that tell it from others there: of a narrow one, both ends must not read alike. */
export function formatWithin(value: number, low: number, high: number): string {
  const span = high - low;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const digits = span > 0 && largest < Infinity ? Math.ceil(Math.log10(largest / span)) + 3 : 4;
  return formatNumber(value, Math.min(17, Math.max(4, digits)));
}

/** A number with as many digits as there is room for characters, but not more than `most`. */
export function fitting(value: number, characters: number, most = 5): string {
  for (let digits = most; digits > 1; digits--) {
    const text = formatNumber(value, digits);
    if (visibleLength(text) <= characters) return text;
  }
  return formatNumber(value, 1);
}

/** A number with a fixed number of digits after the point, also where they are zeros. */
export function formatFixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return localized(Number(text) === 0 ? text.replace('-', '') : text.replace('-', MINUS));
}

/** A whole percentage, as on an axis. */
export function formatPercent(percent: number): string {
  return localized(`${percent}\u202f%`);
}

/** A fraction as a percentage; what is not quite nothing or everything never reads as `0 %` or `100 %`. */
export function formatShare(fraction: number): string {
  if (!(fraction > 0)) return localized('0\u202f%');
  if (fraction < 0.0005) return localized('<\u202f0.1\u202f%');
  if (fraction < 1 && fraction >= 0.9995) return localized('>\u202f99.9\u202f%');
  return localized(`${Number((100 * fraction).toFixed(1))}\u202f%`);
}

/** How far a measured number is from the predicted one, relative: `+0.3 %`. */
export function formatDeviation(measured: number, predicted: number): string {
  const percent = 100 * (measured / predicted - 1);
  if (Math.abs(percent) < 0.05) return localized('±0.0\u202f%');
  return localized(`${percent < 0 ? MINUS : '+'}${Math.abs(percent).toFixed(1)}\u202f%`);
}

/** A name with what it is a name of, unless it says so itself: `item 12`. */
export function called(what: 'user' | 'item', name: string): string {
  return name.toLowerCase().startsWith(chartWords(what).toLowerCase()) ? name : chartWords(`${what}Named`, { name });
}

/** A power of ten as a factor: `×10⁻⁷`. */
export function timesTenTo(exponent: number): string {
  const raised = String(exponent).replace(/./g, (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]));
  return `×10${raised}`;
}
