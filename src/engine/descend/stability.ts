import { compileInterval, compileScalar, type Objective } from '../../formula';
import { keptLast } from '../../math/kept-last';
import { LARGEST } from '../check';
import type { DescendTask } from './task';

/** What theory says of the learning rates at one minimum. */
export interface Stability {
  /** Below this rate every run that is within tolerance converges: each step from there brings it closer. */
  certain: number;
  /** Above this rate, 2/f'', none does. */
  possible: number;
}

type Places = Pick<DescendTask, 'minima' | 'elsewhere' | 'tolerance'>;

/** What was found last of each objective: while a rate is dragged, the same is asked at every move. */
const last = keptLast<Objective, readonly Stability[]>();

/** Of each minimum of a task, then of each place elsewhere. Where there is no curvature, at a kink or in a flat place, any rate is possible. */
export function stabilityOf(objective: Objective, { minima, elsewhere = [], tolerance }: Places): readonly Stability[] {
  const places = [...minima, ...elsewhere];
  return last(objective, [tolerance, ...places].join(' '), () => found(objective, places, tolerance));
}

function found({ variable, curvature }: Objective, places: readonly number[], tolerance: number): Stability[] {
  const at = compileScalar(curvature, [variable]);
  const within = compileInterval(curvature, variable);
  return places.map((place) => {
    const [least, most] = within(place - tolerance, place + tolerance);
    const bend = at(place);
    return {
      certain: least > 0 ? Math.min(LARGEST, 2 / most) : 0,
      possible: bend > 0 ? Math.min(LARGEST, 2 / bend) : LARGEST,
    };
  });
}

/** Which places can hold a run at a rate: see `Landmarks`. */
export function holdersAt(rate: number, stability: readonly Stability[]): boolean[] {
  return stability.map(({ possible }) => !(rate > possible));
}
