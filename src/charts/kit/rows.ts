import { chartRoot, widthOf } from './chart';
import { each, one, set } from './dom';
import { onEmphasis } from './key';
import { color } from './palette';

/** What stands out in all pictures, and how a person makes it stand out. */
export interface Emphasis {
  highlighted?: number;
  onHoverOutcome?(outcome: number | undefined): void;
  onPickOutcome?(outcome: number): void;
}

/** A number with its colour, beside a picture. */
export interface Row {
  /** What stands out when a person points at the row; without it the row only tells. */
  outcome?: number;
  name: string;
  color: string;
  value: string;
  /** The lengths of a bar's parts, as shares of the room. */
  parts?: readonly number[];
  note?: string;
}

export interface RowGroup {
  title: string;
  rows: readonly Row[];
}

const NARROW = 620;
const GAP = 28;

/** Two columns, one below the other where there is no room: a picture, and numbers that follow it. */
export function besideRows(container: HTMLElement, asked: number | undefined) {
  const root = chartRoot(container);
  const width = widthOf(container, asked);
  const columns = one<HTMLElement>(root, 'div', 'gd-columns');
  const isNarrow = width < NARROW;
  columns.classList.toggle('gd-stacked', isNarrow);
  return {
    picture: one<HTMLElement>(columns, 'div', 'gd-picture'),
    aside: one<HTMLElement>(columns, 'div', 'gd-aside'),
    width: isNarrow ? width : Math.floor((width - GAP) / 2),
  };
}

/** Draws rows under their titles. */
export function drawRows(parent: HTMLElement, groups: readonly RowGroup[], emphasis: Emphasis): void {
  each<HTMLElement, RowGroup>(parent, 'section', '', groups, (section, { title, rows }) => {
    one(section, 'p', 'gd-quiet').textContent = title;
    const list = one<HTMLUListElement>(section, 'ul', 'gd-rows');
    list.setAttribute('role', 'list');
    each<HTMLLIElement, Row>(list, 'li', '', rows, (item, row) => drawRow(item, row, emphasis));
  });
}

function drawRow(item: HTMLLIElement, content: Row, emphasis: Emphasis): void {
  const { outcome, name, color: ink, value, parts = [], note = '' } = content;
  const { highlighted, onHoverOutcome, onPickOutcome } = emphasis;
  const isButton = outcome !== undefined && onPickOutcome !== undefined;
  const isMeant = outcome !== undefined && highlighted === outcome;
  const tag = isButton ? 'button' : 'div';
  if (item.firstElementChild && item.firstElementChild.localName !== tag) item.replaceChildren();
  const row = one<HTMLElement>(item, tag, 'gd-row');
  row.classList.toggle('gd-chosen', isMeant);
  one<HTMLElement>(row, 'span', 'gd-swatch').style.background = color(ink);
  one(row, 'span', 'gd-name').textContent = name;
  one(row, 'span', 'gd-number').textContent = value;
  const shares = parts.filter((share) => share > 0);
  each<HTMLElement, number>(one(row, 'span', 'gd-track'), 'span', '', shares, (part, share) => {
    part.style.width = `${(100 * share).toFixed(2)}%`;
    part.style.background = color(ink);
  });
  one(row, 'span', 'gd-quiet').textContent = note;
  if (!isButton) return;
  set(row, { type: 'button', 'aria-pressed': isMeant });
  onEmphasis(row, outcome, highlighted, onHoverOutcome, onPickOutcome);
}
