import { LONGEST_CYCLE, OUTCOMES, type Ending, type Outcome } from '../../math/outcomes';
import type { DescendResult } from './task';

/** The places of a task: only their numbers count. */
interface Places {
  minima: { readonly length: number };
  elsewhere?: { readonly length: number };
}

/** What runs can end as that do not end in a minimum of the task, in the order in which they are numbered. */
export const KINDS = ['elsewhere', 'cycling', 'moving', 'falling', 'wandering', 'still', 'left', 'diverged'] as const;
export type Kind = (typeof KINDS)[number];

/** The numbers of endings that are no places, counted from behind the last place; `shaders/endings.wgsl` has the same. */
export const CODES = {
  /** A cycle of two; those of three to `LONGEST_CYCLE` steps follow. */
  CYCLING: 0,
  MOVING: LONGEST_CYCLE - 1,
  FALLING: LONGEST_CYCLE,
  WANDERING: LONGEST_CYCLE + 1,
  STILL: LONGEST_CYCLE + 2,
  LEFT: LONGEST_CYCLE + 3,
  DIVERGED: LONGEST_CYCLE + 4,
} as const;

const placesOf = ({ minima, elsewhere = { length: 0 } }: Places) => minima.length + elsewhere.length;

/** How many endings a task has: a number each. */
export const endingsIn = (task: Places): number => placesOf(task) + CODES.DIVERGED + 1;

/** What the numbers of endings stand for: each minimum, each place elsewhere, each period of a cycle, and the rest. */
export function endingsOf(task: Places): readonly Ending[] {
  const { minima, elsewhere = { length: 0 } } = task;
  return [
    ...Array.from({ length: minima.length }, (_, place) => ({ outcome: 'converged', place }) as const),
    ...Array.from({ length: elsewhere.length }, (_, place) => ({ outcome: 'elsewhere', place }) as const),
    ...Array.from({ length: LONGEST_CYCLE - 1 }, (_, i) => ({ outcome: 'cycling', period: 2 + i }) as const),
    { outcome: 'moving', isFalling: false },
    { outcome: 'moving', isFalling: true },
    { outcome: 'wandering' },
    { outcome: 'still' },
    { outcome: 'left' },
    { outcome: 'diverged' },
  ];
}

/** The number of an ending. */
export function numberOf({ outcome, place = 0, period = 2, isFalling }: Ending, task: Places): number {
  const behind = placesOf(task);
  switch (outcome) {
    case 'converged':
      return place;
    case 'elsewhere':
      return task.minima.length + place;
    case 'cycling':
      return behind + CODES.CYCLING + period - 2;
    case 'moving':
      return behind + (isFalling ? CODES.FALLING : CODES.MOVING);
    case 'wandering':
      return behind + CODES.WANDERING;
    case 'still':
      return behind + CODES.STILL;
    case 'left':
      return behind + CODES.LEFT;
    case 'diverged':
      return behind + CODES.DIVERGED;
  }
}

/** By the number of an ending, which kind it is: the minima are kinds of their own, and behind them come `KINDS`. */
export function kindsOf(task: Places): Uint8Array {
  const { length } = task.minima;
  return Uint8Array.from(endingsOf(task), ({ outcome, place, isFalling }) =>
    outcome === 'converged' ? place! : length + KINDS.indexOf(isFalling ? 'falling' : outcome),
  );
}

/** How many kinds there are. */
export const kindsIn = ({ minima }: Places): number => minima.length + KINDS.length;

/** How many runs at one learning rate have each ending that any of them has. */
export function endingsAt(
  { endings, counts }: Pick<DescendResult, 'endings' | 'counts'>,
  row: number,
): (Ending & { count: number })[] {
  return endings.flatMap((ending, i) => {
    const count = counts[row * endings.length + i];
    return count > 0 ? [{ ...ending, count }] : [];
  });
}

/** How many runs at one learning rate have each outcome. */
export function outcomesAt(result: Pick<DescendResult, 'endings' | 'counts'>, row: number): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome, count } of endingsAt(result, row)) counts[outcome] += count;
  return counts;
}

/** How many runs at one learning rate end as each of the kinds. */
export function kindsAt(result: Pick<DescendResult, 'endings' | 'counts'>, task: Places, row: number): number[] {
  const kinds = new Array<number>(kindsIn(task)).fill(0);
  kindsOf(task).forEach((kind, ending) => (kinds[kind] += result.counts[row * result.endings.length + ending]));
  return kinds;
}

/** The endings that any run has, at whatever rate. */
export function endingsSeen({ endings, counts }: Pick<DescendResult, 'endings' | 'counts'>): Ending[] {
  return endings.filter((_, i) => {
    for (let at = i; at < counts.length; at += endings.length) if (counts[at] > 0) return true;
    return false;
  });
}
