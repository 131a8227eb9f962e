import { select } from 'd3';
import type { Mark, Panel } from '../panel';
import type { Interval } from '../scales';
import { paint } from '../palette';

export interface BandOptions {
  name?: string;
  panel?: Panel;
  /** Stretches across, or up. */
  x?: readonly Interval[];
  y?: readonly Interval[];
  color?: string;
  opacity?: number;
}

/** A shaded stretch of an axis. */
export function band({
  name = 'gd-band',
  panel,
  x: xs,
  y: ys,
  color = 'currentColor',
  opacity = 0.08,
}: BandOptions): Mark {
  return {
    name,
    panel,
    clip: true,
    draw(group, { x, y, left, right, top, bottom }) {
      const boxes = [
        ...(xs ?? []).map(([low, high]) => [x(low), top, x(high) - x(low), bottom - top]),
        ...(ys ?? []).map(([low, high]) => [left, y(high), right - left, y(low) - y(high)]),
      ];
      select(group)
        .selectAll<SVGRectElement, number[]>('rect')
        .data(boxes)
        .join('rect')
        .attr('x', (d) => d[0])
        .attr('y', (d) => d[1])
        .attr('width', (d) => Math.max(0, d[2]))
        .attr('height', (d) => Math.max(0, d[3]))
        .style('fill', paint(color))
        .style('fill-opacity', opacity);
    },
  };
}
