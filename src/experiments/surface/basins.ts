import * as kit from '../../charts/kit';
import { formatWithin } from '../../charts/kit/format';
import { rasterWords } from '../../charts/kit/zoom-words';
import {
  isFaded,
  nameOf,
  occurringIn,
  outcomeKey,
  sharesInWords,
  type Outcome,
  type WithOutcomes,
} from '../../charts/outcome';
import type { Place, PlaneWindow } from '../../math/plane';
import { linearMidpoints } from '../../math/spacing';
import { basinsImage, rampColors, timesIn } from './basins-image';
import { placeText } from './ends';
import { say } from './words';

export interface BasinsData extends WithOutcomes {
  /** What is to be seen, what the image covers, and the whole. */
  window: PlaneWindow;
  imageWindow: PlaneWindow;
  home: PlaneWindow;
  columns: number;
  rows: number;
  /** Per pixel, lowest y first, lowest x first: the kind of end, and after how many iterations that was settled. */
  kinds: Uint8Array;
  times: Float32Array;
  iterations: number;
  learningRate: number;
  variables: readonly [string, string];
  minima: readonly { x: number; y: number; outcome: number }[];
  curves: readonly (readonly Place[])[];
  start: Place;
  busy: boolean;
  onStart?(start: Place): void;
  onWindow?(window: PlaneWindow): void;
}

const COLORS = ['--gd-surface', '--gd-text'] as const;

function draw(container: HTMLElement, data: BasinsData & { width?: number }): void {
  const { window, imageWindow, home, columns, rows, kinds, times, outcomes, variables, onWindow } = data;
  const root = kit.chartRoot(container);
  const bar = kit.one<HTMLDivElement>(root, 'div', 'gd-bar');
  kit.drawKey(bar, outcomeKey(data, occurringIn(kinds)));
  const frame = kit.cartesian(root, {
    width: data.width,
    x: { domain: window.x, title: say('startX', { variable: variables[0] }) },
    y: { domain: window.y, title: say('startY', { variable: variables[1] }) },
    height: basinsHeight(kit.widthOf(root, data.width)),
    note: data.busy
      ? rasterWords('sharpening')
      : kit.chartWords('learningRate', { rate: kit.formatRate(data.learningRate) }),
    summary: basins.summarize(data),
  });
  const [surface, text, ...pure] = kit.inksOf(root, [...COLORS, ...outcomes.map(({ color }) => color)]);
  const inks = { surface, text, outcomes: pure };
  const shade = {
    columns,
    rows,
    kinds,
    times,
    isTimed: outcomes.map(({ kind }) => isOver(kind)),
    isLost: outcomes.map(({ kind }) => kind === 'diverged' || kind === 'left'),
  };
  frame.draw(
    [
      kit.raster({
        ...imageWindow,
        key: [kinds, times, columns, rows, data.highlighted, [surface, text, ...pure].join()],
        image: () => basinsImage(shade, inks, (outcome) => isFaded(data, outcome)),
      }),
      kit.shapes(
        'gd-curves',
        data.curves.map((points) => ({ points, color: '--gd-surface', width: 1.5, look: 'gd-dashed', isOpen: true })),
      ),
      kit.dots({
        name: 'gd-minima',
        x: (i) => data.minima[i].x,
        y: (i) => data.minima[i].y,
        length: data.minima.length,
        radius: 5,
        color: (i) => outcomes[data.minima[i].outcome].color,
        stroke: '--gd-surface',
        look: 'gd-rimmed',
        clip: true,
      }),
      kit.dots({
        name: 'gd-start-ring',
        x: [data.start[0]],
        y: [data.start[1]],
        length: 1,
        radius: 5.5,
        color: 'currentColor',
        isHollow: true,
        clip: true,
      }),
      frameMark,
    ],
    onWindow &&
      kit.zooming({
        name: say('basinsName'),
        window,
        home,
        scales: { x: 'linear', y: 'linear' },
        bar,
        read: (x, y) => read(data, x, y),
        pick: data.onStart && ((x, y) => data.onStart!([x, y])),
        onWindow,
      }),
  );
  if (!onWindow) bar.querySelector('.gd-tools')?.remove();
  const [fast, slow] = timesIn(shade).map((time) => kit.formatCount(Math.ceil(time)));
  kit.drawRamp(bar, fast, say('slow', { iterations: slow }), rampColors());
}

/** How tall the picture is in a chart of a width. */
export const basinsHeight = (width: number) => kit.heightOf([280, 0.6, 520], width);

/** Whether a run that ended so had done so at some iteration. */
const isOver = (kind: Outcome['kind']) =>
  kind === 'minimum' || kind === 'left' || kind === 'diverged' || kind === 'elsewhere';

const frameMark: kit.Mark = {
  name: 'gd-edge',
  draw(group, { left, right, top, bottom }) {
    kit.set(kit.one(group, 'rect', 'gd-frame'), { x: left, y: top, width: right - left, height: bottom - top });
  },
};

function read({ imageWindow, columns, rows, kinds, times, iterations, outcomes }: BasinsData, x: number, y: number) {
  const place = { text: say('startAt', { place: placeText(x, y) }) };
  const share = (value: number, [low, high]: readonly [number, number]) => (value - low) / (high - low);
  const column = Math.floor(columns * share(x, imageWindow.x));
  const row = Math.floor(rows * share(y, imageWindow.y));
  if (column < 0 || column >= columns || row < 0 || row >= rows) return [place];
  const { kind, label: outcome, color } = outcomes[kinds[row * columns + column]];
  const iteration = kit.formatCount(Math.ceil(times[row * columns + column]));
  const words = isOver(kind)
    ? say(kind === 'minimum' || kind === 'elsewhere' ? 'settled' : 'leftAt', { outcome, iteration })
    : say('notSettled', { outcome, iterations: kit.formatCount(iterations) });
  return [place, { text: words, color: kit.color(color) }];
}

/** One run a pixel: where it ends, and how long that takes. */
export const basins: kit.Chart<BasinsData> = {
  draw,
  summarize(data) {
    const { kinds, imageWindow, variables } = data;
    const ranges = [imageWindow.x, imageWindow.y].map(([low, high], i) =>
      say('range', { variable: variables[i], low: formatWithin(low, low, high), high: formatWithin(high, low, high) }),
    );
    return say('basinsSummary', {
      number: kit.formatCount(kinds.length),
      ranges: ranges.join(', '),
      parts: sharesInWords(data, kinds),
    });
  },
  table({ imageWindow, columns, rows, kinds, times, outcomes }) {
    const [xs, ys] = [linearMidpoints(...imageWindow.x, columns), linearMidpoints(...imageWindow.y, rows)];
    return {
      x: Float64Array.from(kinds, (_, i) => xs[i % columns]),
      y: Float64Array.from(kinds, (_, i) => ys[Math.floor(i / columns)]),
      outcome: Array.from(kinds, (kind) => nameOf(outcomes[kind])),
      iteration: times.map(Math.ceil),
    };
  },
};
