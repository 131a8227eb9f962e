import { symbolTimes } from 'd3';
import * as plot from './kit';
import { formatCount, formatNumber, formatRate } from './kit/format';
import { chartWords } from './kit/words';
import { defineWords } from '../words/words';

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
type Drawn = ErrorCurvesData & { width?: number; highlighted?: number };

const say = /* @__PURE__ */ defineWords('errorCurves', {
  errorAxis: '↑ root mean square error',
  errorAxisIn: '↑ root mean square error, {unit}',
  validation: 'validation (held out)',
  training: 'training',
  rateDiverged: '{rate} × diverged',
  divergence: { one: '× diverged at epoch {epoch}', other: '× diverged at epoch {epoch} ({count} runs)' },
  noise: 'noise level {noise}',
  readName: 'Read the errors along the epochs',
  epoch: 'epoch {epoch}',
  epochWithValidation: 'epoch {epoch}: validation (training)',
  readDiverged: 'rate {rate}: diverged at epoch {epoch}',
  readEnded: 'rate {rate}: ended at epoch {epoch}',
  read: 'rate {rate}: {error}',
  readBoth: 'rate {rate}: {validation} ({training})',
  endDiverged: 'at {rate} diverged at epoch {epoch}',
  end: 'at {rate} training {training}',
  endBoth: 'at {rate} training {training}, validation {validation}',
  epochs: { one: '{count} epoch', other: '{count} epochs' },
  rates: { one: '{count} learning rate', other: '{count} learning rates' },
  summary: 'Root mean square error over {epochs} for {rates}. In the end: {ends}.',
  noiseIs: 'The noise level is {noise}.',
});

/** Runs that diverge are followed until they are this many times worse, or better, than any run at its start. */
const HEADROOM = 4;
const ROW = 16;
const ROWS = 3;
/** A readout with more lines would not fit the picture. */
const READ_RUNS = 12;

/** Training and validation error at every epoch, one colour for each learning rate. */
export const errorCurves: plot.Chart<ErrorCurvesData> = { draw, summarize, table };

function draw(container: HTMLElement, data: Drawn): void {
  const { runs, noise, unit } = data;
  const root = plot.chartRoot(container);
  drawKeys(root, container, data);
  const { scale, domain } = plot.valueDomain(rangeOf(data));
  const title = unit ? say('errorAxisIn', { unit }) : say('errorAxis');
  const frame = plot.cartesian(root, {
    width: data.width,
    x: {
      scale: 'sqrt',
      domain: [0, Math.max(1, ...runs.map(lastOf))],
      title: chartWords('epochAxis'),
      isWhole: true,
      gap: 4,
    },
    y: { scale, domain, title: scale === 'log' ? chartWords('onLogScale', { title }) : title, grid: true },
    height: [170, 0.24, 260],
    // Where the labels of divergences come to stand decides how much room they need.
    room: (across) => ROW * Math.max(0, ...divergenceLabels(data, across).map(({ row }) => row + 1)),
    summary: summarize(data),
  });
  const levels = noise !== undefined && noise >= 0 ? [plot.within(domain)(noise)] : [];
  const isLow = levels.length > 0 && frame.bottom - frame.y(levels[0]) < 18;
  frame.draw(
    [
      ...runMarks(data, domain),
      ...divergenceMarks(data, frame, domain),
      plot.rule({ name: 'gd-noise', y: levels, look: 'gd-threshold' }),
      // Near the left edge, where every run is still far above it.
      plot.labels('gd-noise-note', [
        {
          text: levels.length > 0 ? say('noise', { noise: formatNumber(noise!) }) : '',
          left: 6,
          y: levels[0] ?? domain[0],
          dy: isLow ? -6 : 14,
          look: 'gd-strong',
        },
      ]),
    ],
    reader(data, frame),
  );
}

