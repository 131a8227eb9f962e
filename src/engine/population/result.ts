import type { Ending } from '../../math/outcomes';
import type { EngineInfo } from '../contract';

/**
 * Each ending of a run has a number: first converging to each of the targets, in their order, then to the valley, if the task has
 * one, then what `endings` says. Arrays hold numbers of R learning rates, the rate slowest; V variables, the variable fastest; S starts; E endings.
 */
export interface PopulationResult {
  engine: EngineInfo;
  /** What the numbers stand for. An ending in the valley is `converged` at place `targets.length`. `outcomesAt` counts by outcome. */
  endings: readonly Ending[];
  /** Runs per learning rate and ending: R x E. */
  counts: Uint32Array;
  /** R x S: the number of each run's ending. */
  labels?: Uint16Array;
  /**
   * R x S: after how many iterations it was settled, with the fraction of the last one, so that pictures have no steps.
   * Rounded up, it is the first iteration from which a run stays within tolerance of the target (in the valley: from which the size of the gradient
   * stays within tolerance), or at which it is beyond the bound or out of the domain; `iterations` where nothing of that happened.
   * The fraction is where the logarithm of the distance goes through that of the tolerance or the bound: above 0, and 1 where it left the domain.
   */
  times?: Float32Array;
  /** R x S x V: the last iterate; of a run that diverged or left, the first one beyond the bound (which may be no finite number) or outside of the domain. */
  finals?: Float32Array | Float64Array;
  /**
   * R x kinds x cells: last iterates of the runs that did not diverge, by kind: each target, the valley, then those of `KINDS` (`descend/endings.ts`)
   * but the last. Cells are those of the bins and one more at each end, (bins + 2) along each variable; the first variable runs fastest.
   */
  histogram?: Uint32Array;
  /** R x cells, laid out as in `histogram`. */
  density?: Uint32Array;
  /** R x iterations asked for x runs x V. A run that ended early stays at its last iterate. */
  frames?: Float32Array | Float64Array;
  /**
   * R x iterations asked for x quantiles: the least value such that the objective is no larger in that share of the runs, to 1 part in 128.
   * Infinity where that many have diverged or left.
   */
  losses?: Float64Array;
}
