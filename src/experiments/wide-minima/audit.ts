import type { Engine, RunOptions } from '../../engine/contract';
import { auditOf, joinedAudits, type Audit } from '../../engine/population';
import { part } from '../experiment';
import { descendBy } from './descents';
import type { WideMinimaProblem as Problem } from './problem';

/** How many runs are computed again, at most. */
const RUNS = 1000;

/** Compares where runs end on two engines, with every optimizer at every learning rate: as many of the starts as make a sample. */
export async function auditRuns(
  { methods, parameters, task }: Problem,
  engine: Engine,
  reference: Engine,
  options: RunOptions,
): Promise<Audit> {
  const { learningRates, starts } = parameters;
  const count = Math.max(1, Math.min(starts, Math.floor(RUNS / (learningRates.length * methods.length))));
  const sample = { ...task, learningRates, starts: { ...task.starts, count }, records: true };
  const audits: Audit[] = [];
  for (const [i, method] of methods.entries()) {
    const share = (from: number, to: number) => part(options, (i + from) / methods.length, (i + to) / methods.length);
    const found = await descendBy(method, sample, engine, share(0, 0.5));
    const wanted = await descendBy(method, sample, reference, share(0.5, 1));
    audits.push(auditOf(found.labels!, wanted.labels!));
  }
  return joinedAudits(audits);
}
