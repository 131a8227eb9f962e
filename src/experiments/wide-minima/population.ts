import { endingOf, FOLLOWED } from '../../math/outcomes';
import { startAt } from '../../math/starts';
import type { WideMinimaProblem as Problem } from './problem';

/** Runs from several starts at one learning rate. */
export interface Population {
  /** Frames x members, the frame slowest; frame k is iteration k * every. */
  iterates: Float64Array;
  size: number;
  frames: number;
  every: number;
  /** The number of each member's outcome. */
  outcomes: Uint8Array;
}

/** So many members of a population as starts are spread evenly over all of them. */
export function startsOf({ task: { starts } }: Problem, size: number): number[] {
  const spread = { ...starts, count: Math.min(starts.count, size) };
  return Array.from({ length: spread.count }, (_, i) => startAt(spread, i));
}

/**
 * Descends from the starts in float64, here and now. Costs (iterations + 128) x starts slopes.
 * @param every which iterates are kept
 */
export function descendHere(problem: Problem, rate: number, starts: readonly number[], every: number): Population {
  const { slopes, task } = problem;
  const { iterations, minima, tolerance, bound } = task;
  const size = starts.length;
  const frames = Math.floor(iterations / every) + 1;
  const iterates = new Float64Array(frames * size);
  const tails = Array.from({ length: size }, () => new Float64Array(FOLLOWED + 1));
  const lengths = new Int32Array(size);
  const theta = Float64Array.from(starts);
  const slope = new Float64Array(size);
  const isOver = new Uint8Array(size);
  for (let k = 0; k <= iterations + FOLLOWED; k++) {
    if (k <= iterations && k % every === 0) iterates.set(theta, (k / every) * size);
    for (let i = 0; i < size; i++) {
      if (isOver[i]) continue;
      const isBeyond = !(Math.abs(theta[i]) <= bound);
      if (k >= iterations || isBeyond) tails[i][lengths[i]++] = theta[i];
      if (isBeyond) isOver[i] = 1;
    }
    if (k === iterations + FOLLOWED) break;
    slopes.evaluate([theta], [slope], size);
    for (let i = 0; i < size; i++) if (!isOver[i]) theta[i] -= rate * slope[i];
  }
  const outcomes = Uint8Array.from(tails, (tail, i) => {
    const { outcome, place } = endingOf(tail.subarray(0, lengths[i]), { minima, tolerance, bound });
    if (outcome === 'converged') return place!;
    return minima.length + (outcome === 'diverged' || outcome === 'left' ? 1 : 0);
  });
  return { iterates, size, frames, every, outcomes };
}
