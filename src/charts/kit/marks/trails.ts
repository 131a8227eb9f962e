import { resolveColors } from '../colors';
import { paint } from '../palette';
import type { Mark, Panel } from '../panel';

export interface TrailsOptions {
  panel?: Panel;
  /** Where each of the members is, was one step ago, two steps ago, ...: each with all members' places. */
  places: readonly { x: ArrayLike<number>; y: ArrayLike<number> }[];
  /** Which of the colours each member has. */
  group: ArrayLike<number>;
  colors: readonly string[];
  /** How strong each group is, from 0 to 1. */
  strength(group: number): number;
}

/** Pixels: shorter steps are hidden by their dots. */
const SHORTEST = 4;
/** How strong the last step is; each earlier one is half as strong. */
const STRENGTH = 0.22;

/** Where thousands of dots came from: faint lines along their last steps. */
export function trails({ panel, places, group, colors, strength }: TrailsOptions): Mark {
  return {
    name: 'gd-trails',
    panel,
    paint(context, { root, x, y, left, right, top, bottom }) {
      if (places.length < 2) return;
      const inks = resolveColors(root, colors.map(paint));
      context.save();
      context.beginPath();
      context.rect(left, top, right - left, bottom - top);
      context.clip();
      context.lineWidth = 1;
      for (let age = 0; age + 1 < places.length; age++) {
        const [to, from] = [places[age], places[age + 1]];
        const paths = colors.map(() => new Path2D());
        for (let i = 0; i < to.x.length; i++) {
          const [x0, x1] = [x(from.x[i]), x(to.x[i])];
          if (!(Math.abs(x1 - x0) > SHORTEST) || Math.max(x0, x1) < left || Math.min(x0, x1) > right) continue;
          const [y0, y1] = [y(from.y[i]), y(to.y[i])].map((up) => Math.max(top - 1e4, up));
          paths[group[i]].moveTo(x0, y0);
          paths[group[i]].lineTo(x1, y1);
        }
        for (const [i, path] of paths.entries()) {
          context.globalAlpha = STRENGTH * 0.5 ** age * strength(i);
          context.strokeStyle = inks[i];
          context.stroke(path);
        }
      }
      context.restore();
    },
  };
}
