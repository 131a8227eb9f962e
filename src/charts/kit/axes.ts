import { axisBottom, axisLeft, select } from 'd3';
import type { Panel } from './panel';
import { one } from './dom';
import type { Scale, Tick } from './scales';
import type { Measure } from './text';

/** How far a label may reach beyond the right end of its axis. */
export const MARGIN = 14;
const TICK = 5;

/** Lines across a panel at the ticks of its axes. */
export function drawGrid(
  parent: SVGGElement,
  { x, y, left, right, top, bottom }: Panel,
  xTicks: readonly Tick[],
  yTicks: readonly Tick[],
  aside: number,
): void {
  const lines = [
    ...yTicks.map(({ value }) => ({ x1: left, x2: right + aside, y1: y(value), y2: y(value) })),
    ...xTicks.map(({ value }) => ({ x1: x(value), x2: x(value), y1: top, y2: bottom })),
  ];
  select(parent)
    .selectAll<SVGLineElement, (typeof lines)[number]>('line')
    .data(lines)
    .join('line')
    .attr('x1', (d) => d.x1)
    .attr('x2', (d) => d.x2)
    .attr('y1', (d) => d.y1)
    .attr('y2', (d) => d.y2);
}

/** A horizontal axis; labels that would touch the one before them are left out, and the last is pulled back into the picture. */
export function drawXAxis(
  parent: SVGGElement,
  scale: Scale,
  ticks: readonly Tick[],
  at: number,
  measure: Measure,
): void {
  const [start, end] = scale.range();
  const places = new Map<number, { label: string; shift: number }>();
  let free = -Infinity;
  for (const { value, label } of ticks) {
    const half = measure(label) / 2;
    const shift = Math.min(0, end + MARGIN - half - scale(value)) + Math.max(0, start - 40 + half - scale(value));
    const isShown = scale(value) + shift - half >= free + 6;
    if (isShown) free = scale(value) + shift + half;
    places.set(value, { label: isShown ? label : '', shift });
  }
  const axis = axisBottom(scale)
    .tickValues(ticks.map(({ value }) => value))
    .tickFormat((value) => places.get(Number(value))?.label ?? '')
    .tickSizeInner(TICK)
    .tickSizeOuter(0)
    .tickPadding(6)
    .offset(0);
  select(parent)
    .attr('transform', `translate(0,${at})`)
    .call(axis)
    .selectAll<SVGTextElement, number>('.tick text')
    .attr('x', (value) => places.get(value)?.shift || null);
}

/** A vertical axis at the left; with a grid, its lines serve as ticks. */
export function drawYAxis(
  parent: SVGGElement,
  scale: Scale,
  ticks: readonly Tick[],
  at: number,
  hasGrid: boolean,
): void {
  const labels = new Map(ticks.map(({ value, label }) => [value, label]));
  const axis = axisLeft(scale)
    .tickValues([...labels.keys()])
    .tickFormat((value) => labels.get(Number(value)) ?? '')
    .tickSizeInner(hasGrid ? 0 : TICK)
    .tickSizeOuter(0)
    .tickPadding(hasGrid ? 8 : 8 - TICK)
    .offset(0);
  select(parent).attr('transform', `translate(${at},0)`).call(axis).select('.domain').remove();
}

/** A line of text; `anchor` as in SVG. */
export function drawText(
  parent: Element,
  className: string,
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): SVGTextElement {
  const element = one<SVGTextElement>(parent, 'text', className);
  select(element).attr('x', x).attr('y', y).attr('text-anchor', anchor);
  if (element.textContent !== text) element.textContent = text;
  return element;
}
