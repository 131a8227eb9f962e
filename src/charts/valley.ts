import { select } from 'd3';
import { logSpaced } from '../math/spacing';
import { drawText, drawXAxis, drawYAxis, labelsWidth, roundTicks } from './axes';
import { one, set, textWidth, widthOf } from './old';
import { boardHeight, drawBoard, type FactorBoard } from './factor-board';
import { formatLoss } from './factorization-step';
import { formatNumber } from './kit/format';
import { color } from './kit/palette';
import { lineThrough } from './paths';
import { scaleLinear, type Scale } from './scales';
import type { Chart } from './types';
import { listSign } from '../words/numbers';
import { valleyWords as say } from '../words/charts-ratings';

/** The factorizations u1 -> c u1, v1 -> v1 / c of a 2 x 2 table with two unknown entries: all fit it equally well. */
export interface ValleyData {
  ratings: FactorBoard['ratings'];
  /** c, and how far it goes. */
  ratio: number;
  range: readonly [number, number];
  /** The factors there. */
  u: readonly number[];
  v: readonly number[];
  loss: number;
  /** Where descent ended, at c = 1: its two unknown entries and its loss. */
  end: Place & { loss: number };
  /** The unknown entries on the way there, from the start on. */
  path: readonly Place[];
  /** r11 r22, which r12 r21 comes to at any exact fit. */
  product: number;
  /** With a ridge, not all of them have the same loss. */
  ridge: number;
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
}

const SIDE_BY_SIDE = 600;
const BOARD = 250;
const GAP = 44;

/** The valley of factorizations that fit equally well. */
export const valley: Chart<ValleyData> = { draw, summarize, table };

/** The two unknown entries against each other: the curve on which every exact fit lies, descent's way to it, and the table at one point of it. */
function draw(container: HTMLElement, data: ValleyData & { width?: number }): void {
  container.classList.add('gd-chart');
  const width = widthOf(container, data.width);
  const isWide = width >= SIDE_BY_SIDE;
  const card = one<HTMLDivElement>(container, 'div', 'gd-valley');
  card.classList.toggle('gd-stacked', !isWide);
  const plotWidth = isWide ? Math.min(520, width - BOARD - GAP) : width;
  drawPlot(one(card, 'div', 'gd-plot'), data, plotWidth);
  const board = isWide ? BOARD : Math.min(BOARD, width);
  const svg = one<SVGSVGElement>(card, 'svg', 'gd-side');
  const height = 34 + boardHeight(2) + 44;
  set(svg, { width: board, height, viewBox: `0 0 ${board} ${height}`, role: 'img', 'aria-label': pointInWords(data) });
  drawText(svg, 'gd-side-title gd-title', 0, 12, `c = ${formatNumber(data.ratio, 3)}`);
  drawText(svg, 'gd-side-loss gd-strong', board, 12, `J = ${formatLoss(data.loss)}`, 'end');
  const inside = one<SVGGElement>(svg, 'g', 'gd-inside');
  set(inside, { transform: 'translate(0,34)' });
  drawBoard(inside, 'gd-board', data, board);
  const [r12, r21] = entriesOf(data);
  drawText(
    svg,
    'gd-product-note gd-strong',
    board,
    height - 24,
    `r₁₂ r₂₁ = ${formatNumber(r12, 5)} · ${formatNumber(r21, 5)} = ${formatNumber(r12 * r21, 5)}`,
    'end',
  );
  drawText(svg, 'gd-loss-note gd-note', board, height - 4, say('endLoss', { loss: formatLoss(data.end.loss) }), 'end');
}

const entriesOf = ({ u, v }: ValleyData): [number, number] => [u[0] * v[1], u[1] * v[0]];

