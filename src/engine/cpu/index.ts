import type { Engine, EngineInfo } from '../contract';
import * as formulas from './descend';
import type { KernelName } from './worker-kernel';
import { Pool } from './pool';

/** Shared by everything on the page, so that no two of its parts compete for the processor's cores. */
const pool = new Pool();

/** Few pages do all kinds of computations: the others are loaded when they are first asked for, while the workers start. */
async function loaded<Kind>(kernel: KernelName, load: () => Promise<Kind>): Promise<Kind> {
  pool.wake(kernel);
  return load();
}

/** The engine that runs everywhere: float64, readable, in workers. It is the definition that others are tested against. */
export async function createEngine(): Promise<Engine & { readonly info: EngineInfo }> {
  return {
    get info() {
      return pool.info;
    },
    descend: (task, options) => formulas.descend(pool, task, options),
    trace: (task, options) => formulas.trace(pool, task, options),
    conv1d: async (task, options) =>
      (await loaded('conv1d', () => import('./conv1d'))).conv1d(pool, task, options),
    conv1dDescent: async (task, options) =>
      (await loaded('conv1dDescent', () => import('./conv1d'))).conv1dDescent(pool, task, options),
    factorize: async (task, options) =>
      (await loaded('factorize', () => import('./factorize'))).factorize(pool, task, options),
  };
}
