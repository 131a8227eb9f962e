import * as plot from './kit';
import { fitting, formatFixed, formatNumber } from './kit/format';
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
/** Above the board stand a title and the loss. */
const TITLE = 34;

export const subscript = (...indices: number[]) => indices.map((index) => '₀₁₂₃₄₅₆₇₈₉'[index]).join('');

/** With the sheet's digits as long as there are any. */
export function formatLoss(loss: number): string {
  return loss >= 1e-3 && loss < 1e6 ? formatFixed(loss, 5) : formatNumber(loss, 3);
}

/** The board in a picture of its own, under a title and its loss; `below` is room under it. Returns the picture, for what stands there. */
export function drawBoardPicture(
  parent: HTMLElement,
  board: FactorBoard,
  options: { width: number; title: string; loss: number; label: string; below?: number },
): { svg: SVGSVGElement; height: number } {
  const { width, title, loss, label, below = 0 } = options;
  const svg = plot.one<SVGSVGElement>(parent, 'svg', 'gd-side');
  const height = TITLE + HEAD + board.ratings.length * (CELL_HEIGHT + GAP) + below;
  plot.set(svg, { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label });
  plot.drawText(svg, 'gd-side-title gd-title', 0, 12, title);
  plot.drawText(svg, 'gd-side-loss gd-strong', width, 12, `J = ${formatLoss(loss)}`, 'end');
  const inside = plot.one<SVGGElement>(svg, 'g', 'gd-board');
  plot.set(inside, { transform: `translate(0,${TITLE})` });
  drawBoard(inside, board, width);
  return { svg, height };
}

/**
 * The multiplication table of the factors: v runs above, u down the side, and in each cell stands what is known there,
 * the product, and what it lacks.
 */
function drawBoard(group: SVGGElement, { ratings, u, v }: FactorBoard, width: number): void {
  const isRoomy = width >= ROOMY;
  const isCramped = width < CRAMPED;
  group.classList.toggle('gd-small', !isRoomy);
  group.classList.toggle('gd-cramped', isCramped);
  const labels = isRoomy ? 62 : 53;
  const most = isRoomy ? 7 : isCramped ? 5 : 6;
  const cell = (width - labels - GAP * (v.length - 1)) / v.length;
  const left = (j: number) => labels + j * (cell + GAP);
  const top = (i: number) => HEAD + i * (CELL_HEIGHT + GAP);
  drawFactors(group, 'v', v, Math.min(6, most), (j) => [left(j) + cell / 2, 13]);
  drawFactors(group, 'u', u, Math.min(6, most), (i) => [labels / 2 - 2, top(i) + CELL_HEIGHT / 2 - 4]);
  const entries = ratings.flatMap((row, i) => row.map((rating, j) => ({ i, j, rating, product: u[i] * v[j] })));
  const cells = plot.one<SVGGElement>(group, 'g', 'gd-cells');
  plot.each<SVGGElement, (typeof entries)[number]>(cells, 'g', '', entries, (element, { i, j, rating, product }) => {
    const isKnown = rating !== null;
    plot.set(element, {
      transform: `translate(${left(j)},${top(i)})`,
      class: isKnown ? 'gd-cell' : 'gd-cell gd-unknown',
    });
    plot.set(plot.one(element, 'rect', 'gd-cell-box'), {
      x: 0.5,
      y: 0.5,
      width: cell - 1,
      height: CELL_HEIGHT - 1,
      rx: 6,
    });
    plot.drawText(element, 'gd-rating', cell / 2, 27, isKnown ? formatNumber(rating) : '?', 'middle');
    plot.drawText(element, 'gd-product', cell / 2, isKnown ? 46 : 50, fitting(product, most), 'middle');
    const residual = isKnown ? residualText(rating - product, most) : '';
    plot.drawText(element, 'gd-residual', cell / 2, 65, residual, 'middle').style.fill = plot.color(FACTOR_COLORS.e);
  });
}

/** Named, if there is room for the name. */
function residualText(residual: number, most: number): string {
  const text = fitting(residual, most);
  if (visibleLength(text) <= most && !text.includes('×')) return `e ${text}`;
  return Math.abs(residual) < 1e-3 && most < LEAST_FOR_POWERS ? '≈ 0' : text;
}

/** The factors of one side, each with its name above it. */
function drawFactors(
  group: SVGGElement,
  side: 'u' | 'v',
  values: readonly number[],
  most: number,
  place: (index: number) => [x: number, y: number],
): void {
  plot.each<SVGGElement, number>(plot.one(group, 'g', `gd-${side}`), 'g', '', values, (element, value, index) => {
    const [x, y] = place(index);
    plot.drawText(element, 'gd-factor-name gd-note', x, y, `${side}${subscript(index + 1)}`, 'middle');
    const text = plot.drawText(element, 'gd-factor gd-strong', x, y + 18, fitting(value, most), 'middle');
    text.style.fill = plot.color(FACTOR_COLORS[side]);
  });
}
