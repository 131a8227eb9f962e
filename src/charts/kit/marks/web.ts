import type { Mark, Panel } from '../panel';
import { drawPath, near } from './line';

export interface WebOptions {
  name?: string;
  panel?: Panel;
  /** The iterates: each step goes up or down to the map and across to the diagonal. */
  iterates: ArrayLike<number>;
  /** How many steps are drawn; all without it. */
  steps?: number;
  color?: string;
  look?: string;
}

/** The cobweb of an iterated map, between its curve and the diagonal. */
export function web({
  name = 'gd-web',
  panel,
  iterates,
  steps = iterates.length - 1,
  color,
  look = '',
}: WebOptions): Mark {
  return {
    name,
    panel,
    clip: true,
    draw(group, { x, y }) {
      let d = '';
      for (let k = 0; k < Math.min(steps, iterates.length - 1); k++) {
        const [from, to] = [iterates[k], iterates[k + 1]];
        if (Number.isNaN(near(x(from))) || Number.isNaN(near(y(to)))) break;
        if (k === 0) d = `M${near(x(from)).toFixed(2)},${near(y(from)).toFixed(2)}`;
        d += `V${near(y(to)).toFixed(2)}H${near(x(to)).toFixed(2)}`;
      }
      drawPath(group, d, `gd-series ${look}`, color);
    },
  };
}
