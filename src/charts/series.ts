import { select } from 'd3';
import { overviewOf } from '../math/overview';
import { drawText, drawXAxis, drawYAxis, labelsWidth, roundTicks } from './axes';
import { idOf, one, set, widthOf } from './old';
import { dotsPath, isDense, linePath } from './kit/envelope';
import { formatCount, formatNumber } from './kit/format';
import { drawKey } from './kit/key';
import { color } from './kit/palette';
import { hideReadout, showReadout } from './kit/readout';
import { scaleLinear, type Scale } from './scales';
import { scrub } from './scrub';
import { chartWords } from './kit/words';
import { seriesWords as say } from '../words/charts-signal';

/** Numbers along the sample index. */
export interface Series {
  label: string;
  /** The name of the custom property that holds its colour. */
  color: string;
  values: ArrayLike<number>;
  /** The sample that the first value belongs to; 0 without it. */
  offset?: number;
  /** Single values where there is room for them, or a line; a heavy line is what the picture is about. */
  mark: 'dots' | 'line' | 'heavy';
}

export interface SeriesPanel {
  /** What runs up. */
  title: string;
  series: readonly Series[];
  /** The values that the panel covers; without it, all of its series. */
  range?: readonly [number, number];
}

export interface SeriesData {
  /** One below the other, over one axis of samples. */
  panels: readonly SeriesPanel[];
  /** How many samples the axis has. */
  length: number;
  /** Samples per second, where the signal is a sound: the axis then counts seconds. */
  sampleRate?: number;
  iteration: number;
  iterations: number;
  width?: number;
}

interface Layout {
  width: number;
  height: number;
  left: number;
  right: number;
  panels: { top: number; bottom: number; y: Scale; low: number; high: number }[];
  x: Scale;
}

const TITLE = 26;
const GAP = 14;

/**
 * Series over the sample index, in panels one below the other. Made to be drawn at every frame of an animation: a series
 * whose values and place are what they were is left as it is.
 */
export function drawSeries(container: HTMLElement, data: SeriesData): void {
  container.classList.add('gd-chart');
  drawKey(container, { outcomes: uniqueSeries(data) });
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const layout = layOut(container, data);
  for (const layer of [svg, overlay])
    set(layer, { width: layout.width, height: layout.height, viewBox: `0 0 ${layout.width} ${layout.height}` });
  set(svg, { role: 'img', 'aria-label': summarizeSeries(data) });
  drawFrame(svg, data, layout);
  drawText(
    svg,
    'gd-now gd-note',
    layout.right,
    12,
    chartWords('iterationOf', { iteration: formatCount(data.iteration), iterations: formatCount(data.iterations) }),
    'end',
  );
  select(one<SVGGElement>(svg, 'g', 'gd-panels-of-series'))
    .selectAll<SVGGElement, SeriesPanel>('g.gd-series-panel')
    .data(data.panels)
    .join('g')
    .attr('class', 'gd-series-panel')
    .each(function (panel, i) {
      drawPanel(this, panel, layout, i);
    });
  drawCrosshair(overlay, plot, data, layout);
}

function uniqueSeries({ panels }: SeriesData): Series[] {
  const all = panels.flatMap(({ series }) => series);
  return all.filter(({ label }, i) => all.findIndex((other) => other.label === label) === i);
}

function layOut(container: HTMLElement, { panels, length, width: asked }: SeriesData): Layout {
  const width = widthOf(container, asked);
  const tall = Math.round(Math.min(190, Math.max(130, width * 0.16)));
  const ranges = panels.map(rangeOf);
  const labels = Math.max(...ranges.map(([low, high]) => labelsWidth(container, roundTicks(low, high, 4))));
  const [left, right] = [Math.max(30, labels + 12), width - 14];
  const placed = ranges.map(([low, high], i) => {
    const top = TITLE + i * (tall + GAP + TITLE);
    return { top, bottom: top + tall, low, high, y: scaleLinear([low, high], [top + tall, top]) };
  });
  const bottom = placed[placed.length - 1].bottom;
  return {
    width,
    height: bottom + 44,
    left,
    right,
    panels: placed,
    x: scaleLinear([0, Math.max(1, length - 1)], [left, right]),
  };
}

/** What a panel covers, with a little room around it. */
function rangeOf({ series, range }: SeriesPanel): [number, number] {
  let [low, high] = range ?? [Infinity, -Infinity];
  if (!range) {
    for (const { values } of series) {
      const overview = overviewOf(values);
      low = Math.min(low, overview.low);
      high = Math.max(high, overview.high);
    }
  }
  if (!(low <= high)) return [-1, 1];
  const room = low === high ? Math.max(1, Math.abs(low)) * 0.5 : 0.05 * (high - low);
  return [low - room, high + room];
}

