import { isPlace } from './counters';
import { isBelowNames, isWord } from './head-words';

/**
 * Names of columns below those of groups, each of which stands over several columns in the cell of the first, as where a spreadsheet merges
 * cells: `I,,II,` above `x,y,x,y`. Undefined of any other header.
 */
export function groupedNames(
  header: readonly string[][],
  width: number,
): { names: string[]; keys: string[] } | undefined {
  const place = header.findIndex((cells) => areGroups(cells, width));
  const [own, units] = header.slice(place + 1).filter((cells) => isFull(cells, width));
  if (place < 0 || !own) return undefined;
  const groups = spread(header[place], width);
  const isAlone = (column: number) => groups.filter((group) => group === groups[column]).length === 1;
  const unitOf = (column: number) => (units?.every(isBelowNames) ? [units[column]] : []);
  return {
    names: own.slice(0, width).map((name, column) => {
      const [first, ...others] = [groups[column], name, ...unitOf(column)].filter(Boolean);
      return others.length > 0 ? `${first} (${others.join(', ')})` : first;
    }),
    // A name over one column is its own, and what is below may be its unit.
    keys: own.slice(0, width).map((name, column) => (isAlone(column) && !isPlace(name) ? groups[column] : name)),
  };
}

/** Whether words have empty cells behind them that belong to them. */
function areGroups(cells: readonly string[], width: number): boolean {
  const filled = cells.filter(Boolean);
  const first = cells.findIndex(Boolean);
  const last = cells.findLastIndex(Boolean);
  const isInside = cells.slice(first, last).includes('');
  return filled.length > 1 && filled.every(isWord) && (isInside || (cells.length >= width && last < width - 1));
}

const isFull = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && cells.slice(1, width).every(Boolean);

/** Each word in the empty cells behind it, too. */
function spread(cells: readonly string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, column) => (group = cells[column] || group));
}
