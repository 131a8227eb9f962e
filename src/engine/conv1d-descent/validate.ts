import { inChunks } from '../../math/in-slices';
import {
  MAXIMUM_LENGTH,
  MAXIMUM_TAPS,
  type Conv1dDescentTask,
  type Conv1dTask,
  type RunOptions,
  type Samples,
} from '../contract';
import { integer, LARGEST, list, MAXIMUM_ITERATIONS, number, refuse } from '../descend/validate';

/** Larger samples, rates and factors are refused: their products would come near what float32 can hold. */
const LARGEST_VALUE = 1e9;
const MAXIMUM_REPEATS = 1000;
const MAXIMUM_RATES = 4096;
const MAXIMUM_LOSSES = 2 ** 24;
const MAXIMUM_FRAME_VALUES = 2 ** 26;

/**
 * Checks what any engine relies on, and lets the page live while it looks at millions of samples.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export async function validateConv1d(
  { taps, input, transpose, repeats }: Conv1dTask,
  options: RunOptions = {},
): Promise<void> {
  samples('taps', taps, 1, MAXIMUM_TAPS);
  areNumbers('taps', taps, 0, taps.length);
  if (typeof transpose !== 'boolean') refuse('transpose', transpose, 'true or false');
  const [least, most] = transpose ? [1, MAXIMUM_LENGTH - taps.length + 1] : [taps.length, MAXIMUM_LENGTH];
  samples('input', input, least, most);
  integer('repeats', repeats, 1, MAXIMUM_REPEATS);
  await eachIsNumber('input', input, options);
}

/** As `validateConv1d`, for a `Conv1dDescentTask`. */
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
  number('ridge', ridge, 0, LARGEST_VALUE);
  list('learningRates', learningRates, 'at least one learning rate');
  if (learningRates.length === 0) refuse('learningRates', learningRates, 'at least one learning rate');
  if (learningRates.length > MAXIMUM_RATES)
    refuse('learningRates.length', learningRates.length, `at most ${MAXIMUM_RATES} learning rates`);
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST_VALUE));
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  const mostIterations = Math.floor(MAXIMUM_LOSSES / learningRates.length) - 1;
  if (iterations > mostIterations)
    refuse('iterations', iterations, `at most ${mostIterations} with ${learningRates.length} learning rates`);
  integer('every', every, 0, MAXIMUM_ITERATIONS);
  if (every > 0 && (Math.floor(iterations / every) + 1) * length > MAXIMUM_FRAME_VALUES) {
    refuse(
      'every',
      every,
      `0, or so much that at most ${Math.floor(MAXIMUM_FRAME_VALUES / length)} iterates of ${length} numbers are kept`,
    );
  }
  if (!(typeof bound === 'number' && bound > 0 && bound <= LARGEST))
    refuse('bound', bound, `a number above 0, at most ${LARGEST}`);
  await eachIsNumber('observed', observed, options);
  if (initial) await eachIsNumber('initial', initial, options);
}

function samples(field: string, value: unknown, least: number, most: number): void {
  if (!(value instanceof Float32Array || value instanceof Float64Array))
    refuse(field, value, 'a Float32Array or a Float64Array');
  const counts = least === most ? `${least}` : `${least} to ${most}`;
  if (value.length < least || value.length > most) refuse(`${field}.length`, value.length, `${counts} numbers`);
}

async function eachIsNumber(field: string, values: Samples, { signal }: RunOptions): Promise<void> {
  await inChunks(values.length, (from, to) => areNumbers(field, values, from, to), { signal });
}

function areNumbers(field: string, values: Samples, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    // Written so that what is no number is refused as well.
    if (!(Math.abs(values[i]) <= LARGEST_VALUE)) number(`${field}[${i}]`, values[i], -LARGEST_VALUE, LARGEST_VALUE);
  }
}
