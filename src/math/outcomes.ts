/** How many steps a run is followed for after its last iteration, to see what becomes of it: its tail. */
export const FOLLOWED = 128;
/** And for how many at most: a run that fits no word is given a second look, at the next tail. */
export const FOLLOWED_TWICE = 2 * FOLLOWED;

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
  /** Of a run that still moves: no minimum lies the way it goes, nor any other place where the slope is 0. */
  readonly isFalling?: boolean;
}

/** What a run is judged by. Points are their coordinates one after the other: one each, or two. */
export interface Landmarks {
  /** How many coordinates a point has: 1 where nothing is said. */
  variables?: number;
  minima: ArrayLike<number>;
  /** Minima outside of the range that is looked at. */
  elsewhere?: ArrayLike<number>;
  /** Where the slope is 0 and no minimum is, as at a saddle point or an end of a flat stretch: a run that nears such a place does not fall. */
  level?: ArrayLike<number>;
  /** Which of the minima, then of those elsewhere, can hold a run at its learning rate, by theory; all of them without it. */
  canHold?: readonly boolean[];
  /** Whether a point where a run stays lies on a curve of minima; `place` is then the number of minima. */
  isInValley?: (point: ArrayLike<number>) => boolean;
  tolerance: number;
  /** Beyond it, in any coordinate, a run has diverged. */
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
 * What became of a run. `shaders/judge.wgsl` judges in the same way.
 *
 * @param tail the iterate at the last iteration, and those of the `FOLLOWED` steps after it, a point after the other; it ends early with the first
 * iterate beyond the bound, or with the last one at which function and slope are numbers
 */
export function endingOf(tail: ArrayLike<number>, landmarks: Landmarks): Ending {
  const { variables = 1, tolerance, bound } = landmarks;
  for (let i = 0; i < tail.length; i++) if (Math.abs(tail[i]) > bound) return { outcome: 'diverged' };
  for (let i = 0; i < (FOLLOWED + 1) * variables; i++)
    if (i >= tail.length || Number.isNaN(tail[i])) return { outcome: 'left' };
  const run = new Tail(tail, variables);
  const rounding = ROUNDINGS * Number.EPSILON * run.size(FOLLOWED);
  const resting = Math.max(tolerance * SMALL_PART, rounding);
  const held = heldAt(run, landmarks, resting);
  if (held) return held;
  // It stands still where no minimum holds it: the gradient is 0, or the rate.
  if (isAtRest(run, rounding)) return { outcome: 'still' };
  const period = periodOf(run, resting);
  if (period !== undefined) return { outcome: 'cycling', period };
  if (goesOneWay(run) || closesIn(run, resting) || opensOut(run)) return movingEnding(tail, landmarks);
  return { outcome: 'wandering' };
}

/**
 * As `endingOf`, but what happens after the last iteration, at which the run is within the bound and the domain, has not happened yet.
 *
 * @param tail a point at least; where it fits no word, the run may be given a second look
 */
export function endingAfter(tail: ArrayLike<number>, landmarks: Landmarks): Ending {
  const isShort = tail.length <= FOLLOWED * (landmarks.variables ?? 1);
  return isShort ? movingEnding(tail, landmarks) : endingOf(tail, landmarks);
}

/**
 * The ending of a run that wanders for all that one tail tells. It is still moving if the next tail tells more: it was on its way to that, through
 * a long swing or over a kink.
 *
 * @param tail the iterates of as many steps again, from the last point of the first tail
 */
export function secondLook(tail: ArrayLike<number>, landmarks: Landmarks): Ending {
  const { outcome } = endingAfter(tail, landmarks);
  return outcome === 'wandering' ? { outcome } : { outcome: 'moving', isFalling: false };
}

/** The ending of a run of which both tails are known, one behind the other, up to where it leaves the bound or the domain. */
export function endingByBoth(tails: Points, landmarks: Landmarks): Ending {
  const { variables = 1 } = landmarks;
  const first = endingAfter(tails.slice(0, (FOLLOWED + 1) * variables), landmarks);
  return first.outcome === 'wandering' ? secondLook(tails.slice(FOLLOWED * variables), landmarks) : first;
}

/** Coordinates in a list or in an array of numbers. */
interface Points extends ArrayLike<number> {
  slice(first: number, end?: number): ArrayLike<number>;
}

/** The ending of a run of one variable that does not change any more. */
export function restingEnding(theta: number, landmarks: Landmarks): Ending {
  const tail = new Tail([theta], 1);
  return (
    heldWhere(tail, 0, landmarks, (places, i) => tail.distanceTo(0, places, i) <= landmarks.tolerance) ?? {
      outcome: 'still',
    }
  );
}

/** The ending of a run that was not done after its last iteration. */
export function movingEnding(tail: ArrayLike<number>, landmarks: Landmarks): Ending {
  const { variables = 1, minima, elsewhere = [], level = [], isInValley, tolerance } = landmarks;
  const run = new Tail(tail, variables);
  const first = run.at(0, 0);
  const way = Math.sign(run.at(run.length - 1, 0) - first);
  // Of two variables the way may bend, and lead to any minimum yet. One that was leapt over calls the run back.
  const isAhead = (place: number) => variables > 1 || (place - first) * way >= -tolerance;
  const leads =
    isInValley !== undefined || [minima, elsewhere, level].some((places) => Array.from(places).some(isAhead));
  return { outcome: 'moving', isFalling: goesOneWay(run) && !leads };
}

/** The points of a run after its last iteration. */
class Tail {
  readonly length: number;

