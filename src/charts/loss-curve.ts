import { scaleLinear, scaleLog, scalePow, select } from 'd3';
import { drawText, drawXAxis, drawYAxis, labelsWidth, logTicks, roundTicks, type PlotLayout, type Scale, type Tick } from './axes';
import { one, set, widthOf } from './dom';
import { formatCount, formatNumber } from './format';
import { color } from './palette';
import { hideReadout, showReadout } from './readout';
import { scrub } from './scrub';

export interface LossCurveData {
  /** F at every iterate, from iterate 0 on. */
  losses: ArrayLike<number>;
  /** The first iteration at which the descent had diverged; null where it did not. */
  diverged: number | null;
  /** The iteration that the other pictures show. */
  iteration: number;
  /** The learning rate, in words: `learning rate 1.8`. */
  note: string;
  width?: number;
  onPick?(iteration: number): void;
}

interface Layout extends PlotLayout {
  yTicks: Tick[];
  isLog: boolean;
}

/**
 * The objective at every iterate. Descent does most of its work early, so the axis of iterations goes by the square
 * root; the objective goes by its logarithm where it spans enough for that.
 */
export function drawLossCurve(container: HTMLElement, data: LossCurveData): void {
  container.classList.add('gd-chart');
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const layout = layOut(container, data);
  const { width, height, left, right, bottom, x, y, yTicks, isLog } = layout;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeLossCurve(data) });
  drawYAxis(svg, 'gd-y', { scale: y, ticks: yTicks, at: left, gridTo: right });
  drawXAxis(svg, 'gd-x', { scale: x, ticks: iterationTicks(lastShown(data), Math.round((right - left) / 70)), at: bottom + 4 });
  drawText(svg, 'gd-y-title gd-title', 0, 12, `↑ F(x)${isLog ? ' (log scale)' : ''}`);
  drawText(svg, 'gd-x-title gd-title', right, bottom + 40, 'iteration (square-root scale) →', 'end');
  drawText(svg, 'gd-now gd-note', right, 12, data.note, 'end');
  const curve = one<SVGPathElement>(svg, 'path', 'gd-series gd-heavy');
  curve.style.stroke = color('--gd-series-recovery');
  set(curve, { d: pathOf(data, layout) });
  drawDivergence(svg, data, layout);
  drawNow(svg, data, layout);
  drawCrosshair(overlay, plot, data, layout);
}

/** The last iteration worth showing: after a divergence nothing happens. */
function lastShown({ losses, diverged }: LossCurveData): number {
  return Math.max(1, diverged ?? losses.length - 1);
}

