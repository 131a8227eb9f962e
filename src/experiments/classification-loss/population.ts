import { descend } from '../../engine/descend';
import type { Engine, RunOptions } from '../../engine/contract';
import { crossEntropySlope, halfSquaredSlope, stepsToRight } from '../../math/classification-losses';
import { keptResult } from '../../math/kept-last';
import { linearMidpoints } from '../../math/spacing';
import { part } from '../experiment';
import type { ClassificationLossParameters } from './parameters';

/** From many starting logits: how many steps each loss takes until the example is classified right. */
export interface Escape {
  learningRate: number;
  logits: Float64Array;
  /** NaN where the steps did not suffice. */
  crossEntropy: Float64Array;
  squared: Float64Array;
}

const STARTS = 512;
/** While the learning rate is dragged the page runs as many within a frame. */
const STARTS_WHILE_DRAGGED = 32;
/** Starts that take more steps than this are not followed any longer. */
export const MOST_STEPS = 10_000;

/** The last population of an engine: while the logit is dragged, nothing that it depends on changes. */
const escapes = keptResult<Engine, Escape>();

/**
 * Descends on both losses from many starting logits. The engine knows when a run passes a bound, so the variable is
 * theta = z + shift with the bound at theta = shift, where z = 0; near the lowest start, where steps are smallest, theta is
 * close to 0 and float32 finest.
 */
export function escapeOf(p: ClassificationLossParameters, engine: Engine, options: RunOptions): Promise<Escape> {
  const key = [p.logitLow, p.logitHigh, p.learningRate].join(' ');
  return escapes(engine, key, () => escape(p, engine, options));
}

async function escape(
  { logitLow: low, logitHigh: high, learningRate }: ClassificationLossParameters,
  engine: Engine,
  options: RunOptions,
): Promise<Escape> {
  const shift = Math.max(1, -low);
  const stepsOn = async (objective: string, from: number, to: number): Promise<Float64Array> => {
    const task = {
      objective,
      learningRates: [learningRate],
      starts: { sampling: 'grid' as const, count: STARTS, low: low + shift, high: high + shift, seed: 0 },
      iterations: MOST_STEPS,
      minima: [],
      tolerance: 1,
      bound: shift,
      records: true,
    };
    const { labels, dates, endings } = await engine.run(descend, task, part(options, from, to));
    // It is right once it has passed the bound.
    return Float64Array.from(dates!, (date, i) => (endings[labels![i]].outcome === 'diverged' ? date : NaN));
  };
  return {
    learningRate,
    logits: linearMidpoints(low, high, STARTS),
    crossEntropy: await stepsOn(`softplus(${shift} - x)`, 0, 0.5),
    squared: await stepsOn(`sigmoid(${shift} - x)^2 / 2`, 0.5, 1),
  };
}

/** Stands in for `escapeOf` while the learning rate is dragged. */
export function escapeWhileDragged({ logitLow, logitHigh, learningRate }: ClassificationLossParameters): Escape {
  const logits = linearMidpoints(logitLow, logitHigh, STARTS_WHILE_DRAGGED);
  const steps = (slope: (z: number) => number) =>
    logits.map((z) => stepsToRight(slope, z, learningRate, MOST_STEPS) ?? NaN);
  return { learningRate, logits, crossEntropy: steps(crossEntropySlope), squared: steps(halfSquaredSlope) };
}
