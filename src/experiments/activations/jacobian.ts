import * as kit from '../../charts/kit';
import { NEGATIVE, POSITIVE, signedColor } from '../../charts/signed';
import type { ActivationsResult } from './problem';
import { classColor, format, listed, listedGiven, subscript } from './shown';
import { say } from './words';

export interface JacobianData {
  result: ActivationsResult;
  /** What the sheet prints is not shown. */
  hidesPrinted: boolean;
  onMove?(index: number, logit: number): void;
  onSelect?(index: number): void;
}

type Matrix = readonly (readonly number[])[];

const CELL_HEIGHT = 34;
/** Above a matrix stand its title and the numbers of its columns. */
const HEAD = 42;
const LABELS = 28;
const SUMS = 66;
/** Less than that has no room for a number. */
const ROOM_FOR_TEXT = 36;
/** Left free beside the number in a cell. */
const PADDING = 3;
/** No probability changes faster with a logit. */
const STEEPEST = 0.25;
/** Logits span at least this much. */
const LEAST_SPAN = 6;

/** The Jacobian with what the sheet prints on its diagonal. */
function printedOf({ probabilities: f, jacobian }: ActivationsResult): Matrix {
  return jacobian.map((row, i) => row.with(i, f[i] * (1 + f[i])));
}

function axis({ result }: JacobianData): kit.Interval {
  const { logits } = result.parameters;
  const [low, high] = [Math.min(...logits), Math.max(...logits)];
  const room = Math.max(1, (LEAST_SPAN - (high - low)) / 2, 0.12 * (high - low));
  return [Math.floor(low - room), Math.ceil(high + room)];
}

const draw = kit.holdingAxes<JacobianData, kit.Interval>(axis, (container, data, domain, grip) => {
  const { picture, aside, width } = kit.besideRows(container, data.width);
  drawLogits(picture, data, width, domain, grip);
  drawMatrices(aside, data, width);
});

/** The logits as points to drag, and the probabilities below them, with what a higher selected logit does to each. */
function drawLogits(
  parent: HTMLElement,
  data: JacobianData,
  width: number,
  domain: kit.Interval,
  grip: kit.Grip,
): void {
  const { result, onMove } = data;
  const { probabilities: f, jacobian: slopes, parameters } = result;
  const { logits } = parameters;
  const moved = parameters.selectedLogit - 1;
  const count = logits.length;
  const frame = kit.cartesian(parent, {
    width,
    x: { domain: [0.5, count + 0.5], title: say('class'), ticks: logits.map((_, i) => i + 1) },
    panels: [
      { y: { domain, title: say('logits'), grid: true, spacing: 40 }, height: 130 },
      { y: { domain: [0, 1.12], ticked: [0, 1], title: say('probabilities'), grid: true }, height: 150 },
    ],
    summary: jacobian.summarize(data),
  });
  const [upper, lower] = frame.panels;
  const slot = (frame.right - frame.left) / count;
  const texts = f.map((one) => kit.formatNumber(one, 3));
  const hasRoom = texts.every((text) => frame.measure(text) < slot - 2);
  // An arrow is as long as the probability would change if the slope held for a whole unit.
  const arrows = f.map((_, i) => slopes[i][moved]);
  frame.draw([
    kit.rule({ name: 'gd-no-logit', panel: upper, y: domain[0] < 0 && domain[1] > 0 ? [0] : [], look: 'gd-zero' }),
    ...logits.map((logit, i) =>
      kit.line({
        name: 'gd-stem',
        panel: upper,
        x: [i + 1, i + 1],
        y: [kit.within(domain)(0), logit],
        length: 2,
        color: classColor(i),
        look: i === moved ? 'gd-heavy' : 'gd-thin',
      }),
    ),
    kit.bars({
      panel: lower,
      length: count,
      x0: (i) => i + 0.7,
      x1: (i) => i + 1.3,
      y1: f,
      color: classColor,
      least: [2, 1],
    }),
    kit.rule({ panel: lower, y: [0], look: 'gd-zero' }),
    kit.arrows({
      panel: lower,
      x0: (i) => i + 1.4,
      x1: (i) => i + 1.4,
      y0: f,
      y1: (i) => f[i] + arrows[i],
      length: slot > 24 ? count : 0,
      color: (i) => (arrows[i] < 0 ? NEGATIVE : POSITIVE),
      head: 8,
      width: 2.5,
    }),
    kit.labels(
      'gd-values',
      hasRoom ? f.map((y, i) => ({ text: texts[i], x: i + 1, y, dy: -5, anchor: 'middle' as const })) : [],
      lower,
    ),
    kit.handles({
      panel: upper,
      along: 'y',
      stops: 60,
      handles: logits.map((y, i) => ({
        x: i + 1,
        y,
        label: say('logit', { number: i + 1 }),
        text: kit.formatGiven(y),
        color: classColor(i),
        radius: Math.max(4, Math.min(7, slot / 2.6)),
      })),
      onMove: onMove && ((index, _, logit) => onMove(index, logit)),
      ...grip,
    }),
  ]);
}

