import type { Samples } from '../contract';
import { filled, integer, LARGEST_FACTOR, number, positive, refuse } from '../check';
import {
  MAXIMUM_COLUMNS,
  MAXIMUM_EPOCHS,
  MAXIMUM_NUMBERS,
  MAXIMUM_ROWS,
  MAXIMUM_RUNS,
  type LabelledRows,
  type RidgeGridTask,
} from './task';

/**
 * Checks what any engine relies on. The numbers of the design are not gone through: there may be millions.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateRidgeGrid(task: RidgeGridTask): void {
  const { training, validation, columns, batches, learningRates, strengths, epochs, marks, seed, bound } = task;
  integer('columns', columns, 1, MAXIMUM_COLUMNS);
  labelled('training', training, columns);
  if (validation) labelled('validation', validation, columns);
  filled('batches', batches, 'at least one batch size');
  batches.forEach((batch, i) => integer(`batches[${i}]`, batch, 1, MAXIMUM_ROWS));
  filled('learningRates', learningRates, 'at least one learning rate');
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST_FACTOR));
  filled('strengths', strengths, 'at least one ridge');
  strengths.forEach((strength, i) => number(`strengths[${i}]`, strength, 0, LARGEST_FACTOR));
  const runs = batches.length * learningRates.length * strengths.length;
  if (runs > MAXIMUM_RUNS)
    refuse('batches, learningRates and strengths', runs, `at most ${MAXIMUM_RUNS} runs together`);
  integer('epochs', epochs, 1, MAXIMUM_EPOCHS);
  marks.forEach((mark, i) => integer(`marks[${i}]`, mark, i === 0 ? 1 : marks[i - 1] + 1, epochs));
  const kept = runs * marks.length * (columns + 1);
  if (kept > MAXIMUM_NUMBERS) refuse('marks', marks.length, `so few that at most ${MAXIMUM_NUMBERS} weights are kept`);
  integer('seed', seed, 0, 2 ** 32 - 1);
  positive('bound', bound);
}

function labelled(field: string, { design, targets }: LabelledRows, columns: number): void {
  samples(`${field}.design`, design);
  samples(`${field}.targets`, targets);
  const rows = targets.length;
  if (rows < 1 || rows > MAXIMUM_ROWS) refuse(`${field}.targets.length`, rows, `1 to ${MAXIMUM_ROWS} rows`);
  if (design.length !== rows * columns)
    refuse(`${field}.design.length`, design.length, `${rows * columns} numbers, ${columns} for each of ${rows} rows`);
  if (design.length > MAXIMUM_NUMBERS)
    refuse(`${field}.design.length`, design.length, `at most ${MAXIMUM_NUMBERS} numbers`);
}

function samples(field: string, values: Samples): void {
  if (!(values instanceof Float32Array || values instanceof Float64Array))
    refuse(field, values, 'a Float32Array or a Float64Array');
}
