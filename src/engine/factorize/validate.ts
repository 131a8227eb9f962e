import type { Lists } from '../../math/sparse-table';
import { kept, integer, LARGEST_FACTOR, list, number, positive, refuse } from '../check';
import type { Samples } from '../contract';
import { MAXIMUM_RANK, MAXIMUM_RATINGS, type FactorizeTask } from './task';

const MAXIMUM_RATES = 64;
const MAXIMUM_EPOCHS = 100_000;
const MAXIMUM_SIDE = 2 ** 24;
const MAXIMUM_FRAME_VALUES = 2 ** 24;

/**
 * Checks what any engine relies on. The entries themselves are not gone through: there may be millions, and each was
 * checked when they were sorted.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateFactorize(task: FactorizeTask): void {
  const { ratings, validation, rank, initial, mean, biases, learningRates, ridge, epochs, every, bound } = task;
  const { rows, columns } = ratings;
  integer('ratings.rows', rows, 1, MAXIMUM_SIDE);
  integer('ratings.columns', columns, 1, MAXIMUM_SIDE);
  const known = lists('ratings.byRow', ratings.byRow, rows);
  if (lists('ratings.byColumn', ratings.byColumn, columns) !== known)
    refuse('ratings.byColumn.values.length', ratings.byColumn.values.length, `${known}, as many as there are by row`);
  if (validation) lists('validation', validation, rows);
  integer('rank', rank, 1, MAXIMUM_RANK);
  samples('initial.u', initial.u, rows * rank);
  samples('initial.v', initial.v, columns * rank);
  number('mean', mean, -LARGEST_FACTOR, LARGEST_FACTOR);
  if (typeof biases !== 'boolean') refuse('biases', biases, 'true or false');
  list('learningRates', learningRates, 'at least one learning rate');
  if (learningRates.length === 0 || learningRates.length > MAXIMUM_RATES)
    refuse('learningRates.length', learningRates.length, `1 to ${MAXIMUM_RATES} learning rates`);
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST_FACTOR));
  number('ridge', ridge, 0, LARGEST_FACTOR);
  integer('epochs', epochs, 0, MAXIMUM_EPOCHS);
  integer('every', every, 0, MAXIMUM_EPOCHS);
  kept(every, epochs, (rows + columns) * rank, MAXIMUM_FRAME_VALUES);
  positive('bound', bound);
}

/** Checks the shape of some lists; returns how many entries they hold. */
function lists(field: string, { starts, indices, values }: Lists, count: number): number {
  if (!(starts instanceof Uint32Array)) refuse(`${field}.starts`, starts, 'a Uint32Array');
  if (!(indices instanceof Uint32Array)) refuse(`${field}.indices`, indices, 'a Uint32Array');
  if (!(values instanceof Float32Array || values instanceof Float64Array))
    refuse(`${field}.values`, values, 'a Float32Array or a Float64Array');
  if (starts.length !== count + 1)
    refuse(`${field}.starts.length`, starts.length, `${count + 1}, one more than there are lists`);
  const entries = values.length;
  if (entries < 1 || entries > MAXIMUM_RATINGS)
    refuse(`${field}.values.length`, entries, `1 to ${MAXIMUM_RATINGS} entries`);
  if (indices.length !== entries)
    refuse(`${field}.indices.length`, indices.length, `${entries}, as many as there are values`);
  if (starts[0] !== 0) refuse(`${field}.starts[0]`, starts[0], '0');
  for (let i = 1; i <= count; i++)
    if (starts[i] < starts[i - 1])
      refuse(`${field}.starts[${i}]`, starts[i], `at least the one before it, ${starts[i - 1]}`);
  if (starts[count] !== entries)
    refuse(`${field}.starts[${count}]`, starts[count], `${entries}, the number of entries`);
  return entries;
}

function samples(field: string, values: Samples, length: number): void {
  if (!(values instanceof Float32Array || values instanceof Float64Array))
    refuse(field, values, 'a Float32Array or a Float64Array');
  if (values.length !== length) refuse(`${field}.length`, values.length, `${length} numbers`);
  const bad = values.findIndex((value) => !(Math.abs(value) <= LARGEST_FACTOR));
  if (bad >= 0) number(`${field}[${bad}]`, values[bad], -LARGEST_FACTOR, LARGEST_FACTOR);
}
