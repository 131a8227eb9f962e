import * as kit from '../../charts/kit';
import type { StochasticGradientProblem } from './problem';
import { SHARES, type StochasticGradientRun } from './run';
import { EXAMPLE, format, FULL, MEAN } from './shown';
import { say } from './words';

export interface PathsData {
  problem: StochasticGradientProblem;
  run: StochasticGradientRun;
  /** The learning rate in hand: the theory is of this one, and measured is what was computed last. */
  rate: number;
  /** What is predicted of the variance is not told. */
  hidesTheory?: boolean;
}

const VARIANCE_LEAST = 1e-12;

const formatAt = (values: ArrayLike<number>, i: number) => format(values[i]);

/** The replicas as bands over the iterations, beside descent with the full gradient, and below their variance. */
export const paths: kit.Chart<PathsData> = {
  draw(container, data) {
    const { problem, run, rate, hidesTheory } = data;
    const { parameters: measured, bands } = run.result;
    const isCurrent = measured.learningRate === rate;
    const { k } = bands;
    const quantile = (share: number) => (frame: number) => run.quantiles[frame * SHARES.length + share];
    const { means, variances } = problem.exact(rate);
    const iterations = means.length - 1;
    const last = k.at(-1)!;
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        { label: say('bands'), color: EXAMPLE },
        { label: say('median'), color: EXAMPLE, look: '' },
        { label: say('meanOfReplicas'), color: MEAN, look: 'gd-heavy' },
        { label: say('fullBatch'), color: FULL, look: 'gd-dashed' },
      ],
    });
    const inSight = (values: Iterable<number>) => {
      const reach = 3 * Math.abs(measured.theta - problem.minimizer);
      const bound = Math.max(reach, 8 * Math.sqrt(problem.stationary(rate) ?? 0)) || 1;
      return Array.from(values, (value) => kit.within([problem.minimizer - bound, problem.minimizer + bound])(value));
    };
    const seen = inSight([...k.flatMap((_, frame) => [quantile(0)(frame), quantile(4)(frame)]), ...means]);
    const { domain } = kit.valueDomain([...seen.map((value) => value - problem.minimizer)]);
    const weights: kit.Interval = [
      Math.min(...seen) - 0.05 * (domain[1] - domain[0]),
      Math.max(...seen) + 0.05 * (domain[1] - domain[0]),
    ];
    const positive = [...bands.variance, ...variances].filter(
      (value) => value > VARIANCE_LEAST * problem.moments.noise && value < problem.far ** 2,
    );
    const varianceDomain: kit.Interval =
      positive.length > 0 ? [Math.min(...positive) / 2, Math.max(...positive) * 2] : [0.1, 1];
    const frame = kit.cartesian(root, {
      width: data.width,
      x: { domain: [0, Math.max(last, iterations)], scale: 'sqrt', title: say('iterationAxis'), isWhole: true },
      panels: [
        {
          y: { domain: weights, title: say('weightUp'), grid: true },
          height: [200, 0.32, 300],
          note: isCurrent ? '' : say('onTheWay', { rate: format(rate) }),
        },
        { y: { domain: varianceDomain, scale: 'log', title: say('varianceUp'), grid: true }, height: [110, 0.16, 150] },
      ],
      summary: paths.summarize(data),
    });
    const [upper, lower] = frame.panels;
    // What flies off goes from side to side: its path ends where it leaves the picture.
    const leaves = means.findIndex((mean) => mean < weights[0] || mean > weights[1]);
    const opacities = isCurrent ? [0.25, 0.5] : [0.1, 0.2];
    const predicted = hidesTheory ? null : problem.stationary(rate);
    const band = (low: number, high: number, opacity: number) =>
      kit.area({
        name: `gd-band-${low}`,
        panel: upper,
        x: k,
        y0: quantile(low),
        y1: quantile(high),
        length: k.length,
        color: EXAMPLE,
        opacity,
      });
    frame.draw(
      [
        kit.rule({ name: 'gd-minimum', panel: upper, y: [problem.minimizer], look: 'gd-hair' }),
        band(0, 4, opacities[0]),
        band(1, 3, opacities[1]),
        kit.line({ name: 'gd-median', panel: upper, x: k, y: quantile(2), length: k.length, color: EXAMPLE }),
        kit.line({
          name: 'gd-mean',
          panel: upper,
          x: k,
          y: bands.mean,
          length: k.length,
          color: MEAN,
          look: 'gd-heavy',
          isFaded: !isCurrent,
        }),
        kit.line({
          name: 'gd-full',
          panel: upper,
          y: means,
          length: leaves < 0 ? means.length : leaves + 1,
          color: FULL,
          look: 'gd-dashed',
        }),
        kit.line({
          name: 'gd-variance',
          panel: lower,
          x: k,
          y: bands.variance,
          length: k.length,
          color: MEAN,
          look: 'gd-heavy',
          isFaded: !isCurrent,
        }),
        kit.line({
          name: 'gd-exact',
          panel: lower,
          y: variances,
          length: hidesTheory ? 0 : variances.length,
          color: FULL,
          look: 'gd-dashed',
        }),
        kit.rule({ name: 'gd-stationary', panel: lower, y: predicted === null ? [] : [predicted], look: 'gd-hair' }),
        kit.labels(
          'gd-names',
          [
            {
              text: predicted === null ? '' : say('stationaryAt', { value: format(predicted) }),
              right: 4,
              y: predicted ?? 1,
              dy: 14,
              anchor: 'end',
            },
          ],
          lower,
        ),
        kit.labels(
          'gd-minimum-name',
          [
            {
              text: say('minimizer', { place: format(problem.minimizer) }),
              right: 4,
              y: problem.minimizer,
              dy: -5,
              anchor: 'end',
            },
          ],
          upper,
        ),
      ],
      kit.scrub({
        name: say('readPaths'),
        last: k.length - 1,
        initial: k.length - 1,
        at: (px) => Math.round(frame.x.invert(px) / (k[1] ?? 1)),
        value: (place) => k[Math.round(place)],
        read(place) {
          const i = Math.max(0, Math.min(k.length - 1, Math.round(place)));
          const [mean, variance] = [bands.mean, bands.variance].map((values) => formatAt(values, i));
          return {
            x: frame.x(k[i]),
            lines: [
              { text: say('iteration', { k: kit.formatCount(k[i]) }) },
              { text: say('meanIs', { mean, full: formatAt(means, k[i]) }), color: kit.color(MEAN) },
              {
                text: say('halfIs', { low: format(quantile(1)(i)), high: format(quantile(3)(i)) }),
                color: kit.color(EXAMPLE),
              },
              {
                text: say(hidesTheory ? 'varianceAlone' : 'varianceIs', {
                  measured: variance,
                  exact: formatAt(variances, k[i]),
                }),
              },
            ],
          };
        },
      }),
    );
  },
  summarize({ problem, run: { result, quantiles } }) {
    const { parameters: p, bands, diverged, firstDiverged } = result;
    const last = bands.k.at(-1)!;
    const row = quantiles.length - SHARES.length;
    const ends = {
      rate: format(p.learningRate),
      theta: format(p.theta),
      iterations: last,
      mean: format(bands.mean.at(-1)!),
      full: format(problem.exact(p.learningRate).means[last]),
    };
    const words =
      p.replicas === 1
        ? say('pathOfOne', ends)
        : say('pathsSummary', {
            ...ends,
            count: kit.formatCount(p.replicas),
            low: format(quantiles[row + 1]),
            high: format(quantiles[row + 3]),
            variance: format(bands.variance.at(-1)!),
          });
    if (firstDiverged === null) return words;
    const those =
      diverged === p.replicas
        ? say('allDiverged', { rate: ends.rate, iteration: firstDiverged })
        : say('someDiverged', {
            rate: ends.rate,
            diverged: kit.formatCount(diverged),
            count: kit.formatCount(p.replicas),
            iteration: firstDiverged,
          });
    return last === 0 ? those : `${those} ${say('before')} ${words}`;
  },
  table: ({ problem, run: { result, quantiles } }) => {
    const { means, variances } = problem.exact(result.parameters.learningRate);
    const { k, mean, variance } = result.bands;
    return {
      iteration: k,
      mean,
      fullBatch: k.map((at) => means[at]),
      variance,
      exactVariance: k.map((at) => variances[at]),
      ...Object.fromEntries(
        SHARES.map((share, i) => [`quantile${100 * share}`, k.map((_, frame) => quantiles[frame * SHARES.length + i])]),
      ),
    };
  },
};
