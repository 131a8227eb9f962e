import {
  extent,
  format,
  scaleLinear,
  scaleLog,
  scaleSqrt,
  scaleSymlog,
  ticks,
  type ScaleContinuousNumeric,
  type ScaleSymLog,
} from 'd3';
import { formatCount, formatNumber } from './format';

export type Scale = ScaleContinuousNumeric<number, number> | ScaleSymLog<number, number>;
const SCALES = { linear: scaleLinear, log: scaleLog, sqrt: scaleSqrt, symlog: scaleSymlog } as const;
export type ScaleKind = keyof typeof SCALES;
export type Interval = readonly [low: number, high: number];

export function scaleOf(kind: ScaleKind, domain: Interval, range: Interval): Scale {
  return (SCALES[kind] as () => Scale)().domain(domain).range(range);
}

export interface Tick {
  value: number;
  label: string;
}

/** About `count` round ticks of a scale. */
export function ticksOf(kind: ScaleKind, domain: Interval, count: number): Tick[] {
  const [low, high] = domain;
  if (kind === 'log') return logTicks(low, high, Math.max(1, count));
  if (kind === 'sqrt') return sqrtTicks(low, high, Math.max(1, count));
  return roundTicks(low, high, Math.max(1, count));
}

/** About `count` round numbers over [low, high], written with as many digits as tell them apart. */
export function roundTicks(low: number, high: number, count: number): Tick[] {
  const values = ticksOver(low, high, Math.max(1, count));
  const step = values.length > 1 ? values[1] - values[0] : high - low;
  return values.map((value) => {
    const digits = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value) / step) + 1e-9) + 2;
    return { value, label: formatNumber(value, Math.min(15, Math.max(1, digits))) };
  });
}

/** From here on down the inverse of a step overflows, or a power of ten is 0. */
const TINY = 1e-290;
/** What tiny numbers are counted in. */
const TINY_UNIT = 1e-300;

/** D3’s ticks, also over the least numbers there are: several may then be the same one. */
function ticksOver(low: number, high: number, count: number): number[] {
  const span = high - low;
  if (!(span > 0 && span < TINY)) return ticks(low, high, count);
  const counted = ticks(low / TINY_UNIT, high / TINY_UNIT, count);
  return [...new Set(counted.map((value) => value * TINY_UNIT))];
}

const leadOf = format('.0e');

/** Powers of ten and as many of their multiples as there is room for; round numbers over less than a power of ten. */
function logTicks(low: number, high: number, count: number): Tick[] {
  const decades = Math.log10(high / low);
  if (!(decades >= 1)) return roundTicks(low, high, count);
  const leads = 3 * decades <= count ? '125' : 2 * decades <= count ? '13' : '1';
  return scaleLog([low, high], [0, 1])
    .ticks(count)
    .filter((value) => leads.includes(leadOf(value)[0]))
    .map((value) => ({ value, label: formatNumber(value) }));
}

/** Round numbers that stand about evenly on a square-root scale. */
function sqrtTicks(low: number, high: number, count: number): Tick[] {
  const values = new Set([low]);
  for (let i = 1; i <= count; i++) {
    const [lead, power] = leadingDigits(low + (high - low) * (i / count) ** 2);
    const round = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
    values.add(Math.min(high, Math.max(low, Number(`${round}e${power}`))));
  }
  return [...values].map((value) => ({
    value,
    label: Number.isInteger(value) ? formatCount(value) : formatNumber(value),
  }));
}

function leadingDigits(value: number): [lead: number, power: number] {
  const power = Math.floor(Math.log10(value));
  return [value / 10 ** power, power];
}

/** A domain for losses or errors, the finite ones, with some room around them: logarithmic where they span enough for that. */
export function valueDomain(values: Iterable<number>): { scale: ScaleKind; domain: Interval } {
  const [low = 0, high = 1] = extent(values, (value) => (Number.isFinite(value) ? value : undefined));
  if (low > 0 && high / low > 3) return { scale: 'log', domain: [low * 0.85, high * 1.18] };
  const room = low === high ? Math.abs(low) * 0.1 || 1 : 0.06 * (high - low);
  return { scale: 'linear', domain: [Math.max(low >= 0 ? 0 : -Infinity, low - room), high + room] };
}

/** Numbers drawn at the edge of a domain where they are beyond it, as is 0 on a logarithmic axis; NaN stands nowhere. */
export function within([low, high]: Interval): (value: number) => number {
  return (value) => Math.max(low, Math.min(high, value));
}

/** The next of a few round numbers: an axis that ends there does not move with every change. */
export function roundUp(size: number): number {
  if (!(size > 0)) return 1;
  if (size < TINY) return roundUp(size / TINY_UNIT) * TINY_UNIT;
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 1.5, 2, 3, 4, 5, 6, 8].find((lead) => lead * power >= size) ?? 10);
}

/** A domain for a curve that things move on: all of it, but for what climbs far beyond the height of `from`. Room for labels below. */
export function curveDomain(values: ArrayLike<number>, from: number): Interval {
  const finite = Array.from(values).filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = finite.reduce((least, value) => Math.min(least, value));
  const high = finite.reduce((greatest, value) => Math.max(greatest, value));
  const top = from > low ? Math.min(high, low + 8 * (from - low)) : high;
  const room = 0.1 * (top - low || 1);
  return [low - room, top + room / 3];
}
