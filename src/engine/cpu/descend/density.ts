import type { Bins } from '../../descend';
import { binOf } from './bins';
import type { Evaluate } from '../gradient';
import { BLOCK } from './block';

/** As in `block.ts`: a run that is where it was some steps before repeats these steps for ever. */
const PERIOD = 16;

/** A run that is known not to diverge: where it is, its learning rate, and where in the counts its bins begin. */
export interface WatchedRun {
  theta: number;
  rate: number;
  row: number;
}

/**
 * Follows at most a block of runs and counts in `counts` the bins that their next `iterates` iterates fall in, the
 * present one included. Yields the share that is done.
 */
export function* countIterates(
  gradient: Evaluate,
  watched: readonly WatchedRun[],
  iterates: number,
  bins: Bins,
  counts: Uint32Array,
): Generator<number> {
  const points = new Float64Array(BLOCK);
  const slopes = new Float64Array(BLOCK);
  const visited = new Uint32Array(PERIOD * BLOCK);
  let runs = watched;
  runs.forEach(({ theta }, i) => (points[i] = theta));
  for (let done = 0; done < iterates && runs.length > 0; done += PERIOD) {
    const rest = iterates - done;
    const steps = Math.min(PERIOD, rest);
    const earlier = points.slice(0, runs.length);
    for (let j = 0; j < steps; j++) {
      gradient(points, slopes, runs.length);
      for (let i = 0; i < runs.length; i++) {
        visited[j * BLOCK + i] = binOf(bins, points[i]);
        points[i] -= runs[i].rate * slopes[i];
      }
    }
    const repeats = (i: number) => steps === PERIOD && Object.is(points[i], earlier[i]);
    runs.forEach(({ row }, i) => {
      for (let j = 0; j < steps; j++)
        counts[row + visited[j * BLOCK + i]] += repeats(i) ? Math.ceil((rest - j) / PERIOD) : 1;
    });
    const going = runs.map((_, i) => i).filter((i) => !repeats(i));
    going.forEach((i, kept) => (points[kept] = points[i]));
    runs = going.map((i) => runs[i]);
    yield (done + steps) / iterates;
  }
}
