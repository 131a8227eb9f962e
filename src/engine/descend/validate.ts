import { filled, integer, LARGEST, list, MAXIMUM_ITERATIONS, number, positive, range, refuse, text } from '../check';
import { MAXIMUM_ELSEWHERE, MAXIMUM_MINIMA, type Bins, type DescendTask } from './task';

const LARGEST_COUNT = 2 ** 32 - 1;
const MAXIMUM_BINS = 65_536;

/**
 * Checks what any engine relies on. The formula is not looked into here: it reports its own errors.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateDescend(task: DescendTask): void {
  const { objective, learningRates, starts, iterations, tolerance, bound, histogram, density } = task;
  text('objective', objective);
  filled('learningRates', learningRates, 'at least one learning rate');
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST));
  if (starts.sampling !== 'random' && starts.sampling !== 'grid')
    refuse('starts.sampling', starts.sampling, "'random' or 'grid'");
  integer('starts.count', starts.count, 1, LARGEST_COUNT);
  range('starts', starts);
  integer('starts.seed', starts.seed, 0, LARGEST_COUNT);
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  ascending('minima', task.minima, MAXIMUM_MINIMA);
  ascending('elsewhere', task.elsewhere ?? [], MAXIMUM_ELSEWHERE);
  ascending('level', task.level ?? [], MAXIMUM_ELSEWHERE);
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

function ascending(field: string, values: readonly number[], most: number): void {
  list(field, values, `at most ${most} numbers`);
  if (values.length > most) refuse(`${field}.length`, values.length, `at most ${most} numbers`);
  values.forEach((value, i) => {
    number(`${field}[${i}]`, value, -LARGEST, LARGEST);
    if (i > 0 && !(value > values[i - 1]))
      refuse(`${field}[${i}]`, value, `a number above the one before it, ${values[i - 1]}`);
  });
}

function bins(field: string, value: Bins): void {
  range(field, value);
  integer(`${field}.count`, value.count, 1, MAXIMUM_BINS);
}
