import { select } from 'd3';
import type { Mark, Panel } from '../panel';
import { paint } from '../palette';
import { indices, reader, valueAt, type Channel, type Each } from './channel';

export interface BarsOptions {
  name?: string;
  panel?: Panel;
  length: number;
  /** From and to, across and up, in the units of the axes. */
  x0: Channel;
  x1: Channel;
  y0?: Channel;
  y1: Channel;
  color: Each<string>;
  isFaded?: Each<boolean>;
  /** Pixels left free between neighbours. */
  gap?: number;
  /** A bar is never narrower or lower than these pixels. */
  least?: readonly [width: number, height: number];
  /** Attributes of each bar. */
  data?: Record<string, (index: number) => string | number>;
}

/** Bars, or what is stacked of them. */
export function bars(options: BarsOptions): Mark {
  const {
    name = 'gd-bars',
    panel,
    length,
    color: ink,
    isFaded = false,
    gap = 0.5,
    least = [2, 0],
    data = {},
  } = options;
  const [from, to] = [reader(options.x0), reader(options.x1)];
  const [base, height] = [reader(options.y0 ?? (() => 0)), reader(options.y1)];
  return {
    name,
    panel,
    draw(group, { x, y }) {
      const boxes = indices(length).map((i) => {
        const [left, right] = [x(from(i)), x(to(i))];
        const width = Math.max(least[0], Math.abs(right - left) - gap);
        const [low, high] = [y(base(i)), y(height(i))];
        const tall = Math.max(least[1], Math.abs(low - high));
        return { i, x: (left + right - width) / 2, width, y: Math.max(low, high) - tall, height: tall };
      });
      const joined = select(group)
        .selectAll<SVGRectElement, (typeof boxes)[number]>('rect')
        .data(boxes)
        .join('rect')
        .attr('x', (d) => d.x)
        .attr('y', (d) => d.y)
        .attr('width', (d) => d.width)
        .attr('height', (d) => d.height)
        .classed('gd-faded', ({ i }) => valueAt(isFaded, i))
        .style('fill', ({ i }) => paint(valueAt(ink, i)));
      for (const [key, of] of Object.entries(data)) joined.attr(`data-${key}`, ({ i }) => of(i));
    },
  };
}
