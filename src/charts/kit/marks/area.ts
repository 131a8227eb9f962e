import { area as areaBetween, curveLinear, select, type CurveFactory } from 'd3';
import type { Mark, Panel } from '../panel';
import { paint } from '../palette';
import { indices, reader, type Channel } from './channel';
import { near } from './line';

export interface AreaOptions {
  name?: string;
  panel?: Panel;
  x?: Channel;
  /** From here up to there; from 0 without it. */
  y0?: Channel;
  y1: Channel;
  length: number;
  color: string;
  /** From 0 to 1. */
  opacity?: number;
  isFaded?: boolean;
  curve?: CurveFactory;
  data?: Record<string, string | number>;
}

/** What lies between two lines one above the other: a share that is stacked, or quantiles. */
export function area(options: AreaOptions): Mark {
  const {
    name = 'gd-area',
    panel,
    length,
    color: ink,
    opacity = 1,
    isFaded = false,
    curve = curveLinear,
    data = {},
  } = options;
  const [xOf, low, high] = [reader(options.x), reader(options.y0 ?? (() => 0)), reader(options.y1)];
  return {
    name,
    panel,
    clip: true,
    draw(group, { x, y }) {
      const path = areaBetween<number>(
        (i) => near(x(xOf(i))),
        (i) => near(y(low(i))),
        (i) => near(y(high(i))),
      )
        .defined((i) => !Number.isNaN(near(y(low(i)))) && !Number.isNaN(near(y(high(i)))))
        .curve(curve);
      const joined = select(group)
        .selectAll('path')
        .data([0])
        .join('path')
        .attr('d', path(indices(length)) ?? '')
        .classed('gd-faded', isFaded)
        .style('fill', paint(ink))
        .style('fill-opacity', opacity);
      for (const [key, value] of Object.entries(data)) joined.attr(`data-${key}`, value);
    },
  };
}
