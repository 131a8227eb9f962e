import { filled, integer, list, MAXIMUM_ITERATIONS, number, positive, refuse } from '../check';
import { cellsOf, perCell } from './cells';
import type { NetworksTask } from './task';

export const MAXIMUM_UNITS = 16;
export const MAXIMUM_POINTS = 64;
/** With larger numbers products might leave float32 before the bound is noticed. */
export const LARGEST_COORDINATE = 1e3;
const LARGEST_RATE = 1e6;
const LARGEST_BOUND = 1e12;
const MAXIMUM_NETWORKS = 2 ** 26;

/**
 * Checks what any engine relies on.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateNetworks(task: NetworksTask): void {
  const { points, seed, units, firstRates, secondRates, beginnings, iterations, tolerance, bound } = task;
  filled('points', points, 'at least one point');
  if (points.length > MAXIMUM_POINTS) refuse('points.length', points.length, `${MAXIMUM_POINTS} at most`);
  points.forEach((point, i) => {
    list(`points[${i}]`, point, 'two inputs and a target');
    if (point.length !== 3) refuse(`points[${i}]`, point, 'two inputs and a target');
    point.forEach((value, j) => number(`points[${i}][${j}]`, value, -LARGEST_COORDINATE, LARGEST_COORDINATE));
  });
  integer('seed', seed, 0, 2 ** 32 - 1);
  filled('units', units, 'at least one number of units');
  units.forEach((count, i) => integer(`units[${i}]`, count, 1, MAXIMUM_UNITS));
  for (const [name, rates] of Object.entries({ firstRates, ...(secondRates && { secondRates }) })) {
    filled(name, rates, 'at least one rate');
    rates.forEach((rate, i) => number(`${name}[${i}]`, rate, 0, LARGEST_RATE));
  }
  if (beginnings !== 'one') integer('beginnings', beginnings, 1, MAXIMUM_NETWORKS);
  const networks = cellsOf(task) * perCell(task);
  if (networks > MAXIMUM_NETWORKS)
    refuse('beginnings', beginnings, `so many that there are at most ${MAXIMUM_NETWORKS} networks, not ${networks}`);
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  positive('tolerance', tolerance);
  positive('bound', bound);
  number('bound', bound, 0, LARGEST_BOUND);
}
