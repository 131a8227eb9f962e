import * as kit from '../../charts/kit';
import type { Place } from '../../math/plane';
import { placeText } from './ends';
import type { SurfaceFunctions } from './functions';
import type { PicturedLoss } from './pictured';
import { say } from './words';

export interface SlopesData extends PicturedLoss {
  functions: SurfaceFunctions;
  start: Place;
  learningRate: number;
  /** Weights that stay as they are, by number. */
  frozen: readonly number[];
  onStart?(start: Place): void;
}

/** The longest arrow of a gradient, in pixels. */
const LONGEST = 90;
const BARB = 8;

/** An arrow as three lines. */
function arrow(x1: number, y1: number, x2: number, y2: number, color: string) {
  const angle = Math.atan2(y1 - y2, x1 - x2);
  const size = Math.min(BARB, Math.hypot(x2 - x1, y2 - y1) / 2);
  const barb = (turn: number) => ({ x: x2 + size * Math.cos(angle + turn), y: y2 + size * Math.sin(angle + turn) });
  const [one, other] = [barb(0.44), barb(-0.44)];
  const looks = ['gd-under', 'gd-selected'] as const;
  const lines = [
    { x1, y1, x2, y2 },
    { x1: x2, y1: y2, x2: one.x, y2: one.y },
    { x1: x2, y1: y2, x2: other.x, y2: other.y },
  ];
  return looks.flatMap((look) => lines.map((line) => ({ ...line, look, ...(look === 'gd-selected' && { color }) })));
}

/** The gradient at a place, with its two parts, and the step against it. */
export function slopes(data: SlopesData, frame: kit.Frame): kit.Reader {
  const { functions, variables, learningRate, frozen, start, onStart } = data;
  const { x, y, left, right, top, bottom } = frame;
  const usual = usualSlope(data);
  const step = [x, y].map((scale) => (Number(scale.domain()[1]) - Number(scale.domain()[0])) / 60);
  const within = ([px, py]: Place): Place => [
    Math.min(Number(x.domain()[1]), Math.max(Number(x.domain()[0]), px)),
    Math.min(Number(y.domain()[1]), Math.max(Number(y.domain()[0]), py)),
  ];
  return kit.pointing<Place>({
    name: say(onStart ? 'slopesAndEnter' : 'slopes'),
    at: (px, py) => [x.invert(Math.min(right, Math.max(left, px))), y.invert(Math.min(bottom, Math.max(top, py)))],
    initial: () => within(start),
    keep: within,
    move([atX, atY], { key, shiftKey }) {
      const far = shiftKey ? 5 : 1;
      const ways: Record<string, Place> = {
        ArrowLeft: [-far, 0],
        ArrowRight: [far, 0],
        ArrowUp: [0, far],
        ArrowDown: [0, -far],
      };
      return Object.hasOwn(ways, key)
        ? within([atX + ways[key][0] * step[0], atY + ways[key][1] * step[1]])
        : undefined;
    },
    pick: onStart && ((place) => onStart(place.map((value, i) => roundTo(value, step[i] / 2)) as unknown as Place)),
    read(place) {
      const slope = functions.gradient(...place).map((part, i) => (frozen.includes(i) ? 0 : part));
      const [px, py] = [x(place[0]), y(place[1])];
      const size = Math.hypot(...slope);
      // Longer where it is steeper; by far not in proportion, or most of them would be dots.
      const long = size > 0 ? (LONGEST * (size / usual) ** 0.4) / (1 + (size / usual) ** 0.4) / size : 0;
      const [dx, dy] = [slope[0] * long, -slope[1] * long];
      const next = place.map((value, i) => value - learningRate * slope[i]);
      const [nextX, nextY] = [x(next[0]), y(next[1])];
      const isNear = Math.abs(nextX) < 5000 && Math.abs(nextY) < 5000;
      const part = (name: string, value: number) => ({
        text: say('partial', { name, value: kit.formatNumber(value) }),
      });
      return {
        x: px,
        y: py,
        hair: 'none',
        dot: 3,
        segments: [
          { x1: px, y1: py, x2: px + dx, y2: py, look: 'gd-hair' },
          { x1: px + dx, y1: py, x2: px + dx, y2: py + dy, look: 'gd-hair' },
          { x1: px, y1: py, x2: px, y2: py + dy, look: 'gd-hair' },
          { x1: px, y1: py + dy, x2: px + dx, y2: py + dy, look: 'gd-hair' },
          ...arrow(px, py, px + dx, py + dy, '--gd-rises'),
          ...(isNear ? arrow(px, py, nextX, nextY, '--gd-falls') : []),
        ],
        lines: [
          { text: say('at', { place: placeText(...place), value: kit.formatNumber(functions.value(...place)) }) },
          ...variables.map((name, i) => part(name, slope[i])),
          { text: say('gradient', { size: kit.formatNumber(size) }), color: kit.color('--gd-rises') },
          {
            text: say('stepTo', { place: placeText(next[0], next[1]) }),
            color: kit.color('--gd-falls'),
          },
        ],
        hint: onStart && say('startHere'),
      };
    },
  });
}

const roundTo = (value: number, step: number) => {
  const unit = 10 ** Math.floor(Math.log10(step));
  return Number((Math.round(value / unit) * unit).toPrecision(12));
};

/** The median size of the gradient in the window. */
function usualSlope({ functions, terrain }: SlopesData): number {
  const { x, y } = terrain.window;
  const at = ([low, high]: readonly [number, number], i: number) => low + ((i + 0.5) / 9) * (high - low);
  const sizes = Array.from({ length: 81 }, (_, i) =>
    Math.hypot(...functions.gradient(at(x, i % 9), at(y, Math.floor(i / 9)))),
  );
  return sizes.filter((size) => size > 0).sort((a, b) => a - b)[sizes.length >> 1] || 1;
}
