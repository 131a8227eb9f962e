import { compileInterval, compileScalar, type Objective } from '../../../formula';
import { keptLast } from '../../../math/kept-last';
import { LARGEST } from '../../check';
import type { DescendTask } from '../../descend';

type Places = Pick<DescendTask, 'starts' | 'minima' | 'elsewhere'>;

/** Pieces of the range in which the curvature is bounded: bounds of small pieces are close. */
const PIECES = 512;
/** As a share of its distance from 0, and at least of 1: so near is a minimum to where it is said to be. */
const NEAR = 1e-6;
/** What rounding may take from a rate. */
const ROUNDED_DOWN = 1 - 2 ** -10;

/** What was found last of each objective: while a rate is dragged, the same is asked at every move. */
const rates = keptLast<Objective, number>();

/**
 * Below this learning rate no step between the outermost of `starts` and places leads past a place: there theta - rate f'(theta) rises
 * with theta, so that a run goes one way, and never comes to the other side of a minimum. 0 if there is a kink, or a place is no minimum.
 */
export function oneWayRate(objective: Objective, task: Places): number {
  const key = [...rangeOfRuns(task), ...placesOf(task)].join(' ');
  return rates(objective, key, () => found(objective, task));
}

function found({ variable, gradient, curvature }: Objective, task: Places): number {
  const slope = compileScalar(gradient, [variable]);
  const isMinimum = (place: number) => {
    const away = NEAR * Math.max(1, Math.abs(place));
    return slope(place - away) < 0 && slope(place + away) > 0;
  };
  if (!placesOf(task).every(isMinimum)) return 0;
  const within = compileInterval(curvature, variable);
  const [low, high] = rangeOfRuns(task);
  let most = 0;
  for (let i = 0; i < PIECES; i++) {
    const at = (piece: number) => low + (piece / PIECES) * (high - low);
    // What is not a number is no bound.
    const [, upper] = within(at(i), at(i + 1));
    if (!(upper < Infinity)) return 0;
    most = Math.max(most, upper);
  }
  return most > 0 ? Math.min(LARGEST, ROUNDED_DOWN / most) : LARGEST;
}

/** From the lowest of starts and places to the highest. */
export function rangeOfRuns(task: Places): [number, number] {
  const places = placesOf(task);
  return [Math.min(task.starts.low, ...places), Math.max(task.starts.high, ...places)];
}

const placesOf = ({ minima, elsewhere = [] }: Places): number[] => [...minima, ...elsewhere];
