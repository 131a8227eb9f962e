import * as kit from '../../charts/kit';
import type { Engine, RunOptions } from '../../engine/contract';
import { replicas } from '../../engine/replicas';
import { linearMidpoints, linearSpaced } from '../../math/spacing';
import type { StochasticGradientProblem } from './problem';
import { errorOfVariance, taskOf, type StochasticGradientResult } from './run';
import { format, FULL, MEAN } from './shown';
import { say } from './words';

/** The variance that replicas keep at each of some learning rates. */
export interface Stationary {
  rates: number[];
  measured: number[];
  errors: number[];
  steps: number;
  replicas: number;
}

export interface StationaryData {
  problem: StochasticGradientProblem;
  result: StochasticGradientResult;
  stationary: Stationary;
  /** In hand. */
  rate: number;
  /** The limits and the predicted variance are not told. */
  hidesTheory: boolean;
  onRate?(rate: number): void;
}

const RATES = 32;
/** Fewer would tell nothing of how sure a variance is. */
const FEWEST_REPLICAS = 100;
const MOST_REPLICAS = 2048;
const STEPS = 200;
/** Draws of all replicas together at most: large batches have fewer replicas. */
const MOST_DRAWS = 2 ** 26;
/** The picture spans a little more than the rates at which the mean converges. */
const REACH = 1.15;

/** The rates that the picture and the slider span. */
export const spanOf = ({ limits }: StochasticGradientProblem): kit.Interval => [0, REACH * limits.mean];

/** The last of each engine: it does not depend on the learning rate in hand. */
const known = new WeakMap<Engine, { key: string; stationary: Stationary }>();

/** Lets replicas descend at rates from near 0 to beyond both limits, until they have forgotten the start. */
export async function stationaryOf(
  problem: StochasticGradientProblem,
  engine: Engine,
  options: RunOptions,
): Promise<Stationary> {
  const { points, batch, replacement, seed, theta, replicas: most } = problem.parameters;
  const key = JSON.stringify([points, batch, replacement, seed, theta, most]);
  const last = known.get(engine);
  if (last?.key === key) return last.stationary;
  const rates = Array.from(linearMidpoints(...spanOf(problem), RATES));
  const count = Math.max(
    FEWEST_REPLICAS,
    Math.min(most, MOST_REPLICAS, Math.floor(MOST_DRAWS / (RATES * STEPS * batch))),
  );
  const task = {
    ...taskOf(problem),
    learningRates: rates,
    replicas: count,
    iterations: STEPS,
    every: STEPS,
    stream: 2,
  };
  const { variances, fourths } = await engine.run(replicas, task, options);
  const rows = rates.map((_, i) => 2 * i + 1);
  const stationary = {
    rates,
    measured: rows.map((row) => variances[row]),
    errors: rows.map((row) => errorOfVariance(variances[row], fourths[row], count)),
    steps: STEPS,
    replicas: count,
  };
  known.set(engine, { key, stationary });
  return stationary;
}

