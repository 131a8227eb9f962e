import { pythonList, pythonNumber, toPython } from '../../formula/python';
import { FOLLOWED } from '../../math/outcomes';
import { numpyProgram } from '../numpy-program';
import type { WideMinimaParameters } from './parameters';
import { prepare } from './problem';

// Its own names are longer than a letter, as any letter may be the function's variable.
/**
 * A program that prints how many runs end where, a line for each learning rate.
 * @throws {ParameterError} for a function that cannot be descended
 */
export function numpy(p: WideMinimaParameters): string {
  const { objective, minima } = prepare(p);
  const { gradient, variable: theta } = objective;
  const [low, high, tolerance, bound] = [p.low, p.high, p.tolerance, p.bound].map(pythonNumber);
  const places = minima.map((minimum) => minimum.theta);
  return numpyProgram(
    toPython({ gradient }, theta),
    `${startsOf(p)}
minima = np.array(${pythonList(places)})  # between ${low} and ${high}, where the gradient is 0`,
    `for rate in ${pythonList(p.learningRates)}:
    ${theta} = starts
    for step in range(${p.iterations}):
        ${theta} = ${theta} - rate * gradient(${theta})
        ${theta} = ${theta}[np.abs(${theta}) <= ${bound}]  # the others have diverged
    diverged = len(starts) - len(${theta})
    away = [np.abs(${theta} - minimum) for minimum in minima]
    stays = [distance <= ${tolerance} for distance in away]
    for step in range(${FOLLOWED}):  # a run that only passes by a minimum has not converged
        ${theta} = ${theta} - rate * gradient(${theta})
        if step < ${FOLLOWED / 2}:
            stays = [stay & (np.abs(${theta} - minimum) <= ${tolerance}) for stay, minimum in zip(stays, minima)]
    last = [np.abs(${theta} - minimum) <= np.maximum(distance, ${tolerance} / 100) for distance, minimum in zip(away, minima)]
    converged = [np.sum(stay & near) for stay, near in zip(stays, last)]
    print("rate:", rate, "converged:", *converged, "others:", len(${theta}) - sum(converged), "diverged:", diverged)`,
  );
}

function startsOf({ sampling, starts, low, high, seed }: WideMinimaParameters): string {
  if (sampling === 'grid')
    return `starts = ${low} + ${pythonNumber(high - low)} * (np.arange(${starts}) + 0.5) / ${starts}`;
  return `# NumPy draws other starts than the lab: a share p of n runs agrees to about sqrt(p * (1 - p) / n).
starts = np.random.default_rng(${seed}).uniform(${low}, ${high}, ${starts})`;
}
