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

const QUADRANTS = [
  [-1, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
] as const;
/** Between a line and a label beside it, and between the boxes that stand for a line, in pixels. */
const GAP = 3;

/** What a line covers in the picture, in small boxes. */
function boxesAlong({ x, y }: kit.Frame, { points, isOpen }: kit.Shape): kit.Box[] {
  const corners = points.map(([across, up]): Point => [x(across), y(up)]);
  return corners.flatMap(([left, top], i) => {
    if (isOpen && i + 1 === corners.length) return [];
    const [nextLeft, nextTop] = corners[(i + 1) % corners.length];
    const count = Math.min(1000, Math.ceil(Math.hypot(nextLeft - left, nextTop - top) / GAP));
    return Array.from({ length: count }, (_, k) => ({
      x: left + ((nextLeft - left) * k) / count,
      y: top + ((nextTop - top) * k) / count,
      width: 0,
      height: 0,
    }));
  });
}

/** The number of each ball beside it, outside or inside, where it lies on no line. */
function numbersBeside(
  frame: kit.Frame,
  balls: readonly number[],
  strong: number,
  taken: readonly kit.Box[],
): kit.Mark {
  const texts = balls.map((p, i) => {
    const text = p === 0.5 ? '½' : kit.formatNumber(p);
    const look = i === strong ? 'gd-strong' : '';
    const [wide, tall] = [frame.measure(text, 11, look ? 600 : 400) + 5, 14];
    // That of p = 0 is both axes: its number stands by an end of one.
    const [right, top] = p === 0 ? [0, 0.95 * frame.y.domain()[1]] : [onDiagonal(p), onDiagonal(p)];
    const places = [1, -1].flatMap((side) =>
      QUADRANTS.map(([across, up]): Point => {
        const x = frame.x(across * right) + side * across * GAP;
        const y = frame.y(up * top) - side * up * GAP;
        return [side * across > 0 ? x : x - wide, side * up > 0 ? y - tall : y];
      }),
    );
    return { text, look, places };
  });
  return kit.placedLabels('gd-names', frame, texts, taken).mark;
}

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
    note: isNoNorm(norms[LP]) ? say('midpoint') : '',
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
  const axis = (...points: Point[]): kit.Shape => ({ ...look(0), points, isOpen: true });
  const lines: kit.Shape[] = [
    axis([left, 0], [right, 0]),
    axis([0, low], [0, high]),
    { points: ballOutline(0.5, 1), color: '--gd-minimum-5', width: 1.25, isFaded: highlighted !== undefined },
    ball(INFINITY),
    ball(L2),
    ball(L1),
    ball(LP, 0.07),
    { ...look(LP), points: ballOutline(p, norms[LP].value), look: 'gd-dashed', width: 1.5 },
    { points: chord, color: COLORS[LP], width: 1, isOpen: true },
  ];
  const taken = lines.flatMap((line) => boxesAlong(frame, line));
  const [px, py] = [frame.x(point[0]), frame.y(point[1])];
  taken.push({ x: px - 8, y: py - 8, width: 16, height: 16 });
  frame.draw([
    kit.shapes('gd-balls', lines),
    kit.dots({ length: chord.length / 2, x: [0.5], y: [0.5], color: COLORS[LP] }),
    numbersBeside(frame, [p, 0.5, 1, 2, Infinity, 0], 0, taken),
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
