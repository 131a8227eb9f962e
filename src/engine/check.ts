/** What the checks of all computations' tasks are made of. Each refuses with a `RangeError` that names field, value and what it takes. */

/** Float32 holds the square of nothing larger, and no iterate within the bound may overflow. */
export const LARGEST = 1e30;
/** Larger samples, factors, rates and ridges are refused where they are multiplied: products would come near what float32 can hold. */
export const LARGEST_FACTOR = 1e9;
export const MAXIMUM_ITERATIONS = 1_000_000;

export function refuse(field: string, value: unknown, taken: string): never {
  const shown = Array.isArray(value)
    ? `[${value.join(', ')}]`
    : typeof value === 'string'
      ? `'${value}'`
      : String(value);
  throw new RangeError(`${field} is ${shown}; it takes ${taken}`);
}

export function text(field: string, value: unknown): void {
  if (typeof value !== 'string') refuse(field, value, 'a formula as text');
}

export function list(field: string, value: unknown, taken: string): void {
  if (!Array.isArray(value)) refuse(field, value, taken);
}

/** At least one. */
export function filled(field: string, value: unknown, taken: string): void {
  if (!Array.isArray(value) || value.length === 0) refuse(field, value, taken);
}

export function number(field: string, value: unknown, least: number, most: number): void {
  if (!(typeof value === 'number' && value >= least && value <= most))
    refuse(field, value, `a number from ${least} to ${most}`);
}

export function positive(field: string, value: unknown): void {
  if (!(typeof value === 'number' && value > 0 && value <= LARGEST))
    refuse(field, value, `a number above 0, at most ${LARGEST}`);
}

export function integer(field: string, value: unknown, least: number, most: number): void {
  if (!(Number.isInteger(value) && (value as number) >= least && (value as number) <= most)) {
    refuse(field, value, `a whole number from ${least} to ${most}`);
  }
}

/** How often iterates are kept: 0 for never, else every n-th iteration. An iterate has this many numbers. */
export function kept(value: number, iterations: number, numbers: number, most: number): void {
  if (value > 0 && (Math.floor(iterations / value) + 1) * numbers > most)
    refuse(
      'every',
      value,
      `0, or so much that at most ${Math.floor(most / numbers)} iterates of ${numbers} numbers are kept`,
    );
}

export function range(field: string, { low, high }: { low: number; high: number }): void {
  number(`${field}.low`, low, -LARGEST, LARGEST);
  number(`${field}.high`, high, -LARGEST, LARGEST);
  if (!(low < high)) refuse(`${field}.high`, high, `a number above ${field}.low, ${low}`);
}
