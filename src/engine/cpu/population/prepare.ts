import { lower } from '../../../formula/lower';
import type { PopulationTask } from '../../population';
import { limitsOf, objectiveOf } from '../../population/objective';
import type { PreparedPopulation } from './plan';

/** @throws {FormulaError} */
export function preparePopulation(task: PopulationTask): PreparedPopulation {
  const objective = objectiveOf(task);
  const { variables, value, gradient, hessian, domain } = objective;
  return {
    ...task,
    gradient: lower(gradient, variables),
    ...(task.observe?.losses && { value: lower([value], variables) }),
    ...(domain && { domain: lower([domain], variables) }),
    ...(task.valley && { hessian: lower(hessian, variables) }),
    limits: limitsOf(task, objective),
  };
}
