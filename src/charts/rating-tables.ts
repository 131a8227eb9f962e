import * as plot from './kit';
import { called, formatCount, formatFixed, formatNumber } from './kit/format';
import { cellAt, drawNames, layOutTables, type Cell, type TablesLayout } from './rating-tables-layout';
import { defineWords } from '../words/words';

export interface RatingTablesData {
  users: string[];
  items: string[];
  /** Users x items, row by row: the known ratings; NaN where none is known. */
  known: Float64Array;
  /** Users x items: 1 for a known rating that was held out. */
  heldOut?: Uint8Array;
  /** Users x items: what the factorization says of all of them. */
  predicted: Float64Array;
  /** What the ends of the colour scale stand for. */
  low: number;
  high: number;
}

const say = /* @__PURE__ */ defineWords('ratingTables', {
  known: 'known ratings R',
  predictions: 'predictions UV′',
  lost: 'no numbers: the run diverged',
  blank: 'blank: unknown',
  heldOut: '◥ held out',
  sides: 'rows: users, columns: items',
  keys: 'The two tables. Arrow keys move from rating to rating.',
  ratingUnknown: 'rating unknown',
  rating: 'rating {rating}',
  ratingHeldOut: 'rating {rating}, held out',
  noPrediction: 'prediction: no number',
  prediction: 'prediction {prediction}',
  error: 'error {error}',
  users: { one: '{count} user', other: '{count} users' },
  items: { one: '{count} item', other: '{count} items' },
  ratings: { one: '{count} rating', other: '{count} ratings' },
  size: {
    one: '{users} and {items}: of {ratings}, {count} is known.',
    other: '{users} and {items}: of {ratings}, {count} are known.',
  },
  learned: '{number} used for training.',
  learnedWithError: '{number} used for training, with a root mean square error of {error}.',
  held: '{number} held out.',
  heldWithError: '{number} held out, with a root mean square error of {error}.',
  predictsNothing: 'The run diverged and predicts no numbers.',
  fills: 'The predictions fill the table.',
});

const RAMP_STEPS = 24;
/** About as wide as a readout is. */
const READOUT = 200;

/** The known ratings as a table of colours, and beside it the full table that the factorization makes of them. */
export const ratingTables: plot.Chart<RatingTablesData> = { draw, summarize, table };

function draw(container: HTMLElement, data: RatingTablesData & { width?: number }): void {
  const { users, items, known, predicted } = data;
  const root = plot.chartRoot(container);
  drawScaleKey(root, data);
  const measure = plot.measureIn(root);
  const layout = layOutTables(measure, users, items, plot.widthOf(root, data.width));
  const { width, height, corners, cellWidth, cellHeight, head } = layout;
  const [wide, tall] = [items.length * cellWidth, users.length * cellHeight];
  const [{ left, top }, second] = corners;
  const area = { x: left, y: top, width: second.left + wide - left, height: second.top + tall - top };
  const frame = plot.plain(root, { width, height, area, summary: summarize(data) });
  const lost = predicted.length > 0 && predicted.every(Number.isNaN) ? say('lost') : '';
  const room = Math.max(wide, 130);
  const texts: plot.Mark = {
    name: 'gd-texts',
    draw(group) {
      const title = (name: string, text: string, { left, top }: { left: number; top: number }) =>
        plot.drawText(group, `${name} gd-title`, left, top - head - 6, plot.shortened(measure, text, room, 12));
      title('gd-known-title', say('known'), corners[0]);
      title('gd-predictions-title', say('predictions'), second);
      drawNames(group, layout);
      const note = plot.shortened(measure, lost, Math.max(wide - 8, 60), 11, 600);
      plot.drawText(
        group,
        'gd-lost-note gd-note gd-halo gd-strong',
        second.left + 4,
        second.top + Math.min(tall / 2, 120) + 4,
        note,
      );
    },
  };
  frame.draw(
    [
      cellsMark('gd-known', data, known, layout, 0),
      cellsMark('gd-predictions', data, predicted, layout, 1),
      heldOutMark(data, layout),
      texts,
    ],
    reader(data, layout),
  );
}

