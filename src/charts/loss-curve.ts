import { select } from 'd3';
import { drawText } from './axes';
import { curvePath, drawCurvesAxes, drawDivergences, heightOf, layOutCurves, type CurvesLayout } from './curves';
import { one, set, widthOf } from './old';
import { formatCount, formatNumber } from './kit/format';
import { color } from './kit/palette';
import { hideReadout, showReadout } from './kit/readout';
import { scrub } from './scrub';
import { chartWords } from './kit/words';
import { lossCurveWords as say } from '../words/charts-signal';

export interface LossCurveData {
  /** F at every iterate, from iterate 0 on. */
  losses: ArrayLike<number>;
  /** The first iteration at which the descent had diverged; null where it did not. */
  diverged: number | null;
  /** The iteration that the other pictures show. */
  iteration: number;
  learningRate: number;
  width?: number;
  onPick?(iteration: number): void;
}

/** The objective at every iterate. */
export function drawLossCurve(container: HTMLElement, data: LossCurveData): void {
  container.classList.add('gd-chart');
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const layout = layOut(container, data);
  const { width, height, right, bottom, isLog, last } = layout;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeLossCurve(data) });
  drawCurvesAxes(svg, layout);
  drawText(svg, 'gd-y-title gd-title', 0, 12, isLog ? chartWords('onLogScale', { title: '↑ F(x)' }) : '↑ F(x)');
  drawText(svg, 'gd-x-title gd-title', right, bottom + 40, chartWords('iterationAxis'), 'end');
  drawText(
    svg,
    'gd-now gd-note',
    right,
    12,
    chartWords('learningRate', { rate: formatNumber(data.learningRate) }),
    'end',
  );
  const curve = one<SVGPathElement>(svg, 'path', 'gd-series gd-heavy');
  curve.style.stroke = color('--gd-series-recovery');
  set(curve, { d: curvePath(data.losses, last, layout) });
  drawDivergence(svg, data, layout);
  drawNow(svg, data, layout);
  drawCrosshair(overlay, plot, data, layout);
}

/** The last iteration worth showing: after a divergence nothing happens. */
function lastShown({ losses, diverged }: LossCurveData): number {
  return Math.max(1, diverged ?? losses.length - 1);
}

function layOut(container: HTMLElement, data: LossCurveData): CurvesLayout {
  const last = lastShown(data);
  let [low, high] = [Infinity, -Infinity];
  for (let k = 0; k <= last && k < data.losses.length; k++) {
    if (data.losses[k] < low) low = data.losses[k];
    if (data.losses[k] > high && data.losses[k] < Infinity) high = data.losses[k];
  }
  if (!(low <= high)) [low, high] = [0, 1];
  return layOutCurves(container, { width: widthOf(container, data.width), top: 26, last, low, high });
}

function drawDivergence(svg: SVGSVGElement, { diverged, losses }: LossCurveData, layout: CurvesLayout): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-divergence');
  drawDivergences(
    group,
    diverged === null ? [] : [{ x: layout.x(diverged), y: heightOf(losses[diverged], layout) || layout.top }],
  );
  drawText(
    group,
    'gd-diverged-note gd-note gd-halo gd-strong',
    layout.right - 12,
    layout.top + 14,
    diverged === null ? '' : chartWords('divergedAtIteration', { iteration: formatCount(diverged) }),
    'end',
  );
}

/** The iteration that the other pictures show. */
function drawNow(svg: SVGSVGElement, data: LossCurveData, { x, y, top, bottom }: CurvesLayout): void {
  const { iteration, losses } = data;
  const inside = iteration <= lastShown(data) && Number.isFinite(losses[iteration]) ? [iteration] : [];
  const group = one<SVGGElement>(svg, 'g', 'gd-iteration');
  select(group)
    .selectAll('line')
    .data(inside)
    .join('line')
    .attr('class', 'gd-hair')
    .attr('x1', x)
    .attr('x2', x)
    .attr('y1', (k) => y(losses[k]))
    .attr('y2', bottom + 4);
  select(group)
    .selectAll('circle')
    .data(inside)
    .join('circle')
    .attr('cx', x)
    .attr('cy', (k) => Math.max(top, y(losses[k])))
    .attr('r', 4.5)
    .style('fill', color('--gd-series-recovery'))
    .style('stroke', color('--gd-surface'))
    .style('stroke-width', 2);
}

function drawCrosshair(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  data: LossCurveData,
  { x, y, left, right, top, bottom }: CurvesLayout,
): void {
  const { losses, iteration, onPick } = data;
  const hair = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  scrub(hit, {
    name: onPick ? say('pickName') : say('readName'),
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
      const words = say('value', { iteration: formatCount(k), value: formatNumber(losses[k], 6) });
      showReadout(plot, x(k), Math.min(bottom, Math.max(top, y(losses[k]) || top)), [{ text: words }]);
      return words;
    },
  });
}

/** What the picture shows, in words. */
export function summarizeLossCurve({ losses, diverged, learningRate }: LossCurveData): string {
  const last = losses.length - 1;
  const begins = { rate: formatNumber(learningRate), first: formatNumber(losses[0], 6) };
  if (diverged !== null) return say('diverged', { ...begins, iteration: formatCount(diverged) });
  const ends = { ...begins, last: formatNumber(losses[last], 6), iterations: formatCount(last) };
  return losses[0] > losses[last]
    ? say('fallen', { ...ends, times: formatNumber(losses[0] / losses[last], 3) })
    : say('notFallen', ends);
}
