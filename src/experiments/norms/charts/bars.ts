import {
  bars as barsMark,
  cartesian,
  formatNumber,
  handles,
  holdingAxes,
  labels,
  line,
  type Chart,
} from '../../../charts/kit';
import { say } from '../words';
import { L1, noteOn, normsOf, normsText, NORMS, roundUp, snapped, vectorText } from './norms';
import { besideRows, drawRows, type Emphasis } from './rows';

export interface BarsData extends Emphasis {
  vector: readonly number[];
  p: number;
  /** A bar was moved. */
  onMove?(index: number, value: number): void;
}

const LARGEST = 3;
/** Keys move a bar by this share of the axis. */
const STEPS = 40;

/** The axis ends at round numbers with room for bars to grow, downwards too. */
function reach({ vector }: BarsData): readonly [number, number] {
  const [least, most] = [Math.min(...vector), Math.max(...vector)];
  const high = roundUp(1.2 * Math.max(most, -least / 4));
  return [-Math.max(high / 4, least < 0 ? roundUp(-1.2 * least) : 0), high];
}

const draw = holdingAxes<BarsData, readonly [number, number]>(reach, (container, data, [low, high], grip) => {
  const { vector, p, highlighted, onMove } = data;
  const { picture, aside, width } = besideRows(container, data.width);
  const norms = normsOf(vector, p);
  const step = high - low > 0 ? snapped(roundUp((high - low) / STEPS), roundUp((high - low) / STEPS)) : 1;
  const count = vector.length;
  const frame = cartesian(picture, {
    width,
    height: 300,
    x: {
      domain: [0.5, count + 0.5],
      title: say('entryAxis'),
      ticks: count <= 16 ? vector.map((_, i) => i + 1) : undefined,
    },
    y: { domain: [low, high], title: say('value'), grid: true },
    summary: bars.summarize(data),
  });
  const slot = (frame.right - frame.left) / count;
  const texts = vector.map((value) => formatNumber(value, 3));
  const fits = texts.every((text) => frame.measure(text) < slot - 4);
  const largest = norms[LARGEST].value;
  const isMeant = (i: number) =>
    highlighted === LARGEST ? Math.abs(vector[i]) === largest : highlighted === undefined || vector[i] !== 0;
  const ink = highlighted === undefined ? '--gd-bounded' : norms[highlighted].color;
  frame.draw([
    barsMark({
      length: count,
      x0: (i) => i + 0.65,
      x1: (i) => i + 1.35,
      y1: vector,
      color: ink,
      isFaded: (i) => !isMeant(i),
    }),
    line({ name: 'gd-zero-line', y: [0, 0], x: [0.5, count + 0.5], length: 2, color: '--gd-axis', look: 'gd-thin' }),
    ...[1, -1].map((sign) =>
      line({
        y: [sign * largest, sign * largest],
        x: [0.5, count + 0.5],
        length: vector.some((value) => value === sign * largest) ? 2 : 0,
        color: NORMS[LARGEST].color,
        look: 'gd-dashed',
      }),
    ),
    labels(
      'gd-values',
      fits
        ? vector.map((y, i) => ({ x: i + 1, y, text: texts[i], dy: y < 0 ? 22 : -13, anchor: 'middle' as const }))
        : [],
    ),
    handles({
      along: 'y',
      step,
      handles: vector.map((y, i) => ({
        x: i + 1,
        y,
        label: say('entry', { number: i + 1 }),
        text: texts[i],
        radius: Math.max(3, Math.min(7, slot / 2.4)),
        color: y === 0 ? '--gd-bounded' : '--gd-accent',
      })),
      onMove: onMove && ((index, _, value) => onMove(index, snapped(value, step / 2))),
      ...grip,
    }),
  ]);
  const most = Math.max(...norms.slice(1).map(({ value }) => value)) || 1;
  drawRows(
    aside,
    say('ofVector'),
    norms.map((norm, index) => ({
      norm: index,
      name: norm.name,
      color: norm.color,
      value: formatNumber(norm.value),
      note: noteOn(norm),
      parts:
        index === L1
          ? vector.filter((value) => value !== 0).map((value) => Math.abs(value) / most)
          : index > L1
            ? [norm.value / most]
            : [],
    })),
    data,
  );
});

/** The entries of a vector as bars that are dragged, and its norms. */
export const bars: Chart<BarsData> = {
  draw,
  summarize: ({ vector, p }) =>
    say('barsSummary', { vector: vectorText(vector), norms: normsText(normsOf(vector, p)) }),
  table: ({ vector }) => ({ entry: vector.map((_, i) => i + 1), value: [...vector] }),
};
