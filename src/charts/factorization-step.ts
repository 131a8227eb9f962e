import { select } from 'd3';
import { drawText } from './axes';
import { one, set, widthOf } from './old';
import { boardHeight, drawBoard, FACTOR_COLORS, fitting, subscript, type FactorBoard } from './factor-board';
import { formatCount, formatFixed, formatNumber } from './kit/format';
import { color } from './kit/palette';
import { lineThrough } from './paths';
import { scaleLinear } from './scales';
import type { Chart } from './types';
import { factorizationStepWords as say } from '../words/charts-ratings';

/** One step of descent on J = 1/2 sum of e^2 over the known entries, every number of it. */
export interface FactorizationStepData {
  /** Which step of how many. */
  step: number;
  steps: number;
  learningRate: number;
  ridge: number;
  ratings: FactorBoard['ratings'];
  before: Factors;
  after: Factors;
  /** The gradient of J before the step. */
  gradient: { u: readonly number[]; v: readonly number[] };
  /** J at every iterate, from the start on. */
  losses: readonly number[];
  /** What v would come to if it were updated with the new u. */
  sequential: { v: readonly number[]; loss: number };
}

interface Factors {
  u: readonly number[];
  v: readonly number[];
  loss: number;
}

type Side = 'u' | 'v';
/** A piece of a formula; a number of u, of v or a residual has its colour. */
type Piece = string | { of: Side | 'e'; text: string };
interface Line {
  name: Piece[];
  formula: Piece[];
  numbers: Piece[];
  result: Piece[];
}

/** As many characters as the sheet's own numbers have. */
const MOST = 7;
const SMALL = 1e-4;
const short = (value: number) => (Math.abs(value) < SMALL ? formatNumber(value, 2) : fitting(value, MOST));
const squared = (text: string) => (text.includes('×') ? `(${text})²` : `${text}²`);
const THREE_IN_A_ROW = 800;
const BOARD = 214;
const GAP = 20;

/** The worked step, every number in its place. */
export const factorizationStep: Chart<FactorizationStepData> = { draw, summarize, table };

/** The table and the factors before, the working, and the table and the factors after. */
function draw(container: HTMLElement, data: FactorizationStepData & { width?: number }): void {
  container.classList.add('gd-chart');
  const width = widthOf(container, data.width);
  const isWide = width >= THREE_IN_A_ROW;
  const card = one<HTMLDivElement>(container, 'div', 'gd-step');
  const board = isWide ? BOARD : Math.min(250, (width - GAP) / 2);
  card.style.gridTemplateColumns = isWide ? `${BOARD}px minmax(0, 1fr) ${BOARD}px` : `${board}px ${board}px`;
  card.classList.toggle('gd-stacked', !isWide);
  drawSide(card, 'gd-before', say('before'), data, data.before, board);
  drawWorking(one(card, 'div', 'gd-working'), data);
  drawSide(card, 'gd-after', say('after'), data, data.after, board);
  drawDescent(one(card, 'div', 'gd-descent'), data, isWide ? board : 2 * board + GAP);
  one(card, 'p', 'gd-hazard').textContent = hazard(data);
}

const DESCENT = 92;
/** So many losses around the step are drawn. */
const LOSSES = 100;

