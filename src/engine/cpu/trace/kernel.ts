import type { TraceTask } from '../../trace';
import { functionsOf } from '../gradient';
import type { WithGradient } from '../gradient-program';
import type { WorkerKernel } from '../worker-kernel';
import { framesOf } from './plan';

/** Steps between two chances to pause. */
const STEPS_BETWEEN_PAUSES = 8192;

/** The iterates of a few runs of gradient descent, in float64: the definition of `trace`. An item is a start. */
export const trace: WorkerKernel<WithGradient<TraceTask>, Float64Array> = {
  *run(task, from, to) {
    const { learningRate, starts, iterations, every, bound } = task;
    const { gradient, domain } = functionsOf(task);
    const runs = to - from;
    const iterates = new Float64Array(framesOf(task) * runs);
    const theta = Float64Array.from(starts.slice(from, to));
    const slopes = new Float64Array(runs);
    const inside = new Float64Array(runs).fill(1);
    let steps = 0;
    iterates.set(theta);
    for (let iteration = 1; iteration <= iterations; iteration++) {
      domain?.(theta, inside, runs);
      gradient(theta, slopes, runs);
      for (let i = 0; i < runs; i++) {
        // A run that is beyond the bound or outside of the domain stays where it is; what is no number is beyond it, too.
        if (Math.abs(theta[i]) <= bound && inside[i] === 1) theta[i] -= learningRate * slopes[i];
      }
      if (iteration % every === 0) iterates.set(theta, (iteration / every) * runs);
      steps += runs;
      if (steps < STEPS_BETWEEN_PAUSES) continue;
      steps = 0;
      yield iteration / iterations;
    }
    return iterates;
  },

  transfer: (iterates) => [iterates.buffer as ArrayBuffer],
};
