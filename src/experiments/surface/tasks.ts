import type { Engine, RunOptions } from '../../engine/contract';
import { population, type PopulationStarts } from '../../engine/population';
import type { NamedOptimizer } from '../../math/optimizers';
import type { Place, PlaneWindow } from '../../math/plane';
import type { SurfaceProblem } from './problem';

/** No more iterates of a run are kept than these: every n-th. */
const FRAMES = 1000;

export const boxOf = ({ x, y }: PlaneWindow) => [
  { low: x[0], high: x[1] },
  { low: y[0], high: y[1] },
];

/** Random starts in the window: the first ones are the same however many there are. */
export function startsIn({ window, parameters: { seed } }: SurfaceProblem, count: number): PopulationStarts {
  return { sampling: 'random', count, box: boxOf(window), seed };
}

/** The iterations of which something is kept: a limited number, evenly spread, the first one always. */
export function momentsOf(iterations: number, most = FRAMES): { every: number; at: number[] } {
  const every = Math.ceil(iterations / most);
  return { every, at: Array.from({ length: Math.floor(iterations / every) + 1 }, (_, i) => i * every) };
}

/** The run from the start that was given. */
export async function runTrajectory(
  { parameters: p, task }: SurfaceProblem,
  optimizer: NamedOptimizer,
  learningRate: number,
  engine: Engine,
  options: RunOptions,
): Promise<Place[]> {
  const { at } = momentsOf(p.iterations);
  const [x, y] = p.start;
  const one = {
    ...task,
    optimizer,
    learningRates: [learningRate],
    starts: { sampling: 'points' as const, points: [[x, y]] },
    observe: { frames: { count: 1, at } },
  };
  const { frames } = await engine.run(population, one, options);
  return at.map((_, i) => [frames![2 * i], frames![2 * i + 1]]);
}
