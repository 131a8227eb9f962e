import { drawCellTable, entryField, type Entries } from './cell-table';
import css from './equations.css?inline';
import * as kit from './kit';
import type { Rows } from '../math/matrices';
import { defineWords } from '../words/words';

/** A matrix in an equation, or a sign between two. */
export interface Piece {
  sign?: string;
  name: string;
  rows: Rows;
  /** The names of colours for how many rows and columns it has: equal sizes look alike. A vector has one. */
  sizes: readonly [rows: string] | readonly [rows: string, columns: string];
  /** It does not fit to what stands before it. */
  isMisfit?: boolean;
  /** Its numbers as fields. Without them nothing can be changed. */
  entries?: Entries;
  /** How a number came about. */
  working?(row: number, column: number): string;
}

export interface Equation {
  title: string;
  pieces: readonly Piece[];
  /** What its shapes say. */
  note?: string;
  /** It is not what it should be. */
  isWrong?: boolean;
}

const say = /* @__PURE__ */ defineWords('equations', {
  entry: 'row {row}, column {column} of {name}',
  number: 'number {row} of {name}',
});

const WIDE = 700;
const CELL = 58;
const NARROW_CELL = 47;
const ROOMY_CELL = 162;

/**
 * Equations of matrices, every number in its place: a box is as large as its matrix, and boxes that meet must fit.
 * @param label what they are, for screen readers
 */
export function drawEquations(
  root: HTMLElement,
  equations: readonly Equation[],
  { label, width, cell = width >= WIDE ? CELL : NARROW_CELL }: { label: string; width: number; cell?: number },
): void {
  kit.adoptStyles(root, css);
  const roomy = width >= WIDE ? Math.min(ROOMY_CELL, Math.floor((width - 210) / 4)) : NARROW_CELL;
  const most = Math.max(...equations.flatMap(({ pieces }) => pieces.flatMap(({ rows }) => rows.flat().map(Math.abs))));
  const box = kit.one<HTMLElement>(root, 'div', 'gd-equations gd-goes-on');
  kit.set(box, { role: 'group', tabindex: 0, 'aria-label': label });
  kit.each<HTMLElement, Equation>(box, 'section', '', equations, (section, { title, pieces, note = '', isWrong }) => {
    section.className = isWrong ? 'gd-wrong' : '';
    kit.one(section, 'h4', 'gd-block-title').textContent = title;
    const row = kit.one<HTMLElement>(section, 'div', 'gd-equation');
    kit.each<HTMLElement, Piece>(row, 'div', 'gd-piece', pieces, (place, piece) => {
      const { name, rows, sign = '', working, entries, isMisfit } = piece;
      const mark = kit.one<HTMLElement>(place, 'span', 'gd-sign');
      mark.textContent = isMisfit ? `${sign} ✗` : sign;
      place.classList.toggle('gd-misfit', isMisfit === true);
      const body = kit.one<HTMLElement>(place, 'div', 'gd-piece-body');
      const columns = rows[0].length;
      const wide = working && columns <= 2 ? roomy : cell;
      drawCellTable(kit.one<HTMLElement>(body, 'div', 'gd-brackets'), {
        width: columns * wide,
        caption: name,
        widest: wide,
        rows: rows.map((values, i) => ({
          head: '',
          cells: values.map((value, j) => ({
            value,
            most,
            working: working?.(i, j),
            ...(entries && { edit: entryField(entries, i, j, labelOf(piece, i, j)) }),
          })),
        })),
      });
      drawSizes(kit.one(body, 'p', 'gd-sizes'), piece);
    });
    kit.one(section, 'p', 'gd-quiet').textContent = note;
  });
}

const labelOf = ({ name, sizes }: Piece, i: number, j: number): string =>
  sizes.length === 2 ? say('entry', { row: i + 1, column: j + 1, name }) : say('number', { row: i + 1, name });

/** `W₁ 3 × 2`, each size in its colour. */
function drawSizes(parent: HTMLElement, { name, rows, sizes }: Piece): void {
  kit.one(parent, 'span', 'gd-piece-name').textContent = name;
  const numbers = sizes.length === 2 ? [rows.length, rows[0].length] : [rows.length];
  const parts = numbers.flatMap((number, i) => [
    ...(i > 0 ? [{ text: '×', color: '' }] : []),
    { text: String(number), color: kit.color(sizes[i]!) },
  ]);
  const box = kit.one<HTMLElement>(parent, 'span', 'gd-size');
  kit.each<HTMLSpanElement, (typeof parts)[number]>(box, 'span', '', parts, (span, { text, color }) => {
    span.textContent = text;
    span.style.color = color;
  });
}
