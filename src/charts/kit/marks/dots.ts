import { select, symbol, symbolCircle, type SymbolType } from 'd3';
import type { Mark, Panel } from '../panel';
import { paint } from '../palette';
import { indices, reader, valueAt, type Channel, type Each } from './channel';
import { isPlace, near } from './line';

export interface DotsOptions {
  name?: string;
  panel?: Panel;
  x?: Channel;
  y: Channel;
  length: number;
  /** A symbol of d3's; a circle without it. */
  symbol?: SymbolType;
  /** In pixels. */
  radius?: Each<number>;
  /** The name of a colour, or any CSS colour. */
  color?: Each<string>;
  /** An outline instead of a filled shape, or an outline of this colour around it. */
  stroke?: Each<string>;
  isHollow?: Each<boolean>;
  isFaded?: Each<boolean>;
  /** Pixels aside from the place. */
  dx?: number;
  dy?: number;
  /** Turned, in degrees. */
  turn?: number;
  look?: string;
  clip?: boolean;
}

/** A dot, or another symbol, at each place. */
export function dots(options: DotsOptions): Mark {
  const { name = 'gd-dots', panel, clip, length, radius = 3, color: ink = '--gd-series-recovery' } = options;
  const {
    symbol: shape = symbolCircle,
    stroke,
    isHollow = false,
    isFaded = false,
    dx = 0,
    dy = 0,
    turn,
    look = '',
  } = options;
  const [xOf, yOf] = [reader(options.x), reader(options.y)];
  return {
    name,
    panel,
    clip,
    draw(group, { x, y }) {
      const placed = indices(length).filter((i) => isPlace(xOf(i), x) && isPlace(yOf(i), y));
      const turned = turn === undefined ? '' : ` rotate(${turn})`;
      // Chromium rounds the edge of a path of arcs another way when it draws it again; not that of a circle.
      const isRound = shape === symbolCircle;
      const tag = isRound ? 'circle' : 'path';
      select(group)
        .selectAll<SVGElement, number>('*')
        .filter((_, i, all) => all[i].localName !== tag)
        .remove();
      const drawn = select(group)
        .selectAll<SVGElement, number>(tag)
        .data(placed)
        .join(tag)
        .attr('class', (i) => `${look}${valueAt(isFaded, i) ? ' gd-faded' : ''}`.trim() || null)
        .attr('transform', (i) => `translate(${near(x(xOf(i)) + dx)},${near(y(yOf(i)) + dy)})${turned}`)
        .style('fill', (i) => (valueAt(isHollow, i) ? 'none' : paint(valueAt(ink, i))))
        .style('stroke', (i) =>
          valueAt(isHollow, i) ? paint(valueAt(ink, i)) : stroke === undefined ? null : paint(valueAt(stroke, i)),
        );
      if (isRound) drawn.attr('r', (i) => valueAt(radius, i));
      else drawn.attr('d', (i) => symbol(shape, (2 * valueAt(radius, i)) ** 2)());
    },
  };
}
