import type { Computation } from '../contract';
import { workOf } from './sample';
import type { RidgeGridResult, RidgeGridTask } from './task';
import { validateRidgeGrid } from './validate';

export type { LabelledRows, RidgeGridResult, RidgeGridTask } from './task';

/** A grid of linear regressions, trained at once by minibatch descent. */
export const ridgeGrid: Computation<RidgeGridTask, RidgeGridResult> = {
  name: 'ridgeGrid',
  validate: validateRidgeGrid,
  cost: (task) => {
    const { training, columns, batches, learningRates, strengths, epochs } = task;
    const sizes = [training.targets.length, columns, batches.join(' '), learningRates.length, strengths.length, epochs];
    return { shape: ['ridgeGrid', ...sizes].join('|'), objective: 'ridgeGrid', work: workOf(task) };
  },
  sample: async () => (await import('./sample')).sampleRidgeGrid,
};