/** The learning rates, and what the two kinds of lines are. */
function drawKeys(root: HTMLElement, container: HTMLElement, data: Drawn): void {
  const bar = plot.one<HTMLDivElement>(root, 'div', 'gd-bar gd-start');
  const kinds = hasValidation(data) ? (['validation', 'training'] as const) : (['training'] as const);
  plot.drawKey(bar, { name: 'gd-kinds', entries: kinds.map((kind, i) => ({ label: say(kind), look: lookOf(i) })) });
  plot.one(bar, 'span', 'gd-key-title gd-quiet').textContent = chartWords('learningRateTitle');
  const colors = colorsOf(data);
  plot.drawKey(bar, {
    entries: data.runs.map((run, i) => ({ label: nameOf(run), color: colors[i] })),
    highlighted: data.highlighted,
    onHover: (run) => draw(container, { ...data, highlighted: run }),
  });
}

/** The line that a run is judged by is solid, the other one dashed. */
const lookOf = (line: number) => (line === 0 ? 'gd-heavy' : 'gd-dashed');
const hasValidation = ({ runs }: ErrorCurvesData) => runs.some(({ validation }) => validation);
const colorsOf = ({ runs }: ErrorCurvesData) => plot.rateColors(runs.map(({ learningRate }) => learningRate));
const nameOf = ({ learningRate, divergedAt }: Run) =>
  divergedAt === null ? formatRate(learningRate) : say('rateDiverged', { rate: formatRate(learningRate) });
/** The last epoch worth showing: after a divergence nothing happens. */
const lastOf = ({ divergedAt, training }: Run) => divergedAt ?? training.length - 1;
/** The lines of a run, the one that it is judged by first. */
const linesOf = ({ training, validation }: Run) => (validation ? [validation, training] : [training]);
const isDim = ({ highlighted }: Drawn, run: number) => highlighted !== undefined && highlighted !== run;

/** What the picture covers: all that happened to the runs that stayed, and as much of the others as leaves these readable. */
function rangeOf({ runs, noise }: ErrorCurvesData): plot.Interval {
  const starts = runs.flatMap((run) => linesOf(run).map((values) => values[0]));
  const start = Math.max(0, ...starts.filter(Number.isFinite));
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
  return low <= high ? [low, high] : [0, 1];
}

function runMarks(data: Drawn, domain: plot.Interval): plot.Mark[] {
  const { runs } = data;
  const [colors, inside] = [colorsOf(data), plot.within(domain)];
  // Those that diverged first: their ups and downs would hide the others.
  const order = runs
    .map((_, i) => i)
    .sort((a, b) => Number(runs[a].divergedAt === null) - Number(runs[b].divergedAt === null));
  return order.flatMap((i) =>
    linesOf(runs[i])
      .map((values, kind) =>
        plot.line({
          name: 'gd-run',
          y: (epoch) => inside(values[epoch]),
          length: Math.min(lastOf(runs[i]) + 1, values.length),
          color: colors[i],
          look: lookOf(kind),
          isFaded: isDim(data, i),
          series: runs[i].learningRate,
          clip: false,
        }),
      )
      .reverse(),
  );
}

/** The labels of divergences, runs that diverged in the same epoch under one, and their rows above the picture. */
function divergenceLabels(
  { runs }: ErrorCurvesData,
  { x, right, measure }: Pick<plot.Panel, 'x' | 'right' | 'measure'>,
) {
  const dates = runs.flatMap(({ divergedAt }) => (divergedAt === null ? [] : [divergedAt]));
  const spans = [...new Set(dates)]
    .sort((a, b) => a - b)
    .map((epoch) => {
      const count = dates.filter((date) => date === epoch).length;
      const text = say('divergence', { epoch: formatCount(epoch), count });
      const width = measure(text) + 4;
      return { epoch, text, width, x: Math.max(0, Math.min(x(epoch) - 6, right + 12 - width)) };
    });
  const rows = plot.stackLabels(spans, ROWS);
  return spans.flatMap((span, i) => (rows[i] === undefined ? [] : [{ ...span, row: rows[i] }]));
}

