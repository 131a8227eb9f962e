import type { PlaneWindow } from '../../math/plane';
import type { BlockFunction } from '../../formula';

/** A function over a window: its values on a grid, and its heights, from 0 to 1, as pictures show them. */
export interface Terrain {
  window: PlaneWindow;
  /** Places along each axis, the edges of the window included. */
  columns: number;
  rows: number;
  /** Row by row from the lowest y up, each from the lowest x on. */
  values: Float64Array;
  heights: Float32Array;
  /** The height of a value. */
  heightOf: (value: number) => number;
  /** Values of equal steps of the height, ascending: lines of equal loss. */
  levels: number[];
  /** Whether heights are not in proportion to the values. */
  isBent: boolean;
}

/** A function's values at the nodes of a grid that reaches from edge to edge. */
export function valuesOver(block: BlockFunction, { x, y }: PlaneWindow, columns: number, rows: number): Float64Array {
  const at = ([low, high]: readonly [number, number], i: number, count: number) =>
    low + ((high - low) * i) / Math.max(1, count - 1);
  const xs = Float64Array.from({ length: columns * rows }, (_, i) => at(x, i % columns, columns));
  const ys = Float64Array.from({ length: columns * rows }, (_, i) => at(y, Math.floor(i / columns), rows));
  const values = new Float64Array(xs.length);
  block.evaluate([xs, ys], [values], xs.length);
  return values;
}

const LEVELS = 15;
/** Where half of the values lie in the lowest few hundredths, low places would all look alike. */
const MIDDLE = 0.36;
const MOST_BENT = 0.12;

/**
 * Heights that show both the bottoms of valleys and the walls around them: a power of the value, such that half of the
 * window lies above about a third of the height. What is not finite is as high as the highest.
 */
export function terrainOf(block: BlockFunction, window: PlaneWindow, columns: number, rows = columns): Terrain {
  const values = valuesOver(block, window, columns, rows);
  const sorted = values.filter(Number.isFinite).sort();
  const low = sorted[0] ?? 0;
  const near = sorted[Math.floor(0.97 * (sorted.length - 1))] ?? 1;
  const top = sorted.at(-1) ?? 1;
  // A pole would press all else flat.
  const high = top - low > 1e3 * (near - low) && near > low ? near : top > low ? top : low + 1;
  const middle = ((sorted[sorted.length >> 1] ?? low) - low) / (high - low);
  const power = middle > 0 && middle < MIDDLE ? Math.max(MOST_BENT, Math.log(MIDDLE) / Math.log(middle)) : 1;
  const heightOf = (value: number) =>
    Number.isFinite(value) ? Math.min(1, Math.max(0, (value - low) / (high - low)) ** power) : value < 0 ? 0 : 1;
  const levels = Array.from({ length: LEVELS }, (_, i) => low + (high - low) * ((i + 0.5) / LEVELS) ** (1 / power));
  return {
    window,
    columns,
    rows,
    values,
    heights: Float32Array.from(values, heightOf),
    heightOf,
    levels,
    isBent: power < 1,
  };
}

/** The height at a place of the window, given as shares from its low ends. */
export function heightAt({ heights, columns, rows }: Terrain, across: number, up: number): number {
  const x = Math.min(columns - 1, Math.max(0, across * (columns - 1)));
  const y = Math.min(rows - 1, Math.max(0, up * (rows - 1)));
  const [column, row] = [Math.min(columns - 2, Math.floor(x)), Math.min(rows - 2, Math.floor(y))];
  const [right, above] = [x - column, y - row];
  const first = row * columns + column;
  const lower = heights[first] + (heights[first + 1] - heights[first]) * right;
  const upper = heights[first + columns] + (heights[first + columns + 1] - heights[first + columns]) * right;
  return lower + (upper - lower) * above;
}
