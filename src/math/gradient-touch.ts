import { signAt, sureSignBeside, type Bracket, type Slope } from './sure-changes';
import { zeroInBracket } from './zero-in-bracket';

/** Without bounds, a slope is 0 that is so small beside those around it. */
const NOTHING = 1e-9;

interface Curved extends Slope {
  curvature: (x: number) => number;
}

/**
 * Where the gradient comes down to 0, or up, and turns back without a change of sign: the saddle points of a function of one variable. No number can tell
 * them from places where the gradient is closer to 0 than its own rounding.
 *
 * @param region what is searched, in so many pieces
 * @param nearest how far beyond its ends the search for a place with a sure sign begins, and where it ends
 */
export function touchesIn(
  problem: Curved,
  { low, high }: Bracket,
  pieces: number,
  nearest: number,
  farthest: number,
): number[] {
  const inside = Array.from({ length: pieces + 1 }, (_, i) =>
    i === pieces ? high : low + ((high - low) * i) / pieces,
  );
  const beside = [
    sureSignBeside(problem, low, low - farthest, nearest),
    sureSignBeside(problem, high, high + farthest, nearest),
  ];
  const places = [...new Set([beside[0]?.x ?? low, ...inside, beside[1]?.x ?? high])];
  const found: number[] = [];
  let last = { x: NaN, sign: 0 };
  let zeros = 0;
  for (const x of places) {
    const sign = signAt(problem, x);
    if (sign === 0) {
      zeros++;
      continue;
    }
    // Where nothing is known of rounding, several zeros side by side are a plateau.
    const isPlateau = zeros > 1 && !problem.gradientInterval;
    if (sign === last.sign && !isPlateau) found.push(...touchBetween(problem, { low: last.x, high: x }, sign, nearest));
    last = { x, sign };
    zeros = 0;
  }
  return found;
}

/** The place in a bracket with the same sign at both ends at which the gradient turns, if it is 0 there. */
function touchBetween(problem: Curved, bracket: Bracket, sign: number, accuracy: number): number[] {
  const { gradient, gradientInterval, curvature } = problem;
  const { low, high } = bracket;
  if (!(curvature(low) * sign < 0 && curvature(high) * sign > 0)) return [];
  const isTouch = (x: number) =>
    gradientInterval
      ? Number.isFinite(gradient(x)) && signAt(problem, x) === 0
      : Math.abs(gradient(x)) <= NOTHING * Math.min(Math.abs(gradient(low)), Math.abs(gradient(high)));
  const turn = zeroInBracket(curvature, bracket);
  // As for minima: no 1e-19 where it may as well be 0.
  return [Math.abs(turn) < accuracy ? 0 : turn].filter(isTouch);
}
