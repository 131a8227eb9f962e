import type { TraceResult, TraceTask } from '../../trace';
import type { WithGradient } from '../gradient-program';
import type { Plan } from '../plan';

/** The number of iterates that are kept of each run. */
export function framesOf({ iterations, every }: TraceTask): number {
  return Math.floor(iterations / every) + 1;
}

/** An item is a start. */
export const tracePlan: Plan<WithGradient<TraceTask>, Float64Array, TraceResult> = {
  kernel: 'trace',
  items: (task) => task.starts.length,

  collect(task) {
    const frames = framesOf(task);
    const starts = task.starts.length;
    const iterates = new Float64Array(frames * starts);
    return {
      add(part, from) {
        const runs = part.length / frames;
        for (let frame = 0; frame < frames; frame++)
          iterates.set(part.subarray(frame * runs, (frame + 1) * runs), frame * starts + from);
      },
      result: (engine) => ({ engine, iterates, frames }),
    };
  },
};
