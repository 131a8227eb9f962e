import { select } from 'd3';
import { drawText, drawXAxis, drawYAxis, labelsWidth, roundTicks } from './axes';
import { one, set, widthOf } from './old';
import { linePath } from './kit/envelope';
import { formatCount, formatNumber } from './kit/format';
import { color } from './kit/palette';
import { lineThrough } from './paths';
import { hideReadout, showReadout } from './kit/readout';
import { scaleLinear, type Scale } from './scales';
import { scrub } from './scrub';
import { tapsWords as say } from '../words/charts-signal';

export interface FilterData {
  /** The filter k. */
  taps: ArrayLike<number>;
  /** What it does to a wave of each frequency, in cycles per sample from 0 to 1/2: multiply it by so much. */
  response: { frequency: ArrayLike<number>; gain: ArrayLike<number> };
  /** |A|, the most that the matrix multiplies a length by. */
  norm: number;
  width?: number;
}

interface Frame {
  /** Where the titles begin. */
  from: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
}

const SIDE_BY_SIDE = 640;
const GAP = 28;
/** Closer together than this, taps are a line rather than sticks. */
const STICK = 5;

/** The filter twice: its taps, and what it does to waves. */
export function drawFilter(container: HTMLElement, data: FilterData): void {
  container.classList.add('gd-chart');
  const width = widthOf(container, data.width);
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const isWide = width >= SIDE_BY_SIDE;
  const tall = Math.round(Math.min(210, Math.max(140, width * 0.16)));
  const half = isWide ? (width - GAP) / 2 : width;
  const second = isWide ? { from: half + GAP, top: 26 } : { from: 0, top: 26 + tall + 48 + 30 };
  const height = second.top + tall + 44;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeFilter(data) });
  const taps = tapsFrame(container, data, 0, half, 26, tall);
  const gains = gainFrame(container, data, second.from, second.from + half, second.top, tall);
  drawTaps(svg, data, taps);
  drawGains(svg, data, gains);
  drawCrosshairs(overlay, plot, data, taps, gains);
}

function frameOf(
  container: HTMLElement,
  domain: [number, number],
  range: [number, number],
  from: number,
  to: number,
  top: number,
  tall: number,
): Frame {
  const left = from + Math.max(30, labelsWidth(container, roundTicks(...range, 4)) + 12);
  const right = to - 14;
  return {
    from,
    left,
    right,
    top,
    bottom: top + tall,
    x: scaleLinear(domain, [left, right]),
    y: scaleLinear(range, [top + tall, top]),
  };
}

function tapsFrame(container: HTMLElement, { taps }: FilterData, ...place: [number, number, number, number]): Frame {
  let [low, high] = [0, 0];
  for (let j = 0; j < taps.length; j++) [low, high] = [Math.min(low, taps[j]), Math.max(high, taps[j])];
  if (low === high) high = 1;
  const room = 0.06 * (high - low);
  return frameOf(
    container,
    [-0.5, taps.length - 0.5],
    [low < 0 ? low - room : 0, high > 0 ? high + room : 0],
    ...place,
  );
}

function gainFrame(
  container: HTMLElement,
  { norm, response }: FilterData,
  ...place: [number, number, number, number]
): Frame {
  let high = norm;
  for (let i = 0; i < response.gain.length; i++) high = Math.max(high, response.gain[i]);
  return frameOf(container, [0, 0.5], [0, (high || 1) * 1.14], ...place);
}

function drawTaps(svg: SVGSVGElement, { taps }: FilterData, frame: Frame): void {
  const { from, x, y, left, right, top, bottom } = frame;
  const group = one<SVGGElement>(svg, 'g', 'gd-taps');
  const [low, high] = y.domain();
  drawYAxis(group, 'gd-y', { scale: y, ticks: roundTicks(low, high, 4), at: left, gridTo: right });
  const ticks = roundTicks(0, Math.max(taps.length - 1, 1), Math.round((right - left) / 60)).filter(
    ({ value }) => Number.isInteger(value) && value < taps.length,
  );
  drawXAxis(group, 'gd-x', { scale: x, ticks, at: bottom + 4 });
  drawText(group, 'gd-y-title gd-title', from, top - 14, say('weightAxis'));
  drawText(group, 'gd-x-title gd-title', right, bottom + 40, say('tapAxis'), 'end');
  set(one(group, 'path', 'gd-zero gd-axis-zero'), { d: `M${left},${y(0)}H${right}` });
  const isSticks = x(1) - x(0) >= STICK;
  const indices = isSticks ? Array.from({ length: taps.length }, (_, j) => j) : [];
  const marks = one<SVGGElement>(group, 'g', 'gd-sticks');
  marks.style.stroke = marks.style.fill = color('--gd-series-recovery');
  select(marks)
    .selectAll<SVGLineElement, number>('line')
    .data(indices)
    .join('line')
    .attr('x1', x)
    .attr('x2', x)
    .attr('y1', y(0))
    .attr('y2', (j) => y(taps[j]));
  const radius = Math.min(4, (x(1) - x(0)) / 3);
  select(marks)
    .selectAll<SVGCircleElement, number>('circle')
    .data(indices)
    .join('circle')
    .attr('cx', x)
    .attr('cy', (j) => y(taps[j]))
    .attr('r', radius);
  const curve = one<SVGPathElement>(group, 'path', 'gd-series gd-outline');
  curve.style.stroke = color('--gd-series-recovery');
  set(curve, { d: isSticks ? '' : linePath({ values: taps, offset: 0, x, y, top, bottom }) });
}

