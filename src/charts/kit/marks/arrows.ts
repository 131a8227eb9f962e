import { select } from 'd3';
import type { Mark, Panel } from '../panel';
import { paint } from '../palette';
import { indices, reader, valueAt, type Channel, type Each } from './channel';
import { near } from './line';

export interface ArrowsOptions {
  name?: string;
  panel?: Panel;
  /** From where to where, in the units of the axes. */
  x0: Channel;
  y0: Channel;
  x1: Channel;
  y1: Channel;
  length: number;
  color?: Each<string>;
  isFaded?: Each<boolean>;
  /** Of the head, in pixels. */
  head?: number;
  width?: number;
}

/** Arrows, such as gradients and steps. */
export function arrows(options: ArrowsOptions): Mark {
  const {
    name = 'gd-arrows',
    panel,
    length,
    color: ink = '--gd-accent',
    isFaded = false,
    head = 7,
    width = 1.75,
  } = options;
  const [x0, y0, x1, y1] = [reader(options.x0), reader(options.y0), reader(options.x1), reader(options.y1)];
  return {
    name,
    panel,
    clip: true,
    draw(group, { x, y }) {
      const pathOf = (i: number) => {
        const [fromX, fromY, toX, toY] = [x(x0(i)), y(y0(i)), x(x1(i)), y(y1(i))].map(near);
        const long = Math.hypot(toX - fromX, toY - fromY);
        if (!(long > 0)) return '';
        // Shorter arrows have smaller heads; both barbs are turned by 25 degrees from the shaft.
        const size = Math.min(head, long / 2) / long;
        const barb = (angle: number) => {
          const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
          const [dx, dy] = [fromX - toX, fromY - toY];
          return `${(toX + dx * cos - dy * sin).toFixed(2)},${(toY + dx * sin + dy * cos).toFixed(2)}`;
        };
        return `M${fromX.toFixed(2)},${fromY.toFixed(2)}L${toX.toFixed(2)},${toY.toFixed(2)}M${barb(0.44)}L${toX.toFixed(2)},${toY.toFixed(2)}L${barb(-0.44)}`;
      };
      select(group)
        .selectAll<SVGPathElement, number>('path')
        .data(indices(length))
        .join('path')
        .attr('d', pathOf)
        .classed('gd-faded', (i) => valueAt(isFaded, i))
        .style('fill', 'none')
        .style('stroke', (i) => paint(valueAt(ink, i)))
        .style('stroke-width', width)
        .style('stroke-linejoin', 'round');
    },
  };
}
