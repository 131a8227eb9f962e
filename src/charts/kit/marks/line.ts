import { curveLinear, line as lineThrough, select, type CurveFactory } from 'd3';
import type { Mark, Panel } from '../panel';
import { color } from '../palette';
import type { Scale } from '../scales';
import { indices, reader, type Channel } from './channel';

export interface LineOptions {
  name?: string;
  panel?: Panel;
  /** In the units of the axes; the index without it. */
  x?: Channel;
  y: Channel;
  length: number;
  /** The name of a colour. */
  color?: string;
  /** Classes that make it heavy, thin or dashed. */
  look?: string;
  isFaded?: boolean;
  /** For what is pointed at: a value for `data-series`. */
  series?: string | number;
  /** A curve of d3's, such as `curveStepAfter`. */
  curve?: CurveFactory;
  clip?: boolean;
}

/** Numbers beyond this would overflow on their way to pixels, and shapes far outside of a picture are slow. */
const FAR = 1e5;
export const near = (pixels: number): number => Math.max(-FAR, Math.min(FAR, pixels));

/** Whether a number stands anywhere on an axis; a 0 on a logarithmic one is far below. */
export const isPlace = (value: number, scale: Scale): boolean => Number.isFinite(value) && !Number.isNaN(scale(value));

/** A line through points; it is broken where one has no place. */
export function line(options: LineOptions): Mark {
  const { name = 'gd-line', panel, clip = true, length, curve = curveLinear, look = '', isFaded = false } = options;
  const [xOf, yOf] = [reader(options.x), reader(options.y)];
  return {
    name,
    panel,
    clip,
    draw(group, { x, y }) {
      const path = lineThrough<number>(
        (i) => near(x(xOf(i))),
        (i) => near(y(yOf(i))),
      )
        .defined((i) => isPlace(xOf(i), x) && isPlace(yOf(i), y))
        .curve(curve)
        .digits(2);
      drawPath(
        group,
        path(thinned(length, xOf, yOf, { x, y })) ?? '',
        `gd-series ${look}`,
        options.color,
        isFaded,
        options.series,
      );
    },
  };
}

/** More points than these are thinned. */
const MANY = 2000;

/** The points that are seen: of many to a pixel those that it begins and ends with, the least and the greatest. */
function thinned(
  length: number,
  xOf: (index: number) => number,
  yOf: (index: number) => number,
  { x, y }: Pick<Panel, 'x' | 'y'>,
): number[] {
  if (length <= MANY) return indices(length);
  const kept = new Set<number>();
  let [column, least, greatest, last] = [NaN, 0, 0, 0];
  for (let i = 0; i <= length; i++) {
    const at = i < length ? Math.round(2 * x(xOf(i))) : NaN;
    if (at !== column) {
      for (const index of [least, greatest].sort((a, b) => a - b)) kept.add(index);
      kept.add(last);
      if (i === length) break;
      [column, least, greatest] = [at, i, i];
      kept.add(i);
    }
    if (y(yOf(i)) > y(yOf(least))) least = i;
    if (y(yOf(i)) < y(yOf(greatest))) greatest = i;
    last = i;
  }
  return [...kept];
}

export function drawPath(
  group: SVGGElement,
  d: string,
  look: string,
  stroke = '--gd-maximum',
  isFaded = false,
  series?: string | number,
): void {
  select(group)
    .selectAll<SVGPathElement, string>('path')
    .data([d])
    .join('path')
    .attr('class', `${look.trim()}${isFaded ? ' gd-faded' : ''}`)
    .attr('data-series', series ?? null)
    .attr('d', (path) => path)
    .style('stroke', color(stroke));
}
