import { choices } from './choice';
import { integer } from './number';
import type { About, Parameter } from './parameter';

/** What random numbers are drawn from; the same seed draws the same ones. */
export function seed(help: string, more: Partial<About<number>> = {}): Parameter<'seed', number> {
  return integer('seed', {
    label: 'Seed',
    help,
    default: 1,
    minimum: 0,
    maximum: 4_294_967_295,
    control: 'more',
    quantity: 'seed',
    ...more,
  });
}

/** Which pictures there are, by the names of the experiment's views; all of them by default. */
export function views<const View extends string>(
  help: string,
  names: readonly View[],
): Parameter<'views', readonly View[]> {
  return choices('views', { label: 'Views', help, default: names, choices: names, control: 'none' });
}
