import type { Conv1dDescentTask, Conv1dTask, DescendTask, Engine, FactorizeTask, TraceTask } from './contract';
import type { Load } from './speed';

/** What the chooser must know of each computation: how much work a task is. */
export const loads: { [Method in keyof Engine]: (task: Parameters<Engine[Method]>[0]) => Load } = {
  descend: ({ objective, learningRates, starts, iterations, histogram, density, records }: DescendTask) => ({
    shape: [
      objective,
      learningRates.length,
      starts.count,
      iterations,
      Boolean(histogram),
      density?.last ?? 0,
      Boolean(records),
    ].join('|'),
    objective,
    work: learningRates.length * starts.count * (iterations + (density?.last ?? 0)),
  }),
  trace: ({ objective, starts, iterations, every }: TraceTask) => ({
    shape: [objective, starts.length, iterations, every].join('|'),
    objective,
    work: starts.length * iterations,
  }),
  conv1d: ({ taps, input, transpose, repeats }: Conv1dTask) => ({
    shape: ['conv1d', taps.length, input.length, transpose, repeats].join('|'),
    objective: 'conv1d',
    work: repeats * input.length * workPerSample(taps.length),
  }),
  conv1dDescent: ({ taps, observed, loss, learningRates, iterations, every }: Conv1dDescentTask) => ({
    shape: ['conv1dDescent', taps.length, observed.length, loss, learningRates.length, iterations, every].join('|'),
    objective: `conv1dDescent ${loss}`,
    work: learningRates.length * iterations * (observed.length + taps.length - 1) * 2 * workPerSample(taps.length),
  }),
  factorize: ({ ratings, rank, learningRates, epochs, every }: FactorizeTask) => ({
    shape: [
      'factorize',
      ratings.rows,
      ratings.columns,
      ratings.byRow.values.length,
      rank,
      learningRates.length,
      epochs,
      every,
    ].join('|'),
    objective: `factorize ${rank}`,
    work: learningRates.length * epochs * ratings.byRow.values.length * workPerRating(rank),
  }),
};

/** Work is counted in iterates of a formula, of which a rating makes so many in an epoch: it is predicted and learned from on either side. */
export function workPerRating(rank: number): number {
  return (4 * rank + 16) / 8;
}

/** Work is counted in iterates of a formula: so many multiply-adds, and as much again as a sample's traffic, make one. */
export function workPerSample(taps: number): number {
  return (taps + 4) / 8;
}
