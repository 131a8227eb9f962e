import { MAXIMUM_MINIMA, type Bins, type DescendTask, type TraceTask } from '../contract';

/** Float32 holds the square of nothing larger, and no iterate within the bound may overflow. */
export const LARGEST = 1e30;
const LARGEST_COUNT = 2 ** 32 - 1;
export const MAXIMUM_ITERATIONS = 1_000_000;
const MAXIMUM_BINS = 65_536;

/**
 * Checks what any engine relies on. The formula is not looked into here: it reports its own errors.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateDescend(task: DescendTask): void {
  const { objective, learningRates, starts, iterations, minima, tolerance, bound, histogram, density } = task;
  text('objective', objective);
  list('learningRates', learningRates, 'at least one learning rate');
  if (learningRates.length === 0) refuse('learningRates', learningRates, 'at least one learning rate');
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST));
  if (starts.sampling !== 'random' && starts.sampling !== 'grid')
    refuse('starts.sampling', starts.sampling, "'random' or 'grid'");
  integer('starts.count', starts.count, 1, LARGEST_COUNT);
  range('starts', starts);
  integer('starts.seed', starts.seed, 0, LARGEST_COUNT);
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  list('minima', minima, `at most ${MAXIMUM_MINIMA} numbers`);
  if (minima.length > MAXIMUM_MINIMA) refuse('minima.length', minima.length, `at most ${MAXIMUM_MINIMA} minima`);
  minima.forEach((m, i) => {
    number(`minima[${i}]`, m, -LARGEST, LARGEST);
    if (i > 0 && !(m > minima[i - 1])) refuse(`minima[${i}]`, m, `a number above the one before it, ${minima[i - 1]}`);
  });
  positive('tolerance', tolerance);
  positive('bound', bound);
  if (histogram) bins('histogram', histogram);
  if (!density) return;
  bins('density', density);
  integer('density.last', density.last, 1, iterations + 1);
  if (starts.count * density.last > LARGEST_COUNT) {
    refuse(
      'density.last',
      density.last,
      `at most ${Math.floor(LARGEST_COUNT / starts.count)} with ${starts.count} starts`,
    );
  }
}

/** As `validateDescend`, for a `TraceTask`. */
export function validateTrace({ objective, learningRate, starts, iterations, every, bound }: TraceTask): void {
  text('objective', objective);
  number('learningRate', learningRate, 0, LARGEST);
  list('starts', starts, 'at least one start');
  if (starts.length === 0) refuse('starts', starts, 'at least one start');
  starts.forEach((start, i) => number(`starts[${i}]`, start, -LARGEST, LARGEST));
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  integer('every', every, 1, MAXIMUM_ITERATIONS);
  positive('bound', bound);
}

export function refuse(field: string, value: unknown, taken: string): never {
  const shown = Array.isArray(value)
    ? `[${value.join(', ')}]`
    : typeof value === 'string'
      ? `'${value}'`
      : String(value);
  throw new RangeError(`${field} is ${shown}; it takes ${taken}`);
}

function text(field: string, value: unknown): void {
  if (typeof value !== 'string') refuse(field, value, 'a formula as text');
}

export function list(field: string, value: unknown, taken: string): void {
  if (!Array.isArray(value)) refuse(field, value, taken);
}

export function number(field: string, value: unknown, least: number, most: number): void {
  if (!(typeof value === 'number' && value >= least && value <= most))
    refuse(field, value, `a number from ${least} to ${most}`);
}

function positive(field: string, value: unknown): void {
  if (!(typeof value === 'number' && value > 0 && value <= LARGEST))
    refuse(field, value, `a number above 0, at most ${LARGEST}`);
}

export function integer(field: string, value: unknown, least: number, most: number): void {
  if (!(Number.isInteger(value) && (value as number) >= least && (value as number) <= most)) {
    refuse(field, value, `a whole number from ${least} to ${most}`);
  }
}

function range(field: string, { low, high }: { low: number; high: number }): void {
  number(`${field}.low`, low, -LARGEST, LARGEST);
  number(`${field}.high`, high, -LARGEST, LARGEST);
  if (!(low < high)) refuse(`${field}.high`, high, `a number above ${field}.low, ${low}`);
}

function bins(field: string, value: Bins): void {
  range(field, value);
  integer(`${field}.count`, value.count, 1, MAXIMUM_BINS);
}
