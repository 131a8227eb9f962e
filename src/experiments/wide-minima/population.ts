import { kindsOf, numberOf } from '../../engine/descend/endings';
import { endingByBoth, FOLLOWED_TWICE, type Ending } from '../../math/outcomes';
import { rateLimit, stateFor, steppingAt } from '../../math/optimizers';
import { scheduleFactor } from '../../math/schedules';
import { startAt } from '../../math/starts';
import type { Method } from './methods';
import type { WideMinimaProblem as Problem } from './problem';

/** Runs from several starts at one learning rate. */
export interface Population {
  /** Frames x members, the frame slowest; frame k is iteration k * every. */
  iterates: Float64Array;
  size: number;
  frames: number;
  every: number;
  /** Each member's kind of ending, and which endings there are. */
  outcomes: Uint8Array;
  seen: readonly Ending[];
}

/** Members of a population, spread evenly over all starts. */
export function startsOf({ task: { starts } }: Problem, size: number): number[] {
  const spread = { ...starts, count: Math.min(starts.count, size) };
  return Array.from({ length: spread.count }, (_, i) => startAt(spread, i));
}

/**
 * Descends from the starts in float64, here and now. Costs (iterations + 256) x starts slopes.
 * @param every which iterates are kept
 */
export function descendHere(
  problem: Problem,
  method: Method,
  rate: number,
  starts: readonly number[],
  every: number,
): Population {
  const { slopes, domain, task } = problem;
  const { iterations, bound } = task;
  const size = starts.length;
  const frames = Math.floor(iterations / every) + 1;
  const iterates = new Float64Array(frames * size);
  const tails = Array.from({ length: size }, () => new Float64Array(FOLLOWED_TWICE + 1));
  const lengths = new Int32Array(size);
  const theta = Float64Array.from(starts);
  const slope = new Float64Array(size);
  const step = new Float64Array(size);
  const state = stateFor(method, size);
  const inside = new Float64Array(size).fill(1);
  const endings = new Array<Ending | undefined>(size);
  for (let k = 0; k <= iterations + FOLLOWED_TWICE; k++) {
    if (k <= iterations && k % every === 0) iterates.set(theta, (k / every) * size);
    domain?.evaluate([theta], [inside], size);
    slopes.evaluate([theta], [slope], size);
    const held = Math.min(k, iterations - 1);
    steppingAt(method, held)(slope, state, step, size);
    const rateNow = rate * scheduleFactor(method.schedule, held, iterations);
    for (let i = 0; i < size; i++) {
      if (endings[i]) continue;
      const isBeyond = !(Math.abs(theta[i]) <= bound);
      if (isBeyond || inside[i] !== 1) {
        endings[i] = k > iterations ? { outcome: 'moving' } : { outcome: isBeyond ? 'diverged' : 'left' };
        continue;
      }
      if (k >= iterations) tails[i][lengths[i]++] = theta[i];
      theta[i] -= rateNow * step[i];
    }
  }
  const landmarks = { ...task, canHold: holdersAt(problem, method, rate) };
  const kinds = kindsOf(task);
  const outcomes = Uint8Array.from(tails, (tail, i) => {
    const ending = lengths[i] > 0 ? endingByBoth(tail.subarray(0, lengths[i]), landmarks) : endings[i]!;
    return kinds[numberOf((endings[i] = ending), task)];
  });
  return { iterates, size, frames, every, outcomes, seen: endings as Ending[] };
}

/** Which of the minima, then of those elsewhere, can hold a run at the rate of the last step, by theory. */
function holdersAt({ minima, elsewhere, curvature, task }: Problem, method: Method, rate: number): boolean[] {
  const last = rate * scheduleFactor(method.schedule, task.iterations - 1, task.iterations);
  return [...minima.map(({ theta }) => theta), ...elsewhere].map((place) => {
    const bend = curvature(place);
    return !(bend > 0 && last > (rateLimit(method, bend) ?? Infinity));
  });
}
