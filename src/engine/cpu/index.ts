import type { Engine, EngineInfo } from '../contract';
import { validateDescend, validateTrace } from '../validate';
import { validateConv1d, validateConv1dDescent } from '../validate-conv1d';
import { validateFactorize } from '../validate-factorize';
import type { WithGradient } from './gradient-program';
import { Pool } from './pool';

/** What knows formulas is there already where there are formulas to descend on; elsewhere nobody needs it. */
async function withGradient<Task extends { objective: string }>(task: Task): Promise<WithGradient<Task>> {
  return (await import('./gradient-program')).withGradient(task);
}

/** Shared by everything on the page, so that no two of its parts compete for the processor's cores. */
const pool = new Pool();

/** The engine that runs everywhere: float64, readable, in workers. It is the definition that others are tested against. */
export async function createEngine(): Promise<Engine & { readonly info: EngineInfo }> {
  return {
    get info() {
      return pool.info;
    },
    async descend(task, options) {
      validateDescend(task);
      return pool.run('descend', await withGradient(task), options);
    },
    async trace(task, options) {
      validateTrace(task);
      return pool.run('trace', await withGradient(task), options);
    },
    async conv1d(task, options) {
      await validateConv1d(task, options);
      return pool.run('conv1d', task, options);
    },
    async conv1dDescent(task, options) {
      await validateConv1dDescent(task, options);
      return pool.run('conv1dDescent', task, options);
    },
    async factorize(task, options) {
      validateFactorize(task);
      return pool.run('factorize', task, options);
    },
  };
}
