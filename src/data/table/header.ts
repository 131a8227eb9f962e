import { isPlace } from './counters';
import { isDate } from './dates';
import { groupedNames } from './head-groups';
import { areYears, isNumberedHead } from './numbered-head';
import type { Delimiter } from './dialect';
import { isBelowNames, isSignOf, isTitle, isWord, withoutQuotes } from './head-words';
import { areMeantAsNumbers, kindOf } from './number-text';
import { unitOf, wordsIn } from './units';

/** Which columns should hold numbers, judged from the first rows. */
export function numericColumns(rows: string[][], width: number): boolean[] {
  return columnsIn(rows, width).map((cells) => areMeantAsNumbers(cells, (cell) => kindOf(cell) !== 'other'));
}

/** The unit of each column, judged from the same rows; empty where there is none. */
export function unitsOf(rows: string[][], width: number): string[] {
  return columnsIn(rows, width).map(unitOf);
}

const columnsIn = (rows: string[][], width: number): string[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));

/** What instruments write for a number that they cannot measure: it belongs to the data, and is to be told. */
const BEYOND_RANGE = /^[+-]?(ol|ovld|ovrng|ovfl|over|under|overload|(over|under)[ -]?(range|flow)|invalid|error)$/i;

/**
 * How many of the first rows are a header: up to the last one that has a word, and no number, where numbers belong. What
 * is neither, such as `$1`, is no header, so that nothing is left out without a word; nor are words below a name for each
 * column of a table that holds words too, unless they are units or types.
 */
export function headerRows(rows: string[][], numeric: boolean[]): number {
  let count = 0;
  let isNamed = false;
  const hasWords = rows.at(-1)!.some((cell, column) => !numeric[column] && kindOf(cell) === 'other' && !isDate(cell));
  if (isNumberedHead(rows, numeric)) return 1;
  for (const [i, cells] of rows.entries()) {
    if (
      areYears(cells, numeric) &&
      areNamedYears(cells, numeric) &&
      !rows.slice(i + 1).some((row) => areYears(row, numeric))
    ) {
      count = i + 1;
      isNamed = true;
      continue;
    }
    // A comma too many moves a number out of its column.
    const placed = cells.filter((cell, column) => numeric[column] ?? kindOf(cell) === 'number');
    const kinds = placed.map(kindOf);
    // What has no letters, such as an amount of money, is a number written in another way.
    const isStrange = placed.some((cell) => kindOf(cell) === 'other' && !isWord(cell) && !/\p{L}/u.test(cell));
    if (numeric.length > 2 && isAbove(cells, numeric)) continue;
    if (!placed.some(isWord) || isStrange || kinds.includes('notFinite')) break;
    if (isNamed && hasWords && !cells.every(isBelowNames)) break;
    if (isNamed && placed.some((cell) => BEYOND_RANGE.test(cell))) break;
    if (!kinds.includes('number')) count = i + 1;
    isNamed ||= count > 0 && cells.length === numeric.length && cells.every(isWord);
  }
  return count;
}

/** Whether years stand beside the name of what others than numbers are; behind “year” they are data of a table on its side. */
function areNamedYears(cells: readonly string[], numeric: readonly boolean[]): boolean {
  const others = cells.filter((_, column) => numeric[column] === false);
  return others.some(isWord) && !others.some(isPlace);
}

/** Whether words of a row stand beside the columns of numbers, as those do that come with a table: in its first cell, or in fewer cells. */
function isAbove(cells: readonly string[], numeric: readonly boolean[]): boolean {
  const isBeside = cells.every((cell, column) => cell === '' || !numeric[column]);
  return isTitle(cells) ? isBeside : isBeside && cells.length < numeric.length && isWord(cells[0]);
}

/**
 * Names of columns as people read them: a second row of the header holds the units.
 *
 * @param isShort whether the first column, which names the rows, has no name
 */
export function namesOf(
  header: string[][],
  width: number,
  inCells: readonly string[] = [],
  isShort = false,
): { names: string[]; keys: string[] } {
  const ofWidth = (least: number) => header.filter((cells) => cells.length >= least && cells.some(isWord));
  const grouped = groupedNames(header, width);
  if (grouped) return grouped;
  const isTooLong = (cells: readonly string[]) => cells.slice(width).some(Boolean);
  const wide = ofWidth(width);
  const whole = wide.every(isTooLong) ? wide : wide.filter((cells) => !isTooLong(cells));
  const named = whole.length > 0 ? whole : ofWidth(width - 1);
  // Who says that numbers are a header has them for names.
  const [first, units] = namesAndUnits(named) ?? [header.at(-1)];
  if (!first) return { names: Array.from({ length: width }, (_, i) => inCells[i] ?? ''), keys: [] };
  const at = (cells: string[], column: number) => withoutQuotes(cells[isShort ? column - 1 : column] ?? '');
  const keys = Array.from({ length: width }, (_, column) => at(first, column));
  const names = keys.map((key, column) => {
    const inHeader = units && at(units, column).replace(/^[([<](.*)[)\]>]$/, '$1');
    const unit =
      inHeader ||
      (wordsIn(key).includes(inCells[column]) || isSignOf(inCells[column] ?? '', key) ? '' : inCells[column]);
    return unit ? (key ? `${key} (${unit})` : unit) : key;
  });
  return { names, keys };
}

/** The names among the rows of a header, and the units; of three, symbols may stand between them. */
function namesAndUnits(rows: string[][]): [names: string[], units?: string[]] | undefined {
  if (rows.length === 0) return undefined;
  const last = rows.at(-1)!;
  if (rows.length === 3 && last.length > 1 && last.every(isBelowNames)) return [rows[0], last];
  return rows.length > 2 ? [last] : [rows[0], rows[1]];
}

/**
 * What a comment directly above the rows calls the columns, as far as it is sure to: a word for each of two or more, or a
 * word and a unit, which are divided as the rows are.
 */
export function namesInComment(comment: string, delimiter: Delimiter, width: number): string[] {
  const parts = delimiter === ' ' ? comment.split(/\t|\s{2,}/) : comment.split(delimiter);
  const words = parts.length === width ? parts : comment.split(/\s+(?![([<])/);
  const areNames = width > 1 && words.length === width && words.every((word) => isWord(word) && !NO_NAME.test(word));
  return areNames ? words.map((word) => word.trim()) : [];
}

/** A name and its value, or words of a sentence. */
const NO_NAME = /[:=]|^(a|an|and|at|by|for|from|in|is|of|on|the|to|with|am|der|die|das|für|in|mit|und|von|vom)$/i;

/** Of a header whose first cells say what its rows hold, as Origin writes: the names, and the units. */
export function byLabels(header: string[][]): string[][] {
  const labelled = (label: RegExp) => header.find(([first]) => label.test(first))?.with(0, '');
  const names = labelled(/\bnames?\b|\bname[ns]?$/i);
  const units = labelled(/\bunits?\b|einheit/i);
  return names ? [names, ...(units ? [units] : [])] : header;
}
