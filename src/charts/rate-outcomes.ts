import * as plot from './kit';
import { formatCount, formatNumber } from './kit/format';
import { chartWords } from './kit/words';
import { bisectCenter } from 'd3';
import { beyondMark, limitMarks, LIMIT_ROOM } from './rate-limit';
import { defineWords } from '../words/words';

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

const say = /* @__PURE__ */ defineWords('rateOutcomes', {
  trainingError: 'training error',
  validationError: 'validation error',
  afterEpochs: { one: 'after {count} epoch', other: 'after {count} epochs' },
  inTheEnd: 'in the end',
  errorAxis: '↑ {error} {when}',
  limit: 'estimated limit {limit}',
  unknown: 'unknown',
  divergedNote: '× diverged, at its epoch',
  switched: '▒ training blew up between {below} and {above}',
  noSingleSwitch: 'it depends on the start which rates diverge',
  noNumber: 'no number',
  epoch: 'epoch {epoch}',
  readName: 'Read the errors along the learning rate',
  errorIs: '{error} {value}',
  noRuns: 'There are no runs.',
  noneDiverged: 'No run diverged.',
  allDiverged: 'Every run diverged.',
  unclear: 'Between {above} and {below} some rates diverge and others do not: it depends on the start.',
  blewUpAt: 'Training blew up between {below} and {above}. No limit was estimated.',
  blewUp: 'Training blew up between {below} and {above}, {low} to {high} times the estimated stability limit.',
  summary: {
    one: '{count} learning rate: {outcomes}. Estimated limit {limit}. {switched}',
    other: '{count} learning rates: {outcomes}. Estimated limit {limit}. {switched}',
  },
  outcomeAt: 'at {rate} {outcome}',
  everyOneDiverged: 'all diverged',
  valueAt: '{value} at {rate}',
  least: '{error} {when} is least at {rate}, {value}; {number} diverged',
  leastAgainst: '{error} {when} is least at {rate}, {value}, against {others}; {number} diverged',
});

/** How tall the strip is that crosses and their epochs stand in, above all errors. */
const STRIP = 46;
/** How much of the axis of rates lies beyond the least and the greatest of them. */
const AROUND = 1.35;

/** The error in the end over the learning rate, and the limit that was estimated beforehand. */
export const rateOutcomes: plot.Chart<RateOutcomesData> = { draw, summarize, table };

/** What the error is, and after how long, in words. */
const errorName = ({ isValidation }: Pick<RateOutcomesData, 'isValidation'>) =>
  say(isValidation ? 'validationError' : 'trainingError');
const when = ({ epochs }: RateOutcomesData) =>
  epochs === undefined ? say('inTheEnd') : say('afterEpochs', { count: epochs });

function draw(container: HTMLElement, data: RateOutcomesData & { width?: number }): void {
  const { runs, threshold } = data;
  const root = plot.chartRoot(container);
  const width = plot.widthOf(root, data.width);
  const height = plot.heightOf([180, 0.24, 260], width);
  const errors = runs
    .filter(({ divergedAt, error }) => divergedAt === null && error > 0 && error < Infinity)
    .map(({ error }) => error);
  const { scale, domain: covered } = plot.valueDomain(errors);
  // Above all errors, the axis goes on as far as the strip is tall.
  const more = STRIP / (height - STRIP);
  const [low, high] = covered;
  const top = scale === 'log' ? high * (high / low) ** more : high + (high - low) * more;
  const rates = [...runs.map(({ learningRate }) => learningRate), threshold].filter(
    (rate) => rate > 0 && rate < Infinity,
  );
  const title = say('errorAxis', { error: errorName(data), when: when(data) });
  const frame = plot.cartesian(root, {
    width,
    x: {
      scale: 'log',
      domain: rates.length > 0 ? [Math.min(...rates) / AROUND, Math.max(...rates) * AROUND] : [0.1, 1],
      title: chartWords('rateAxis'),
      spacing: 60,
      gap: 4,
    },
    y: {
      scale,
      domain: [low, top],
      ticked: covered,
      ticks: errors.length > 0 ? undefined : [],
      title: scale === 'log' ? chartWords('onLogScale', { title }) : title,
      grid: true,
    },
    height,
    room: LIMIT_ROOM,
    note: runs.some(({ divergedAt }) => divergedAt !== null) ? say('divergedNote') : '',
    summary: summarize(data),
  });
  const { below, above, isClear } = switchOf(data);
  const hasSwitch = below !== undefined && above !== undefined && isClear;
  const place = plot.within(covered);
  const isDot = ({ divergedAt, error }: Run) => divergedAt === null && !Number.isNaN(error);
  const colors = plot.rateColors(runs.map(({ learningRate }) => learningRate));
  const all = runs.map((run, i) => ({ ...run, color: colors[i] }));
  const stayed = all.filter(isDot).sort((a, b) => a.learningRate - b.learningRate);
  const beyond = all.filter((run) => !isDot(run));
  frame.draw(
    [
      plot.band({ name: 'gd-between', x: hasSwitch ? [[below, above]] : [] }),
      plot.line({
        x: (i) => stayed[i].learningRate,
        y: (i) => place(stayed[i].error),
        length: stayed.length,
        isFaded: true,
      }),
      ...limitMarks(frame, threshold, [say('limit', { limit: formatLimit(data) }), measuredInShort(data)]),
      plot.dots({
        name: 'gd-errors',
        x: (i) => stayed[i].learningRate,
        y: (i) => place(stayed[i].error),
        length: stayed.length,
        radius: 5,
        color: (i) => stayed[i].color,
        stroke: '--gd-surface',
        look: 'gd-rimmed',
      }),
      beyondMark(
        frame,
        (i) => beyond[i].learningRate,
        beyond.length,
        (i) => beyond[i].color,
      ),
      epochLabels(beyond, frame, threshold),
    ],
    reader(data, frame, colors),
  );
  plot.one(root, 'p', 'gd-sentence gd-quiet').textContent = describeSwitch(data);
}