/** The colours, and what else a cell can say. */
function drawScaleKey(root: HTMLElement, { known, predicted, heldOut, low, high }: RatingTablesData): void {
  const bar = plot.one<HTMLDivElement>(root, 'div', 'gd-bar gd-start');
  const reaches = (isBeyond: (value: number) => boolean) => known.some(isBeyond) || predicted.some(isBeyond);
  const least = `${reaches((value) => value < low) ? '≤ ' : ''}${formatNumber(low)}`;
  const most = `${reaches((value) => value > high) ? '≥ ' : ''}${formatNumber(high)}`;
  plot.drawRamp(
    bar,
    least,
    most,
    Array.from({ length: RAMP_STEPS }, (_, i) => plot.scaleColor((i + 0.5) / RAMP_STEPS)),
  );
  const more = [say('blank'), ...(heldOut?.some((held) => held) ? [say('heldOut')] : []), say('sides')];
  plot.each<HTMLSpanElement, string>(bar, 'span', 'gd-quiet', more, (span, text) => {
    span.textContent = text;
  });
}

function fractionOf(value: number, { low, high }: RatingTablesData): number {
  return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
}

/** One of the tables: its colours, and its numbers where they fit, with as many decimals as fit. */
function cellsMark(
  name: string,
  data: RatingTablesData,
  values: Float64Array,
  layout: TablesLayout,
  table: number,
): plot.Mark {
  const { corners, cellWidth, cellHeight } = layout;
  const size = cellHeight >= 56 ? 18 : cellHeight >= 30 ? 13 : 11;
  const textsOf = (decimals: number) =>
    Array.from(values, (value) => {
      if (Number.isNaN(value)) return size > 11 && table === 0 ? '?' : '';
      // Ratings are written as they are, and predictions all alike.
      return table === 0 || Math.abs(value) >= 100 ? formatNumber(value, 3) : formatFixed(value, decimals);
    });
  return {
    name,
    draw(group, { measure }) {
      const fits = (texts: string[]) => cellHeight >= 16 && texts.every((text) => measure(text, size) + 6 <= cellWidth);
      const texts = [2, 1].map(textsOf).find(fits) ?? [];
      plot.drawCells(plot.one(group, 'g', 'gd-cells'), {
        ...corners[table],
        width: cellWidth,
        height: cellHeight,
        rows: data.users.length,
        columns: data.items.length,
        look: (i) => (Number.isNaN(values[i]) ? 'gd-cell-unknown' : 'gd-cell'),
        color: (i) => (Number.isNaN(values[i]) ? null : plot.scaleColor(fractionOf(values[i], data))),
        text: (i) => texts[i] ?? '',
        ink: (i) => (Number.isNaN(values[i]) ? null : plot.inkOnScale(fractionOf(values[i], data))),
        size,
      });
    },
  };
}

/** A corner is cut off every known rating that was not learned from. */
function heldOutMark(
  data: RatingTablesData,
  { corners: [{ left, top }], cellWidth, cellHeight }: TablesLayout,
): plot.Mark {
  const { heldOut, known, items } = data;
  const cells = Array.from(known.keys()).filter((i) => heldOut?.[i] && !Number.isNaN(known[i]));
  const side = Math.min(12, 0.45 * Math.min(cellWidth, cellHeight));
  const gap = cellWidth >= 9 && cellHeight >= 9 ? 1 : 0;
  return {
    name: 'gd-held-out',
    draw: (group) =>
      plot.each<SVGPathElement, number>(group, 'path', '', cells, (path, i) => {
        const x = left + ((i % items.length) + 1) * cellWidth - gap;
        const y = top + Math.floor(i / items.length) * cellHeight;
        plot.set(path, { d: `M${x},${y}v${side}l${-side},${-side}z` });
        path.style.fill = plot.inkOnScale(fractionOf(known[i], data));
      }),
  };
}

