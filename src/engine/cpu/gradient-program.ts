import { domainOf } from '../../formula/domain';
import { lower } from '../../formula/lower';
import { parseObjective, type Objective } from '../../formula/objective';
import type { Program } from '../../formula/program';

/**
 * A task with programs of its objective: a worker runs them, and needs to know nothing of formulas.
 */
export type WithGradient<Task extends { objective: string }> = Task & Programs;

export interface Programs {
  gradient: Program;
  /** 1 where the objective is defined; left out if that is everywhere. */
  domain?: Program;
}

/** Objectives are remembered by who reads them; a task is cut into many jobs. */
const programs = new WeakMap<Objective, Programs>();

/** @throws {FormulaError} */
export function withGradient<Task extends { objective: string }>(task: Task): WithGradient<Task> {
  const objective = parseObjective(task.objective);
  let made = programs.get(objective);
  if (!made) programs.set(objective, (made = programsOf(objective)));
  return { ...task, ...made };
}

function programsOf({ value, gradient, variable }: Objective): Programs {
  const domain = domainOf(value, variable);
  return {
    gradient: lower([gradient], [variable]),
    ...(domain && { domain: lower([domain], [variable]) }),
  };
}
