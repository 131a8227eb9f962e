import { compileScalar, domainOf, numberNode, parseObjective, parseSurface, type Expression } from '../../formula';
import { eigenvaluesOf } from '../../math/hessian';
import { rateLimit } from '../../math/optimizers';
import { scheduleFactor } from '../../math/schedules';
import { LARGEST } from '../check';
import { variablesOf, type PopulationTask } from './task';

/** What descent needs of an objective, in the order of its variables. */
export interface PopulationObjective {
  readonly variables: readonly string[];
  readonly value: Expression;
  /** By each variable; 0 by a frozen one. */
  readonly gradient: readonly Expression[];
  /** [xx] or [xx, xy, yy]; 0 where a variable is frozen. */
  readonly hessian: readonly Expression[];
  /** 1 where it is defined; left out if that is everywhere. */
  readonly domain?: Expression;
}

const ZERO = numberNode(0);

/** @throws {FormulaError} */
export function objectiveOf(task: Pick<PopulationTask, 'objective' | 'starts' | 'frozen'>): PopulationObjective {
  const { variables, value, gradient, hessian } = read(task);
  const isFrozen = (variable: number) => task.frozen?.includes(variable) ?? false;
  const pairs =
    variables.length === 1
      ? [[0, 0]]
      : [
          [0, 0],
          [0, 1],
          [1, 1],
        ];
  const domain = domainOf(value, variables);
  return {
    variables,
    value,
    gradient: gradient.map((part, variable) => (isFrozen(variable) ? ZERO : part)),
    hessian: hessian.map((part, i) => (pairs[i].some(isFrozen) ? ZERO : part)),
    ...(domain && { domain }),
  };
}

function read(task: Pick<PopulationTask, 'objective' | 'starts'>): Omit<PopulationObjective, 'domain'> {
  if (variablesOf(task) === 2) return parseSurface(task.objective);
  const { variable, value, gradient, curvature } = parseObjective(task.objective);
  return { variables: [variable], value, gradient: [gradient], hessian: [curvature] };
}

/**
 * The learning rate up to which each target, then each place elsewhere, can hold a run, by theory; `LARGEST` where there is no limit.
 */
export function limitsOf(task: PopulationTask, { variables, hessian }: PopulationObjective): number[] {
  const entries = hessian.map((part) => compileScalar(part, variables));
  return [...task.targets, ...(task.elsewhere ?? [])].map((place) => {
    const [, most] = eigenvaluesOf(entries.map((entry) => entry(...place)));
    return most > 0 ? Math.min(LARGEST, rateLimit(task.optimizer, most) ?? LARGEST) : LARGEST;
  });
}

/** What the learning rate is multiplied by in the last step, and in those by which a run is judged. */
export function lastFactor({ schedule, iterations }: PopulationTask): number {
  return scheduleFactor(schedule, Math.max(0, iterations - 1), iterations);
}
