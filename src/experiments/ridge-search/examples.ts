import { MAXIMUM_COLUMNS, MAXIMUM_NUMBERS, MAXIMUM_ROWS } from '../../engine/ridge-grid/task';
import { FACE_SIDE, madeUpFaces } from '../../math/made-up-faces';
import { defineMessages, type Message } from '../../messages';
import { ParameterError, textOf } from '../parameters';
import type { RidgeSearchData, Rows } from './parameters';

const say = defineMessages('ridge-search', {
  rowsOf: { one: '{count} row', other: '{count} rows' },
  numbersIn: { one: '{count} number', other: '{count} numbers' },
  numbersInRow: 'row {row} with {numbers}',
  takesRows: 'rows of numbers, all of the same length',
  takesWidth: 'rows of {columns} {columns|number|numbers}, as many as the first one has',
  takesNumbers: 'a number for each row',
  takesTargets: '{rows} {rows|number|numbers}, one for each row; the targets are what the model predicts',
  takesDesign: 'rows of features for these targets',
  takesNumber: 'numbers from −{largest} to {largest}',
  takesFew: 'at most {rows} rows, {columns} features and {numbers} numbers',
  takesTwo: 'at least two rows, one to learn from and one to validate on',
  valueAt: '{value} in row {row}, column {column}',
  valueOf: '{value} for row {row}',
});

/** Examples as they were given: rows of features, and targets. */
export interface Examples {
  rows: number;
  columns: number;
  design: Float64Array;
  targets: Float64Array;
}

export interface Given {
  learning: Examples;
  test: Examples | undefined;
  /** Whether they are drawn faces, made up here. */
  isMadeUp: boolean;
  /** How wide the images are; undefined where the features are no pixels. */
  imageWidth: number | undefined;
  featureNames: readonly string[] | undefined;
}

/** Of features and targets: squares of larger ones overflow in float32, which graphics processors compute with. */
export const LARGEST = 1e18;
const FACES = 500;
const TEST_FACES = 250;
const SMALLEST_IMAGE = 8;

/**
 * The examples to work with: those of one's own, or made-up faces.
 *
 * @throws {ParameterError} naming the property, for what cannot be used
 */
export function givenExamples(data: RidgeSearchData, seed: number): Given {
  const { design, targets, testDesign, testTargets, featureNames, imageWidth } = data;
  if (!design && !targets) return facesOf(seed);
  const learning = examplesOf(['design', design], ['targets', targets]);
  if (learning.rows < 2) throw new ParameterError('design', say('rowsOf', { count: learning.rows }), say('takesTwo'));
  const test =
    testDesign || testTargets ? examplesOf(['test-design', testDesign], ['test-targets', testTargets]) : undefined;
  if (test && test.columns !== learning.columns)
    throw new ParameterError(
      'test-design',
      say('numbersInRow', { row: 1, numbers: say('numbersIn', { count: test.columns }) }),
      say('takesWidth', { columns: learning.columns }),
    );
  const side = Math.sqrt(learning.columns);
  const isSquare = !featureNames && Number.isInteger(side) && side >= SMALLEST_IMAGE;
  const width = imageWidth && learning.columns % imageWidth === 0 ? imageWidth : isSquare ? side : undefined;
  return { learning, test, isMadeUp: false, imageWidth: width, featureNames };
}

const drawn = new Map<number, Given>();

function facesOf(seed: number): Given {
  const known = drawn.get(seed);
  if (known) return known;
  const { images, ages } = madeUpFaces(FACES + TEST_FACES, seed);
  const columns = FACE_SIDE * FACE_SIDE;
  const cut = (from: number, to: number): Examples => ({
    rows: to - from,
    columns,
    design: images.subarray(from * columns, to * columns),
    targets: ages.subarray(from, to),
  });
  const learning = cut(0, FACES);
  const test = cut(FACES, FACES + TEST_FACES);
  const given = { learning, test, isMadeUp: true, imageWidth: FACE_SIDE, featureNames: undefined };
  drawn.clear();
  drawn.set(seed, given);
  return given;
}

/** What was made of rows before: while only other things change, millions of numbers are not gone through again. */
const flattened = new WeakMap<object, Examples>();

function examplesOf(
  [designName, design]: [string, Rows | undefined],
  [targetsName, targets]: [string, ArrayLike<number> | undefined],
): Examples {
  if (!design) throw new ParameterError(designName, textOf(design), say('takesDesign'));
  if (!isList(design) || design.length === 0 || !isList(design[0]) || design[0].length === 0)
    throw new ParameterError(designName, textOf(design), say('takesRows'));
  const takesTargets = say('takesTargets', { rows: design.length });
  if (!targets) throw new ParameterError(targetsName, textOf(targets), takesTargets);
  if (!isList(targets)) throw new ParameterError(targetsName, textOf(targets), say('takesNumbers'));
  if (targets.length !== design.length)
    throw new ParameterError(targetsName, say('numbersIn', { count: targets.length }), takesTargets);
  const known = flattened.get(design);
  if (known && known.targets.every((target, row) => target === targets[row])) return known;
  const [rows, columns] = [design.length, design[0].length];
  if (rows > MAXIMUM_ROWS || columns > MAXIMUM_COLUMNS || rows * columns > MAXIMUM_NUMBERS)
    throw new ParameterError(
      designName,
      say('rowsOf', { count: rows }),
      say('takesFew', { rows: MAXIMUM_ROWS, columns: MAXIMUM_COLUMNS, numbers: MAXIMUM_NUMBERS }),
    );
  const examples: Examples = {
    rows,
    columns,
    design: flat(designName, design, rows, columns),
    targets: Float64Array.from(targets),
  };
  const bad = examples.targets.findIndex((target) => !isInRange(target));
  if (bad >= 0) refuseValue(targetsName, say('valueOf', { value: textOf(targets[bad]), row: bad + 1 }));
  flattened.set(design, examples);
  return examples;
}

function flat(name: string, design: Rows, rows: number, columns: number): Float64Array {
  const numbers = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const features = design[row];
    if (!isList(features) || features.length !== columns) {
      const count = isList(features) ? features.length : 0;
      throw new ParameterError(
        name,
        say('numbersInRow', { row: row + 1, numbers: say('numbersIn', { count }) }),
        say('takesWidth', { columns }),
      );
    }
    for (let j = 0; j < columns; j++) {
      const value = features[j];
      if (!isInRange(value)) refuseValue(name, say('valueAt', { value: textOf(value), row: row + 1, column: j + 1 }));
      numbers[row * columns + j] = value;
    }
  }
  return numbers;
}

function refuseValue(name: string, got: Message): never {
  throw new ParameterError(name, got, say('takesNumber', { largest: '1e18' }));
}

const isInRange = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= LARGEST;

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
