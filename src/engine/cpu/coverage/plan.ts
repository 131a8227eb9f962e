import type { CoverageResult, CoverageTask } from '../../coverage';
import type { Plan } from '../plan';

/** The counts of each number of examples that the items have epochs of, from number `first` on. */
export interface CoveragePart {
  first: number;
  never: Uint32Array[];
}

/** An item is an epoch: number i is epoch i mod E of the examples number i / E, of E epochs. */
export const coveragePlan: Plan<CoverageTask, CoveragePart, CoverageResult> = {
  kernel: 'coverage',
  items: ({ examples, epochs }) => examples.length * epochs,
  smallestJob: 16,

  collect({ examples }) {
    const never = examples.map((count) => new Uint32Array(count + 1));
    return {
      add(part) {
        part.never.forEach((counts, i) => {
          const total = never[part.first + i];
          counts.forEach((epochs, missed) => (total[missed] += epochs));
        });
      },
      result: (engine) => ({ engine, never }),
    };
  },
};
