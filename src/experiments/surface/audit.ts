import type { Engine, RunOptions } from '../../engine/contract';
import { audit, joinedAudits, type Audit } from '../../engine/population';
import { part } from '../experiment';
import type { SurfaceProblem } from './problem';
import { startsIn } from './tasks';

/** How many runs are computed again, at most. */
const RUNS = 1000;

/** Compares where a sample of the runs ends on two engines, with every optimizer. */
export async function auditRuns(
  problem: SurfaceProblem,
  engine: Engine,
  reference: Engine,
  options: RunOptions,
): Promise<Audit> {
  const { parameters: p, optimizers, task } = problem;
  const { length } = optimizers;
  const audits: Audit[] = [];
  for (const [i, optimizer] of optimizers.entries()) {
    const whole = { ...task, optimizer, learningRates: [p.learningRate], starts: startsIn(problem, p.starts) };
    const share = part(options, i / length, (i + 1) / length);
    audits.push(await audit(whole, Math.max(1, Math.floor(RUNS / length)), engine, reference, share));
  }
  return joinedAudits(audits);
}
