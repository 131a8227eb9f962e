import { select } from 'd3';
import { drawText, drawXAxis, drawYAxis, type Tick } from './axes';
import { one, set } from './old';
import { formatCount, formatNumber, formatPercent, formatShare } from './kit/format';
import { outcomeColor } from './old';
import { hideReadout, showReadout } from './kit/readout';
import { scaleLinear, scaleSqrt } from './scales';
import { scrub } from './scrub';
import type { HistogramData, HistogramPanel } from './types';
import { chartWords } from './kit/words';
import { histogramWords as say } from '../words/charts-descent';

export interface PanelLayout {
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** Which axes are named here. */
  titled: { x: boolean; y: boolean };
  /** Where the vertical axis stands; the range of bins goes from `start` to `end`, edge columns beside it. */
  left: number;
  start: number;
  end: number;
  edge: number;
  /** The middle of the column of diverged runs. */
  divergedAt: number;
  ticks: Tick[];
}

/** One column of the histogram: a bin, what lies outside the range, or the diverged runs. */
interface Column {
  x: number;
  width: number;
  where: string;
  /** How many runs of each outcome. */
  counts: number[];
}

const SHARES = [0, 0.05, 0.25, 0.5, 1];

/**
 * One histogram. The vertical scale goes by the square root of the share: most runs end in one bin, and a linear
 * scale would hide the few that do not, who are the point at some learning rates. The exact numbers stand beside it.
 */
export function drawPanel(plot: HTMLElement, data: HistogramData, panel: HistogramPanel, layout: PanelLayout): void {
  const { width, height, top, bottom, left, start, end, titled } = layout;
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  const x = scaleLinear([panel.bins.low, panel.bins.high], [start, end]);
  const y = scaleSqrt([0, 1], [bottom, top]);
  const variable = data.variable ?? 'θ';
  drawYAxis(svg, 'gd-y', {
    scale: y,
    ticks: SHARES.map((value) => ({ value, label: formatPercent(100 * value) })),
    at: left,
    gridTo: width,
  });
  drawXAxis(svg, 'gd-x', { scale: x, ticks: layout.ticks, at: bottom });
  drawText(svg, 'gd-y-title gd-title', 0, 13, titled.y ? say('shareAxis') : '');
  drawText(
    svg,
    'gd-x-title gd-title',
    end - (layout.edge ? 20 : 0),
    bottom + 36,
    titled.x ? say('endAxis', { variable }) : '',
    'end',
  );
  set(one(svg, 'path', 'gd-aside'), {
    d: `M${layout.divergedAt - 24},${bottom}H${width}`,
    class: 'gd-aside gd-frame gd-crisp',
  });
  drawText(svg, 'gd-aside-label gd-note', layout.divergedAt, bottom + 18, chartWords('diverged'), 'middle');
  if (layout.edge) {
    drawText(svg, 'gd-below-label gd-note', start - layout.edge / 2 - 2, bottom + 32, say('below'), 'middle');
    drawText(svg, 'gd-above-label gd-note', end + layout.edge / 2 + 2, bottom + 32, say('above'), 'middle');
  }
  const columns = columnsOf(data, panel, layout);
  drawBars(svg, columns, data, panel, (share) => bottom - y(share), bottom);
  drawMinima(svg, data, x, bottom);
  set(svg, {
    role: 'img',
    'aria-label': say('panel', { rate: formatNumber(panel.learningRate), number: formatCount(panel.total) }),
  });
  readBars(overlay, plot, columns, data, panel, layout);
}

function columnsOf(
  data: HistogramData,
  panel: HistogramPanel,
  { start, end, edge, divergedAt }: PanelLayout,
): Column[] {
  const { low, high, count } = panel.bins;
  const variable = data.variable ?? 'θ';
  const step = (end - start) / count;
  const binWidth = Math.max(2, step - 0.5);
  const span = (high - low) / count;
  // Enough digits to tell one bin's ends apart.
  const digits = Math.max(3, Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / span)) + 2);
  const countsAt = (bin: number) => panel.counts.map((bins) => bins[bin]);
  const columns = Array.from({ length: count }, (_, bin): Column => ({
    x: start + (bin + 0.5) * step - binWidth / 2,
    width: binWidth,
    where: say('from', {
      variable,
      low: formatNumber(low + bin * span, digits),
      high: formatNumber(low + (bin + 1) * span, digits),
    }),
    counts: countsAt(bin + 1),
  }));
  if (edge) {
    columns.unshift({
      x: start - edge,
      width: edge - 8,
      where: say('thetaBelow', { variable, low: formatNumber(low) }),
      counts: countsAt(0),
    });
    columns.push({
      x: end + 8,
      width: edge - 8,
      where: say('thetaAbove', { variable, high: formatNumber(high) }),
      counts: countsAt(count + 1),
    });
  }
  const diverged = data.outcomes.findIndex(({ kind }) => kind === 'diverged');
  const counts = data.outcomes.map((_, outcome) => (outcome === diverged ? panel.totals[outcome] : 0));
  columns.push({ x: divergedAt - 14, width: 28, where: chartWords('diverged'), counts });
  return columns;
}

