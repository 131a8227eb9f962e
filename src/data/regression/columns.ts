import { CodedError, type Message } from '../../messages';
import { inMarks } from '../table/cells';
import { isBesideValues, isPlace } from '../table/counters';
import { columnKind } from '../table/column-kind';
import type { Layout } from '../table/dialect';
import { errorAt, TableError } from '../table/table-error';
import { foundIn } from '../table/found-in';
import { labelledError, labelsIn, unreadValue } from '../table/unread-value';
import type { NamedArray } from './arrays';
import type { ReadOptions, RegressionContent } from './content';
import { regressionMessages as say } from './messages';
import { columnName } from './number-table';

/** Which columns of a table are features, and which is the target: places among its columns of numbers. */
export interface TableColumns {
  features: number[];
  target: number;
  featureNames?: string[];
  roles: Message[];
  shown: NonNullable<RegressionContent['columns']>;
}

const TARGET = /^(y|targets?|labels?|response|outcome|output)\b/i;
const X = /^x\b/i;
/** The same letters with a unit behind them: `x_mm`. */
const X_IN_UNIT = /^x_\p{L}/iu;
const Y_IN_UNIT = /^y_\p{L}/iu;
/** More columns than these may be points as well, one after the other. */
const MOST_POINT_COLUMNS = 2;
/** What columns are called that only number the rows. */
const COUNTER = /^([Ii][Dd]|[Ii]ndex|INDEX|#|[Nn][OoRr]|[Rr]ow|ROW|[Uu]nnamed: 0)\.?$|[a-z]I[Dd]$|._id$|.nummer$/;

/**
 * The target is what a person says, or the column that is called so, or the last one; all others are features, or, where only
 * one is taken, the one that is called x, or the first.
 *
 * @throws {CodedError} if there are too few columns of numbers
 */
export function columnsOf({ table, columns: width }: NamedArray, options: ReadOptions): TableColumns {
  const names = table?.layout.names ?? Array<string>(width).fill('');
  const numeric = table?.places ?? Array.from({ length: width }, (_, place) => place);
  const placeOf = (column: number | undefined) => (column === undefined ? -1 : numeric.indexOf(column));
  const said = placeOf(options.target);
  const isPoint = options.mostFeatures === 1;
  const called = (pattern: RegExp, inUnit: RegExp) => {
    const found = numeric.findIndex((column) => pattern.test(names[column]));
    const isCalled = (column: number) => inUnit.test(names[column]) && !isBesideValues(names[column]);
    // Several, such as `y_true` and `y_pred`, do not say which of them is meant.
    return found >= 0 || numeric.filter(isCalled).length > 1 ? found : numeric.findIndex(isCalled);
  };
  const named = called(TARGET, Y_IN_UNIT);
  const isId = (place: number) => table?.padded[place] !== undefined;
  const isBeside = (place: number) => isPoint && isBesideValues(names[numeric[place]]);
  const values = [...numeric.keys()].filter((place) => !isId(place));
  const x = isPoint && options.feature === undefined ? called(X, X_IN_UNIT) : -1;
  // Beside the time alone, x is what is measured at it.
  const isMeasured = values.every((place) => place === x || isPlace(names[numeric[place]]));
  const mayBeTarget = values.filter((place, i) => (x < 0 || isMeasured ? i > 0 : place !== x));
  const last = mayBeTarget.findLast((place) => !isBeside(place)) ?? mayBeTarget.at(-1) ?? values.at(-1) ?? -1;
  const target = said >= 0 ? said : named >= 0 ? named : last >= 0 ? last : numeric.length - 1;
  const others = [...numeric.keys()].filter((place) => place !== target);
  const counters = others.filter((place) => isId(place) || COUNTER.test(names[numeric[place]]));
  const candidates = others.length > counters.length ? others.filter((place) => !counters.includes(place)) : others;
  const chosen = placeOf(options.feature);
  const feature = others.includes(chosen) ? chosen : candidates.includes(x) ? x : candidates[0];
  const features = isPoint ? [feature] : candidates;
  if (feature === undefined) throw new CodedError(say('columnNotNumeric', { role: say('feature') }));
  const nameOf = (column: number) => columnName(names, column);
  const left = [...names.keys()].filter((column) => ![target, ...features].includes(placeOf(column)));
  return {
    features,
    target,
    ...(names.some(Boolean) && { featureNames: features.map((place) => names[numeric[place]]) }),
    roles: [
      ...(isPoint ? [say('featureFrom', { column: nameOf(numeric[feature]) })] : []),
      say('targetFrom', { column: nameOf(numeric[target]) }),
      ...(isPoint
        ? unread(left, numeric, names)
        : left.flatMap((column) => leftOut(table, column, numeric.includes(column)))),
    ],
    shown: { names, numeric, target: numeric[target], ...(isPoint && { feature: numeric[feature] }) },
  };
}

/**
 * The columns of a test set that are called as those of the training set, in whichever order; those at the same places where either has no
 * names.
 *
 * @throws {CodedError} if one of them is missing
 */
export function columnsLike(columns: TableColumns, { table }: NamedArray): TableColumns {
  const { names, numeric } = columns.shown;
  const theirs = table?.layout.names ?? [];
  if (!theirs.some(Boolean) || !names.some(Boolean)) return columns;
  const placeOf = (place: number) => {
    const name = names[numeric[place]];
    // Of several that are called alike, and of one without a name, the one at the same place is meant.
    if (theirs[table!.places[place]] === name) return place;
    const found = table!.places.findIndex((column) => theirs[column] === name);
    if (found < 0) throw new CodedError(say('testLacks', { column: `“${name}”` }));
    return found;
  };
  return { ...columns, features: columns.features.map(placeOf), target: placeOf(columns.target) };
}

/**
 * Whoever says which columns are meant may leave out any other.
 *
 * @throws {TableError} where it has to be said: another column is called as the target; one that would be read holds ids; a column without a name holds values that cannot be read, as where a cell has two
 *   numbers, or a line or two may hold the x and y of points by themselves
 */
export function refuseUnclear(
  { table, rows }: NamedArray,
  { features, target, shown }: TableColumns,
  options: ReadOptions,
): void {
  if (!table || options.target !== undefined || options.feature !== undefined) return;
  const { layout } = table;
  const { keys, names, sample, sampleLines } = layout;
  // A target that is no column is one still to be chosen.
  const found = { ...foundIn(layout), choice: { ...shown, target: -1 } };
  // The names of groups tell their columns apart.
  const isCalled = (name: string) => (column: number) => keys[column] === name && names[column].startsWith(name);
  const alike = shown.numeric.filter(isCalled(keys[shown.target] || '?'));
  if (alike.length > 1) {
    const columns = { parts: alike.map((column) => `“${names[column]}”`), between: ', ' };
    throw new TableError(say('whichTarget', { columns }), found);
  }
  const [padded] = [...features, target].filter((place) => table.padded[place] !== undefined);
  if (padded !== undefined) {
    const said = { column: columnName(names, table.places[padded]), cell: `“${table.padded[padded]}”` };
    throw new TableError(say('padded', said), found);
  }
  for (const column of names.keys()) {
    if (names[column] || shown.numeric.includes(column)) continue;
    if (labelsIn(layout, column)) throw labelledError(layout, column, found);
    const row = unreadValue(layout, column, { isAxis: false, isBesideOne: false });
    if (row < 0) continue;
    const cell = inMarks(sample[row][column]);
    const said = { column: columnName(names, column), cell };
    throw errorAt(layout, sampleLines[row], say('unreadValues', said), found);
  }
  const columns = shown.numeric.length;
  const areLines = options.mostFeatures === 1 && keys.length === 0 && columns > MOST_POINT_COLUMNS;
  if (areLines && rows <= 2) throw new TableError(say(rows === 1 ? 'oneLine' : 'twoLines', { columns }), found);
}

/** Of points in columns without names: which columns have other numbers. */
function unread(left: readonly number[], numeric: readonly number[], names: readonly string[]): Message[] {
  const others = names.some(Boolean) ? [] : left.filter((column) => numeric.includes(column));
  const columns = { parts: others.map((column) => columnName(names, column)), between: ', ' };
  return others.length > 0 ? [say('notRead', { columns, count: others.length })] : [];
}

/** Why a column is no feature; nothing of one that is empty. */
function leftOut(table: NamedArray['table'], column: number, isNumeric: boolean): Message[] {
  const columns = columnName(table?.layout.names ?? [], column);
  const padded = table?.padded[table.places.indexOf(column)];
  if (padded !== undefined) return [say('withoutPadded', { columns, cell: `“${padded}”` })];
  if (isNumeric || !table) return [say('withoutCounter', { columns })];
  const { kind, cell } = columnKind(table.layout, column);
  const words = { columns, cell: `“${cell}”` };
  if (column === 0 && table.layout.hasRowNames && table.layout.numeric[0])
    return [say(areCounts(table.layout) ? 'withoutCounter' : 'withoutNameless', words)];
  return kind === 'nothing' ? [] : [say(WITHOUT[kind], words)];
}

/** Whether the first column counts, from whichever whole number. */
function areCounts({ sample }: Layout): boolean {
  const first = Number(sample[0][0]);
  return Number.isInteger(first) && sample.every(([cell], i) => Number(cell) === first + i);
}

const WITHOUT = {
  dates: 'withoutDates',
  times: 'withoutTimes',
  yesOrNo: 'withoutWords',
  words: 'withoutWords',
} as const;
