import * as kit from '../../charts/kit';
import { ballOutline, type Point } from '../../math/norms';
import { COLORS, INFINITY, isNoNorm, L1, L2, LP, normsOf, normsText, vectorText } from './shown';
import { say } from './words';

export interface BallsData extends kit.Emphasis {
  point: Point;
  p: number;
  onMove?(point: Point): void;
}

/** Where the ball of radius 1 meets the diagonal. */
const onDiagonal = (p: number) => (p === Infinity ? 1 : 2 ** (-1 / p));

const reach = ({ point }: BallsData) => Math.max(1.5, kit.roundUp(1.1 * Math.max(...point.map(Math.abs))));

const draw = kit.holdingAxes<BallsData, number>(reach, (container, data, most, grip) => {
  const { point, p, highlighted, onMove } = data;
  const { picture, aside, width } = kit.besideRows(container, data.width);
  const norms = normsOf(point, p);
  const frame = kit.cartesian(picture, {
    width,
    height: Math.min(400, width - 50),
    isEqual: true,
    x: { domain: [-most, most], title: say('firstCoordinate') },
    y: { domain: [-most, most], title: say('secondCoordinate') },
    summary: balls.summarize(data),
  });
  const [left, right] = frame.x.domain();
  const [low, high] = frame.y.domain();
  const look = (norm: number) => ({
    color: COLORS[norm],
    width: norm === LP ? 2.5 : 1.75,
    isFaded: highlighted !== undefined && highlighted !== norm,
  });
  const ball = (norm: number, fill = 0) => ({ ...look(norm), points: ballOutline(norms[norm].power, 1), fill });
  const chord: Point[] = isNoNorm(norms[LP])
    ? [
        [1, 0],
        [0, 1],
      ]
    : [];
  const name = (norm: number, x: number, y: number) => ({
    text: `p = ${kit.formatNumber(norms[norm].power)}`,
    x,
    y,
    anchor: 'middle' as const,
  });
  frame.draw([
    kit.shapes('gd-balls', [
      {
        ...look(0),
        points: [
          [left, 0],
          [right, 0],
        ],
        isOpen: true,
      },
      {
        ...look(0),
        points: [
          [0, low],
          [0, high],
        ],
        isOpen: true,
      },
      { points: ballOutline(0.5, 1), color: '--gd-minimum-5', width: 1.25, isFaded: highlighted !== undefined },
      ball(INFINITY),
      ball(L2),
      ball(L1),
      ball(LP, 0.07),
      { ...look(LP), points: ballOutline(p, norms[LP].value), look: 'gd-dashed', width: 1.5 },
      { points: chord, color: COLORS[LP], width: 1, isOpen: true },
    ]),
    kit.dots({ length: chord.length / 2, x: [0.5], y: [0.5], color: COLORS[LP] }),
    kit.labels('gd-names', [
      { text: 'p = 0', x: 0, y: high, dx: 6, dy: 12 },
      { ...name(L1, -0.5, 0.5), dy: 4 },
      { ...name(L2, -onDiagonal(2), onDiagonal(2)), dy: 4 },
      { ...name(INFINITY, -1, 1), dy: -7 },
      { text: 'p = ½', x: -0.25, y: -0.25, dy: 4, anchor: 'middle' },
      { ...name(LP, onDiagonal(p), -onDiagonal(p)), dy: 4, look: 'gd-strong' },
      { text: chord.length > 0 ? say('midpoint') : '', x: 0.5, y: 0.5, dx: 8, dy: 14 },
    ]),
    kit.handles({
      along: 'both',
      stops: 60,
      handles: [{ x: point[0], y: point[1], label: say('point'), text: vectorText(point) }],
      onMove: onMove && ((_, x, y) => onMove([x, y])),
      ...grip,
    }),
  ]);
  const rows = norms.map((norm, outcome) => ({
    ...norm,
    outcome,
    value: kit.formatNumber(norm.value),
    note: say(isNoNorm(norm) ? 'noNorm' : norm.value < 1 ? 'inside' : norm.value > 1 ? 'outside' : 'onBoundary'),
  }));
  kit.drawRows(aside, [{ title: say('ofPoint', { point: vectorText(point) }), rows }], data);
});

/** The unit balls of the norms in the plane, and a point that is dragged through them. */
export const balls: kit.Chart<BallsData> = {
  draw,
  summarize: ({ point, p }) => say('ballsSummary', { point: vectorText(point), norms: normsText(normsOf(point, p)) }),
  table: ({ point, p }) => {
    const norms = normsOf(point, p);
    return { p: norms.map(({ power }) => power), norm: norms.map(({ value }) => value) };
  },
};
