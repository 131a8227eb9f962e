import { symbolTriangle } from 'd3';
import * as plot from './kit';
import { formatNumber, formatPercent, formatShare } from './kit/format';
import { chartWords } from './kit/words';
import { isFaded, nameOf, outcomeKey, shownOutcomes, type WithOutcomes, type ThresholdMark } from './outcome';
import { readRates, sharesAt } from './rate-reader';
import { describeThreshold, outcomesWords as say, thresholdMarks, thresholdRoom } from './outcomes-thresholds';

export interface OutcomesData extends WithOutcomes {
  /** Ascending. */
  learningRates: ArrayLike<number>;
  /** Per outcome, the fraction of runs at each learning rate. */
  fractions: readonly (readonly number[] | Float64Array)[];
  /** Without them nothing is said of limits. */
  thresholds?: readonly ThresholdMark[];
  /** The optimizer and schedule, where theory sets no limit to the rate with them. */
  noLimit?: string;
  /** The learning rates that have a histogram of their own. */
  listed: readonly number[];
  /** The learning rate that the other pictures show. */
  selected?: number;
  onPick?(learningRate: number): void;
  /** The rate is dragged along. */
  onMove?(rate: number): void;
}

/** The share of each outcome over the learning rate, with the rates that theory names for the switches between them. */
export const outcomes: plot.Chart<OutcomesData> = { draw, summarize, table, facts };

function draw(container: HTMLElement, data: OutcomesData & { width?: number }): void {
  const { learningRates, fractions, listed, selected, width } = data;
  const root = plot.chartRoot(container);
  const occurs = (outcome: number) => fractions[outcome].some((share) => share > 0);
  plot.drawKey(root, outcomeKey(data, occurs));
  const frame = plot.cartesian(root, {
    width,
    x: {
      scale: 'log',
      domain: [learningRates[0], learningRates[learningRates.length - 1]],
      title: chartWords('rateAxis'),
      spacing: 55,
    },
    y: {
      domain: [0, 1],
      title: say('shareAxis'),
      ticks: [0, 0.25, 0.5, 0.75, 1],
      format: (share) => formatPercent(100 * share),
    },
    height: [190, 0.3, 300],
    note: data.noLimit && say('noLimit', { method: data.noLimit }),
    room: (across) => thresholdRoom(data, across),
    summary: summarize(data),
  });
  const below = new Float64Array(learningRates.length);
  const areas = shownOutcomes(data.outcomes, occurs).map((i) => {
    const from = below.slice();
    for (let k = 0; k < below.length; k++) below[k] += fractions[i][k];
    return plot.area({
      name: 'gd-areas',
      x: learningRates,
      y0: from,
      y1: below.slice(),
      length: learningRates.length,
      color: data.outcomes[i].color,
      isFaded: isFaded(data, i),
      data: { outcome: i },
    });
  });
  const inside = listed.filter((rate) => rate >= learningRates[0] && rate <= learningRates[learningRates.length - 1]);
  frame.draw(
    [
      ...areas,
      plot.dots({
        name: 'gd-listed',
        x: inside,
        y: () => 0,
        length: inside.length,
        symbol: symbolTriangle,
        radius: 3,
        dy: 6,
        color: 'currentColor',
      }),
      plot.labels('gd-listed-note', [
        { text: inside.length > 0 ? say('listed') : '', left: -frame.left, y: 0, dy: 38 },
      ]),
      ...thresholdMarks(data, frame),
      plot.rule({
        name: 'gd-selection',
        x: selected === undefined ? [] : [selected],
        look: 'gd-selected',
        isOnColor: true,
      }),
    ],
    reader(data, frame),
  );
}

function reader(
  { learningRates, fractions, outcomes, onPick, onMove, selected, listed }: OutcomesData,
  frame: plot.Frame,
): plot.Reader {
  const rates = Array.from(learningRates);
  return readRates(frame, {
    name: say(onPick ? 'pickName' : 'readName'),
    rates,
    inHand: selected ?? listed[0] ?? rates[0],
    onPick,
    onDrag: onMove,
    read: (i) => sharesAt(outcomes, fractions, i),
  });
}

function summarize({ learningRates, fractions, outcomes, thresholds, noLimit }: OutcomesData): string {
  const last = learningRates.length - 1;
  const at = (i: number) =>
    outcomes
      .flatMap(({ label }, o) =>
        fractions[o][i] > 0
          ? [chartWords('outcomeWithShare', { outcome: label, share: formatShare(fractions[o][i]) })]
          : [],
      )
      .join(', ');
  const switches = (thresholds ?? [])
    .slice(0, 8)
    .map((threshold) =>
      say('left', { minimum: outcomes[threshold.outcome].label, threshold: describeThreshold(threshold) }),
    );
  const all = say('summary', {
    number: learningRates.length,
    low: formatNumber(learningRates[0]),
    first: at(0),
    high: formatNumber(learningRates[last]),
    last: at(last),
    lost: !thresholds
      ? ''
      : noLimit
        ? say('noLimitSays', { method: noLimit })
        : switches.length
          ? say('lost', { switches: switches.join('; ') })
          : say('noMinimum'),
  });
  return all.trimEnd();
}

function table({ learningRates, fractions, outcomes }: OutcomesData): plot.Table {
  const shares = outcomes.map((outcome, i) => [nameOf(outcome), fractions[i]] as const);
  return { 'learning rate': learningRates, ...Object.fromEntries(shares) };
}

/** What no column holds: the largest stable rate of each minimum, in theory and as it was measured. */
function facts({ thresholds = [], outcomes }: OutcomesData): Record<string, unknown> {
  return {
    largestStableRates: thresholds.map(({ outcome, predicted, measured = null }) => ({
      minimum: nameOf(outcomes[outcome]),
      theta: outcomes[outcome].theta,
      predicted,
      measured,
    })),
  };
}
