import type { LeastSquaresDescentResult, LeastSquaresDescentTask } from '../../least-squares-descent';
import { framesOf, Tally } from '../../least-squares-descent/ending';
import type { Plan } from '../plan';

/** What became of some runs, one after the other. */
export interface Part {
  outcomes: Uint8Array;
  /** The logarithm of each run's growth. */
  growths: Float64Array;
  /** Frames x runs x columns. */
  errors: Float64Array;
}

/** An item is a run: all starts of the first rate, then those of the next. */
export const leastSquaresDescentPlan: Plan<LeastSquaresDescentTask, Part, LeastSquaresDescentResult> = {
  kernel: 'leastSquaresDescent',
  items: ({ learningRates, starts }) => learningRates.length * starts.count,

  collect(task) {
    const { learningRates, starts, columns } = task;
    const tally = new Tally(learningRates.length);
    const frames = framesOf(task);
    const errors = new Float64Array(learningRates.length * frames * starts.count * columns);
    const growths = new Float64Array(learningRates.length * starts.count);
    const outcomes = new Uint8Array(growths.length);
    return {
      add(part, from) {
        outcomes.set(part.outcomes, from);
        growths.set(part.growths, from);
        const runs = part.outcomes.length;
        for (let frame = 0; frame < frames; frame++)
          for (let i = 0; i < runs; i++) {
            const [rate, start] = [Math.floor((from + i) / starts.count), (from + i) % starts.count];
            const at = (frame * runs + i) * columns;
            const place = ((rate * frames + frame) * starts.count + start) * columns;
            errors.set(part.errors.subarray(at, at + columns), place);
          }
      },
      result(engine) {
        // In the order of the runs, so that the sums do not depend on how they were cut.
        outcomes.forEach((outcome, run) => tally.add(Math.floor(run / starts.count), outcome, growths[run]));
        const { counts, growing, growth } = tally;
        return { engine, counts, growing, growth, frames, ...(frames > 0 && { errors }) };
      },
    };
  },
};
