import { compileInterval, compileScalar, type Objective } from '../../formula';
import { LARGEST } from '../check';
import type { DescendTask } from './task';

/** What theory says of the learning rates at one minimum. */
export interface Stability {
  /** Below this rate every run that is within tolerance converges: each step from there brings it closer. */
  certain: number;
  /** Above this rate, 2/f'', none does. */
  possible: number;
}

/** Of each minimum of a task, then of each place elsewhere. Where there is no curvature, at a kink or in a flat place, any rate is possible. */
export function stabilityOf(
  { variable, curvature }: Objective,
  { minima, elsewhere = [], tolerance }: Pick<DescendTask, 'minima' | 'elsewhere' | 'tolerance'>,
): Stability[] {
  const at = compileScalar(curvature, [variable]);
  const within = compileInterval(curvature, variable);
  return [...minima, ...elsewhere].map((place) => {
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
