import { select } from 'd3';
import { drawText, drawXAxis, drawYAxis, labelsWidth, roundTicks, type PlotLayout } from './axes';
import { resolveColors } from './kit/colors';
import { one, set, shortened, textWidth, widthOf } from './old';
import { called, formatCount, formatNumber, formatShare } from './kit/format';
import { placeLabels } from './kit/labels';
import { color } from './kit/palette';
import { point } from './pointing';
import { hideReadout, showReadout } from './kit/readout';
import { scaleLinear } from './scales';
import type { Chart } from './types';
import { itemMapWords as say } from '../words/charts-ratings';

export interface ItemMapData {
  items: {
    id: string;
    /** Along the first two principal directions of the items' factors. */
    x: number;
    y: number;
    /** How many ratings it has. */
    ratings: number;
  }[];
  /** The two directions' shares of the variance. */
  explained?: [number, number];
}

type Item = ItemMapData['items'][number];

interface Layout extends PlotLayout {
  /** The items that have a place, the most rated first. */
  placed: readonly Item[];
  radius(item: Item): number;
  /** How strong a dot is. */
  strength(item: Pick<Item, 'ratings'>): number;
}

const TOP = 26;
/** How large the dot of the most rated item is, and how small one can be. */
const LARGEST = 12;
const SMALLEST = 1.4;
const LABEL = 130;
/** Items crowd where each has less room than this, in square pixels, over the strength of a dot. */
const CROWD = 250;
/** Further from any item than this, nothing is pointed at. */
const REACH = 24;

/** Items where the first two principal directions of their factors place them; those that are rated alike lie together. */
export const itemMap: Chart<ItemMapData> = { draw: drawItemMap, summarize: summarizeItemMap, table: tableOfItems };

function drawItemMap(container: HTMLElement, data: ItemMapData & { width?: number }): void {
  container.classList.add('gd-chart');
  const layout = layOut(container, data);
  const { width, height, left, right, top, bottom, x, y, placed } = layout;
  drawSizes(one<HTMLDivElement>(container, 'div', 'gd-bar gd-sizes-bar'), layout);
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  plot.style.height = `${height}px`;
  const base = one<SVGSVGElement>(plot, 'svg', 'gd-base gd-layer');
  const canvas = one<HTMLCanvasElement>(plot, 'canvas', 'gd-image gd-layer');
  const names = one<SVGSVGElement>(plot, 'svg', 'gd-item-names gd-layer');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  for (const layer of [base, names, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(base, { role: 'img', 'aria-label': summarizeItemMap(data) });
  set(names, { 'aria-hidden': true });
  const [xDomain, yDomain] = [x.domain(), y.domain()];
  drawYAxis(base, 'gd-y', {
    scale: y,
    ticks: roundTicks(yDomain[0], yDomain[1], Math.round((bottom - top) / 60)),
    at: left,
    gridTo: right,
  });
  drawXAxis(
    base,
    'gd-x',
    { scale: x, ticks: roundTicks(xDomain[0], xDomain[1], Math.round((right - left) / 60)), at: bottom, gridTo: top },
    false,
  );
  const { explained } = data;
  drawText(
    base,
    'gd-y-title gd-title',
    0,
    12,
    explained ? say('upAxisWithShare', { share: formatShare(explained[1]) }) : say('upAxis'),
  );
  drawText(
    base,
    'gd-x-title gd-title',
    right,
    bottom + 38,
    explained ? say('acrossAxisWithShare', { share: formatShare(explained[0]) }) : say('acrossAxis'),
    'end',
  );
  drawDots(canvas, container, layout);
  drawNames(names, layout);
  drawPointed(overlay, plot, layout);
  const lost = data.items.length - placed.length;
  one(container, 'p', 'gd-sentence gd-quiet').textContent =
    lost > 0 ? say('lost', { lost: formatCount(lost), number: formatCount(data.items.length) }) : '';
}

const hasPlace = ({ x, y }: Item) => Number.isFinite(x) && Number.isFinite(y);

/** One unit is as long across as it is up, so that distances are what they are. */
function layOut(container: HTMLElement, { items, width: asked }: ItemMapData & { width?: number }): Layout {
  const width = widthOf(container, asked);
  const placed = items.filter(hasPlace).sort((a, b) => b.ratings - a.ratings);
  const right = width - 14;
  const most = Math.max(1, placed[0]?.ratings ?? 1);
  const radius = ({ ratings }: Item) =>
    Math.max(SMALLEST, Math.min(LARGEST, width / 40) * Math.sqrt(Math.max(0, ratings) / most));
  const [xs, ys] = [extentOf(placed, 'x'), extentOf(placed, 'y')];
  // As tall as the items need at full width, within reason.
  const aspect = (ys.high - ys.low) / (xs.high - xs.low) || 0;
  const bottom = TOP + Math.round(Math.min(520, width, Math.max(220, aspect * (right - 60) + 2 * LARGEST + 8)));
  const fit = (left: number) => {
    const [wide, tall] = [right - left - 2 * LARGEST - 8, bottom - TOP - 2 * LARGEST - 8];
    const unit = Math.max((xs.high - xs.low) / wide, (ys.high - ys.low) / tall) || 1 / tall;
    const domain = ({ low, high }: typeof xs, pixels: number): [number, number] => [
      (low + high) / 2 - (unit * pixels) / 2,
      (low + high) / 2 + (unit * pixels) / 2,
    ];
    return {
      left,
      x: scaleLinear(domain(xs, right - left), [left, right]),
      y: scaleLinear(domain(ys, bottom - TOP), [bottom, TOP]),
    };
  };
  const [low, high] = fit(50).y.domain();
  const left = Math.max(34, labelsWidth(container, roundTicks(low, high, Math.round((bottom - TOP) / 60))) + 12);
  // Where items crowd, the rarely rated ones are but a haze.
  const least = Math.min(0.4, Math.max(0.08, ((right - left) * (bottom - TOP)) / (CROWD * placed.length)));
  const strength = ({ ratings }: Pick<Item, 'ratings'>) =>
    least + (0.85 - least) * (Math.log1p(Math.max(0, ratings)) / Math.log1p(most));
  return { width, height: bottom + 44, right, top: TOP, bottom, placed, radius, strength, ...fit(left) };
}

function extentOf(items: readonly Item[], side: 'x' | 'y'): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const item of items) [low, high] = [Math.min(low, item[side]), Math.max(high, item[side])];
  return low <= high ? { low, high } : { low: 0, high: 0 };
}