function layOut(container: HTMLElement, data: LossCurveData): Layout {
  const width = widthOf(container, data.width);
  let [low, high] = [Infinity, -Infinity];
  for (let k = 0; k <= lastShown(data) && k < data.losses.length; k++) {
    if (data.losses[k] < low) low = data.losses[k];
    if (data.losses[k] > high && data.losses[k] < Infinity) high = data.losses[k];
  }
  if (!(low <= high)) [low, high] = [0, 1];
  const isLog = low > 0 && high / low > 3;
  const room = low === high ? Math.abs(low) * 0.1 || 1 : 0.06 * (high - low);
  const domain: [number, number] = isLog ? [low * 0.85, high * 1.18] : [Math.max(low >= 0 ? 0 : -Infinity, low - room), high + room];
  const top = 26;
  const bottom = top + Math.round(Math.min(260, Math.max(170, width * 0.24)));
  const yTicks = isLog ? logTicks(...domain, 6) : roundTicks(...domain, 5);
  const left = Math.max(34, labelsWidth(container, yTicks) + 12);
  const right = width - 14;
  const y = (isLog ? scaleLog(domain, [bottom, top]) : scaleLinear(domain, [bottom, top])) as Scale;
  return { width, height: bottom + 44, left, right, top, bottom, x: scalePow([0, lastShown(data)], [left, right]).exponent(0.5), y, yTicks, isLog };
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

function pathOf({ losses, ...data }: LossCurveData, { x, y, top }: Layout): string {
  const last = Math.min(lastShown({ losses, ...data }), losses.length - 1);
  let d = '';
  let [px, pxLow, pxHigh] = [-1, 0, 0];
  // As many points as there are pixels, each with its least and greatest value.
  for (let k = 0; k <= last; k++) {
    const at = Math.round(x(k) * 4) / 4;
    const height = Math.round(Math.max(top - 10, y(Math.min(losses[k], 1e300))) * 100) / 100;
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

function drawDivergence(svg: SVGSVGElement, { diverged, losses }: LossCurveData, { x, y, top, right }: Layout): void {
  const marks = diverged === null ? [] : [diverged];
  const group = one<SVGGElement>(svg, 'g', 'gd-divergence');
  select(group).selectAll('path').data(marks).join('path')
    .attr('d', (k) => `M${x(k)},${Math.max(top, y(Math.min(losses[k], 1e300)) || top)}m-4.5,-4.5l9,9m0,-9l-9,9`).attr('class', 'gd-selected').style('stroke', color('--gd-diverged'));
  drawText(group, 'gd-diverged-note gd-note gd-halo gd-strong', right - 12, top + 14, diverged === null ? '' : `diverged at iteration ${formatCount(diverged)}`, 'end');
}

/** The iteration that the other pictures show. */
function drawNow(svg: SVGSVGElement, data: LossCurveData, { x, y, top, bottom }: Layout): void {
  const { iteration, losses } = data;
  const inside = iteration <= lastShown(data) && Number.isFinite(losses[iteration]) ? [iteration] : [];
  const group = one<SVGGElement>(svg, 'g', 'gd-iteration');
  select(group).selectAll('line').data(inside).join('line').attr('class', 'gd-hair').attr('x1', x).attr('x2', x).attr('y1', (k) => y(losses[k])).attr('y2', bottom + 4);
  select(group).selectAll('circle').data(inside).join('circle').attr('cx', x).attr('cy', (k) => Math.max(top, y(losses[k]))).attr('r', 4.5)
    .style('fill', color('--gd-series-recovery')).style('stroke', color('--gd-surface')).style('stroke-width', 2);
}

function drawCrosshair(overlay: SVGSVGElement, plot: HTMLElement, data: LossCurveData, { x, y, left, right, top, bottom }: Layout): void {
  const { losses, iteration, onPick } = data;
  const hair = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  scrub(hit, {
    name: onPick ? 'Iteration to show in the other pictures' : 'Read the objective along the iterations',
    last: lastShown(data),
    initial: Math.min(iteration, lastShown(data)),
    at: (px) => Math.round(x.invert(px)),
    valueAt: (position) => Math.round(position),
    pick: onPick && ((position) => onPick(Math.round(position))),
    show(position) {
      if (position === undefined) {
        hair.replaceChildren();
        hideReadout(plot);
        return '';
      }
      const k = Math.round(position);
      set(one(hair, 'line', 'gd-hair'), { x1: x(k), x2: x(k), y1: top, y2: bottom });
      const words = `iteration ${formatCount(k)}: F = ${formatNumber(losses[k], 6)}`;
      showReadout(plot, x(k), Math.min(bottom, Math.max(top, y(losses[k]) || top)), [{ text: words }]);
      return words;
    },
  });
}

/** What the picture shows, in words. */
export function summarizeLossCurve({ losses, diverged, note }: LossCurveData): string {
  const last = losses.length - 1;
  const begins = `At ${note}, the objective F begins at ${formatNumber(losses[0], 6)}`;
  if (diverged !== null) return `${begins} and is beyond every bound at iteration ${formatCount(diverged)}: the descent diverged.`;
  const fallen = losses[0] > losses[last] ? `, ${formatNumber(losses[0] / losses[last], 3)} times less` : '';
  return `${begins} and is ${formatNumber(losses[last], 6)} after ${formatCount(last)} iterations${fallen}.`;
}
