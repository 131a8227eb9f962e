import { select } from 'd3';
import { drawText, drawXAxis, drawYAxis, labelsWidth, logTicks, type PlotLayout, type Tick } from './axes';
import { heightOf, valueAxis } from './curves';
import { one, set, shortened, textWidth, widthOf } from './old';
import { formatCount, formatDeviation, formatNumber } from './kit/format';
import { placeLabels } from './kit/labels';
import { color, rateColors } from './kit/palette';
import { drawBeyond, drawLimit } from './rate-marks';
import { hideReadout, showReadout } from './kit/readout';
import { nearestIndex } from './round-numbers';
import { scaleLog } from './scales';
import { scrub } from './scrub';
import type { Chart } from './types';
import { chartWords } from './kit/words';
import { rateOutcomesWords as say } from '../words/charts-ratings';

export interface RateOutcomesData {
  runs: {
    learningRate: number;
    /** In the end. */
    error: number;
    /** The first epoch after which the run had diverged; null where it did not. */
    divergedAt: number | null;
  }[];
  /** The largest stable learning rate, as it was estimated before the training. */
  threshold: number;
  /** Whether the errors are those over ratings that were held out. */
  isValidation: boolean;
  /** After how many epochs; in the end, without it. */
  epochs?: number;
}

type Run = RateOutcomesData['runs'][number];

interface Layout extends PlotLayout {
  yTicks: Tick[];
  isLog: boolean;
}

/** What the error is, and after how long, in words. */
const errorName = ({ isValidation }: Pick<RateOutcomesData, 'isValidation'>) =>
  isValidation ? say('validationError') : say('trainingError');
const when = ({ epochs }: RateOutcomesData) =>
  epochs === undefined ? say('inTheEnd') : say('afterEpochs', { count: epochs });

const TOP = 62;
/** How tall the strip is that crosses and their epochs stand in, above all errors. */
const STRIP = 46;
/** How much of the axis of rates lies beyond the least and the greatest of them. */
const AROUND = 1.35;

/** The error in the end over the learning rate, and the limit that was estimated beforehand. */
export const rateOutcomes: Chart<RateOutcomesData> = {
  draw: drawRateOutcomes,
  summarize: summarizeRateOutcomes,
  table: tableOfRateOutcomes,
};

function drawRateOutcomes(container: HTMLElement, data: RateOutcomesData & { width?: number }): void {
  container.classList.add('gd-chart');
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const layout = layOut(container, data);
  const { width, height, left, right, bottom, x, y, yTicks, isLog } = layout;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeRateOutcomes(data) });
  drawBetween(svg, data, layout);
  drawYAxis(svg, 'gd-y', { scale: y, ticks: yTicks, at: left, gridTo: right });
  drawXAxis(svg, 'gd-x', {
    scale: x,
    ticks: logTicks(...(x.domain() as [number, number]), Math.round((right - left) / 60)),
    at: bottom + 4,
  });
  drawText(svg, 'gd-x-title gd-title', right, bottom + 40, chartWords('rateAxis'), 'end');
  drawLimit(svg, data.threshold, [say('limit', { limit: formatLimit(data) }), measuredInShort(data)], layout);
  // After the line of the limit, which may cross it.
  const axis = say('errorAxis', { error: errorName(data), when: when(data) });
  const title = shortened(svg, isLog ? chartWords('onLogScale', { title: axis }) : axis, right, 12);
  drawText(svg, 'gd-y-title gd-title gd-halo', 0, TOP - 14, title);
  const note = data.runs.some(({ divergedAt }) => divergedAt !== null) ? say('divergedNote') : '';
  drawText(
    svg,
    'gd-beyond-note gd-note gd-halo',
    right,
    TOP - 14,
    textWidth(svg, title, 12) + textWidth(svg, note, 11) + 24 < right ? note : '',
    'end',
  );
  drawOutcomes(svg, data, layout);
  drawCrosshair(overlay, plot, data, layout);
  one(container, 'p', 'gd-sentence gd-quiet').textContent = describeSwitch(data);
}

function layOut(
  container: HTMLElement,
  { runs, threshold, width: asked }: RateOutcomesData & { width?: number },
): Layout {
  const width = widthOf(container, asked);
  const errors = runs
    .filter(({ divergedAt, error }) => divergedAt === null && error > 0 && error < Infinity)
    .map(({ error }) => error);
  const bottom = TOP + Math.round(Math.min(260, Math.max(180, width * 0.24)));
  const axis = valueAxis(
    ...(errors.length > 0 ? ([Math.min(...errors), Math.max(...errors)] as const) : ([0, 1] as const)),
    [bottom, TOP + STRIP],
  );
  if (errors.length === 0) axis.yTicks = [];
  const [left, right] = [Math.max(34, labelsWidth(container, axis.yTicks) + 12), width - 14];
  const rates = [...runs.map(({ learningRate }) => learningRate), threshold].filter(
    (rate) => rate > 0 && rate < Infinity,
  );
  const domain: [number, number] =
    rates.length > 0 ? [Math.min(...rates) / AROUND, Math.max(...rates) * AROUND] : [0.1, 1];
  return { width, height: bottom + 44, left, right, top: TOP, bottom, x: scaleLog(domain, [left, right]), ...axis };
}

