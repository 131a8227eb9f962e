import {
  NETWORK_ENDINGS,
  networkBeginning,
  networkStep,
  NetworkTraining,
  type NetworkStep,
} from '../../../math/tanh-network';
import type { NetworksTask } from '../../networks';
import { perCell } from '../../networks/cells';
import type { WorkerKernel } from '../worker-kernel';

/** What became of some networks, in their order. */
export interface NetworksPart {
  endings: Uint8Array;
  measures: Float64Array;
}

/** Hidden units that are computed between two chances to pause. */
const WORK_BETWEEN_PAUSES = 2 ** 16;

/** Trains small networks in float64: the definition of `networks`. An item is a network. */
export const networks: WorkerKernel<NetworksTask, NetworksPart> = {
  *run(task, from, to) {
    const { points, seed, units, beginnings, iterations } = task;
    const steps = new Map<number, NetworkStep>();
    const endings = new Uint8Array(to - from);
    const measures = new Float64Array(to - from);
    let work = 0;
    const one = beginnings === 'one' ? units.map((count) => networkBeginning(seed, 0, count)) : undefined;
    for (let item = from; item < to; item++) {
      const { width, rates } = cellOf(task, Math.floor(item / perCell(task)));
      const count = units[width];
      if (!steps.has(count)) steps.set(count, networkStep(points, count));
      const theta = one ? one[width].slice() : networkBeginning(seed, item, count);
      const training = new NetworkTraining(steps.get(count)!, theta, rates, task);
      const perStep = count * points.length;
      const atOnce = Math.max(1, Math.floor(WORK_BETWEEN_PAUSES / perStep));
      for (let next = atOnce; !training.isOver; next += atOnce) {
        work += perStep * training.advance(next);
        if (work < WORK_BETWEEN_PAUSES) continue;
        work = 0;
        yield (item - from + Math.min(1, next / (iterations + 1))) / (to - from);
      }
      const { ending, measure } = training.trained;
      endings[item - from] = NETWORK_ENDINGS.indexOf(ending);
      measures[item - from] = measure;
    }
    return { endings, measures };
  },

  transfer: ({ endings, measures }) => [endings.buffer as ArrayBuffer, measures.buffer as ArrayBuffer],
};

/** The number of a cell's width, and the learning rates of both layers. */
function cellOf({ firstRates, secondRates }: NetworksTask, cell: number) {
  const columns = firstRates.length;
  const rows = secondRates?.length ?? 1;
  const first = firstRates[cell % columns];
  const second = secondRates ? secondRates[Math.floor(cell / columns) % rows] : first;
  return { width: Math.floor(cell / (columns * rows)), rates: [first, second] as const };
}
