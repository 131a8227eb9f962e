import * as kit from '../../charts/kit';
import type { Engine, RunOptions } from '../../engine/contract';
import { replicas } from '../../engine/replicas';
import { drawBatch, Draws, STREAM_EXAMPLES } from '../../math/minibatch';
import { part } from '../experiment';
import type { StochasticGradientProblem } from './problem';
import { drawTask, STREAM_AT_THETA, type StochasticGradientResult } from './run';
import { EXAMPLE, format, FULL, MEAN } from './shown';
import { say } from './words';

/** Drawn gradients in bins, and how far means of more and more draws are from the full gradient. */
export interface Estimate {
  low: number;
  high: number;
  counts: number[];
  drawn: number;
  errors: { draws: number; means: number[] }[];
}

export interface EstimateData {
  problem: StochasticGradientProblem;
  result: StochasticGradientResult;
  estimate: Estimate;
  /** What is predicted of the error is not told. */
  hidesTheory?: boolean;
}

const BINS = 61;
/** The most gradients in the histogram, and the most examples that they are of: more do not change what is seen. */
const MOST_DRAWN = 20_000;
const MOST_EXAMPLES = 200_000;
/** Means of as many draws, each of other ones. */
const MEANS = 24;
/** All of them together at most; of more draws there are fewer means. */
const MOST_DRAWS = 2 ** 21;
const GROWTH = 4;

/** Draws gradients on the page for the histogram, and means of many on the engine. */
export async function estimateOf(
  problem: StochasticGradientProblem,
  engine: Engine,
  options: RunOptions,
): Promise<Estimate> {
  const { replicas: most } = problem.parameters;
  const sizes: number[] = [];
  for (let size = 1; 2 * size < most; size *= GROWTH) sizes.push(size);
  sizes.push(most);
  const errors: Estimate['errors'] = [];
  for (const [i, draws] of sizes.entries()) {
    const means = Math.max(1, Math.min(MEANS, Math.floor(MOST_DRAWS / draws)));
    const task = drawTask(problem, { replicas: draws, learningRates: Array<number>(means).fill(-1) });
    const result = await engine.run(replicas, task, part(options, i / sizes.length, (i + 1) / sizes.length));
    // Of each mean there are two iterates: the first is 0.
    errors.push({ draws, means: Array.from({ length: means }, (_, row) => result.means[2 * row + 1]) });
  }
  return { ...histogramOf(problem), errors };
}

/** The first gradients that the replicas drew, drawn once more. */
function histogramOf({ parameters: p, gradients }: StochasticGradientProblem): Omit<Estimate, 'errors'> {
  const drawn = Math.min(p.replicas, MOST_DRAWN, Math.ceil(MOST_EXAMPLES / p.batch));
  const draws = new Draws(p.seed, STREAM_EXAMPLES + STREAM_AT_THETA);
  const batch = new Uint32Array(p.batch);
  const [least, greatest] = [Math.min(...gradients), Math.max(...gradients)];
  const room = (greatest - least || Math.abs(least) || 1) / (BINS - 1) / 2;
  const [low, high] = [least - room, greatest + room];
  const counts = Array<number>(BINS).fill(0);
  for (let replica = 0; replica < drawn; replica++) {
    draws.begin(replica);
    drawBatch(draws, gradients.length, p.replacement === 'with', batch);
    let sum = 0;
    for (const i of batch) sum += gradients[i];
    const place = Math.floor(((sum / batch.length - low) / (high - low)) * BINS);
    counts[Math.max(0, Math.min(BINS - 1, place))]++;
  }
  return { low, high, counts, drawn };
}

/** The root mean square of the errors of as many draws. */
const rootMeanSquare = ({ means }: Estimate['errors'][number], full: number) =>
  Math.sqrt(means.reduce((sum, mean) => sum + (mean - full) ** 2, 0) / means.length);

function drawHistogram(parent: HTMLElement, { problem, result, estimate }: EstimateData, width: number | undefined) {
  const { low, high, counts, drawn } = estimate;
  const { full } = problem;
  const size = (high - low) / BINS;
  const greatest = Math.max(...counts) / drawn;
  const frame = kit.cartesian(parent, {
    width,
    height: [130, 0.22, 190],
    x: { domain: [low - 2 * size, high + 2 * size], title: say('drawnAxis') },
    y: {
      domain: [0, greatest * 1.15],
      title: say('shareAxis'),
      format: (share) => kit.formatPercent(Number((100 * share).toPrecision(3))),
      grid: true,
    },
    note:
      result.standardError === null
        ? say('drawnOne', { value: kit.formatNumber(result.sampleMean, 5) })
        : say('meanAt', {
            mean: kit.formatNumber(result.sampleMean, 5),
            error: kit.formatNumber(result.standardError, 2),
          }),
    summary: estimateChart.summarize({ problem, result, estimate }),
  });
  const isLeft = full < (low + high) / 2;
  frame.draw(
    [
      kit.bars({
        length: BINS,
        x0: (i) => low + i * size,
        x1: (i) => low + (i + 1) * size,
        y1: (i) => counts[i] / drawn,
        color: EXAMPLE,
        least: [3, 0],
      }),
      kit.rule({ name: 'gd-full', x: [full], look: 'gd-threshold' }),
      kit.labels('gd-names', [
        {
          text: say('fullAt', { value: kit.formatNumber(full, 5) }),
          x: full,
          top: 10,
          dx: isLeft ? 6 : -6,
          anchor: isLeft ? 'start' : 'end',
          look: 'gd-strong',
        },
      ]),
    ],
    kit.scrub({
      name: say('readDrawn'),
      last: BINS - 1,
      initial: Math.floor(((full - low) / (high - low)) * BINS),
      at: (px) => Math.floor((frame.x.invert(px) - low) / size),
      read(place) {
        const bin = Math.max(0, Math.min(BINS - 1, Math.round(place)));
        const [from, to] = [low + bin * size, low + (bin + 1) * size].map(format);
        return {
          x: frame.x(low + (bin + 0.5) * size),
          lines: [{ text: say('drawnIn', { low: from, high: to, share: kit.formatShare(counts[bin] / drawn) }) }],
        };
      },
    }),
  );
}

