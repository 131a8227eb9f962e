import { select } from 'd3';
import { drawText } from './axes';
import { one, set } from './old';
import { formatNumber } from './kit/format';
import { color } from './kit/palette';
import { visibleLength } from '../words/numbers';

/** A small table of which some entries are known, and the rank-one factors that are to make it. */
export interface FactorBoard {
  /** Row by row; null where nobody knows. */
  ratings: readonly (readonly (number | null)[])[];
  /** A number for each row, and one for each column. */
  u: readonly number[];
  v: readonly number[];
}

/** The colours of what belongs to the rows, to the columns, and to the difference from what is known. */
export const FACTOR_COLORS = {
  u: '--gd-series-recovery',
  v: '--gd-series-observed',
  e: '--gd-series-negative',
} as const;

/** Narrower than this, numbers are shorter. */
const ROOMY = 200;
const CRAMPED = 165;
/** Room for fewer characters than that has none for a power of ten. */
const LEAST_FOR_POWERS = 6;
const HEAD = 42;
const CELL_HEIGHT = 76;
const GAP = 5;

export const subscript = (...indices: number[]) => indices.map((index) => '₀₁₂₃₄₅₆₇₈₉'[index]).join('');

export const boardHeight = (rows: number) => HEAD + rows * (CELL_HEIGHT + GAP);

/**
 * The multiplication table of the factors: v runs above, u down the side, and in each cell stands what is known there,
 * the product, and what it lacks.
 */
export function drawBoard(parent: SVGElement, className: string, { ratings, u, v }: FactorBoard, width: number): void {
  const group = one<SVGGElement>(parent, 'g', className);
  const isRoomy = width >= ROOMY;
  const labels = isRoomy ? 62 : 53;
  const isCramped = width < CRAMPED;
  set(group, { class: `${className}${isRoomy ? '' : ' gd-small'}${isCramped ? ' gd-cramped' : ''}` });
  const most = isRoomy ? 7 : isCramped ? 5 : 6;
  const cell = (width - labels - GAP * (v.length - 1)) / v.length;
  const left = (j: number) => labels + j * (cell + GAP);
  const top = (i: number) => HEAD + i * (CELL_HEIGHT + GAP);
  factors(group, 'gd-v', v, 'v', Math.min(6, most), (j) => ({ x: left(j) + cell / 2, y: 13 }));
  factors(group, 'gd-u', u, 'u', Math.min(6, most), (i) => ({ x: labels / 2 - 2, y: top(i) + CELL_HEIGHT / 2 - 4 }));
  const entries = ratings.flatMap((row, i) => row.map((rating, j) => ({ i, j, rating, product: u[i] * v[j] })));
  select(one<SVGGElement>(group, 'g', 'gd-cells'))
    .selectAll<SVGGElement, (typeof entries)[number]>('g')
    .data(entries)
    .join('g')
    .each(function ({ i, j, rating, product }) {
      set(this, {
        transform: `translate(${left(j)},${top(i)})`,
        class: rating === null ? 'gd-cell gd-unknown' : 'gd-cell',
      });
      set(one(this, 'rect', 'gd-cell-box'), { x: 0.5, y: 0.5, width: cell - 1, height: CELL_HEIGHT - 1, rx: 6 });
      const middle = cell / 2;
      drawText(this, 'gd-rating', middle, 27, rating === null ? '?' : formatNumber(rating), 'middle');
      drawText(this, 'gd-product', middle, rating === null ? 50 : 46, fitting(product, most), 'middle');
      const residual = drawText(
        this,
        'gd-residual',
        middle,
        65,
        rating === null ? '' : residualText(rating - product, most),
        'middle',
      );
      residual.style.fill = color(FACTOR_COLORS.e);
    });
}

/** A number with as many digits as there is room for characters, 5 at most. */
export function fitting(value: number, most: number): string {
  for (let digits = 5; digits > 1; digits--) {
    const text = formatNumber(value, digits);
    if (visibleLength(text) <= most) return text;
  }
  return formatNumber(value, 1);
}

/** Named, if there is room for the name. */
function residualText(residual: number, most: number): string {
  const text = fitting(residual, most);
  if (visibleLength(text) <= most && !text.includes('×')) return `e ${text}`;
  return Math.abs(residual) < 1e-3 && most < LEAST_FOR_POWERS ? '≈ 0' : text;
}

/** The factors of one side, each with its name above it. */
function factors(
  group: SVGGElement,
  className: string,
  values: readonly number[],
  letter: 'u' | 'v',
  most: number,
  place: (index: number) => { x: number; y: number },
): void {
  select(one<SVGGElement>(group, 'g', className))
    .selectAll<SVGGElement, number>('g')
    .data(values)
    .join('g')
    .each(function (value, index) {
      const { x, y } = place(index);
      drawText(this, 'gd-factor-name gd-note', x, y, `${letter}${subscript(index + 1)}`, 'middle');
      const text = drawText(this, 'gd-factor gd-strong', x, y + 18, fitting(value, most), 'middle');
      text.style.fill = color(FACTOR_COLORS[letter]);
    });
}
