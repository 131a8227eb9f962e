import { line, select } from 'd3';
import type { Mark, Panel } from '../panel';
import { paint } from '../palette';
import { near } from './line';

export interface Shape {
  /** Its corners, in the units of the axes. */
  points: readonly (readonly [x: number, y: number])[];
  color: string;
  /** How strongly its inside is filled, from 0 to 1. */
  fill?: number;
  /** Of its outline, in pixels. */
  width?: number;
  /** Classes such as `gd-dashed`. */
  look?: string;
  /** A line that does not return to its first point. */
  isOpen?: boolean;
  isFaded?: boolean;
}

/** Closed shapes through points of a plane. */
export function shapes(name: string, all: readonly Shape[], panel?: Panel): Mark {
  return {
    name,
    panel,
    clip: true,
    draw(group, { x, y }) {
      const path = line<readonly [number, number]>(
        ([across]) => near(x(across)),
        ([, up]) => near(y(up)),
      ).digits(2);
      select(group)
        .selectAll<SVGPathElement, Shape>('path')
        .data(all)
        .join('path')
        .attr('class', ({ look = '', isFaded }) => `gd-series ${look}${isFaded ? ' gd-faded' : ''}`)
        .attr('d', ({ points, isOpen }) => `${path(points) ?? ''}${isOpen ? '' : 'Z'}`)
        .style('fill', ({ color, fill = 0 }) => (fill > 0 ? paint(color) : 'none'))
        .style('fill-opacity', ({ fill = 0 }) => fill)
        .style('stroke', ({ color, width }) => (width === 0 ? 'none' : paint(color)))
        .style('stroke-width', ({ width }) => width ?? null);
    },
  };
}
