import { parseObjective } from '../../../formula/objective';
import type { DescendTask } from '../../descend';
import { stabilityOf } from '../../descend/stability';
import { withGradient } from '../gradient-program';
import type { PreparedDescend } from './plan';

/** Adds what has to be known of the objective. */
export function prepareDescend(task: DescendTask): PreparedDescend {
  return { ...withGradient(task), stability: stabilityOf(parseObjective(task.objective), task) };
}
