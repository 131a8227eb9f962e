import type { Engine, RunOptions, Samples } from '../../engine/contract';
import { Conv1d } from '../../math/conv1d';
import { inSteps } from '../../math/in-slices';
import { part, type ResultBase } from '../experiment';
import { checkAdjoint, type Adjoint } from './adjoint';
import { descend } from './descend';
import type { Conv1dParameters } from './parameters';
import type { Conv1dProblem } from './problem';
import { recoveryOf, type Recovery } from './recovery';

export interface Conv1dResult extends ResultBase<Conv1dParameters> {
  /** The last iterate, n numbers. */
  x: Samples;
  /** F at every iterate, iterations + 1 numbers. */
  losses: Float64Array;
  /** The learning rate of this descent. */
  learningRate: number;
  /** |A| */
  operatorNorm: number;
  /** Whether the norm is the bound by the filter's frequency response, which for long signals is as good. */
  normIsBound: boolean;
  /** The largest stable learning rate, 2 / (|A|^2 + lambda). */
  threshold: number;
  /** |<A x, y> - <x, A' y>| / (|A x| |y|), as the engine computed it. */
  adjointError: number;
  /** The first iteration at which F was beyond the bound, or null. */
  diverged: number | null;
  /** The unit of noise, outliers and of the residual at which the Huber loss bends: 1, or the standard deviation of `samples`. */
  unit: number;
  /** n - r + 1, the length of the observation. */
  rows: number;
  /** n, the length of the signal. */
  columns: number;
  /** r, the length of the filter. */
  taps: number;
}

/** The result, and what the pictures need besides it. */
export interface Conv1dRun {
  result: Conv1dResult;
  recovery: Recovery;
  adjoint: Adjoint;
  /** Frames x n: iterates 0, every, 2 every, ...; undefined where not even two would fit. */
  iterates?: Samples;
  frames: number;
  /** 0 where no frames are kept. */
  every: number;
}

/** `auto`, as a fraction of the largest stable rate. */
export const AUTO = 0.9;
/** Most iterates that are kept, and most numbers in all of them. */
const FRAMES = 1000;
const FRAME_VALUES = 2 ** 23;

/** Descends, and checks that the engine's transpose is one. */
export async function run(problem: Conv1dProblem, engine: Engine, options: RunOptions): Promise<Conv1dRun> {
  const { parameters: p, taps, length, rows } = problem;
  const recovery = await recoveryOf(problem, part(options, 0, 0.1));
  const { norm, isBound } = await normOf(recovery, options);
  const threshold = 2 / (norm * norm + p.ridge);
  const learningRate = p.learningRate === 'auto' ? AUTO * threshold : p.learningRate;
  const every = intervalOf(length, p.iterations);
  const { iterations } = p;
  const descent = await descend(
    p,
    recovery,
    { learningRates: [learningRate], iterations, every },
    engine,
    part(options, 0.1, 0.9),
  );
  const adjoint = await checkAdjoint(taps, length, engine, part(options, 0.9, 1));
  const { x, losses, iterates, frames } = descent;
  const [diverged] = descent.diverged;
  return {
    result: {
      engine: descent.engine,
      parameters: p,
      x,
      losses,
      learningRate,
      operatorNorm: norm,
      normIsBound: isBound,
      threshold,
      adjointError: adjoint.error,
      diverged,
      unit: recovery.unit,
      rows,
      columns: length,
      taps: taps.length,
    },
    recovery,
    adjoint,
    iterates,
    frames,
    every,
  };
}

/** Multiply-adds that the norm may cost; the bound is good enough where that does not do. */
const NORM_WORK = 5e8;
/** Fewer steps than this never suffice. */
const FEWEST_STEPS = 12;
/** The bound is taken at once where it is off by no more than this. */
const NORM_TOLERANCE = 1e-6;
const SMALL = 2 ** 17;

/** |A|, exactly where that is quick to compute, else its bound. */
export async function normOf(recovery: Sizes, { signal }: RunOptions): Promise<Norm> {
  return inSteps(normSteps(recovery, NORM_WORK), { signal });
}

type Sizes = Pick<Recovery, 'taps' | 'length' | 'rows'>;

interface Norm {
  norm: number;
  isBound: boolean;
}

/** As `normOf`, a step at a time, with a budget of multiply-adds. */
export function* normSteps({ taps, length, rows }: Sizes, work: number): Generator<undefined, Norm> {
  const A = new Conv1d(taps, length);
  const isFar = 3.1 * ((taps.length - 1) / rows) ** 2 > NORM_TOLERANCE;
  const steps = Math.floor(work / (2 * rows * taps.length));
  if (isFar && steps >= FEWEST_STEPS) {
    try {
      const norm = yield* A.normSteps(rows * taps.length <= SMALL ? 1e-10 : NORM_TOLERANCE, steps);
      return { norm, isBound: false };
    } catch (error) {
      // It would take too long.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return { norm: A.normBound(), isBound: true };
}

/** The interval at which iterates are kept: 1 where all fit; 0 where fewer than two do. */
function intervalOf(length: number, iterations: number): number {
  const most = Math.min(FRAMES, Math.floor(FRAME_VALUES / length)) - 1;
  return most < 1 ? 0 : Math.ceil(iterations / most);
}
