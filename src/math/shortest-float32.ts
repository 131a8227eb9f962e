/** No float32 needs more digits to be told from its neighbours. */
const MOST_DIGITS = 9;

/** The shortest decimal number that rounds to the same float32: 4.1 for what is kept of 4.1. */
export function shortestFloat32(value: number): number {
  if (!Number.isFinite(value) || value !== Math.fround(value)) return value;
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(MOST_DIGITS));
}