/** The epochs of divergences, each beside or below its cross where there is room. */
function epochLabels(beyond: readonly Run[], frame: plot.Frame, threshold: number): plot.Mark {
  const { x, top, bottom, left, right, measure } = frame;
  const crosses = beyond.map(({ learningRate }) => ({ x: x(learningRate) - 6, y: top + 1, width: 12, height: 12 }));
  const limit = { x: x(threshold) - 1, y: top, width: 2, height: bottom - top };
  const texts = beyond.map(({ divergedAt }, n) => {
    const text = divergedAt === null ? say('noNumber') : say('epoch', { epoch: formatCount(divergedAt) });
    const [width, at] = [measure(text), crosses[n].x + 6];
    const places = [
      [at - width / 2, top + 17],
      [at - 6, top + 17],
      [at + 6 - width, top + 17],
      [at + 9, top],
      [at - 9 - width, top],
      [at - width / 2, top + 31],
    ] as const;
    return { text, places };
  });
  const bounds = { x: left, y: top - 2, width: right - left + 12, height: bottom - top };
  return plot.placedLabels(
    'gd-epochs',
    frame,
    texts,
    [...crosses, ...(Number.isFinite(limit.x) ? [limit] : [])],
    bounds,
  ).mark;
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

function reader({ runs, isValidation }: RateOutcomesData, { x }: plot.Frame, colors: readonly string[]): plot.Reader {
  const ascending = runs.map((_, i) => i).sort((a, b) => runs[a].learningRate - runs[b].learningRate);
  const logs = ascending.map((i) => Math.log(runs[i].learningRate));
  const runAt = (position: number) => ascending[Math.round(position)];
  return plot.scrub({
    name: say('readName'),
    last: Math.max(0, runs.length - 1),
    initial: 0,
    at: (px) => bisectCenter(logs, Math.log(x.invert(px))),
    value: (position) => runs[runAt(position)]?.learningRate ?? 0,
    read(position) {
      const run = runs[runAt(position)];
      if (!run) return { x: 0, hair: 'none', lines: [] };
      const rate = chartWords('learningRate', { rate: formatNumber(run.learningRate) });
      const ink = plot.color(colors[runAt(position)]);
      return {
        x: x(run.learningRate),
        lines: [{ text: rate, color: ink }, { text: endOf(run, errorName({ isValidation })) }],
      };
    },
  });
}

const endOf = ({ error, divergedAt }: Run, name: string) =>
  divergedAt === null
    ? say('errorIs', { error: name, value: formatNumber(error) })
    : chartWords('divergedAtEpoch', { epoch: formatCount(divergedAt) });

/** Where training blew up. That is another limit than the estimated one, above which the error stops settling. */
function describeSwitch(data: RateOutcomesData): string {
  const { threshold } = data;
  const { below, above, isClear } = switchOf(data);
  if (below === undefined && above === undefined) return say('noRuns');
  if (above === undefined) return say('noneDiverged');
  if (below === undefined) return say('allDiverged');
  const span = { below: formatNumber(below), above: formatNumber(above) };
  if (!isClear) return say('unclear', span);
  if (Number.isNaN(threshold)) return say('blewUpAt', span);
  const times = (rate: number) => formatNumber(rate / threshold, 2);
  return say('blewUp', { ...span, low: times(below), high: times(above) });
}

function summarize(data: RateOutcomesData): string {
  return say('summary', {
    count: data.runs.length,
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
  const others = [...new Set([stayed[0], stayed[stayed.length - 1]])]
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

function table({ runs, isValidation, threshold }: RateOutcomesData): plot.Table {
  return {
    'learning rate': runs.map(({ learningRate }) => learningRate),
    [say.inEnglish(isValidation ? 'validationError' : 'trainingError')]: runs.map(({ error }) => error),
    'diverged at epoch': runs.map(({ divergedAt }) => divergedAt ?? ''),
    'estimated limit': runs.map(() => threshold),
  };
}
