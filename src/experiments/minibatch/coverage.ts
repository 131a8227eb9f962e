import * as kit from '../../charts/kit';
import { logSpaced } from '../../math/spacing';
import { neverDrawn, spreadOfShare } from './problem';
import type { MinibatchRun } from './run';
import { errorBar, format, THEORY, WITHOUT, withError, type MinibatchData } from './shown';
import { say } from './words';

const LIMIT = Math.exp(-1);
/** Counts are joined where there are more of them. */
const MOST_BARS = 90;

const entryOf = ({ result }: MinibatchRun) => result.coverage.find(({ n }) => n === result.parameters.examples)!;

/** The epochs by how many examples they never drew, with some room, in bars of `each` numbers. */
function barsOf(never: Uint32Array): { first: number; each: number; counts: number[] } {
  const low = never.findIndex((count) => count > 0);
  const high = never.findLastIndex((count) => count > 0);
  const room = Math.max(1, Math.round((high - low) / 12));
  const [from, to] = [Math.max(0, low - room), Math.min(never.length - 1, high + room)];
  const each = Math.ceil((to - from + 1) / MOST_BARS);
  const counts = Array<number>(Math.ceil((to - from + 1) / each)).fill(0);
  for (let missed = from; missed <= to; missed++) counts[Math.floor((missed - from) / each)] += never[missed];
  return { first: from, each, counts };
}

function drawEpochs(parent: HTMLElement, data: MinibatchData, width: number | undefined): void {
  const { run, hidesTheory } = data;
  const { n, predicted, measured, standardError } = entryOf(run);
  const { first, each, counts } = barsOf(run.never);
  const epochs = run.never.reduce((sum, count) => sum + count, 0);
  // Half a bar to each side of a share, and nothing beyond 0 and 1.
  const edge = (bar: number) => Math.max(0, Math.min(1, (first + bar * each - 0.5) / n));
  const domain: kit.Interval = [edge(0), edge(counts.length)];
  const frame = kit.cartesian(parent, {
    width,
    height: [150, 0.26, 220],
    x: { domain, title: say('shareAxis', { n: kit.formatCount(n) }) },
    y: {
      domain: [0, (1.12 * Math.max(...counts)) / epochs],
      title: say('epochsAxis'),
      format: (share) => kit.formatPercent(Number((100 * share).toPrecision(3))),
      grid: true,
    },
    note: say('measuredAt', { value: withError(measured, standardError, 5) }),
    summary: coverage.summarize(data),
  });
  const isLeft = predicted < (domain[0] + domain[1]) / 2;
  frame.draw(
    [
      kit.bars({
        length: counts.length,
        x0: edge,
        x1: (bar) => edge(bar + 1),
        y1: (bar) => counts[bar] / epochs,
        color: WITHOUT,
      }),
      kit.rule({ name: 'gd-predicted', x: hidesTheory ? [] : [predicted], look: 'gd-threshold' }),
      kit.labels('gd-names', [
        {
          text: hidesTheory ? '' : say('predictedAt', { value: kit.formatNumber(predicted, 5) }),
          x: predicted,
          top: 10,
          dx: isLeft ? 6 : -6,
          anchor: isLeft ? 'start' : 'end',
          look: 'gd-strong',
        },
      ]),
    ],
    kit.scrub({
      name: say('readShares'),
      last: counts.length - 1,
      initial: Math.floor(counts.length / 2),
      at: (px) => Math.floor((frame.x.invert(px) * n + 0.5 - first) / each),
      value: (bar) => first + Math.round(bar) * each,
      read(place) {
        const bar = Math.max(0, Math.min(counts.length - 1, Math.round(place)));
        const share = kit.formatShare(counts[bar] / epochs);
        return {
          x: frame.x((edge(bar) + edge(bar + 1)) / 2),
          lines: [{ text: say('epochsWith', { count: first + bar * each, share }) }],
        };
      },
    }),
  );
}

