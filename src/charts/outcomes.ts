import { select } from 'd3';
import { drawText, drawXAxis, drawYAxis, logTicks, type PlotLayout } from './axes';
import { one, set, widthOf } from './old';
import { formatNumber, formatPercent, formatShare } from './kit/format';
import { drawKey } from './kit/key';
import { outcomeColor } from './old';
import { areaBetween } from './paths';
import { hideReadout, showReadout } from './kit/readout';
import { nearestIndex } from './round-numbers';
import { scaleLinear, scaleLog } from './scales';
import { scrub } from './scrub';
import { describeThreshold, drawThresholdLabels, thresholdRows } from './thresholds';
import type { OutcomesData } from './types';
import { chartWords } from './kit/words';
import { outcomesWords as say } from '../words/charts-descent';

interface Layout extends PlotLayout {
  /** Whether the notes below the picture fit on one line. */
  isRoomy: boolean;
}

const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** The share of each outcome over the learning rate, with the rates that theory names for the switches between them. */
export function drawOutcomes(container: HTMLElement, data: OutcomesData): void {
  container.classList.add('gd-chart');
  drawKey(container, data);
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const layout = layOut(container, data);
  const { width, height, left, right, top, bottom, x, y } = layout;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeOutcomes(data) });
  drawAreas(svg, data, layout);
  drawYAxis(svg, 'gd-y', {
    scale: y,
    ticks: SHARES.map((value) => ({ value, label: formatPercent(100 * value) })),
    at: left,
  });
  drawXAxis(svg, 'gd-x', {
    scale: x,
    ticks: logTicks(...(x.domain() as [number, number]), Math.round((right - left) / 55)),
    at: bottom,
  });
  drawText(svg, 'gd-y-title gd-title', 0, 12, say('shareAxis'));
  drawText(svg, 'gd-x-title gd-title', right, bottom + 44, chartWords('rateAxis'), 'end');
  drawListed(svg, data, layout);
  drawThresholdLabels(svg, data, { x, left, right, top, bottom });
  drawSelected(svg, data, layout);
  drawCrosshair(overlay, plot, data, layout);
}

function layOut(container: HTMLElement, data: OutcomesData): Layout {
  const width = widthOf(container, data.width);
  const [left, right] = [46, width - 14];
  const rates = data.learningRates;
  const x = scaleLog([rates[0], rates[rates.length - 1]], [left, right]);
  const top = 22 + thresholdRows(container, data, { x, left, right }).height;
  const bottom = top + Math.round(Math.min(300, Math.max(190, width * 0.3)));
  const isRoomy = width >= 420;
  return {
    width,
    height: bottom + (isRoomy ? 50 : 66),
    isRoomy,
    left,
    right,
    top,
    bottom,
    x,
    y: scaleLinear([0, 1], [bottom, top]),
  };
}

function drawAreas(svg: SVGSVGElement, data: OutcomesData, { x, y }: Layout): void {
  const { learningRates, fractions, outcomes, highlighted } = data;
  const points = Array.from({ length: learningRates.length }, (_, i) => i);
  const below = outcomes.map((_, outcome) =>
    points.map((i) => fractions.slice(0, outcome).reduce((sum, share) => sum + share[i], 0)),
  );
  select(one<SVGGElement>(svg, 'g', 'gd-areas'))
    .selectAll<SVGPathElement, number>('path')
    .data(outcomes.map((_, i) => i))
    .join('path')
    .attr('d', (outcome) =>
      areaBetween(
        points,
        (i) => x(learningRates[i]),
        (i) => y(below[outcome][i]),
        (i) => y(below[outcome][i] + fractions[outcome][i]),
      ),
    )
    .attr('data-outcome', (outcome) => outcome)
    .classed('gd-faded', (outcome) => highlighted !== undefined && highlighted !== outcome)
    .style('fill', (outcome) => outcomeColor(outcomes[outcome]));
}

