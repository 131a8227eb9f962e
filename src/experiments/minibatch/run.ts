import type { Engine, EngineInfo, RunOptions } from '../../engine/contract';
import { coverage } from '../../engine/coverage';
import { replicas } from '../../engine/replicas';
import { part, type ResultBase } from '../experiment';
import type { MinibatchParameters } from './parameters';
import {
  neverDrawn,
  predictedVariance,
  rateFactor,
  RULES,
  type MinibatchProblem,
  type Replacement,
  type Rule,
} from './problem';

export interface MinibatchResult extends ResultBase<MinibatchParameters> {
  /** The share of n examples that an epoch of n draws never draws. The standard error is that over epochs; null for fewer than 10. */
  coverage: readonly { n: number; predicted: number; measured: number; standardError: number | null }[];
  /** The variance of a batch's mean. */
  variance: readonly {
    batch: number;
    replacement: Replacement;
    predicted: number;
    measured: number;
    standardError: number | null;
  }[];
  /**
   * The variance of what a step, and all steps of an epoch, add to the weight, with batches `factor` times as large; drawn with
   * replacement, at fixed gradients.
   */
  scaling: readonly {
    rule: Rule;
    factor: number;
    learningRate: number;
    /** In an epoch. */
    steps: number;
    stepVariance: number;
    epochVariance: number;
    predictedStep: number;
    predictedEpoch: number;
  }[];
}

/** The result, and what the pictures need besides it. */
export interface MinibatchRun {
  result: MinibatchResult;
  /** In how many epochs 0, 1, ... of the examples were never drawn. */
  never: Uint32Array;
}

/** Fewer epochs tell no standard error: their own spread is too uncertain, and often 0. */
const FEWEST_EPOCHS = 10;
/** Epochs of the numbers of examples that only the curve is made of. */
const MOST_EPOCHS = 10_000;
/** Draws of the epochs of scaling together: long epochs are measured on fewer of them, but on some. */
const MOST_DRAWS = 2 ** 24;
const LEAST_EPOCHS = 500;
const STREAM_VARIANCE = 1000;
const STREAM_STEP = 2000;
const STREAM_EPOCH = 3000;

interface Measured {
  engine: EngineInfo;
  variance: number;
  standardError: number | null;
}

/** Draws epochs, batches, and epochs of batches. */
export async function run(problem: MinibatchProblem, engine: Engine, options: RunOptions): Promise<MinibatchRun> {
  const { parameters: p, gradients, sizes, batches, factors } = problem;
  const none = gradients.map(() => 0);
  /** The variance of the mean of this many draws. A single step from 0, at rate −1, is the mean of the gradients drawn. */
  const measure = async (
    batch: number,
    replacement: Replacement,
    stream: number,
    count: number,
    progress: RunOptions,
  ): Promise<Measured> => {
    const task = { curvatures: none, gradients, start: 0, learningRates: [-1], iterations: 1, every: 1, quantiles: [] };
    const of = { batch, replacement: replacement === 'with', replicas: count, seed: p.seed, stream };
    const { engine: info, variances, fourths } = await engine.run(replicas, { ...task, ...of }, progress);
    // Sums of equal gradients differ by rounding only.
    const [variance, fourth] = problem.variance === 0 ? [0, 0] : [variances[1], fourths[1]];
    return {
      engine: info,
      variance,
      standardError: count < FEWEST_EPOCHS ? null : Math.sqrt(Math.max(0, fourth - variance ** 2) / count),
    };
  };

  const cover = (examples: readonly number[], epochs: number, progress: RunOptions) =>
    engine.run(coverage, { examples, epochs, seed: p.seed }, progress);
  const main = await cover([p.examples], p.epochs, part(options, 0, 0.4));
  const others = sizes.filter((n) => n !== p.examples);
  const rest = await cover(others, Math.min(p.epochs, MOST_EPOCHS), part(options, 0.4, 0.6));

  const variance: MinibatchResult['variance'][number][] = [];
  for (const [i, { batch, replacement }] of batches.entries()) {
    const stream = STREAM_VARIANCE + 2 * batch + (replacement === 'with' ? 0 : 1);
    const progress = part(options, 0.6 + (0.2 * i) / batches.length, 0.6 + (0.2 * (i + 1)) / batches.length);
    const measured = await measure(batch, replacement, stream, p.epochs, progress);
    variance.push({
      batch,
      replacement,
      predicted: predictedVariance(problem, batch, replacement),
      measured: measured.variance,
      standardError: measured.standardError,
    });
  }

  const steps = new Map<number, Measured>();
  const epochs = new Map<number, Measured>();
  const count = Math.max(2, Math.min(p.epochs, Math.max(LEAST_EPOCHS, Math.floor(MOST_DRAWS / problem.draws))));
  for (const [i, factor] of factors.entries()) {
    const at = (share: number) => 0.8 + (0.2 * (i + share)) / factors.length;
    steps.set(
      factor,
      await measure(factor * p.batch, 'with', STREAM_STEP + factor, p.epochs, part(options, at(0), at(0.5))),
    );
    epochs.set(
      factor,
      await measure(problem.draws, 'with', STREAM_EPOCH + factor, count, part(options, at(0.5), at(1))),
    );
  }

  return {
    result: {
      engine: main.engine,
      parameters: p,
      coverage: sizes.map((n) => shareOf(n, n === p.examples ? main.never[0] : rest.never[others.indexOf(n)])),
      variance,
      scaling: RULES.flatMap((rule) =>
        factors.map((factor) => {
          const learningRate = p.learningRate * rateFactor(rule, factor);
          const inEpoch = problem.draws / (factor * p.batch);
          const predictedStep = learningRate ** 2 * predictedVariance(problem, factor * p.batch, 'with');
          return {
            rule,
            factor,
            learningRate,
            steps: inEpoch,
            stepVariance: learningRate ** 2 * steps.get(factor)!.variance,
            // With gradients that stay, the steps of an epoch add up to the mean of its draws, times the steps.
            epochVariance: (learningRate * inEpoch) ** 2 * epochs.get(factor)!.variance,
            predictedStep,
            predictedEpoch: inEpoch * predictedStep,
          };
        }),
      ),
    },
    never: main.never[0],
  };
}

/** The share that was never drawn, over epochs. */
function shareOf(n: number, never: Uint32Array): MinibatchResult['coverage'][number] {
  let [epochs, sum, squares] = [0, 0, 0];
  never.forEach((count, missed) => {
    epochs += count;
    sum += count * missed;
    squares += count * missed ** 2;
  });
  const mean = sum / epochs;
  const variance = Math.max(0, squares / epochs - mean ** 2) * (epochs / (epochs - 1));
  const standardError = epochs < FEWEST_EPOCHS ? null : Math.sqrt(variance / epochs) / n;
  return { n, predicted: neverDrawn(n), measured: mean / n, standardError };
}
