import { rateLimit, type NamedOptimizer } from '../../math/optimizers';
import { ROUNDINGS, SMALL_PART, WINDOW, type Outcome } from '../../math/outcomes';

/** A run that was followed to its end. */
interface Followed {
  optimizer: NamedOptimizer;
  /** The iterates since the last iteration. */
  tail: ArrayLike<number>;
  outcome: Outcome;
  minimum: number;
  /** How close to the minimum counts as there. */
  tolerance: number;
}

/**
 * Whether a run that is within the bound leads away from the minimum for good: from window to window the greatest distance grows, and by no less than
 * before; without a memory it does not swing, and grows in each step. That of a run that comes to rest elsewhere, or into a cycle, grows by less and less, and so does that of a swing: whether they end is
 * not known then, and they are still moving. Steps that are divided by the size of the gradient are never longer than a few rates: a cycle of
 * these may widen for a while, but keeps a width, and only a run that goes one way leads away.
 */
export function growsAway({ optimizer, tail, outcome, minimum, tolerance }: Followed): boolean {
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
