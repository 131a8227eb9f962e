import type { DescendResult, DescendTask } from '../../descend';
import { endingsOf } from '../../descend/endings';
import type { Stability } from '../../descend/stability';
import type { WithGradient } from '../gradient-program';
import type { Plan } from '../plan';
import { addTally, createTally, mediansOf, type Tally } from './tally';

/** A task with what has to be known of its objective. */
export type PreparedDescend = WithGradient<DescendTask> & { stability: readonly Stability[] };

/** What became of some runs in a row. */
export interface DescendPart {
  tally: Tally;
  labels?: Uint16Array;
  dates?: Uint32Array;
  finals?: Float64Array;
}

/** An item is a run: number n has learning rate number n / S and start number n mod S, of S starts. */
export const descendPlan: Plan<PreparedDescend, DescendPart, DescendResult> = {
  kernel: 'descend',
  items: (task) => task.learningRates.length * task.starts.count,

  collect(task) {
    const items = descendPlan.items(task);
    const total = createTally(task, 0, task.learningRates.length);
    const records = task.records && {
      labels: new Uint16Array(items),
      dates: new Uint32Array(items),
      finals: new Float64Array(items),
    };
    return {
      add(part, from) {
        addTally(total, part.tally);
        if (!records) return;
        records.labels.set(part.labels!, from);
        records.dates.set(part.dates!, from);
        records.finals.set(part.finals!, from);
      },
      result: (engine) => ({
        engine,
        endings: endingsOf(task),
        counts: total.counts,
        medianIterations: mediansOf(total),
        histogram: total.histogram,
        density: total.density,
        ...records,
      }),
    };
  },
};
