import { symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3';
import * as kit from '../../charts/kit';
import type { Outcome } from '../../charts/outcome';
import type { Place } from '../../math/plane';
import type { StationaryRegion } from '../../math/flat-regions';
import type { PlanePoint } from '../../math/stationary-plane';
import { placeText } from './ends';
import { say } from './words';

const SYMBOLS = {
  minimum: symbolCircle,
  maximum: symbolTriangle,
  saddle: symbolDiamond,
  degenerate: symbolSquare,
} as const;

/** More of them have no names. */
export const MOST_NAMES = 9;
/** Half of the room that a symbol takes, how far from it a name stands, and how high that is, in pixels. */
const HALF = 8;
const GAP = 4;
const HIGH = 14;

interface StationaryMarksOptions {
  /** All of them, from the lowest up. */
  points: readonly PlanePoint[];
  /** Where the loss is level all over a region: a name in the midst of each. */
  regions: readonly StationaryRegion[];
  outcomes: readonly Outcome[];
  frame: kit.Frame;
  /** Where one stands, in the units of the frame; undefined where it is not seen. */
  at(point: Pick<PlanePoint, 'x' | 'y'>): Place | undefined;
  /** Another place that names do not cover, in the units of the frame. */
  besides?: Place;
  /** Where other texts stand, in pixels. */
  taken?: readonly kit.Box[];
}

/** The places where the gradient is 0: minima in their colours, each kind with its symbol, named where there is room. */
export function stationaryMarks({
  points,
  regions,
  outcomes,
  frame,
  at,
  besides,
  taken: texts = [],
}: StationaryMarksOptions): kit.Mark[] {
  const minima = points.filter(({ kind }) => kind === 'minimum');
  const seen = points.flatMap((point) => {
    const place = at(point);
    return place ? [{ ...point, place, color: outcomes[minima.indexOf(point)]?.color ?? '--gd-surface' }] : [];
  });
  const marks = Object.entries(SYMBOLS).map(([kind, symbol]) => {
    const these = seen.filter((point) => point.kind === kind);
    const isMinimum = kind === 'minimum';
    return kit.dots({
      name: `gd-${kind}`,
      x: (i) => these[i].place[0],
      y: (i) => these[i].place[1],
      length: these.length,
      symbol,
      radius: isMinimum ? 6 : 4.5,
      color: (i) => (isMinimum ? these[i].color : '--gd-surface'),
      stroke: isMinimum ? '--gd-surface' : '--gd-text',
      look: 'gd-rimmed',
      clip: true,
    });
  });
  const named = seen.length <= MOST_NAMES ? seen : seen.filter(({ kind }) => kind === 'minimum').slice(0, MOST_NAMES);
  const names = named.map(({ kind, x, y, place }) => {
    const [px, py] = [frame.x(place[0]), frame.y(place[1])];
    const text = say(kind, { place: placeText(x, y) });
    const look = kind === 'minimum' ? 'gd-strong' : '';
    const wide = frame.measure(text, 11, look ? 600 : 400) + 5;
    const [right, left, middle] = [px + HALF + GAP, px - HALF - GAP - wide, px - wide / 2];
    const [above, below, level] = [py - HALF - GAP - HIGH, py + HALF + GAP, py - HIGH / 2];
    const places = [
      [right, level],
      [left, level],
      [middle, below],
      [middle, above],
      [px, above],
      [px - wide, above],
      [px, below],
      [px - wide, below],
    ] as const;
    return { text, look, places };
  });
  const levels = regions.slice(0, MOST_NAMES).flatMap((region) => {
    const place = at(region);
    if (!place) return [];
    const text = say('region');
    const left = frame.x(place[0]) - frame.measure(text, 11) / 2;
    return [
      { text, look: '', places: [0, -1, 1, -2, 2].map((row) => [left, frame.y(place[1]) + row * HIGH] as const) },
    ];
  });
  const taken = [...seen.map(({ place }) => place), ...(besides ? [besides] : [])].map(([x, y]) => ({
    x: frame.x(x) - HALF,
    y: frame.y(y) - HALF,
    width: 2 * HALF,
    height: 2 * HALF,
  }));
  return [...marks, kit.placedLabels('gd-names', frame, [...names, ...levels], [...taken, ...texts]).mark];
}
