import { kept, filled, integer, LARGEST_FACTOR, MAXIMUM_ITERATIONS, number, positive, refuse } from '../check';
import type { RunOptions } from '../contract';
import { MAXIMUM_LENGTH, MAXIMUM_TAPS } from '../conv1d/task';
import { areNumbers, eachIsNumber, samples } from '../conv1d/validate';
import type { Conv1dDescentTask } from './task';

const MAXIMUM_RATES = 4096;
const MAXIMUM_LOSSES = 2 ** 24;
const MAXIMUM_FRAME_VALUES = 2 ** 26;

/**
 * Checks what any engine relies on, and lets the page live while it looks at millions of samples.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export async function validateConv1dDescent(
  { taps, observed, initial, loss, ridge, learningRates, iterations, every, bound }: Conv1dDescentTask,
  options: RunOptions = {},
): Promise<void> {
  samples('taps', taps, 1, MAXIMUM_TAPS);
  areNumbers('taps', taps, 0, taps.length);
  samples('observed', observed, 1, MAXIMUM_LENGTH - taps.length + 1);
  const length = observed.length + taps.length - 1;
  if (initial !== undefined) samples('initial', initial, length, length);
  if (loss !== 'huber' && loss !== 'square') refuse('loss', loss, "'huber' or 'square'");
  number('ridge', ridge, 0, LARGEST_FACTOR);
  filled('learningRates', learningRates, 'at least one learning rate');
  if (learningRates.length > MAXIMUM_RATES)
    refuse('learningRates.length', learningRates.length, `at most ${MAXIMUM_RATES} learning rates`);
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST_FACTOR));
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  const mostIterations = Math.floor(MAXIMUM_LOSSES / learningRates.length) - 1;
  if (iterations > mostIterations)
    refuse('iterations', iterations, `at most ${mostIterations} with ${learningRates.length} learning rates`);
  integer('every', every, 0, MAXIMUM_ITERATIONS);
  kept(every, iterations, length, MAXIMUM_FRAME_VALUES);
  positive('bound', bound);
  await eachIsNumber('observed', observed, options);
  if (initial) await eachIsNumber('initial', initial, options);
}
