import { CONSTANT, scheduleFactor } from '../../math/schedules';
import { FOLLOWED, OUTCOMES } from '../../math/outcomes';
import type { LeastSquaresDescentTask } from './task';

/** Steps in a row that each lengthen the gradient, and are divergence together. */
export const RISING = 10;
/** Over how many steps growth is measured: with a state, errors swing. */
export const growthSteps = ({ optimizer }: Pick<LeastSquaresDescentTask, 'optimizer'>): number =>
  !optimizer || optimizer.name === 'gd' ? 10 : 64;
/** A gradient this short, beside those of the starts, is rest: its square is close to the least number of float32. */
export const REST = 1e-18;
/** Growth that is told from rounding. */
export const GROWS = 1e-6;
/** How much the length of a gradient may vary in a cycle, relative. */
export const SAME = 1e-4;
/** Larger than any growth: there is none. */
export const NO_GROWTH = 1e30;
/** A length beyond this is drawn in, so that it stays a number. */
export const LONGEST = 1e18;

/** What lengths of gradients are multiplied by, so that they are about those of errors: 1 over the largest entry of H. */
export function scaleOf({ hessian }: Pick<LeastSquaresDescentTask, 'hessian'>): number {
  const largest = (hessian as Float64Array).reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  return largest > 0 ? 1 / largest : 1;
}

/** The number of the last iterate that is visited, with the steps that are followed. */
export const lastOf = ({ iterations }: Pick<LeastSquaresDescentTask, 'iterations'>): number => iterations + FOLLOWED;

/** How many errors of each run are kept. */
export const framesOf = ({ iterations, every }: Pick<LeastSquaresDescentTask, 'iterations' | 'every'>): number =>
  every > 0 ? Math.floor(iterations / every) + 1 : 0;

/** What the learning rate is multiplied by in each iteration; from the last one on it stays. */
export function factorsOf({ schedule = CONSTANT, iterations }: LeastSquaresDescentTask): Float64Array {
  return Float64Array.from({ length: Math.max(1, iterations) }, (_, k) => scheduleFactor(schedule, k, iterations));
}

/** Outcomes by their numbers in `OUTCOMES`. */
export const [DIVERGED, CONVERGED, STILL, CYCLING, MOVING, WANDERING] = (
  ['diverged', 'converged', 'still', 'cycling', 'moving', 'wandering'] as const
).map((outcome) => OUTCOMES.indexOf(outcome));

/** Adds up what became of runs. */
export class Tally {
  readonly counts: Uint32Array;
  readonly growing: Uint32Array;
  private readonly sums: Float64Array;
  private readonly measured: Float64Array;

  constructor(rates: number) {
    this.counts = new Uint32Array(rates * OUTCOMES.length);
    this.growing = new Uint32Array(rates);
    this.sums = new Float64Array(rates);
    this.measured = new Float64Array(rates);
  }

  /** A run with its outcome and the logarithm of its growth. */
  add(rate: number, outcome: number, growth: number): void {
    this.counts[rate * OUTCOMES.length + outcome]++;
    if (growth === NO_GROWTH) return;
    this.addGrowth(rate, growth, 1, growth > GROWS ? 1 : 0);
  }

  addGrowth(rate: number, sum: number, measured: number, growing: number): void {
    this.sums[rate] += sum;
    this.measured[rate] += measured;
    this.growing[rate] += growing;
  }

  /** The geometric means. */
  get growth(): Float64Array {
    return this.sums.map((sum, rate) => Math.exp(sum / this.measured[rate]));
  }
}
