import css from './factorization.css?inline';
import * as plot from './kit';
import { formatNumber } from './kit/format';
import { drawBoardPicture, formatLoss, type FactorBoard } from './factor-board';
import { logSpaced } from '../math/spacing';
import { listSign } from '../words/numbers';
import { defineWords } from '../words/words';

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

interface Place {
  r12: number;
  r21: number;
}

const say = /* @__PURE__ */ defineWords('valley', {
  endLoss: 'J where descent ended: {loss}',
  upAxis: '↑ {entry} as predicted, {product}',
  acrossAxis: '{entry} as predicted, {product} →',
  curve: '{equation}: exact fits',
  start: 'start',
  end: 'descent ended here',
  point: 'At c = {ratio}: {numbers}',
  summary:
    'Descent ended at r₁₂ = {r12} and r₂₁ = {r21}, with J = {loss}. Any two numbers whose product is {product} go with an exact fit of what is known. {point}.',
  summaryWithRidge:
    'Descent ended at r₁₂ = {r12} and r₂₁ = {r21}, with J = {loss}. Any two numbers whose product is {product} go with an exact fit of what is known; the ridge prefers some of them. {point}.',
});

const SIDE_BY_SIDE = 600;
const BOARD = 250;
const GAP = 44;

/** The valley of factorizations that fit equally well. */
export const valley: plot.Chart<ValleyData> = { draw, summarize, table };

/** The two unknown entries against each other: the curve on which every exact fit lies, descent's way to it, and the table at one point of it. */
function draw(container: HTMLElement, data: ValleyData & { width?: number }): void {
  const root = plot.chartRoot(container);
  plot.adoptStyles(container, css);
  const width = plot.widthOf(root, data.width);
  const isWide = width >= SIDE_BY_SIDE;
  const card = plot.one<HTMLDivElement>(root, 'div', 'gd-valley');
  card.classList.toggle('gd-stacked', !isWide);
  const half = plot.one<HTMLDivElement>(card, 'div', 'gd-valley-plot');
  const plotWidth = isWide ? Math.min(520, width - BOARD - GAP) : width;
  half.style.width = `${plotWidth}px`;
  drawPlot(half, data, plotWidth);
  const board = isWide ? BOARD : Math.min(BOARD, width);
  const title = `c = ${formatNumber(data.ratio, 3)}`;
  const picture = { width: board, title, loss: data.loss, label: pointInWords(data), below: 44 };
  const { svg, height } = drawBoardPicture(card, data, picture);
  const [r12, r21] = entriesOf(data).map((entry) => formatNumber(entry, 5));
  const product = formatNumber(entriesOf(data)[0] * entriesOf(data)[1], 5);
  plot.drawText(svg, 'gd-product-note gd-strong', board, height - 24, `r₁₂ r₂₁ = ${r12} · ${r21} = ${product}`, 'end');
  plot.drawText(
    svg,
    'gd-loss-note gd-note',
    board,
    height - 4,
    say('endLoss', { loss: formatLoss(data.end.loss) }),
    'end',
  );
}

const entriesOf = ({ u, v }: ValleyData): [number, number] => [u[0] * v[1], u[1] * v[0]];

const POINTS = 161;
/** The point of the curve that has its name. */
const LABELLED = 24;
/** Descent that is so far from an exact fit has a curve of its own. */
const FAR = 0.01;

