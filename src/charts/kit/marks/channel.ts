/** Numbers of a mark, one for each of its parts: as a column, or worked out from the index. */
export type Channel = ArrayLike<number> | ((index: number) => number);

export function reader(channel: Channel | undefined): (index: number) => number {
  if (channel === undefined) return (index) => index;
  return typeof channel === 'function' ? channel : (index) => channel[index];
}

/** One value for all parts of a mark, or one for each. */
export type Each<T> = T | ((index: number) => T);

export function valueAt<T extends string | number | boolean | undefined>(value: Each<T>, index: number): T {
  return typeof value === 'function' ? value(index) : value;
}

export const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);
