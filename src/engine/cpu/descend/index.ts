import type { DescendTask } from '../../descend';
import type { PreparedDescend } from './plan';

export { descendPlan as plan } from './plan';

/** What knows formulas is there already where an element has one. */
export async function prepare(task: DescendTask): Promise<PreparedDescend> {
  return (await import('./prepare')).prepareDescend(task);
}
