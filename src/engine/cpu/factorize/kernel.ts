import { settleRun } from '../../factorize/runs';
import type { FactorizeTask } from '../../factorize';
import { Factorization } from './factorization';
import type { FactorizePart, Run } from './plan';
import type { WorkerKernel } from '../worker-kernel';

/** Matrix factorization in float64: the definition of `factorize`. An item is a learning rate. */
export const factorize: WorkerKernel<FactorizeTask, FactorizePart> = {
  *run(task, from, to) {
    const runs: Run[] = [];
    for (let rate = from; rate < to; rate++) {
      const steps = train(task, task.learningRates[rate], rate === 0);
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield (rate - from + step.value) / (to - from);
      runs.push(step.value);
    }
    return { runs };
  },

  transfer: ({ runs }) =>
    runs.flatMap(({ diverged: _, ...arrays }) =>
      Object.values(arrays).flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])),
    ),
};

/** Trains one factorization; yields the share that is done. */
function* train(task: FactorizeTask, learningRate: number, keepsFrames: boolean): Generator<number, Run> {
  const { ratings, validation, ridge, epochs, every, bound } = task;
  const factorization = new Factorization(task, learningRate);
  const curve = () => new Float64Array(epochs + 1);
  const [losses, errors, validationErrors] = [curve(), curve(), validation && curve()];
  const width = task.initial.u.length + task.initial.v.length;
  const iterates = keepsFrames && every > 0 ? new Float64Array((Math.floor(epochs / every) + 1) * width) : undefined;
  let diverged: number | null = null;
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const { rows, columns } = factorization;
    if (iterates && epoch % every === 0) {
      iterates.set(rows.factors, (epoch / every) * width);
      iterates.set(columns.factors, (epoch / every) * width + rows.factors.length);
    }
    if (diverged !== null) continue;
    const squares = yield* during(factorization.squaredErrors(ratings.byRow), epoch / (epochs + 1));
    losses[epoch] = squares / 2 + (ridge / 2) * factorization.squaredNorm();
    errors[epoch] = Math.sqrt(squares / ratings.byRow.values.length);
    if (validation) {
      const held = yield* during(factorization.squaredErrors(validation), epoch / (epochs + 1));
      validationErrors![epoch] = Math.sqrt(held / validation.values.length);
    }
    if (!(losses[epoch] <= bound)) diverged = epoch;
    else if (epoch < epochs) yield* during(factorization.epoch(), epoch / (epochs + 1));
  }
  for (const array of [losses, errors, validationErrors]) if (array) settleRun(array, diverged);
  const { rows, columns } = factorization;
  return {
    losses,
    errors,
    validationErrors,
    diverged,
    u: rows.factors,
    v: columns.factors,
    rowBiases: rows.biases,
    columnBiases: columns.biases,
    iterates,
  };
}

function* during<T>(work: Generator<void, T>, share: number): Generator<number, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield share;
  return step.value;
}