function drawFrame(svg: SVGSVGElement, data: SeriesData, { left, right, x, panels }: Layout): void {
  const { sampleRate = 1, length } = data;
  const seconds = scaleLinear([0, Math.max(1, length - 1) / sampleRate], [left, right]);
  const ticks = roundTicks(0, seconds.domain()[1], Math.round((right - left) / 90));
  panels.forEach(({ top, bottom, low, high, y }, i) => {
    drawYAxis(svg, `gd-y${i}`, {
      scale: y,
      ticks: roundTicks(low, high, Math.round((bottom - top) / 42)),
      at: left,
      gridTo: right,
    });
    drawText(svg, `gd-y${i}-title gd-title`, 0, top - 14, `↑ ${data.panels[i].title}`);
  });
  const { bottom } = panels[panels.length - 1];
  drawXAxis(svg, 'gd-x', { scale: data.sampleRate ? seconds : x, ticks, at: bottom + 4 });
  drawText(
    svg,
    'gd-x-title gd-title',
    right,
    bottom + 40,
    data.sampleRate ? say('secondsAxis') : say('samplesAxis'),
    'end',
  );
}

/** Where a line is all ups and downs, what lies under another one has to be the wider to be seen. */
const DENSE_LOOKS = { dots: 'gd-thin', line: 'gd-under-line', heavy: 'gd-over-line' };

/** What each path shows at present. */
const shown = new WeakMap<SVGPathElement, { values: ArrayLike<number>; place: string }>();

function drawPanel(
  group: SVGGElement,
  { series }: SeriesPanel,
  { left, right, panels, x }: Layout,
  index: number,
): void {
  const { top, bottom, y, low, high } = panels[index];
  const box = one(one(group, 'clipPath', 'gd-clip'), 'rect', 'gd-clip-box');
  set(box.parentElement!, { id: idOf(group) });
  set(box, { x: left, y: top - 3, width: right - left, height: bottom - top + 6 });
  const inside = one<SVGGElement>(group, 'g', 'gd-inside');
  set(inside, { 'clip-path': `url(#${idOf(group)})` });
  select(inside)
    .selectAll<SVGPathElement, Series>('path')
    .data(series)
    .join('path')
    .each(function (one) {
      const { values, offset = 0, mark } = one;
      const stretch = { values, offset, x, y, top, bottom };
      const dots = mark === 'dots' && !isDense(stretch);
      const look = dots ? 'gd-points' : isDense(stretch) ? DENSE_LOOKS[mark] : mark === 'heavy' ? 'gd-heavy' : '';
      set(this, { class: `gd-series ${look}`, 'data-series': one.label });
      this.style.stroke = color(one.color);
      const place = [left, right, top, bottom, low, high, x.domain()[1], offset, dots].join(' ');
      const last = shown.get(this);
      if (last?.values === values && last.place === place) return;
      shown.set(this, { values, place });
      set(this, { d: dots ? dotsPath(stretch) : linePath(stretch) });
    });
}

function drawCrosshair(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  data: SeriesData,
  { left, right, panels, x }: Layout,
): void {
  const { length, sampleRate } = data;
  const [top, bottom] = [panels[0].top, panels[panels.length - 1].bottom];
  const hair = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  scrub(hit, {
    name: say('readName'),
    last: Math.max(1, length - 1),
    initial: Math.floor(length / 2),
    at: (px) => Math.round(x.invert(px)),
    valueAt: (position) => Math.round(position),
    show(position) {
      if (position === undefined) {
        hair.replaceChildren();
        hideReadout(plot);
        return '';
      }
      const i = Math.round(position);
      set(one(hair, 'line', 'gd-hair'), { x1: x(i), x2: x(i), y1: top, y2: bottom });
      const lines = uniqueSeries(data).flatMap(({ label, values, offset = 0, color: name }) => {
        const value = values[i - offset];
        return value === undefined
          ? []
          : [{ text: say('value', { series: label, value: formatNumber(value) }), color: color(name) }];
      });
      const title = sampleRate
        ? say('sampleAt', { number: formatCount(i), seconds: formatNumber(i / sampleRate) })
        : say('sample', { number: formatCount(i) });
      showReadout(plot, x(i), (top + bottom) / 2, [{ text: title }, ...lines]);
      return [title, ...lines.map(({ text }) => text)].join(', ');
    },
  });
}

/** What the picture shows, in words. */
export function summarizeSeries(data: SeriesData): string {
  const parts = uniqueSeries(data).map(({ label, values }) => {
    const { low, high } = overviewOf(values);
    return Number.isFinite(low)
      ? say('fromTo', { series: label, low: formatNumber(low), high: formatNumber(high) })
      : say('beyond', { series: label });
  });
  const span = data.sampleRate
    ? say('spanSeconds', { seconds: formatNumber(data.length / data.sampleRate), number: formatCount(data.length) })
    : say('span', { number: formatCount(data.length) });
  return say('summary', {
    span,
    iteration: formatCount(data.iteration),
    iterations: formatCount(data.iterations),
    parts: parts.join('; '),
  });
}
