import { pythonList, pythonNumber } from '../../formula/python';
import { FOLLOWED } from '../../math/outcomes';
import { isConstant } from '../../math/schedules';
import { factorInPython } from '../numpy-descent';
import { numpyProgram, torchProgram } from '../numpy-program';
import { slopesInPython } from '../numpy-slopes';
import { ratesOnScreen } from '../parameters/shown-rate';
import { optimizerInTorch, SCHEDULE_IN_TORCH } from '../torch-descent';
import type { Method } from './methods';
import type { WideMinimaParameters } from './parameters';
import { prepare, type WideMinimaProblem } from './problem';

// Its own names are longer than a letter, as any letter may be the function's variable.
/**
 * A program that prints how many runs end where, a line for each optimizer and learning rate. Plain descent is NumPy's alone;
 * other optimizers and schedules are PyTorch's.
 * @throws {ParameterError} for a function that cannot be descended
 */
export function numpy(p: WideMinimaParameters): string {
  const problem = prepare(p);
  const { objective, minima, methods } = problem;
  const { value, gradient, variable } = objective;
  const [low, high] = [p.low, p.high].map(pythonNumber);
  const places = minima.map((minimum) => minimum.theta);
  const begin = `${startsOf(p)}
minima = np.array(${pythonList(places)})  # between ${low} and ${high}, where the gradient is 0`;
  const functions = slopesInPython(value, { gradient }, variable);
  if (methods.length === 1 && methods[0].isPlain) return numpyProgram(functions, begin, plain(problem));
  return torchProgram(
    functions,
    `iterations = ${p.iterations}${isConstant(methods[0].schedule) ? '' : `\n\n${factorInPython(methods[0].schedule)}`}`,
    begin,
    ...methods.map((method) => withMethod(problem, method)),
  );
}

/** Plain descent at a constant rate. */
function plain(problem: WideMinimaProblem): string {
  const { parameters: p, objective } = problem;
  const theta = objective.variable;
  const tolerance = pythonNumber(p.tolerance);
  return `for rate in ${pythonList(ratesOnScreen(p))}:
    ${theta} = starts
    for step in range(${p.iterations}):
        ${theta} = ${theta} - rate * gradient(${theta})
        ${theta} = ${theta}[${isWithin(problem)}]  # the others have diverged
    diverged = len(starts) - len(${theta})
    away = [np.abs(${theta} - minimum) for minimum in minima]
    stays = [distance <= ${tolerance} for distance in away]
    for step in range(${FOLLOWED}):  # a run that only passes by a minimum has not converged
        ${theta} = ${theta} - rate * gradient(${theta})
${judged(theta, tolerance)}
    print("rate:", rate, "converged:", *converged, "others:", len(${theta}) - sum(converged), "diverged:", diverged)`;
}

/** Which runs have not diverged: those that left the domain, nan by now, are among the others. */
function isWithin({ parameters: { bound }, objective: { variable: theta }, domain }: WideMinimaProblem): string {
  const within = `np.abs(${theta}) <= ${pythonNumber(bound)}`;
  return domain ? `np.isnan(${theta}) | (${within})` : within;
}

/** What the program cannot promise: see the documentation on numbers. */
const RMSPROP_AND_ROUNDING = `# RMSprop stays at a minimum only if the slope there becomes exactly 0, and else jumps about it. The last digits
# decide, so that other counts than the lab's may be printed.
`;

/** Descent with an optimizer and a schedule. What has diverged is moved no more by slopes, and stays among the others. */
function withMethod(problem: WideMinimaProblem, method: Method): string {
  const { parameters: p, objective } = problem;
  const theta = objective.variable;
  const tolerance = pythonNumber(p.tolerance);
  const isScheduled = !isConstant(method.schedule);
  const step = `${theta} = weights.numpy()
        weights.grad = torch.from_numpy(np.where(diverged, 0, gradient(${theta})))
        optimizer.step()`;
  return `${method.name === 'rmsprop' ? RMSPROP_AND_ROUNDING : ''}print("${method.name}")
for rate in ${pythonList(ratesOnScreen(p))}:
    weights = torch.tensor(starts)
    ${optimizerInTorch(method, '[weights]', 'rate')}${isScheduled ? `\n    ${SCHEDULE_IN_TORCH}` : ''}
    diverged = np.zeros(len(starts), dtype=bool)
    for step in range(iterations):
        ${step}
        diverged |= ~(${isWithin(problem)})${isScheduled ? '\n        if step < iterations - 1:\n            schedule.step()' : ''}
    away = [np.abs(${theta} - minimum) for minimum in minima]
    stays = [distance <= ${tolerance} for distance in away]
    for step in range(${FOLLOWED}):  # a run that only passes by a minimum has not converged
        ${step}
${judged(theta, tolerance)}
    others = len(starts) - sum(converged) - np.sum(diverged)
    print("rate:", rate, "converged:", *converged, "others:", others, "diverged:", np.sum(diverged))`;
}

/** How many runs have converged to each minimum: they stay within the tolerance and are no farther away in the end. */
const judged = (theta: string, tolerance: string) => `        if step < ${FOLLOWED / 2}:
            stays = [stay & (np.abs(${theta} - minimum) <= ${tolerance}) for stay, minimum in zip(stays, minima)]
    last = [np.abs(${theta} - minimum) <= np.maximum(distance, ${tolerance} / 100) for distance, minimum in zip(away, minima)]
    converged = [np.sum(stay & near) for stay, near in zip(stays, last)]`;

function startsOf({ sampling, starts, low, high, seed }: WideMinimaParameters): string {
  if (sampling === 'grid')
    return `starts = ${low} + ${pythonNumber(high - low)} * (np.arange(${starts}) + 0.5) / ${starts}`;
  return `# NumPy draws other starts than the lab: a share p of n runs agrees to about sqrt(p * (1 - p) / n).
starts = np.random.default_rng(${seed}).uniform(${low}, ${high}, ${starts})`;
}
