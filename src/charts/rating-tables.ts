import { select } from 'd3';
import { drawText } from './axes';
import { one, set, shortened, textWidth, widthOf } from './old';
import { called, formatCount, formatFixed, formatNumber } from './kit/format';
import { inkOnScale, scaleColor } from './kit/palette';
import { point } from './pointing';
import { cellAt, drawNames, layOutTables, type Cell, type TablesLayout } from './rating-tables-layout';
import { hideReadout, showReadout } from './kit/readout';
import type { Chart } from './types';
import { ratingTablesWords as say } from '../words/charts-ratings';

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

const RAMP_STEPS = 24;
/** About as wide as a readout is. */
const READOUT = 200;

/** The known ratings as a table of colours, and beside it the full table that the factorization makes of them. */
export const ratingTables: Chart<RatingTablesData> = {
  draw: drawRatingTables,
  summarize: summarizeRatingTables,
  table: tableOfRatings,
};

function drawRatingTables(container: HTMLElement, data: RatingTablesData & { width?: number }): void {
  container.classList.add('gd-chart');
  drawScaleKey(container, data);
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const layout = layOutTables(container, data.users, data.items, widthOf(container, data.width));
  const { width, height, corners, head } = layout;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeRatingTables(data) });
  const tables = [
    { name: say('known'), values: data.known, className: 'gd-known' },
    { name: say('predictions'), values: data.predicted, className: 'gd-predictions' },
  ];
  const room = data.items.length * layout.cellWidth;
  tables.forEach(({ name, values, className }, i) => {
    const { left, top } = corners[i];
    drawText(svg, `${className}-title gd-title`, left, top - head - 6, shortened(svg, name, Math.max(room, 130), 12));
    drawCells(one<SVGGElement>(svg, 'g', className), data, values, layout, i);
  });
  drawHeldOut(svg, data, layout);
  drawNames(svg, layout);
  const lost = data.predicted.length > 0 && data.predicted.every(Number.isNaN) ? say('lost') : '';
  const tall = data.users.length * layout.cellHeight;
  drawText(
    svg,
    'gd-lost-note gd-note gd-halo gd-strong',
    corners[1].left + 4,
    corners[1].top + Math.min(tall / 2, 120) + 4,
    shortened(svg, lost, Math.max(room - 8, 60), 12),
  );
  drawPointed(overlay, plot, data, layout);
}

/** The colours, and what else a cell can say. */
function drawScaleKey(container: HTMLElement, data: RatingTablesData): void {
  const { known, predicted, heldOut, low, high } = data;
  const bar = one<HTMLDivElement>(container, 'div', 'gd-bar gd-scale-bar');
  const scale = one<HTMLDivElement>(bar, 'div', 'gd-strength');
  const all = [...known, ...predicted];
  one(scale, 'span', 'gd-low').textContent = `${all.some((value) => value < low) ? '≤ ' : ''}${formatNumber(low)}`;
  const ramp = one<HTMLSpanElement>(scale, 'span', 'gd-ramp gd-even-ramp');
  set(ramp, { 'aria-hidden': true });
  select(ramp)
    .selectAll<HTMLSpanElement, number>('span')
    .data(Array.from({ length: RAMP_STEPS }, (_, i) => (i + 0.5) / RAMP_STEPS))
    .join('span')
    .style('background', scaleColor);
  one(scale, 'span', 'gd-high').textContent = `${all.some((value) => value > high) ? '≥ ' : ''}${formatNumber(high)}`;
  const more = [say('blank'), ...(heldOut?.some((held) => held) ? [say('heldOut')] : []), say('sides')];
  select(bar)
    .selectAll<HTMLSpanElement, string>('span.gd-quiet')
    .data(more)
    .join('span')
    .attr('class', 'gd-quiet')
    .text((text) => text);
}

function fractionOf(value: number, { low, high }: RatingTablesData): number {
  return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
}

