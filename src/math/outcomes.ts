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
  readonly outcome: Outcome;
  /** Of a run that converged: which of the minima, or of the places elsewhere. */
  readonly place?: number;
  /** Of a cycle: after how many steps it comes round. */
  readonly period?: number;
  /** Of a run that still moves: no minimum lies the way it goes. */
  readonly isFalling?: boolean;
}

/** What a run is judged by. */
export interface Landmarks {
  minima: readonly number[];
  /** Minima outside of the range that is looked at. */
  elsewhere?: readonly number[];
  /** Which of the minima, then of those elsewhere, can hold a run at its learning rate, by theory; all of them without it. */
  canHold?: readonly boolean[];
  tolerance: number;
  /** Beyond it a run has diverged. */
  bound: number;
}

const HALF = FOLLOWED / 2;
/** A cycle comes round within this many steps, and to within this share of its width. */
export const LONGEST_CYCLE = 64;
export const SAME = 1e-4;
/** Two halves alone would take half of all chaotic runs for ones that close in; eight windows take one in 40,000. */
export const WINDOW = 16;
/** A distance is nothing if it is a small part of the tolerance, or a few roundings. */
export const SMALL_PART = 0.01;
export const ROUNDINGS = 8;

/**
 * What became of a run of one variable. `shaders/follow.wgsl` judges in the same way.
 *
 * @param tail the iterate at the last iteration, and those of the `FOLLOWED` steps after it; it ends early with the first
 * iterate beyond the bound, or with the last one at which function and slope are numbers
 */
export function endingOf(tail: ArrayLike<number>, landmarks: Landmarks): Ending {
  for (let i = 0; i < tail.length; i++) if (Math.abs(tail[i]) > landmarks.bound) return { outcome: 'diverged' };
  for (let i = 0; i <= FOLLOWED; i++) if (i >= tail.length || Number.isNaN(tail[i])) return { outcome: 'left' };
  const end = tail[FOLLOWED];
  const rounding = ROUNDINGS * Number.EPSILON * Math.abs(end);
  const resting = Math.max(landmarks.tolerance * SMALL_PART, rounding);
  const held = heldAt(end, landmarks, (place) => {
    for (let i = 0; i <= HALF; i++) if (!(Math.abs(tail[i] - place) <= landmarks.tolerance)) return false;
    return Math.abs(end - place) <= Math.max(Math.abs(tail[0] - place), resting);
  });
  if (held) return held;
  // It stands still where no minimum holds it: the gradient is 0, or the rate.
  if (isAtRest(tail, rounding)) return { outcome: 'still' };
  const period = periodOf(tail, resting);
  if (period !== undefined) return { outcome: 'cycling', period };
  if (goesOneWay(tail) || closesIn(tail, resting)) return movingEnding(tail, landmarks);
  return { outcome: 'wandering' };
}

/** As `endingOf`, but what happens after the last iteration, at which the run is within the bound and the domain, has not happened yet. */
export function endingAfter(tail: ArrayLike<number>, landmarks: Landmarks): Ending {
  return tail.length <= FOLLOWED ? movingEnding(tail, landmarks) : endingOf(tail, landmarks);
}

/** The ending of a run that does not change any more. */
export function restingEnding(theta: number, landmarks: Landmarks): Ending {
  const { tolerance } = landmarks;
  return heldAt(theta, landmarks, (place) => Math.abs(theta - place) <= tolerance) ?? { outcome: 'still' };
}

/** The ending of a run that was not done after its last iteration. */
export function movingEnding(tail: ArrayLike<number>, { minima, elsewhere = [], tolerance }: Landmarks): Ending {
  const end = tail[tail.length - 1];
  const way = Math.sign(end - tail[0]);
  const isAhead = (place: number) => (place - end) * way >= -tolerance;
  return { outcome: 'moving', isFalling: goesOneWay(tail) && !minima.some(isAhead) && !elsewhere.some(isAhead) };
}

/** The minimum nearest to where a run ends, if theory lets it hold the run and the run stays there. */
function heldAt(
  end: number,
  { minima, elsewhere = [], canHold }: Landmarks,
  stays: (place: number) => boolean,
): Ending | undefined {
  for (const [outcome, places, first] of [
    ['converged', minima, 0],
    ['elsewhere', elsewhere, minima.length],
  ] as const) {
    const place = nearest(places, end);
    if (place >= 0 && (canHold?.[first + place] ?? true) && stays(places[place])) return { outcome, place };
  }
  return undefined;
}

function nearest(places: readonly number[], theta: number): number {
  let best = -1;
  for (let i = 0; i < places.length; i++)
    if (best < 0 || Math.abs(places[i] - theta) < Math.abs(places[best] - theta)) best = i;
  return best;
}

function isAtRest(tail: ArrayLike<number>, rounding: number): boolean {
  for (let i = 0; i < FOLLOWED; i++) if (Math.abs(tail[i] - tail[FOLLOWED]) > rounding) return false;
  return true;
}

function goesOneWay(tail: ArrayLike<number>): boolean {
  const way = Math.sign(tail[tail.length - 1] - tail[0]);
  for (let i = 1; i < tail.length; i++) if ((tail[i] - tail[i - 1]) * way < 0) return false;
  return true;
}

/** After how many steps each of the last iterates has come round; none where they differ by no more than `resting`. */
function periodOf(tail: ArrayLike<number>, resting: number): number | undefined {
  const first = FOLLOWED + 1 - HALF;
  let [low, high] = [Infinity, -Infinity];
  for (let i = first; i <= FOLLOWED; i++) {
    low = Math.min(low, tail[i]);
    high = Math.max(high, tail[i]);
  }
  if (high - low <= resting) return undefined;
  const same = SAME * (high - low);
  for (let period = 2; period <= LONGEST_CYCLE; period++) {
    let i = FOLLOWED;
    while (i >= first && Math.abs(tail[i] - tail[i - period]) <= same) i--;
    if (i < first) return period;
  }
  return undefined;
}

/** Whether the greatest distance from the last point shrinks from window to window, until the run rests there. */
function closesIn(tail: ArrayLike<number>, resting: number): boolean {
  let before = Infinity;
  for (let first = 0; first < FOLLOWED; first += WINDOW) {
    let greatest = 0;
    for (let i = first; i < first + WINDOW; i++) greatest = Math.max(greatest, Math.abs(tail[i] - tail[FOLLOWED]));
    if (greatest >= before && greatest > resting) return false;
    before = greatest;
  }
  return true;
}
