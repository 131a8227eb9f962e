import { select } from 'd3';
import { drawText } from './axes';
import { idOf, one, set } from './old';
import { formatCount, formatNumber } from './kit/format';
import { color } from './kit/palette';
import { operatorCardWords as say } from '../words/charts-signal';
import { localized } from '../words/numbers';

export interface BandData {
  rows: number;
  columns: number;
  /** The filter: the entries of every row, shifted by one against the row above. */
  taps: ArrayLike<number>;
}

/** So many rows and columns of the corner are drawn entry by entry. */
const CORNER = 16;
const SIDE = 208;
const GAP = 34;
const TOP = 24;
/** A band thinner than this, in pixels, could not be seen. */
const THINNEST = 1.25;

export const BAND_WIDTH = 2 * SIDE + GAP;

/** The matrix, to scale: the band that its entries fill in a field of zeros; and its upper left corner, entry by entry. */
export function drawBand(svg: SVGSVGElement, data: BandData, stacked: boolean): number {
  const cornerAt = stacked ? { x: 1, y: TOP + SIDE + 54 } : { x: SIDE + GAP, y: TOP };
  drawWhole(svg, data, 1, TOP);
  drawCorner(svg, data, cornerAt.x, cornerAt.y);
  const height = cornerAt.y + SIDE + 26;
  set(svg, { role: 'img', 'aria-label': summarizeBand(data) });
  return height;
}

function drawWhole(svg: SVGSVGElement, { rows, columns, taps }: BandData, left: number, top: number): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-whole');
  set(group, { transform: `translate(${left},${top})` });
  // The longer side fills the square.
  const unit = SIDE / Math.max(rows, columns);
  const [across, down] = [Math.max(6, columns * unit), Math.max(2, rows * unit)];
  const band = Math.max(THINNEST, taps.length * unit);
  set(one(one(group, 'clipPath', 'gd-clip'), 'rect', 'gd-clip-box'), { width: across, height: down });
  set(one(group, 'clipPath', 'gd-clip'), { id: idOf(group) });
  const shape = one<SVGPathElement>(group, 'path', 'gd-band');
  set(shape, {
    'clip-path': `url(#${idOf(group)})`,
    d: `M0,0H${band}L${across},${down}H${Math.max(0, across - band)}Z`,
  });
  shape.style.fill = color('--gd-series-recovery');
  set(one(group, 'rect', 'gd-frame'), { width: across, height: down });
  drawText(
    group,
    'gd-whole-title gd-title',
    0,
    -8,
    say('whole', { rows: formatCount(rows), columns: formatCount(columns) }),
  );
  drawText(
    group,
    'gd-whole-note gd-note',
    0,
    Math.max(down, 2) + 17,
    say('zeros', { share: shareOfZeros({ rows, columns, taps }) }),
  );
}

function drawCorner(svg: SVGSVGElement, { rows, columns, taps }: BandData, left: number, top: number): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-corner');
  set(group, { transform: `translate(${left},${top})` });
  const [shownRows, shownColumns] = [Math.min(rows, CORNER), Math.min(columns, CORNER)];
  const side = SIDE / Math.max(shownRows, shownColumns);
  let largest = 0;
  for (let j = 0; j < taps.length; j++) largest = Math.max(largest, Math.abs(taps[j]));
  const entries: { x: number; y: number; weight: number }[] = [];
  for (let i = 0; i < shownRows; i++)
    for (let j = 0; j < taps.length && i + j < shownColumns; j++)
      entries.push({ x: (i + j) * side, y: i * side, weight: taps[j] / (largest || 1) });
  select(one<SVGGElement>(group, 'g', 'gd-entries'))
    .selectAll<SVGRectElement, (typeof entries)[number]>('rect')
    .data(entries)
    .join('rect')
    .attr('x', (d) => d.x + 0.5)
    .attr('y', (d) => d.y + 0.5)
    .attr('width', side - 1)
    .attr('height', side - 1)
    .style('fill', (d) => color(d.weight < 0 ? '--gd-series-negative' : '--gd-series-recovery'))
    .style('fill-opacity', (d) => opacityOf(d.weight));
  set(one(group, 'rect', 'gd-frame'), { width: shownColumns * side, height: shownRows * side });
  const whole = shownRows === rows && shownColumns === columns;
  drawText(
    group,
    'gd-corner-title gd-title',
    0,
    -8,
    whole ? say('entries') : say('corner', { rows: shownRows, columns: shownColumns }),
  );
  drawScale(group, taps, shownRows * side + 17);
}

/** What the full colours stand for. */
function drawScale(group: SVGGElement, taps: ArrayLike<number>, y: number): void {
  let [low, high] = [0, 0];
  for (let j = 0; j < taps.length; j++) [low, high] = [Math.min(low, taps[j]), Math.max(high, taps[j])];
  const largest = Math.max(-low, high);
  const names = [
    ...(high > 0 ? [{ value: high, name: '--gd-series-recovery' }] : []),
    ...(low < 0 ? [{ value: low, name: '--gd-series-negative' }] : []),
  ];
  select(group)
    .selectAll<SVGGElement, (typeof names)[number]>('g.gd-scale')
    .data(names)
    .join('g')
    .attr('class', 'gd-scale')
    .each(function ({ value, name }, i) {
      const swatch = one<SVGRectElement>(this, 'rect', 'gd-swatch-box');
      set(swatch, { x: i * 84, y: y - 9, width: 10, height: 10 });
      swatch.style.fill = color(name);
      swatch.style.fillOpacity = opacityOf(value / largest);
      drawText(this, 'gd-scale-note gd-note', i * 84 + 15, y, formatNumber(value));
    });
}

/** The smallest weight can still be told from zero. */
const opacityOf = (share: number) =>
  String(share === 0 ? 0 : Math.round(1000 * (0.12 + 0.88 * Math.abs(share))) / 1000);

function shareOfZeros({ rows, columns, taps }: BandData): string {
  const share = 1 - taps.length / columns;
  if (rows === 0 || share <= 0) return say('none');
  // As many digits as it takes not to read 100 %.
  const digits = Math.max(2, Math.ceil(-Math.log10(1 - share)) + 1);
  return localized(`${formatNumber(100 * share, digits)}\u202f%`);
}

/** What the picture shows, in words. */
export function summarizeBand(data: BandData): string {
  const { rows, columns, taps } = data;
  return say('band', {
    rows: formatCount(rows),
    columns: formatCount(columns),
    taps: formatCount(taps.length),
    share: shareOfZeros(data),
  });
}
