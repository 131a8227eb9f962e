import type { Bracket } from './sure-changes';

/** The zero of f in a bracket: Newton's method, and bisection where a step would leave the bracket or gains too little, or no slope is known. */
export function zeroInBracket(f: (x: number) => number, bracket: Bracket, slopeOf?: (x: number) => number): number {
  let { low, high } = bracket;
  let atLow = f(low);
  let atHigh = f(high);
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  const enough = 1e-17 * Math.max(Math.abs(low), Math.abs(high));
  let x = low + (high - low) / 2;
  for (let width = high - low; high - low > enough && x > low && x < high;) {
    const height = f(x);
    if (height === 0) return middleOfZeros(f, bracket, x);
    if (height > 0 === atLow > 0) [low, atLow] = [x, height];
    else [high, atHigh] = [x, height];
    // A small step beyond the estimate brings the other end of the bracket close, too.
    const newton = slopeOf ? x - height / slopeOf(x) : NaN;
    const beyond = newton + Math.sign(newton - x) * Math.abs(newton) * 2 * Number.EPSILON;
    const slow = high - low > width / 2;
    width = high - low;
    x = !slow && beyond > low && beyond < high ? beyond : low + (high - low) / 2;
  }
  x = Math.abs(atLow) < Math.abs(atHigh) ? low : high;
  // 0 is where many a textbook function has its minimum, or its kink: no 1e-28 there.
  const isRoundOrJump = () =>
    (low <= 0 && high >= 0) || !(Math.abs(f(0)) > Math.min(Math.abs(atLow), Math.abs(atHigh)));
  return Math.abs(x) < 1e-15 * (bracket.high - bracket.low) && isRoundOrJump() ? 0 : x;
}

/** The place that stands for all those around one where f is 0, as at a bottom so flat that f is too small for a number: 0 if it is one of them, else the middle. */
function middleOfZeros(f: (x: number) => number, { low, high }: Bracket, x: number): number {
  const beside = 1e-12 * Math.max(1, Math.abs(x));
  if (f(x - beside) !== 0 || f(x + beside) !== 0) return x;
  if (low < 0 && high > 0 && f(0) === 0) return 0;
  const endTowards = (outside: number) => {
    let inside = x;
    for (let i = 0; i < 60; i++) {
      const middle = (inside + outside) / 2;
      if (f(middle) === 0) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return (endTowards(low) + endTowards(high)) / 2;
}
