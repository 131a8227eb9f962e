import { select } from 'd3';
import { drawXAxis, drawYAxis, labelsWidth, logTicks, roundTicks, type PlotLayout, type Tick } from './axes';
import { formatCount } from './kit/format';
import { color } from './kit/palette';
import { scaleLinear, scaleLog, scaleSqrt } from './scales';

/** Numbers over the iterations of a descent: the axes and the lines of every such picture. */
export interface CurvesLayout extends PlotLayout {
  yTicks: Tick[];
  isLog: boolean;
  /** The last iteration. */
  last: number;
}

export interface CurvesRange {
  width: number;
  top: number;
  last: number;
  low: number;
  high: number;
}

/** Numbers beyond this would overflow on their way to pixels. */
const LARGEST = 1e300;

/** Descent does most of its work early, so the axis of iterations goes by the square root. */
export function layOutCurves(parent: Element, { width, top, last, low, high }: CurvesRange): CurvesLayout {
  const bottom = top + Math.round(Math.min(260, Math.max(170, width * 0.24)));
  const axis = valueAxis(low, high, [bottom, top]);
  const left = Math.max(34, labelsWidth(parent, axis.yTicks) + 12);
  const right = width - 14;
  return {
    width,
    height: bottom + 44,
    left,
    right,
    top,
    bottom,
    x: scaleSqrt([0, last], [left, right]),
    last,
    ...axis,
  };
}

/** A vertical axis for losses or errors, with some room around them: by the logarithm where they span enough for that. */
export function valueAxis(
  low: number,
  high: number,
  range: [number, number],
): Pick<CurvesLayout, 'y' | 'yTicks' | 'isLog'> {
  const isLog = low > 0 && high / low > 3;
  const room = low === high ? Math.abs(low) * 0.1 || 1 : 0.06 * (high - low);
  const domain: [number, number] = isLog
    ? [low * 0.85, high * 1.18]
    : [Math.max(low >= 0 ? 0 : -Infinity, low - room), high + room];
  const yTicks = isLog ? logTicks(...domain, 6) : roundTicks(...domain, 5);
  return { y: (isLog ? scaleLog : scaleLinear)(domain, range), yTicks, isLog };
}

export function drawCurvesAxes(svg: SVGSVGElement, { x, y, yTicks, left, right, bottom, last }: CurvesLayout): void {
  drawYAxis(svg, 'gd-y', { scale: y, ticks: yTicks, at: left, gridTo: right });
  drawXAxis(svg, 'gd-x', { scale: x, ticks: iterationTicks(last, Math.round((right - left) / 70)), at: bottom + 4 });
}

/** Round iterations that stand about evenly on the square-root scale. */
function iterationTicks(last: number, count: number): Tick[] {
  const values = new Set([0]);
  for (let i = 1; i <= count; i++) {
    const exact = last * (i / count) ** 2;
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(exact)));
    const lead = exact / unit;
    values.add(Math.min(last, Math.max(1, Math.round((lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * unit))));
  }
  return [...values].map((value) => ({ value, label: formatCount(value) }));
}

/** Where a number stands: at the edge of the picture where it is beyond it, so too a 0 on a logarithmic scale; NaN stands nowhere. */
export function heightOf(
  value: number,
  { y, top, bottom, isLog }: Pick<CurvesLayout, 'y' | 'top' | 'bottom' | 'isLog'>,
): number {
  if (isLog && value <= 0) return bottom;
  return Math.min(bottom, Math.max(top, y(Math.min(value, LARGEST))));
}

/** A line through the numbers of iterations 0 to `last`, as SVG path data. */
export function curvePath(values: ArrayLike<number>, last: number, layout: CurvesLayout): string {
  let d = '';
  let [px, pxLow, pxHigh] = [-1, 0, 0];
  // As many points as there are pixels, each with its least and greatest value.
  for (let k = 0; k <= last && k < values.length; k++) {
    const at = Math.round(layout.x(k) * 4) / 4;
    const height = Math.round(heightOf(values[k], layout) * 100) / 100;
    if (!Number.isFinite(height)) continue;
    if (at !== px) {
      d += `${d ? 'L' : 'M'}${at},${height}`;
      [px, pxLow, pxHigh] = [at, height, height];
    } else if (height < pxLow || height > pxHigh) {
      d += `L${at},${height}`;
      [pxLow, pxHigh] = [Math.min(pxLow, height), Math.max(pxHigh, height)];
    }
  }
  return d;
}

/** A cross where each descent ended that diverged. */
export function drawDivergences(group: SVGGElement, marks: readonly { x: number; y: number; color?: string }[]): void {
  select(group)
    .selectAll<SVGPathElement, (typeof marks)[number]>('path')
    .data(marks)
    .join('path')
    .attr('d', ({ x, y }) => `M${x},${y}m-4.5,-4.5l9,9m0,-9l-9,9`)
    .attr('class', 'gd-selected')
    .style('stroke', (mark) => color(mark.color ?? '--gd-diverged'));
}
