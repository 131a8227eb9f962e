import { select } from 'd3';
import { drawText } from './axes';
import { curvePath, drawCurvesAxes, drawDivergences, heightOf, layOutCurves, type CurvesLayout } from './curves';
import { one, set, textWidth, widthOf } from './old';
import { formatCount, formatNumber } from './kit/format';
import { drawKey } from './kit/key';
import { stackLabels } from './kit/labels';
import { color, rateColors } from './kit/palette';
import { hideReadout, showReadout } from './kit/readout';
import { scrub } from './scrub';
import type { Chart } from './types';
import { chartWords } from './kit/words';
import { errorCurvesWords as say } from '../words/charts-ratings';

export interface ErrorCurvesData {
  runs: {
    learningRate: number;
    /** The root mean square error over the known entries at every epoch, from epoch 0 on. */
    training: Float64Array;
    /** And over the entries held out, if there are any. */
    validation?: Float64Array;
    /** The first epoch after which the run had diverged; null where it did not. */
    divergedAt: number | null;
  }[];
  /** The standard deviation of the noise, where it is known: no prediction of what is held out does better. */
  noise?: number;
  /** What the error is counted in. */
  unit?: string;
}

type Run = ErrorCurvesData['runs'][number];

/** What is drawn beside the data: the run that stands out. */
interface Drawn extends ErrorCurvesData {
  width?: number;
  highlighted?: number;
}

/** Runs that diverge are followed until they are so many times worse, or better, than any run at its start. */
const HEADROOM = 4;
const TITLE = 24;
const ROW = 16;
const ROWS = 3;
/** A readout with more lines would not fit the picture. */
const READ_RUNS = 12;

/** Training and validation error at every epoch, one colour for each learning rate. */
export const errorCurves: Chart<ErrorCurvesData> = {
  draw: drawErrorCurves,
  summarize: summarizeErrorCurves,
  table: tableOfErrorCurves,
};

function drawErrorCurves(container: HTMLElement, data: Drawn): void {
  container.classList.add('gd-chart');
  drawKeys(container, data);
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const overlay = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const width = widthOf(container, data.width);
  const range = { width, last: Math.max(1, ...data.runs.map(lastOf)), ...rangeOf(data) };
  // The labels of divergences stand above the picture, and where they come to stand decides how much room they need.
  const labels = divergenceLabels(container, data, layOutCurves(container, { ...range, top: TITLE }));
  const layout = layOutCurves(container, { ...range, top: TITLE + labels.rows * ROW });
  const { height, right, bottom, isLog } = layout;
  for (const layer of [svg, overlay]) set(layer, { width, height, viewBox: `0 0 ${width} ${height}` });
  set(svg, { role: 'img', 'aria-label': summarizeErrorCurves(data) });
  drawCurvesAxes(svg, layout);
  const title = data.unit ? say('errorAxisIn', { unit: data.unit }) : say('errorAxis');
  drawText(svg, 'gd-y-title gd-title', 0, 12, isLog ? chartWords('onLogScale', { title }) : title);
  drawText(svg, 'gd-x-title gd-title', right, bottom + 40, chartWords('epochAxis'), 'end');
  drawRuns(svg, data, layout);
  drawDiverged(svg, data, layout, labels.all);
  drawNoise(svg, data, layout);
  drawCrosshair(overlay, plot, data, layout);
}

