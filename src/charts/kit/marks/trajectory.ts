import { placedLabels } from './label';
import { arrows } from './arrows';
import { dots } from './dots';
import { line } from './line';
import type { Mark, Panel } from '../panel';

export interface TrajectoryOptions {
  panel: Panel;
  /** Where it has been, in the units of the axes. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  color: string;
  /** Of the dots, in pixels. */
  radius?: number;
}

/** More steps than these are one line; more dots are not told apart; the first places have numbers, as far as there is room. */
const MOST_ARROWS = 60;
const MOST_DOTS = 2000;
const MOST_NUMBERS = 12;

/** Places one after the other: a dot for each, arrows between them, the first ones numbered. */
export function trajectory({ panel, x, y, color, radius = 4 }: TrajectoryOptions): Mark[] {
  const { length } = x;
  const isFew = length <= MOST_ARROWS;
  const numbers = Array.from({ length: Math.min(length, MOST_NUMBERS) }, (_, k) => {
    const [px, py] = [panel.x(x[k]), panel.y(y[k])];
    const beside = [
      [px - 3, py - 22],
      [px + 9, py - 15],
      [px - 16, py - 15],
    ] as const;
    return { text: String(k), look: 'gd-strong', places: beside };
  });
  return [
    isFew
      ? arrows({ panel, x0: x, y0: y, x1: (k) => x[k + 1], y1: (k) => y[k + 1], length: length - 1, color })
      : line({ name: 'gd-steps', panel, x, y, length, color, look: 'gd-thin' }),
    dots({
      name: 'gd-places',
      panel,
      x,
      y,
      length: Math.min(length, MOST_DOTS),
      radius: isFew ? radius : radius / 2,
      color,
      clip: true,
    }),
    placedLabels('gd-numbers', panel, numbers, []).mark,
  ];
}
