import { scheduleFactor } from '../../../math/schedules';
import type { PopulationTask } from '../../population';

/** What depends on iteration k alone: see `Moment` in `shaders/population-slice.wgsl`. */
export function momentAt(
  { optimizer, schedule, iterations }: PopulationTask,
  k: number,
): [factor: number, first: number, second: number] {
  const [first, second] = optimizer.name === 'adam' ? optimizer.coefficients : [0, 0];
  return [scheduleFactor(schedule, k, iterations), 1 / (1 - first ** (k + 1)), 1 / (1 - second ** (k + 1))];
}

/** The table of the iterations from `begin` up to but not including `end`. */
export function momentsOf(task: PopulationTask, begin: number, end: number): Float32Array<ArrayBuffer> {
  const moments = new Float32Array(4 * (end - begin));
  for (let k = begin; k < end; k++) moments.set(momentAt(task, k), 4 * (k - begin));
  return moments;
}