function drawCells(
  group: SVGGElement,
  data: RatingTablesData,
  values: Float64Array,
  layout: TablesLayout,
  table: number,
): void {
  const { corners, cellWidth, cellHeight } = layout;
  const { left, top } = corners[table];
  const columns = data.items.length;
  const gap = cellWidth >= 9 && cellHeight >= 9 ? 1 : 0;
  const cells = Array.from(values, (_, i) => i);
  const x = (i: number) => left + (i % columns) * cellWidth;
  const y = (i: number) => top + Math.floor(i / columns) * cellHeight;
  select(one<SVGGElement>(group, 'g', 'gd-cells'))
    .selectAll<SVGRectElement, number>('rect')
    .data(cells)
    .join('rect')
    .attr('class', (i) => (Number.isNaN(values[i]) ? 'gd-unknown' : 'gd-cell'))
    .attr('x', (i) => x(i) + (Number.isNaN(values[i]) ? 0.5 : 0))
    .attr('y', (i) => y(i) + (Number.isNaN(values[i]) ? 0.5 : 0))
    .attr('width', (i) => Math.max(0.5, cellWidth - gap - (Number.isNaN(values[i]) ? 1 : 0)))
    .attr('height', (i) => Math.max(0.5, cellHeight - gap - (Number.isNaN(values[i]) ? 1 : 0)))
    .style('fill', (i) => (Number.isNaN(values[i]) ? null : scaleColor(fractionOf(values[i], data))));
  const size = cellHeight >= 56 ? 18 : cellHeight >= 30 ? 13 : 11;
  const textsOf = (decimals: number) =>
    cells.map((i) =>
      !Number.isNaN(values[i])
        ? digits(values[i], table === 0 ? undefined : decimals)
        : size > 11 && table === 0
          ? '?'
          : '',
    );
  const fits = (texts: string[]) =>
    cellHeight >= 16 && texts.every((text) => textWidth(group, text, size) + 6 <= cellWidth);
  const texts = [2, 1].map(textsOf).find(fits) ?? [];
  const shown = cells.filter((i) => texts[i]);
  select(one<SVGGElement>(group, 'g', 'gd-numbers'))
    .selectAll<SVGTextElement, number>('text')
    .data(shown)
    .join('text')
    .attr('x', (i) => x(i) + (cellWidth - gap) / 2)
    .attr('y', (i) => y(i) + (cellHeight - gap) / 2)
    .attr('dy', '0.35em')
    .attr('text-anchor', 'middle')
    .style('font-size', `${size}px`)
    .style('fill', (i) => (Number.isNaN(values[i]) ? null : inkOnScale(fractionOf(values[i], data))))
    .text((i) => texts[i]);
}

/** A number in a cell: ratings as they are, and predictions all alike. */
function digits(value: number, decimals: number | undefined): string {
  return decimals === undefined || Math.abs(value) >= 100 ? formatNumber(value, 3) : formatFixed(value, decimals);
}

/** A corner is cut off every known rating that was not learned from. */
function drawHeldOut(
  svg: SVGSVGElement,
  data: RatingTablesData,
  { corners: [{ left, top }], cellWidth, cellHeight }: TablesLayout,
): void {
  const { heldOut, known, items } = data;
  const cells = Array.from(known, (_, i) => i).filter((i) => heldOut?.[i] && !Number.isNaN(known[i]));
  const side = Math.min(12, 0.45 * Math.min(cellWidth, cellHeight));
  const gap = cellWidth >= 9 && cellHeight >= 9 ? 1 : 0;
  select(one<SVGGElement>(svg, 'g', 'gd-held-out'))
    .selectAll<SVGPathElement, number>('path')
    .data(cells)
    .join('path')
    .attr(
      'd',
      (i) =>
        `M${left + ((i % items.length) + 1) * cellWidth - gap},${top + Math.floor(i / items.length) * cellHeight}v${side}l${-side},${-side}z`,
    )
    .style('fill', (i) => inkOnScale(fractionOf(known[i], data)));
}

