import { filled, integer, LARGEST, MAXIMUM_ITERATIONS, number, positive, text } from '../check';
import type { TraceTask } from './task';

/**
 * Checks what any engine relies on. The formula is not looked into here: it reports its own errors.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateTrace({ objective, learningRate, starts, iterations, every, bound }: TraceTask): void {
  text('objective', objective);
  number('learningRate', learningRate, 0, LARGEST);
  filled('starts', starts, 'at least one start');
  starts.forEach((start, i) => number(`starts[${i}]`, start, -LARGEST, LARGEST));
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  integer('every', every, 1, MAXIMUM_ITERATIONS);
  positive('bound', bound);
}
