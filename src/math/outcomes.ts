/** How many steps a run is followed for after its last iteration, to see what becomes of it. */
export const FOLLOWED = 128;

/** What becomes of a run, in the order in which it is asked. */
export const OUTCOMES = [
  'diverged',
  'left',
  'converged',
  'elsewhere',
  'still',
  'cycling',
  'moving',
  'wandering',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Ending {
  outcome: Outcome;
  /** Of a run that converged: which of the minima, or of the places elsewhere. */
  place?: number;
  /** Of a cycle: after how many steps it comes round. */
  period?: number;
  /** Of a run that still moves: no minimum lies the way it goes. */
  isFalling?: boolean;
}

/** What a run is judged by. */
export interface Landmarks {
  minima: readonly number[];
  /** Stationary points outside of the range that is looked at. */
  elsewhere?: readonly number[];
  tolerance: number;
  /** Beyond it a run has diverged. */
  bound: number;
}

const HALF = FOLLOWED / 2;
/** A cycle comes round within this many steps, and to within this share of its width. */
const LONGEST_CYCLE = 64;
const SAME = 1e-4;
/** Two halves alone would take half of all chaotic runs for ones that close in; eight windows take one in 40,000. */
const WINDOW = 16;

/**
 * What became of a run of one variable.
 *
 * @param tail the iterate at the last iteration, and those of the `FOLLOWED` steps after it; it ends early with the first
 * iterate beyond the bound, or with the last one at which function and slope are numbers
 */
export function endingOf(tail: ArrayLike<number>, { minima, elsewhere = [], tolerance, bound }: Landmarks): Ending {
  const iterates = Array.from(tail);
  if (iterates.some((theta) => Math.abs(theta) > bound)) return { outcome: 'diverged' };
  if (iterates.length <= FOLLOWED || iterates.some(Number.isNaN)) return { outcome: 'left' };
  const staysAt = (place: number) => {
    const distance = (i: number) => Math.abs(iterates[i] - place);
    const isNear = iterates.slice(0, HALF + 1).every((_, i) => distance(i) <= tolerance);
    return isNear && distance(FOLLOWED) <= Math.max(distance(0), tolerance / 100);
  };
  const minimum = minima.findIndex(staysAt);
  if (minimum >= 0) return { outcome: 'converged', place: minimum };
  const place = elsewhere.findIndex(staysAt);
  if (place >= 0) return { outcome: 'elsewhere', place };
  // It stands still where there is no minimum: the gradient is 0, or the rate.
  if (iterates.every((theta) => theta === iterates[0])) return { outcome: 'still' };
  const resting = tolerance / 100;
  const period = periodOf(iterates, resting);
  if (period !== undefined) return { outcome: 'cycling', period };
  const steps = iterates.slice(1).map((theta, i) => theta - iterates[i]);
  const way = Math.sign(iterates[FOLLOWED] - iterates[0]);
  if (steps.every((step) => step * way >= 0))
    return { outcome: 'moving', isFalling: !minima.some((theta) => (theta - iterates[FOLLOWED]) * way > 0) };
  if (closesIn(iterates, resting)) return { outcome: 'moving', isFalling: false };
  return { outcome: 'wandering' };
}

/** After how many steps each of the last iterates has come round; none where they differ by no more than `resting`. */
function periodOf(iterates: readonly number[], resting: number): number | undefined {
  const last = iterates.slice(-HALF);
  const width = Math.max(...last) - Math.min(...last);
  if (width <= resting) return undefined;
  const first = iterates.length - HALF;
  for (let period = 2; period <= LONGEST_CYCLE; period++)
    if (last.every((theta, i) => Math.abs(theta - iterates[first + i - period]) <= SAME * width)) return period;
  return undefined;
}

/** Whether the greatest distance from the last point shrinks from window to window, until the run rests there. */
function closesIn(iterates: readonly number[], resting: number): boolean {
  const end = iterates[FOLLOWED];
  let before = Infinity;
  for (let first = 0; first < FOLLOWED; first += WINDOW) {
    const greatest = Math.max(...iterates.slice(first, first + WINDOW).map((theta) => Math.abs(theta - end)));
    if (greatest >= before && greatest > resting) return false;
    before = greatest;
  }
  return true;
}
