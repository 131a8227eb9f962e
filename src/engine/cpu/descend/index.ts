import type { DescendTask } from '../../descend';
import type { WithGradient } from '../gradient-program';

export { descendPlan as plan } from './plan';

/** What knows formulas is there already where an element has one. */
export async function prepare(task: DescendTask): Promise<WithGradient<DescendTask>> {
  return (await import('../gradient-program')).withGradient(task);
}
