import type { Place } from './plane';
import type { Units } from './plane-units';

/** A part of the window all over which the gradient is 0, as far as numbers can tell. */
export interface StationaryRegion {
  /** Whether the function is nowhere lower beside it, nowhere higher, or neither. */
  kind: 'minimum' | 'maximum' | 'degenerate';
  value: number;
  /** A place in the midst of it. */
  x: number;
  y: number;
}

/** Places that are looked at along a side of the window. */
const SIDE = 64;

/** The regions of a window in which the gradient is 0, each of at least nine places of a grid. */
export function flatRegions({ value, gradient, toPlace }: Units): StationaryRegion[] {
  const at = (i: number): Place => [(2 * (i % SIDE) + 1) / SIDE - 1, (2 * Math.floor(i / SIDE) + 1) / SIDE - 1];
  const isFlat = Array.from({ length: SIDE * SIDE }, (_, i) => gradient(...at(i)).every((part) => part === 0));
  const square = (i: number) => [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => i + row * SIDE + column));
  const isMiddle = (i: number) => neighbours(i).length === 4 && square(i).every((j) => isFlat[j]);
  // Lines of zeros may hit rows, columns and diagonals of the grid, but no such square.
  const isInside = new Set(isFlat.flatMap((_, i) => (isMiddle(i) ? square(i) : [])));
  const regions: StationaryRegion[] = [];
  while (isInside.size > 0) {
    const [first] = isInside;
    const region = connected(first, isInside);
    const here = value(...at(first));
    const beside = new Set(region.flatMap(neighbours).filter((i) => !isFlat[i]));
    const changes = [...beside].map((i) => value(...at(i)) - here);
    const [x, y] = toPlace(at(deepest(region)));
    regions.push({ kind: kindOf(changes), value: here, x, y });
  }
  return regions;
}

function kindOf(changes: readonly number[]): StationaryRegion['kind'] {
  if (changes.every((change) => change >= 0)) return 'minimum';
  return changes.every((change) => change <= 0) ? 'maximum' : 'degenerate';
}

/** The places of a set that can be reached from one without leaving it; they are taken out of it. */
function connected(first: number, among: Set<number>): number[] {
  among.delete(first);
  const reached = [first];
  for (const i of reached) for (const next of neighbours(i)) if (among.delete(next)) reached.push(next);
  return reached;
}

function neighbours(i: number): number[] {
  const column = i % SIDE;
  return [
    ...(column > 0 ? [i - 1] : []),
    ...(column < SIDE - 1 ? [i + 1] : []),
    ...(i >= SIDE ? [i - SIDE] : []),
    ...(i < SIDE * (SIDE - 1) ? [i + SIDE] : []),
  ];
}

/** The place that is left last when a region is taken away from its edges. */
function deepest(region: readonly number[]): number {
  let left = region;
  for (;;) {
    const inside = new Set(left);
    const next = left.filter((i) => neighbours(i).filter((beside) => inside.has(beside)).length === 4);
    if (next.length === 0 || next.length === left.length) return left[left.length >> 1];
    left = next;
  }
}
