/** How many times as densely as the response can wave frequencies are looked at. */
const DENSITY = 8;
/** Peaks that are looked at closely, the most promising first. */
const CANDIDATES = 64;
/** Each step of the golden section leaves 0.618 of an interval; after this many a peak's height is exact. */
const STEPS = 48;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The largest gain of a filter at any frequency: max over omega of |K(omega)|, K(omega) = sum_j k_j e^(-i omega j).
 *
 * |K|^2 is a trigonometric polynomial of degree r - 1, so a grid a few times as fine as that sees every peak; the
 * highest are then narrowed down. Filters whose taps have one sign pass a constant best, and need no search.
 */
export function peakOfResponse(taps: Float64Array): number {
  const sum = taps.reduce((total, tap) => total + tap, 0);
  if (taps.every((tap) => tap >= 0) || taps.every((tap) => tap <= 0)) return Math.abs(sum);
  const cells = DENSITY * taps.length;
  const gains = Float64Array.from({ length: cells + 1 }, (_, i) => squaredGain(taps, (Math.PI * i) / cells));
  // The gain is even about 0 and about pi.
  const gainAt = (i: number) => gains[i < 0 ? -i : i > cells ? 2 * cells - i : i];
  const peaks: { at: number; height: number }[] = [];
  for (let i = 0; i <= cells; i++) {
    const [before, here, after] = [gainAt(i - 1), gainAt(i), gainAt(i + 1)];
    if (here < before || here < after) continue;
    // The height of the parabola through the three.
    const bend = 2 * here - before - after;
    peaks.push({ at: i, height: bend > 0 ? here + (after - before) ** 2 / (8 * bend) : here });
  }
  peaks.sort((a, b) => b.height - a.height);
  const width = Math.PI / cells;
  const heights = peaks
    .slice(0, CANDIDATES)
    .map(({ at }) => highest((omega) => squaredGain(taps, omega), (at - 1) * width, (at + 1) * width));
  return Math.sqrt(Math.max(...heights));
}

/** |K(omega)|^2, by Horner's rule. */
export function squaredGain(taps: Float64Array, omega: number): number {
  const c = Math.cos(omega);
  const s = Math.sin(omega);
  let real = 0;
  let imaginary = 0;
  for (let j = taps.length - 1; j >= 0; j--) {
    const next = real * c + imaginary * s + taps[j];
    imaginary = imaginary * c - real * s;
    real = next;
  }
  return real * real + imaginary * imaginary;
}

/** The largest value of a function with one peak between low and high, by the golden section. */
function highest(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let x = b - GOLDEN * (b - a);
  let y = a + GOLDEN * (b - a);
  let fx = f(x);
  let fy = f(y);
  for (let i = 0; i < STEPS; i++) {
    if (fx > fy) {
      [b, y, fy] = [y, x, fx];
      fx = f((x = b - GOLDEN * (b - a)));
    } else {
      [a, x, fx] = [x, y, fy];
      fy = f((y = a + GOLDEN * (b - a)));
    }
  }
  return Math.max(fx, fy, f(low), f(high));
}
