import { kindsOf, numberOf } from '../../engine/descend/endings';
import { endingAfter, endingByBoth, FOLLOWED, FOLLOWED_TWICE, type Ending } from '../../math/outcomes';
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
 * Descends from the starts in float64, here and now. Costs (iterations + 128) x starts slopes, and 128 x starts more where one fits no word.
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
  /** Of runs that are over. */
  const endings = new Array<Ending | undefined>(size);
  const advance = (first: number, last: number) => {
    for (let k = first; k <= last; k++) {
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
  };
  advance(0, iterations + FOLLOWED);
  const landmarks = { ...task, canHold: holdersAt(problem, method, rate) };
  const tailOf = (i: number) => tails[i].subarray(0, lengths[i]);
  const seen = tails.map((_, i) => (lengths[i] > 0 ? endingAfter(tailOf(i), landmarks) : endings[i]!));
  if (seen.some(({ outcome }) => outcome === 'wandering')) {
    advance(iterations + FOLLOWED + 1, iterations + FOLLOWED_TWICE);
    seen.forEach(({ outcome }, i) => {
      if (outcome === 'wandering') seen[i] = endingByBoth(tailOf(i), landmarks);
    });
  }
  const kinds = kindsOf(task);
  const outcomes = Uint8Array.from(seen, (ending) => kinds[numberOf(ending, task)]);
  return { iterates, size, frames, every, outcomes, seen };
}

/** Which of the minima, then of those elsewhere, can hold a run at the rate of the last step, by theory. */
function holdersAt({ minima, elsewhere, curvature, task }: Problem, method: Method, rate: number): boolean[] {
  const last = rate * scheduleFactor(method.schedule, task.iterations - 1, task.iterations);
  return [...minima.map(({ theta }) => theta), ...elsewhere].map((place) => {
    const bend = curvature(place);
    return !(bend > 0 && last > (rateLimit(method, bend) ?? Infinity));
  });
}
