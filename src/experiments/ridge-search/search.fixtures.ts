import type { Engine } from '../../engine/contract';
import { ridgeGrid } from '../../engine/cpu/ridge-grid/kernel';
import { ridgeGridPlan } from '../../engine/cpu/ridge-grid/plan';
import type { RidgeGridTask } from '../../engine/ridge-grid';
import { checkAll, defaultsOf } from '../parameters';
import { parameters, type RidgeSearchData, type RidgeSearchParameters } from './parameters';
import { prepare } from './problem';
import { run } from './search';

/** The CPU's kernel without workers. */
const engine = {
  run: (_: unknown, task: RidgeGridTask) => {
    const collector = ridgeGridPlan.collect(task);
    const steps = ridgeGrid.run(task, 0, ridgeGridPlan.items(task));
    let next = steps.next();
    while (!next.done) next = steps.next();
    collector.add(next.value, 0);
    return Promise.resolve(collector.result({ kind: 'cpu', precision: 'float64', adapter: 'this test' }));
  },
} as unknown as Engine;

const SMALL: Partial<RidgeSearchParameters> = {
  batches: [64, 'all'],
  learningRates: [0.01, 0.1, 1],
  epochs: [2, 6],
  strengths: [0, 0.1],
};

/** A small search, computed at once. */
export function searched(change: Partial<RidgeSearchParameters> = {}, data: RidgeSearchData = {}) {
  const p = checkAll(parameters, { ...defaultsOf(parameters), ...SMALL, ...change }) as RidgeSearchParameters;
  return run(prepare(p, data), engine, {});
}
