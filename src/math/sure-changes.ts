/** The derivative of a function of one variable. */
export interface Slope {
  gradient: (x: number) => number;
  /**
   * A range that holds the gradient everywhere in [low, high], the computed one too; [-Infinity, Infinity] where unknown, [NaN, NaN] where undefined
   * throughout.
   */
  gradientInterval?: (low: number, high: number) => readonly [number, number];
}

export interface Bracket {
  low: number;
  high: number;
}

/** Places that are tried on the way away from one where the sign cannot be told, each that many times as far as the last. */
const FARTHER = 4;
const PLACES_INSIDE = 5;

/** The sign of the gradient where that is beyond its own rounding: 1 or -1; 0 where it cannot be told. */
export function signAt({ gradient, gradientInterval }: Slope, x: number): number {
  const [least, most] = gradientInterval?.(x, x) ?? [-Infinity, Infinity];
  if (least > 0) return 1;
  if (most < 0) return -1;
  // Nothing is known of its rounding: the computed sign counts.
  return least === -Infinity && most === Infinity ? Math.sign(gradient(x)) || 0 : 0;
}

/** The place nearest to an end, on the way to a limit, where the sign can be told; undefined without one. */
export function sureSignBeside(
  problem: Slope,
  end: number,
  limit: number,
  nearest: number,
): { x: number; sign: number } | undefined {
  const at = (x: number) => ({ x, sign: signAt(problem, x) });
  const here = at(end);
  if (here.sign !== 0) return here;
  for (let step = nearest; step < Math.abs(limit - end); step *= FARTHER) {
    const place = at(end + step * Math.sign(limit - end));
    if (place.sign !== 0) return place;
  }
  return undefined;
}

/**
 * The changes of sign that are none of rounding. Beside a double zero of the gradient, a flat inflection such as that of x + sin(x) at pi, the
 * computed gradient may change its sign any number of times; what counts is between places where its sign is beyond doubt. So a flat
 * inflection is no change, and a flat minimum, however often the computed sign changes in it, is one.
 *
 * @param brackets where the computed sign changes: disjoint, ascending
 * @param range what is searched; places as far beyond it as it is wide may tell the sign, too
 * @param nearest how far from a bracket the search for a place with a sure sign begins
 * @returns disjoint brackets, ascending. What has no sure sign on one of its sides is undecided, and stays as it is.
 */
export function sureChanges(
  problem: Slope,
  brackets: readonly Bracket[],
  { low, high }: Bracket,
  nearest: number,
): Bracket[] {
  const places: { x: number; sign: number }[] = [];
  /** Looks at an end of a bracket; where that does not tell, at places away from it up to a limit, and at some in the bracket. */
  const lookAround = (end: number, limit: number, other: number) => {
    const outside = sureSignBeside(problem, end, limit, nearest);
    if (outside) places.push(outside);
    if (outside?.x === end) return;
    for (let i = 1; i <= PLACES_INSIDE; i++) {
      const x = end + (other - end) / FARTHER ** i;
      const sign = signAt(problem, x);
      if (sign !== 0) places.push({ x, sign });
    }
  };
  brackets.forEach((bracket, i) => {
    lookAround(bracket.low, brackets[i - 1]?.high ?? low - (high - low), bracket.high);
    lookAround(bracket.high, brackets[i + 1]?.low ?? high + (high - low), bracket.low);
  });
  places.sort((a, b) => a.x - b.x);
  const [first, last] = [places.at(0)?.x ?? Infinity, places.at(-1)?.x ?? -Infinity];
  const changes = places.flatMap((place, i) =>
    i > 0 && places[i - 1].sign !== place.sign ? [{ low: places[i - 1].x, high: place.x }] : [],
  );
  const isUndecided = (bracket: Bracket) => bracket.low < first || bracket.high > last;
  return [...changes, ...brackets.filter(isUndecided)].sort((a, b) => a.low - b.low);
}
