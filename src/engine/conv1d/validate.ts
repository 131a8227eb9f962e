import { inChunks } from '../../math/in-slices';
import { integer, number, refuse } from '../check';
import type { RunOptions, Samples } from '../contract';
import { LARGEST_SAMPLE, MAXIMUM_LENGTH, MAXIMUM_TAPS, type Conv1dTask } from './task';

const MAXIMUM_REPEATS = 1000;

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

export function samples(field: string, value: unknown, least: number, most: number): void {
  if (!(value instanceof Float32Array || value instanceof Float64Array))
    refuse(field, value, 'a Float32Array or a Float64Array');
  const counts = least === most ? `${least}` : `${least} to ${most}`;
  if (value.length < least || value.length > most) refuse(`${field}.length`, value.length, `${counts} numbers`);
}

export async function eachIsNumber(field: string, values: Samples, { signal }: RunOptions): Promise<void> {
  await inChunks(values.length, (from, to) => areNumbers(field, values, from, to), { signal });
}

export function areNumbers(field: string, values: Samples, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    // Written so that what is no number is refused as well.
    if (!(Math.abs(values[i]) <= LARGEST_SAMPLE)) number(`${field}[${i}]`, values[i], -LARGEST_SAMPLE, LARGEST_SAMPLE);
  }
}