/** What the dots' areas stand for. */
function drawSizes(bar: HTMLElement, { placed, radius, strength }: Layout): void {
  const most = placed.reduce((high, { ratings }) => Math.max(high, ratings), 0);
  const rounded = (count: number) => Math.max(1, Number(count.toPrecision(1)));
  const counts =
    most > 0 ? [...new Set([rounded(most / 25), rounded(most / 5), most])].filter((count) => count <= most) : [];
  one(bar, 'span', 'gd-sizes-title gd-quiet').textContent = say('area');
  select(bar)
    .selectAll<HTMLSpanElement, number>('span.gd-size')
    .data(counts)
    .join('span')
    .attr('class', 'gd-size gd-key-item')
    .each(function (count) {
      const r = radius({ id: '', x: 0, y: 0, ratings: count });
      const sample = one<SVGSVGElement>(this, 'svg', 'gd-sample');
      set(sample, { width: Math.ceil(2 * r + 2), height: Math.ceil(2 * r + 2), 'aria-hidden': true });
      const dot = one<SVGCircleElement>(sample, 'circle', 'gd-dot');
      set(dot, { cx: r + 1, cy: r + 1, r });
      dot.style.fill = color('--gd-series-recovery');
      dot.style.fillOpacity = String(strength({ ratings: count }));
      one(this, 'span', 'gd-label').textContent = formatCount(count);
    });
}

/** On a canvas, as there may be tens of thousands; the rarely rated first, so that they cover nothing. */
function drawDots(
  canvas: HTMLCanvasElement,
  container: HTMLElement,
  { width, height, x, y, placed, radius, strength }: Layout,
): void {
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const context = canvas.getContext('2d');
  if (!context) return;
  const [ink, surface] = resolveColors(container, [color('--gd-series-recovery'), color('--gd-surface')]);
  context.scale(ratio, ratio);
  context.fillStyle = ink;
  context.strokeStyle = surface;
  for (let i = placed.length - 1; i >= 0; i--) {
    const item = placed[i];
    const r = radius(item);
    context.globalAlpha = strength(item);
    context.beginPath();
    context.arc(x(item.x), y(item.y), r, 0, 2 * Math.PI);
    context.fill();
    // A rim keeps large dots apart that lie on one another.
    if (r > 3) context.stroke();
  }
}

