import css from './cell-table.css?inline';
import * as kit from './kit';
import { NEGATIVE, POSITIVE } from './signed';
import { drawNumberInput, type NumberInput } from './number-input';

/** A number in its place. */
export interface NumberCell {
  value: number;
  /** How it came about, under it, as far as there is room. */
  working?: string;
  /** The size that has the full colour; 0 leaves the cell plain. */
  most?: number;
  /** Its colour rises from below like a bar, in place of filling the cell. */
  isBar?: boolean;
  /** The name of its colour; by its sign without it. */
  color?: string;
  look?: string;
  /** Makes it a number that can be typed and dragged. */
  edit?: Omit<NumberInput, 'value'>;
}

export interface CellRow {
  head: string;
  /** A place without a number stays empty. */
  cells: readonly (NumberCell | undefined)[];
  /** `gd-apart` begins a new part of the table, `gd-strong` is a result. */
  look?: string;
}

export interface CellColumn {
  text: string;
  /** Where there is little room. */
  short?: string;
  /** The name of its colour. */
  color?: string;
  isChosen?: boolean;
  /** Makes the head a button. */
  onPick?(): void;
  /** What pressing it does, for screen readers. */
  label?: string;
}

export interface CellTable {
  /** In pixels: numbers are as exact as there is room. */
  width: number;
  caption: string;
  columns?: readonly CellColumn[];
  rows: readonly CellRow[];
  /** Of the rows' heads, in pixels; none without it. */
  heads?: number;
  /** The widest that a cell gets. */
  widest?: number;
}

const FULL = 52;
/** In pixels: narrower cells have no room for how their numbers came about. */
const ROOM_FOR_WORKING = 72;
/** And for the whole names of columns. */
const ROOM_FOR_HEADS = 88;
const CHARACTER = 8.2;

/** How wide a table of this many columns is. */
export const widthOfCells = (columns: number, cell: number, heads = 0): number => heads + columns * cell;

/** The entries of a matrix or a vector, each a field. */
export interface Entries {
  /** The number there, or the text that was refused. */
  at(row: number, column: number): unknown;
  set(row: number, column: number, text: string, isTyping?: boolean): boolean;
}

/** A field for one entry of a matrix or vector. */
export const entryField = (entries: Entries, row: number, column: number, label: string): NumberCell['edit'] => ({
  label,
  typed: entries.at(row, column),
  set: (...typed) => entries.set(row, column, ...typed),
});

/** A table in which every cell is a number on a colour: matrices, vectors, and rows that belong together. */
export function drawCellTable(parent: Element, options: CellTable): void {
  kit.adoptStyles(parent as HTMLElement, css);
  const { width, caption, columns, rows, heads = 0, widest = 112 } = options;
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const cell = Math.min(widest, Math.floor((width - heads) / count));
  const table = kit.one<HTMLTableElement>(parent, 'table', 'gd-cell-table');
  table.style.width = `${heads + count * cell}px`;
  const name = table.caption ?? table.createCaption();
  name.className = 'gd-hidden';
  name.textContent = caption;
  kit.each<HTMLTableRowElement, readonly CellColumn[]>(
    kit.one(table, 'thead', 'gd-cell-heads'),
    'tr',
    '',
    columns ? [columns] : [],
    (row, all) => {
      if (heads > 0) kit.one<HTMLElement>(row, 'td', 'gd-corner').style.width = `${heads}px`;
      else row.querySelector('.gd-corner')?.remove();
      kit.each<HTMLTableCellElement, CellColumn>(row, 'th', '', all, (head, column) =>
        drawColumn(head, column, cell >= ROOM_FOR_HEADS),
      );
    },
  );
  const characters = Math.max(3, Math.floor((cell - 8) / CHARACTER));
  kit.each<HTMLTableRowElement, CellRow>(
    kit.one(table, 'tbody', 'gd-cell-rows'),
    'tr',
    '',
    rows,
    (element, { head, cells, look = '' }) => {
      element.className = look;
      if (heads > 0) {
        const title = kit.one<HTMLTableCellElement>(element, 'th', 'gd-cell-head');
        kit.set(title, { scope: 'row' });
        title.style.width = `${heads}px`;
        title.textContent = head;
      }
      kit.each<HTMLTableCellElement, NumberCell | undefined>(element, 'td', '', cells, (box, content) => {
        if (content) drawCell(box, content, characters, cell >= ROOM_FOR_WORKING);
        else {
          box.replaceChildren();
          box.removeAttribute('class');
        }
      });
    },
  );
}

function drawColumn(head: HTMLTableCellElement, column: CellColumn, hasRoom: boolean): void {
  const { text, short = text, color, isChosen = false, onPick, label } = column;
  kit.set(head, { scope: 'col', class: isChosen ? 'gd-chosen' : '' });
  const place = kit.oneButton(head, 'gd-cell-column', onPick !== undefined, isChosen);
  kit.set(place, { 'aria-label': onPick ? label : undefined });
  if (color) kit.one<HTMLElement>(place, 'span', 'gd-swatch').style.background = kit.color(color);
  else place.querySelector('.gd-swatch')?.remove();
  kit.one(place, 'span', 'gd-label').textContent = hasRoom ? text : short;
  place.onclick = onPick ?? null;
}

/** As exact as there is room, whatever the sign: that of a negative number takes no digit from it. */
const numberText = (value: number, characters: number): string =>
  kit.fitting(value, Math.min(6, characters) + (value < 0 ? 1 : 0), 4);

function drawCell(box: HTMLTableCellElement, content: NumberCell, characters: number, hasRoom: boolean): void {
  const { value, working = '', most = 0, isBar = false, color, look = '', edit } = content;
  box.className = `gd-cell-box ${look}`;
  const inside = kit.one<HTMLElement>(box, 'div', 'gd-cell-inside');
  const fill = kit.one<HTMLElement>(inside, 'i', 'gd-fill');
  const share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
  const ink = kit.color(color ?? (value < 0 ? NEGATIVE : POSITIVE));
  fill.style.background =
    share > 0 ? `color-mix(in srgb, ${ink} ${(isBar ? FULL : FULL * share).toFixed(1)}%, transparent)` : '';
  fill.style.height = isBar ? `${(100 * share).toFixed(1)}%` : '';
  if (edit) {
    inside.querySelector('.gd-cell-number')?.remove();
    drawNumberInput(inside, 'gd-cell-input', { value, ...edit });
  } else {
    inside.querySelector('.gd-cell-input')?.remove();
    kit.one(inside, 'span', 'gd-cell-number').textContent = numberText(value, characters);
  }
  if (working && hasRoom) kit.one(inside, 'span', 'gd-cell-working').textContent = working;
  else inside.querySelector('.gd-cell-working')?.remove();
}
