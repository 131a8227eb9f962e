import * as kit from '../../charts/kit';
import { say } from './words';

/** Quantiles of the loss over the iterations, with one optimizer. */
export interface LossBands {
  optimizer: string;
  color: string;
  /** By quantile, a loss at each of the iterations; Infinity where that many have diverged. */
  quantiles: readonly Float64Array[];
}

export interface LossData {
  at: readonly number[];
  bands: readonly LossBands[];
  /** The lowest loss there is, as far as that is known: what is drawn is how far above it runs are. */
  lowest: number | undefined;
  iteration: number;
  learningRate: number;
  onStep?(iteration: number): void;
}

/** The middle one is the median. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];
const MEDIAN = 2;
/** Beside the greatest loss, less than that is drawn as that. */
const FLOOR = 1e-9;

function draw(container: HTMLElement, data: LossData & { width?: number }): void {
  const { at, bands, lowest, iteration, learningRate, onStep } = data;
  const root = kit.chartRoot(container);
  kit.drawKey(root, {
    entries: bands.map(({ optimizer, color }) => ({ label: optimizer, color, look: 'gd-heavy' })),
  });
  const above = (loss: number) => loss - (lowest ?? 0);
  const all = bands.flatMap(({ quantiles }) => quantiles.flatMap((values) => Array.from(values, above)));
  const finite = all.filter(Number.isFinite);
  const top = Math.max(
    ...finite.filter((_, i) => i % at.length === 0),
    ...bands.map(({ quantiles }) => above(quantiles.at(-1)![0])).filter(Number.isFinite),
  );
  const isLog = lowest !== undefined && top > 0;
  const positive = finite.filter((value) => value > FLOOR * top);
  const domain: kit.Interval = isLog
    ? [Math.min(top / 3, ...positive) * 0.7, top * 2]
    : [Math.min(...finite), top + 0.05 * Math.abs(top - Math.min(...finite)) || 1];
  const inside = kit.within(domain);
  const y = (value: number) => inside(above(value));
  const title = say(lowest === undefined || lowest === 0 ? 'lossAxis' : 'lossAboveAxis', {
    lowest: kit.formatNumber(lowest ?? 0),
  });
  const frame = kit.cartesian(root, {
    width: data.width,
    x: { scale: 'sqrt', domain: [0, at.at(-1)!], title: kit.chartWords('iterationAxis'), isWhole: true },
    y: {
      scale: isLog ? 'log' : 'linear',
      domain,
      title: isLog ? kit.chartWords('onLogScale', { title }) : title,
      grid: true,
    },
    height: [200, 0.34, 320],
    note: kit.chartWords('learningRate', { rate: kit.formatRate(learningRate) }),
    summary: loss.summarize(data),
  });
  const k = (i: number) => at[i];
  const { length } = at;
  frame.draw(
    [
      ...bands.flatMap(({ color, quantiles }) =>
        [
          [0, 4, 0.12],
          [1, 3, 0.2],
        ].map(([low, high, opacity]) =>
          kit.area({
            name: 'gd-bands',
            x: k,
            y0: (i) => y(quantiles[low][i]),
            y1: (i) => y(quantiles[high][i]),
            length,
            color,
            opacity,
          }),
        ),
      ),
      ...bands.map(({ color, quantiles }) =>
        kit.line({ name: 'gd-median', x: k, y: (i) => y(quantiles[MEDIAN][i]), length, color, look: 'gd-heavy' }),
      ),
      kit.rule({ name: 'gd-iteration', x: [iteration], look: 'gd-hair', below: 4 }),
    ],
    kit.scrub({
      name: say(onStep ? 'pickLoss' : 'readLoss'),
      last: length - 1,
      initial: nearest(at, iteration),
      at: (px) => nearest(at, frame.x.invert(px)),
      value: (position) => at[Math.round(position)],
      pick: onStep && ((position) => onStep(at[Math.round(position)])),
      read(position) {
        const i = Math.round(position);
        return {
          x: frame.x(at[i]),
          lines: [
            { text: say('atIteration', { iteration: kit.formatCount(at[i]) }) },
            ...bands.map(({ optimizer, color, quantiles }) => ({
              text: say('losses', {
                optimizer,
                median: lossText(quantiles[MEDIAN][i], lowest),
                low: lossText(quantiles[0][i], lowest),
                high: lossText(quantiles[4][i], lowest),
              }),
              color: kit.color(color),
            })),
          ],
        };
      },
    }),
  );
}

/** A loss in words. Nothing lies below the lowest one: what seems to is a rounding error. */
const lossText = (value: number, lowest = -Infinity) =>
  value === Infinity ? kit.chartWords('diverged') : kit.formatNumber(Math.max(value, lowest));
const nearest = (at: readonly number[], k: number) =>
  at.reduce((best, one, i) => (Math.abs(one - k) < Math.abs(at[best] - k) ? i : best), 0);

/** The loss of the population over the iterations: its median, and between which losses half of the runs are, and nine in ten. */
export const loss: kit.Chart<LossData> = {
  draw,
  summarize({ at, bands, lowest, learningRate }) {
    const last = at.length - 1;
    const ends = bands.map(({ optimizer, quantiles }) =>
      say('medianFalls', {
        optimizer,
        first: lossText(quantiles[MEDIAN][0], lowest),
        last: lossText(quantiles[MEDIAN][last], lowest),
        low: lossText(quantiles[0][last], lowest),
        high: lossText(quantiles[4][last], lowest),
      }),
    );
    return say('lossSummary', {
      rate: kit.formatRate(learningRate),
      iterations: kit.formatCount(at[last]),
      ends: ends.join('; '),
    });
  },
  table({ at, bands }) {
    const columns = bands.flatMap(({ optimizer, quantiles }) =>
      QUANTILES.map((share, i) => [`${optimizer}: ${100 * share} %`, quantiles[i]] as const),
    );
    return { iteration: at, ...Object.fromEntries(columns) };
  },
};
