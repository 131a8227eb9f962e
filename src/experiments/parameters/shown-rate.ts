import { number, type Range } from './number';
import type { About } from './parameter';

/** The learning rate in hand: one of its own, or else the first of those listed. */
export const shownRate = (values: { selectedRate: number | null; learningRates: readonly number[] }): number =>
  values.selectedRate ?? values.learningRates[0];

/** The learning rates that the numbers on screen are of: the one in hand, in front where it is not listed, and those listed. */
export function ratesOnScreen(values: Parameters<typeof shownRate>[0]): readonly number[] {
  const { learningRates } = values;
  const shown = shownRate(values);
  return learningRates.includes(shown) ? learningRates : [shown, ...learningRates];
}

/** Which learning rate is in hand, of an experiment with a list of them. */
export const selectedRate = (range: Range, view: About<number>['view']) =>
  number('selectedRate', {
    label: 'Shown rate',
    help: 'The learning rate in hand: any number, listed or not; the first of the list by default.',
    default: 1,
    ...range,
    control: 'none',
    view,
    quantity: 'learning-rate',
    inForce: shownRate,
  }).optional();