/** The spread that a constant rate keeps, over the rate: predicted and measured, with both limits. */
export const stationary: kit.Chart<StationaryData> = {
  draw(container, data) {
    const { problem, stationary: sweep, rate, hidesTheory, onRate } = data;
    const shown = <Part>(parts: readonly Part[]) => (hidesTheory ? [] : parts);
    const { limits } = problem;
    const [low, high] = spanOf(problem);
    const at = linearSpaced(low, limits.variance, 400).slice(1, -1);
    const predicted = at.map((one) => problem.stationary(one) ?? NaN);
    const hasError = (i: number) => limits.error !== undefined && sweep.rates[i] < limits.error;
    // What is beyond the limits goes on growing: the picture ends a little above what the variance is where it exists.
    const floor = (problem.stationary(sweep.rates[0]) ?? 1) / 3;
    const domain: kit.Interval = [floor || 1e-3, (problem.stationary(0.97 * limits.variance) || 1) * 30];
    const within = kit.within(domain);
    const ends = (i: number) => [-2, 2].map((times) => within(sweep.measured[i] + times * sweep.errors[i]));
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        ...shown([{ label: say('predicted'), color: FULL, look: 'gd-dashed' }]),
        { label: say('measuredWithError'), color: MEAN },
        { label: say('withoutError'), color: '--gd-diverged' },
      ],
    });
    // Both limits have their names side by side where there is room.
    const isNarrow = kit.widthOf(container, data.width) < 560;
    const frame = kit.cartesian(root, {
      width: data.width,
      height: [240, 0.42, 360],
      x: { domain: [low, high], title: say('rateAxis') },
      y: { domain, scale: 'log', title: say('keptVariance'), grid: true },
      room: isNarrow ? 34 : 18,
      summary: stationary.summarize(data),
    });
    const all = sweep.rates.map((_, i) => i);
    const parts = { sure: all.filter(hasError), unsure: all.filter((i) => !hasError(i)) };
    const nearest = Math.round(kit.within([0, RATES - 1])((rate / high) * RATES - 0.5));
    const value = hidesTheory ? sweep.measured[nearest] : problem.stationary(rate);
    const place = within(value ?? domain[1]);
    frame.draw(
      [
        kit.band({ x: shown([[limits.variance, limits.mean]] as const), color: '--gd-diverged', opacity: 0.08 }),
        kit.band({
          name: 'gd-nothing',
          x: shown([[limits.mean, high]] as const),
          color: '--gd-diverged',
          opacity: 0.2,
        }),
        kit.rule({ name: 'gd-limits', x: shown([limits.variance, limits.mean]), look: 'gd-threshold', above: 4 }),
        kit.shapes(
          'gd-errors',
          parts.sure.map((i) => ({
            points: ends(i).map((y) => [sweep.rates[i], y] as const),
            color: MEAN,
            width: 2,
            isOpen: true,
          })),
        ),
        kit.dots({
          name: 'gd-measured',
          x: parts.sure.map((i) => sweep.rates[i]),
          y: parts.sure.map((i) => within(sweep.measured[i])),
          length: parts.sure.length,
          radius: 3.2,
          color: MEAN,
        }),
        kit.dots({
          name: 'gd-unsure',
          x: parts.unsure.map((i) => sweep.rates[i]),
          y: parts.unsure.map((i) => within(sweep.measured[i])),
          length: parts.unsure.length,
          radius: 3.2,
          color: '--gd-diverged',
          isHollow: true,
        }),
        kit.line({
          name: 'gd-predicted',
          x: at,
          y: predicted,
          length: hidesTheory ? 0 : at.length,
          color: FULL,
          look: 'gd-dashed',
        }),
        kit.labels(
          'gd-limit-names',
          shown<kit.Label>([
            {
              text: say('varianceLimit', { rate: format(limits.variance) }),
              x: limits.variance,
              dx: -6,
              top: -6,
              anchor: 'end',
              look: 'gd-strong',
            },
            {
              text: say('meanLimit', { rate: format(limits.mean) }),
              x: limits.mean,
              dx: -6,
              top: isNarrow ? -21 : -6,
              anchor: 'end',
              look: 'gd-strong',
            },
          ]),
        ),
        kit.handles({
          along: 'x',
          stops: 400,
          handles:
            rate <= high
              ? [{ x: rate, y: place, label: say('rateInHand'), text: format(rate), color: '--gd-accent' }]
              : [],
          onMove: onRate && ((_, to) => to > 0 && onRate(to)),
        }),
      ],
      kit.scrub({
        name: say('readRates'),
        last: RATES - 1,
        initial: nearest,
        at: (px) => Math.round((frame.x.invert(px) / high) * RATES - 0.5),
        value: (i) => sweep.rates[Math.round(i)],
        read(position) {
          const i = Math.round(kit.within([0, RATES - 1])(position));
          const exact = problem.stationary(sweep.rates[i]);
          const measured = hasError(i)
            ? `${format(sweep.measured[i])} ± ${kit.formatNumber(sweep.errors[i], 2)}`
            : format(sweep.measured[i]);
          const text = hidesTheory
            ? say('measuredAlone', { measured })
            : exact === null
              ? say('longRunNone', { steps: sweep.steps, measured })
              : say('longRun', { predicted: format(exact), measured });
          return {
            x: frame.x(sweep.rates[i]),
            lines: [{ text: say('rate', { rate: format(sweep.rates[i]) }) }, { text, color: kit.color(MEAN) }],
          };
        },
        pick: onRate && ((i) => onRate(Number(sweep.rates[Math.round(i)].toPrecision(4)))),
      }),
    );
  },
  summarize({ problem, result, hidesTheory }) {
    const { limits } = problem;
    const { predicted, measured } = result.stationaryVariance;
    const at = {
      rate: format(result.parameters.learningRate),
      measured: measured === null ? say('noneOfOne') : format(measured),
    };
    if (hidesTheory) return measured === null ? say('oneAlone') : say('stationaryAlone', at);
    return say('stationarySummary', {
      variance: format(limits.variance),
      mean: format(limits.mean),
      ...at,
      predicted: predicted === null ? say('none') : format(predicted),
    });
  },
  table: ({ problem, stationary: { rates, measured, errors } }) => ({
    learningRate: rates,
    predicted: rates.map((rate) => problem.stationary(rate) ?? ''),
    measured,
    standardError: errors.map((error, i) =>
      problem.limits.error !== undefined && rates[i] < problem.limits.error ? error : '',
    ),
  }),
  facts: ({ problem: { limits }, stationary: { steps, replicas: count } }) => ({ limits, steps, replicas: count }),
};
