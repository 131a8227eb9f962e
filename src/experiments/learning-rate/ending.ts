import type { Objective } from '../../formula';
import type { Run } from '../../math/descend';
import { minimumAround, stationaryProblem } from '../../math/one-variable';
import { rateLimit, type NamedOptimizer } from '../../math/optimizers';
import { endingByBoth, FOLLOWED, type Ending } from '../../math/outcomes';
import type { StationaryPoint } from '../../math/stationary';
import { leadsAway } from './growth';

/** A run has converged when it stays this close to the minimum, and has diverged beyond the bound. */
const TOLERANCE = 1e-3;
export const BOUND = 1e12;

/** What runs are judged by. */
interface Criteria {
  objective: Objective;
  optimizer: NamedOptimizer;
  /** The minima that are known, and the one that descent from the start is about. */
  minima: readonly StationaryPoint[];
  minimum: StationaryPoint | undefined;
  /** After how many steps it is asked what became of a run. */
  iterations: number;
}

/** Judges runs that were followed beyond their last iteration, by the rate of the steps there. */
export function judgeOf({ objective, optimizer, minima, minimum, iterations }: Criteria) {
  const others = minima.filter((one) => one !== minimum);
  const bounds = stationaryProblem(objective);
  /** What hits a minimum exactly at a rate above its limit stands still, and has not converged: beside it, nothing stays. */
  const canHold = (rate: number, { curvature }: StationaryPoint) =>
    !(curvature > 0 && curvature < Infinity && rate > (rateLimit(optimizer, curvature) ?? Infinity));
  /** The minimum that a run rests in where none was looked for. */
  const foundAt = (tails: ArrayLike<number>): readonly StationaryPoint[] => {
    const place = tails[FOLLOWED];
    for (let i = 0; i <= FOLLOWED / 2; i++) if (!(Math.abs(tails[i] - place) <= 2 * TOLERANCE)) return [];
    if (minima.some(({ theta }) => Math.abs(theta - place) <= TOLERANCE)) return [];
    const found = minimumAround(objective, place, TOLERANCE);
    return found ? [found] : [];
  };

  return ({ iterates, steps }: Run, rate: number): Ending => {
    const isBeyond = Math.abs(iterates[iterates.length - 1]) > BOUND;
    if (steps < iterations + (isBeyond ? 1 : 0)) return { outcome: isBeyond ? 'diverged' : 'left' };
    const after = iterates.subarray(-(steps - iterations + 1));
    const tails = isBeyond ? after.subarray(0, -1) : after;
    const elsewhere = [...others, ...foundAt(tails)];
    const places = [...(minimum ? [minimum] : []), ...elsewhere];
    const ending = endingByBoth(tails, {
      minima: minimum ? [minimum.theta] : [],
      elsewhere: elsewhere.map(({ theta }) => theta),
      canHold: places.map((place) => canHold(rate, place)),
      tolerance: TOLERANCE,
      bound: BOUND,
    });
    const tail = after.subarray(0, FOLLOWED + 1);
    const leads = { optimizer, rate, tail, outcome: ending.outcome, tolerance: TOLERANCE, bounds, bound: BOUND };
    return minimum && leadsAway({ ...leads, minimum: minimum.theta }) ? { outcome: 'diverged' } : ending;
  };
}
