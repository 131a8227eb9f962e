import { select } from 'd3';
import { mix, type RGB } from './kit/colors';
import { type Inks } from './old';
import { one } from './old';
import { formatCount, formatNumber, formatShare } from './kit/format';
import { color } from './kit/palette';
import { outcomeColor } from './old';
import { drawRaster } from './raster';
import { scaleLinear } from './scales';
import type { BasinsData } from './types';
import { chartWords } from './kit/words';
import { basinsWords as say } from '../words/charts-descent';

/**
 * Every pixel one run: its start across, its learning rate up. The hue tells how it ended, and the strength of the
 * colour how long that took, on a logarithmic scale: faint is quick.
 */
export function drawBasins(container: HTMLElement, data: BasinsData): void {
  drawRaster(container, data, {
    across: 'theta',
    thetaTitle: say('startAxis', { variable: data.variable ?? 'θ' }),
    name: say('name'),
    imageKey: ({ labels, dates, columns, rows, iterations }) => [labels, dates, columns, rows, iterations],
    paint,
    read,
    summary: summarizeBasins,
    legend: drawLegend,
  });
}

const SHADES = 64;
const FAINTEST = 0.38;
const FADED = 0.12;
/** Up to this share of the (logarithmic) time a colour gains on the surface, from there on it goes towards the text's. */
const TURN = 0.6;
const STRONGEST = 0.45;

/** The shades of one outcome, from at once to all iterations: towards the surface first, then beyond the pure colour. */
function shadesOf(pure: RGB, { surface, text }: Inks, isFaded: boolean): RGB[] {
  return Array.from({ length: SHADES }, (_, i) => {
    const time = i / (SHADES - 1);
    if (isFaded) return mix(surface, pure, FADED + 0.08 * time);
    return time < TURN
      ? mix(surface, pure, FAINTEST + ((1 - FAINTEST) * time) / TURN)
      : mix(pure, text, ((time - TURN) / (1 - TURN)) * STRONGEST);
  });
}

function paint({ columns, rows, labels, dates, iterations, outcomes, highlighted }: BasinsData, inks: Inks): ImageData {
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const table = new Uint32Array(outcomes.length * SHADES);
  outcomes.forEach(({ kind }, outcome) => {
    const shades = shadesOf(inks.outcomes[outcome], inks, highlighted !== undefined && highlighted !== outcome);
    // A bounded run took all iterations, always: its strength would say nothing, so it has one.
    shades.forEach((shade, i) => {
      table[outcome * SHADES + i] = pack(kind === 'bounded' ? shades[Math.round(SHADES * 0.45)] : shade);
    });
  });
  const scale = (SHADES - 1) / Math.log1p(Math.max(1, iterations));
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    const to = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      const shade = Math.min(SHADES - 1, Math.round(Math.log1p(dates[from + column]) * scale));
      pixels[to + column] = table[labels[from + column] * SHADES + shade];
    }
  }
  return image;
}

const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

function pack([r, g, b]: RGB): number {
  const [red, green, blue] = [r, g, b].map(Math.round);
  return (
    (LITTLE_ENDIAN
      ? (255 << 24) | (blue << 16) | (green << 8) | red
      : (red << 24) | (green << 16) | (blue << 8) | 255) >>> 0
  );
}

/** The pixel of the image at a place, or -1 outside. */
function pixelAt({ imageWindow, columns, rows }: BasinsData, theta: number, rate: number): number {
  const column = Math.floor(scaleLinear([imageWindow.low, imageWindow.high], [0, columns])(theta));
  const row = Math.floor(
    scaleLinear([Math.log(imageWindow.rateLow), Math.log(imageWindow.rateHigh)], [0, rows])(Math.log(rate)),
  );
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
}

function read(data: BasinsData, theta: number, rate: number) {
  const { variable = 'θ', outcomes, labels, dates, iterations } = data;
  const place = { text: say('place', { variable, theta: formatNumber(theta), rate: formatNumber(rate) }) };
  const pixel = pixelAt(data, theta, rate);
  if (pixel < 0) return [place];
  const outcome = outcomes[labels[pixel]];
  const iteration = formatCount(dates[pixel]);
  const words = {
    minimum: () => say('settled', { outcome: outcome.label, iteration }),
    diverged: () => say('left', { outcome: outcome.label, iteration }),
    bounded: () => say('notSettled', { outcome: outcome.label, iterations: formatCount(iterations) }),
  }[outcome.kind]();
  return [place, { text: words, color: outcomeColor(outcome) }];
}

/** What the strength of a colour means. */
function drawLegend(parent: HTMLElement, { iterations }: BasinsData): void {
  const legend = one<HTMLDivElement>(parent, 'div', 'gd-strength gd-quiet');
  one(legend, 'span', 'gd-quick').textContent = say('atOnce');
  const ramp = one<HTMLElement>(legend, 'span', 'gd-ramp');
  select(ramp)
    .selectAll<HTMLSpanElement, number>('span')
    .data([0, 0.25, 0.5, 0.75, 1])
    .join('span')
    .style('background', (time) => {
      const [first, second, share] =
        time < TURN
          ? ['--gd-surface', '--gd-maximum', FAINTEST + ((1 - FAINTEST) * time) / TURN]
          : ['--gd-maximum', '--gd-text', ((time - TURN) / (1 - TURN)) * STRONGEST];
      return `color-mix(in srgb, ${color(second)} ${Math.round(100 * share)}%, ${color(first)})`;
    });
  one(legend, 'span', 'gd-slow').textContent = say('after', { iterations: formatCount(iterations) });
}

/** What the picture shows, in words. */
export function summarizeBasins({ labels, outcomes, imageWindow, variable = 'θ' }: BasinsData): string {
  const counts = outcomes.map(() => 0);
  for (const label of labels) counts[label]++;
  const parts = outcomes.flatMap(({ label }, i) =>
    counts[i]
      ? [chartWords('outcomeWithShare', { outcome: label, share: formatShare(counts[i] / labels.length) })]
      : [],
  );
  const { low, high, rateLow, rateHigh } = imageWindow;
  return say('summary', {
    number: formatCount(labels.length),
    variable,
    low: formatNumber(low),
    high: formatNumber(high),
    rateLow: formatNumber(rateLow),
    rateHigh: formatNumber(rateHigh),
    parts: parts.join(', '),
  });
}
