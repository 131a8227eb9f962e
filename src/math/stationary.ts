import { flatStretches } from './flat-stretches';
import { touchesIn } from './gradient-touch';
import { signAt, sureChanges, type Bracket, type Slope } from './sure-changes';
import { zeroInBracket } from './zero-in-bracket';

/** A function of one variable, its derivatives, and what is known of those over whole intervals. */
export interface StationaryProblem extends Slope {
  value: (x: number) => number;
  curvature: (x: number) => number;
  /**
   * The same as for the gradient; a jump of the gradient must make it unknown. With both, no stationary point is missed unless it is too close to
   * another one.
   */
  curvatureInterval?: (low: number, high: number) => readonly [number, number];
}

export interface StationaryPoint {
  theta: number;
  value: number;
  /** f''(theta); Infinity at a kink like that of |x|, -Infinity at one like that of -|x|. */
  curvature: number;
  /** A saddle point is neither: the function is flat there and goes on in the same direction, as x^3 at 0. */
  kind: 'minimum' | 'maximum' | 'saddle';
  /**
   * The largest learning rate at which gradient descent can stay there, whichever side it comes from: 2 / f''(theta) at a minimum (Infinity
   * where f'' is 0), 0 at a maximum and at a saddle point.
   */
  threshold: number;
}

export interface StationaryOptions {
  /** More stationary points than this are an error; default 2000. */
  most?: number;
  /** The share of the usual effort, for places that matter less; default 1. */
  effort?: number;
}

/** Intervals this small, relative to the range, are not divided further. */
const SMALLEST = 1e-10;
/** Where bounds decide nothing over no more than this, relative to the range, there is one point at most. */
const SMALL = 1e-4;
const SAMPLES = 20_000;
/** How far from a place the gradient is looked at for a jump. */
const DISTANCES = [1e-13, 1e-8, 1e-6];
/** The most intervals that are looked at before the rest is searched by sampling. */
const MOST_BOXES = 30_000;

/**
 * All minima, maxima and saddle points in [low, high], ascending, each to 1e-12 or to what the rounding of the derivatives allows. They are
 * the places where the gradient changes its sign, beyond its rounding where that is bounded, or touches 0, as far as that can be told from its
 * rounding. Where it stays 0 (a plateau) is left out, and so is a pole.
 *
 * The range is divided until interval bounds exclude a zero of the gradient or show that it is monotone (branch and
 * prune, see R. E. Moore, "Interval Analysis", 1966); then each zero is found by Newton's method inside a bracket.
 * Without bounds, or where they decide nothing, the gradient is sampled.
 * @throws {RangeError} when the value is finite nowhere in the range, or there are too many points
 */
export function findStationary(
  problem: StationaryProblem,
  low: number,
  high: number,
  { most = 2000, effort = 1 }: StationaryOptions = {},
): StationaryPoint[] {
  if (!(low < high) || !Number.isFinite(high - low))
    throw new RangeError(`the range must go from a number to a larger one: ${low} to ${high}`);
  const samples = Array.from({ length: 257 }, (_, i) => low + ((high - low) * i) / 256);
  if (!samples.some((x) => Number.isFinite(problem.value(x))))
    throw new RangeError(`the function is not finite anywhere between ${low} and ${high}`);

  // A point on the very edge is inside: it is found as a change of sign between its two sides.
  const margin = 1e-9 * (high - low);
  const accuracy = 1e-12 * Math.max(1, Math.abs(low), Math.abs(high));
  const range = { low: low - margin, high: high + margin };
  const { brackets: computed, undecided } = enclose(problem, range.low, range.high, effort);
  const brackets = sureChanges(problem, computed, range, accuracy);
  if (brackets.length > most + 2) throw new TooManyPoints(most, low, high);
  const points: StationaryPoint[] = [];
  for (const bracket of brackets) {
    const found = zeroInBracket(problem.gradient, bracket, problem.curvature);
    const theta = Math.min(Math.max(found, low), high);
    // Where the sign cannot be told at the edge, that may be the place as well.
    if (Math.abs(theta - found) > accuracy && signAt(problem, theta) !== 0) continue;
    const last = points.at(-1);
    if (last && theta - last.theta <= 2 * accuracy) continue;
    const isMinimum = problem.gradient(bracket.low) < 0 || problem.gradient(bracket.high) > 0;
    const point = describe(problem, theta, isMinimum);
    if (point) points.push(point);
  }
  const touches = undecided.flatMap(({ samples, ...region }) =>
    touchesIn(problem, region, samples, accuracy, SMALL * (high - low)),
  );
  for (const found of touches) {
    const theta = Math.min(Math.max(found, low), high);
    const value = problem.value(theta);
    const isExtremum = brackets.some((bracket) => bracket.low <= theta && theta <= bracket.high);
    if (isExtremum || Math.abs(theta - found) > accuracy || !Number.isFinite(value)) continue;
    points.push({ theta, value, curvature: problem.curvature(theta) || 0, kind: 'saddle', threshold: 0 });
  }
  points.sort((a, b) => a.theta - b.theta);
  const stretches = points.length > 0 ? flatStretches(problem, range.low, range.high) : [];
  if (points.length > most) throw new TooManyPoints(most, low, high);
  return points.filter(({ theta }) => !stretches.some((stretch) => stretch.low < theta && theta < stretch.high));
}