  constructor(
    private readonly numbers: ArrayLike<number>,
    readonly variables: number,
  ) {
    this.length = numbers.length / variables;
  }

  at(i: number, coordinate: number): number {
    return this.numbers[i * this.variables + coordinate];
  }

  point(i: number): number[] {
    return Array.from({ length: this.variables }, (_, c) => this.at(i, c));
  }

  size(i: number): number {
    return Math.hypot(...this.point(i));
  }

  distance(i: number, j: number): number {
    return this.distanceTo(i, this.numbers, j);
  }

  /** How far point i is from place number `place`. */
  distanceTo(i: number, places: ArrayLike<number>, place: number): number {
    const { numbers, variables } = this;
    const first = numbers[i * variables] - places[place * variables];
    if (variables === 1) return Math.abs(first);
    const second = numbers[i * variables + 1] - places[place * variables + 1];
    return Math.sqrt(first * first + second * second);
  }
}

/** The minimum nearest to where a run ends, if theory lets it hold the run and the run stays there; else the valley, if it stays in it. */
function heldAt(run: Tail, landmarks: Landmarks, resting: number): Ending | undefined {
  const { tolerance, minima, isInValley } = landmarks;
  const held = heldWhere(run, FOLLOWED, landmarks, (places, place) => {
    for (let i = 0; i <= HALF; i++) if (!(run.distanceTo(i, places, place) <= tolerance)) return false;
    // Runs that are thrown from side to side for ever are as far away as they were, but for roundings.
    const before = run.distanceTo(0, places, place) * (1 + SAME);
    return run.distanceTo(FOLLOWED, places, place) <= Math.max(before, resting);
  });
  if (held || !isInValley) return held;
  for (let i = 0; i <= HALF; i++) if (!(run.distance(i, FOLLOWED) <= tolerance)) return undefined;
  return isInValley(run.point(FOLLOWED)) ? { outcome: 'converged', place: minima.length / run.variables } : undefined;
}

/** The place nearest to point i, if theory lets it hold the run and the run stays there. */
function heldWhere(
  run: Tail,
  i: number,
  { minima, elsewhere = [], canHold }: Landmarks,
  stays: (places: ArrayLike<number>, place: number) => boolean,
): Ending | undefined {
  const count = minima.length / run.variables;
  for (const [outcome, places, first] of [
    ['converged', minima, 0],
    ['elsewhere', elsewhere, count],
  ] as const) {
    const place = nearest(run, i, places);
    if (place >= 0 && (canHold?.[first + place] ?? true) && stays(places, place)) return { outcome, place };
  }
  return undefined;
}

function nearest(run: Tail, i: number, places: ArrayLike<number>): number {
  let best = -1;
  for (let place = 0; place * run.variables < places.length; place++)
    if (best < 0 || run.distanceTo(i, places, place) < run.distanceTo(i, places, best)) best = place;
  return best;
}

function isAtRest(run: Tail, rounding: number): boolean {
  for (let i = 0; i < FOLLOWED; i++) if (run.distance(i, FOLLOWED) > rounding) return false;
  return true;
}

/** Whether no step goes back: each makes at most a right angle with the one before. In two variables the way may bend, as a valley does. */
function goesOneWay(run: Tail): boolean {
  // The last step that led anywhere ends here.
  let last = 0;
  for (let i = 1; i < run.length; i++) {
    let along = 0;
    let moves = false;
    for (let c = 0; c < run.variables; c++) {
      const step = run.at(i, c) - run.at(i - 1, c);
      moves ||= step !== 0;
      if (last > 0) along += step * (run.at(last, c) - run.at(last - 1, c));
    }
    if (along < 0) return false;
    if (moves) last = i;
  }
  return true;
}

/** After how many steps each of the last iterates has come round; none where they differ by no more than `resting`. */
function periodOf(run: Tail, resting: number): number | undefined {
  const first = FOLLOWED + 1 - HALF;
  let width = 0;
  for (let c = 0; c < run.variables; c++) {
    let [low, high] = [Infinity, -Infinity];
    for (let i = first; i <= FOLLOWED; i++) {
      low = Math.min(low, run.at(i, c));
      high = Math.max(high, run.at(i, c));
    }
    width = Math.max(width, high - low);
  }
  if (width <= resting) return undefined;
  const same = SAME * width;
  for (let period = 2; period <= LONGEST_CYCLE; period++) {
    let i = FOLLOWED;
    while (i >= first && run.distance(i, i - period) <= same) i--;
    if (i < first) return period;
  }
  return undefined;
}

/**
 * Whether the run comes to rest at its last point: from window to window its greatest distance from it shrinks, and once its
 * greatest step has begun to shrink, it does so to the end. Distances alone shrink by chance in one of a hundred runs that wander far about.
 */
function closesIn(run: Tail, resting: number): boolean {
  let [distance, step] = [Infinity, 0];
  let isSlowing = false;
  for (let first = 0; first < FOLLOWED; first += WINDOW) {
    const [distanceHere, stepHere] = [greatestIn(run, first, FOLLOWED), greatestStepIn(run, first)];
    if (distanceHere > resting && (distanceHere >= distance || (isSlowing && stepHere >= step))) return false;
    isSlowing ||= stepHere < step;
    [distance, step] = [distanceHere, stepHere];
  }
  return true;
}

/** Whether both grow from window to window, the distance from the first point: so slowly that the run is not beyond the bound yet. */
function opensOut(run: Tail): boolean {
  let [distance, step] = [0, 0];
  for (let first = 0; first < FOLLOWED; first += WINDOW) {
    const [distanceHere, stepHere] = [greatestIn(run, first + 1, 0), greatestStepIn(run, first)];
    if (distanceHere <= distance || stepHere <= step) return false;
    [distance, step] = [distanceHere, stepHere];
  }
  return true;
}

/** The greatest distance of a window's points from point `from`. */
function greatestIn(run: Tail, first: number, from: number): number {
  let greatest = 0;
  for (let i = first; i < first + WINDOW; i++) greatest = Math.max(greatest, run.distance(i, from));
  return greatest;
}

/** The greatest of the steps that a window's points make. */
function greatestStepIn(run: Tail, first: number): number {
  let greatest = 0;
  for (let i = first; i < first + WINDOW; i++) greatest = Math.max(greatest, run.distance(i, i + 1));
  return greatest;
}
