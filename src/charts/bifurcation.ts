import { symbolTriangle } from 'd3';
import * as plot from './kit';
import { formatNumber, formatRate, formatShare } from './kit/format';
import { chartWords } from './kit/words';
import { limitText } from './limit-names';
import { isFaded } from './outcome';
import { cellAt, drawRateRaster, windowInWords, type Inks, type RasterData } from './rate-raster';
import { linearMidpoints, logMidpoints } from '../math/spacing';
import { defineWords } from '../words/words';

export interface BifurcationData extends RasterData {
  columns: number;
  bins: number;
  /** Columns x (bins + 2), lowest learning rate first: the last iterates below, in each bin and above the image window. */
  density: ArrayLike<number>;
  /** Where the minima are, ascending. */
  minima: readonly number[];
}

const say = /* @__PURE__ */ defineWords('bifurcation', {
  iteratesAxis: 'last iterates {variable}',
  name: 'Bifurcation: last iterates over the learning rate',
  place: 'rate {rate}, {variable} = {theta}',
  allDiverged: 'every run diverged or left the domain',
  share: '{share} of the last iterates',
  summary: 'Last iterates {variable} from {low} to {high} at {number} learning rates from {rateLow} to {rateHigh}.',
  minima: 'Minima at {places}.',
  gone: 'At {share} of the rates every run diverged or left the domain.',
});

/**
 * Where the last iterates are, for every learning rate across: a line is a point of rest, a fork a cycle, a smear
 * chaos. Ink is the density in each column, on a logarithmic scale.
 */
export const bifurcation: plot.Chart<BifurcationData> = { draw, summarize, table };

function draw(container: HTMLElement, data: BifurcationData & { width?: number }): void {
  const { columns, bins, density, variable = 'θ' } = data;
  drawRateRaster(container, data, {
    across: 'rate',
    thetaTitle: say('iteratesAxis', { variable }),
    name: say('name'),
    summary: summarize(data),
    key: [density, columns, bins],
    image: (inks) => paint(data, inks),
    read: (theta, rate) => read(data, theta, rate),
    occurs: () => false,
    marks: [minimaMark(data)],
  });
}

/** The faintest ink that a single visit leaves. */
const LEAST_INK = 0.3;

function paint({ columns, bins, density }: BifurcationData, { surface, text }: Inks): ImageData {
  const image = new ImageData(columns, bins);
  const shades = Array.from({ length: 256 }, (_, i) => plot.mix(surface, text, i / 255));
  for (let column = 0; column < columns; column++) {
    const first = column * (bins + 2) + 1;
    let most = 0;
    for (let bin = 0; bin < bins; bin++) most = Math.max(most, density[first + bin]);
    const scale = 1 / Math.log1p(Math.max(1, most));
    for (let bin = 0; bin < bins; bin++) {
      const count = density[first + bin];
      if (!count) continue;
      const [r, g, b] = shades[Math.round(255 * (LEAST_INK + (1 - LEAST_INK) * Math.log1p(count) * scale))];
      image.data.set([r, g, b, 255], 4 * ((bins - 1 - bin) * columns + column));
    }
  }
  return image;
}

/** How many iterates a column of the image has, those outside of it included. */
function totalOf({ bins, density }: BifurcationData, column: number): number {
  let total = 0;
  for (let i = 0; i < bins + 2; i++) total += density[column * (bins + 2) + i];
  return total;
}

function read(data: BifurcationData, theta: number, rate: number): plot.ReadoutLine[] {
  const { variable = 'θ', columns, bins, density, imageWindow } = data;
  const place = { text: say('place', { rate: formatRate(rate), variable, theta: formatNumber(theta) }) };
  const cell = cellAt(imageWindow, { thetas: bins, rates: columns }, theta, rate);
  if (!cell) return [place];
  const total = totalOf(data, cell.rate);
  if (total === 0) return [place, { text: say('allDiverged') }];
  return [
    place,
    { text: say('share', { share: formatShare(density[cell.rate * (bins + 2) + cell.theta + 1] / total) }) },
  ];
}

/** Triangles at the right, where the minima are. */
function minimaMark(data: BifurcationData): plot.Mark {
  const { minima, outcomes, window } = data;
  const inside = minima.flatMap((theta, outcome) =>
    theta >= window.low && theta <= window.high ? [{ theta, outcome }] : [],
  );
  return plot.dots({
    name: 'gd-minima',
    x: () => window.rateHigh,
    y: (i) => inside[i].theta,
    length: inside.length,
    symbol: symbolTriangle,
    radius: 3.4,
    dx: 7,
    turn: -90,
    color: (i) => outcomes[inside[i].outcome].color,
    isFaded: (i) => isFaded(data, inside[i].outcome),
  });
}

function summarize(data: BifurcationData): string {
  const { columns, imageWindow, minima, thresholds, variable = 'θ' } = data;
  const empty = Array.from({ length: columns }, (_, column) => totalOf(data, column)).filter(
    (total) => total === 0,
  ).length;
  const places = minima.slice(0, 8).map((theta, i) => {
    const threshold = thresholds.find(({ outcome }) => outcome === i);
    return `${formatNumber(theta)}${threshold ? ` (${limitText(threshold.predicted, threshold.optimizer)})` : ''}`;
  });
  const rest = places.length ? ` ${say('minima', { places: places.join(chartWords('and')) })}` : '';
  const gone = empty ? ` ${say('gone', { share: formatShare(empty / columns) })}` : '';
  const all = say('summary', { variable, number: columns, ...windowInWords(imageWindow) });
  return `${all}${rest}${gone}`;
}

/** A row for each place that an iterate is at. */
function table({ imageWindow, columns, bins, density }: BifurcationData): plot.Table {
  const places = linearMidpoints(imageWindow.low, imageWindow.high, bins);
  const rates = logMidpoints(imageWindow.rateLow, imageWindow.rateHigh, columns);
  const filled = Array.from({ length: density.length }, (_, i) => i).filter(
    (i) => density[i] > 0 && i % (bins + 2) > 0 && i % (bins + 2) <= bins,
  );
  return {
    'learning rate': filled.map((i) => rates[Math.floor(i / (bins + 2))]),
    theta: filled.map((i) => places[(i % (bins + 2)) - 1]),
    iterates: filled.map((i) => density[i]),
  };
}
