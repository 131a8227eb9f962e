import type { PopulationTask } from '../../population';
import type { PreparedPopulation } from './plan';

export { populationPlan as plan } from './plan';

/** What knows formulas is there already where an element has one. */
export async function prepare(task: PopulationTask): Promise<PreparedPopulation> {
  return (await import('./prepare')).preparePopulation(task);
}
