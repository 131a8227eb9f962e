import type { RidgeGridResult, RidgeGridTask } from '../../ridge-grid';
import { runsOf } from '../../ridge-grid/runs';
import type { Plan } from '../plan';

/** What one run came to. */
export interface TrainedRun {
  trainingErrors: Float64Array;
  validationErrors: Float64Array | undefined;
  /** Marks x (columns + 1). */
  weights: Float64Array;
  diverged: number | null;
}

export interface RidgeGridPart {
  runs: TrainedRun[];
}

/** An item is a run. */
export const ridgeGridPlan: Plan<RidgeGridTask, RidgeGridPart, RidgeGridResult> = {
  kernel: 'ridgeGrid',
  items: (task) => runsOf(task).length,
  smallestJob: 1,
  collect(task) {
    const runs: TrainedRun[] = Array(runsOf(task).length);
    return {
      add: (part, from) => part.runs.forEach((run, i) => (runs[from + i] = run)),
      result: (engine) => ({
        engine,
        trainingErrors: joined(runs.map((run) => run.trainingErrors)),
        ...(task.validation && { validationErrors: joined(runs.map((run) => run.validationErrors!)) }),
        diverged: runs.map((run) => run.diverged),
        weights: joined(runs.map((run) => run.weights)),
      }),
    };
  },
};

function joined(arrays: readonly Float64Array[]): Float64Array {
  const { length } = arrays[0];
  const all = new Float64Array(arrays.length * length);
  arrays.forEach((array, i) => all.set(array, i * length));
  return all;
}