function drawPointed(overlay: SVGSVGElement, plot: HTMLElement, data: RatingTablesData, layout: TablesLayout): void {
  const { users, items } = data;
  const { corners, cellWidth, cellHeight } = layout;
  const frames = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  const [wide, tall] = [items.length * cellWidth, users.length * cellHeight];
  set(hit, {
    x: corners[0].left,
    y: corners[0].top,
    width: corners[1].left + wide - corners[0].left,
    height: corners[1].top + tall - corners[0].top,
  });
  point<Cell>(hit, plot, {
    name: say('keys'),
    at: (x, y) => cellAt(layout, x, y),
    initial: () => (users.length > 0 && items.length > 0 ? { row: 0, column: 0, table: 0 } : undefined),
    move({ row, column, table }, key) {
      const to = (row: number, column: number): Cell => ({
        table,
        row: Math.min(users.length - 1, Math.max(0, row)),
        column: Math.min(items.length - 1, Math.max(0, column)),
      });
      const places: Record<string, Cell> = {
        ArrowLeft: to(row, column - 1),
        ArrowRight: to(row, column + 1),
        ArrowUp: to(row - 1, column),
        ArrowDown: to(row + 1, column),
        Home: to(row, 0),
        End: to(row, items.length),
        PageUp: to(0, column),
        PageDown: to(users.length, column),
      };
      return Object.hasOwn(places, key) ? places[key] : undefined;
    },
    show(cell) {
      const shown = cell
        ? corners.flatMap(({ left, top }) =>
            ['gd-under', 'gd-selected'].map((look) => ({
              look,
              x: left + cell.column * cellWidth,
              y: top + cell.row * cellHeight,
            })),
          )
        : [];
      select(frames)
        .selectAll<SVGRectElement, (typeof shown)[number]>('rect')
        .data(shown)
        .join('rect')
        .attr('class', ({ look }) => look)
        .attr('x', ({ x }) => x - 1)
        .attr('y', ({ y }) => y - 1)
        .attr('width', cellWidth + 1)
        .attr('height', cellHeight + 1);
      if (!cell) {
        hideReadout(plot);
        return '';
      }
      const lines = readCell(data, cell);
      // Beside both tables where there is room, so that it hides neither.
      const beside = corners[1].left + wide;
      const { left, top } = corners[cell.table];
      showReadout(
        plot,
        layout.width - beside > READOUT ? beside : left + (cell.column + 1) * cellWidth,
        top + (cell.row + 0.5) * cellHeight,
        lines,
      );
      return lines.map(({ text }) => text).join(', ');
    },
  });
}

function readCell(data: RatingTablesData, { row, column }: Cell) {
  const i = row * data.items.length + column;
  const [rating, prediction] = [data.known[i], data.predicted[i]];
  const inScale = (value: number) => (Number.isNaN(value) ? undefined : scaleColor(fractionOf(value, data)));
  return [
    { text: called('user', data.users[row]) },
    { text: called('item', data.items[column]) },
    {
      text: Number.isNaN(rating)
        ? say('ratingUnknown')
        : say(data.heldOut?.[i] ? 'ratingHeldOut' : 'rating', { rating: formatNumber(rating) }),
      color: inScale(rating),
    },
    {
      text: Number.isNaN(prediction)
        ? say('noPrediction')
        : say('prediction', { prediction: formatNumber(prediction) }),
      color: inScale(prediction),
    },
    ...(Number.isNaN(rating - prediction)
      ? []
      : [{ text: say('error', { error: formatNumber(rating - prediction) }) }]),
  ];
}

function summarizeRatingTables({ users, items, known, heldOut, predicted }: RatingTablesData): string {
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
    return [
      isLost
        ? say(words, { number: formatCount(count) })
        : say(`${words}WithError`, { number: formatCount(count), error: formatNumber(error) }),
    ];
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
    isLost ? say('predictsNothing') : say('fills'),
  ].join(' ');
}

/** A row for each cell; what is not known of it stays empty. */
function tableOfRatings({
  users,
  items,
  known,
  heldOut,
  predicted,
}: RatingTablesData): Record<string, ArrayLike<number | string>> {
  const cells = Array.from(known, (_, i) => i);
  const number = (value: number) => (Number.isNaN(value) ? '' : value);
  return {
    user: cells.map((i) => users[Math.floor(i / items.length)]),
    item: cells.map((i) => items[i % items.length]),
    rating: cells.map((i) => number(known[i])),
    'held out': cells.map((i) => heldOut?.[i] ?? 0),
    prediction: cells.map((i) => number(predicted[i])),
  };
}