function drawPlot(half: HTMLElement, data: ValleyData, width: number): void {
  const { product, path, end, range } = data;
  const ends = range.map((c) => ({ r12: c * end.r12, r21: end.r21 / c }));
  const far = [...curveOf(product, data), ...path, ...ends].flatMap(({ r12, r21 }) => [r12, r21]);
  const domain: plot.Interval = [1.06 * Math.min(0, ...far), 1.06 * Math.max(0, ...far)];
  const frame = plot.cartesian(half, {
    width,
    x: { domain, title: say('acrossAxis', { entry: 'r₁₂', product: 'u₁ v₂' }), grid: true },
    y: { domain, title: say('upAxis', { entry: 'r₂₁', product: 'u₂ v₁' }), grid: true, spacing: 60 },
    height: Math.min(330, Math.round((width - 50) * 0.8)),
    summary: summarize(data),
  });
  const own = end.r12 * end.r21;
  const named = curveOf(product, data)[LABELLED];
  const [r12, r21] = entriesOf(data);
  const point = (name: string, place: Place, look: object) =>
    plot.dots({ name, x: () => place.r12, y: () => place.r21, length: 1, ...look });
  frame.draw([
    curve(curveOf(product, data), '--gd-maximum', 'gd-heavy'),
    ...(own > 0 && Math.abs(own / product - 1) > FAR ? [curve(curveOf(own, data), '--gd-maximum', 'gd-thin')] : []),
    curve(path, '--gd-muted', 'gd-thin'),
    plot.dots({
      name: 'gd-way',
      x: (i) => path[i].r12,
      y: (i) => path[i].r21,
      length: path.length,
      radius: 2,
      color: '--gd-muted',
    }),
    point('gd-end', end, { radius: 8, color: 'currentColor', isHollow: true, look: 'gd-cross gd-heavy' }),
    point('gd-present', { r12, r21 }, { radius: 5, color: '--gd-accent' }),
    plot.labels('gd-places', [
      // Beyond the curve, where descent does not come by.
      { text: say('curve', { equation: `r₁₂ r₂₁ = ${formatNumber(product, 5)}` }), x: named.r12, y: named.r21, dx: 10 },
      { text: say('start'), x: path[0].r12, y: path[0].r21, dx: 8, dy: 4 },
      { text: say('end'), x: end.r12, y: end.r21, dx: 14, dy: -8 },
    ]),
  ]);
}

/** The curve r12 r21 = product, as far as the ratio goes, around the point of it that has the ratio of where descent ended. */
function curveOf(product: number, { end, range }: ValleyData): Place[] {
  const ratio = end.r12 / end.r21;
  // The hyperbola has two branches; an end without a ratio is on neither.
  const middle = Math.sign(end.r12 || 1) * Math.sqrt(product * (ratio > 0 && ratio < Infinity ? ratio : 1));
  return Array.from(logSpaced(...range, POINTS), (c) => ({ r12: c * middle, r21: product / (c * middle) }));
}

function curve(places: readonly Place[], color: string, look: string): plot.Mark {
  return plot.line({
    x: (i) => places[i].r12,
    y: (i) => places[i].r21,
    length: places.length,
    color,
    look,
    clip: false,
  });
}

function pointInWords(data: ValleyData): string {
  const [r12, r21] = entriesOf(data);
  const number = (value: number) => formatNumber(value, 5);
  const list = (values: readonly number[]) => `(${values.map(number).join(`${listSign()} `)})`;
  return say('point', {
    ratio: formatNumber(data.ratio, 3),
    numbers: `u = ${list(data.u)}, v = ${list(data.v)}, r₁₂ = ${number(r12)}, r₂₁ = ${number(r21)}, J = ${formatLoss(data.loss)}`,
  });
}

function summarize(data: ValleyData): string {
  const { end, product, ridge } = data;
  return say(ridge > 0 ? 'summaryWithRidge' : 'summary', {
    r12: formatNumber(end.r12, 5),
    r21: formatNumber(end.r21, 5),
    loss: formatLoss(end.loss),
    product: formatNumber(product, 5),
    point: pointInWords(data),
  });
}

/** Descent's way, and then the place that is shown. */
function table(data: ValleyData): plot.Table {
  const { path, end, ratio } = data;
  const [r12, r21] = entriesOf(data);
  return {
    place: [...path.map((_, epoch) => `epoch ${epoch}`), 'end', `c = ${ratio}`],
    r12: [...path.map((place) => place.r12), end.r12, r12],
    r21: [...path.map((place) => place.r21), end.r21, r21],
  };
}
