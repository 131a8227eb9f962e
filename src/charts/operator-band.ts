import { max, min } from 'd3';
import * as plot from './kit';
import { formatCount, formatNumber } from './kit/format';
import { localized } from '../words/numbers';
import { defineWords } from '../words/words';

/** A matrix whose rows are a filter, each shifted by one against the row above. */
export interface BandData {
  rows: number;
  columns: number;
  taps: ArrayLike<number>;
}

/** What the matrix costs, and what it looks like. */
export const operatorCardWords = /* @__PURE__ */ defineWords('operatorCard', {
  caption: 'What the dense matrix and the operator cost',
  dense: 'dense matrix',
  operator: 'operator',
  memory: 'memory',
  products: 'products in A x',
  timeOnPage: 'time on this page',
  timeOnGPU: 'time on the GPU',
  timeInWorkers: 'time in workers',
  doesNotFit: 'does not fit',
  tooLong: 'too long',
  apart: 'differ by',
  nothing: 'nothing',
  ofLengths: '{number} · |A x| |y|',
  bytes: '{number} bytes',
  withDense: '{time} with the dense matrix',
  withOperator: '{time} with the operator',
  withOperatorOnGPU: '{time} with the operator on the GPU',
  withOperatorInWorkers: '{time} with the operator in workers',
  costs: 'Dense, it would fill {dense}; the operator keeps {operator}. A x takes {times}.',
  costsUnformed:
    'Dense, it would fill {dense}; the operator keeps {operator}. A x takes {times}; the matrix does not fit here and was not formed.',
  same: '⟨A x, y⟩ and ⟨x, A′ y⟩ are the same number.',
  differ: '⟨A x, y⟩ and ⟨x, A′ y⟩ differ by {number} · of |A x| |y|.',
  whole: 'A, {rows} × {columns}, to scale',
  zeros: '{share} of the entries are zero',
  none: 'none',
  entries: 'its entries',
  corner: 'its first {rows} {rows|row|rows} and {columns} {columns|column|columns}',
  band: 'A has {rows} {rows|row|rows} and {columns} {columns|column|columns}; each row holds the {taps} {taps|tap|taps}, one place further than the row above, so {share} of its entries are zero.',
});
const say = operatorCardWords;

/** Rows and columns of the corner that are drawn entry by entry. */
const CORNER = 16;
const SIDE = 208;
const GAP = 34;
const TOP = 24;
/** A band thinner than this, in pixels, could not be seen. */
const THINNEST = 1.25;

export const BAND_WIDTH = 2 * SIDE + GAP;

/** The matrix, to scale: the band that its entries fill in a field of zeros; and its upper left corner, entry by entry. Returns the height. */
export function drawBand(svg: SVGSVGElement, data: BandData, isStacked: boolean): number {
  const [x, y] = isStacked ? [1, TOP + SIDE + 54] : [SIDE + GAP, TOP];
  drawWhole(plot.one(svg, 'g', 'gd-whole'), data);
  const corner = plot.one<SVGGElement>(svg, 'g', 'gd-corner');
  plot.set(corner, { transform: `translate(${x},${y})` });
  drawCorner(corner, data);
  return y + SIDE + 26;
}

function drawWhole(group: SVGGElement, data: BandData): void {
  const { rows, columns, taps } = data;
  plot.set(group, { transform: `translate(1,${TOP})` });
  // The longer side fills the square.
  const unit = SIDE / Math.max(rows, columns);
  const [across, down] = [Math.max(6, columns * unit), Math.max(2, rows * unit)];
  const band = Math.min(across, Math.max(THINNEST, taps.length * unit));
  const shape = plot.one<SVGPathElement>(group, 'path', 'gd-band');
  plot.set(shape, { d: `M0,0H${band}L${across},${down}H${Math.max(0, across - band)}Z` });
  shape.style.fill = plot.color('--gd-series-recovery');
  plot.set(plot.one(group, 'rect', 'gd-frame'), { width: across, height: down });
  plot.drawText(
    group,
    'gd-whole-title gd-title',
    0,
    -8,
    say('whole', { rows: formatCount(rows), columns: formatCount(columns) }),
  );
  plot.drawText(group, 'gd-whole-note gd-note', 0, down + 17, say('zeros', { share: shareOfZeros(data) }));
}

function drawCorner(group: SVGGElement, { rows, columns, taps }: BandData): void {
  const [shownRows, shownColumns] = [Math.min(rows, CORNER), Math.min(columns, CORNER)];
  const side = SIDE / Math.max(shownRows, shownColumns);
  const values = Array.from(taps);
  const largest = max(values, Math.abs) || 1;
  const entries = Array.from({ length: shownRows }, (_, i) =>
    values.slice(0, Math.max(0, shownColumns - i)).map((tap, j) => ({ x: i + j, y: i, tap })),
  ).flat();
  const ink = (rect: SVGRectElement, tap: number) =>
    Object.assign(rect.style, {
      fill: plot.color(tap < 0 ? '--gd-series-negative' : '--gd-series-recovery'),
      fillOpacity: opacityOf(tap / largest),
    });
  const cells = plot.one<SVGGElement>(group, 'g', 'gd-entries');
  plot.each<SVGRectElement, (typeof entries)[number]>(cells, 'rect', '', entries, (rect, { x, y, tap }) => {
    plot.set(rect, { x: x * side + 0.5, y: y * side + 0.5, width: side - 1, height: side - 1 });
    ink(rect, tap);
  });
  plot.set(plot.one(group, 'rect', 'gd-frame'), { width: shownColumns * side, height: shownRows * side });
  const isWhole = shownRows === rows && shownColumns === columns;
  const title = isWhole ? say('entries') : say('corner', { rows: shownRows, columns: shownColumns });
  plot.drawText(group, 'gd-corner-title gd-title', 0, -8, title);
  // What the full colours stand for.
  const ends = [max(values) ?? 0, min(values) ?? 0].filter((tap, i) => (i === 0 ? tap > 0 : tap < 0));
  plot.each<SVGGElement, number>(group, 'g', 'gd-scale', ends, (item, tap, i) => {
    const y = shownRows * side + 17;
    const swatch = plot.one<SVGRectElement>(item, 'rect', 'gd-swatch-box');
    plot.set(swatch, { x: i * 84, y: y - 9, width: 10, height: 10 });
    ink(swatch, tap);
    plot.drawText(item, 'gd-scale-note gd-note', i * 84 + 15, y, formatNumber(tap));
  });
}

/** The smallest weight can still be told from zero. */
const opacityOf = (share: number) =>
  String(share === 0 ? 0 : Math.round(1000 * (0.12 + 0.88 * Math.abs(share))) / 1000);

export function shareOfZeros({ rows, columns, taps }: BandData): string {
  const share = 1 - taps.length / columns;
  if (rows === 0 || share <= 0) return say('none');
  // As many digits as it takes not to read 100 %.
  const digits = Math.max(2, Math.ceil(-Math.log10(1 - share)) + 1);
  return localized(`${formatNumber(100 * share, digits)}\u202f%`);
}
