import { select } from 'd3';
import { drawText, drawXAxis, drawYAxis, labelsWidth, logTicks, type PlotLayout, type Tick } from './axes';
import { one, set, widthOf } from './old';
import { formatCount, formatDeviation, formatNumber } from './kit/format';
import { color } from './kit/palette';
import { drawBeyond, drawLimit } from './rate-marks';
import { hideReadout, showReadout } from './kit/readout';
import { nearestIndex } from './round-numbers';
import { scaleLog } from './scales';
import { scrub } from './scrub';
import { chartWords } from './kit/words';
import { rateLossWords as say } from '../words/charts-signal';

export interface RateLossData {
  /** Ascending. */
  learningRates: ArrayLike<number>;
  /** Per learning rate, F after the iterations. */
  losses: ArrayLike<number>;
  /** Per learning rate, the first iteration at which the descent had diverged, or null. */
  diverged: readonly (number | null)[];
  /** F at iterate 0. */
  start: number;
  iterations: number;
  /** The largest stable rate, 2/(|A|² + λ). */
  predicted: number;
  /** The rate at which descent was seen to switch, if it did. */
  measured: number | null;
  /** The rate that the other pictures show. */
  selected: number;
  /** What else is to be known: on which part of the signal, for example. */
  note?: string;
  width?: number;
  onPick?(learningRate: number): void;
}

interface Layout extends PlotLayout {
  yTicks: Tick[];
}

const FORMULA = '2/(|A|² + λ)';
const TOP = 62;
/** Losses further above the start than this are beyond the picture. */
const HEADROOM = 4;

/** F after the iterations over the learning rate, all rates at once, and the rate that theory names as the last stable one. */
export function drawRateLoss(container: HTMLElement, data: RateLossData): void {
  container.classList.add('gd-chart');
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const layout = layOut(container, data);
  const { width, height, left, right, bottom, x, y, yTicks } = layout;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeRateLoss(data) });
  drawYAxis(svg, 'gd-y', { scale: y, ticks: yTicks, at: left, gridTo: right });
  drawXAxis(svg, 'gd-x', {
    scale: x,
    ticks: logTicks(...(x.domain() as [number, number]), Math.round((right - left) / 60)),
    at: bottom + 4,
  });
  drawText(
    svg,
    'gd-y-title gd-title',
    0,
    TOP - 14,
    data.note
      ? say('lossAxisOfPiece', { iterations: formatCount(data.iterations), piece: data.note })
      : say('lossAxis', { iterations: formatCount(data.iterations) }),
  );
  drawText(svg, 'gd-x-title gd-title', right, bottom + 40, chartWords('rateAxis'), 'end');
  drawStart(svg, data, layout);
  drawLosses(svg, data, layout);
  drawThreshold(svg, data, layout);
  drawCrosshair(overlay, plot, data, layout);
}

function layOut(container: HTMLElement, { learningRates, losses, start, width: asked }: RateLossData): Layout {
  const width = widthOf(container, asked);
  let [low, high] = [start, start];
  for (let i = 0; i < losses.length; i++) {
    if (!(losses[i] > 0 && losses[i] < Infinity)) continue;
    low = Math.min(low, losses[i]);
    high = Math.max(high, losses[i]);
  }
  if (!(low > 0)) [low, high] = [high > 0 ? high / 10 : 0.1, high > 0 ? high : 1];
  const domain: [number, number] = [low / 1.25, Math.min(high * 1.25, Math.max(start, low) * HEADROOM)];
  const yTicks = logTicks(...domain, 6);
  const [left, right] = [Math.max(34, labelsWidth(container, yTicks) + 12), width - 14];
  const bottom = TOP + Math.round(Math.min(280, Math.max(180, width * 0.26)));
  const rates: [number, number] = [learningRates[0], learningRates[learningRates.length - 1]];
  return {
    width,
    height: bottom + 44,
    left,
    right,
    top: TOP,
    bottom,
    x: scaleLog(rates, [left + 6, right - 6]),
    y: scaleLog(domain, [bottom, TOP]),
    yTicks,
  };
}

function drawStart(svg: SVGSVGElement, { start }: RateLossData, { y, left, right }: Layout): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-start');
  if (!(start > 0)) return;
  set(one(group, 'line', 'gd-hair'), { x1: left, x2: right, y1: y(start), y2: y(start) });
  drawText(group, 'gd-start-note gd-note gd-halo', left + 6, y(start) - 5, say('atStart'));
}

