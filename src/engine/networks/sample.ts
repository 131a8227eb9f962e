import { workOf } from './cells';
import type { NetworksTask } from './task';

/** Fewer beginnings, then fewer rates, spread over the same range, then fewer iterations: that order keeps its character. */
export function sampleNetworks(task: NetworksTask, work: number): NetworksTask {
  const share = (of: NetworksTask) => Math.min(1, work / Math.max(1, workOf(of)));
  const { beginnings, iterations } = task;
  let cut: NetworksTask = {
    ...task,
    beginnings: beginnings === 'one' ? beginnings : atLeastOne(share(task) * beginnings),
  };
  const kept = task.secondRates ? Math.sqrt(share(cut)) : share(cut);
  cut = {
    ...cut,
    firstRates: thinned(cut.firstRates, kept),
    ...(cut.secondRates && { secondRates: thinned(cut.secondRates, kept) }),
  };
  return { ...cut, iterations: Math.min(iterations, atLeastOne(share(cut) * iterations)) };
}

const atLeastOne = (count: number) => Math.max(1, Math.round(count));

function thinned(rates: readonly number[], share: number): number[] {
  const count = atLeastOne(share * rates.length);
  return Array.from({ length: count }, (_, i) => rates[Math.floor(((i + 0.5) / count) * rates.length)]);
}
