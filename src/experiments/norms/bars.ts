import * as kit from '../../charts/kit';
import { COLORS, INFINITY, isNoNorm, L1, normsOf, normsText, vectorText } from './shown';
import { say } from './words';

export interface BarsData extends kit.Emphasis {
  vector: readonly number[];
  p: number;
  onMove?(index: number, value: number): void;
}

const NOTES = ['nonzero', 'sum', 'length', 'largest', 'power'] as const;

/** The axis ends at round numbers and leaves room for bars to grow, downwards too. */
function axis({ vector }: BarsData): kit.Interval {
  const [least, most] = [Math.min(...vector), Math.max(...vector)];
  const high = kit.roundUp(1.2 * Math.max(most, -least / 4));
  // Below a bar that points downwards stands its value.
  const low = least < 0 ? kit.roundUp(-least + 0.1 * (high - least)) : 0;
  return [-Math.max(low, high / 4), high];
}

const draw = kit.holdingAxes<BarsData, kit.Interval>(axis, (container, data, domain, grip) => {
  const { vector, p, highlighted, onMove } = data;
  const { picture, aside, width } = kit.besideRows(container, data.width);
  const norms = normsOf(vector, p);
  const count = vector.length;
  const across: kit.Interval = [0.5, count + 0.5];
  const ticks = count <= 16 ? vector.map((_, i) => i + 1) : undefined;
  const frame = kit.cartesian(picture, {
    width,
    height: 300,
    x: { domain: across, title: say('entryAxis'), ticks },
    y: { domain, title: say('value'), grid: true },
    summary: bars.summarize(data),
  });
  const slot = (frame.right - frame.left) / count;
  const texts = vector.map((value) => kit.formatNumber(value, 3));
  const hasRoom = texts.every((text) => frame.measure(text) < slot - 4);
  const largest = norms[INFINITY].value;
  const isPart = (i: number) => (highlighted === INFINITY ? Math.abs(vector[i]) === largest : vector[i] !== 0);
  const level = (value: number) =>
    kit.line({ x: across, y: [value, value], length: 2, color: COLORS[INFINITY], look: 'gd-dashed' });
  const levels = [largest, -largest].filter((value) => value !== 0 && vector.includes(value));
  const levelText = say('is', { name: norms[INFINITY].name, value: kit.formatNumber(largest) });
  /** From the end of a bar to the line of its value, in pixels. */
  const drop = (y: number) => (y < 0 ? 22 : -13);
  // Each covers its handle too.
  const valueBoxes = vector.map((y, i) => {
    const wide = hasRoom ? frame.measure(texts[i]) + 4 : 16;
    const top = frame.y(y) + (y < 0 ? -8 : drop(y) - 11);
    return { x: frame.x(i + 1) - wide / 2, y: top, width: wide, height: 32 };
  });
  // At the first place along its line that is free: by its left end, or behind one of the values.
  const levelTexts = levels.slice(0, 1).map((y) => ({
    text: levelText,
    places: [frame.left, ...valueBoxes.map((box) => box.x + box.width)].map(
      (x) => [x + 4, frame.y(y) + (y < 0 ? 4 : -18)] as const,
    ),
  }));
  frame.draw([
    kit.bars({
      length: count,
      x0: (i) => i + 0.65,
      x1: (i) => i + 1.35,
      y1: vector,
      color: highlighted === undefined ? '--gd-bounded' : COLORS[highlighted],
      isFaded: (i) => highlighted !== undefined && !isPart(i),
    }),
    kit.rule({ y: [0], look: 'gd-zero' }),
    ...levels.map(level),
    kit.placedLabels('gd-level', frame, levelTexts, valueBoxes).mark,
    kit.labels(
      'gd-values',
      hasRoom ? vector.map((y, i) => ({ x: i + 1, y, text: texts[i], dy: drop(y), anchor: 'middle' as const })) : [],
    ),
    kit.handles({
      along: 'y',
      stops: 60,
      handles: vector.map((y, i) => ({
        x: i + 1,
        y,
        label: say('entry', { number: i + 1 }),
        text: texts[i],
        radius: Math.max(3, Math.min(7, slot / 2.4)),
        color: y === 0 ? '--gd-bounded' : '--gd-accent',
      })),
      onMove: onMove && ((index, _, value) => onMove(index, value)),
      ...grip,
    }),
  ]);
  const longest = Math.max(...norms.slice(L1).map(({ value }) => value)) || 1;
  const partsOf = (norm: number) => (norm === L1 ? vector.map(Math.abs) : norm > L1 ? [norms[norm].value] : []);
  const rows = norms.map((norm, outcome) => ({
    ...norm,
    outcome,
    value: kit.formatNumber(norm.value),
    parts: partsOf(outcome).map((part) => part / longest),
    note: say(isNoNorm(norm) ? 'noNorm' : NOTES[outcome]),
  }));
  kit.drawRows(aside, [{ title: say('ofVector'), rows }], data);
});

/** The entries of a vector as bars that are dragged, and its norms. */
export const bars: kit.Chart<BarsData> = {
  draw,
  summarize: ({ vector, p }) =>
    say('barsSummary', { vector: vectorText(vector), norms: normsText(normsOf(vector, p)) }),
  table: ({ vector }) => ({ entry: vector.map((_, i) => i + 1), value: [...vector] }),
};