/** The learning rates, and what the two kinds of lines are. */
function drawKeys(container: HTMLElement, data: Drawn): void {
  const { runs, highlighted } = data;
  const bar = one<HTMLDivElement>(container, 'div', 'gd-bar gd-rate-bar');
  const kinds = one<HTMLDivElement>(bar, 'div', 'gd-kinds');
  const shown = hasValidation(data)
    ? [
        ['gd-validation', say('validation')],
        ['gd-training', say('training')],
      ]
    : [['gd-validation', say('training')]];
  select(kinds)
    .selectAll<HTMLSpanElement, string[]>('span.gd-kind')
    .data(shown)
    .join('span')
    .attr('class', 'gd-kind gd-key-item')
    .each(function ([kind, name]) {
      const sample = one<SVGSVGElement>(this, 'svg', 'gd-sample');
      set(sample, { width: 28, height: 10, 'aria-hidden': true });
      set(one(sample, 'path', 'gd-series'), { class: `gd-series ${kind}`, d: 'M0,5H28', stroke: 'currentColor' });
      one(this, 'span', 'gd-label').textContent = name;
    });
  one(bar, 'span', 'gd-key-title gd-quiet').textContent = chartWords('learningRateTitle');
  const colors = rateColors(runs.map(({ learningRate }) => learningRate));
  drawKey(bar, {
    outcomes: runs.map((run, i) => ({ label: nameOf(run), color: colors[i] })),
    highlighted,
    onHoverOutcome: (run) => drawErrorCurves(container, { ...data, highlighted: run }),
  });
}

const hasValidation = ({ runs }: ErrorCurvesData) => runs.some(({ validation }) => validation);
const nameOf = ({ learningRate, divergedAt }: Run) =>
  divergedAt === null ? formatNumber(learningRate) : say('rateDiverged', { rate: formatNumber(learningRate) });
/** The last epoch worth showing: after a divergence nothing happens. */
const lastOf = ({ divergedAt, training }: Run) => divergedAt ?? training.length - 1;
const linesOf = ({ training, validation }: Run) => (validation ? [training, validation] : [training]);
/** The line that a run is judged by. */
const mainOf = ({ training, validation }: Run) => validation ?? training;

/** What the picture covers: all that happened to the runs that stayed, and as much of the others as leaves these readable. */
function rangeOf({ runs, noise }: ErrorCurvesData): { low: number; high: number } {
  const start = Math.max(
    0,
    ...runs.flatMap((run) =>
      linesOf(run)
        .map((values) => values[0])
        .filter(Number.isFinite),
    ),
  );
  let [low, high] = noise === undefined ? [Infinity, -Infinity] : [noise, noise];
  const hasStable = runs.some(({ divergedAt }) => divergedAt === null);
  for (const run of runs) {
    const most = run.divergedAt === null ? Infinity : HEADROOM * start || Infinity;
    const least = run.divergedAt === null || !hasStable ? 0 : start / HEADROOM;
    for (const values of linesOf(run)) {
      for (let epoch = 0; epoch <= lastOf(run) && epoch < values.length; epoch++) {
        // An error of 0 has no place on a logarithmic scale, and decides nothing.
        if (!(values[epoch] > 0 && values[epoch] < Infinity)) continue;
        low = Math.min(low, Math.max(least, values[epoch]));
        high = Math.max(high, Math.min(most, values[epoch]));
      }
    }
  }
  return low <= high ? { low, high } : { low: 0, high: 1 };
}

function drawRuns(svg: SVGSVGElement, { runs, highlighted }: Drawn, layout: CurvesLayout): void {
  const colors = rateColors(runs.map(({ learningRate }) => learningRate));
  // Those that diverged first: their ups and downs would hide the others.
  const order = runs
    .map((_, i) => i)
    .sort((a, b) => Number(runs[a].divergedAt === null) - Number(runs[b].divergedAt === null));
  select(one<SVGGElement>(svg, 'g', 'gd-runs'))
    .selectAll<SVGGElement, number>('g')
    .data(order)
    .join('g')
    .each(function (i) {
      const run = runs[i];
      set(this, {
        'data-rate': run.learningRate,
        class: highlighted !== undefined && highlighted !== i ? 'gd-faded' : undefined,
      });
      const lines = run.validation
        ? ([
            ['gd-training', run.training],
            ['gd-validation', run.validation],
          ] as const)
        : ([['gd-validation', run.training]] as const);
      select(this)
        .selectAll<SVGPathElement, (typeof lines)[number]>('path')
        .data(lines)
        .join('path')
        .attr('class', ([kind]) => `gd-series ${kind}`)
        .style('stroke', color(colors[i]))
        .attr('d', ([, values]) => curvePath(values, lastOf(run), layout));
    });
}

