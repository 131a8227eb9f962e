import type { Objective } from '../formula';
import { stationaryProblem } from './one-variable';
import { findStationary, TooManyPoints, type StationaryPoint } from './stationary';

/** The part of a function that is worth seeing. */
export interface ShownRange {
  low: number;
  high: number;
  /** The stationary points that it was made for, from left to right. */
  stationary: readonly StationaryPoint[];
}

/** How far from 0 stationary points are looked for: first where people look; closer where there are too many, farther where there are none. */
const REACH = 10;
const FARTHER = [100, 1000, 10_000];
const CLOSER = [1, 0.1];
/** More of them than this make a picture of needles. */
const MOST_POINTS = 24;

const SAMPLES = 256;

const known = new WeakMap<Objective, ShownRange>();

/** The range that shows a function's stationary points, with room on both sides, as far as it is defined; in round numbers. */
export function shownRange(objective: Objective): ShownRange {
  let range = known.get(objective);
  if (!range) known.set(objective, (range = work(objective)));
  return range;
}

function work(objective: Objective): ShownRange {
  const stationary = landmarksOf(objective);
  const [first, last] = [stationary.at(0)?.theta ?? 0, stationary.at(-1)?.theta ?? 0];
  const count = stationary.length;
  // A single point has the room that its place suggests; several, one and a half times their distance.
  const room = count > 1 ? (1.5 * (last - first)) / (count - 1) : Math.max(5, Math.abs(first) / 2);
  const wide = count > 0 ? { low: first - room, high: last + room } : { low: -REACH, high: REACH };
  const { low, high } = domainIn(stationaryProblem(objective).value, wide, (first + last) / 2);
  if (count === 0 && low === wide.low && high === wide.high) return { low: -room, high: room, stationary };
  const step = roundStep((high - low) / 10);
  const round = (x: number) => Number((Math.round(x / step) * step).toPrecision(12)) || 0;
  const border = (x: number) => Number(x.toPrecision(4)) || 0;
  const ends = {
    low: low === wide.low ? round(low) : border(low),
    high: high === wide.high ? round(high) : border(high),
  };
  return ends.low < ends.high ? { ...ends, stationary } : { low: -room, high: room, stationary };
}

/** The stationary points to show: those around 0, where there are some and not too many. */
function landmarksOf(objective: Objective): readonly StationaryPoint[] {
  const problem = stationaryProblem(objective);
  const within = (reach: number): StationaryPoint[] | 'too many' => {
    try {
      return findStationary(problem, -reach, reach, { most: MOST_POINTS });
    } catch (error) {
      if (error instanceof TooManyPoints) return 'too many';
      if (error instanceof RangeError) return []; // Finite nowhere in there.
      throw error;
    }
  };
  const home = within(REACH);
  for (const reach of home === 'too many' ? CLOSER : home.length === 0 ? FARTHER : []) {
    const found = within(reach);
    if (found !== 'too many' && found.length > 0) return found;
  }
  return home === 'too many' ? [] : home;
}

/** The part of a range where a function is finite: that around a place, or else the longest. A pole alone does not end it. */
function domainIn(value: (x: number) => number, { low, high }: { low: number; high: number }, place: number) {
  const at = (i: number) => low + ((high - low) * i) / SAMPLES;
  const isFinite = Array.from({ length: SAMPLES + 1 }, (_, i) => Number.isFinite(value(at(i))));
  const isIn = isFinite.map((finite, i) => finite || ((isFinite[i - 1] ?? false) && (isFinite[i + 1] ?? false)));
  const parts: { from: number; to: number }[] = [];
  isIn.forEach((inside, i) => {
    if (inside && isIn[i - 1]) parts.at(-1)!.to = i;
    else if (inside) parts.push({ from: i, to: i });
  });
  const holds = ({ from, to }: { from: number; to: number }) => at(from) <= place && place <= at(to);
  const longest = [...parts].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  const { from, to } = parts.find(holds) ?? longest ?? { from: 0, to: SAMPLES };
  return {
    low: from === 0 ? low : borderOf(value, at(from - 1), at(from)),
    high: to === SAMPLES ? high : borderOf(value, at(to + 1), at(to)),
  };
}

/** Where a function begins to be finite, between a place outside and one inside. */
function borderOf(value: (x: number) => number, outside: number, inside: number): number {
  for (let i = 0; i < 50; i++) {
    const middle = (outside + inside) / 2;
    if (Number.isFinite(value(middle))) inside = middle;
    else outside = middle;
  }
  return Math.abs(inside) < 1e-9 ? 0 : inside;
}

/** 1, 2 or 5 times a power of 10, at most as large. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return ([5, 2].find((digit) => digit * power <= size) ?? 1) * power;
}
