import { rateLimit, type NamedOptimizer } from '../../math/optimizers';
import { WINDOW, type Outcome } from '../../math/outcomes';

/** A run that was followed to its end. */
interface Followed {
  optimizer: NamedOptimizer;
  /** The iterates since the last iteration. */
  tail: ArrayLike<number>;
  outcome: Outcome;
  minimum: number;
  start: number;
}

/**
 * Whether a run that is within the bound leads away from the minimum for good: its distance grew in each of the last ten steps. With a memory the
 * distance swings, so that it has to grow from window to window, beyond that of the start. Steps that are divided by the size of the gradient
 * are never longer than a few rates: a cycle of these may widen for a while, but keeps a width, and only a run that goes one way leads away.
 */
export function growsAway({ optimizer, tail, outcome, minimum, start }: Followed): boolean {
  const isNormalized = rateLimit(optimizer, 1) === undefined;
  const open: readonly Outcome[] = isNormalized ? ['moving'] : ['cycling', 'moving', 'wandering'];
  if (!open.includes(outcome)) return false;
  const distances = Array.from(tail, (w) => Math.abs(w - minimum));
  if (optimizer.name === 'gd') return distances.length > 10 && rises(distances.slice(-11));
  const greatest: number[] = [];
  for (let first = 1; first + WINDOW <= distances.length; first += WINDOW)
    greatest.push(Math.max(...distances.slice(first, first + WINDOW)));
  return greatest.length > 1 && rises([Math.abs(start - minimum), ...greatest]);
}

const rises = (values: readonly number[]) => values.every((value, i) => i === 0 || value > values[i - 1]);