/** The labels of divergences, runs that diverged in the same epoch under one, and their rows above the picture. */
function divergenceLabels(parent: Element, { runs }: ErrorCurvesData, { x, right }: CurvesLayout) {
  const epochs = [...new Set(runs.flatMap(({ divergedAt }) => (divergedAt === null ? [] : [divergedAt])))].sort(
    (a, b) => a - b,
  );
  const spans = epochs.map((epoch) => {
    const many = runs.filter(({ divergedAt }) => divergedAt === epoch).length;
    const text = say('divergence', { epoch: formatCount(epoch), count: many });
    const width = textWidth(parent, text, 11) + 4;
    return { epoch, text, width, x: Math.max(0, Math.min(x(epoch) - 6, right + 12 - width)) };
  });
  const places = stackLabels(spans, ROWS);
  const all = spans.flatMap((span, i) => (places[i] === undefined ? [] : [{ ...span, row: places[i] }]));
  return { all, rows: Math.max(0, ...all.map(({ row }) => row + 1)) };
}

type DivergenceLabel = ReturnType<typeof divergenceLabels>['all'][number];

function drawDiverged(
  svg: SVGSVGElement,
  { runs, highlighted }: Drawn,
  layout: CurvesLayout,
  labels: DivergenceLabel[],
): void {
  const { x, top } = layout;
  const group = one<SVGGElement>(svg, 'g', 'gd-divergences');
  const colors = rateColors(runs.map(({ learningRate }) => learningRate));
  const marks = runs.flatMap((run, i) =>
    run.divergedAt === null
      ? []
      : [
          {
            x: x(run.divergedAt),
            y: heightOf(mainOf(run)[run.divergedAt], layout) || top,
            color: colors[i],
            isFaded: highlighted !== undefined && highlighted !== i,
          },
        ],
  );
  // Leaders first, so that no line crosses the words of another.
  select(one<SVGGElement>(group, 'g', 'gd-leaders'))
    .selectAll<SVGLineElement, DivergenceLabel>('line')
    .data(labels)
    .join('line')
    .attr('class', 'gd-hair')
    .attr('x1', ({ epoch }) => x(epoch))
    .attr('x2', ({ epoch }) => x(epoch))
    .attr('y1', ({ row }) => top - row * ROW - 5)
    .attr('y2', top - 4);
  drawDivergences(one<SVGGElement>(group, 'g', 'gd-crosses'), marks);
  select(group)
    .selectAll<SVGPathElement, unknown>('.gd-crosses path')
    .classed('gd-faded', (_, i) => marks[i].isFaded);
  select(one<SVGGElement>(group, 'g', 'gd-divergence-labels'))
    .selectAll<SVGTextElement, DivergenceLabel>('text')
    .data(labels)
    .join('text')
    .attr('class', 'gd-note gd-halo')
    .attr('x', (label) => label.x)
    .attr('y', ({ row }) => top - row * ROW - 8)
    .text(({ text }) => text);
}

/** Near the left edge, where every run is still far above it. */
function drawNoise(svg: SVGSVGElement, { noise }: ErrorCurvesData, layout: CurvesLayout): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-noise');
  const { left, right, bottom } = layout;
  const levels = noise !== undefined && noise >= 0 ? [noise] : [];
  const height = () => heightOf(noise!, layout);
  select(group)
    .selectAll('line')
    .data(levels)
    .join('line')
    .attr('class', 'gd-threshold')
    .attr('x1', left)
    .attr('x2', right)
    .attr('y1', height)
    .attr('y2', height);
  const isLow = levels.length > 0 && bottom - height() < 18;
  drawText(
    group,
    'gd-noise-note gd-note gd-halo gd-strong',
    left + 6,
    levels.length > 0 ? height() + (isLow ? -6 : 14) : 0,
    levels.length > 0 ? say('noise', { noise: formatNumber(noise!) }) : '',
  );
}

