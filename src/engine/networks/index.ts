import type { Computation } from '../contract';
import { cellsOf, perCell } from './cells';
import type { NetworksResult, NetworksTask } from './task';
import { validateNetworks } from './validate';

export * from './task';

/** Training of small networks with one hidden layer, from many beginnings or at many learning rates. */
export const networks: Computation<NetworksTask, NetworksResult> = {
  name: 'networks',
  validate: validateNetworks,
  cost: (task) => {
    const { points, units, iterations, beginnings } = task;
    const cells = cellsOf(task);
    const all = units.reduce((sum, count) => sum + count, 0);
    return {
      shape: ['networks', points.length, all, cells, perCell(task), iterations, beginnings === 'one'].join('|'),
      objective: 'networks',
      work: (cells / units.length) * all * perCell(task) * iterations * points.length,
    };
  },
  sample: async () => (await import('./sample')).sampleNetworks,
};
