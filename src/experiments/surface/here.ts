import { stateFor, steppingAt, type NamedOptimizer } from '../../math/optimizers';
import { scheduleFactor } from '../../math/schedules';
import type { Place } from '../../math/plane';
import type { SurfaceProblem } from './problem';

/** Where runs are at some iterations. */
export interface Paths {
  /** Frames x members, the frame slowest; frame k is iteration k * every. */
  x: Float64Array;
  y: Float64Array;
  size: number;
  frames: number;
  every: number;
}

/** Descends from the starts in float64, here and now. What has left the bound or the domain stays where it was. */
export function descendHere(
  { functions, task }: SurfaceProblem,
  optimizer: NamedOptimizer,
  learningRate: number,
  starts: readonly Place[],
  every: number,
): Paths {
  const { gradients, domain } = functions;
  const { iterations, schedule, bound, frozen = [] } = task;
  const size = starts.length;
  const frames = Math.floor(iterations / every) + 1;
  const [x, y] = [new Float64Array(frames * size), new Float64Array(frames * size)];
  // Both coordinates in one array: optimizers go through it number by number.
  const theta = Float64Array.from([...starts.map((start) => start[0]), ...starts.map((start) => start[1])]);
  const [gradient, steps] = [new Float64Array(2 * size), new Float64Array(2 * size)];
  const state = stateFor(optimizer, 2 * size);
  const inside = new Float64Array(size).fill(1);
  const part = (array: Float64Array, axis: number) => array.subarray(axis * size, (axis + 1) * size);
  const places = [part(theta, 0), part(theta, 1)];
  const slopes = [part(gradient, 0), part(gradient, 1)];
  const isOver = new Uint8Array(size);
  for (let k = 0; k <= iterations; k++) {
    if (k % every === 0) {
      x.set(places[0], (k / every) * size);
      y.set(places[1], (k / every) * size);
    }
    domain?.evaluate(places, [inside], size);
    gradients.evaluate(places, slopes, size);
    for (const axis of frozen) slopes[axis].fill(0);
    steppingAt(optimizer, k)(gradient, state, steps, 2 * size);
    const rate = learningRate * scheduleFactor(schedule, k, iterations);
    for (let i = 0; i < size; i++) {
      isOver[i] ||= Number(!(Math.max(Math.abs(places[0][i]), Math.abs(places[1][i])) <= bound) || inside[i] !== 1);
      if (isOver[i]) continue;
      places[0][i] -= rate * steps[i];
      places[1][i] -= rate * steps[size + i];
    }
  }
  return { x, y, size, frames, every };
}
