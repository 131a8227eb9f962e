import { color, mix, type RGB } from '../../charts/kit';

/** One run a pixel, lowest y first, lowest x first. */
export interface Shaded {
  columns: number;
  rows: number;
  kinds: Uint8Array;
  /** After how many iterations each run was settled. */
  times: Float32Array;
  /** By kind, whether its runs are over at some iteration; what is not took all of them. */
  isTimed: readonly boolean[];
  /** By kind, whether its runs are lost: their colours step back. */
  isLost: readonly boolean[];
}

/** Colours as numbers. */
export interface Inks {
  outcomes: readonly RGB[];
  surface: RGB;
  text: RGB;
}

/** How a colour goes with time, from at once to all iterations: from light by the pure colour to dark. */
const STOPS = [
  { time: 0, to: 'light', share: 0.72 },
  { time: 0.45, to: 'light', share: 0.18 },
  { time: 0.6, to: 'dark', share: 0 },
  { time: 1, to: 'dark', share: 0.72 },
] as const;
const LIGHT: RGB = [255, 252, 244];
const DARK: RGB = [12, 10, 24];
const SHADES = 256;
/** Where the strongest runs stand out, the others nearly vanish. */
const FADED = 0.16;
/** How much of its colour is left of what diverged. */
const LOST = 0.62;
/** And they are darker by so much of the time: they are what basins lie in. */
const LATER = 0.36;
/** How long a run has to take beside its neighbours' for a slope of 45 degrees, as a share of the (logarithmic) time, a pixel of 300. */
const STEEPNESS = 20;
const GLEAM = 0.34;
const GLOOM = 0.46;

function shadeAt(pure: RGB, time: number): RGB {
  const next = Math.max(
    1,
    STOPS.findIndex((stop) => time <= stop.time),
  );
  const [from, to] = [STOPS[next - 1], STOPS[next]];
  const way = (time - from.time) / (to.time - from.time);
  const mixed = (stop: (typeof STOPS)[number]) => mix(pure, stop.to === 'light' ? LIGHT : DARK, stop.share);
  return mix(mixed(from), mixed(to), way);
}

const lateness = (isLost: boolean, time: number) => (isLost ? LATER + (1 - LATER) * time : time);

/** The times of nearly all runs that were settled, or of those that were lost: what light and dark stand for. */
export function timesIn(
  { kinds, times, isTimed, isLost }: Pick<Shaded, 'kinds' | 'times' | 'isTimed' | 'isLost'>,
  areLost = false,
): [fast: number, slow: number] {
  const every = Math.max(1, Math.floor(times.length / 20_000));
  const some: number[] = [];
  for (let i = 0; i < times.length; i += every)
    if (isTimed[kinds[i]] && isLost[kinds[i]] === areLost) some.push(times[i]);
  some.sort((a, b) => a - b);
  const at = (share: number) => some[Math.round(share * (some.length - 1))] ?? 0;
  const [fast, slow] = [at(0.01), at(0.99)];
  return slow > fast ? [fast, slow] : [fast, fast + 1];
}

/**
 * The basins as an image, its first row on top: the hue tells where a run ends, light and dark how long it takes. The time is
 * a landscape too, lit from the upper left: quick places are hollows, and the borders between basins are ridges.
 */
export function basinsImage(shaded: Shaded, inks: Inks, isFaded: (kind: number) => boolean): ImageData {
  const { columns, rows, kinds, times, isTimed, isLost } = shaded;
  const image = new ImageData(columns, rows);
  const ranges = [false, true].map((areLost) => timesIn(shaded, areLost).map(Math.log1p));
  const heights = Float32Array.from(times, (time, i) => {
    const [fast, slow] = ranges[Number(isLost[kinds[i]])];
    return isTimed[kinds[i]] ? Math.min(1, Math.max(0, (Math.log1p(time) - fast) / (slow - fast))) : 1;
  });
  const tables = inks.outcomes.map((ink, kind) => {
    const pure = isLost[kind] ? mix(inks.surface, ink, LOST) : ink;
    return Array.from({ length: SHADES }, (_, i) => {
      const shade = isTimed[kind] ? shadeAt(pure, lateness(isLost[kind], i / (SHADES - 1))) : mix(pure, DARK, 0.25);
      return isFaded(kind) ? mix(inks.surface, shade, FADED) : shade;
    });
  });
  const steepness = (STEEPNESS * columns) / 760;
  for (let row = 0; row < rows; row++) {
    const [below, above] = [Math.max(0, row - 1) * columns, Math.min(rows - 1, row + 1) * columns];
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column;
      const [west, east] = [Math.max(0, column - 1), Math.min(columns - 1, column + 1)];
      const across = heights[row * columns + east] - heights[row * columns + west];
      const up = heights[above + column] - heights[below + column];
      const [r, g, b] = tables[kinds[i]][Math.round(heights[i] * (SHADES - 1))];
      const light = lightOn(across * steepness, up * steepness);
      const to = light > 0 ? LIGHT : DARK;
      const share = isFaded(kinds[i]) ? 0 : Math.abs(light) * (light > 0 ? GLEAM : GLOOM);
      const at = 4 * ((rows - 1 - row) * columns + column);
      image.data[at] = r + (to[0] - r) * share;
      image.data[at + 1] = g + (to[1] - g) * share;
      image.data[at + 2] = b + (to[2] - b) * share;
      image.data[at + 3] = 255;
    }
  }
  return image;
}

const FROM = [-0.5, 0.5, 0.70711] as const;

/** How much more or less light falls on a slope than on flat ground, from -1 to 1. */
function lightOn(across: number, up: number): number {
  const light = (-across * FROM[0] - up * FROM[1] + FROM[2]) / Math.hypot(across, up, 1);
  return light > FROM[2] ? (light - FROM[2]) / (1 - FROM[2]) : Math.max(-1, (light - FROM[2]) / FROM[2]);
}

/** What light and dark mean, for a legend: of a grey. */
export function rampColors(): string[] {
  const css = (rgb: RGB) => `rgb(${rgb.join(' ')})`;
  return [0, 0.25, 0.5, 0.75, 1].map((time) => {
    const next = Math.max(
      1,
      STOPS.findIndex((stop) => time <= stop.time),
    );
    const { to, share } = STOPS[next];
    return `color-mix(in srgb, ${css(to === 'light' ? LIGHT : DARK)} ${Math.round(100 * share)}%, ${color('--gd-maximum')})`;
  });
}
