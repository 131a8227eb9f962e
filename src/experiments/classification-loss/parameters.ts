import { defineMessages } from '../../messages';
import { number, views, type ValuesOf } from '../parameters';

const say = defineMessages('classification-loss', {
  below: 'a number at least {gap} below the highest logit, which is {value}',
  above: 'a number at least {gap} above the lowest logit, which is {value}',
});

/** What the pictures span. */
const range = { minimum: -100, maximum: 100, control: 'more' } as const;
/** The pictures span at least this much. */
const LEAST_GAP = 0.5;

const logitLow = number('logitLow', {
  label: 'Logits from',
  help: 'The lowest logit of the pictures, and the lowest start.',
  default: -8,
  ...range,
});
const logitHigh = number('logitHigh', {
  label: 'to',
  help: 'The highest logit of the pictures.',
  default: 8,
  ...range,
});

/** The defaults reproduce the problem as it stands in the sheet: a probability of 0.01 for the true class. */
export const parameters = [
  number('logit', {
    label: 'Logit',
    unit: 'z',
    help: 'What the model gives the true class, before the sigmoid; above 0 the example is classified right. Drag it in the pictures.',
    default: -4.595,
    minimum: -1000,
    maximum: 1000,
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'Of the descent from wrong to right.',
    default: 1,
    minimum: 0.001,
    maximum: 1000,
    scale: 'log',
    view: 'escape',
    quantity: 'learning-rate',
  }),
  logitLow,
  logitHigh,
  views('Which pictures are shown.', ['loss', 'gradient', 'escape']),
] as const;

export type ClassificationLossParameters = ValuesOf<typeof parameters>;

/** Refuses a range without extent: the end that was moved is to blame. */
export function check(p: ClassificationLossParameters, _data: object, moved: ReadonlySet<string>): void {
  if (p.logitHigh - p.logitLow >= LEAST_GAP) return;
  const gap = String(LEAST_GAP);
  if (moved.has('logitHigh') && !moved.has('logitLow'))
    throw logitHigh.refuse(p.logitHigh, say('above', { gap, value: String(p.logitLow) }));
  throw logitLow.refuse(p.logitLow, say('below', { gap, value: String(p.logitHigh) }));
}
