import type { Engine, RunOptions } from '../../engine/contract';
import { auditOf, type Audit } from '../../engine/population';
import { auditEach } from '../audit';
import { part } from '../experiment';
import { descendBy } from './descents';
import type { WideMinimaProblem as Problem } from './problem';

/** Compares where runs end on two engines, with every optimizer at every learning rate: as many of the starts as make a sample. */
export function auditRuns(
  { methods, parameters, task }: Problem,
  engine: Engine,
  reference: Engine,
  options: RunOptions,
): Promise<Audit> {
  const { learningRates, starts } = parameters;
  return auditEach(methods, options, async (method, runs, share) => {
    const count = Math.max(1, Math.min(starts, Math.floor(runs / learningRates.length)));
    const sample = { ...task, learningRates, starts: { ...task.starts, count }, records: true };
    const found = await descendBy(method, sample, engine, part(share, 0, 0.5));
    const wanted = await descendBy(method, sample, reference, part(share, 0.5, 1));
    return auditOf(found.labels!, wanted.labels!);
  });
}
