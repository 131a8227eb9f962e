/** A closed interval [low, high]; anything that may be undefined in it is the whole line. */
export type Interval = [low: number, high: number];

export const WHOLE: Interval = [-Infinity, Infinity];

const buffer = new DataView(new ArrayBuffer(8));

/** The next smaller number. */
export function down(x: number): number {
  return -up(-x);
}

/** The next larger number. */
export function up(x: number): number {
  if (x === 0) return Number.MIN_VALUE;
  if (!(x < Infinity)) return x;
  if (x === -Infinity) return x;
  buffer.setFloat64(0, x);
  buffer.setBigInt64(0, buffer.getBigInt64(0) + (x > 0 ? 1n : -1n));
  return buffer.getFloat64(0);
}
