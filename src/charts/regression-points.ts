import {
  cartesian,
  placedPoints,
  type Frame,
  type Grip,
  type Interval,
  type Mark,
  type PlacedPoints,
  type Reader,
} from './kit';
import { defineWords } from '../words/words';
import { short } from './matrix-text';

const say = /* @__PURE__ */ defineWords('regression-points', {
  point: 'point {number}',
  place: '({x}, {y})',
  willAdd: 'double click: a point here',
});

/** What a person does with the points of a regression; what is left out cannot be done. */
export type PointHandlers = Pick<PlacedPoints, 'onMove' | 'onAdd' | 'onRemove' | 'fewest'>;

export interface PointAxes {
  x: Interval;
  y: Interval;
}

/** Handles of more points than these are smaller. */
const MANY = 60;

/** A frame for points, and what is fitted to them. */
export const pointFrame = (root: HTMLElement, { x, y }: PointAxes, rest: { width?: number; summary: string }): Frame =>
  cartesian(root, {
    ...rest,
    x: { domain: x, title: 'x →' },
    y: { domain: y, title: '↑ y', grid: true },
    height: [260, 0.5, 400],
  });

interface RegressionPoints extends PointHandlers {
  points: readonly (readonly number[])[];
  axes: PointAxes;
  /** What the picture is. */
  name: string;
  /** What is read at a place, below the place itself. */
  read: (x: number, y: number) => ReturnType<PlacedPoints['read']>['lines'];
  grip: Grip;
}

/** The points of a regression to drag, to add and to remove: a mark for the frame, and its reader. */
export function regressionPoints(frame: Frame, options: RegressionPoints): { mark: Mark; reader: Reader } {
  const { points, axes, read, ...rest } = options;
  const placeText = (x: number, y: number) => say('place', { x: short(x), y: short(y) });
  return placedPoints(frame, {
    ...rest,
    points: points.map(([x, y], i) => ({
      x,
      y,
      label: say('point', { number: i + 1 }),
      text: placeText(x, y),
      color: '--gd-text',
      radius: points.length > MANY ? 4 : 6,
    })),
    initial: [(axes.x[0] + axes.x[1]) / 2, (axes.y[0] + axes.y[1]) / 2],
    read: (x, y) => ({
      lines: [{ text: placeText(x, y) }, ...read(x, y)],
      hint: options.onAdd && say('willAdd'),
    }),
  });
}
