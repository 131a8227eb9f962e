import { select } from 'd3';
import type { Mark, Panel } from '../panel';

export interface RuleOptions {
  name?: string;
  panel?: Panel;
  /** Where the lines stand: upright at these x, or level at these y; what is outside of the panel is left out. */
  x?: readonly number[];
  y?: readonly number[];
  /** How a line looks: `gd-threshold` is dashed, `gd-hair` finely dotted, `gd-selected` heavy, `gd-zero` an axis. */
  look: string;
  /** A light line under it, on top of any colour. */
  isOnColor?: boolean;
  isFaded?: (index: number) => boolean;
  /** Pixels by which upright lines reach beyond the panel, above and below. */
  above?: number | ((index: number) => number);
  below?: number;
  /** Upright lines begin at these y instead of the upper edge. */
  from?: readonly number[];
}

/** Lines across a panel. */
export function rule({
  name = 'gd-rule',
  panel,
  x: xs,
  y: ys,
  look,
  isOnColor,
  isFaded,
  above = 0,
  below = 0,
  from,
}: RuleOptions): Mark {
  return {
    name,
    panel,
    draw(group, { x, y, left, right, top, bottom }) {
      const beyond = typeof above === 'function' ? above : () => above;
      const upright = (xs ?? []).flatMap((value, i) => {
        const at = x(value);
        const y1 = from ? y(from[i]) : top - beyond(i);
        return at >= left - 0.5 && at <= right + 0.5 ? [{ i, x1: at, x2: at, y1, y2: bottom + below }] : [];
      });
      const level = (ys ?? []).flatMap((value, i) => {
        const at = y(value);
        return at >= top - 0.5 && at <= bottom + 0.5 ? [{ i, x1: left, x2: right, y1: at, y2: at }] : [];
      });
      const looks = isOnColor ? ['gd-under', look] : [look];
      const lines = [...upright, ...level].flatMap((line) => looks.map((look) => ({ ...line, look })));
      select(group)
        .selectAll<SVGLineElement, (typeof lines)[number]>('line')
        .data(lines)
        .join('line')
        .attr('class', (d) => `${d.look}${isFaded?.(d.i) ? ' gd-faded' : ''}`)
        .attr('x1', (d) => d.x1)
        .attr('x2', (d) => d.x2)
        .attr('y1', (d) => (d.look === 'gd-under' && !from ? Math.max(d.y1, top) : d.y1))
        .attr('y2', (d) => d.y2);
    },
  };
}
