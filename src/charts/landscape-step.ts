import * as plot from './kit';
import { formatNumber } from './kit/format';
import { landscapeWords as say, type LandscapeData } from './landscape-data';

/** A shorter arrow is not drawn, in pixels. */
const SEEN = 3;

/** Of the arrow, in pixels. */
const WIDTH = 2.5;

/** Where lines may stand along an edge of the picture, as shares of its width. */
const EDGE = [0, 0.25, 0.5, 0.75, 1];

/** Of the lines beside the run, in pixels. */
const ROW = 18;

/** What a factor means: below 0 a step jumps past the minimum, beyond -1 farther away than it was. */
export function wordOfFactor(factor: number): string {
  if (factor > 1) return say('away');
  if (factor >= 0) return say('smooth');
  return say(factor > -1 ? 'zigzag' : 'out');
}

/** The next step of the followed run, as far as there is one: from where to where, and whether its start and its length are seen. */
function stepOf({ followed }: LandscapeData, { x, y, left, right, top, bottom }: plot.Panel) {
  const { here, next, factor } = followed ?? {};
  if (!here || !next || !Number.isFinite(next.theta) || !Number.isFinite(here.value)) return undefined;
  const [px, py] = [x(here.theta), y(here.value)];
  const isInside = px >= left && px <= right && py >= top && py <= bottom;
  const isSeen = isInside && Math.abs(x(next.theta) - px) > SEEN;
  return { here, next, factor, px, py, isInside, isSeen };
}

/** Boxes that hold the lines of the step, for names to keep off. */
export function stepLines(data: LandscapeData, frame: plot.Panel): plot.Box[] {
  const step = stepOf(data, frame);
  if (!step?.isSeen) return [];
  const { x, y, left, right, top, bottom } = frame;
  const within = (low: number, place: number, high: number) => Math.min(high, Math.max(low, place));
  const { px, py, next } = step;
  const [from, to] = [px, within(left, x(next.theta), right)].sort((a, b) => a - b);
  const along = { x: from, y: py - 0.5, width: to - from, height: 1 };
  if (!(x(next.theta) >= left && x(next.theta) <= right && Number.isFinite(next.value))) return [along];
  const [high, low] = [py, within(top, y(next.value), bottom)].sort((a, b) => a - b);
  return [along, { x: x(next.theta), y: high, width: 1, height: low - high }];
}

/**
 * The next step of the followed run, under plain descent minus the rate times the slope: along the level that it leaves from, then up or down to where it arrives, in one colour
 * where the loss falls and another where it rises. Beside it stands, under plain descent, the factor that makes it smooth, a zigzag, or worse.
 *
 * @param taken where no text may stand
 * @param curve where it may stand if there is no other room
 */
export function stepMarks(
  data: LandscapeData,
  frame: plot.Frame,
  taken: readonly plot.Box[],
  curve: readonly plot.Box[],
): { arrow: plot.Mark[]; words: plot.Mark[] } {
  const step = stepOf(data, frame);
  if (!step) return { arrow: [], words: [] };
  const { here, next, factor, px, py, isInside, isSeen } = step;
  const { x, left, right, top, bottom, measure } = frame;
  const color = next.value <= here.value ? '--gd-falls' : '--gd-rises';
  const count = isSeen ? 1 : 0;
  const texts = isInside
    ? [
        ...(isSeen
          ? [
              say(factor === undefined ? 'stepOfOptimizer' : 'step', {
                variable: data.variable ?? 'θ',
                step: formatNumber(next.theta - here.theta, 3),
              }),
            ]
          : []),
        // Where there is no curvature the factor of 1 says nothing.
        ...(factor === undefined || factor.value === 1
          ? []
          : [
              say('factor', {
                place: formatNumber(factor.at, 3),
                factor: formatNumber(factor.value, 3),
                how: wordOfFactor(factor.value),
              }),
            ]),
      ]
    : [];
  // The lines stand together, beside the run: above it if there is room, else wherever there is.
  const size = { width: Math.max(0, ...texts.map((text) => measure(text, 11, 600))) + 5, height: ROW * texts.length };
  const [first, last] = [px, isSeen ? x(next.theta) : px].sort((a, b) => a - b);
  const aside = [last + 16, first - 16 - size.width, px - size.width / 2];
  const rows = Array.from({ length: 10 }, (_, i) => [-size.height - 8 - 20 * i, 10 + 20 * i]).flat();
  const places = rows.flatMap((row) => aside.map((x) => ({ x, y: py + row, ...size })));
  const bounds = { x: left, y: top, width: right - left, height: bottom - top };
  // Where many valleys leave no room beside it, below the curve or above it, as near as can be.
  const edges = [bottom - size.height - 2, top + 2].flatMap((y) =>
    [px - size.width / 2, ...EDGE.map((share) => left + 2 + share * (right - left - size.width - 4))].map((x) => ({
      x: Math.min(right - size.width - 2, Math.max(left + 2, x)),
      y,
      ...size,
    })),
  );
  const near = (place: plot.Box) => Math.abs(place.x + size.width / 2 - px);
  const clear = [...places, ...edges.sort((a, b) => near(a) - near(b))].filter((place) => plot.isClear(place, curve));
  const [block] = plot.placeLabels([texts.length > 0 ? [...clear, ...places] : []], bounds, taken);
  const { mark: words } = plot.placedLabels(
    'gd-step-labels',
    frame,
    texts.map((text, row) => ({
      text,
      look: 'gd-strong',
      places: block ? [[block.x, block.y + ROW * row] as const] : [],
    })),
    [],
  );
  const arrow = [
    plot.arrows({
      name: 'gd-step',
      x0: () => here.theta,
      y0: () => here.value,
      x1: () => next.theta,
      y1: () => here.value,
      length: count,
      color,
      width: WIDTH,
    }),
    plot.line({
      name: 'gd-arrival',
      x: () => next.theta,
      y: [here.value, next.value],
      length: 2 * count,
      color,
      look: 'gd-dashed',
    }),
  ];
  return { arrow, words: [words] };
}