/** Ticks for the learning rates that have a histogram of their own. */
function drawListed(svg: SVGSVGElement, { listed }: OutcomesData, { x, left, right, bottom, isRoomy }: Layout): void {
  const inside = listed.filter((rate) => x(rate) >= left - 0.5 && x(rate) <= right + 0.5);
  select(one<SVGGElement>(svg, 'g', 'gd-listed'))
    .selectAll<SVGPathElement, number>('path')
    .data(inside)
    .join('path')
    .attr('class', 'gd-ink')
    .attr('d', (rate) => `M${x(rate)},${bottom + 1}l4.5,7h-9z`);
  if (inside.length > 0) drawText(svg, 'gd-listed-note gd-note', left, bottom + (isRoomy ? 43 : 60), say('listed'));
}

function drawSelected(svg: SVGSVGElement, { selected }: OutcomesData, { x, left, right, top, bottom }: Layout): void {
  const inside = selected !== undefined && x(selected) >= left - 0.5 && x(selected) <= right + 0.5 ? [selected] : [];
  const group = one<SVGGElement>(svg, 'g', 'gd-selection');
  // On top of any colour: a light line under the dark one.
  select(group)
    .selectAll('line')
    .data(inside.flatMap((rate) => [rate, rate]))
    .join('line')
    .attr('class', (_, i) => (i === 0 ? 'gd-under' : 'gd-selected'))
    .attr('x1', x)
    .attr('x2', x)
    .attr('y1', top)
    .attr('y2', bottom + 1);
}

function drawCrosshair(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  data: OutcomesData,
  { x, left, right, top, bottom }: Layout,
): void {
  const { learningRates, fractions, outcomes, onPick } = data;
  const rates = Array.from(learningRates);
  const hair = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  const nearestTo = (rate: number) => nearestIndex(rates, rate);
  scrub(hit, {
    name: onPick ? say('pickName') : say('readName'),
    last: rates.length - 1,
    initial: nearestTo(data.selected ?? data.listed[0] ?? rates[0]),
    at: (px) => nearestTo(x.invert(px)),
    valueAt: (position) => Number(rates[Math.round(position)].toPrecision(4)),
    pick: onPick && ((position) => onPick(Number(rates[Math.round(position)].toPrecision(4)))),
    show(position) {
      if (position === undefined) {
        hair.replaceChildren();
        hideReadout(plot);
        return '';
      }
      const i = Math.round(position);
      const px = x(rates[i]);
      set(one(hair, 'line', 'gd-hair'), { x1: px, x2: px, y1: top, y2: bottom });
      const lines = outcomes.flatMap((outcome, o) =>
        fractions[o][i] > 0
          ? [
              {
                text: chartWords('outcomeWithShare', { outcome: outcome.label, share: formatShare(fractions[o][i]) }),
                color: outcomeColor(outcome),
              },
            ]
          : [],
      );
      const title = chartWords('learningRate', { rate: formatNumber(rates[i]) });
      showReadout(plot, px, (top + bottom) / 2, [{ text: title }, ...lines]);
      return [title, ...lines.map(({ text }) => text)].join(', ');
    },
  });
}

/** What the picture shows, in words. */
export function summarizeOutcomes({ learningRates, fractions, outcomes, thresholds }: OutcomesData): string {
  const last = learningRates.length - 1;
  const at = (i: number) =>
    outcomes
      .flatMap(({ label }, o) =>
        fractions[o][i] > 0
          ? [chartWords('outcomeWithShare', { outcome: label, share: formatShare(fractions[o][i]) })]
          : [],
      )
      .join(', ');
  const switches = thresholds
    .slice(0, 8)
    .map((threshold) =>
      say('left', { minimum: outcomes[threshold.outcome].label, threshold: describeThreshold(threshold) }),
    );
  const lost = switches.length ? say('lost', { switches: switches.join('; ') }) : say('noMinimum');
  return say('summary', {
    number: learningRates.length,
    low: formatNumber(learningRates[0]),
    first: at(0),
    high: formatNumber(learningRates[last]),
    last: at(last),
    lost,
  });
}
