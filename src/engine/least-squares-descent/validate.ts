import { filled, integer, LARGEST, LARGEST_FACTOR, MAXIMUM_ITERATIONS, number, positive, refuse } from '../check';
import type { Samples } from '../contract';
import type { LeastSquaresDescentTask } from './task';

export const MAXIMUM_COLUMNS = 64;
/** Numbers of all starts, and of all errors that are kept. */
const MAXIMUM_NUMBERS = 2 ** 24;
const MAXIMUM_RATES = 4096;
/** Squares of what one step makes of it are numbers still. */
const LARGEST_BOUND = 1e12;

/**
 * Checks what any engine relies on.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateLeastSquaresDescent(task: LeastSquaresDescentTask): void {
  const { columns, hessian, projector, learningRates, starts, iterations, tolerance, bound, every } = task;
  integer('columns', columns, 1, MAXIMUM_COLUMNS);
  matrix('hessian', hessian, columns);
  if (projector) matrix('projector', projector, columns);
  filled('learningRates', learningRates, 'at least one learning rate');
  if (learningRates.length > MAXIMUM_RATES)
    refuse('learningRates.length', learningRates.length, `at most ${MAXIMUM_RATES} learning rates`);
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST_FACTOR));
  integer('starts.count', starts.count, 1, Math.floor(MAXIMUM_NUMBERS / columns));
  positive('starts.radius', starts.radius);
  integer('starts.seed', starts.seed, 0, 2 ** 32 - 1);
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  positive('tolerance', tolerance);
  number('bound', bound, 0, LARGEST_BOUND);
  integer('every', every, 0, MAXIMUM_ITERATIONS);
  const numbers = learningRates.length * starts.count * columns;
  if (every > 0 && (Math.floor(iterations / every) + 1) * numbers > MAXIMUM_NUMBERS)
    refuse('every', every, `0, or so much that at most ${MAXIMUM_NUMBERS} numbers are kept`);
}

function matrix(field: string, value: Samples, columns: number): void {
  if (value?.length !== columns * columns)
    refuse(`${field}.length`, value?.length, `${columns * columns}, for ${columns} columns`);
  value.forEach((entry, i) => number(`${field}[${i}]`, entry, -LARGEST, LARGEST));
}
