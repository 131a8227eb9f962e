import { overviewOf } from '../../math/overview';

/** From a number to a place in the picture, in pixels. */
type Place = (value: number) => number;

export interface Stretch {
  values: ArrayLike<number>;
  /** Where on the axis the first value stands; the others follow one by one. */
  offset: number;
  x: Place;
  y: Place;
  /** Places beyond these are drawn there: shapes far outside a picture are slow, and clipped anyway. */
  top: number;
  bottom: number;
}

/**
 * A line through values as SVG path data. Where there are several values to a pixel, each pixel shows the first, the
 * least, the greatest and the last of its own: on the screen that is the very line, of millions of values in a moment.
 * The line is broken where a value is no finite number.
 */
export function linePath(stretch: Stretch): string {
  return isDense(stretch) ? columnsPath(stretch) : pointsPath(stretch);
}

/** Each value as a point, for a stroke with round ends. */
export function dotsPath({ values, offset, x, y, top, bottom }: Stretch): string {
  let d = '';
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) d += `M${short(x(offset + i))},${placeOf(values[i], y, top, bottom)}h0`;
  }
  return d;
}

/** Whether there are too many values to tell them apart. */
export function isDense({ values, offset, x }: Pick<Stretch, 'values' | 'offset' | 'x'>): boolean {
  return values.length > 2 && x(offset + 1) - x(offset) < 0.4;
}

function pointsPath({ values, offset, x, y, top, bottom }: Stretch): string {
  let d = '';
  let pen = 'M';
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) pen = 'M';
    else {
      d += `${pen}${short(x(offset + i))},${placeOf(values[i], y, top, bottom)}`;
      pen = 'L';
    }
  }
  return d;
}

function columnsPath({ values, offset, x, y, top, bottom }: Stretch): string {
  const first = Math.floor(x(offset));
  const perPixel = 1 / (x(offset + 1) - x(offset));
  const origin = x(offset);
  const overview = overviewOf(values);
  let d = '';
  let pen = 'M';
  const put = (px: number, value: number) => {
    d += `${pen}${short(px)},${placeOf(value, y, top, bottom)}`;
    pen = 'L';
  };
  let i = 0;
  for (let column = first; i < values.length; column++) {
    const end = Math.min(values.length, Math.max(i + 1, Math.ceil((column + 1 - origin) * perPixel)));
    const [from, to] = [i, end];
    i = end;
    const [least, greatest] = overview.within(from, to);
    if (least > greatest) {
      pen = 'M';
      continue;
    }
    const start = finiteFrom(values, from, 1);
    const last = finiteFrom(values, to - 1, -1);
    const px = column + 0.5;
    put(px, start);
    if (least < start) put(px, least);
    if (greatest > least) put(px, greatest);
    if (last !== greatest) put(px, last);
  }
  return d;
}

/** The finite value at a place, or the next one in a direction; there must be one. */
function finiteFrom(values: ArrayLike<number>, at: number, direction: 1 | -1): number {
  let i = at;
  while (!Number.isFinite(values[i])) i += direction;
  return values[i];
}

/** Numbers beyond this would overflow on their way to pixels. */
const LARGEST = 1e290;

function placeOf(value: number, y: Place, top: number, bottom: number): number {
  const place = y(Math.max(-LARGEST, Math.min(LARGEST, value)));
  return short(Math.max(top - 40, Math.min(bottom + 40, place)));
}

const short = (pixels: number) => Math.round(pixels * 100) / 100;
