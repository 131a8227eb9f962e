import * as kit from '../../charts/kit';
import type { LeastSquaresProblem } from './problem';
import type { Sweep } from './run';
import { DIVERGES, format, SETTLES } from './shown';
import { say } from './words';

export interface RatesData {
  problem: LeastSquaresProblem;
  sweep: Sweep;
  rate: number;
  /** The limit, the measured switch and the growth by theory are not told. */
  hidesTheory: boolean;
  onRate?: (rate: number) => void;
  width?: number;
}

const TOP = 2;
const round = (rate: number) => Number(rate.toPrecision(4));

/** The share of runs that diverged over the learning rate, and by what factor errors grow. */
export const rates: kit.Chart<RatesData> = {
  draw(container, data) {
    const { problem, sweep, rate, onRate, width } = data;
    const { eigenvalues } = problem;
    const limit = data.hidesTheory ? undefined : problem.limit;
    const isPlain = problem.isPlain && !data.hidesTheory;
    const { rates: at } = sweep;
    const [low, high] = [at[0], at[at.length - 1]];
    const predicted = at.map((rate) =>
      eigenvalues.reduce((most, value) => (value > 0 ? Math.max(most, Math.abs(1 - rate * value)) : most), 0),
    );
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        { label: say('divergedShare'), color: DIVERGES, look: 'gd-heavy' },
        { label: say('growingShare'), color: '--gd-minimum-1', look: 'gd-dashed' },
        { label: say('growthLine'), color: SETTLES },
        ...(isPlain ? [{ label: say('predictedLine'), color: '--gd-text', look: '' }] : []),
      ],
    });
    const frame = kit.cartesian(root, {
      width,
      x: { domain: [low, high], title: say('rateAxis'), gap: 4 },
      panels: [
        {
          y: {
            domain: [0, 1],
            title: say('shareAxis'),
            grid: true,
            format: (share) => kit.formatPercent(Math.round(100 * share)),
          },
          height: [110, 0.18, 170],
          room: 16,
        },
        { y: { domain: [0, TOP], title: say('growthAxis'), grid: true }, height: [150, 0.24, 230] },
      ],
      summary: rates.summarize(data),
    });
    const [shares, growth] = frame.panels;
    const seen = at.flatMap((_, i) => (sweep.growth[i] <= TOP ? [i] : []));
    const marked = limit === undefined ? [] : [limit];
    const index = (x: number) => Math.round(((x - low) / (high - low)) * (at.length - 1));
    frame.draw(
      [
        kit.rule({ name: 'gd-one', panel: growth, y: [1], look: 'gd-hair' }),
        ...(isPlain
          ? [
              kit.line({
                name: 'gd-predicted',
                panel: growth,
                x: at,
                y: predicted,
                length: at.length,
                color: '--gd-text',
              }),
            ]
          : []),
        kit.dots({
          name: 'gd-growth',
          panel: growth,
          x: (i) => at[seen[i]],
          y: (i) => sweep.growth[seen[i]],
          length: seen.length,
          radius: 2.2,
          color: (i) => (sweep.growth[seen[i]] > 1 ? DIVERGES : SETTLES),
        }),
        kit.line({
          name: 'gd-diverged',
          panel: shares,
          x: at,
          y: sweep.diverged,
          length: at.length,
          color: DIVERGES,
          look: 'gd-heavy',
        }),
        kit.line({
          name: 'gd-growing',
          panel: shares,
          x: at,
          y: sweep.growing,
          length: at.length,
          color: '--gd-minimum-1',
          look: 'gd-dashed',
        }),
        ...frame.panels.map((panel) =>
          kit.rule({ name: 'gd-limit', panel, x: marked, look: 'gd-threshold', above: 4 }),
        ),
        kit.rule({ name: 'gd-hand', panel: growth, x: [rate], look: 'gd-hair' }),
        kit.labels('gd-notes', [
          {
            text:
              limit === undefined ? '' : say(isPlain ? 'limit' : 'optimizerLimit', { rate: kit.formatLimit(limit) }),
            x: limit ?? low,
            top: -6,
            anchor: 'middle',
            look: 'gd-strong',
          },
        ]),
        kit.handles({
          name: 'gd-rate',
          panel: growth,
          along: 'x',
          step: (high - low) / 400,
          handles: rate >= low && rate <= high ? [{ x: rate, y: 0, label: say('rateInHand'), text: format(rate) }] : [],
          onMove: onRate && ((_, x) => onRate(round(x))),
        }),
      ],
      kit.scrub({
        name: say('readRates'),
        last: at.length - 1,
        initial: Math.max(0, Math.min(at.length - 1, index(rate))),
        at: (px) => index(frame.x.invert(px)),
        value: (i) => at[Math.round(i)],
        read: (position) => {
          const i = Math.round(position);
          const words = {
            rate: format(at[i]),
            diverged: kit.formatShare(sweep.diverged[i]),
            growth: format(sweep.growth[i]),
          };
          return { x: frame.x(at[i]), lines: [{ text: say('ratesRead', words) }] };
        },
        pick: onRate && ((i) => onRate(round(at[Math.round(i)]))),
      }),
    );
  },
  summarize({ problem: { limit }, sweep, hidesTheory }) {
    const { measured, rates: at, diverged } = sweep;
    if (hidesTheory) {
      const [low, high] = [0, at.length - 1].map((i) =>
        say('divergedAt', { rate: format(at[i]), diverged: kit.formatShare(diverged[i]) }),
      );
      return say('sharesOnly', { low, high });
    }
    if (measured === null) return say('noSwitch', { low: format(at[0]), high: format(at[at.length - 1]) });
    if (limit === undefined) return say('switchAlone', { measured: kit.formatLimit(measured) });
    return say('switch', {
      measured: kit.formatLimit(measured),
      limit: kit.formatLimit(limit),
      deviation: kit.formatDeviation(measured, limit),
    });
  },
  table: ({ sweep: { rates: at, diverged, growing, growth } }) => ({ learningRate: at, diverged, growing, growth }),
  facts: ({ sweep: { measured, runs }, problem: { limit } }) => ({
    measuredSwitch: measured,
    limit: limit ?? null,
    runs,
  }),
};
