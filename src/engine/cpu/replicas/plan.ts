import { framesOf } from '../../replicas/centered';
import { chunksPerRate, Moments, NUMBERS } from '../../replicas/moments';
import type { ReplicasResult, ReplicasTask } from '../../replicas';
import type { Plan } from '../plan';

/** Sums and extremes of some chunks in a row, and the counts of all their replicas. */
export interface ReplicasPart {
  chunks: number;
  /** Chunks x frames x numbers: see `Moments`. */
  numbers: Float64Array;
  /** Rows x bins of the whole task; empty where no quantiles are wanted. */
  counts: Uint32Array;
}

/** An item is a chunk: number n is chunk n mod C of learning rate n / C, of C chunks. */
export const replicasPlan: Plan<ReplicasTask, ReplicasPart, ReplicasResult> = {
  kernel: 'replicas',
  items: (task) => task.learningRates.length * chunksPerRate(task),
  smallestJob: 1,

  collect(task) {
    const moments = new Moments(task);
    const frames = framesOf(task);
    // Sums are added in the order of the chunks, whenever they come: else rounding would tell how the work was shared out.
    const waiting = new Map<number, ReplicasPart>();
    let next = 0;
    return {
      add(part, from) {
        part.counts.forEach((count, i) => (moments.counts[i] += count));
        waiting.set(from, part);
        for (let ready = part as ReplicasPart | undefined; (ready = waiting.get(next)); next += ready.chunks) {
          waiting.delete(next);
          for (let chunk = 0; chunk < ready.chunks; chunk++)
            for (let frame = 0; frame < frames; frame++)
              moments.add(next + chunk, frame, ready.numbers, (chunk * frames + frame) * NUMBERS);
        }
      },
      result: (engine) => moments.result(engine),
    };
  },
};
