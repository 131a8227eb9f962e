import type { Message } from '../../messages';
import { inMarks, inQuotes } from '../table/cells';
import {
  countsAgain,
  isBesideValues,
  isPlace,
  isSameEverywhere,
  isTimeStamp,
  risesOrFalls,
  stepsEvenly,
} from '../table/counters';
import type { Layout } from '../table/dialect';
import { beginsWithDay, isDate } from '../table/dates';
import { liesOnItsSide } from '../table/layout';
import { tableMessages } from '../table/messages';
import { kindOf, numberIn } from '../table/number-text';
import { errorAt, TableError } from '../table/table-error';
import { foundIn } from '../table/found-in';
import { measureIn, otherUnitIn } from '../table/units';
import { isTwoNumbers, labelledError, labelsIn, unreadValue } from '../table/unread-value';
import { fileMessages as say } from './messages';

/** What InfluxDB calls the column of values, among those that say which series each is of. */
const CALLED_VALUE = /^_value$/i;

/** Whether several columns without names are more likely one signal, some numbers of it in each line. */
export const mayBeLines = (columns: number, rows: number): boolean => columns > 2 || (columns > 1 && columns > rows);

/**
 * The first column of values; the last one if all of them count.
 *
 * @throws {TableError} if none but one that counts holds numbers, where another seems to, or lines may follow each other
 */
export function columnOf(layout: Layout): number {
  refuseLabels(layout);
  const numeric = numericIn(layout);
  const all = numeric.filter((column) => !countsRows(layout, column));
  const own = all.filter((column) => !isBesideValues(layout.keys[column]));
  const values = own.length > 0 ? own : all;
  if (layout.keys.length === 0 && mayBeLines(values.length, layout.sample.length)) {
    const choice = { names: layout.names, numeric };
    const trouble = liesOnItsSide(layout)
      ? tableMessages('lyingTable', { name: inQuotes(layout.sample[0][0]) })
      : say('linesOrColumns', { columns: numeric.length });
    throw new TableError(trouble, { ...foundIn(layout), choice });
  }
  const isWhole = (column: number) => layout.sample.every((cells) => kindOf(cells[column] ?? '') !== 'gap');
  const strange = layout.names.findIndex((_, column) => isStrange(layout, column, numeric.at(-1)!));
  if (values.length === 0 && strange >= 0) {
    refuseOtherUnit(layout, strange);
    const others = layout.sample.map((cells) => kindOf(cells[strange] ?? '') === 'other');
    const unread = layout.sample.findIndex((cells, row) => others[row] && !measureIn(cells[strange]));
    const row = unread < 0 ? others.indexOf(true) : unread;
    const said = { column: nameIn(layout.names, numeric.at(-1)!), other: nameIn(layout.names, strange) };
    const trouble = say('onlyCounts', { ...said, cell: inMarks(layout.sample[row][strange]) });
    throw errorAt(layout, layout.sampleLines[row], trouble, foundIn(layout));
  }
  const likely = values.filter((column) => !seemsPlace(layout, column, values));
  const called = values.find((column) => CALLED_VALUE.test(layout.keys[column] ?? ''));
  const column = called ?? likely.find(isWhole) ?? values.find(isWhole) ?? values[0] ?? numeric.at(-1)!;
  if (called === undefined) refuseUnread(layout, column);
  return column;
}

/**
 * @throws {TableError} where a column behind the one to be read holds values that cannot be read: that one may only say where
 *   they stand; or where one in front of it has two numbers in each cell
 */
function refuseUnread(layout: Layout, column: number): void {
  const numeric = numericIn(layout);
  const beside = { isAxis: risesOrFalls(numbersIn(layout, column)), isBesideOne: numeric.length === 1 };
  for (const other of layout.names.keys()) {
    const isAsked = other > column || (!numeric.includes(other) && isTwoNumbers(layout, other));
    const row = isAsked ? unreadValue(layout, other, beside) : -1;
    if (row < 0) continue;
    refuseOtherUnit(layout, other);
    const said = { column: nameIn(layout.names, column), other: nameIn(layout.names, other) };
    const trouble = say('unreadValues', { ...said, cell: inMarks(layout.sample[row][other]) });
    const choice = { names: layout.names, numeric };
    throw errorAt(layout, layout.sampleLines[row], trouble, { ...foundIn(layout), choice });
  }
}

