import type { Engine, EngineInfo } from '../contract';
import { Pool } from './pool';

/** Shared by everything on the page, so that no two of its parts compete for the processor's cores. */
const pool = new Pool();

/** Few pages do all kinds of computations: each is loaded when it is first asked for, while the workers start. */
async function loaded<Kind>(load: () => Promise<Kind>): Promise<Kind> {
  pool.wake();
  return load();
}

const formulas = () => loaded(() => import('./formulas'));
const convolutions = () => loaded(() => import('./convolutions'));
const factorizations = () => loaded(() => import('./factorizations'));

/** The engine that runs everywhere: float64, readable, in workers. It is the definition that others are tested against. */
export async function createEngine(): Promise<Engine & { readonly info: EngineInfo }> {
  return {
    get info() {
      return pool.info;
    },
    descend: async (task, options) => (await formulas()).descend(pool, task, options),
    trace: async (task, options) => (await formulas()).trace(pool, task, options),
    conv1d: async (task, options) => (await convolutions()).conv1d(pool, task, options),
    conv1dDescent: async (task, options) => (await convolutions()).conv1dDescent(pool, task, options),
    factorize: async (task, options) => (await factorizations()).factorize(pool, task, options),
  };
}