function drawBars(
  svg: SVGSVGElement,
  columns: readonly Column[],
  data: HistogramData,
  panel: HistogramPanel,
  height: (share: number) => number,
  bottom: number,
): void {
  const bars = columns.flatMap((column) => {
    const total = column.counts.reduce((sum, count) => sum + count, 0);
    // A column with anything in it is seen.
    const tall = total ? Math.max(1.5, height(total / panel.total)) : 0;
    let below = 0;
    return column.counts.flatMap((count, outcome) => {
      if (!count) return [];
      // The whole column follows the scale; the outcomes divide it by their shares.
      const part = (tall * count) / total;
      below += part;
      return [{ x: column.x, y: bottom - below, width: column.width, height: part, outcome, count }];
    });
  });
  select(one<SVGGElement>(svg, 'g', 'gd-bars'))
    .selectAll<SVGRectElement, (typeof bars)[number]>('rect')
    .data(bars)
    .join('rect')
    .attr('x', (d) => d.x)
    .attr('y', (d) => d.y)
    .attr('width', (d) => d.width)
    .attr('height', (d) => d.height)
    .attr('data-count', (d) => d.count)
    .attr('data-outcome', (d) => d.outcome)
    .classed('gd-faded', (d) => data.highlighted !== undefined && data.highlighted !== d.outcome)
    .style('fill', (d) => outcomeColor(data.outcomes[d.outcome]));
}

/** Small triangles under the axis, where the minima are. */
function drawMinima(svg: SVGSVGElement, data: HistogramData, x: (theta: number) => number, bottom: number): void {
  select(one<SVGGElement>(svg, 'g', 'gd-minima'))
    .selectAll<SVGPathElement, number>('path')
    .data(data.minima)
    .join('path')
    .attr('d', (theta) => `M${x(theta)},${bottom + 1}l4.5,7h-9z`)
    .classed('gd-faded', (_, i) => data.highlighted !== undefined && data.highlighted !== i)
    .style('fill', (_, i) => outcomeColor(data.outcomes[i]));
}

/** The columns that hold anything, read one by one: by pointer the nearest, by arrow keys the next. */
function readBars(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  columns: readonly Column[],
  data: HistogramData,
  panel: HistogramPanel,
  { left, width, top, bottom }: PanelLayout,
): void {
  const filled = columns.filter(({ counts }) => counts.some((count) => count > 0));
  const mark = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: width - left, height: bottom - top });
  scrub(hit, {
    name: say('columns', { rate: formatNumber(panel.learningRate) }),
    last: Math.max(0, filled.length - 1),
    initial: 0,
    at: (px) => nearest(filled, px),
    valueAt: (position) => Math.round(position) + 1,
    show(position) {
      const column = position === undefined ? undefined : filled[Math.round(position)];
      if (!column) {
        mark.replaceChildren();
        hideReadout(plot);
        return '';
      }
      const middle = column.x + column.width / 2;
      set(one(mark, 'line', 'gd-hair'), { x1: middle, x2: middle, y1: top, y2: bottom });
      const lines = column.counts.flatMap((count, outcome) =>
        count
          ? [
              {
                text: say('count', {
                  outcome: data.outcomes[outcome].label,
                  number: formatCount(count),
                  share: formatShare(count / panel.total),
                }),
                color: outcomeColor(data.outcomes[outcome]),
              },
            ]
          : [],
      );
      showReadout(plot, middle, top + 24, [{ text: column.where }, ...lines]);
      return [column.where, ...lines.map(({ text }) => text)].join('; ');
    },
  });
}

function nearest(columns: readonly Column[], px: number): number {
  let best = 0;
  const distance = (i: number) => Math.abs(columns[i].x + columns[i].width / 2 - px);
  for (let i = 1; i < columns.length; i++) if (distance(i) < distance(best)) best = i;
  return best;
}
