import type { Engine, RunOptions } from '../../engine/contract';
import { population } from '../../engine/population';
import { part } from '../experiment';
import { loss as lossChart, QUANTILES } from './loss';
import { optimizerColor, type Computing, type Input, type Own } from './shared';
import { momentsOf, startsIn } from './tasks';

interface Losses {
  learningRate: number;
  at: number[];
  quantiles: Float64Array[][];
}

const LOSS_STARTS = 20_000;
const HURRIED_LOSS_STARTS = 400;
const MOMENTS = 160;

async function lossesOf(
  { problem, parameters: p }: Computing,
  most: number,
  engine: Engine,
  options: RunOptions,
): Promise<Losses> {
  const { task, optimizers } = problem;
  const { at: evenly } = momentsOf(p.iterations, MOMENTS);
  const at = evenly.at(-1) === p.iterations ? evenly : [...evenly, p.iterations];
  const starts = startsIn(problem, Math.min(p.starts, most));
  const quantiles: Float64Array[][] = [];
  for (const [i, optimizer] of optimizers.entries()) {
    const { losses } = await engine.run(
      population,
      {
        ...task,
        optimizer,
        learningRates: [p.learningRate],
        starts,
        observe: { losses: { quantiles: QUANTILES, at } },
      },
      part(options, i / optimizers.length, (i + 1) / optimizers.length),
    );
    quantiles.push(QUANTILES.map((_, q) => Float64Array.from(at, (_, k) => losses![k * QUANTILES.length + q])));
  }
  return { learningRate: p.learningRate, at, quantiles };
}

/** The median and the quantiles of the loss over the iterations, of each optimizer. */
export const loss: Own<Losses> = {
  title: 'The loss over the iterations',
  hint: 'The line is the median over all starts. Half of the runs are inside the darker band, nine in ten inside the lighter one.',
  compute: (input: Computing, engine, options) => lossesOf(input, LOSS_STARTS, engine, options),
  async hurry(input: Computing, engine, options) {
    const found = await lossesOf(input, HURRIED_LOSS_STARTS, engine, options);
    return () => found;
  },
  data({ problem, computed, ui }: Input<Losses>) {
    const lowest = [
      ...problem.minima.map(({ value }) => value),
      ...problem.stationary.curves.flatMap(({ kind, value }) => (kind === 'valley' ? [value] : [])),
      ...problem.stationary.regions.flatMap(({ kind, value }) => (kind === 'minimum' ? [value] : [])),
    ];
    return {
      at: computed.at,
      learningRate: computed.learningRate,
      bands: problem.optimizers.map(({ text }, i) => ({
        optimizer: text,
        color: optimizerColor(i),
        quantiles: computed.quantiles[i],
      })),
      lowest: lowest.length > 0 && problem.task.frozen === undefined ? Math.min(...lowest) : undefined,
      iteration: ui.parameters.iteration,
      ...(ui.isInteractive && { onStep: (iteration: number) => ui.set('iteration', iteration) }),
    };
  },
  chart: lossChart,
};