function reader(data: RatingTablesData, layout: TablesLayout): plot.Reader {
  const { users, items } = data;
  const { corners, cellWidth, cellHeight, width } = layout;
  const [lastRow, lastColumn] = [users.length - 1, items.length - 1];
  const inside = ({ row, column, table }: Cell): Cell => ({
    table,
    row: Math.min(lastRow, Math.max(0, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  });
  return plot.pointing<Cell>({
    name: say('keys'),
    at: (x, y) => cellAt(layout, x, y),
    initial: () => (users.length > 0 && items.length > 0 ? { row: 0, column: 0, table: 0 } : undefined),
    move(from, { key }) {
      const { row, column } = from;
      const places: Record<string, Partial<Cell>> = {
        ArrowLeft: { column: column - 1 },
        ArrowRight: { column: column + 1 },
        ArrowUp: { row: row - 1 },
        ArrowDown: { row: row + 1 },
        Home: { column: 0 },
        End: { column: lastColumn },
        PageUp: { row: 0 },
        PageDown: { row: lastRow },
      };
      return Object.hasOwn(places, key) ? inside({ ...from, ...places[key] }) : undefined;
    },
    read(cell) {
      const boxes = corners.map(({ left, top }) => ({
        x: left + cell.column * cellWidth - 1,
        y: top + cell.row * cellHeight - 1,
        width: cellWidth + 1,
        height: cellHeight + 1,
      }));
      // Beside both tables where there is room, so that it hides neither.
      const beside = corners[1].left + items.length * cellWidth;
      const { x, y, width: wide, height: tall } = boxes[cell.table];
      return {
        x: width - beside > READOUT ? beside : x + wide,
        y: y + tall / 2,
        hair: 'none',
        boxes,
        lines: readCell(data, cell),
      };
    },
  });
}

function readCell(data: RatingTablesData, { row, column }: Cell): plot.ReadoutLine[] {
  const i = row * data.items.length + column;
  const [rating, prediction] = [data.known[i], data.predicted[i]];
  const error = rating - prediction;
  const inScale = (value: number) => (Number.isNaN(value) ? undefined : plot.scaleColor(fractionOf(value, data)));
  const ratingWords = Number.isNaN(rating)
    ? say('ratingUnknown')
    : say(data.heldOut?.[i] ? 'ratingHeldOut' : 'rating', { rating: formatNumber(rating) });
  const predictionWords = Number.isNaN(prediction)
    ? say('noPrediction')
    : say('prediction', { prediction: formatNumber(prediction) });
  return [
    { text: called('user', data.users[row]) },
    { text: called('item', data.items[column]) },
    { text: ratingWords, color: inScale(rating) },
    { text: predictionWords, color: inScale(prediction) },
    ...(Number.isNaN(error) ? [] : [{ text: say('error', { error: formatNumber(error) }) }]),
  ];
}

function summarize({ users, items, known, heldOut, predicted }: RatingTablesData): string {
  const errorOf = (isHeld: boolean) => {
    let [sum, count] = [0, 0];
    known.forEach((rating, i) => {
      if (Number.isNaN(rating) || Boolean(heldOut?.[i]) !== isHeld) return;
      sum += (rating - predicted[i]) ** 2;
      count++;
    });
    return { count, error: Math.sqrt(sum / count) };
  };
  const [learned, held] = [errorOf(false), errorOf(true)];
  const isLost = predicted.length > 0 && predicted.every(Number.isNaN);
  const part = ({ count, error }: typeof learned, words: 'learned' | 'held') => {
    if (count === 0) return [];
    const number = formatCount(count);
    return [isLost ? say(words, { number }) : say(`${words}WithError`, { number, error: formatNumber(error) })];
  };
  const size = {
    users: say('users', { count: users.length }),
    items: say('items', { count: items.length }),
    ratings: say('ratings', { count: known.length }),
  };
  return [
    say('size', { ...size, count: learned.count + held.count }),
    ...part(learned, 'learned'),
    ...part(held, 'held'),
    say(isLost ? 'predictsNothing' : 'fills'),
  ].join(' ');
}

/** A row for each cell; what is not known of it stays empty. */
function table({ users, items, known, heldOut, predicted }: RatingTablesData): plot.Table {
  const cells = Array.from(known.keys());
  const number = (value: number) => (Number.isNaN(value) ? '' : value);
  return {
    user: cells.map((i) => users[Math.floor(i / items.length)]),
    item: cells.map((i) => items[i % items.length]),
    rating: cells.map((i) => number(known[i])),
    'held out': cells.map((i) => heldOut?.[i] ?? 0),
    prediction: cells.map((i) => number(predicted[i])),
  };
}
