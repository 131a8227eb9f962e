import { kindOf } from './number-text';

/** Which columns hold numbers, judged from the later half of the first rows, where no header is left. */
export function numericColumns(rows: string[][], width: number): boolean[] {
  const later = rows.slice(Math.floor(rows.length / 2));
  return Array.from({ length: width }, (_, column) => {
    const kinds = later.map((cells) => kindOf(cells[column] ?? ''));
    const filled = kinds.filter((kind) => kind !== 'gap').length;
    const numbers = kinds.filter((kind) => kind === 'number' || kind === 'notFinite').length;
    return numbers > 0 && 2 * numbers >= filled;
  });
}

/**
 * How many of the first rows are a header: up to the last one that has a word, and no number, where numbers belong. What
 * is neither, such as `$1`, is no header, so that nothing is left out without a word.
 */
export function headerRows(rows: string[][], numeric: boolean[]): number {
  let count = 0;
  for (const [i, cells] of rows.entries()) {
    const placed = cells.filter((_, column) => numeric[column]);
    const kinds = placed.map(kindOf);
    // What has no letters, such as an amount of money, is a number written in another way.
    const isStrange = placed.some((cell) => kindOf(cell) === 'other' && !/\p{L}/u.test(cell));
    if (!placed.some(isWord) || isStrange || kinds.includes('notFinite')) break;
    if (!kinds.includes('number')) count = i + 1;
  }
  return count;
}

/** Letters, before any digit. */
function isWord(cell: string): boolean {
  return kindOf(cell) === 'other' && /^[^\d]*\p{L}/u.test(cell);
}

/** Names of columns as people read them: a second row of the header holds the units. */
export function namesOf(header: string[][], width: number): { names: string[]; keys: string[]; hasRowNames: boolean } {
  const ofWidth = (least: number) => header.filter((cells) => cells.length >= least && cells.some(isWord));
  const whole = ofWidth(width);
  const named = whole.length > 0 ? whole : ofWidth(width - 1);
  const [first, units] = named.length > 2 ? [named.at(-1)!] : named;
  if (!first) return { names: Array<string>(width).fill(''), keys: [], hasRowNames: false };
  const hasRowNames = first.length === width - 1;
  const at = (cells: string[], column: number) => cells[hasRowNames ? column - 1 : column] ?? '';
  const keys = Array.from({ length: width }, (_, column) => at(first, column));
  const names = keys.map((key, column) => {
    const unit = units && at(units, column);
    return unit ? (key ? `${key} (${unit})` : unit) : key;
  });
  return { names, keys, hasRowNames };
}