/** Between which of the runs' rates descent went from one that stays to one that diverges. */
function switchOf({ runs }: RateOutcomesData): { below?: number; above?: number; isClear: boolean } {
  const below = runs.filter(({ divergedAt }) => divergedAt === null).map(({ learningRate }) => learningRate);
  const above = runs.filter(({ divergedAt }) => divergedAt !== null).map(({ learningRate }) => learningRate);
  const [most, least] = [Math.max(...below), Math.min(...above)];
  return {
    below: below.length > 0 ? most : undefined,
    above: above.length > 0 ? least : undefined,
    isClear: most < least,
  };
}

const formatLimit = ({ threshold }: RateOutcomesData) =>
  Number.isNaN(threshold) ? say('unknown') : formatNumber(threshold);

function measuredInShort(data: RateOutcomesData): string {
  const { below, above, isClear } = switchOf(data);
  if (above === undefined) return say('noneDiverged');
  if (below === undefined) return say('allDiverged');
  return isClear ? say('switched', { below: formatNumber(below), above: formatNumber(above) }) : say('noSingleSwitch');
}

/** The stretch of rates in which the switch was measured to lie. */
function drawBetween(svg: SVGSVGElement, data: RateOutcomesData, { x, bottom }: Layout): void {
  const { below, above, isClear } = switchOf(data);
  const stretches = below !== undefined && above !== undefined && isClear ? [{ below, above }] : [];
  select(one<SVGGElement>(svg, 'g', 'gd-between'))
    .selectAll('rect')
    .data(stretches)
    .join('rect')
    .attr('class', 'gd-between-rates')
    .attr('x', (d) => x(d.below))
    .attr('width', (d) => x(d.above) - x(d.below))
    .attr('y', TOP)
    .attr('height', bottom - TOP);
}

/** A dot for each run that stayed; for each that diverged a cross at the upper edge, and its epoch. */
function drawOutcomes(svg: SVGSVGElement, { runs, threshold }: RateOutcomesData, layout: Layout): void {
  const { x, top, left, right, bottom } = layout;
  const colors = rateColors(runs.map(({ learningRate }) => learningRate));
  const indices = runs.map((_, i) => i);
  const isDot = (i: number) => runs[i].divergedAt === null && !Number.isNaN(runs[i].error);
  const dots = indices.filter(isDot);
  const place = (i: number) => heightOf(runs[i].error, layout);
  const line = [...dots]
    .sort((a, b) => runs[a].learningRate - runs[b].learningRate)
    .map((i, n) => `${n === 0 ? 'M' : 'L'}${x(runs[i].learningRate).toFixed(2)},${place(i).toFixed(2)}`)
    .join('');
  set(one(svg, 'path', 'gd-errors-line gd-curve'), { class: 'gd-errors-line gd-curve gd-faded', d: line });
  select(one<SVGGElement>(svg, 'g', 'gd-errors'))
    .selectAll<SVGCircleElement, number>('circle')
    .data(dots)
    .join('circle')
    .attr('cx', (i) => x(runs[i].learningRate))
    .attr('cy', place)
    .attr('r', 5)
    .style('fill', (i) => color(colors[i]))
    .style('stroke', color('--gd-surface'))
    .style('stroke-width', 1.5);
  const beyond = indices.filter((i) => !isDot(i));
  drawBeyond(
    svg,
    beyond.map((i) => ({ x: x(runs[i].learningRate), color: colors[i] })),
    top,
  );
  const texts = beyond.map((i) =>
    runs[i].divergedAt === null ? say('noNumber') : say('epoch', { epoch: formatCount(runs[i].divergedAt) }),
  );
  const crosses = beyond.map((i) => ({ x: x(runs[i].learningRate) - 6, y: top + 1, width: 12, height: 12 }));
  const limit = { x: x(threshold) - 1, y: top, width: 2, height: bottom - top };
  const boxes = placeLabels(
    texts.map((text, n) => {
      const width = textWidth(svg, text, 11);
      const at = crosses[n].x + 6;
      return [
        [at - width / 2, top + 17],
        [at - 6, top + 17],
        [at + 6 - width, top + 17],
        [at + 9, top],
        [at - 9 - width, top],
        [at - width / 2, top + 31],
      ].map(([bx, by]) => ({ x: bx, y: by, width, height: 14 }));
    }),
    { x: left, y: top - 2, width: right - left + 12, height: bottom - top },
    [...crosses, ...(Number.isFinite(limit.x) ? [limit] : [])],
  );
  const shown = texts.flatMap((text, n) => (boxes[n] ? [{ text, box: boxes[n] }] : []));
  select(one<SVGGElement>(svg, 'g', 'gd-epochs'))
    .selectAll<SVGTextElement, (typeof shown)[number]>('text')
    .data(shown)
    .join('text')
    .attr('class', 'gd-note gd-halo')
    .attr('x', ({ box }) => box.x)
    .attr('y', ({ box }) => box.y + 11)
    .text(({ text }) => text);
}