/** There are more stationary points than were asked for. */
export class TooManyPoints extends RangeError {
  constructor(
    readonly most: number,
    low: number,
    high: number,
  ) {
    super(`more than ${most} stationary points between ${low} and ${high}`);
  }
}

/** A part of the range in which bounds decide nothing, and in how many pieces it is looked through. */
interface Undecided extends Bracket {
  samples: number;
}

/** Disjoint brackets, ascending, over each of which the gradient changes its sign once; and where it may touch 0 besides. */
function enclose(
  problem: StationaryProblem,
  low: number,
  high: number,
  effort: number,
): { brackets: Bracket[]; undecided: Undecided[] } {
  const { gradient, gradientInterval, curvatureInterval } = problem;
  const brackets: Bracket[] = [];
  const undecided: Bracket[] = [];
  const smallest = SMALLEST * (high - low);
  let boxes: Bracket[] = [{ low, high }];
  let looked = 0;
  while (boxes.length > 0) {
    looked += boxes.length;
    if (!gradientInterval || !curvatureInterval || looked > MOST_BOXES * effort) {
      undecided.push(...boxes);
      break;
    }
    const next: Bracket[] = [];
    for (const box of boxes) {
      const slope = gradientInterval(box.low, box.high);
      // Excludes 0, or is 0 throughout (a plateau), or is undefined.
      if (!(slope[0] <= 0 && slope[1] >= 0) || (slope[0] === 0 && slope[1] === 0)) continue;
      const bend = curvatureInterval(box.low, box.high);
      // Monotone between poles is not enough: tan is that. A bounded gradient has no pole.
      const isBounded = Number.isFinite(slope[0]) && Number.isFinite(slope[1]);
      if (isBounded && (bend[0] > 0 || bend[1] < 0)) {
        // The gradient is monotone: at most one zero, seen from the ends.
        const first = Math.sign(gradient(box.low));
        const last = Math.sign(gradient(box.high));
        if (first * last <= 0 && first !== last) brackets.push(box);
        continue;
      }
      const middle = box.low + (box.high - box.low) * 0.4871;
      if (meanValueExcludes(gradientInterval(middle, middle), bend, box, middle)) continue;
      if (box.high - box.low <= smallest || middle <= box.low || middle >= box.high) undecided.push(box);
      else next.push({ low: box.low, high: middle }, { low: middle, high: box.high });
    }
    boxes = next;
  }
  const merged = merge(undecided);
  const width = merged.reduce((sum, box) => sum + box.high - box.low, 0);
  const regions = merged.map((box): Undecided => {
    const share = Math.max(16, Math.ceil((SAMPLES * effort * (box.high - box.low)) / width));
    return { ...box, samples: box.high - box.low < SMALL * (high - low) ? 1 : share };
  });
  for (const region of regions)
    brackets.push(...(region.samples === 1 ? acrossEnds(gradient, region) : sample(problem, region, region.samples)));
  return { brackets: brackets.sort((a, b) => a.low - b.low), undecided: regions };
}

