import type { Engine, RunOptions } from '../contract';
import { countOf, startOf, type PopulationTask } from './task';
import { population } from './computation';

/** How many labels of a sample two engines gave, and how many of these differ. */
export interface Audit {
  runs: number;
  different: number;
  /** different / runs */
  share: number;
}

/**
 * Computes a sample of a population again on another engine, in float64 as a rule, and compares what became of each run.
 *
 * @param sample how many runs at most; they are spread evenly over starts and learning rates
 * @example
 * const { share } = await audit(task, 1000, chooseEngine('webgpu'), chooseEngine('cpu'));
 */
export async function audit(
  task: PopulationTask,
  sample: number,
  engine: Engine,
  reference: Engine,
  options?: RunOptions,
): Promise<Audit> {
  const count = countOf(task);
  const starts = Math.max(1, Math.min(count, Math.floor(sample / task.learningRates.length)));
  // The midpoints of equal parts: of a grid too, these lie all over it.
  const points = Array.from({ length: starts }, (_, i) => startOf(task, Math.floor(((i + 0.5) * count) / starts)));
  const some = { ...task, starts: { sampling: 'points', points }, observe: { map: true } } as const;
  const [found, wanted] = await Promise.all([engine, reference].map((one) => one.run(population, some, options)));
  return auditOf(found.labels!, wanted.labels!);
}

/** How many of the labels that two engines gave the same runs differ. */
export function auditOf(found: ArrayLike<number>, wanted: ArrayLike<number>): Audit {
  const runs = found.length;
  let different = 0;
  for (let i = 0; i < runs; i++) different += Number(found[i] !== wanted[i]);
  return { runs, different, share: different / runs };
}

/** Several audits as one. */
export function joinedAudits(audits: readonly Audit[]): Audit {
  const sum = (of: (audit: Audit) => number) => audits.reduce((total, audit) => total + of(audit), 0);
  const [runs, different] = [sum(({ runs }) => runs), sum(({ different }) => different)];
  return { runs, different, share: different / runs };
}
