import type { Computation } from '../contract';
import { cellsOf, perCell, workOf } from './cells';
import type { NetworksResult, NetworksTask } from './task';
import { validateNetworks } from './validate';

export * from './task';

/** Training of small networks with one hidden layer, from many beginnings or at many learning rates. */
export const networks: Computation<NetworksTask, NetworksResult> = {
  name: 'networks',
  validate: validateNetworks,
  cost: (task) => ({
    shape: [
      'networks',
      task.points.length,
      task.units.join(' '),
      cellsOf(task),
      perCell(task),
      task.iterations,
      task.beginnings === 'one',
    ].join('|'),
    objective: 'networks',
    work: workOf(task),
  }),
  sample: async () => (await import('./sample')).sampleNetworks,
};
