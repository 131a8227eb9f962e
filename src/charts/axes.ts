import { select } from 'd3';
import { one, set, textWidth } from './old';
import { formatNumber } from './kit/format';
import { roundNumbers } from './round-numbers';
import type { Scale } from './scales';

/** Where a plot lies in its picture, in CSS pixels, and its scales. */
export interface PlotLayout {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
}

export interface Tick {
  value: number;
  label: string;
}

/** About `count` round numbers over [low, high], written with as many digits as tell them apart. */
export function roundTicks(low: number, high: number, count: number): Tick[] {
  const values = roundNumbers(low, high, Math.max(1, count));
  const step = values.length > 1 ? values[1] - values[0] : high - low;
  return values.map((value) => {
    const digits = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value) / step) + 1e-9) + 2;
    return { value, label: formatNumber(value, Math.min(15, Math.max(1, digits))) };
  });
}

/** About `count` ticks for a logarithmic scale: powers of ten and their 2 and 5 folds, or round numbers over a narrow range. */
export function logTicks(low: number, high: number, count: number): Tick[] {
  const decades = Math.log10(high / low);
  if (decades < 1) return roundTicks(low, high, count);
  const mantissas = 3 * decades <= count ? [1, 2, 5] : 2 * decades <= count ? [1, 3] : [1];
  const every = Math.max(1, Math.ceil(decades / count));
  const result: Tick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high) + 1e-9; power++) {
    if (power % every !== 0) continue;
    for (const mantissa of mantissas) {
      const value = Number(`${mantissa}e${power}`);
      if (value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12)) result.push({ value, label: formatNumber(value) });
    }
  }
  return result;
}

/** The room to the right of an axis that every picture leaves. */
const MARGIN = 14;

interface Placement {
  scale: Scale;
  ticks: readonly Tick[];
  /** Where the axis line stands, across its direction. */
  at: number;
  /** Gridlines reach from `at` to here; no grid without it. */
  gridTo?: number;
}

/** A horizontal axis below a picture; labels that would touch the one before them are left out. */
export function drawXAxis(
  parent: Element,
  className: string,
  { scale, ticks, at, gridTo }: Placement,
  line = true,
): void {
  const group = one<SVGGElement>(parent, 'g', `${className} gd-axis`);
  set(group, { transform: `translate(0,${at})`, 'aria-hidden': true });
  const [start, end] = scale.range();
  if (line) set(one(group, 'path', 'gd-axis-line'), { d: `M${start},0H${end}`, class: 'gd-axis-line gd-crisp' });
  drawGrid(group, ticks, (tick) => ({
    x1: scale(tick.value),
    x2: scale(tick.value),
    y1: 0,
    y2: gridTo === undefined ? 0 : gridTo - at,
  }));
  select(group)
    .selectAll('line.gd-tick')
    .data(ticks)
    .join('line')
    .attr('class', 'gd-tick')
    .attr('x1', (d) => scale(d.value))
    .attr('x2', (d) => scale(d.value))
    .attr('y2', 5);
  let free = -Infinity;
  const shown = ticks.flatMap((tick) => {
    const half = textWidth(parent, tick.label, 11) / 2;
    // A label at the very end is pulled back into the picture.
    const x = Math.min(scale(tick.value), end + MARGIN - half);
    if (x - half < free + 6) return [];
    free = x + half;
    return [{ x, label: tick.label }];
  });
  select(group)
    .selectAll<SVGTextElement, (typeof shown)[number]>('text')
    .data(shown)
    .join('text')
    .attr('x', (d) => d.x)
    .attr('y', 18)
    .attr('text-anchor', 'middle')
    .text((d) => d.label);
}

/** A vertical axis at the left of a picture. */
export function drawYAxis(parent: Element, className: string, { scale, ticks, at, gridTo }: Placement): void {
  const group = one<SVGGElement>(parent, 'g', `${className} gd-axis`);
  set(group, { transform: `translate(${at},0)`, 'aria-hidden': true });
  drawGrid(group, ticks, (tick) => ({
    y1: scale(tick.value),
    y2: scale(tick.value),
    x1: 0,
    x2: gridTo === undefined ? 0 : gridTo - at,
  }));
  select(group)
    .selectAll('line.gd-tick')
    .data(gridTo === undefined ? ticks : [])
    .join('line')
    .attr('class', 'gd-tick')
    .attr('y1', (d) => scale(d.value))
    .attr('y2', (d) => scale(d.value))
    .attr('x2', -5);
  select(group)
    .selectAll('text')
    .data(ticks)
    .join('text')
    .attr('x', -8)
    .attr('y', (d) => scale(d.value))
    .attr('dy', '0.35em')
    .attr('text-anchor', 'end')
    .text((d) => d.label);
}

function drawGrid(group: Element, ticks: readonly Tick[], place: (tick: Tick) => Record<string, number>): void {
  const grid = one<SVGGElement>(group, 'g', 'gd-grid');
  select(grid)
    .selectAll<SVGLineElement, Tick>('line')
    .data(ticks)
    .join('line')
    .each(function (tick) {
      set(this, place(tick));
    });
}

/** How much room the labels of a vertical axis take. */
export function labelsWidth(parent: Element, ticks: readonly Tick[]): number {
  return Math.ceil(Math.max(0, ...ticks.map(({ label }) => textWidth(parent, label, 11))));
}

/** A line of text in a picture; `anchor` as in SVG. */
export function drawText(
  parent: Element,
  className: string,
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): SVGTextElement {
  const element = one<SVGTextElement>(parent, 'text', className);
  set(element, { x, y, 'text-anchor': anchor });
  if (element.textContent !== text) element.textContent = text;
  return element;
}