function drawSizes(parent: HTMLElement, { run, hidesTheory }: MinibatchData, width: number | undefined): void {
  const entries = run.result.coverage;
  const most = entries.at(-1)!.n;
  const at = logSpaced(1, most, 300);
  const hasErrors = entries.every(({ standardError }) => standardError !== null);
  const top = Math.max(
    0.42,
    ...entries.map(({ measured, standardError }) => 1.05 * (measured + 2 * (standardError ?? 0))),
  );
  kit.drawKey(parent, {
    entries: [
      ...(hidesTheory ? [] : [{ label: say('predicted'), color: THEORY, look: 'gd-dashed' }]),
      { label: say(hasErrors ? 'measuredWithError' : 'measured'), color: WITHOUT },
    ],
  });
  const frame = kit.cartesian(parent, {
    width,
    height: [170, 0.3, 250],
    x: { domain: [0.9, 1.1 * most], scale: 'log', title: say('sizeAxis') },
    y: {
      domain: [0, Math.min(top, 1.02)],
      title: say('neverAxis'),
      ticks: Array.from({ length: 11 }, (_, i) => i / 10).filter((tick) => tick <= top),
      format: (share) => kit.formatPercent(Math.round(100 * share)),
      grid: true,
    },
    summary: say('readSizes'),
  });
  frame.draw(
    [
      kit.rule({ name: 'gd-limit', y: hidesTheory ? [] : [LIMIT], look: 'gd-hair' }),
      kit.line({
        name: 'gd-predicted',
        x: at,
        y: at.map(neverDrawn),
        length: hidesTheory ? 0 : at.length,
        color: THEORY,
        look: 'gd-dashed',
      }),
      kit.shapes(
        'gd-errors',
        entries.map(({ n, measured, standardError }) => errorBar(n, measured, standardError, WITHOUT)),
      ),
      kit.dots({
        x: entries.map(({ n }) => n),
        y: entries.map(({ measured }) => measured),
        length: entries.length,
        radius: (i) => (entries[i].n === run.result.parameters.examples ? 6 : 4),
        color: WITHOUT,
        stroke: '--gd-surface',
      }),
      kit.labels('gd-names', [
        {
          text: hidesTheory ? '' : say('limit', { value: kit.formatNumber(LIMIT, 5) }),
          left: 6,
          y: LIMIT,
          dy: -6,
          look: 'gd-strong',
        },
      ]),
    ],
    kit.scrub({
      name: say('readSizes'),
      last: entries.length - 1,
      initial: entries.findIndex(({ n }) => n === run.result.parameters.examples),
      at(px) {
        const distances = entries.map(({ n }) => Math.abs(frame.x(n) - px));
        return distances.indexOf(Math.min(...distances));
      },
      value: (place) => entries[Math.round(place)].n,
      read(place) {
        const { n, predicted, measured, standardError } = entries[Math.round(place)];
        const found = withError(measured, standardError, 5);
        const words = { predicted: kit.formatNumber(predicted, 5), measured: found };
        return {
          x: frame.x(n),
          lines: [
            { text: say('ofExamples', { count: n }) },
            { text: say(hidesTheory ? 'measuredAt' : 'both', { value: found, ...words }), color: kit.color(WITHOUT) },
          ],
        };
      },
    }),
  );
}

/** The share of examples that an epoch never draws: over epochs, and over the number of examples. */
export const coverage: kit.Chart<MinibatchData> = {
  draw(container, data) {
    const root = kit.chartRoot(container);
    drawEpochs(kit.one(root, 'div', 'gd-epochs'), data, data.width);
    drawSizes(kit.one(root, 'div', 'gd-sizes'), data, data.width);
  },
  summarize({ run, hidesTheory }) {
    const { n, predicted, measured } = entryOf(run);
    const words = {
      n: kit.formatCount(n),
      epochs: kit.formatCount(run.result.parameters.epochs),
      measured: kit.formatNumber(measured, 5),
    };
    if (hidesTheory) return say('coverageMeasured', words);
    return say('coverageSummary', {
      ...words,
      predicted: kit.formatNumber(predicted, 5),
      limit: kit.formatNumber(LIMIT, 5),
      spread: format(spreadOfShare(n)),
      independent: format(Math.sqrt((predicted * (1 - predicted)) / n)),
    });
  },
  table: ({ run: { result } }) => ({
    examples: result.coverage.map(({ n }) => n),
    predicted: result.coverage.map(({ predicted }) => predicted),
    measured: result.coverage.map(({ measured }) => measured),
    standardError: result.coverage.map(({ standardError }) => standardError ?? ''),
  }),
  facts: ({ run: { never } }) => {
    const { first, each, counts } = barsOf(never);
    return { epochsByExamplesNeverDrawn: { first, each, counts } };
  },
};
