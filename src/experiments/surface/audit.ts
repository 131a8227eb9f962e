import type { Engine, RunOptions } from '../../engine/contract';
import { audit, type Audit } from '../../engine/population';
import { auditEach } from '../audit';
import type { SurfaceProblem } from './problem';
import { startsIn } from './tasks';

/** Compares where a sample of the runs ends on two engines, with every optimizer. */
export function auditRuns(
  problem: SurfaceProblem,
  engine: Engine,
  reference: Engine,
  options: RunOptions,
): Promise<Audit> {
  const { parameters: p, optimizers, task } = problem;
  return auditEach(optimizers, options, (optimizer, runs, share) => {
    const whole = { ...task, optimizer, learningRates: [p.learningRate], starts: startsIn(problem, p.starts) };
    return audit(whole, runs, engine, reference, share);
  });
}
