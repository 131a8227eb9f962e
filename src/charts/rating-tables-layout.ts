import * as plot from './kit';

/** Where the two tables lie, and their cells. */
export interface TablesLayout {
  width: number;
  height: number;
  /** The upper left corners of the cells of the two tables. */
  corners: readonly [Corner, Corner];
  cellWidth: number;
  cellHeight: number;
  rows: readonly string[];
  columns: readonly string[];
  isUpright: boolean;
  isStacked: boolean;
  /** How tall the columns' names are. */
  head: number;
}

interface Corner {
  left: number;
  top: number;
}

const SIDE_BY_SIDE = 560;
/** Tables of so large cells are few, and stand side by side however narrow the picture is. */
const LARGE = 48;
const LARGEST = 96;
const TALLEST = 560;
const GAP = 28;
const TITLE = 20;
/** How wide the tables' titles are, at most. */
const TITLE_ROOM = 100;
const NAME = 110;
const HEAD = 84;
const LINE = 13;

export function layOutTables(
  measure: plot.Measure,
  users: readonly string[],
  items: readonly string[],
  width: number,
): TablesLayout {
  const longest = (names: readonly string[]) => Math.ceil(Math.max(0, ...names.map((name) => measure(name))));
  const rows = users.map((name) => plot.shortened(measure, name, Math.min(NAME, width * 0.22)));
  const names = longest(rows) + 6;
  const cellOf = (tables: number) =>
    Math.min(LARGEST, (width - names - (tables - 1) * GAP - 1) / tables / Math.max(1, items.length));
  const isStacked = width < SIDE_BY_SIDE && cellOf(2) < LARGE;
  const exact = cellOf(isStacked ? 1 : 2);
  const cellWidth = exact >= 6 ? Math.floor(exact) : exact;
  const tall = cellWidth > 40 ? Math.max(40, Math.round(cellWidth * 0.7)) : cellWidth;
  const cellHeight = Math.min(tall, Math.max(LINE, Math.floor(TALLEST / Math.max(1, users.length))));
  const isUpright = items.some((name) => measure(name) > cellWidth - 4);
  const columns = items.map((name) => (isUpright ? plot.shortened(measure, name, HEAD) : name));
  const head = isUpright ? longest(columns) + 8 : 18;
  const top = TITLE + head;
  const [wide, high] = [items.length * cellWidth, users.length * cellHeight];
  const second = isStacked
    ? { left: names, top: top + high + GAP + top }
    : { left: names + Math.max(wide, TITLE_ROOM) + GAP, top };
  return {
    width,
    height: second.top + high + 4,
    corners: [{ left: names, top }, second],
    cellWidth,
    cellHeight,
    rows,
    columns,
    isUpright,
    isStacked,
    head,
  };
}

/** Names of rows and columns, as many as have room. */
export function drawNames(group: SVGGElement, layout: TablesLayout): void {
  const { corners, cellWidth, cellHeight, rows, columns, isUpright, isStacked } = layout;
  const everyRow = Math.ceil(LINE / cellHeight);
  const everyColumn = isUpright ? Math.ceil(LINE / cellWidth) : 1;
  const across = corners.flatMap(({ left, top }) =>
    columns.flatMap((name, i) =>
      i % everyColumn === 0 ? [{ name, x: left + (i + 0.5) * cellWidth, y: top - 6 }] : [],
    ),
  );
  // Side by side, one column of names serves both.
  const down = corners
    .slice(0, isStacked ? 2 : 1)
    .flatMap(({ left, top }) =>
      rows.flatMap((name, i) => (i % everyRow === 0 ? [{ name, x: left - 6, y: top + (i + 0.5) * cellHeight }] : [])),
    );
  plot.each<SVGGElement, (typeof across)[number]>(
    plot.one(group, 'g', 'gd-columns-names'),
    'g',
    '',
    across,
    (place, { name, x, y }) => {
      plot.set(place, { transform: `translate(${x},${y})${isUpright ? ' rotate(-90)' : ''}` });
      plot.drawText(place, 'gd-note', 0, isUpright ? 4 : 0, name, isUpright ? 'start' : 'middle');
    },
  );
  plot.each<SVGGElement, (typeof down)[number]>(
    plot.one(group, 'g', 'gd-rows-names'),
    'g',
    '',
    down,
    (place, { name, x, y }) => {
      plot.drawText(place, 'gd-note', x, y + 4, name, 'end');
    },
  );
}

/** A cell, and in which of the tables it was pointed at. */
export interface Cell {
  row: number;
  column: number;
  table: number;
}

export function cellAt(
  { corners, cellWidth, cellHeight, rows, columns }: TablesLayout,
  x: number,
  y: number,
): Cell | undefined {
  for (const [table, { left, top }] of corners.entries()) {
    const [column, row] = [Math.floor((x - left) / cellWidth), Math.floor((y - top) / cellHeight)];
    if (row >= 0 && row < rows.length && column >= 0 && column < columns.length) return { row, column, table };
  }
  return undefined;
}
