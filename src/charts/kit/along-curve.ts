import type { Box } from './labels';
import type { Panel } from './panel';

/** The width of the pieces, in pixels. */
const PIECE = 8;

/** Boxes that hold a curve over ascending x, each a few pixels wide, for names to keep off. */
export function alongCurve(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  { x, y, left, right }: Pick<Panel, 'x' | 'y' | 'left' | 'right'>,
): Box[] {
  const count = Math.ceil((right - left) / PIECE);
  const step = (xs.length - 1) / count;
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [Math.round(i * step), Math.round((i + 1) * step)];
    const heights = Array.from({ length: to - from + 1 }, (_, k) => y(ys[from + k])).filter(Number.isFinite);
    const top = Math.min(...heights);
    return { x: x(xs[from]), y: top, width: x(xs[to]) - x(xs[from]), height: Math.max(...heights) - top };
  }).filter(({ height }) => height >= 0);
}
