import css from './factorization.css?inline';
import * as plot from './kit';
import { fitting, formatCount, formatNumber } from './kit/format';
import { drawBoardPicture, FACTOR_COLORS, formatLoss, subscript, type FactorBoard } from './factor-board';
import { defineWords } from '../words/words';

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
  formula?: Piece[];
  numbers: Piece[];
  result: Piece[];
}

const say = /* @__PURE__ */ defineWords('factorizationStep', {
  before: 'before',
  after: 'after',
  side: '{title}: {numbers}',
  descent: 'J, step by step',
  caption: 'The working of step {step}',
  residuals: 'residuals, {formula}',
  gradients: 'gradients',
  gradientsOf: 'gradients, {first} and {second}',
  update: 'update: old − {rate} × gradient, all at once',
  loss: 'loss, {formula}',
  hazard:
    'All four come from the old values. A program that has already overwritten u when it turns to v makes another step: {late} instead of {right}, and J = {loss}.',
  falls:
    'Step {step} of {steps} at learning rate {rate}. Before: {before}; residuals {residuals}. After: {after}. J falls from {first} to {last}.',
  rises:
    'Step {step} of {steps} at learning rate {rate}. Before: {before}; residuals {residuals}. After: {after}. J rises from {first} to {last}.',
});

/** As many characters as the sheet's own numbers have. */
const MOST = 7;
const SMALL = 1e-4;
const short = (value: number) => (Math.abs(value) < SMALL ? formatNumber(value, 2) : fitting(value, MOST));
const THREE_IN_A_ROW = 800;
const BOARD = 214;
const GAP = 20;

/** The worked step, every number in its place. */
export const factorizationStep: plot.Chart<FactorizationStepData> = { draw, summarize, table };

/** The table and the factors before, the working, and the table and the factors after. */
function draw(container: HTMLElement, data: FactorizationStepData & { width?: number }): void {
  const root = plot.chartRoot(container);
  plot.adoptStyles(container, css);
  const width = plot.widthOf(root, data.width);
  const isWide = width >= THREE_IN_A_ROW;
  const card = plot.one<HTMLDivElement>(root, 'div', 'gd-step');
  const board = isWide ? BOARD : Math.min(250, (width - GAP) / 2);
  card.style.gridTemplateColumns = isWide ? `${BOARD}px minmax(0, 1fr) ${BOARD}px` : `${board}px ${board}px`;
  card.classList.toggle('gd-stacked', !isWide);
  const side = (when: 'before' | 'after') => {
    const { loss, ...factors } = data[when];
    const label = say('side', { title: say(when), numbers: describe(data[when]) });
    const picture = { width: board, title: say(when), loss, label };
    drawBoardPicture(plot.one(card, 'div', `gd-${when}`), { ratings: data.ratings, ...factors }, picture);
  };
  side('before');
  drawWorking(plot.one(card, 'div', 'gd-working'), data);
  side('after');
  drawDescent(plot.one(card, 'div', 'gd-descent'), data, isWide ? board : 2 * board + GAP);
  plot.one(card, 'p', 'gd-hazard').textContent = hazard(data);
}

/** Losses that are drawn around the step. */
const LOSSES = 100;

/** J from the start on, with the step that is shown. */
function drawDescent(parent: HTMLElement, { losses, step }: FactorizationStepData, width: number): void {
  const from = Math.max(0, Math.min(step - LOSSES / 2, losses.length - LOSSES));
  const shown = losses.slice(from, from + LOSSES).map(plot.within([0, 1e30]));
  const isOfStep = (i: number) => from + i === step - 1 || from + i === step;
  const frame = plot.cartesian(parent, {
    width,
    x: { domain: [from, from + Math.max(1, shown.length - 1)], inset: 5, isWhole: true },
    y: { domain: [0, Math.max(...shown) || 1], title: say('descent'), spacing: 40, grid: true },
    height: 92,
    summary: say('descent'),
  });
  const x = (i: number) => from + i;
  frame.draw([
    plot.rule({ y: [0], look: 'gd-zero' }),
    plot.line({ x, y: shown, length: shown.length, look: 'gd-thin', clip: false }),
    plot.line({
      name: 'gd-move',
      x,
      y: (i) => (isOfStep(i) ? shown[i] : NaN),
      length: shown.length,
      color: '--gd-accent',
      look: 'gd-heavy',
      clip: false,
    }),
    plot.dots({
      x,
      y: shown,
      length: shown.length,
      radius: (i) => (isOfStep(i) ? 4.5 : 2),
      color: (i) => (isOfStep(i) ? '--gd-accent' : '--gd-maximum'),
    }),
  ]);
}