interface Cell {
  table: 0 | 1;
  row: number;
  column: number;
}

/** The Jacobian, and below it what the sheet prints, each with the sums of its rows. */
function drawMatrices(parent: HTMLElement, data: JacobianData, width: number): void {
  const { result, hidesPrinted, onSelect } = data;
  const { probabilities: f, jacobian: right, parameters } = result;
  const count = f.length;
  const moved = parameters.selectedLogit - 1;
  const tables = hidesPrinted ? [right] : [right, printedOf(result)];
  const wide = Math.min(96, (width - LABELS - SUMS) / count);
  const tall = Math.min(CELL_HEIGHT, Math.max(16, 220 / count));
  const tableHeight = HEAD + count * tall;
  const tops = [HEAD, tableHeight + 18 + HEAD];
  const height = tops[tables.length - 1] + count * tall + 2;
  const area = { x: 0, y: tops[0], width, height: height - tops[0] };
  const frame = kit.plain(parent, { width, height, area, summary: say('readMatrix') });
  const hasText = wide >= ROOM_FOR_TEXT;
  const { size, texts } = writtenIn(wide, tables, frame.measure);
  const sumText = (sum: number) =>
    withRoom(sum, [3, 2], (text) => frame.measure(text, 11, 600) <= SUMS - 12) ?? kit.formatNumber(sum, 1);
  const left = (column: number) => LABELS + column * wide;
  const top = ({ table, row }: Pick<Cell, 'table' | 'row'>) => tops[table] + row * tall;
  const ends = LABELS + count * wide;
  const marks = tables.flatMap((table, t) => {
    const isRight = t === 0;
    const heads = f.map((_, j) => ({
      text: `x${subscript(j + 1)}`,
      x: left(j) + wide / 2,
      y: tops[t] - 6,
      anchor: 'middle' as const,
      look: isRight && j === moved ? 'gd-strong' : '',
    }));
    const rows = f.map((_, i) => ({
      text: `f${subscript(i + 1)}`,
      x: 0,
      y: top({ table: t as 0 | 1, row: i }) + tall / 2 + 4,
    }));
    const sums = f.map((fi, i) => ({
      text: isRight ? '0' : sumText(2 * fi * fi),
      x: ends + 12,
      y: top({ table: t as 0 | 1, row: i }) + tall / 2 + 4,
      look: 'gd-strong',
    }));
    return [
      kit.cells({
        name: 'gd-matrix',
        left: LABELS,
        top: tops[t],
        width: wide,
        height: tall,
        rows: count,
        columns: count,
        color: (i) => signedColor(table.flat()[i], STEEPEST),
        look: (i) => (!isRight && i % (count + 1) === 0 ? 'gd-selected' : 'gd-cell'),
        ...(hasText && { text: (i: number) => texts[t][i] }),
        ink: () => 'currentColor',
        size,
      }),
      kit.labels('gd-heads', [
        { text: say(isRight ? 'computed' : 'printed'), x: 0, y: tops[t] - 26, look: 'gd-strong' },
        ...(tall >= 12 ? [...heads, ...rows, ...sums] : heads),
        { text: say('sum'), x: ends + 12, y: tops[t] - 6 },
      ]),
    ];
  });
  const within = (cell: Cell): Cell | undefined => (cell.row < count && cell.column < count ? cell : undefined);
  frame.draw(
    marks,
    kit.pointing<Cell>({
      name: say('readMatrix'),
      at(x, y) {
        const column = Math.floor((x - LABELS) / wide);
        const table = hidesPrinted || y < tops[1] - HEAD ? 0 : 1;
        const row = Math.floor((y - tops[table]) / tall);
        return column >= 0 && column < count && row >= 0 && row < count ? { table, row, column } : undefined;
      },
      initial: () => ({ table: 0, row: 0, column: moved }),
      move({ table, row, column }, { key }) {
        const [down, across] = MOVES[key] ?? [NaN, NaN];
        if (Number.isNaN(down)) return undefined;
        const at = Math.max(0, Math.min(tables.length * count - 1, table * count + row + down));
        const to = Math.max(0, Math.min(count - 1, column + across));
        return { table: at < count ? 0 : 1, row: at % count, column: to };
      },
      read(cell) {
        const box = { x: left(cell.column), y: top(cell), width: wide - 1, height: tall - 1 };
        return {
          x: box.x + wide / 2,
          y: box.y + tall - 8,
          hair: 'none',
          boxes: [box],
          lines: linesOf(cell, result),
          isBelow: true,
        };
      },
      pick: onSelect && (({ column }) => onSelect(column)),
      keep: within,
    }),
  );
}