/** f'(x) lies in f'(m) + f''([low, high]) (x - m): often tighter than bounds on f' alone. */
function meanValueExcludes(
  slope: readonly [number, number],
  bend: readonly [number, number],
  box: Bracket,
  middle: number,
): boolean {
  const reach = Math.max(box.high - middle, middle - box.low) * 1.0000001;
  const change = Math.max(Math.abs(bend[0]), Math.abs(bend[1])) * reach;
  return slope[0] - change > 0 || slope[1] + change < 0;
}

/** Joins neighbours. */
function merge(boxes: Bracket[]): Bracket[] {
  const merged: Bracket[] = [];
  for (const box of boxes.sort((a, b) => a.low - b.low)) {
    const last = merged.at(-1);
    if (last && box.low <= last.high) last.high = Math.max(last.high, box.high);
    else merged.push({ ...box });
  }
  return merged;
}

/** A small piece that bounds could not decide (x^4 at 0, a kink): what counts is whether the sign changes across it. */
function acrossEnds(gradient: (x: number) => number, box: Bracket): Bracket[] {
  return Math.sign(gradient(box.low)) * Math.sign(gradient(box.high)) < 0 ? [box] : [];
}

/** Changes of sign between samples; two between the same two samples are found where the gradient turns round. */
function sample({ gradient, curvature }: StationaryProblem, { low, high }: Bracket, count: number): Bracket[] {
  const brackets: Bracket[] = [];
  const slopeAt = (x: number) => gradient(x);
  let before = { x: low, slope: slopeAt(low) };
  /** The last sample with a sign, and how many zeros came since: one is a root, several are a plateau. */
  let signed = before;
  let zeros = 0;
  for (let i = 1; i <= count; i++) {
    const x = i === count ? high : low + ((high - low) * i) / count;
    const here = { x, slope: slopeAt(x) };
    if (here.slope === 0) {
      zeros++;
    } else {
      if (signed.slope * here.slope < 0 && zeros <= 1) brackets.push({ low: signed.x, high: x });
      else if (before.slope * here.slope > 0 && curvature(before.x) * here.slope < 0 && curvature(x) * here.slope > 0) {
        const turn = bisect(curvature, before.x, x);
        if (slopeAt(turn) * here.slope < 0) brackets.push({ low: before.x, high: turn }, { low: turn, high: x });
      }
      signed = here;
      zeros = 0;
    }
    before = here;
  }
  return brackets;
}

function bisect(f: (x: number) => number, low: number, high: number): number {
  const sign = Math.sign(f(low));
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(f(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What stands at a change of sign; undefined if that is a pole. */
function describe(problem: StationaryProblem, theta: number, isMinimum: boolean): StationaryPoint | undefined {
  const value = problem.value(theta);
  if (!Number.isFinite(value)) return undefined;
  const kind = isMinimum ? 'minimum' : 'maximum';
  if (!jumps(problem, theta)) {
    const curvature = problem.curvature(theta);
    return { theta, value, curvature, kind, threshold: isMinimum ? 2 / Math.max(curvature, 0) || 0 : 0 };
  }
  // At a kink the value is continuous: it changes by no more than the slopes beside it allow. At a pole it does not.
  const far = 1e-6 * Math.max(1, Math.abs(theta));
  for (const x of [theta - far, theta + far]) {
    if (!(Math.abs(problem.value(x) - value) <= 10 * far * Math.abs(problem.gradient(x)))) return undefined;
  }
  return { theta, value, curvature: isMinimum ? Infinity : -Infinity, kind, threshold: 0 };
}

/** Whether the gradient changes by as much over a short distance as over a long one, and by more than its rounding. */
function jumps(problem: StationaryProblem, theta: number): boolean {
  const { gradient } = problem;
  const scale = Math.max(1, Math.abs(theta));
  const [shortest] = DISTANCES;
  const [near, middle, far] = DISTANCES.map(
    (distance) => gradient(theta + distance * scale) - gradient(theta - distance * scale),
  );
  return (
    near * middle > 0 &&
    middle * far > 0 &&
    Math.abs(near) >= Math.abs(middle) / 2 &&
    Math.abs(middle) >= Math.abs(far) / 2 &&
    [shortest, -shortest].every((distance) => signAt(problem, theta + distance * scale) !== 0)
  );
}