function drawCrosshair(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  { runs, isValidation }: RateOutcomesData,
  { x, left, right, top, bottom }: Layout,
): void {
  const hair = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  const colors = rateColors(runs.map(({ learningRate }) => learningRate));
  const ascending = runs.map((_, i) => i).sort((a, b) => runs[a].learningRate - runs[b].learningRate);
  const logs = ascending.map((i) => Math.log(runs[i].learningRate));
  scrub(hit, {
    name: say('readName'),
    last: Math.max(0, runs.length - 1),
    initial: 0,
    at: (px) => nearestIndex(logs, Math.log(x.invert(px))),
    valueAt: (position) => runs[ascending[Math.round(position)]]?.learningRate ?? 0,
    show(position) {
      const run = position === undefined ? undefined : runs[ascending[Math.round(position)]];
      if (!run) {
        hair.replaceChildren();
        hideReadout(plot);
        return '';
      }
      const px = x(run.learningRate);
      set(one(hair, 'line', 'gd-hair'), { x1: px, x2: px, y1: top, y2: bottom });
      const words = [
        chartWords('learningRate', { rate: formatNumber(run.learningRate) }),
        endOf(run, errorName({ isValidation })),
      ];
      showReadout(
        plot,
        px,
        (top + bottom) / 2,
        words.map((text, i) => ({
          text,
          color: i === 0 ? color(colors[ascending[Math.round(position!)]]) : undefined,
        })),
      );
      return words.join(', ');
    },
  });
}

const endOf = ({ error, divergedAt }: Run, name: string) =>
  divergedAt === null
    ? say('errorIs', { error: name, value: formatNumber(error) })
    : chartWords('divergedAtEpoch', { epoch: formatCount(divergedAt) });

/** How what was measured lies to what was estimated. */
function describeSwitch(data: RateOutcomesData): string {
  const { threshold } = data;
  const { below, above, isClear } = switchOf(data);
  const limit = formatLimit(data);
  const off = (rate: number) => formatDeviation(rate, threshold);
  if (Number.isNaN(threshold)) return say('noLimit');
  if (below === undefined && above === undefined) return say('noRuns');
  if (above === undefined) {
    return threshold >= below!
      ? say('noneAsExpected', { limit })
      : say('noneDespite', { rate: formatNumber(below!), deviation: off(below!), limit });
  }
  if (below === undefined) {
    return threshold <= above
      ? say('allAsExpected', { limit })
      : say('allDespite', { rate: formatNumber(above), deviation: off(above), limit });
  }
  const measured = say('measured', { below: formatNumber(below), above: formatNumber(above) });
  if (!isClear) return say('unclear', { measured });
  return say(threshold >= below && threshold <= above ? 'between' : 'off', {
    measured,
    low: off(below),
    high: off(above),
    limit,
  });
}

function summarizeRateOutcomes(data: RateOutcomesData): string {
  const { runs } = data;
  return say('summary', {
    count: runs.length,
    outcomes: describeOutcomes(data),
    limit: formatLimit(data),
    switched: describeSwitch(data),
  });
}

/** So many outcomes are told one by one. */
const FEW = 8;

function describeOutcomes(data: RateOutcomesData): string {
  const { runs } = data;
  const error = errorName(data);
  if (runs.length <= FEW)
    return runs
      .map((run) => say('outcomeAt', { rate: formatNumber(run.learningRate), outcome: endOf(run, error) }))
      .join('; ');
  const stayed = runs.filter(({ divergedAt, error }) => divergedAt === null && error < Infinity);
  if (stayed.length === 0) return say('everyOneDiverged');
  const least = stayed.reduce((best, run) => (run.error < best.error ? run : best));
  const [lowest, highest] = [stayed[0], stayed[stayed.length - 1]];
  const others = [...new Set([lowest, highest])]
    .filter((run) => run !== least)
    .map((run) => say('valueAt', { value: formatNumber(run.error), rate: formatNumber(run.learningRate) }));
  const values = {
    error,
    when: when(data),
    rate: formatNumber(least.learningRate),
    value: formatNumber(least.error),
    number: runs.length - stayed.length,
  };
  return others.length > 0
    ? say('leastAgainst', { ...values, others: others.join(chartWords('and')) })
    : say('least', values);
}

function tableOfRateOutcomes({
  runs,
  isValidation,
  threshold,
}: RateOutcomesData): Record<string, ArrayLike<number | string>> {
  return {
    'learning rate': runs.map(({ learningRate }) => learningRate),
    [say.inEnglish(isValidation ? 'validationError' : 'trainingError')]: runs.map(({ error }) => error),
    'diverged at epoch': runs.map(({ divergedAt }) => divergedAt ?? ''),
    'estimated limit': runs.map(() => threshold),
  };
}
