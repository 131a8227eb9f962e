import * as kit from '../../charts/kit';
import { isFaded, nameOf, outcomeKey, shownOutcomes, type WithOutcomes } from '../../charts/outcome';
import { readRates, sharesAt } from '../../charts/rate-reader';
import { say } from './words';

/** The shares of the ends over the learning rate, with one optimizer. */
export interface RateShares {
  optimizer: string;
  /** Per kind of end, the share of runs at each rate. */
  fractions: readonly Float64Array[];
  /** Rates above which theory lets no run stay at a minimum, and the largest at which some were measured to. */
  limits: readonly { outcome: number; predicted: number; measured: number | null }[];
}

export interface RatesData extends WithOutcomes {
  /** Ascending. */
  learningRates: Float64Array;
  optimizers: readonly RateShares[];
  /** The limits are not told. */
  hidesLimits: boolean;
  selected: number;
  onRate?(rate: number): void;
}

function draw(container: HTMLElement, data: RatesData & { width?: number }): void {
  const { learningRates, optimizers, outcomes, selected, onRate } = data;
  const root = kit.chartRoot(container);
  const occurs = (outcome: number) => optimizers.some(({ fractions }) => fractions[outcome].some((share) => share > 0));
  kit.drawKey(root, outcomeKey(data, occurs));
  const frame = kit.cartesian(root, {
    width: data.width,
    x: {
      scale: 'log',
      domain: [learningRates[0], learningRates.at(-1)!],
      title: kit.chartWords('rateAxis'),
      spacing: 55,
    },
    panels: optimizers.map(({ optimizer, limits }, i) => ({
      y: {
        domain: [0, 1],
        title: i === 0 ? say('shareAxis', { optimizer }) : optimizer,
        ticks: optimizers.length > 2 ? [0, 1] : [0, 0.5, 1],
        format: (share: number) => kit.formatShare(share),
      },
      height: optimizers.length > 1 ? 100 : 220,
      note: data.hidesLimits ? '' : noteOf(limits),
    })),
    summary: rates.summarize(data),
  });
  const marks = optimizers.flatMap(({ fractions, limits }, i) => {
    const panel = frame.panels[i];
    const below = new Float64Array(learningRates.length);
    const areas = shownOutcomes(outcomes, occurs).map((outcome) => {
      const from = below.slice();
      for (let k = 0; k < below.length; k++) below[k] += fractions[outcome][k];
      return kit.area({
        name: 'gd-areas',
        panel,
        x: learningRates,
        y0: from,
        y1: below.slice(),
        length: learningRates.length,
        color: outcomes[outcome].color,
        isFaded: isFaded(data, outcome),
        data: { outcome },
      });
    });
    return [
      ...areas,
      kit.rule({
        name: 'gd-limits',
        panel,
        x: data.hidesLimits ? [] : limits.map(({ predicted }) => predicted),
        look: 'gd-threshold',
        isOnColor: true,
        above: 4,
      }),
      kit.rule({ name: 'gd-selection', panel, x: [selected], look: 'gd-selected', isOnColor: true }),
    ];
  });
  frame.draw(
    marks,
    readRates(frame, {
      name: say(onRate ? 'pickRate' : 'readRates'),
      rates: Array.from(learningRates),
      inHand: selected,
      onPick: onRate,
      onDrag: onRate,
      read: (i) =>
        optimizers.flatMap(({ optimizer, fractions }) => [
          ...(optimizers.length > 1 ? [{ text: optimizer }] : []),
          ...sharesAt(outcomes, fractions, i),
        ]),
    }),
  );
}

/** The smallest and the largest limit: those that are told apart in the picture. */
function noteOf(limits: RateShares['limits']): string {
  if (limits.length === 0) return say('noLimit');
  const sorted = [...limits].sort((a, b) => a.predicted - b.predicted);
  const ends =
    sorted.length > 1 && sorted.at(-1)!.predicted > 1.02 * sorted[0].predicted
      ? [sorted[0], sorted.at(-1)!]
      : [sorted[0]];
  return say('limits', { limits: ends.map(limitText).join('; ') });
}

function limitText({ predicted, measured }: RateShares['limits'][number]): string {
  const theory = kit.formatLimit(predicted);
  return measured === null
    ? theory
    : kit.chartWords('measured', {
        theory,
        rate: kit.formatLimit(measured, 3),
        deviation: kit.formatDeviation(measured, predicted),
      });
}

/** How many starts end where, over the learning rate. */
export const rates: kit.Chart<RatesData> = {
  draw,
  summarize({ learningRates, optimizers, outcomes, hidesLimits }) {
    const last = learningRates.length - 1;
    const at = (fractions: readonly Float64Array[], i: number) =>
      outcomes
        .flatMap(({ label }, o) =>
          fractions[o][i] > 0
            ? [kit.chartWords('outcomeWithShare', { outcome: label, share: kit.formatShare(fractions[o][i]) })]
            : [],
        )
        .join(', ');
    return optimizers
      .map(({ optimizer, fractions, limits }) =>
        say(hidesLimits ? 'ratesOnly' : 'ratesSummary', {
          optimizer,
          low: kit.formatNumber(learningRates[0]),
          first: at(fractions, 0),
          high: kit.formatNumber(learningRates[last]),
          last: at(fractions, last),
          limits: noteOf(limits),
        }),
      )
      .join(' ');
  },
  table({ learningRates, optimizers, outcomes }) {
    const columns = optimizers.flatMap(({ optimizer, fractions }) =>
      outcomes.map((outcome, i) => [`${optimizer}: ${nameOf(outcome)}`, fractions[i]] as const),
    );
    return { 'learning rate': learningRates, ...Object.fromEntries(columns) };
  },
  facts: ({ optimizers, outcomes }) => ({
    limits: optimizers.map(({ optimizer, limits }) => ({
      optimizer,
      limits: limits.map(({ outcome, predicted, measured }) => ({
        minimum: nameOf(outcomes[outcome]),
        predicted,
        measured,
      })),
    })),
  }),
};
