import { extent, max } from 'd3';
import * as plot from './kit';
import { formatCount, formatNumber } from './kit/format';
import { defineWords } from '../words/words';

export interface FilterData {
  /** The filter k. */
  taps: ArrayLike<number>;
  /** What it does to a wave of each frequency, in cycles per sample from 0 to 1/2: multiply it by so much. */
  response: { frequency: ArrayLike<number>; gain: ArrayLike<number> };
  /** |A|, the most that the matrix multiplies a length by. */
  norm: number;
}

const say = /* @__PURE__ */ defineWords('taps', {
  weightAxis: '↑ weight of the tap',
  tapAxis: 'tap j →',
  gainAxis: '↑ a wave is multiplied by',
  frequencyAxis: 'frequency, cycles per sample →',
  readTaps: 'Read the taps',
  tap: 'k at {place} = {value}',
  readGains: 'Read what the filter does to waves',
  gain: 'frequency {frequency}: multiplied by {gain}',
  filter: {
    one: 'A filter with one tap, {sum}.',
    other: 'A filter of {count} taps that add up to {sum}.',
  },
  waves:
    'It multiplies a constant by {constant} and the fastest wave by {fastest}; it enlarges no signal’s norm by more than |A| = {norm}.',
});

const SIDE_BY_SIDE = 640;
const GAP = 28;
/** Closer together than this, taps are a line rather than sticks. */
const STICK = 5;
const INK = '--gd-series-recovery';

/** The filter twice: its taps, and what it does to waves. */
export const filter: plot.Chart<FilterData> = { draw, summarize, table };

function draw(container: HTMLElement, data: FilterData & { width?: number }): void {
  const root = plot.chartRoot(container);
  const width = plot.widthOf(root, data.width);
  const isWide = width >= SIDE_BY_SIDE;
  const half = isWide ? Math.floor((width - GAP) / 2) : width;
  const height = plot.heightOf([140, 0.16, 210], width);
  const columns = plot.one<HTMLDivElement>(root, 'div', 'gd-columns');
  columns.classList.toggle('gd-stacked', !isWide);
  plot.each<HTMLDivElement, typeof drawTaps>(columns, 'div', 'gd-column', [drawTaps, drawGains], (box, drawHalf) =>
    drawHalf(box, data, half, height),
  );
}

function drawTaps(box: HTMLElement, data: FilterData, width: number, height: number): void {
  const { taps } = data;
  const [low, greatest] = extent([0, ...Array.from(taps)]) as [number, number];
  const high = low === greatest ? 1 : greatest;
  const room = 0.06 * (high - low);
  const last = taps.length - 1;
  const frame = plot.cartesian(box, {
    width,
    x: {
      domain: [-0.5, last + 0.5],
      title: say('tapAxis'),
      ticks: plot
        .roundTicks(0, Math.max(last, 1), Math.round((width - 60) / 60))
        .map(({ value }) => value)
        .filter((value) => Number.isInteger(value) && value <= last),
      format: formatCount,
      gap: 4,
    },
    y: { domain: [low < 0 ? low - room : 0, high > 0 ? high + room : 0], title: say('weightAxis'), grid: true },
    height,
    summary: summarize(data),
  });
  const apart = frame.x(1) - frame.x(0);
  const sticks = [
    plot.bars({
      name: 'gd-sticks',
      length: taps.length,
      x0: (j) => j,
      x1: (j) => j,
      y1: taps,
      least: [1.5, 0],
      color: INK,
    }),
    plot.dots({ name: 'gd-taps', y: taps, length: taps.length, radius: Math.min(4, apart / 3), color: INK }),
  ];
  frame.draw(
    [
      plot.rule({ y: [0], look: 'gd-zero' }),
      ...(apart >= STICK ? sticks : [plot.series({ values: taps, mark: 'line', color: INK })]),
    ],
    plot.scrub({
      name: say('readTaps'),
      last: Math.max(1, last),
      initial: Math.floor(Math.max(1, last) / 2),
      at: (px) => frame.x.invert(px),
      read(position) {
        const j = Math.round(position);
        const text = say('tap', { place: formatCount(j), value: formatNumber(taps[j] ?? NaN) });
        return { x: frame.x(j), y: frame.y(taps[j] ?? 0), lines: [{ text }] };
      },
    }),
  );
}

function drawGains(box: HTMLElement, data: FilterData, width: number, height: number): void {
  const { response, norm } = data;
  const { frequency, gain } = response;
  const high = max([norm, ...Array.from(gain)]) || 1;
  const frame = plot.cartesian(box, {
    width,
    x: { domain: [0, 0.5], title: say('frequencyAxis'), gap: 4 },
    y: { domain: [0, high * 1.14], title: say('gainAxis'), grid: true },
    height,
    summary: summarize(data),
  });
  frame.draw(
    [
      plot.line({ x: frequency, y: gain, length: gain.length, color: INK, look: 'gd-heavy' }),
      plot.rule({ y: [norm], look: 'gd-threshold' }),
      plot.labels('gd-norm-note', [
        { text: `|A| = ${formatNumber(norm, 6)}`, right: 4, y: norm, dy: -6, anchor: 'end', look: 'gd-strong' },
      ]),
    ],
    plot.scrub({
      name: say('readGains'),
      last: gain.length - 1,
      initial: Math.floor((gain.length - 1) / 2),
      at: (px) => 2 * frame.x.invert(px) * (gain.length - 1),
      read(position) {
        const i = Math.round(position);
        const text = say('gain', { frequency: formatNumber(frequency[i], 3), gain: formatNumber(gain[i]) });
        return { x: frame.x(frequency[i]), y: frame.y(gain[i]), lines: [{ text }] };
      },
    }),
  );
}

function summarize({ taps, norm, response: { gain } }: FilterData): string {
  const sum = Array.from(taps).reduce((total, tap) => total + tap, 0);
  const words = say('filter', { count: taps.length, sum: formatNumber(Math.abs(sum) < 1e-14 ? 0 : sum) });
  const [constant, fastest] = [formatNumber(gain[0]), formatNumber(gain[gain.length - 1])];
  return `${words} ${say('waves', { constant, fastest, norm: formatNumber(norm, 6) })}`;
}

function table({ taps }: FilterData): plot.Table {
  return { tap: Int32Array.from(taps, (_, j) => j), weight: taps };
}
