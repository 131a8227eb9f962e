import * as plot from './kit';
import { formatCount, formatNumber, formatRate } from './kit/format';
import { isFaded, nameOf, occurringIn, sharesInWords, type Outcome } from './outcome';
import { cellAt, drawRateRaster, windowInWords, type Inks, type RasterData } from './rate-raster';
import { linearMidpoints, logMidpoints } from '../math/spacing';
import { defineWords } from '../words/words';

export interface BasinsData extends RasterData {
  /** The size of the image: its columns are starts, its rows learning rates. */
  columns: number;
  rows: number;
  /** Per pixel, lowest learning rate first, lowest start first: the outcome, and the iteration at which that stood. */
  labels: Uint8Array;
  dates: Uint32Array;
  /** The outcome of a pixel in more words than the key has. */
  ending?: (pixel: number) => string | undefined;
  /** How many iterations every run had. */
  iterations: number;
}

const say = /* @__PURE__ */ defineWords('basins', {
  startAxis: 'start {variable}',
  name: 'Basins: outcome over start and learning rate',
  place: 'start {variable} = {theta}, rate {rate}',
  settled: 'in the {outcome}, settled at iteration {iteration}',
  left: '{outcome} at iteration {iteration}',
  notSettled: '{outcome} after {iterations} {iterations|iteration|iterations}',
  atOnce: 'fast',
  after: 'slow, {iterations} {iterations|iteration|iterations} (log scale)',
  summary:
    'Outcome of {number} runs over starts {variable} from {low} to {high} and learning rates from {rateLow} to {rateHigh}: {parts}.',
});

/**
 * Every pixel one run: its start across, its learning rate up. The hue tells how it ended, and the strength of the
 * colour how long that took, on a logarithmic scale: faint is quick.
 */
export const basins: plot.Chart<BasinsData> = { draw, summarize, table };

function draw(container: HTMLElement, data: BasinsData & { width?: number }): void {
  const { labels, dates, columns, rows, iterations, variable = 'θ' } = data;
  const bar = drawRateRaster(container, data, {
    across: 'theta',
    thetaTitle: say('startAxis', { variable }),
    name: say('name'),
    summary: summarize(data),
    key: [labels, dates, columns, rows, iterations],
    image: (inks) => paint(data, inks),
    read: (theta, rate) => read(data, theta, rate),
    occurs: occurringIn(labels),
  });
  drawLegend(bar, data);
}

const SHADES = 64;
const FAINTEST = 0.38;
const FADED = 0.12;
/** Up to this share of the (logarithmic) time a colour gains on the surface, from there on it goes towards the text's. */
const TURN = 0.6;
const STRONGEST = 0.45;

/** How a colour goes with time, from 0 to 1: from which of two colours it has gone how far to the other. */
const strengthAt = (time: number) =>
  time < TURN
    ? ({ from: 'surface', to: 'pure', share: FAINTEST + ((1 - FAINTEST) * time) / TURN } as const)
    : ({ from: 'pure', to: 'text', share: ((time - TURN) / (1 - TURN)) * STRONGEST } as const);

/** The shades of one outcome, from at once to all iterations: towards the surface first, then beyond the pure colour. */
function shadesOf(pure: plot.RGB, { surface, text }: Inks, isFaded: boolean): plot.RGB[] {
  const inks = { surface, pure, text };
  return Array.from({ length: SHADES }, (_, i) => {
    const time = i / (SHADES - 1);
    if (isFaded) return plot.mix(surface, pure, FADED + 0.08 * time);
    const { from, to, share } = strengthAt(time);
    return plot.mix(inks[from], inks[to], share);
  });
}

function paint(data: BasinsData, inks: Inks): ImageData {
  const { columns, rows, labels, dates, iterations, outcomes } = data;
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const table = new Uint32Array(outcomes.length * SHADES);
  outcomes.forEach(({ kind }, outcome) => {
    const shades = shadesOf(inks.outcomes[outcome], inks, isFaded(data, outcome));
    // What is not over took all iterations, always: its strength would say nothing, so it has one.
    shades.forEach((shade, i) => {
      table[outcome * SHADES + i] = pack(isOver(kind) ? shade : shades[Math.round(SHADES * 0.45)]);
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

/** Whether a run that ended so had done so at some iteration. */
const isOver = (kind: Outcome['kind']) => kind === 'minimum' || kind === 'left' || kind === 'diverged';

/** A colour in the order of bytes that an image has on this machine. */
function pack(rgb: plot.RGB): number {
  return new Uint32Array(Uint8ClampedArray.of(...rgb, 255).buffer)[0];
}

function read(data: BasinsData, theta: number, rate: number): plot.ReadoutLine[] {
  const { variable = 'θ', outcomes, labels, dates, iterations, imageWindow, columns, rows } = data;
  const place = { text: say('place', { variable, theta: formatNumber(theta), rate: formatRate(rate) }) };
  const cell = cellAt(imageWindow, { thetas: columns, rates: rows }, theta, rate);
  if (!cell) return [place];
  const pixel = cell.rate * columns + cell.theta;
  const { kind, label, color: name } = outcomes[labels[pixel]];
  const outcome = data.ending?.(pixel) ?? label;
  const iteration = formatCount(dates[pixel]);
  const words = isOver(kind)
    ? say(kind === 'minimum' ? 'settled' : 'left', { outcome, iteration })
    : say('notSettled', { outcome, iterations: formatCount(iterations) });
  return [place, { text: words, color: plot.color(name) }];
}

/** What the strength of a colour means. */
function drawLegend(parent: HTMLElement, { iterations }: BasinsData): void {
  const names = { surface: '--gd-surface', pure: '--gd-maximum', text: '--gd-text' };
  const colors = [0, 0.25, 0.5, 0.75, 1].map((time) => {
    const { from, to, share } = strengthAt(time);
    return `color-mix(in srgb, ${plot.color(names[to])} ${Math.round(100 * share)}%, ${plot.color(names[from])})`;
  });
  plot.drawRamp(parent, say('atOnce'), say('after', { iterations: formatCount(iterations) }), colors);
}

function summarize(data: BasinsData): string {
  const { labels, imageWindow, variable = 'θ' } = data;
  const number = formatCount(labels.length);
  return say('summary', { number, variable, ...windowInWords(imageWindow), parts: sharesInWords(data, labels) });
}

/** A row for each pixel. */
function table({ imageWindow, columns, rows, labels, dates, outcomes }: BasinsData): plot.Table {
  const starts = linearMidpoints(imageWindow.low, imageWindow.high, columns);
  const rates = logMidpoints(imageWindow.rateLow, imageWindow.rateHigh, rows);
  return {
    start: Float64Array.from(labels, (_, i) => starts[i % columns]),
    'learning rate': Float64Array.from(labels, (_, i) => rates[Math.floor(i / columns)]),
    outcome: Array.from(labels, (label) => nameOf(outcomes[label])),
    iteration: dates,
  };
}
