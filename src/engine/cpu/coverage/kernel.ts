import { Draws } from '../../../math/minibatch';
import type { CoverageTask } from '../../coverage';
import { STREAM_COVERAGE } from '../../coverage/task';
import type { WorkerKernel } from '../worker-kernel';
import type { CoveragePart } from './plan';

/** Examples that are drawn between two chances to pause. */
const DRAWS_BETWEEN_PAUSES = 16_384;

/** Counts the examples that epochs never draw: the definition of `coverage`. An item is an epoch. */
export const coverage: WorkerKernel<CoverageTask, CoveragePart> = {
  *run({ examples, epochs, seed }, from, to) {
    const first = Math.floor(from / epochs);
    const last = Math.floor((to - 1) / epochs);
    const never: Uint32Array[] = [];
    let drawn = 0;
    for (let place = first; place <= last; place++) {
      const count = examples[place];
      const counts = new Uint32Array(count + 1);
      const draws = new Draws(seed, STREAM_COVERAGE + count);
      // The last epoch that drew an example, counted from 1.
      const drawnBy = new Uint32Array(count);
      const end = Math.min(epochs, to - place * epochs);
      for (let epoch = Math.max(0, from - place * epochs); epoch < end; epoch++) {
        draws.begin(epoch);
        let missed = count;
        for (let draw = 0; draw < count; draw++) {
          const example = draws.below(count);
          if (drawnBy[example] !== epoch + 1) missed--;
          drawnBy[example] = epoch + 1;
        }
        counts[missed]++;
        drawn += count;
        if (drawn < DRAWS_BETWEEN_PAUSES) continue;
        drawn = 0;
        yield (place * epochs + epoch - from) / (to - from);
      }
      never.push(counts);
    }
    return { first, never };
  },

  transfer: ({ never }) => never.map(({ buffer }) => buffer as ArrayBuffer),
};