function drawCrosshair(
  overlay: SVGSVGElement,
  plot: HTMLElement,
  data: Drawn,
  { x, left, right, top, bottom, last }: CurvesLayout,
): void {
  const { runs, highlighted } = data;
  const colors = rateColors(runs.map(({ learningRate }) => learningRate));
  const hair = one<SVGGElement>(overlay, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(overlay, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: bottom - top });
  scrub(hit, {
    name: say('readName'),
    last,
    initial: last,
    at: (px) => Math.round(x.invert(px)),
    valueAt: (position) => Math.round(position),
    show(position) {
      if (position === undefined) {
        hair.replaceChildren();
        hideReadout(plot);
        return '';
      }
      const epoch = Math.round(position);
      set(one(hair, 'line', 'gd-hair'), { x1: x(epoch), x2: x(epoch), y1: top, y2: bottom });
      const shown = runs.map((_, i) => i).filter((i) => highlighted === undefined || i === highlighted);
      const lines = shown.slice(0, READ_RUNS).map((i) => ({ text: readRun(runs[i], epoch), color: color(colors[i]) }));
      const more =
        shown.length > READ_RUNS ? [{ text: chartWords('moreOfThem', { number: shown.length - READ_RUNS }) }] : [];
      const title = hasValidation(data)
        ? say('epochWithValidation', { epoch: formatCount(epoch) })
        : say('epoch', { epoch: formatCount(epoch) });
      showReadout(plot, x(epoch), (top + bottom) / 2, [{ text: title }, ...lines, ...more]);
      return [title, ...lines.map(({ text }) => text)].join(', ');
    },
  });
}

function readRun({ learningRate, training, validation, divergedAt }: Run, epoch: number): string {
  const rate = formatNumber(learningRate);
  if (divergedAt !== null && epoch >= divergedAt) return say('readDiverged', { rate, epoch: formatCount(divergedAt) });
  if (epoch >= training.length) return say('readEnded', { rate, epoch: formatCount(training.length - 1) });
  return validation
    ? say('readBoth', { rate, validation: formatNumber(validation[epoch]), training: formatNumber(training[epoch]) })
    : say('read', { rate, error: formatNumber(training[epoch]) });
}

function summarizeErrorCurves({ runs, noise }: ErrorCurvesData): string {
  const ends = runs.map(({ learningRate, training, validation, divergedAt }) => {
    const rate = formatNumber(learningRate);
    if (divergedAt !== null) return say('endDiverged', { rate, epoch: formatCount(divergedAt) });
    const last = training.length - 1;
    const end = { rate, training: formatNumber(training[last]) };
    return validation ? say('endBoth', { ...end, validation: formatNumber(validation[last]) }) : say('end', end);
  });
  const epochs = Math.max(0, ...runs.map(({ training }) => training.length - 1));
  const summary = say('summary', {
    epochs: say('epochs', { count: epochs }),
    rates: say('rates', { count: runs.length }),
    ends: ends.join('; '),
  });
  return noise === undefined ? summary : `${summary} ${say('noiseIs', { noise: formatNumber(noise) })}`;
}

/** A row for each epoch, for each run a column or two; empty once it has diverged. */
function tableOfErrorCurves({ runs }: ErrorCurvesData): Record<string, ArrayLike<number | string>> {
  const length = Math.max(0, ...runs.map(({ training }) => training.length));
  const epochs = Array.from({ length }, (_, epoch) => epoch);
  const columns: Record<string, ArrayLike<number | string>> = { epoch: epochs };
  for (const run of runs) {
    const column = (values: Float64Array) => epochs.map((epoch) => (epoch > lastOf(run) ? '' : (values[epoch] ?? '')));
    columns[`training error at learning rate ${run.learningRate}`] = column(run.training);
    if (run.validation) columns[`validation error at learning rate ${run.learningRate}`] = column(run.validation);
  }
  return columns;
}