/** The most rated items by name, as many as have room. */
function drawNames(svg: SVGSVGElement, { placed, x, y, radius, left, right, top, bottom, width }: Layout): void {
  const many = placed.slice(0, Math.round(Math.min(30, width / 36)));
  const texts = many.map(({ id }) => shortened(svg, id, Math.min(LABEL, width / 3.5), 11));
  const boxes = placeLabels(
    many.map((item, i) => {
      const [at, up, r, wide] = [x(item.x), y(item.y), radius(item) + 4, textWidth(svg, texts[i], 11)];
      const shifts = [wide / 2, wide - r, r];
      return [
        [at + r, up - 7],
        [at - r - wide, up - 7],
        ...shifts.flatMap((shift) => [
          [at - shift, up - r - 13],
          [at - shift, up + r - 1],
        ]),
      ].map(([bx, by]) => ({ x: bx, y: by, width: wide, height: 14 }));
    }),
    { x: left, y: top, width: right - left, height: bottom - top },
    many.map((item) => ({
      x: x(item.x) - radius(item) + 3,
      y: y(item.y) - radius(item) + 3,
      width: 2 * radius(item) - 6,
      height: 2 * radius(item) - 6,
    })),
  );
  const shown = texts.flatMap((text, i) => (boxes[i] && text ? [{ text, box: boxes[i] }] : []));
  select(svg)
    .selectAll<SVGTextElement, (typeof shown)[number]>('text')
    .data(shown)
    .join('text')
    .attr('class', 'gd-name gd-halo')
    .attr('x', ({ box }) => box.x)
    .attr('y', ({ box }) => box.y + 11)
    .text(({ text }) => text);
}

function drawPointed(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  { placed, x, y, radius, left, right, top, bottom }: Layout,
): void {
  const rings = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  const last = placed.length - 1;
  point<number>(hit, plot, {
    name: say('keys'),
    at(px, py) {
      let [nearest, least] = [-1, REACH];
      placed.forEach((item, i) => {
        const distance = Math.hypot(x(item.x) - px, y(item.y) - py);
        if (distance < least) [nearest, least] = [i, distance];
      });
      return nearest < 0 ? undefined : nearest;
    },
    initial: () => (last < 0 ? undefined : 0),
    move(from, key) {
      const to: Record<string, number> = {
        ArrowRight: from + 1,
        ArrowDown: from + 1,
        ArrowLeft: from - 1,
        ArrowUp: from - 1,
        PageDown: from + 10,
        PageUp: from - 10,
        Home: 0,
        End: last,
      };
      return Object.hasOwn(to, key) ? Math.min(last, Math.max(0, to[key])) : undefined;
    },
    show(i) {
      const item = i === undefined ? undefined : placed[i];
      const looks = item ? ['gd-under', 'gd-selected'] : [];
      select(rings)
        .selectAll<SVGCircleElement, string>('circle')
        .data(looks)
        .join('circle')
        .attr('class', (look) => look)
        .attr('cx', x(item?.x ?? 0))
        .attr('cy', y(item?.y ?? 0))
        .attr('r', item ? radius(item) + 2.5 : 0);
      if (!item) {
        hideReadout(plot);
        return '';
      }
      const words = [
        called('item', item.id),
        say('ratings', { count: item.ratings }),
        say('at', { x: formatNumber(item.x, 3), y: formatNumber(item.y, 3) }),
      ];
      showReadout(
        plot,
        x(item.x) + radius(item),
        y(item.y),
        words.map((text) => ({ text })),
      );
      return words.join(', ');
    },
  });
}

function summarizeItemMap({ items, explained }: ItemMapData): string {
  const ranked = items
    .filter(hasPlace)
    .sort((a, b) => b.ratings - a.ratings)
    .slice(0, 3);
  const most = ranked.map(({ id, ratings, x, y }) =>
    say('rated', {
      item: called('item', id),
      number: formatCount(ratings),
      x: formatNumber(x, 3),
      y: formatNumber(y, 3),
    }),
  );
  const count = items.length;
  const summary = explained
    ? say('summaryWithShares', { count, first: formatShare(explained[0]), second: formatShare(explained[1]) })
    : say('summary', { count });
  return most.length > 0 ? `${summary} ${say('mostRated', { items: most.join('; ') })}` : summary;
}

function tableOfItems({ items }: ItemMapData): Record<string, ArrayLike<number | string>> {
  return {
    item: items.map(({ id }) => id),
    '1st principal direction': items.map(({ x }) => x),
    '2nd principal direction': items.map(({ y }) => y),
    ratings: items.map(({ ratings }) => ratings),
  };
}
