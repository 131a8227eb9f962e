/**
 * A closed interval that is written in place, for speed. low and high NaN: empty, i.e. undefined throughout.
 * Results are rounded outwards, so that they hold the exact value and the rounded one.
 */
export class Range {
  low = 0;
  high = 0;

  set(low: number, high: number): void {
    this.low = low;
    this.high = high;
  }

  whole(): void {
    this.set(-Infinity, Infinity);
  }

  empty(): void {
    this.set(NaN, NaN);
  }

  get isEmpty(): boolean {
    return Number.isNaN(this.low);
  }

  /** For operations that a processor rounds to the nearest number. */
  outward(low: number, high: number): void {
    this.low = down(low);
    this.high = up(high);
  }

  /** For library functions, which are good to one unit in the last place but need not be monotone in it. */
  roughly(low: number, high: number): void {
    this.low = down(down(low));
    this.high = up(up(high));
  }

  /** Cuts off what the values of a function cannot be. */
  within(low: number, high: number): void {
    this.low = Math.max(this.low, low);
    this.high = Math.min(this.high, high);
  }

  /** For sums: those that are 0 are exact. That keeps a plateau a plateau. */
  sum(low: number, high: number): void {
    this.low = low === 0 ? 0 : down(low);
    this.high = high === 0 ? 0 : up(high);
  }

  /** This + other. */
  add(other: Range): void {
    this.sum(this.low + other.low, this.high + other.high);
  }

  /** k a + l */
  affine(k: number, a: Range, l: number): void {
    if (k === 1 || (a.low === 0 && a.high === 0)) this.set(a.low, a.high);
    else if (k >= 0) this.outward(times(k, a.low), times(k, a.high));
    else this.outward(times(k, a.high), times(k, a.low));
    if (l !== 0) this.sum(this.low + l, this.high + l);
  }

  /** a b; a square where both are the same value. */
  multiply(a: Range, b: Range): void {
    if ((a.low === 0 && a.high === 0) || (b.low === 0 && b.high === 0)) return this.set(0, 0);
    if (a === b) {
      const first = times(a.low, a.low);
      const last = times(a.high, a.high);
      if (a.low <= 0 && a.high >= 0) this.set(0, up(Math.max(first, last)));
      else this.outward(Math.min(first, last), Math.max(first, last));
      return;
    }
    const p = times(a.low, b.low);
    const q = times(a.low, b.high);
    const r = times(a.high, b.low);
    const s = times(a.high, b.high);
    this.outward(Math.min(p, q, r, s), Math.max(p, q, r, s));
  }

  /** 1 / a */
  reciprocal(a: Range): void {
    if (a.low > 0 || a.high < 0) this.outward(1 / a.high, 1 / a.low);
    else if (a.isEmpty) this.empty();
    else this.whole();
  }

  /** The image of a under a function that does not decrease. */
  increasing(f: (x: number) => number, a: Range): void {
    this.roughly(f(a.low), f(a.high));
  }

  /** The image of a under a function with f(-x) = f(x) that does not decrease for x > 0. */
  even(f: (x: number) => number, a: Range): void {
    const first = f(a.low);
    const last = f(a.high);
    this.roughly(a.low <= 0 && a.high >= 0 ? f(0) : Math.min(first, last), Math.max(first, last));
  }
}

/** The product at an infinite end is a limit: 0 stays 0. */
function times(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

/** At least the next number in that direction, at most the one after it. */
function down(x: number): number {
  return x < Infinity ? x - (Math.abs(x) * Number.EPSILON + Number.MIN_VALUE) : x;
}

function up(x: number): number {
  return x > -Infinity ? x + (Math.abs(x) * Number.EPSILON + Number.MIN_VALUE) : x;
}