function drawPlot(plot: HTMLElement, data: ValleyData, width: number): void {
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const frame = layOut(plot, data, width);
  const { left, right, top, bottom, x, y } = frame;
  const height = bottom + 44;
  set(svg, { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': summarize(data) });
  drawYAxis(svg, 'gd-y', {
    scale: y,
    ticks: roundTicks(...(y.domain() as [number, number]), 5),
    at: left,
    gridTo: right,
  });
  drawXAxis(svg, 'gd-x', {
    scale: x,
    ticks: roundTicks(...(x.domain() as [number, number]), 5),
    at: bottom,
    gridTo: top,
  });
  drawText(svg, 'gd-y-title gd-title', 0, 12, say('upAxis', { entry: 'r₂₁', product: 'u₂ v₁' }));
  drawText(
    svg,
    'gd-x-title gd-title',
    right,
    bottom + 40,
    say('acrossAxis', { entry: 'r₁₂', product: 'u₁ v₂' }),
    'end',
  );
  drawCurve(svg, data, frame);
  drawPath(svg, data, frame);
  drawPoints(svg, data, frame);
}

interface Place {
  r12: number;
  r21: number;
}

/** The curve r12 r21 = product, as far as the ratio goes, around the point of it that has the ratio of where descent ended. */
function curveOf(product: number, { end, range }: ValleyData): Place[] {
  const ratio = end.r12 / end.r21;
  // The hyperbola has two branches; an end without a ratio is on neither.
  const middle = Math.sign(end.r12 || 1) * Math.sqrt(product * (ratio > 0 && ratio < Infinity ? ratio : 1));
  return Array.from(logSpaced(...range, POINTS), (c) => ({ r12: c * middle, r21: product / (c * middle) }));
}

function layOut(plot: HTMLElement, data: ValleyData, width: number): Frame {
  const { end, range, path, product } = data;
  const far = [
    ...curveOf(product, data),
    ...path,
    ...range.map((c) => ({ r12: c * end.r12, r21: end.r21 / c })),
  ].flatMap(({ r12, r21 }) => [r12, r21]);
  const most = 1.06 * Math.max(0, ...far);
  const least = 1.06 * Math.min(0, ...far);
  const left = Math.max(26, labelsWidth(plot, roundTicks(least, most, 5)) + 12);
  const [right, top] = [width - 14, 26];
  const bottom = top + Math.min(330, Math.round((right - left) * 0.8));
  return {
    left,
    right,
    top,
    bottom,
    x: scaleLinear([least, most], [left, right]),
    y: scaleLinear([least, most], [bottom, top]),
  };
}

const POINTS = 161;
/** The point of the curve that has its name. */
const LABELLED = 24;
/** Descent that is so far from an exact fit has a curve of its own. */
const FAR = 0.01;

function drawCurve(svg: SVGSVGElement, data: ValleyData, frame: Frame): void {
  const { product, end } = data;
  const own = end.r12 * end.r21;
  const curves = [
    { product, look: 'gd-heavy' },
    ...(own > 0 && Math.abs(own / product - 1) > FAR ? [{ product: own, look: 'gd-thin' }] : []),
  ];
  const { x, y, right } = frame;
  const path = (places: readonly Place[]) =>
    lineThrough(
      places,
      (d) => x(d.r12),
      (d) => y(d.r21),
      { digits: 2 },
    );
  select(one<SVGGElement>(svg, 'g', 'gd-curves'))
    .selectAll<SVGPathElement, (typeof curves)[number]>('path')
    .data(curves)
    .join('path')
    .attr('class', ({ look }) => `gd-series ${look}`)
    .attr('d', ({ product }) => path(curveOf(product, data)))
    .style('stroke', color('--gd-maximum'));
  // Beyond the curve, where descent does not come by.
  const { r12, r21 } = curveOf(product, data)[LABELLED];
  const words = say('curve', { equation: `r₁₂ r₂₁ = ${formatNumber(product, 5)}` });
  drawText(
    svg,
    'gd-curve-note gd-note gd-halo',
    Math.min(x(r12) + 10, right - textWidth(svg, words, 11)),
    y(r21),
    words,
  );
}

function drawPath(svg: SVGSVGElement, { path }: ValleyData, { x, y, right }: Frame): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-way');
  const way = one<SVGPathElement>(group, 'path', 'gd-series gd-thin');
  way.style.stroke = color('--gd-muted');
  set(way, {
    d: lineThrough(
      path,
      (d) => x(d.r12),
      (d) => y(d.r21),
      { digits: 2 },
    ),
  });
  select(group)
    .selectAll<SVGCircleElement, ValleyData['path'][number]>('circle')
    .data(path)
    .join('circle')
    .attr('cx', (d) => x(d.r12))
    .attr('cy', (d) => y(d.r21))
    .attr('r', 2)
    .style('fill', color('--gd-muted'));
  const start = x(path[0].r12);
  const isLeft = start + 8 + textWidth(svg, say('start'), 11) > right;
  drawText(
    group,
    'gd-start-note gd-note gd-halo',
    isLeft ? start - 8 : start + 8,
    y(path[0].r21) + 4,
    say('start'),
    isLeft ? 'end' : 'start',
  );
}

function drawPoints(svg: SVGSVGElement, data: ValleyData, { x, y, right }: Frame): void {
  const { end } = data;
  const ring = one<SVGCircleElement>(svg, 'circle', 'gd-selected gd-end');
  set(ring, { cx: x(end.r12), cy: y(end.r21), r: 8 });
  const words = say('end');
  drawText(
    svg,
    'gd-end-note gd-note gd-halo',
    Math.min(x(end.r12) + 14, right - textWidth(svg, words, 11)),
    y(end.r21) - 8,
    words,
  );
  const [r12, r21] = entriesOf(data);
  const dot = one<SVGCircleElement>(svg, 'circle', 'gd-present');
  set(dot, { cx: x(r12), cy: y(r21), r: 5 });
  dot.style.fill = color('--gd-accent');
}

function pointInWords(data: ValleyData): string {
  const [r12, r21] = entriesOf(data);
  const { u, v, ratio, loss } = data;
  const number = (value: number) => formatNumber(value, 5);
  const between = `${listSign()} `;
  return say('point', {
    ratio: formatNumber(ratio, 3),
    numbers: `u = (${u.map(number).join(between)}), v = (${v.map(number).join(between)}), r₁₂ = ${number(r12)}, r₂₁ = ${number(r21)}, J = ${formatLoss(loss)}`,
  });
}

/** What the picture shows, in words. */
function summarize(data: ValleyData): string {
  const { end, product, ridge } = data;
  const values = {
    r12: formatNumber(end.r12, 5),
    r21: formatNumber(end.r21, 5),
    loss: formatLoss(end.loss),
    product: formatNumber(product, 5),
    point: pointInWords(data),
  };
  return ridge > 0 ? say('summaryWithRidge', values) : say('summary', values);
}

/** Descent's way, and then the place that is shown. */
function table(data: ValleyData): Record<string, ArrayLike<number | string>> {
  const [r12, r21] = entriesOf(data);
  return {
    place: [...data.path.map((_, epoch) => `epoch ${epoch}`), 'end', `c = ${data.ratio}`],
    r12: [...data.path.map((place) => place.r12), data.end.r12, r12],
    r21: [...data.path.map((place) => place.r21), data.end.r21, r21],
  };
}
