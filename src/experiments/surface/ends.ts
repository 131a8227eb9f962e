import { listOutcomes, type Outcome } from '../../charts/outcome';
import { formatNumber } from '../../charts/kit/format';
import type { Targets } from './kinds';
import type { SurfaceProblem } from './problem';
import { say } from './words';

/** The names and colours of the kinds. */
export function outcomesOf({
  minima,
  task,
  parameters,
  stationary,
}: Targets & Pick<SurfaceProblem, 'parameters' | 'stationary'>): Outcome[] {
  const places = minima.map(({ x, y }) => placeText(x, y));
  const targets = places.map((place) => ({
    label: say('minimumAt', { place }),
    name: say.inEnglish('minimumAt', { place }),
  }));
  const isBottom = stationary.curves.length === 0 && stationary.regions.length > 0;
  const valley = parameters.frozen === 'none' ? (isBottom ? 'onBottom' : 'inValley') : 'alongFree';
  if (task.valley) targets.push({ label: say(valley), name: say.inEnglish(valley) });
  return listOutcomes(targets);
}

/** A place in words: `(3, 2)`. */
export const placeText = (x: number, y: number) =>
  say('place', { x: formatNumber(Number(x.toFixed(3))), y: formatNumber(Number(y.toFixed(3))) });
