import { eigen, type Place } from './plane';
import { distance, ZERO, type Units, type Usual } from './plane-units';

const MOST_STEPS = 90;
/** How close to a place that is known a search need not go on, and how close to a zero it has found it, in units of the window. */
const KNOWN = 1e-5;
const CONVERGED = 1e-9;

/**
 * Levenberg and Marquardt's method on the gradient; undefined where it does not come to 0, or comes to a place that is known. Where the gradient is 0 to
 * a high order along a curve, as that of (x y)^4, steps in the flatter direction lead away along it: then only steps across are made.
 */
export function zeroOfGradient(
  units: Units,
  start: Place,
  usual: Usual,
  known: readonly Place[],
  way: 'all' | 'across' = 'all',
): Place | undefined {
  const { gradient, hessian } = units;
  let place = start;
  let slope = gradient(...place);
  let size = Math.hypot(...slope);
  let damping = 1e-2;
  for (let step = 0; step < MOST_STEPS && size > 0; step++) {
    if (!Number.isFinite(size) || Math.abs(place[0]) > 3 || Math.abs(place[1]) > 3) return undefined;
    if (step % 8 === 7 && known.some((one) => distance(one, place) < KNOWN)) return undefined;
    const { values, vectors } = eigen(hessian(...place));
    const most = Math.max(Math.abs(values[0]), Math.abs(values[1]));
    let isBetter = false;
    for (let trial = 0; trial < 8 && !isBetter; trial++) {
      const along = vectors.map((vector, i) => {
        const denominator = values[i] ** 2 + damping * most ** 2;
        const isLeftOut = way === 'across' && Math.abs(values[i]) < most;
        return denominator > 0 && !isLeftOut
          ? (-values[i] * (vector[0] * slope[0] + vector[1] * slope[1])) / denominator
          : 0;
      });
      const next: Place = [
        place[0] + along[0] * vectors[0][0] + along[1] * vectors[1][0],
        place[1] + along[0] * vectors[0][1] + along[1] * vectors[1][1],
      ];
      const there = gradient(...next);
      isBetter = Math.hypot(...there) < size;
      damping = isBetter ? damping / 30 : Math.max(1e-9, damping * 30);
      if (isBetter) [place, slope, size] = [next, there, Math.hypot(...there)];
    }
    if (!isBetter) break;
  }
  const round = rounded(units, place, size);
  if (round) return round;
  if (!(size <= 1e-9 * usual.gradient)) return undefined;
  // A gradient that is only small has a zero nearby; what only fades, as the tail of a bell, has none.
  const { values, vectors } = eigen(hessian(...place));
  const most = Math.max(Math.abs(values[0]), Math.abs(values[1]));
  const left = vectors.map((vector, i) => {
    const across = Math.abs(vector[0] * slope[0] + vector[1] * slope[1]);
    const isNothing = Math.abs(values[i]) <= ZERO * most && across <= 1e-12 * usual.gradient;
    return isNothing || across === 0 ? 0 : across / Math.abs(values[i]);
  });
  return Math.hypot(...left) <= CONVERGED ? place : undefined;
}

/** Many a zero is a round number: it is taken where the gradient there is no larger. */
function rounded({ gradient, toPlace, fromPlace }: Units, place: Place, size: number): Place | undefined {
  const at = toPlace(place);
  const zero = fromPlace([0, 0]);
  const round = fromPlace(at.map((coordinate) => Number(coordinate.toPrecision(9))) as [number, number]);
  const zeroed = place.map((unit, i) => (Math.abs(unit - zero[i]) < 1e-9 ? zero[i] : unit)) as [number, number];
  return [round, zeroed].find((one) => distance(one, place) < 1e-7 && Math.hypot(...gradient(...one)) <= size * 1e-3);
}
