import type { Panel } from './kit';

/** A line through two points, as a mark takes it. */
export interface Segment {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** Half the width of a tangent, as a share of the axis. */
const HALF = 0.16;

/** The tangent of a curve where it has the height y and the slope k; it ends at the edges of its panel. */
export function tangentAt({ x: across, y: up }: Pick<Panel, 'x' | 'y'>, x: number, y: number, k: number): Segment {
  const [left, right] = across.domain();
  const [low, high] = up.domain();
  const half = HALF * (right - left);
  const until = (edge: number) => (k === 0 ? half : Math.min(half, Math.abs((edge - y) / k)));
  const [behind, ahead] = [until(k > 0 ? low : high), until(k > 0 ? high : low)];
  return { x: [x - behind, x + ahead], y: [y - k * behind, y + k * ahead] };
}

/** The same in pixels, for what is read. */
export function segmentInPixels(panel: Pick<Panel, 'x' | 'y'>, { x, y }: Segment) {
  return { x1: panel.x(x[0]), x2: panel.x(x[1]), y1: panel.y(y[0]), y2: panel.y(y[1]) };
}