/** @throws {TableError} where it is but their units that keep the numbers of a column from being read */
function refuseOtherUnit(layout: Layout, column: number): void {
  const found = otherUnitIn(layout.sample.map((cells) => cells[column] ?? ''));
  if (found) throw errorAt(layout, layout.sampleLines[found.row], found.trouble, foundIn(layout));
}

/** @throws {TableError} where a number shares its cell with a name, as in `acc: 1, 2, 3`: it would be left out */
function refuseLabels(layout: Layout): void {
  const column = layout.numeric.findIndex((is, place) => !is && labelsIn(layout, place));
  if (column >= 0) throw labelledError(layout, column);
}

/**
 * Whether a column more likely says where values stand that another has: it counts and begins again, is the same number
 * everywhere, has zeros in front as ids have, is the time since 1970, or rises, without a name, beside one that does not.
 */
function seemsPlace(layout: Layout, column: number, values: readonly number[]): boolean {
  const places = numbersIn(layout, column);
  if (countsAgain(places) || isSameEverywhere(places) || areIds(layout, column) || areTimeStamps(layout, column))
    return true;
  return (
    layout.keys.length === 0 && risesOrFalls(places) && values.some((other) => !risesOrFalls(numbersIn(layout, other)))
  );
}

function areTimeStamps({ sample }: Layout, column: number): boolean {
  const cells = sample.map((row) => row[column] ?? '');
  return cells.every(isTimeStamp) && risesOrFalls(cells.map(Number));
}

function areIds({ sample }: Layout, column: number): boolean {
  const cells = sample.map((row) => row[column] ?? '').filter((cell) => kindOf(cell) !== 'gap');
  return cells.every((cell) => /^\d+$/.test(cell)) && cells.some((cell) => /^0\d/.test(cell));
}

/** Whether a column should have the values, and not the one that counts or tells the time: any, where that is called so, else one with a number or with digits in every cell. */
function isStrange(layout: Layout, column: number, counter: number): boolean {
  const { sample, numeric, keys } = layout;
  const cells = sample.map((row) => row[column] ?? '').filter((cell) => kindOf(cell) !== 'gap');
  const isCalledSo = isPlace(keys[counter]);
  const isValue = (cell: string) => isCalledSo || (/\d/.test(cell) && !isDate(cell));
  const hasNumber = cells.some((cell) => kindOf(cell) === 'number' || measureIn(cell));
  // Beside numbers that do not count, a day is no value.
  const areDays = cells.every(beginsWithDay) && !stepsEvenly(numbersIn(layout, counter));
  const isMeant = (isCalledSo || keys.length === 0) && cells.every(isValue) && !areDays;
  return !numeric[column] && cells.length > 0 && (isMeant || hasNumber);
}

/** What is left out beside the column that is read: of columns without names, other numbers; beside a lone one, all that is no time. */
export function othersIn(layout: Layout, column: number): Message[] {
  const numeric = numericIn(layout);
  const others = numeric.filter((other) => other !== column && !countsRows(layout, other));
  if (layout.keys.length === 0 && others.length > 0) return [say('others', { count: others.length })];
  const unread =
    numeric.length === 1 ? [...layout.names.keys()].filter((other) => isUnread(layout, other, column)) : [];
  const columns = { parts: unread.map((other) => nameIn(layout.names, other)), between: ', ' };
  return unread.length > 0 ? [say('notRead', { columns, count: unread.length })] : [];
}

export function numericIn({ numeric, hasRowNames }: Layout): number[] {
  return numeric.flatMap((is, column) => (is && !(hasRowNames && column === 0) ? [column] : []));
}

/** Whether a column says where a value stands: it is called so, or rises evenly. */
function countsRows(layout: Layout, column: number): boolean {
  return isPlace(layout.keys[column]) || stepsEvenly(numbersIn(layout, column));
}

const numbersIn = ({ sample, format }: Layout, column: number): number[] =>
  sample.map((cells) => numberIn(cells[column] ?? '', format));

export const nameIn = (names: readonly string[], column: number) =>
  names[column] || say('columnNumber', { number: column + 1 });

/** Whether a column beside the one that is read has something that a person should know is left out: no time in front of it. */
function isUnread(layout: Layout, other: number, column: number): boolean {
  const filled = layout.sample.map((row) => row[other] ?? '').filter((cell) => kindOf(cell) !== 'gap');
  const isTime = isPlace(layout.keys[other]) || filled.every(isDate);
  return other !== column && filled.length > 0 && !(isTime && other < column);
}