function divergenceMarks(data: Drawn, frame: plot.Frame, domain: plot.Interval): plot.Mark[] {
  const { x, left } = frame;
  const [colors, inside, texts] = [colorsOf(data), plot.within(domain), divergenceLabels(data, frame)];
  const gone = data.runs.flatMap((run, i) => (run.divergedAt === null ? [] : [{ i, run, epoch: run.divergedAt }]));
  return [
    // Leaders first, so that no line crosses the words of another.
    {
      name: 'gd-leaders',
      draw: (group, { top }) =>
        plot.each<SVGLineElement, (typeof texts)[number]>(group, 'line', 'gd-hair', texts, (leader, { epoch, row }) =>
          plot.set(leader, { x1: x(epoch), x2: x(epoch), y1: top - row * ROW - 5, y2: top - 4 }),
        ),
    },
    plot.dots({
      name: 'gd-crosses',
      x: (i) => gone[i].epoch,
      y: (i) => inside(linesOf(gone[i].run)[0][gone[i].epoch] || domain[1]),
      length: gone.length,
      symbol: symbolTimes,
      radius: 4,
      color: (i) => colors[gone[i].i],
      isHollow: true,
      isFaded: (i) => isDim(data, gone[i].i),
      look: 'gd-cross gd-heavy',
    }),
    plot.labels(
      'gd-divergence-labels',
      texts.map(({ text, x: begin, row }) => ({ text, left: begin - left, top: -row * ROW - 8 })),
    ),
  ];
}

function reader(data: Drawn, { x }: plot.Frame): plot.Reader {
  const { runs, highlighted } = data;
  const colors = colorsOf(data);
  const last = x.domain()[1];
  return plot.scrub({
    name: say('readName'),
    last,
    initial: last,
    at: (px) => Math.round(x.invert(px)),
    read(position) {
      const epoch = Math.round(position);
      const shown = runs.map((_, i) => i).filter((i) => highlighted === undefined || i === highlighted);
      const lines = shown
        .slice(0, READ_RUNS)
        .map((i) => ({ text: readRun(runs[i], epoch), color: plot.color(colors[i]) }));
      const rest = shown.length - READ_RUNS;
      const title = say(hasValidation(data) ? 'epochWithValidation' : 'epoch', { epoch: formatCount(epoch) });
      return {
        x: x(epoch),
        lines: [{ text: title }, ...lines],
        hint: rest > 0 ? chartWords('moreOfThem', { number: rest }) : undefined,
      };
    },
  });
}

function readRun({ learningRate, training, validation, divergedAt }: Run, epoch: number): string {
  const rate = formatRate(learningRate);
  if (divergedAt !== null && epoch >= divergedAt) return say('readDiverged', { rate, epoch: formatCount(divergedAt) });
  if (epoch >= training.length) return say('readEnded', { rate, epoch: formatCount(training.length - 1) });
  return validation
    ? say('readBoth', { rate, validation: formatNumber(validation[epoch]), training: formatNumber(training[epoch]) })
    : say('read', { rate, error: formatNumber(training[epoch]) });
}

function summarize({ runs, noise }: ErrorCurvesData): string {
  const ends = runs.map(({ learningRate, training, validation, divergedAt }) => {
    const rate = formatRate(learningRate);
    if (divergedAt !== null) return say('endDiverged', { rate, epoch: formatCount(divergedAt) });
    const last = training.length - 1;
    const end = { rate, training: formatNumber(training[last]) };
    return validation ? say('endBoth', { ...end, validation: formatNumber(validation[last]) }) : say('end', end);
  });
  const summary = say('summary', {
    epochs: say('epochs', { count: Math.max(0, ...runs.map(({ training }) => training.length - 1)) }),
    rates: say('rates', { count: runs.length }),
    ends: ends.join('; '),
  });
  return noise === undefined ? summary : `${summary} ${say('noiseIs', { noise: formatNumber(noise) })}`;
}

/** A row for each epoch, for each run a column or two; empty once it has diverged. */
function table({ runs }: ErrorCurvesData): plot.Table {
  const length = Math.max(0, ...runs.map(({ training }) => training.length));
  const epochs = Array.from({ length }, (_, epoch) => epoch);
  const columns: plot.Table = { epoch: epochs };
  for (const run of runs) {
    const column = (values: Float64Array) => epochs.map((epoch) => (epoch > lastOf(run) ? '' : (values[epoch] ?? '')));
    columns[`training error at learning rate ${run.learningRate}`] = column(run.training);
    if (run.validation) columns[`validation error at learning rate ${run.learningRate}`] = column(run.validation);
  }
  return columns;
}
