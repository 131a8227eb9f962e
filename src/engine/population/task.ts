import type { NamedOptimizer } from '../../math/optimizers';
import type { Schedule } from '../../math/schedules';
import { threefry } from '../../math/random';
import { STREAM_STARTS, uniformIn } from '../../math/starts';
import type { Bins } from '../descend';

/** A point: a number for each variable of the objective. */
export type Point = readonly number[];

/** A range of a variable, its ends included. */
export interface Interval {
  low: number;
  high: number;
}

/** Which points descent starts from, in one variable or two. */
export type PopulationStarts =
  /** Drawn from the seed in the box, as `startAt` in `math/starts.ts` does; the second variable has the second random word of the same draw. */
  | { sampling: 'random'; count: number; box: readonly Interval[]; seed: number }
  /**
   * Midpoints of equal cells of the box: `size` has their number along each variable. The first variable runs fastest, so a plane is
   * gone through row by row, from its low corner on: start number i is at column i mod size[0], row i / size[0]. One run a pixel.
   */
  | { sampling: 'grid'; size: readonly number[]; box: readonly Interval[] }
  /** Given points. */
  | { sampling: 'points'; points: readonly Point[] };

/**
 * Descent of a population on a function of one or two variables: every start at every learning rate, theta <- theta - rate(k) * step,
 * for k from 0 to `iterations` - 1, where an optimizer makes the step of the gradient and rate(k) is the learning rate times the
 * schedule's factor. A task has one optimizer; several are several tasks.
 *
 * After the last iteration a run is followed for 128 steps more, or twice as many where these do not tell, with k held at the last step's: its rate and its bias correction. What it does then tells what
 * has become of it (`math/outcomes.ts`). Distances are Euclidean; "beyond the bound" is said of the largest coordinate.
 */
export interface PopulationTask {
  /** The objective as formula text: `parseObjective` reads it where starts have one coordinate, `parseSurface` where they have two. */
  objective: string;
  /** The optimizer's name and coefficients. */
  optimizer: NamedOptimizer;
  /** How the learning rate goes with the iteration. */
  schedule: Schedule;
  /** Each at least 0; every start descends at each of them. */
  learningRates: readonly number[];
  starts: PopulationStarts;
  /** Variables that stay as they are, by number: their part of the gradient is taken for 0. At least one variable is free. */
  frozen?: readonly number[];
  /** How many steps each run makes, at most 1,000,000. */
  iterations: number;
  /** The minima that a run can converge to; at most 250. */
  targets: readonly Point[];
  /** Minima that are of no interest themselves, because they lie outside of a range, say; at most 250. */
  elsewhere?: readonly Point[];
  /** Where the slope is 0 and no minimum is; at most 250. No run converges there, but one of one variable that goes there does not fall. */
  level?: readonly Point[];
  /**
   * Whether runs may converge to what is no target: a curve of minima, or a minimum that nobody listed. The curve itself need not be
   * known. A run converges to it, place `targets.length`, if no target and nothing elsewhere holds it, it stays within tolerance of
   * its own last point from K to K + 64, and at the last point, in the free variables: one Newton step along the direction of the
   * largest curvature, |gradient| / largest eigenvalue of the Hessian, is at most the tolerance; the least eigenvalue is not below
   * -1/100 of the largest; and the learning rate is not above the optimizer's limit for that curvature. With a frozen variable the
   * minima over the others make such a curve.
   */
  valley?: boolean;
  /**
   * A run has converged to a target if it is within this distance of it after the last iteration and for 64 steps more, and after
   * 128 more it is no farther away than it was (or than a hundredth of the tolerance). The nearest target has it. Above the
   * optimizer's limit for the largest curvature there (`rateLimit`), where it has one, nothing converges.
   */
  tolerance: number;
  /** A run diverged once the size of a coordinate is above it at any iterate up to the last, the start included. */
  bound: number;
  /** What is to be known besides the counts. */
  observe?: Observed;
}

export interface Observed {
  /** `labels` and `times` of every run: with a grid of starts, the picture of one run a pixel. */
  map?: boolean;
  /** `finals` of every run. */
  finals?: boolean;
  /** `histogram`: where runs ended, by kind. Bins along each variable. */
  histogram?: readonly Bins[];
  /**
   * `density`: the iterates from `iterations` - `last` + 1 to `iterations`, of all kinds of runs together, each as long as it is within the
   * bound and the domain. Bins along each variable.
   */
  density?: { bins: readonly Bins[]; last: number };
  /**
   * `frames`: where the first `count` runs are at some iterations, ascending. For a flowing population take random starts, of which the
   * first are a sample; for trajectories, `points` and every iteration.
   */
  frames?: { count: number; at: readonly number[] };
  /** `losses`: quantiles, from 0 to 1, of the objective over all runs at some iterations, ascending. 0.5 is the median. */
  losses?: { quantiles: readonly number[]; at: readonly number[] };
}

/** The number of variables of a task. */
export function variablesOf({ starts }: Pick<PopulationTask, 'starts'>): number {
  return starts.sampling === 'points' ? starts.points[0].length : starts.box.length;
}

/** The number of starts of a task. */
export function countOf({ starts }: Pick<PopulationTask, 'starts'>): number {
  switch (starts.sampling) {
    case 'random':
      return starts.count;
    case 'grid':
      return starts.size.reduce((a, b) => a * b);
    case 'points':
      return starts.points.length;
  }
}

/** The places that runs can converge to, the valley among them, and those elsewhere: what endings are numbered by. */
export function placesOf({ targets, valley, elsewhere = [] }: PopulationTask): {
  minima: { length: number };
  elsewhere: { length: number };
} {
  return { minima: { length: targets.length + (valley ? 1 : 0) }, elsewhere };
}

/** Start number `index` of a task. */
export function startOf({ starts }: Pick<PopulationTask, 'starts'>, index: number): number[] {
  switch (starts.sampling) {
    case 'random': {
      const words = threefry([starts.seed, STREAM_STARTS], [index, 0]);
      return starts.box.map((interval, variable) => uniformIn(interval, words[variable]));
    }
    case 'grid': {
      let rest = index;
      return starts.box.map(({ low, high }, variable) => {
        const cells = starts.size[variable];
        const cell = rest % cells;
        rest = (rest - cell) / cells;
        return low + ((high - low) * (cell + 0.5)) / cells;
      });
    }
    case 'points':
      return [...starts.points[index]];
  }
}

/** How many cells some bins along each variable make, with those outside. */
export function cellsIn(bins: readonly Bins[]): number {
  return bins.reduce((product, { count }) => product * (count + 2), 1);
}
