import { KINDS } from '../../engine/descend/endings';
import type { PopulationResult } from '../../engine/population';
import type { Ending } from '../../math/outcomes';
import type { SurfaceProblem } from './problem';

/** What tells which ends have a colour of their own. */
export type Targets = Pick<SurfaceProblem, 'minima' | 'task'>;

/** The kinds of ends that have a colour: the minima, the valley where there may be one, then `KINDS`. */
export function kindOf({ minima, task }: Targets, { outcome, place = 0, isFalling }: Ending): number {
  if (outcome === 'converged') return place;
  return minima.length + (task.valley ? 1 : 0) + KINDS.indexOf(isFalling ? 'falling' : outcome);
}

/** How many runs at the learning rate number `row` are of each kind. */
export function countsAt(
  targets: Targets,
  { endings, counts }: Pick<PopulationResult, 'endings' | 'counts'>,
  row: number,
) {
  const kinds = new Array<number>(targets.minima.length + (targets.task.valley ? 1 : 0) + KINDS.length).fill(0);
  endings.forEach((ending, i) => (kinds[kindOf(targets, ending)] += counts[row * endings.length + i]));
  return kinds;
}

/** The kind of each run, by the number of its ending. */
export function kindsAmong(targets: Targets, endings: readonly Ending[], labels: ArrayLike<number>): Uint8Array {
  const kinds = Uint8Array.from(endings, (ending) => kindOf(targets, ending));
  return Uint8Array.from(labels, (label) => kinds[label]);
}
