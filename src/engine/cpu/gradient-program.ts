import { lower } from '../../formula/lower';
import { parseObjective, type Objective } from '../../formula/objective';
import type { Program } from '../../formula/program';

/** A task with the gradient of its objective as a program: a worker runs it, and needs to know nothing of formulas. */
export type WithGradient<Task extends { objective: string }> = Task & { gradient: Program };

/** Objectives are remembered by who reads them; a task is cut into many jobs. */
const programs = new WeakMap<Objective, Program>();

/** @throws {FormulaError} */
export function withGradient<Task extends { objective: string }>(task: Task): WithGradient<Task> {
  const objective = parseObjective(task.objective);
  let gradient = programs.get(objective);
  if (!gradient) programs.set(objective, (gradient = lower([objective.gradient], [objective.variable])));
  return { ...task, gradient };
}
