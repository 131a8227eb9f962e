import type { Mark, Panel } from '../panel';
import { resolveColors } from '../colors';
import { paint } from '../palette';
import { indices, reader, type Channel } from './channel';

export interface CloudOptions {
  panel?: Panel;
  x: Channel;
  y: Channel;
  length: number;
  radius: number;
  /** Which of the colours a dot has; the first without it. */
  group?: Channel;
  /** Names of colours; the first is drawn last, over the others. */
  colors: readonly string[];
  /** The name of the colour of a thin rim around each dot. */
  rim?: string;
  /** How strong each group is, from 0 to 1. */
  strength?(group: number): number;
}

/** How strong dots above the picture are, beside those in it. */
const ABOVE = 0.35;

/** Thousands of dots: those of one colour are one path, drawn in a millisecond. */
export function cloud({
  panel,
  x: across,
  y: up,
  length,
  radius,
  group,
  colors,
  rim,
  strength = () => 0.85,
}: CloudOptions): Mark {
  const [xOf, yOf, groupOf] = [reader(across), reader(up), group === undefined ? () => 0 : reader(group)];
  return {
    name: 'gd-cloud',
    panel,
    paint(context, { root, x, y, left, right, top, bottom }) {
      const [rimInk, ...inks] = resolveColors(root, [rim ?? 'transparent', ...colors].map(paint));
      const inside = colors.map(() => new Path2D());
      const above = colors.map(() => new Path2D());
      for (const i of indices(length)) {
        const [px, py] = [x(xOf(i)), y(yOf(i))];
        if (!(px >= left && px <= right && py <= bottom)) continue;
        // What is higher than the picture is hinted at along its upper edge, and must not look like a curve there.
        const [paths, size] = py < top ? [above, radius / 2] : [inside, radius];
        const path = paths[groupOf(i)];
        path.moveTo(px + size, Math.max(top, py));
        path.arc(px, Math.max(top, py), size, 0, 2 * Math.PI);
      }
      for (let i = colors.length - 1; i >= 0; i--) {
        context.fillStyle = inks[i];
        context.globalAlpha = ABOVE * strength(i);
        context.fill(above[i]);
        context.globalAlpha = strength(i);
        context.fill(inside[i]);
        if (rim === undefined) continue;
        context.strokeStyle = rimInk;
        context.lineWidth = 0.6;
        context.stroke(inside[i]);
      }
    },
  };
}
