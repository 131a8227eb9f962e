import { bestRun, settleRun } from '../factorize-runs';
import type { FactorizeResult, FactorizeTask } from '../contract';
import { Factorization } from './factorization';
import type { Kernel } from './kernel';

/** What one learning rate came to. */
interface Run {
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

/** So many ratings are copied to a worker in a few milliseconds. */
const BULKY_RATINGS = 100_000;

/** Matrix factorization in float64: the definition of `factorize`. An item is a learning rate. */
export const factorize: Kernel<FactorizeTask, FactorizePart, FactorizeResult> = {
  items: (task) => task.learningRates.length,
  smallestJob: 1,
  isBulky: (task) => task.ratings.byRow.values.length > BULKY_RATINGS,

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

  transfer: ({ runs }) => runs.flatMap(({ diverged: _, ...arrays }) => Object.values(arrays).flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []))),

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
  return { losses, errors, validationErrors, diverged, u: rows.factors, v: columns.factors, rowBiases: rows.biases, columnBiases: columns.biases, iterates };
}

function* during<T>(work: Generator<void, T>, share: number): Generator<number, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield share;
  return step.value;
}
