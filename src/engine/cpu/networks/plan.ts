import { NETWORK_ENDINGS } from '../../../math/tanh-network';
import type { NetworksResult, NetworksTask } from '../../networks';
import { cellsOf, perCell } from '../../networks/cells';
import type { Plan } from '../plan';
import type { NetworksPart } from './kernel';

/** An item is a network. */
export const networksPlan: Plan<NetworksTask, NetworksPart, NetworksResult> = {
  kernel: 'networks',
  items: (task) => cellsOf(task) * perCell(task),
  smallestJob: 16,

  collect(task) {
    const cells = cellsOf(task);
    if (task.beginnings === 'one') {
      const endings = new Uint8Array(cells);
      const measures = new Float64Array(cells);
      return {
        add(part, from) {
          endings.set(part.endings, from);
          measures.set(part.measures, from);
        },
        result: (engine) => ({ engine, endings, measures }),
      };
    }
    const counts = new Uint32Array(cells * NETWORK_ENDINGS.length);
    return {
      add(part, from) {
        part.endings.forEach((ending, i) => {
          counts[Math.floor((from + i) / perCell(task)) * NETWORK_ENDINGS.length + ending]++;
        });
      },
      result: (engine) => ({ engine, counts }),
    };
  },
};
