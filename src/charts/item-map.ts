import { extent, max } from 'd3';
import * as plot from './kit';
import { called, formatCount, formatNumber, formatShare } from './kit/format';
import { defineWords } from '../words/words';

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

/** How dots look, by the number of their item's ratings. */
interface Look {
  /** The items that have a place, the most rated first. */
  placed: readonly Item[];
  radius(ratings: number): number;
  strength(ratings: number): number;
}

const say = /* @__PURE__ */ defineWords('itemMap', {
  upAxis: '↑ 2nd principal direction',
  upAxisWithShare: '↑ 2nd principal direction, {share} of the variance',
  acrossAxis: '1st principal direction →',
  acrossAxisWithShare: '1st principal direction, {share} of the variance →',
  lost: '{lost} of {number} {number|item|items} {lost|has|have} no place, as {lost|its|their} factors are no numbers.',
  area: 'dot area: number of ratings',
  keys: 'The items, by number of ratings. Arrow keys move to the next one.',
  ratings: { one: '{count} rating', other: '{count} ratings' },
  at: 'at {x}, {y}',
  rated: '{item} ({number}) at {x}, {y}',
  summary: {
    one: '{count} item along the first two principal directions of their factors.',
    other: '{count} items along the first two principal directions of their factors.',
  },
  summaryWithShares: {
    one: '{count} item along the first two principal directions of their factors, which hold {first} and {second} of the variance.',
    other:
      '{count} items along the first two principal directions of their factors, which hold {first} and {second} of the variance.',
  },
  mostRated: 'Most rated: {items}.',
});

/** How large the dot of the most rated item is, and how small one can be. */
const LARGEST = 12;
const SMALLEST = 1.4;
const LABEL = 130;
/** Items crowd where each has less room than this, in square pixels, over the strength of a dot. */
const CROWD = 250;
/** Further from any item than this, nothing is pointed at. */
const REACH = 24;

/** Items where the first two principal directions of their factors place them; those that are rated alike lie together. */
export const itemMap: plot.Chart<ItemMapData> = { draw, summarize, table };

function draw(container: HTMLElement, data: ItemMapData & { width?: number }): void {
  const { items, explained } = data;
  const root = plot.chartRoot(container);
  const width = plot.widthOf(root, data.width);
  const placed = items.filter(hasPlace).sort((a, b) => b.ratings - a.ratings);
  const { across, up, height } = layOut(placed, width);
  const look = lookOf(placed, width, (width - 64) * height);
  drawSizes(plot.one<HTMLDivElement>(root, 'div', 'gd-bar gd-start'), look);
  const share = (i: number) => ({ share: formatShare(explained?.[i] ?? 0) });
  const frame = plot.cartesian(root, {
    width,
    x: {
      domain: across,
      title: explained ? say('acrossAxisWithShare', share(0)) : say('acrossAxis'),
      grid: true,
      spacing: 60,
    },
    y: { domain: up, title: explained ? say('upAxisWithShare', share(1)) : say('upAxis'), grid: true, spacing: 60 },
    isEqual: true,
    height,
    summary: summarize(data),
  });
  frame.draw([dotsMark(look), namesMark(look, frame)], reader(look, frame));
  const lost = items.length - placed.length;
  plot.one(root, 'p', 'gd-sentence gd-quiet').textContent =
    lost > 0 ? say('lost', { lost: formatCount(lost), number: formatCount(items.length) }) : '';
}

const hasPlace = ({ x, y }: Item) => Number.isFinite(x) && Number.isFinite(y);

/** What the axes cover, with room for the largest dots; as tall as the items need at full width, within reason. */
function layOut(placed: readonly Item[], width: number): { across: plot.Interval; up: plot.Interval; height: number } {
  const [xs, ys] = [extentOf(placed.map(({ x }) => x)), extentOf(placed.map(({ y }) => y))];
  const wide = width - 64;
  const margin = 2 * LARGEST + 8;
  const aspect = (ys[1] - ys[0]) / (xs[1] - xs[0]) || 0;
  const height = Math.round(Math.min(520, width, Math.max(220, aspect * wide + margin)));
  const unit = Math.max((xs[1] - xs[0]) / (wide - margin), (ys[1] - ys[0]) / (height - margin)) || 1 / height;
  const room = (unit * margin) / 2;
  return { across: [xs[0] - room, xs[1] + room], up: [ys[0] - room, ys[1] + room], height };
}

function extentOf(values: readonly number[]): plot.Interval {
  const [low, high] = extent(values);
  return low === undefined ? [0, 0] : [low, high];
}

