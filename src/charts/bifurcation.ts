import { select } from 'd3';
import { mix } from './kit/colors';
import { type Inks } from './old';
import { one } from './old';
import { formatNumber, formatShare } from './kit/format';
import { outcomeColor } from './old';
import { drawRaster } from './raster';
import type { BifurcationData } from './types';
import { chartWords } from './kit/words';
import { bifurcationWords as say } from '../words/charts-descent';

/**
 * Where the last iterates are, for every learning rate across: a line is a point of rest, a fork a cycle, a smear
 * chaos. Ink is the density in each column, on a logarithmic scale.
 */
export function drawBifurcation(container: HTMLElement, data: BifurcationData): void {
  drawRaster(container, data, {
    across: 'rate',
    thetaTitle: say('iteratesAxis', { variable: data.variable ?? 'θ' }),
    name: say('name'),
    imageKey: ({ density, columns, bins }) => [density, columns, bins],
    paint,
    read,
    summary: summarizeBifurcation,
    keyOf: ({ outcomes }) => outcomes.flatMap(({ kind }, i) => (kind === 'minimum' ? [i] : [])),
    over: drawMinima,
  });
}

/** The faintest ink that a single visit leaves. */
const LEAST_INK = 0.3;

function paint({ columns, bins, density }: BifurcationData, { surface, text }: Inks): ImageData {
  const image = new ImageData(columns, bins);
  const shades = Array.from({ length: 256 }, (_, i) => mix(surface, text, i / 255));
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

function read(data: BifurcationData, theta: number, rate: number) {
  const { variable = 'θ', columns, bins, density, imageWindow } = data;
  const place = { text: say('place', { rate: formatNumber(rate), variable, theta: formatNumber(theta) }) };
  const column = Math.floor(
    (columns * Math.log(rate / imageWindow.rateLow)) / Math.log(imageWindow.rateHigh / imageWindow.rateLow),
  );
  const bin = Math.floor((bins * (theta - imageWindow.low)) / (imageWindow.high - imageWindow.low));
  if (column < 0 || column >= columns || bin < 0 || bin >= bins) return [place];
  let total = 0;
  for (let i = 0; i < bins + 2; i++) total += density[column * (bins + 2) + i];
  if (total === 0) return [place, { text: say('allDiverged') }];
  return [place, { text: say('share', { share: formatShare(density[column * (bins + 2) + bin + 1] / total) }) }];
}

/** Triangles at the right, where the minima are. */
function drawMinima(
  svg: SVGSVGElement,
  { minima, outcomes, window, highlighted }: BifurcationData,
  { y, right }: { y(theta: number): number; right: number },
): void {
  const inside = minima
    .map((theta, outcome) => ({ theta, outcome }))
    .filter(({ theta }) => theta >= window.low && theta <= window.high);
  select(one<SVGGElement>(svg, 'g', 'gd-minima'))
    .selectAll<SVGPathElement, (typeof inside)[number]>('path')
    .data(inside)
    .join('path')
    .attr('d', ({ theta }) => `M${right + 2},${y(theta)}l8,-5v10z`)
    .classed('gd-faded', ({ outcome }) => highlighted !== undefined && highlighted !== outcome)
    .style('fill', ({ outcome }) => outcomeColor(outcomes[outcome]));
}

/** What the picture shows, in words. */
export function summarizeBifurcation({
  columns,
  bins,
  density,
  imageWindow,
  minima,
  thresholds,
  variable = 'θ',
}: BifurcationData): string {
  const { low, high, rateLow, rateHigh } = imageWindow;
  let empty = 0;
  for (let column = 0; column < columns; column++) {
    let total = 0;
    for (let i = 0; i < bins + 2; i++) total += density[column * (bins + 2) + i];
    if (total === 0) empty++;
  }
  const places = minima.slice(0, 8).map((theta, i) => {
    const threshold = thresholds.find(({ outcome }) => outcome === i);
    return `${formatNumber(theta)}${threshold ? ` (2/f″ = ${formatNumber(threshold.predicted)})` : ''}`;
  });
  const rest = places.length ? ` ${say('minima', { places: places.join(chartWords('and')) })}` : '';
  const gone = empty ? ` ${say('gone', { share: formatShare(empty / columns) })}` : '';
  const all = say('summary', {
    variable,
    low: formatNumber(low),
    high: formatNumber(high),
    number: columns,
    rateLow: formatNumber(rateLow),
    rateHigh: formatNumber(rateHigh),
  });
  return `${all}${rest}${gone}`;
}
