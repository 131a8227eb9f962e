import type { FactorizeResult, FactorizeTask } from '../../factorize';
import { bestRun } from '../../factorize/runs';
import type { Plan } from '../plan';

/** What one learning rate came to. */
export interface Run {
  losses: Float64Array;
  errors: Float64Array;
  validationErrors: Float64Array | undefined;
  diverged: number | null;
  u: Float64Array;
  v: Float64Array;
  rowBiases: Float64Array;
  columnBiases: Float64Array;
  iterates: Float64Array | undefined;
}

export interface FactorizePart {
  runs: Run[];
}

/** An item is a learning rate. */
export const factorizePlan: Plan<FactorizeTask, FactorizePart, FactorizeResult> = {
  kernel: 'factorize',
  items: (task) => task.learningRates.length,
  smallestJob: 1,

  collect(task) {
    const { initial, biases, epochs, every, learningRates, ratings, validation } = task;
    const runs: Run[] = Array(learningRates.length);
    return {
      add: (part, from) => part.runs.forEach((run, i) => (runs[from + i] = run)),
      result(engine) {
        const join = (arrays: Float64Array[]) => {
          const all = new Float64Array(learningRates.length * (epochs + 1));
          arrays.forEach((array, rate) => all.set(array, rate * (epochs + 1)));
          return all;
        };
        const losses = join(runs.map((run) => run.losses));
        const errors = join(runs.map((run) => run.errors));
        const validationErrors = validation && join(runs.map((run) => run.validationErrors!));
        const diverged = runs.map((run) => run.diverged);
        const best = bestRun(losses, validationErrors, diverged);
        const { u, v, rowBiases, columnBiases } = runs[best ?? 0];
        return {
          engine,
          losses,
          errors,
          ...(validationErrors && { validationErrors }),
          diverged,
          best,
          u: best === null ? Float64Array.from(initial.u) : u,
          v: best === null ? Float64Array.from(initial.v) : v,
          ...(biases && {
            rowBiases: best === null ? new Float64Array(ratings.rows) : rowBiases,
            columnBiases: best === null ? new Float64Array(ratings.columns) : columnBiases,
          }),
          ...(every > 0 && { iterates: runs[0].iterates! }),
          frames: every > 0 ? Math.floor(epochs / every) + 1 : 0,
        };
      },
    };
  },
};
