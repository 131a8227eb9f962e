import { symbolTimes } from 'd3';
import * as plot from './kit';

/** The room above a panel that the words over its limit need. */
export const LIMIT_ROOM = 30;

/** A dashed line at the rate that theory names; above it, that in words, and below these what was measured. Nothing without words. */
export function limitMarks(
  { x, left, right, measure }: plot.Frame,
  predicted: number,
  words: readonly [string, string] | undefined,
): plot.Mark[] {
  if (!words) return [];
  const wide = Math.max(measure(words[0], 11, 600), measure(words[1]));
  const at = Math.max(left, Math.min(right - wide, x(predicted) - wide / 2)) || left;
  return [
    plot.rule({ name: 'gd-threshold-mark', x: [predicted], look: 'gd-threshold', above: 4 }),
    plot.labels('gd-limit', [
      { text: words[0], left: at - left, top: -22, look: 'gd-strong' },
      { text: words[1], left: at - left, top: -8 },
    ]),
  ];
}

/** A cross at the upper edge for every rate whose loss is beyond the picture. */
export function beyondMark(
  frame: plot.Frame,
  rates: plot.Channel,
  length: number,
  colors?: (index: number) => string,
): plot.Mark {
  return plot.dots({
    name: 'gd-crosses',
    x: rates,
    y: () => frame.y.domain()[1],
    length,
    symbol: symbolTimes,
    radius: 2.8,
    dy: 7,
    color: colors ?? '--gd-diverged',
    isHollow: true,
    look: 'gd-cross',
  });
}
