import type { RidgeGridTask } from '../../ridge-grid';
import { runsOf } from '../../ridge-grid/runs';
import { orderOf } from '../../ridge-grid/order';
import type { WorkerKernel } from '../worker-kernel';
import type { RidgeGridPart, TrainedRun } from './plan';
import { RidgeRun } from './run';

/** The grid in float64: the definition of `ridgeGrid`. An item is a run; those of a job go through the epochs together. */
export const ridgeGrid: WorkerKernel<RidgeGridTask, RidgeGridPart> = {
  *run(task, from, to) {
    const { training, validation, columns, epochs, marks, seed } = task;
    const runs = runsOf(task)
      .slice(from, to)
      .map((run) => new RidgeRun(task, run));
    const results: TrainedRun[] = runs.map(() => ({
      trainingErrors: new Float64Array(epochs + 1),
      validationErrors: validation && new Float64Array(epochs + 1),
      weights: new Float64Array(marks.length * (columns + 1)),
      diverged: null,
    }));
    const order = new Uint32Array(training.targets.length);
    let done = 0;
    const share = () => done / (runs.length * (epochs + 1));
    for (let epoch = 0; epoch <= epochs; epoch++) {
      if (epoch > 0) orderOf(order.length, seed, epoch, order);
      for (const [i, run] of runs.entries()) {
        const result = results[i];
        const before = epoch - 1;
        if (epoch > 0 && run.diverged === null) yield* paced(run.epoch(order, epoch), share);
        if (run.diverged !== null) {
          result.trainingErrors[epoch] = result.trainingErrors[before];
          if (validation) result.validationErrors![epoch] = result.validationErrors![before];
        } else {
          result.trainingErrors[epoch] = yield* paced(run.meanSquare(training), share);
          if (validation) result.validationErrors![epoch] = yield* paced(run.meanSquare(validation), share);
        }
        const mark = marks.indexOf(epoch);
        if (mark >= 0) {
          result.weights.set(run.weights, mark * (columns + 1));
          result.weights[mark * (columns + 1) + columns] = run.bias;
        }
        result.diverged = run.diverged;
        done++;
      }
    }
    return { runs: results };
  },
  transfer: ({ runs }) =>
    runs.flatMap(({ trainingErrors, validationErrors, weights }) =>
      [trainingErrors, validationErrors, weights].flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])),
    ),
};

function* paced<T>(work: Generator<void, T>, share: () => number): Generator<number, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield share();
  return step.value;
}
