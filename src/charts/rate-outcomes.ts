import * as plot from './kit';
import { formatCount, formatRate } from './kit/format';
import { chartWords } from './kit/words';
import { bisectCenter } from 'd3';
import { beyondMark, limitMarks, LIMIT_ROOM } from './rate-limit';
import {
  endOf,
  errorName,
  hasStayed,
  limitIn,
  isSettled,
  measuredInShort,
  noteOf,
  say,
  summarize,
  switchOf,
  when,
  type RateOutcome,
  type RateOutcomesData,
} from './rate-outcomes-words';

export type { RateOutcomesData } from './rate-outcomes-words';

/** How tall the strip is that crosses and their epochs stand in, above all errors. */
const STRIP = 46;
/** How much of the axis of rates lies beyond the least and the greatest of them. */
const AROUND = 1.35;

/** The error in the end over the learning rate, and the limit that was estimated beforehand. */
export const rateOutcomes: plot.Chart<RateOutcomesData> = { draw, summarize, table, facts };

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
    note: noteOf(data),
    summary: summarize(data),
  });
  const { below, above, isClear } = switchOf(data, isSettled);
  const hasSwitch = !data.hidesLimit && below !== undefined && above !== undefined && isClear;
  const place = plot.within(covered);
  const isDot = ({ divergedAt, error }: RateOutcome) => divergedAt === null && !Number.isNaN(error);
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
      ...limitMarks(
        frame,
        threshold,
        data.hidesLimit ? undefined : [say('limit', { limit: limitIn(data) }), measuredInShort(data)],
      ),
      plot.dots({
        name: 'gd-errors',
        x: (i) => stayed[i].learningRate,
        y: (i) => place(stayed[i].error),
        length: stayed.length,
        radius: 5,
        color: (i) => stayed[i].color,
        isHollow: (i) => !stayed[i].settles,
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
}

/** The epochs of divergences, each beside or below its cross where there is room. */
function epochLabels(beyond: readonly RateOutcome[], frame: plot.Frame, threshold: number): plot.Mark {
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
      const rate = chartWords('learningRate', { rate: formatRate(run.learningRate) });
      const ink = plot.color(colors[runAt(position)]);
      return {
        x: x(run.learningRate),
        lines: [{ text: rate, color: ink }, { text: endOf(run, errorName({ isValidation })) }],
      };
    },
  });
}

function table({ runs, isValidation, threshold }: RateOutcomesData): plot.Table {
  return {
    'learning rate': runs.map(({ learningRate }) => learningRate),
    [say.inEnglish(isValidation ? 'validationError' : 'trainingError')]: runs.map(({ error }) => error),
    settles: runs.map((run) => (isSettled(run) ? 'yes' : 'no')),
    'diverged at epoch': runs.map(({ divergedAt }) => divergedAt ?? ''),
    'estimated limit': runs.map(() => threshold),
  };
}

function facts(data: RateOutcomesData): Record<string, unknown> {
  const between = ({ below, above, isClear }: ReturnType<typeof switchOf>) => ({
    below: below ?? null,
    above: above ?? null,
    isClear,
  });
  return {
    estimatedLimit: data.threshold,
    stopsSettling: between(switchOf(data, isSettled)),
    diverges: between(switchOf(data, hasStayed)),
  };
}
