import * as kit from '../../charts/kit';
import { beyondMark } from '../../charts/rate-limit';
import { linearSpaced } from '../../math/spacing';
import type { StochasticGradientProblem } from './problem';
import type { StochasticGradientResult } from './run';
import { format, FULL, MEAN } from './shown';
import { isSure, RATES, spanOf, type Stationary } from './sweep';
import { say } from './words';

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

/** The spread that a constant rate keeps, over the rate: predicted and measured, with both limits. */
export const stationary: kit.Chart<StationaryData> = {
  draw(container, data) {
    const { problem, stationary: sweep, rate, hidesTheory, onRate } = data;
    const shown = <Part>(parts: readonly Part[]) => (hidesTheory ? [] : parts);
    const { limits } = problem;
    const [low, high] = spanOf(problem);
    const at = linearSpaced(low, limits.variance, 400).slice(1, -1);
    const predicted = at.map((one) => problem.stationary(one) ?? NaN);
    const hasError = (i: number) => isSure(problem, sweep, i);
    // What is beyond the limits goes on growing: the picture ends a little above what the variance is where it exists.
    const floor = (problem.stationary(sweep.rates[0]) ?? 1) / 3;
    const domain: kit.Interval = [floor || 1e-3, (problem.stationary(0.97 * limits.variance) || 1) * 30];
    const within = kit.within(domain);
    const ends = (i: number) => [-2, 2].map((times) => within(sweep.measured[i] + times * sweep.errors[i]));
    const all = sweep.rates.map((_, i) => i);
    const isBeyond = (i: number) => sweep.haveDiverged[i] || sweep.measured[i] > domain[1];
    const onScale = all.filter((i) => !isBeyond(i) && sweep.measured[i] >= domain[0]);
    const beyond = all.filter(isBeyond);
    const parts = { sure: onScale.filter(hasError), unsure: onScale.filter((i) => !hasError(i)) };
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        ...shown([{ label: say('predicted'), color: FULL, look: 'gd-dashed' }]),
        { label: say('measuredWithError'), color: MEAN },
        { label: say('withoutError'), color: '--gd-diverged' },
        ...(beyond.length > 0 ? [{ label: say('beyond'), color: '--gd-diverged' }] : []),
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
          y: parts.sure.map((i) => sweep.measured[i]),
          length: parts.sure.length,
          radius: 3.2,
          color: MEAN,
        }),
        kit.dots({
          name: 'gd-unsure',
          x: parts.unsure.map((i) => sweep.rates[i]),
          y: parts.unsure.map((i) => sweep.measured[i]),
          length: parts.unsure.length,
          radius: 3.2,
          color: '--gd-diverged',
          isHollow: true,
        }),
        beyondMark(
          frame,
          beyond.map((i) => sweep.rates[i]),
          beyond.length,
        ),
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
              text: say('varianceLimit', { rate: kit.formatLimit(limits.variance) }),
              x: limits.variance,
              dx: -6,
              top: -6,
              anchor: 'end',
              look: 'gd-strong',
            },
            {
              text: say('meanLimit', { rate: kit.formatLimit(limits.mean) }),
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
          const measured = sweep.haveDiverged[i]
            ? say('noneDiverged')
            : hasError(i)
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
    const { limits, hasNoise, hasOneLimit } = problem;
    const { predicted, measured } = result.stationaryVariance;
    const { learningRate, replicas: count, iterations } = result.parameters;
    const digits = Math.max(...[limits.variance, limits.mean].map((limit) => kit.digitsApart(learningRate, limit)));
    const at = {
      rate: kit.formatNumber(learningRate, digits),
      steps: iterations,
      measured: measured !== null ? format(measured) : say(count === 1 ? 'noneOfOne' : 'noneDiverged'),
    };
    if (hidesTheory)
      return count === 1
        ? say('oneAlone')
        : say(hasNoise && predicted !== null ? 'stationaryAlone' : 'settlingAlone', at);
    return [
      say(hasNoise ? 'staysNoisy' : 'settles', { variance: kit.formatLimit(limits.variance, digits) }),
      hasOneLimit ? say('notEvenMean') : say('onlyMeanTo', { mean: kit.formatLimit(limits.mean, digits) }),
      predicted !== null
        ? say('varianceHere', { ...at, predicted: format(hasNoise ? predicted : 0) })
        : say(learningRate < limits.mean ? 'growsHere' : 'fliesHere', at),
    ].join(' ');
  },
  table({ problem, stationary: sweep }) {
    const { rates, measured, errors } = sweep;
    return {
      learningRate: rates,
      predicted: rates.map((rate) => problem.stationary(rate) ?? ''),
      measured: measured.map((variance, i) => (sweep.haveDiverged[i] ? '' : variance)),
      standardError: errors.map((error, i) => (isSure(problem, sweep, i) ? error : '')),
    };
  },
  facts: ({ problem: { limits }, stationary: { steps, replicas: count } }) => ({ limits, steps, replicas: count }),
};