function drawWorking(parent: HTMLElement, data: FactorizationStepData): void {
  const table = plot.one<HTMLTableElement>(parent, 'table', 'gd-worked');
  const caption = table.caption ?? table.createCaption();
  caption.className = 'gd-hidden';
  caption.textContent = say('caption', { step: formatCount(data.step) });
  plot.each<HTMLTableSectionElement, [string, Line[]]>(table, 'tbody', '', groups(data), (body, [title, lines]) => {
    const head = plot.one<HTMLTableCellElement>(plot.one(body, 'tr', 'gd-group'), 'th', 'gd-group-title');
    head.colSpan = 4;
    head.scope = 'rowgroup';
    head.textContent = title;
    plot.each<HTMLTableRowElement, Line>(body, 'tr', 'gd-line', lines, (row, { name, formula, numbers, result }) => {
      const heading = plot.one<HTMLTableCellElement>(row, 'th', 'gd-name');
      plot.set(heading, { scope: 'row' });
      write(heading, name);
      // Where there is no formula, the numbers have its room.
      if (formula) write(plot.one(row, 'td', 'gd-formula'), formula);
      else row.querySelector('.gd-formula')?.remove();
      const cell = plot.one<HTMLTableCellElement>(row, 'td', 'gd-numbers');
      cell.colSpan = formula ? 1 : 2;
      write(cell, numbers);
      write(plot.one(row, 'td', 'gd-result'), result);
    });
  });
}

function write(cell: HTMLElement, pieces: readonly Piece[]): void {
  plot.each<HTMLSpanElement, Piece>(cell, 'span', '', pieces, (span, piece) => {
    span.textContent = typeof piece === 'string' ? piece : piece.text;
    span.style.color = typeof piece === 'string' ? '' : plot.color(FACTOR_COLORS[piece.of]);
  });
}

/** What is worked out, in its order. */
function groups(data: FactorizationStepData): [string, Line[]][] {
  const { before, after, learningRate, ridge } = data;
  const each = (line: (side: Side, index: number) => Line) =>
    before.u.flatMap((_, i) => [line('u', i), ...(i < before.v.length ? [line('v', i)] : [])]);
  const formula = `J = ½ (e₁₁² + e₂₂²)${ridge > 0 ? ' + λ/2 (|u|² + |v|²)' : ''}`;
  return [
    [
      say('residuals', { formula: 'e = r − u · v' }),
      knownOf(data).map(({ i, j, rating }) => residualLine(i, j, rating, before)),
    ],
    [
      ridge > 0 ? say('gradientsOf', { first: '−e v + λ u', second: '−e u + λ v' }) : say('gradients'),
      each((side, index) => gradientLine(data, side, index)),
    ],
    [say('update', { rate: formatNumber(learningRate, 5) }), each((side, index) => updateLine(data, side, index))],
    [say('loss', { formula }), [lossLine(say('before'), before, data), lossLine(say('after'), after, data)]],
  ];
}

function residualLine(i: number, j: number, rating: number, { u, v }: Factors): Line {
  return {
    name: [residualName(i, j)],
    numbers: [`= ${formatNumber(rating)} − `, factorOf('u', u[i]), ' · ', factorOf('v', v[j])],
    result: ['= ', numberOf('e', rating - u[i] * v[j])],
  };
}

