import { tickStep } from 'd3';
import type { Grip } from './held';
import { handles, type Handle } from './marks/handle';
import type { Frame, Mark, Reader } from './panel';
import { pointing, tell, type Read } from './reader';
import type { Scale } from './scales';
import { chartWords as say } from './words';

export interface PlacedPoints {
  /** What the picture is, and what a double click or Enter adds. */
  name: string;
  points: readonly Handle[];
  /** Points stand at multiples of this; of a round number without it, about a hundred along an axis. */
  step?: number;
  /** Where the keyboard begins. */
  initial: readonly [x: number, y: number];
  /** A point was moved; draw again. Without it they stand still. */
  onMove?(index: number, x: number, y: number): void;
  /** A double click, or Enter, at a free place. Without it nothing is added. */
  onAdd?(x: number, y: number): void;
  /** A double click on a point, or Delete. Without it none is removed. */
  onRemove?(index: number): void;
  /** With no more points than these, none is removed, and it is said why. */
  fewest?: number;
  /** What is read at a place. */
  read(x: number, y: number): Pick<Read, 'lines' | 'hint' | 'between'>;
  grip?: Grip;
}

const STOPS = 100;

/** Points to drag, to add and to remove, by pointer and keys: a mark for the frame, and its reader. */
export function placedPoints(frame: Frame, options: PlacedPoints): { mark: Mark; reader: Reader } {
  const { name, points, step, initial, onMove, onAdd, onRemove, fewest = 0, read, grip } = options;
  const stopOf = (scale: Scale) => {
    const [low, high] = scale.domain();
    return step ?? tickStep(low, high, STOPS);
  };
  /** The nearest place that a point may stand at. */
  const place = (scale: Scale, value: number) => {
    const [low, high] = scale.domain();
    const stop = stopOf(scale);
    return Number((stop * Math.round(Math.max(low, Math.min(high, value)) / stop)).toPrecision(12));
  };
  const refuse = (index: number) => {
    const { x, y, radius = 0 } = points[index];
    tell(frame, frame.x(x) + radius, frame.y(y), say('fewestPoints', { count: fewest }));
  };
  const remove = onRemove && (points.length > fewest ? onRemove : refuse);
  return {
    mark: handles({ along: 'both', step, stops: STOPS, handles: points, onMove, onRemove: remove, ...grip }),
    reader: pointing<readonly [x: number, y: number]>({
      name,
      at: (px, py) => [place(frame.x, frame.x.invert(px)), place(frame.y, frame.y.invert(py))],
      initial: () => [place(frame.x, initial[0]), place(frame.y, initial[1])],
      move([x, y], { key, shiftKey }) {
        if (!Object.hasOwn(WAYS, key)) return undefined;
        const [across, up] = WAYS[key];
        const times = shiftKey ? 10 : 1;
        return [place(frame.x, x + across * times * stopOf(frame.x)), place(frame.y, y + up * times * stopOf(frame.y))];
      },
      read: ([x, y]) => ({ x: frame.x(x), y: frame.y(y), hair: 'none', ring: 5, ...read(x, y) }),
      add: onAdd && (([x, y]) => onAdd(x, y)),
    }),
  };
}

const WAYS: Record<string, readonly [across: number, up: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