/** J from the start on, with the step that is shown. */
function drawDescent(parent: HTMLElement, { losses, step }: FactorizationStepData, width: number): void {
  const svg = one<SVGSVGElement>(parent, 'svg', 'gd-base');
  const height = DESCENT + 34;
  set(svg, { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': true });
  const from = Math.max(0, Math.min(step - LOSSES / 2, losses.length - LOSSES));
  const shown = losses.slice(from, from + LOSSES).map((loss, i) => ({ k: from + i, loss: Math.min(loss, 1e30) }));
  const x = scaleLinear([from, from + Math.max(1, shown.length - 1)], [5, width - 5]);
  const y = scaleLinear([0, Math.max(...shown.map(({ loss }) => loss)) || 1], [DESCENT + 20, 26]);
  drawText(svg, 'gd-descent-title gd-title', 0, 12, say('descent'));
  set(one(svg, 'path', 'gd-axis-zero'), { d: `M0,${y(0)}H${width}` });
  const curve = one<SVGPathElement>(svg, 'path', 'gd-losses gd-series gd-thin');
  curve.style.stroke = color('--gd-maximum');
  set(curve, {
    d: lineThrough(
      shown,
      (d) => x(d.k),
      (d) => y(d.loss),
      { digits: 2 },
    ),
  });
  const [before, after] = [step - 1, step].map((k) => ({ k, loss: Math.min(losses[k], 1e30) }));
  const move = one<SVGPathElement>(svg, 'path', 'gd-move gd-series');
  move.style.stroke = color('--gd-accent');
  set(move, { d: `M${x(before.k)},${y(before.loss)}L${x(after.k)},${y(after.loss)}` });
  select(one<SVGGElement>(svg, 'g', 'gd-dots'))
    .selectAll<SVGCircleElement, (typeof shown)[number]>('circle')
    .data(shown)
    .join('circle')
    .attr('cx', (d) => x(d.k))
    .attr('cy', (d) => y(d.loss))
    .attr('r', (d) => (d.k === before.k || d.k === after.k ? 4.5 : 2))
    .style('fill', (d) => color(d.k === before.k || d.k === after.k ? '--gd-accent' : '--gd-maximum'));
}

function drawSide(
  card: HTMLElement,
  className: string,
  title: string,
  { ratings }: FactorizationStepData,
  { u, v, loss }: Factors,
  width: number,
): void {
  const side = one<HTMLDivElement>(card, 'div', className);
  const svg = one<SVGSVGElement>(side, 'svg', 'gd-base');
  const height = 34 + boardHeight(u.length);
  set(svg, {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': say('side', { title, numbers: describe({ u, v, loss }) }),
  });
  drawText(svg, 'gd-side-title gd-title', 0, 12, title);
  drawText(svg, 'gd-side-loss gd-strong', width, 12, `J = ${formatLoss(loss)}`, 'end');
  const inside = one<SVGGElement>(svg, 'g', 'gd-inside');
  set(inside, { transform: 'translate(0,34)' });
  drawBoard(inside, 'gd-board', { ratings, u, v }, width);
}

function drawWorking(parent: HTMLElement, data: FactorizationStepData): void {
  const table = one<HTMLTableElement>(parent, 'table', 'gd-worked');
  const caption = table.caption ?? table.createCaption();
  caption.className = 'gd-hidden';
  caption.textContent = say('caption', { step: formatCount(data.step) });
  select(table)
    .selectAll<HTMLTableSectionElement, [string, Line[]]>('tbody')
    .data(groups(data))
    .join('tbody')
    .each(function ([title, lines]) {
      const head = one<HTMLTableCellElement>(one(this, 'tr', 'gd-group'), 'th', 'gd-group-title');
      head.colSpan = 4;
      head.scope = 'rowgroup';
      head.textContent = title;
      select(this)
        .selectAll<HTMLTableRowElement, Line>('tr.gd-line')
        .data(lines)
        .join('tr')
        .attr('class', 'gd-line')
        .each(function ({ name, formula, numbers, result }) {
          write(one(this, 'th', 'gd-name'), name);
          set(one(this, 'th', 'gd-name'), { scope: 'row' });
          // Where there is no formula, the numbers have its room.
          if (formula.length > 0) write(one(this, 'td', 'gd-formula'), formula);
          one<HTMLTableCellElement>(this, 'td', 'gd-numbers').colSpan = formula.length > 0 ? 1 : 2;
          write(one(this, 'td', 'gd-numbers'), numbers);
          write(one(this, 'td', 'gd-result'), result);
        });
    });
}

function write(cell: HTMLElement, pieces: readonly Piece[]): void {
  select(cell)
    .selectAll<HTMLSpanElement, Piece>('span')
    .data(pieces)
    .join('span')
    .text((piece) => (typeof piece === 'string' ? piece : piece.text))
    .style('color', (piece) => (typeof piece === 'string' ? null : color(FACTOR_COLORS[piece.of])));
}

/** What is worked out, in its order. */
function groups(data: FactorizationStepData): [string, Line[]][] {
  const { before, after, learningRate, gradient, ridge } = data;
  const each = (line: (side: Side, index: number) => Line) =>
    before.u.flatMap((_, i) => [line('u', i), ...(i < before.v.length ? [line('v', i)] : [])]);
  const rate = formatNumber(learningRate, 5);
  return [
    [
      say('residuals', { formula: 'e = r − u · v' }),
      knownOf(data).map(({ i, j, rating }) => residualLine(i, j, rating, before)),
    ],
    [
      ridge > 0 ? say('gradientsOf', { first: '−e v + λ u', second: '−e u + λ v' }) : say('gradients'),
      each((side, index) => gradientLine(data, side, index)),
    ],
    [
      say('update', { rate }),
      each((side, index) => {
        const slope = gradient[side][index];
        return {
          name: [nameOf(side, index)],
          formula: [],
          numbers: [
            '← ',
            numberOf(side, before[side][index]),
            slope <= 0 ? ` + ${rate} · ${short(-slope)}` : ` − ${rate} · ${short(slope)}`,
          ],
          result: ['= ', numberOf(side, after[side][index])],
        };
      }),
    ],
    [
      say('loss', { formula: `J = ½ (e₁₁² + e₂₂²)${ridge > 0 ? ' + λ/2 (|u|² + |v|²)' : ''}` }),
      [lossLine(say('before'), before, data), lossLine(say('after'), after, data)],
    ],
  ];
}

function residualLine(i: number, j: number, rating: number, { u, v }: Factors): Line {
  return {
    name: [residualName(i, j)],
    formula: [],
    numbers: [`= ${formatNumber(rating)} − `, factorOf('u', u[i]), ' · ', factorOf('v', v[j])],
    result: ['= ', numberOf('e', rating - u[i] * v[j])],
  };
}

function gradientLine(data: FactorizationStepData, side: Side, index: number): Line {
  const { before, ridge, gradient } = data;
  const other = side === 'u' ? 'v' : 'u';
  const terms = knownOf(data).filter(({ i, j }) => (side === 'u' ? i : j) === index);
  const formula: Piece[] = [];
  const numbers: Piece[] = ['= '];
  for (const { i, j, rating } of terms) {
    const across = side === 'u' ? j : i;
    const residual = rating - before.u[i] * before.v[j];
    formula.push('−', residualName(i, j), ' ', nameOf(other, across));
    // Minus a negative residual is written as what it is.
    numbers.push(
      residual >= 0 ? '−' : '',
      numberOf('e', Math.abs(residual)),
      ' · ',
      factorOf(other, before[other][across]),
    );
  }
  if (ridge > 0) numbers.push(` + ${formatNumber(ridge, 4)} · `, factorOf(side, before[side][index]));
  return {
    name: ['∂J/∂', nameOf(side, index)],
    formula: ridge > 0 ? [] : ['= ', ...formula],
    numbers,
    result: [`= ${short(gradient[side][index])}`],
  };
}

function lossLine(name: string, factors: Factors, data: FactorizationStepData): Line {
  const squares = knownOf(data)
    .map(({ i, j, rating }) => rating - factors.u[i] * factors.v[j])
    .flatMap((residual, index): Piece[] => [
      index > 0 ? ' + ' : '',
      { of: 'e', text: squared(short(Math.abs(residual))) },
    ]);
  const norm = [...factors.u, ...factors.v].reduce((sum, factor) => sum + factor * factor, 0);
  return {
    name: [name],
    formula: [],
    numbers: [
      '½ (',
      ...squares,
      ')',
      ...(data.ridge > 0 ? [` + ½ · ${formatNumber(data.ridge, 4)} · ${formatNumber(norm, 5)}`] : []),
    ],
    result: [`= ${formatLoss(factors.loss)}`],
  };
}

function knownOf({ ratings }: FactorizationStepData): { i: number; j: number; rating: number }[] {
  return ratings.flatMap((row, i) => row.flatMap((rating, j) => (rating === null ? [] : [{ i, j, rating }])));
}

const nameOf = (side: Side, index: number): Piece => ({ of: side, text: `${side}${subscript(index + 1)}` });
const residualName = (i: number, j: number): Piece => ({ of: 'e', text: `e${subscript(i + 1, j + 1)}` });
const numberOf = (of: Side | 'e', value: number): Piece => ({ of, text: short(value) });
/** In a product, a number below zero stands in parentheses. */
const factorOf = (of: Side, value: number): Piece => ({ of, text: value < 0 ? `(${short(value)})` : short(value) });

/** With the sheet's digits as long as there are any. */
export function formatLoss(loss: number): string {
  return loss >= 1e-3 && loss < 1e6 ? formatFixed(loss, 5) : formatNumber(loss, 3);
}

function hazard({ sequential: { v, loss }, after }: FactorizationStepData): string {
  const list = (values: readonly number[]) =>
    values.map((value, j) => `v${subscript(j + 1)} = ${short(value)}`).join(', ');
  return say('hazard', { late: list(v), right: list(after.v), loss: formatLoss(loss) });
}

function describe({ u, v, loss }: Factors): string {
  const list = (name: string, values: readonly number[]) =>
    values.map((value, i) => `${name}${subscript(i + 1)} = ${short(value)}`).join(', ');
  return `${list('u', u)}, ${list('v', v)}, J = ${formatLoss(loss)}`;
}

/** What the picture shows, in words. */
function summarize(data: FactorizationStepData): string {
  const residuals = knownOf(data).map(
    ({ i, j, rating }) => `e${subscript(i + 1, j + 1)} = ${short(rating - data.before.u[i] * data.before.v[j])}`,
  );
  return say(data.after.loss <= data.before.loss ? 'falls' : 'rises', {
    step: formatCount(data.step),
    steps: formatCount(data.steps),
    rate: formatNumber(data.learningRate, 5),
    residuals: residuals.join(', '),
    before: describe(data.before),
    after: describe(data.after),
    first: formatLoss(data.before.loss),
    last: formatLoss(data.after.loss),
  });
}

/** One row for each number of the step. */
function table({ before, after, gradient }: FactorizationStepData): Record<string, ArrayLike<number | string>> {
  const of = (factors: { u: readonly number[]; v: readonly number[] }) => [...factors.u, ...factors.v];
  const names = (['u', 'v'] as const).flatMap((side) => before[side].map((_, index) => `${side}${index + 1}`));
  return {
    '': [...names, 'J'],
    before: [...of(before), before.loss],
    gradient: [...of(gradient), ''],
    after: [...of(after), after.loss],
  };
}
