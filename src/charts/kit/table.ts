import { select } from 'd3';
import { one, set } from './dom';

export interface TableCell {
  text: string;
  /** The head of a row or of columns. */
  isHead?: boolean;
  /** How many columns it stands over. */
  span?: number;
  look?: string;
  title?: string;
}

export interface TableOptions {
  /** What the table is, for screen readers. */
  label: string;
  head: readonly (readonly TableCell[])[];
  body: readonly (readonly TableCell[])[];
}

/** A table of numbers; it scrolls in its box where it is wider. */
export function drawTable(parent: Element, { label, head, body }: TableOptions): void {
  const box = one<HTMLDivElement>(parent, 'div', 'gd-table-box');
  set(box, { role: 'group', tabindex: 0, 'aria-label': label });
  const table = one<HTMLTableElement>(box, 'table', 'gd-table');
  drawRows(one(table, 'thead', 'gd-table-head'), head, 'col');
  drawRows(one(table, 'tbody', 'gd-table-body'), body, 'row');
}

function drawRows(part: Element, rows: TableOptions['body'], scope: 'col' | 'row'): void {
  select(part)
    .selectAll<HTMLTableRowElement, readonly TableCell[]>('tr')
    .data(rows)
    .join('tr')
    .each(function (cells) {
      const tags = cells.map(({ isHead }) => (isHead ? 'TH' : 'TD'));
      const isSame = tags.length === this.children.length && tags.every((tag, i) => this.children[i].tagName === tag);
      if (!isSame) this.replaceChildren(...tags.map((tag) => document.createElement(tag)));
      cells.forEach(({ text, isHead, span, look, title }, i) => {
        const cell = this.children[i];
        set(cell, { class: look, colspan: span, title, scope: isHead ? (span ? `${scope}group` : scope) : undefined });
        if (cell.textContent !== text) cell.textContent = text;
      });
    });
}
