import type { Kernel, Kernels, StartedEngine } from '../engine';
import type { WorkerName } from './messages';
import type { PageKernel } from './plan';
import { Pool } from './pool';

/** Shared by everything on the page, so that no two of its parts compete for the processor's cores. */
const pool = new Pool();

/** Few pages do all kinds of computations: each is loaded when it is first asked for. */
const kernels: Kernels = {
  descend: kernel('formulas', () => import('./descend')),
  trace: kernel('formulas', () => import('./trace')),
  population: kernel('formulas', () => import('./population')),
  conv1d: kernel('matrices', () => import('./conv1d')),
  conv1dDescent: kernel('matrices', () => import('./conv1d-descent')),
  factorize: kernel('matrices', () => import('./factorize')),
  networks: kernel('matrices', () => import('./networks')),
  leastSquaresDescent: kernel('matrices', () => import('./least-squares-descent')),
  replicas: kernel('draws', () => import('./replicas')),
  coverage: kernel('draws', () => import('./coverage')),
  ridgeGrid: kernel('matrices', () => import('./ridge-grid')),
};

/** Loads the page's half of a kernel while the workers start that have the other half. */
function kernel<Task, Part, Result, Prepared, Excerpt>(
  worker: WorkerName,
  load: () => Promise<PageKernel<Task, Part, Result, Prepared, Excerpt>>,
): () => Promise<Kernel<Task, Result>> {
  return async () => {
    pool.wake(worker);
    const { plan, prepare } = await load();
    return async (task, options) =>
      pool.run(worker, plan, prepare ? await prepare(task) : (task as unknown as Prepared), options);
  };
}

/** The engine that runs everywhere: float64, readable, in workers. It is the definition that others are tested against. */
export async function createEngine(): Promise<StartedEngine> {
  return {
    get info() {
      return pool.info;
    },
    kernels,
  };
}
