import * as kit from '../../charts/kit';
import { NEGATIVE, POSITIVE, signedColor } from '../../charts/signed';
import type { Given } from './examples';
import type { RidgeSearchRun } from './search';
import { number, settingsOf, weightsShown } from './shown';
import { say } from './words';

export interface WeightsData {
  run: RidgeSearchRun;
  given: Given;
  /** The combination in hand. */
  shown: number;
}

const HEAD = 22;
const GAP = 26;
const SMALL_GAP = 8;
const LARGEST_SIDE = 300;
/** More squares than this are not drawn one by one. */
const MOST_CELLS = 4096;
const EXAMPLES = 6;
const MOST_BARS = 24;

const mostOf = (w: ArrayLike<number>) => Array.from(w).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);

/** The weights as the image that they are multiplied with, pixel by pixel; beside it some of the examples. */
function drawImage(parent: HTMLElement, data: WeightsData, w: Float64Array, width: number): void {
  const { given, run, shown } = data;
  const columns = given.imageWidth!;
  const rows = w.length / columns;
  const side = Math.min(LARGEST_SIDE, width < 520 ? width : Math.floor(width * 0.45));
  const cell = side / Math.max(rows, columns);
  const isNarrow = width < 520;
  const across = 3;
  const room = isNarrow ? width : Math.min(width - side - GAP, 420);
  const small = Math.min(96, (room - SMALL_GAP * (across - 1)) / across);
  const left = isNarrow ? 0 : side + GAP;
  const top = isNarrow ? HEAD + cell * rows + GAP + 4 : HEAD;
  const lines = Math.ceil(Math.min(EXAMPLES, given.learning.rows) / across);
  const height = Math.max(HEAD + cell * rows, top + lines * (small + 20)) + 6;
  const most = mostOf(w);
  const area = { x: 0, y: HEAD, width, height: height - HEAD };
  const frame = kit.plain(parent, { width, height, area, summary: weights.summarize(data) });
  const examples = Array.from({ length: Math.min(EXAMPLES, given.learning.rows) }, (_, i) => i);
  const place = (i: number) => ({
    x: left + (i % across) * (small + SMALL_GAP),
    y: top + Math.floor(i / across) * (small + 20),
  });
  const { design } = given.learning;
  const imageOf = (example: number) => {
    const pixels = design.subarray(example * w.length, (example + 1) * w.length);
    const [low, high] = [pixels.reduce((a, b) => Math.min(a, b)), pixels.reduce((a, b) => Math.max(a, b))];
    const image = new ImageData(columns, rows);
    pixels.forEach((pixel, i) => {
      const grey = Math.round((255 * (pixel - low)) / (high - low || 1));
      image.data.set([grey, grey, grey, 255], 4 * i);
    });
    return image;
  };
  const at = (i: number) => ({ x: (i % columns) * cell, y: HEAD + Math.floor(i / columns) * cell });
  frame.draw(
    [
      kit.labels('gd-title', [
        {
          text: say('weightsTitle', { settings: settingsOf(run.result.grid[shown]) }),
          x: 0,
          y: HEAD - 8,
          look: 'gd-strong',
        },
        ...(isNarrow ? [] : [{ text: say('exampleTitle'), x: left, y: HEAD - 8, look: 'gd-strong' }]),
      ]),
      kit.cells({
        name: 'gd-weights',
        left: 0,
        top: HEAD,
        width: cell,
        height: cell,
        rows,
        columns,
        color: (i) => signedColor(w[i], most),
      }),
      ...examples.map((example) => {
        const { x, y } = place(example);
        const pixel = small / Math.max(rows, columns);
        return kit.raster({
          name: `gd-example-${example}`,
          x: [x, x + pixel * columns],
          y: [y + pixel * rows, y],
          key: [design, columns],
          image: () => imageOf(example),
        });
      }),
      kit.labels(
        'gd-targets',
        examples.map((example) => ({
          text: kit.formatNumber(given.learning.targets[example], 3),
          x: place(example).x,
          y: place(example).y + small + 12,
        })),
      ),
    ],
    kit.pointing<number>({
      name: say('readWeights'),
      at: (x, y) => {
        const [column, row] = [Math.floor(x / cell), Math.floor((y - HEAD) / cell)];
        return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : undefined;
      },
      initial: () => 0,
      move(from, { key }) {
        const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
        return Object.hasOwn(steps, key) ? Math.min(w.length - 1, Math.max(0, from + steps[key])) : undefined;
      },
      read: (i) => ({
        ...at(i),
        hair: 'none',
        boxes: [{ ...at(i), width: cell, height: cell }],
        lines: [
          { text: say('pixel', { row: String(Math.floor(i / columns) + 1), column: String((i % columns) + 1) }) },
          { text: say('weightOf', { weight: number(w[i]) }) },
        ],
      }),
      keep: (i) => (i < w.length ? i : undefined),
    }),
  );
}

const nameOf = ({ featureNames }: Given, j: number) => featureNames?.[j] || say('feature', { number: j + 1 });

/** The largest weights as bars. */
function drawBars(parent: HTMLElement, data: WeightsData, w: Float64Array): void {
  const order = [...w.keys()].sort((a, b) => Math.abs(w[b]) - Math.abs(w[a])).slice(0, MOST_BARS);
  const most = mostOf(w);
  const settings = settingsOf(data.run.result.grid[data.shown]);
  const title = say('weightsTitle', { settings });
  kit.drawRows(
    parent,
    [
      {
        title:
          order.length < w.length ? `${title}. ${say('largestOf', { shown: order.length, count: w.length })}` : title,
        rows: order.map((j) => ({
          name: nameOf(data.given, j),
          color: w[j] === 0 ? '--gd-axis' : w[j] < 0 ? NEGATIVE : POSITIVE,
          value: number(w[j]),
          parts: [most > 0 ? Math.abs(w[j]) / most : 0],
        })),
      },
    ],
    {},
  );
}

/** What a model weighs, for features as they are learned from. */
export const weights: kit.Chart<WeightsData> = {
  draw(container, data) {
    const root = kit.chartRoot(container);
    const width = Math.max(240, Math.floor(data.width ?? (container.clientWidth || 640)));
    const { w } = weightsShown(data.run, data.shown);
    const isImage = data.given.imageWidth !== undefined && w.length <= MOST_CELLS;
    const box = kit.one<HTMLElement>(root, 'div', isImage ? 'gd-image' : 'gd-bars-of-weights');
    root.querySelector(isImage ? '.gd-bars-of-weights' : '.gd-image')?.remove();
    if (isImage) drawImage(box, data, w, width);
    else drawBars(box, data, w);
    kit.drawKey(root, {
      entries: [
        { label: say('negativeKey'), color: NEGATIVE },
        { label: say('positiveKey'), color: POSITIVE },
      ],
    });
  },
  summarize({ run, shown }) {
    const { w, b } = weightsShown(run, shown);
    if (w.length === 1) return say('oneWeight', { low: number(w[0]), bias: number(b) });
    return say('weightsSummary', {
      count: w.length,
      low: number(w.reduce((least, weight) => Math.min(least, weight), Infinity)),
      high: number(w.reduce((most, weight) => Math.max(most, weight), -Infinity)),
      norm: number(Math.hypot(...w)),
      bias: number(b),
    });
  },
  table({ run, given, shown }) {
    const { w } = weightsShown(run, shown);
    return { feature: Array.from(w, (_, j) => given.featureNames?.[j] || j + 1), weight: w };
  },
};