function lookOf(placed: readonly Item[], width: number, area: number): Look {
  const most = Math.max(1, placed[0]?.ratings ?? 1);
  // Where items crowd, the rarely rated ones are but a haze.
  const least = Math.min(0.4, Math.max(0.08, area / (CROWD * placed.length)));
  return {
    placed,
    radius: (ratings) => Math.max(SMALLEST, Math.min(LARGEST, width / 40) * Math.sqrt(Math.max(0, ratings) / most)),
    strength: (ratings) => least + (0.85 - least) * (Math.log1p(Math.max(0, ratings)) / Math.log1p(most)),
  };
}

/** What the dots' areas stand for. */
function drawSizes(bar: HTMLElement, { placed, radius, strength }: Look): void {
  const most = max(placed, ({ ratings }) => ratings) ?? 0;
  const rounded = (count: number) => Math.max(1, Number(count.toPrecision(1)));
  const counts = [...new Set([rounded(most / 25), rounded(most / 5), most])].filter(
    (count) => most > 0 && count <= most,
  );
  plot.one(bar, 'span', 'gd-sizes-title gd-quiet').textContent = say('area');
  plot.each<HTMLSpanElement, number>(bar, 'span', 'gd-size gd-key-item', counts, (item, count) => {
    const r = radius(count);
    const side = Math.ceil(2 * r + 2);
    const sample = plot.one<SVGSVGElement>(item, 'svg', 'gd-sample');
    plot.set(sample, { width: side, height: side, 'aria-hidden': true });
    const dot = plot.one<SVGCircleElement>(sample, 'circle', 'gd-dot');
    plot.set(dot, { cx: r + 1, cy: r + 1, r });
    Object.assign(dot.style, { fill: plot.color('--gd-series-recovery'), fillOpacity: String(strength(count)) });
    plot.one(item, 'span', 'gd-label').textContent = formatCount(count);
  });
}

/** On a canvas, as there may be tens of thousands; the rarely rated first, so that they cover nothing. */
function dotsMark({ placed, radius, strength }: Look): plot.Mark {
  return {
    name: 'gd-items',
    paint(context, { root, x, y }) {
      const [ink, surface] = plot.resolveColors(root, [plot.color('--gd-series-recovery'), plot.color('--gd-surface')]);
      context.fillStyle = ink;
      context.strokeStyle = surface;
      for (let i = placed.length - 1; i >= 0; i--) {
        const { x: across, y: up, ratings } = placed[i];
        const r = radius(ratings);
        context.globalAlpha = strength(ratings);
        context.beginPath();
        context.arc(x(across), y(up), r, 0, 2 * Math.PI);
        context.fill();
        // A rim keeps large dots apart that lie on one another.
        if (r > 3) context.stroke();
      }
    },
  };
}

/** The most rated items by name, as many as have room. */
function namesMark({ placed, radius }: Look, frame: plot.Frame): plot.Mark {
  const { x, y, width, measure } = frame;
  const many = placed.slice(0, Math.round(Math.min(30, width / 36)));
  const texts = many.map(({ id, x: across, y: up, ratings }) => {
    const text = plot.shortened(measure, id, Math.min(LABEL, width / 3.5));
    const [px, py, r, wide] = [x(across), y(up), radius(ratings) + 4, measure(text)];
    const shifts = [wide / 2, wide - r, r];
    const aboveAndBelow = shifts.flatMap((shift) => [
      [px - shift, py - r - 13],
      [px - shift, py + r - 1],
    ]);
    const places = [[px + r, py - 7], [px - r - wide, py - 7], ...aboveAndBelow] as [number, number][];
    return { text, look: 'gd-name', places };
  });
  const taken = many.map(({ x: across, y: up, ratings }) => {
    const side = 2 * radius(ratings) - 6;
    return { x: x(across) - side / 2, y: y(up) - side / 2, width: side, height: side };
  });
  return plot.placedLabels('gd-item-names', frame, texts, taken).mark;
}

function reader({ placed, radius }: Look, { x, y }: plot.Frame): plot.Reader {
  const last = placed.length - 1;
  return plot.pointing<number>({
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
    move(from, { key }) {
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
    read(i) {
      const item = placed[i];
      const words = [
        called('item', item.id),
        say('ratings', { count: item.ratings }),
        say('at', { x: formatNumber(item.x, 3), y: formatNumber(item.y, 3) }),
      ];
      return {
        x: x(item.x),
        y: y(item.y),
        hair: 'none',
        ring: radius(item.ratings) + 2.5,
        lines: words.map((text) => ({ text })),
      };
    },
  });
}

function summarize({ items, explained }: ItemMapData): string {
  const most = items
    .filter(hasPlace)
    .sort((a, b) => b.ratings - a.ratings)
    .slice(0, 3)
    .map(({ id, ratings, x, y }) =>
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

function table({ items }: ItemMapData): plot.Table {
  return {
    item: items.map(({ id }) => id),
    '1st principal direction': items.map(({ x }) => x),
    '2nd principal direction': items.map(({ y }) => y),
    ratings: items.map(({ ratings }) => ratings),
  };
}
