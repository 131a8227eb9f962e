import * as kit from '../../charts/kit';
import { LINE_COLORS } from './shown';

export type Point = readonly [number, number];

/** A grid's lines of points: those along the first input, then those along the second. */
export interface GridLine {
  along: 0 | 1;
  inputs: readonly (readonly number[])[];
}

const LINES = 11;
const POINTS = 61;

/**
 * Lines over a square of the first two inputs, the others held where `input` has them.
 * @param reach how far the square goes from 0
 */
export function gridLines(input: readonly number[], reach: number): GridLine[] {
  const place = (i: number, count: number) => reach * ((2 * i) / (count - 1) - 1);
  const at = (first: number, second: number) => input.map((value, i) => (i === 0 ? first : i === 1 ? second : value));
  const line = (along: 0 | 1, i: number): GridLine => ({
    along,
    inputs: Array.from({ length: POINTS }, (_, k) =>
      along === 0 ? at(place(k, POINTS), place(i, LINES)) : at(place(i, LINES), place(k, POINTS)),
    ),
  });
  const lines = Array.from({ length: LINES }, (_, i) => i);
  return input.length === 1
    ? [line(0, (LINES - 1) / 2)]
    : [...lines.map((i) => line(0, i)), ...lines.map((i) => line(1, i))];
}

/** Directions of the axes in which numbers are drawn: at right angles for two, evenly around for more of them. */
export function axesOf(count: number): Point[] {
  if (count <= 2) return [[1, 0] as const, [0, 1] as const].slice(0, count);
  return Array.from({ length: count }, (_, i) => {
    const angle = Math.PI / 2 + (2 * Math.PI * i) / count;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
}

/** Where numbers stand in a plane. */
export function projected(values: readonly number[], axes: readonly Point[]): Point {
  return axes.reduce<Point>(([x, y], [dx, dy], i) => [x + values[i] * dx, y + values[i] * dy], [0, 0]);
}

/** What a picture of points covers: all of them, and where there are more than two axes these as well. */
export function extentOf(
  points: readonly Point[],
  axes: readonly Point[],
): { x: kit.Interval; y: kit.Interval; reach: number } {
  const reach = kit.roundUp(1.05 * Math.max(1e-9, ...points.flat().map(Math.abs)));
  if (axes.length > 2) return { x: [-reach, reach], y: [-reach, reach], reach };
  const [x, y] = [0, 1].map((i): kit.Interval => {
    const [low, high] = [Math.min(...points.map((point) => point[i])), Math.max(...points.map((point) => point[i]))];
    const room = 0.08 * (high - low) || 0.5 * Math.abs(high) || 1;
    return [low - room, high + room];
  });
  return { x, y, reach };
}

/** The images of a grid's lines, as shapes. */
export function gridShapes(
  lines: readonly GridLine[],
  image: (x: readonly number[]) => Point,
  look: Partial<kit.Shape> = {},
): kit.Shape[] {
  return lines.map(({ along, inputs }) => ({
    points: inputs.map(image),
    color: LINE_COLORS[along],
    width: 1.25,
    isOpen: true,
    ...look,
  }));
}

/** The axes of more than two numbers, with their names. */
export function axisMarks(axes: readonly Point[], reach: number, names: readonly string[]): kit.Mark[] {
  if (axes.length <= 2) return [];
  return [
    kit.shapes(
      'gd-directions',
      axes.map(([x, y]) => ({
        points: [
          [0, 0],
          [x * reach * 0.88, y * reach * 0.88],
        ],
        color: '--gd-axis',
        width: 1,
        isOpen: true,
      })),
    ),
    kit.labels(
      'gd-direction-names',
      axes.map(([x, y], i) => ({
        text: names[i],
        x: x * reach * 0.95,
        y: y * reach * 0.95,
        dy: 4,
        anchor: 'middle' as const,
        look: 'gd-strong',
      })),
    ),
  ];
}