function drawGains(svg: SVGSVGElement, { response, norm }: FilterData, frame: Frame): void {
  const { from, x, y, left, right, top, bottom } = frame;
  const group = one<SVGGElement>(svg, 'g', 'gd-gains');
  drawYAxis(group, 'gd-y', { scale: y, ticks: roundTicks(0, y.domain()[1], 4), at: left, gridTo: right });
  drawXAxis(group, 'gd-x', { scale: x, ticks: roundTicks(0, 0.5, Math.round((right - left) / 70)), at: bottom + 4 });
  drawText(group, 'gd-y-title gd-title', from, top - 14, say('gainAxis'));
  drawText(group, 'gd-x-title gd-title', right, bottom + 40, say('frequencyAxis'), 'end');
  const curve = one<SVGPathElement>(group, 'path', 'gd-series gd-heavy');
  curve.style.stroke = color('--gd-series-recovery');
  set(curve, {
    d: lineThrough(
      Array.from({ length: response.gain.length }, (_, i) => i),
      (i) => x(response.frequency[i]),
      (i) => y(response.gain[i]),
      { digits: 2 },
    ),
  });
  set(one(group, 'line', 'gd-threshold'), { x1: left, x2: right, y1: y(norm), y2: y(norm) });
  drawText(
    group,
    'gd-norm-note gd-note gd-halo gd-strong',
    right - 4,
    y(norm) - 6,
    `|A| = ${formatNumber(norm, 6)}`,
    'end',
  );
}

function drawCrosshairs(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  { taps, response }: FilterData,
  ofTaps: Frame,
  ofGains: Frame,
): void {
  const gains = response.gain.length;
  const read = (
    className: string,
    name: string,
    frame: Frame,
    last: number,
    at: (px: number) => number,
    place: (i: number) => number,
    value: (i: number) => number,
    words: (i: number) => string,
  ) => {
    const group = one<SVGGElement>(overlay, 'g', className);
    const hair = one<SVGGElement>(group, 'g', 'gd-crosshair');
    const hit = one<SVGRectElement>(group, 'rect', 'gd-hit');
    const { left, right, top, bottom, y } = frame;
    set(hit, { x: left, y: top, width: right - left, height: bottom - top });
    scrub(hit, {
      name,
      last,
      initial: Math.floor(last / 2),
      at,
      valueAt: (position) => Math.round(position),
      show(position) {
        if (position === undefined) {
          hair.replaceChildren();
          hideReadout(plot);
          return '';
        }
        const i = Math.round(position);
        set(one(hair, 'line', 'gd-hair'), { x1: place(i), x2: place(i), y1: top, y2: bottom });
        showReadout(plot, place(i), y(value(i)), [{ text: words(i) }]);
        return words(i);
      },
    });
  };
  read(
    'gd-read-taps',
    say('readTaps'),
    ofTaps,
    Math.max(1, taps.length - 1),
    (px) => ofTaps.x.invert(px),
    ofTaps.x,
    (j) => taps[j] ?? 0,
    (j) => say('tap', { place: formatCount(j), value: formatNumber(taps[j] ?? NaN) }),
  );
  const toIndex = (px: number) => 2 * ofGains.x.invert(px) * (gains - 1);
  read(
    'gd-read-gains',
    say('readGains'),
    ofGains,
    gains - 1,
    toIndex,
    (i) => ofGains.x(response.frequency[i]),
    (i) => response.gain[i],
    (i) => say('gain', { frequency: formatNumber(response.frequency[i], 3), gain: formatNumber(response.gain[i]) }),
  );
}

/** What the picture shows, in words. */
export function summarizeFilter({ taps, norm, response }: FilterData): string {
  let sum = 0;
  for (let j = 0; j < taps.length; j++) sum += taps[j];
  const last = response.gain.length - 1;
  const filter = say('filter', { count: taps.length, sum: formatNumber(Math.abs(sum) < 1e-14 ? 0 : sum) });
  return `${filter} ${say('waves', { constant: formatNumber(response.gain[0]), fastest: formatNumber(response.gain[last]), norm: formatNumber(norm, 6) })}`;
}
