import { CodedError, wordsOf, type Message } from '../../messages';
import { readingOf } from '../table/reading';
import { sentinelIn } from '../table/sentinel';
import { TableError } from '../table/table-error';
import { foundIn } from '../table/found-in';
import { arraysIn, MAXIMUM_NUMBERS, type NamedArray, type RefusedArray } from './arrays';
import { columnsLike, columnsOf, refuseUnclear, type TableColumns } from './columns';
import type { Examples, NumberRows, ReadOptions, RegressionContent } from './content';
import { regressionMessages as say } from './messages';
import { columnName } from './number-table';
import { rolesOf, type ExampleSet } from './roles';

/** Wordily written, numbers take more room than this in memory. */
const MAXIMUM_BYTES = 512 * 2 ** 20;

/**
 * Reads examples from files: NumPy's arrays of features and of targets, dropped together, or tables with a column of
 * targets; those of a test set by their names.
 *
 * @throws {CodedError} for what cannot be used; a {@link TableError} where it could be read in another way
 */
export async function readRegression(
  files: readonly (Blob & { name: string })[],
  options: ReadOptions,
  onProgress?: (fraction: number) => void,
): Promise<RegressionContent> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  checkSizes(files);
  let taken = 0;
  const arrays: NamedArray[] = [];
  const refused: RefusedArray[] = [];
  for (const file of files) {
    const found = await arraysIn(file, options, (bytes) => onProgress?.(Math.min(1, (taken += bytes) / size)));
    arrays.push(...found.arrays);
    refused.push(...found.refused);
  }
  const { training, test } = rolesOf(arrays, refused);
  const table = training.targets ? undefined : training.features;
  let columns: TableColumns | undefined;
  try {
    columns = table && columnsOf(table, options);
    if (table && columns) refuseUnclear(table, columns, options);
    const found = examplesOf(training, columns, options);
    const like = ({ features }: ExampleSet) =>
      columns ? columnsLike(columns, features) : columnsOf(features, options);
    const kept = test && examplesOf(test, test.targets ? undefined : like(test), options);
    if (kept && kept.design.columns !== found.design.columns)
      throw new CodedError(say('otherWidth', { test: kept.design.columns, train: found.design.columns }));
    const { imageSize } = training.features;
    return {
      ...found,
      ...(kept && { test: kept }),
      ...(columns?.featureNames && { featureNames: columns.featureNames }),
      ...(imageSize && { imageSize }),
      reading: readingOfSets(training, found, kept, columns),
      ...(table?.table && { found: foundIn(table.table.layout) }),
      ...(columns && { columns: columns.shown }),
    };
  } catch (error) {
    // What was found is told, so that a person can say how else the table is to be read.
    if (error instanceof CodedError && table?.table) {
      const choice = (error instanceof TableError && error.found?.choice) || columns?.shown;
      throw new TableError(wordsOf(error), { ...foundIn(table.table.layout), choice });
    }
    throw error;
  }
}

function checkSizes(files: readonly (Blob & { name: string })[]): void {
  for (const { name, size } of files) {
    const values = { name: `“${name}”` };
    if (size === 0) throw new CodedError(say('empty', values));
    const inMiB = { size: Math.round(size / 2 ** 20), most: MAXIMUM_BYTES / 2 ** 20 };
    if (size > MAXIMUM_BYTES) throw new CodedError(say('tooManyBytes', { ...values, ...inMiB }));
  }
}

function examplesOf(
  { features, targets }: ExampleSet,
  columns: TableColumns | undefined,
  { mostRows, mostFeatures }: ReadOptions,
): Examples {
  const { name, rows } = features;
  const known = { name: `“${name}”`, rows };
  if (rows === 0) throw new CodedError(say('noExamples', known));
  if (rows > mostRows) throw new CodedError(say('tooManyRows', { ...known, most: mostRows }));
  refuseGaps(features, columns && [...columns.features, columns.target]);
  if (targets) refuseGaps(targets);
  const found = targets
    ? { design: designOf(features), targets: targets.values }
    : { design: picked(features, columns!.features), targets: picked(features, [columns!.target]).values };
  const { columns: width } = found.design;
  if (width > mostFeatures)
    throw new CodedError(
      mostFeatures === 1
        ? say('oneFeature', { ...known, columns: width })
        : say('tooManyFeatures', { ...known, columns: width, most: mostFeatures }),
    );
  if (rows * width > MAXIMUM_NUMBERS)
    throw new CodedError(say('tooManyNumbers', { ...known, columns: width, most: MAXIMUM_NUMBERS }));
  return found;
}

/** Refuses a table with a cell without a number in a column that is used; what stands in the others does not matter. */
function refuseGaps({ name, table, columns }: NamedArray, used: readonly number[] = [...Array(columns).keys()]): void {
  const gaps = used.flatMap((place) => table?.gaps[place] ?? []);
  if (gaps.length === 0) return;
  const { error } = gaps.reduce((first, gap) => (gap.row < first.row ? gap : first));
  throw new TableError(say('inFile', { name: `“${name}”`, reason: wordsOf(error) }), error.found);
}

const designOf = ({ rows, columns, values }: NumberRows): NumberRows => ({ rows, columns, values });

/** Some of the columns. */
function picked({ rows, columns, values }: NumberRows, places: readonly number[]): NumberRows {
  const width = places.length;
  const kept = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++)
    for (let place = 0; place < width; place++) kept[row * width + place] = values[row * columns + places[place]];
  return { rows, columns: width, values: kept };
}

function readingOfSets(
  { features, targets }: ExampleSet,
  { design }: Examples,
  test: Examples | undefined,
  columns: TableColumns | undefined,
): Message {
  const size = ({ rows, columns: count }: NumberRows) =>
    say('examples', { count: rows, features: say('features', { count }) });
  const how: Message[] = targets
    ? [say('arraysFrom', { features: `“${features.name}”`, targets: `“${targets.name}”` })]
    : columns!.roles;
  const notes = columns ? sentinelWords(features, columns) : [];
  const { imageSize, table } = features;
  if (imageSize) how.unshift(say('images', { height: imageSize[0], width: imageSize[1] }));
  const said = table ? readingOf(table.layout, how, notes) : { parts: how, between: ', ' };
  const training = size(design);
  return test
    ? say('readWithTest', { training, test: size(test.design), how: said })
    : say('read', { training, how: said });
}

/** Says of numbers that may stand for no value that they were read. */
function sentinelWords(table: NumberRows, { features, target, shown }: TableColumns): Message[] {
  return [...features, target].flatMap((place) => {
    const found = sentinelIn(picked(table, [place]).values);
    if (!found) return [];
    const column = columnName(shown.names, shown.numeric[place]);
    return [say('sentinel', { column, value: String(found.value), count: found.count })];
  });
}