function gradientLine(data: FactorizationStepData, side: Side, index: number): Line {
  const { before, ridge, gradient } = data;
  const other = side === 'u' ? 'v' : 'u';
  const terms = knownOf(data).filter(({ i, j }) => (side === 'u' ? i : j) === index);
  const formula: Piece[] = ['= '];
  const numbers: Piece[] = ['= '];
  for (const { i, j, rating } of terms) {
    const across = side === 'u' ? j : i;
    const residual = rating - before.u[i] * before.v[j];
    formula.push('−', residualName(i, j), ' ', nameOf(other, across));
    // Minus a negative residual is written as what it is.
    const sign = residual >= 0 ? '−' : '';
    numbers.push(sign, numberOf('e', Math.abs(residual)), ' · ', factorOf(other, before[other][across]));
  }
  if (ridge > 0) numbers.push(` + ${formatNumber(ridge, 4)} · `, factorOf(side, before[side][index]));
  return {
    name: ['∂J/∂', nameOf(side, index)],
    formula: ridge > 0 ? undefined : formula,
    numbers,
    result: [`= ${short(gradient[side][index])}`],
  };
}

function updateLine({ before, after, gradient, learningRate }: FactorizationStepData, side: Side, index: number): Line {
  const [slope, rate] = [gradient[side][index], formatNumber(learningRate, 5)];
  const step = slope <= 0 ? ` + ${rate} · ${short(-slope)}` : ` − ${rate} · ${short(slope)}`;
  return {
    name: [nameOf(side, index)],
    numbers: ['← ', numberOf(side, before[side][index]), step],
    result: ['= ', numberOf(side, after[side][index])],
  };
}

function lossLine(name: string, factors: Factors, data: FactorizationStepData): Line {
  const squared = (text: string) => (text.includes('×') ? `(${text})²` : `${text}²`);
  const squares = knownOf(data).flatMap(({ i, j, rating }, index): Piece[] => [
    index > 0 ? ' + ' : '',
    { of: 'e', text: squared(short(Math.abs(rating - factors.u[i] * factors.v[j]))) },
  ]);
  const norm = [...factors.u, ...factors.v].reduce((sum, factor) => sum + factor * factor, 0);
  const penalty = data.ridge > 0 ? [` + ½ · ${formatNumber(data.ridge, 4)} · ${formatNumber(norm, 5)}`] : [];
  return {
    name: [name],
    numbers: ['½ (', ...squares, ')', ...penalty],
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

const listed = (name: string, values: readonly number[]) =>
  values.map((value, i) => `${name}${subscript(i + 1)} = ${short(value)}`).join(', ');

function hazard({ sequential: { v, loss }, after }: FactorizationStepData): string {
  return say('hazard', { late: listed('v', v), right: listed('v', after.v), loss: formatLoss(loss) });
}

const describe = ({ u, v, loss }: Factors) => `${listed('u', u)}, ${listed('v', v)}, J = ${formatLoss(loss)}`;

function summarize(data: FactorizationStepData): string {
  const { before, after } = data;
  const residuals = knownOf(data).map(
    ({ i, j, rating }) => `e${subscript(i + 1, j + 1)} = ${short(rating - before.u[i] * before.v[j])}`,
  );
  return say(after.loss <= before.loss ? 'falls' : 'rises', {
    step: formatCount(data.step),
    steps: formatCount(data.steps),
    rate: formatNumber(data.learningRate, 5),
    residuals: residuals.join(', '),
    before: describe(before),
    after: describe(after),
    first: formatLoss(before.loss),
    last: formatLoss(after.loss),
  });
}

/** One row for each number of the step. */
function table({ before, after, gradient }: FactorizationStepData): plot.Table {
  const of = (factors: { u: readonly number[]; v: readonly number[] }) => [...factors.u, ...factors.v];
  const names = (['u', 'v'] as const).flatMap((side) => before[side].map((_, index) => `${side}${index + 1}`));
  return {
    '': [...names, 'J'],
    before: [...of(before), before.loss],
    gradient: [...of(gradient), ''],
    after: [...of(after), after.loss],
  };
}
