import { adoptStyles, chartRoot, color, each, onEmphasis, one, widthOf } from '../../../charts/kit';
import css from '../norms.css?inline';

/** What stands out, and who makes it stand out: the same in all pictures. */
export interface Emphasis {
  highlighted?: number;
  onHover?: (norm: number | undefined) => void;
  onPick?: (norm: number) => void;
}

/** A number with its colour, beside a picture. */
export interface Row {
  /** The number of its norm, to point at; without it the row only tells. */
  norm?: number;
  name: string;
  color: string;
  value: string;
  /** The lengths of a bar's parts, as shares of the room. */
  parts?: readonly number[];
  note?: string;
}

const NARROW = 620;
const GAP = 28;

/** Two columns, one below the other where there is no room: a picture, and numbers that follow it. */
export function besideRows(container: HTMLElement, asked: number | undefined) {
  const root = chartRoot(container);
  adoptStyles(container, css);
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

/** Draws numbers under a title; pointing at one of them makes its norm stand out. */
export function drawRows(
  parent: HTMLElement,
  title: string,
  rows: readonly Row[],
  emphasis: Emphasis,
  key = 'gd-rows',
): void {
  const { highlighted, onHover, onPick } = emphasis;
  one(parent, 'p', `${key}-title gd-aside-title`).textContent = title;
  const list = one<HTMLUListElement>(parent, 'ul', `${key}-list gd-rows`);
  list.setAttribute('role', 'list');
  each<HTMLLIElement, Row>(list, 'li', '', rows, (item, { norm, name, color: ink, value, parts = [], note = '' }) => {
    const tag = norm !== undefined && onPick ? 'button' : 'div';
    if (item.firstElementChild && item.firstElementChild.localName !== tag) item.replaceChildren();
    const row = one<HTMLElement>(item, tag, 'gd-row');
    row.classList.toggle('gd-chosen', highlighted !== undefined && highlighted === norm);
    one<HTMLElement>(row, 'span', 'gd-swatch').style.background = color(ink);
    one(row, 'span', 'gd-name').textContent = name;
    one(row, 'span', 'gd-number').textContent = value;
    each<HTMLElement, number>(one(row, 'span', 'gd-track'), 'span', '', parts, (part, share) => {
      part.style.width = `${(100 * share).toFixed(2)}%`;
      part.style.background = color(ink);
    });
    one(row, 'span', 'gd-quiet').textContent = note;
    if (tag === 'div') return;
    row.setAttribute('type', 'button');
    row.setAttribute('aria-pressed', String(highlighted === norm));
    onEmphasis(row, norm!, highlighted, onHover, onPick);
  });
}
