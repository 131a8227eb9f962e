import { rateLimit, stepFactor, type NamedOptimizer } from '../../math/optimizers';
import type { StationaryProblem } from '../../math/stationary';
import { ROUNDINGS, SMALL_PART, WINDOW, type Outcome } from '../../math/outcomes';

/** A run that was followed to its end. */
interface Followed {
  optimizer: NamedOptimizer;
  /** The rate of the last step, which those after it have too. */
  rate: number;
  /** The iterates since the last iteration; where it comes beyond the bound, the first one there is the last. */
  tail: ArrayLike<number>;
  outcome: Outcome;
  minimum: number;
  /** How close to the minimum counts as there. */
  tolerance: number;
  /** What is known of the function over whole intervals, and how far out it matters. */
  bounds: Required<StationaryProblem>;
  bound: number;
}

/**
 * Whether a run that is within the bound leads away from the minimum for good: it has been seen to, and as far as the bound, or it is certain that it goes on.
 * A run that only seems to, as on ln(1 + x^2) just above the limit, ends in a cycle.
 */
export const leadsAway = (run: Followed): boolean =>
  growsAway(run) && (isSeenOut(run) || isDrivenOut(run) || isThrownOut(run));

const isSeenOut = ({ tail, bound }: Followed): boolean => Math.abs(tail[tail.length - 1]) > bound;

/** Whether it goes one way, and the slope drives it on from where it is to the bound. */
function isDrivenOut({ tail, minimum, rate, bounds, bound }: Followed): boolean {
  const last = tail[tail.length - 1];
  const way = Math.sign(last - minimum);
  for (let i = 1; i < tail.length; i++) if (!((tail[i] - tail[i - 1]) * way > 0)) return false;
  const far = way * bound;
  const [least, most] = bounds.gradientInterval(Math.min(last, far), Math.max(last, far));
  return -rate * way > 0 ? least > 0 : most < 0;
}

/**
 * Whether every step leads farther away, whichever side it comes from: the slope is the distance times a curvature from between, and so each step of plain descent multiplies the
 * distance by 1 - rate times that. With a memory this is known of a parabola, whose curvature is one number.
 */
function isThrownOut({ optimizer, minimum, rate, bounds, bound }: Followed): boolean {
  const [least, most] = bounds.curvatureInterval(minimum - bound, minimum + bound);
  if (optimizer.name === 'gd') return rate * least > 2 && rate * most > 2;
  const isParabola = most - least <= ROUNDINGS * Number.EPSILON * Math.abs(most);
  return isParabola && (stepFactor(optimizer, rate, least) ?? 0) > 1;
}

/**
 * Whether it has been seen to: from window to window the greatest distance grows, and by no less than
 * before; without a memory it does not swing, and grows in each step. That of a run that comes to rest elsewhere, or into a cycle, grows by less and less, and so does that of a swing: whether they end is
 * not known then, and they are still moving. Steps that are divided by the size of the gradient are never longer than a few rates: a cycle of
 * these may widen for a while, but keeps a width, and only a run that goes one way leads away.
 */
function growsAway({ optimizer, tail, outcome, minimum, tolerance }: Followed): boolean {
  const isNormalized = rateLimit(optimizer, 1) === undefined;
  const open: readonly Outcome[] = isNormalized ? ['moving'] : ['cycling', 'moving', 'wandering'];
  if (!open.includes(outcome)) return false;
  const distances = Array.from(tail, (w) => Math.abs(w - minimum));
  if (optimizer.name === 'gd' && !distances.every((distance, i) => i === 0 || distance > distances[i - 1]))
    return false;
  const greatest: number[] = [];
  for (let first = 1; first + WINDOW <= distances.length; first += WINDOW)
    greatest.push(Math.max(...distances.slice(first, first + WINDOW)));
  const growth = greatest.slice(1).map((distance, i) => distance - greatest[i]);
  // Each step of a window rounds a few times, by a part of the weight at most.
  const rounding = WINDOW * ROUNDINGS * Number.EPSILON * (Math.abs(minimum) + Math.max(...greatest));
  // What is about as small as that may fade unseen.
  const nothing = Math.max(tolerance * SMALL_PART, rounding);
  return growth.every((by, i) => by > nothing && (i === 0 || by >= growth[i - 1] - rounding));
}