/** A dot for each rate; what diverged or is far above the start stands as a cross at the upper edge. */
function drawLosses(svg: SVGSVGElement, data: RateLossData, layout: Layout): void {
  const { learningRates, losses, diverged, selected } = data;
  const { x, y, top } = layout;
  const indices = Array.from({ length: learningRates.length }, (_, i) => i);
  const isInside = (i: number) => diverged[i] === null && losses[i] > 0 && y(losses[i]) >= top;
  let d = '';
  for (const i of indices)
    if (isInside(i))
      d += `${i > 0 && isInside(i - 1) ? 'L' : 'M'}${x(learningRates[i]).toFixed(2)},${y(losses[i]).toFixed(2)}`;
  const line = one<SVGPathElement>(svg, 'path', 'gd-series gd-losses-line');
  line.style.stroke = color('--gd-series-recovery');
  line.style.strokeOpacity = '0.5';
  set(line, { d });
  const dots = one<SVGGElement>(svg, 'g', 'gd-losses');
  dots.style.fill = color('--gd-series-recovery');
  select(dots)
    .selectAll<SVGCircleElement, number>('circle')
    .data(indices.filter(isInside))
    .join('circle')
    .attr('cx', (i) => x(learningRates[i]))
    .attr('cy', (i) => y(losses[i]))
    .attr('r', 2.6);
  const beyond = indices.filter((i) => !isInside(i));
  drawBeyond(
    svg,
    beyond.map((i) => ({ x: x(learningRates[i]) })),
    top,
  );
  // Beside the crosses, before the first of them or, where that is at the left edge, after the last.
  const edges = beyond.length > 0 ? [x(learningRates[beyond[0]]), x(learningRates[beyond[beyond.length - 1]])] : [];
  const isBefore = edges.length > 0 && edges[0] > (layout.left + layout.right) / 2;
  const place = isBefore
    ? Math.min(edges[0], Math.abs(x(data.predicted) - edges[0]) < 40 ? x(data.predicted) : edges[0]) - 10
    : (edges[1] ?? 0) + 10;
  drawText(
    svg,
    'gd-beyond-note gd-note gd-halo',
    place,
    top + 11,
    beyond.length > 0 ? say('beyond') : '',
    isBefore ? 'end' : 'start',
  );
  const [first, last] = x.domain();
  const ring = selected >= first && selected <= last ? [nearest(data, selected)].filter(isInside) : [];
  select(one<SVGGElement>(svg, 'g', 'gd-selection'))
    .selectAll<SVGCircleElement, number>('circle')
    .data(ring)
    .join('circle')
    .attr('class', 'gd-selected')
    .attr('cx', (i) => x(learningRates[i]))
    .attr('cy', (i) => y(losses[i]))
    .attr('r', 6);
}

/** Dashed where theory puts the threshold, a wedge where it was measured, both in numbers above. */
function drawThreshold(svg: SVGSVGElement, { predicted, measured }: RateLossData, layout: Layout): void {
  const { x, left, right, bottom } = layout;
  const words =
    measured === null
      ? say('noSwitch')
      : say('switched', { rate: formatNumber(measured, 5), deviation: formatDeviation(measured, predicted) });
  const group = drawLimit(svg, predicted, [`${FORMULA} = ${formatNumber(predicted, 5)}`, words], layout);
  const inside = measured !== null && x(measured) >= left && x(measured) <= right ? [measured] : [];
  select(group)
    .selectAll('path')
    .data(inside)
    .join('path')
    .attr('d', (rate) => `M${x(rate)},${bottom}l5,9h-10z`)
    .style('fill', color('--gd-diverged'));
}

const nearest = ({ learningRates }: RateLossData, rate: number) =>
  nearestIndex(Array.from(learningRates, Math.log), Math.log(rate));

function drawCrosshair(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  data: RateLossData,
  { x, left, right, top, bottom }: Layout,
): void {
  const { learningRates, losses, diverged, onPick, selected } = data;
  const hair = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  const rounded = (i: number) => Number(learningRates[Math.round(i)].toPrecision(4));
  scrub(hit, {
    name: onPick ? say('pickName') : say('readName'),
    last: learningRates.length - 1,
    initial: nearest(data, selected),
    at: (px) => nearest(data, x.invert(px)),
    valueAt: rounded,
    pick: onPick && ((position) => onPick(rounded(position))),
    show(position) {
      if (position === undefined) {
        hair.replaceChildren();
        hideReadout(plot);
        return '';
      }
      const i = Math.round(position);
      const px = x(learningRates[i]);
      set(one(hair, 'line', 'gd-hair'), { x1: px, x2: px, y1: top, y2: bottom });
      const end =
        diverged[i] === null
          ? `F = ${formatNumber(losses[i])}`
          : chartWords('divergedAtIteration', { iteration: formatCount(diverged[i]) });
      const words = [chartWords('learningRate', { rate: formatNumber(learningRates[i]) }), end];
      showReadout(
        plot,
        px,
        (top + bottom) / 2,
        [...words, ...(onPick ? [say('press')] : [])].map((text) => ({ text })),
      );
      return words.join(', ');
    },
  });
}

/** What the picture shows, in words. */
export function summarizeRateLoss({
  learningRates,
  losses,
  diverged,
  start,
  iterations,
  predicted,
  measured,
  note,
}: RateLossData): string {
  let best = -1;
  for (let i = 0; i < losses.length; i++) if (diverged[i] === null && (best < 0 || losses[i] < losses[best])) best = i;
  const gone = diverged.filter((date) => date !== null).length;
  const reached = () => ({
    value: formatNumber(losses[best]),
    start: formatNumber(start),
    rate: formatNumber(learningRates[best]),
  });
  const values = {
    number: formatCount(learningRates.length),
    low: formatNumber(learningRates[0]),
    high: formatNumber(learningRates[learningRates.length - 1]),
    iterations: formatCount(iterations),
    least:
      best < 0
        ? say('allDiverged')
        : gone > 0
          ? say('leastAndDiverged', { ...reached(), number: gone })
          : say('least', reached()),
    formula: `${FORMULA} = ${formatNumber(predicted, 5)}`,
    switched:
      measured === null
        ? say('noSwitch')
        : say('switchedInWords', { rate: formatNumber(measured, 5), deviation: formatDeviation(measured, predicted) }),
  };
  return note ? say('summaryOfPiece', { ...values, piece: note }) : say('summary', values);
}
