/**
 * The real line cut into the zones that an iterate can be in: within tolerance of a minimum (closed), the gaps
 * between these (open), and all that is beyond the bound.
 *
 * Zone 2m + 1 belongs to minimum m, zone 2m is the gap below it, and the last zone is the gap above all minima.
 * As long as an iterate stays strictly between the edges of its zone, nothing has happened to its run: one
 * comparison on each side answers for every minimum and for divergence at once.
 */
export class Zones {
  private readonly minima: number;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;

  constructor(
    minima: readonly number[],
    tolerance: number,
    private readonly bound: number,
  ) {
    this.minima = minima.length;
    // Where two tolerances overlap, the nearer minimum has the iterate, the lower one at equal distance.
    this.lows = Float64Array.from(minima, (m, i) =>
      i > 0 ? Math.max(m - tolerance, (minima[i - 1] + m) / 2) : m - tolerance,
    );
    this.highs = Float64Array.from(minima, (m, i) =>
      i + 1 < minima.length ? Math.min(m + tolerance, (m + minima[i + 1]) / 2) : m + tolerance,
    );
  }

  /** Whether an iterate is beyond the bound, or no number at all. */
  isBeyond(theta: number): boolean {
    return !(Math.abs(theta) <= this.bound);
  }

  /** The zone of an iterate that is not beyond the bound. */
  zoneOf(theta: number): number {
    let first = 0;
    let last = this.minima;
    while (first < last) {
      const middle = (first + last) >> 1;
      if (theta <= this.highs[middle]) last = middle;
      else first = middle + 1;
    }
    return first < this.minima && theta >= this.lows[first] ? 2 * first + 1 : 2 * first;
  }

  /** The minimum of a zone, if it is one's. */
  minimumOf(zone: number): number | undefined {
    return zone % 2 === 1 ? (zone - 1) / 2 : undefined;
  }

  lowOf(zone: number): number {
    const m = zone >> 1;
    const edge = zone % 2 === 1 ? this.lows[m] : m > 0 ? this.highs[m - 1] : -Infinity;
    return Math.max(edge, -this.bound);
  }

  highOf(zone: number): number {
    const m = zone >> 1;
    const edge = zone % 2 === 1 ? this.highs[m] : m < this.minima ? this.lows[m] : Infinity;
    return Math.min(edge, this.bound);
  }
}