function drawErrors(
  parent: HTMLElement,
  { problem, estimate, hidesTheory }: EstimateData,
  width: number | undefined,
): void {
  const { full, variance } = problem;
  const { errors } = estimate;
  const sigma = Math.sqrt(variance);
  const predicted = errors.map(({ draws }) => sigma / Math.sqrt(draws));
  const all = errors.flatMap(({ draws, means }) => means.map((mean) => ({ draws, error: Math.abs(mean - full) })));
  const domain: kit.Interval = [predicted.at(-1)! / 30, 4 * predicted[0]];
  const within = kit.within(domain);
  kit.drawKey(parent, {
    entries: [
      { label: say('measuredErrors'), color: EXAMPLE },
      { label: say('rootMeanSquare'), color: MEAN },
      ...(hidesTheory ? [] : [{ label: say('theory'), color: FULL, look: 'gd-dashed' }]),
    ],
  });
  const most = errors.at(-1)!.draws;
  const frame = kit.cartesian(parent, {
    width,
    height: [170, 0.3, 260],
    x: { domain: [0.8, Math.max(2, 1.25 * most)], scale: 'log', title: say('drawsAxis') },
    y: { domain, scale: 'log', title: say('errorAxis'), grid: true },
    summary: say('readErrors'),
  });
  frame.draw(
    [
      kit.line({
        name: 'gd-theory',
        x: errors.map(({ draws }) => draws),
        y: predicted,
        length: hidesTheory ? 0 : errors.length,
        color: FULL,
        look: 'gd-dashed',
      }),
      kit.dots({
        x: all.map(({ draws }) => draws),
        y: all.map(({ error }) => within(error)),
        length: all.length,
        radius: 2.2,
        color: EXAMPLE,
      }),
      kit.dots({
        name: 'gd-root-mean-squares',
        x: errors.map(({ draws }) => draws),
        y: errors.map((one) => within(rootMeanSquare(one, full))),
        length: errors.length,
        radius: 4.5,
        color: MEAN,
        stroke: '--gd-surface',
      }),
    ],
    kit.scrub({
      name: say('readErrors'),
      last: errors.length - 1,
      initial: 0,
      at: (px) => {
        const distances = errors.map(({ draws }) => Math.abs(frame.x(draws) - px));
        return distances.indexOf(Math.min(...distances));
      },
      value: (place) => errors[Math.round(place)].draws,
      read(place) {
        const i = Math.round(place);
        const words = { measured: format(rootMeanSquare(errors[i], full)), predicted: format(predicted[i]) };
        return {
          x: frame.x(errors[i].draws),
          lines: [
            { text: say('draws', { count: errors[i].draws }) },
            { text: say(hidesTheory ? 'measuredAlone' : 'errorIs', words), color: kit.color(MEAN) },
          ],
        };
      },
    }),
  );
}

/** The gradients that were drawn, and how the error of their mean falls. */
export const estimateChart: kit.Chart<EstimateData> = {
  draw(container, data) {
    const root = kit.chartRoot(container);
    drawHistogram(kit.one(root, 'div', 'gd-drawn'), data, data.width);
    const errors = kit.one<HTMLElement>(root, 'div', 'gd-errors');
    // Where all gradients are the same there is no error.
    errors.hidden = data.problem.variance === 0;
    if (errors.hidden) errors.replaceChildren();
    else drawErrors(errors, data, data.width);
  },
  summarize({ problem: { parameters, full, variance }, result: { sampleMean, standardError }, hidesTheory }) {
    const theta = format(parameters.theta);
    if (variance === 0) return say('estimateExact', { theta, full: format(full) });
    const drawn = {
      theta,
      mean: kit.formatNumber(sampleMean, 5),
      full: kit.formatNumber(full, 5),
    };
    if (standardError === null) return say('estimateOfOne', drawn);
    const measured = say('estimateSummary', {
      ...drawn,
      count: kit.formatCount(parameters.replicas),
      error: kit.formatNumber(standardError, 2),
      deviation: kit.formatNumber(standardError > 0 ? Math.abs(sampleMean - full) / standardError : NaN, 2),
    });
    return hidesTheory ? measured : `${measured} ${say('errorLaw')}`;
  },
  table: ({ problem: { full, variance }, estimate: { errors } }) => ({
    draws: errors.map(({ draws }) => draws),
    means: errors.map(({ means }) => means.length),
    rootMeanSquareError: errors.map((one) => rootMeanSquare(one, full)),
    predicted: errors.map(({ draws }) => Math.sqrt(variance / draws)),
  }),
  facts: ({ estimate: { low, high, counts } }) => ({ histogram: { low, high, counts } }),
};
