import {
  cartesian,
  dots,
  formatNumber,
  handles,
  holdingAxes,
  labels,
  shapes,
  type Chart,
  type Shape,
} from '../../../charts/kit';
import { ballOutline, type Point } from '../norm';
import { say } from '../words';
import { LP, noteOn, normsOf, normsText, roundUp, snapped, vectorText } from './norms';
import { besideRows, drawRows, type Emphasis } from './rows';

export interface BallsData extends Emphasis {
  point: Point;
  p: number;
  onMove?(point: Point): void;
}

const STEPS = 50;
const DIAGONAL = Math.SQRT1_2;

const reach = ({ point }: BallsData) => Math.max(1.5, roundUp(1.1 * Math.max(...point.map(Math.abs))));

const draw = holdingAxes<BallsData, number>(reach, (container, data, most, grip) => {
  const { point, p, highlighted, onMove } = data;
  const { picture, aside, width } = besideRows(container, data.width);
  const norms = normsOf(point, p);
  const step = snapped(most / STEPS, most / STEPS);
  const isFaded = (index: number) => highlighted !== undefined && highlighted !== index;
  const frame = cartesian(picture, {
    width,
    height: 400,
    x: { domain: [-most, most], title: say('firstCoordinate'), hasEqualUnits: true },
    y: { domain: [-most, most], title: say('secondCoordinate') },
    summary: balls.summarize(data),
  });
  const [left, right] = frame.x.domain();
  const outline = (index: number, rest: Partial<Shape> = {}): Shape => ({
    points: ballOutline(norms[index].power, 1),
    color: norms[index].color,
    width: index === LP ? 2.5 : 2,
    isFaded: isFaded(index),
    ...rest,
  });
  const axis = (...points: Point[]): Shape => ({
    points,
    color: norms[0].color,
    width: 2,
    isOpen: true,
    isFaded: isFaded(0),
  });
  const chord: Point[] =
    p < 1
      ? [
          [1, 0],
          [0, 1],
        ]
      : [];
  frame.draw([
    shapes('gd-balls', [
      axis([left, 0], [right, 0]),
      axis([0, -most], [0, most]),
      { points: ballOutline(0.5, 1), color: '--gd-minimum-5', width: 1.25, isFaded: highlighted !== undefined },
      outline(3),
      outline(2),
      outline(1),
      outline(LP, { fill: 0.07 }),
      outline(LP, { points: ballOutline(p, norms[LP].value), look: 'gd-dashed', width: 1.5 }),
      ...(chord.length > 0 ? [{ points: chord, color: '--gd-text', width: 1, isOpen: true }] : []),
    ]),
    dots({ length: chord.length / 2, x: [0.5], y: [0.5], color: '--gd-text' }),
    labels('gd-names', [
      ...norms.slice(1).map(({ power }, i) => {
        const at = power === Infinity ? 1 : DIAGONAL ** (2 / power);
        return {
          text: `p = ${formatNumber(power)}`,
          x: (i + 1 === LP ? 1 : -1) * at,
          y: (i + 1 === LP ? -1 : 1) * at,
          dx: 0,
          dy: 4,
          anchor: 'middle' as const,
        };
      }),
      { text: 'p = ½', x: -0.25, y: -0.25, dy: 4, anchor: 'middle' },
      { text: 'p = 0', x: 0, y: most, dx: 6, dy: 12 },
      { text: chord.length > 0 ? say('midpoint') : '', x: 0.5, y: 0.5, dx: 8, dy: -4 },
    ]),
    handles({
      along: 'both',
      step,
      handles: [{ x: point[0], y: point[1], label: say('point'), text: vectorText(point) }],
      onMove: onMove && ((_, x, y) => onMove([snapped(x, step / 2), snapped(y, step / 2)])),
      ...grip,
    }),
  ]);
  drawRows(
    aside,
    say('ofPoint', { point: vectorText(point) }),
    norms.map((norm, index) => ({
      norm: index,
      name: norm.name,
      color: norm.color,
      value: formatNumber(norm.value),
      note: norm.power > 0 && norm.power < 1 ? noteOn(norm) : placeOf(norm.value),
    })),
    data,
  );
});

function placeOf(value: number): string {
  return say(value < 1 ? 'inside' : value === 1 ? 'onBoundary' : 'outside');
}

/** The unit balls of the norms in the plane, and a point that is dragged through them. */
export const balls: Chart<BallsData> = {
  draw,
  summarize: ({ point, p }) => say('ballsSummary', { point: vectorText(point), norms: normsText(normsOf(point, p)) }),
  table: ({ point, p }) => {
    const norms = normsOf(point, p);
    return { p: norms.map(({ power }) => power), norm: norms.map(({ value }) => value) };
  },
};
