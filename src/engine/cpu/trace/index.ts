import type { TraceTask } from '../../trace';
import type { WithGradient } from '../gradient-program';

export { tracePlan as plan } from './plan';

/** As for `descend`. */
export async function prepare(task: TraceTask): Promise<WithGradient<TraceTask>> {
  return (await import('../gradient-program')).withGradient(task);
}
