import type { Computation } from '../contract';
import { validateReplicas } from './validate';
import type { ReplicasResult, ReplicasTask } from './task';

export type { ReplicasResult, ReplicasTask } from './task';

/** Minibatch descent on one weight as a population of replicas, each with its own draws; their moments and quantiles. */
export const replicas: Computation<ReplicasTask, ReplicasResult> = {
  name: 'replicas',
  validate: validateReplicas,
  cost: ({ learningRates, replicas: count, iterations, batch, replacement, curvatures, quantiles, every }) => ({
    shape: [
      learningRates.length,
      count,
      iterations,
      batch,
      replacement,
      curvatures.length,
      quantiles.length,
      every,
    ].join('|'),
    objective: replacement ? 'with replacement' : 'without replacement',
    work: learningRates.length * count * Math.max(1, iterations) * batch,
  }),
  sample: async () => (await import('./sample')).sampleReplicas,
};
