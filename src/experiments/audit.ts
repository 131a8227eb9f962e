import type { RunOptions } from '../engine/contract';
import { joinedAudits, type Audit } from '../engine/population';
import { part } from './experiment';

/** How many runs are computed again, at most. */
const RUNS = 1000;

/**
 * Audits the runs of several methods as one sample.
 * @param audit compares the ends of at most so many runs of a method on two engines
 */
export async function auditEach<Method>(
  methods: readonly Method[],
  options: RunOptions,
  audit: (method: Method, runs: number, options: RunOptions) => Promise<Audit>,
): Promise<Audit> {
  const { length } = methods;
  const audits: Audit[] = [];
  for (const [i, method] of methods.entries())
    audits.push(await audit(method, Math.floor(RUNS / length), part(options, i / length, (i + 1) / length)));
  return joinedAudits(audits);
}