/** Sizes of texts in cells, in pixels, the digits that a number has in each, and how wide cells are then at least. */
const SIZES = [
  { size: 12, digits: [3, 2], from: 44 },
  { size: 10, digits: [2], from: 0 },
  { size: 9, digits: [2, 1], from: 0 },
] as const;

/** A number with the first of these counts of digits for which there is room. */
const withRoom = (value: number, digits: readonly number[], hasRoom: (text: string) => boolean): string | undefined =>
  digits.map((count) => kit.formatNumber(value, count)).find(hasRoom);

/** The matrices' numbers with as many digits as their cells have room for, in the largest size in which all have room; else what has none is left out. */
function writtenIn(width: number, tables: readonly Matrix[], measure: kit.Panel['measure']) {
  const written = SIZES.filter(({ from }) => width >= from).map(({ size, digits }) => {
    const fitting = (value: number) => withRoom(value, digits, (text) => measure(text, size) <= width - PADDING) ?? '';
    return { size, texts: tables.map((table) => table.flat().map(fitting)) };
  });
  const isWhole = ({ texts }: (typeof written)[number]) => texts.flat().every((text) => text !== '');
  return written.find(isWhole) ?? written.at(-1)!;
}

const MOVES: Record<string, readonly [down: number, across: number] | undefined> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** What a cell is, and what it means. */
function linesOf(
  { table, row, column }: Cell,
  { probabilities: f, jacobian: slopes }: ActivationsResult,
): kit.ReadoutLine[] {
  const [i, j] = [subscript(row + 1), subscript(column + 1)];
  const value = slopes[row][column];
  const isDiagonal = row === column;
  if (table === 1 && isDiagonal)
    return [
      {
        text: say('printedCell', {
          formula: `f${i} (1 + f${i}) = ${format(f[row])} · ${format(1 + f[row])}`,
          value: format(f[row] * (1 + f[row])),
        }),
      },
      { text: say('rowWrong', { row: row + 1, sum: format(2 * f[row] ** 2) }) },
    ];
  const formula = isDiagonal
    ? `f${i} (1 − f${i}) = ${format(f[row])} · ${format(f[row] > 0 ? value / f[row] : 1)}`
    : `−f${i} f${j} = −${format(f[row])} · ${format(f[column])}`;
  const effect = value > 0 ? 'raises' : value < 0 ? 'lowers' : 'nothing';
  return [
    { text: say('cell', { row: i, column: j, formula, value: format(value) }) },
    { text: say(effect, { row: row + 1, column: column + 1 }) },
    {
      text:
        table === 0
          ? say('rowRight', { row: row + 1 })
          : say('rowWrong', { row: row + 1, sum: format(2 * f[row] ** 2) }),
    },
  ];
}

/** Softmax: its probabilities, and its Jacobian as a matrix beside what the sheet prints. */
export const jacobian: kit.Chart<JacobianData> = {
  draw,
  summarize({ result, hidesPrinted }) {
    const { parameters, probabilities: f } = result;
    const words = say('jacobianSummary', {
      logits: listedGiven(parameters.logits),
      probabilities: listed(f),
      diagonal: listed(result.jacobian.map((row, i) => row[i])),
    });
    if (hidesPrinted) return words;
    const printed = say('printedSummary', {
      printed: listed(f.map((fi) => fi * (1 + fi))),
      sums: listed(f.map((fi) => 2 * fi * fi)),
    });
    return `${words} ${printed}`;
  },
  table({ result }) {
    const { parameters, probabilities, jacobian: slopes } = result;
    const columns = parameters.logits.map((_, j) => [`by logit ${j + 1}`, slopes.map((row) => row[j])] as const);
    return { logit: [...parameters.logits], probability: probabilities, ...Object.fromEntries(columns) };
  },
};
