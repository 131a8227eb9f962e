type Accessor<Item> = (item: Item) => number;

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * SVG's notation of a line through some places; it breaks where one of them is not to be drawn, and a single one is a dot.
 * These are d3-shape's, digit for digit: that one brings every way to round a curve along.
 */
export function lineThrough<Item>(
  items: Iterable<Item>,
  x: Accessor<Item>,
  y: Accessor<Item>,
  { digits = 3, isDrawn }: { digits?: number; isDrawn?: (item: Item) => boolean } = {},
): string {
  let path = '';
  let length = 0;
  const end = () => (length === 1 ? 'Z' : '');
  for (const item of items) {
    if (!isDrawn || isDrawn(item))
      path += `${length++ === 0 ? 'M' : 'L'}${rounded(x(item), digits)},${rounded(y(item), digits)}`;
    else {
      path += end();
      length = 0;
    }
  }
  return path + end();
}

/** What lies between two lines above one another. */
export function areaBetween<Item>(
  items: readonly Item[],
  x: Accessor<Item>,
  low: Accessor<Item>,
  high: Accessor<Item>,
): string {
  if (items.length === 0) return '';
  const place = (y: Accessor<Item>) => (item: Item) => `${rounded(x(item), 3)},${rounded(y(item), 3)}`;
  return `M${[...items.map(place(high)), ...items.map(place(low)).reverse()].join('L')}Z`;
}

/** A disc around the origin. */
export function circlePath(area: number): string {
  const radius = rounded(Math.sqrt(area / Math.PI), 3);
  const arc = `A${radius},${radius},0,1,1,`;
  return `M${radius},0${arc}${-radius},0${arc}${radius},0`;
}

/** A rhombus around the origin, taller than wide. */
export function diamondPath(area: number): string {
  const ratio = Math.sqrt(1 / 3);
  const tall = Math.sqrt(area / (2 * ratio));
  const [x, y] = [rounded(tall * ratio, 3), rounded(tall, 3)];
  return `M0,${-y}L${x},0L0,${y}L${-x},0Z`;
}
