import { conv1d } from './conv1d/kernel';
import { conv1dDescent } from './conv1d-descent/kernel';
import { factorize } from './factorize/kernel';
import { leastSquaresDescent } from './least-squares-descent/kernel';
import { networks } from './networks/kernel';
import { ridgeGrid } from './ridge-grid/kernel';
import type { WorkerKernels } from './worker-kernel';

/** What a worker for matrices computes. */
export const matrices = {
  conv1d,
  conv1dDescent,
  factorize,
  leastSquaresDescent,
  networks,
  ridgeGrid,
} satisfies WorkerKernels;
