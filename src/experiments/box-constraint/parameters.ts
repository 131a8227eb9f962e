import { defineMessages } from '../../messages';
import { defaultsOf, integer, number, type ValuesOf, views } from '../parameters';
import { formula } from '../parameters/formula';
import { shownIteration } from '../parameters/shown-iteration';

const say = defineMessages('box-constraint', {
  oneVariable: 'one variable',
  inside: 'The minimum inside the box',
  outside: 'The minimum outside the box',
  onEdge: 'The minimum on the edge',
  below: 'a number below upper, which is {value}',
  above: 'a number above lower, which is {value}',
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
});

const MOST_ITERATIONS = 10_000;
/** Beyond it the slope of the sigmoid is 0, and nothing moves. */
const FARTHEST = 700;

const bound = { minimum: -1e6, maximum: 1e6 } as const;
const lower = number('lower', { label: 'Lower bound', help: 'θ stays above it.', default: -1, ...bound });
const upper = number('upper', { label: 'Upper bound', help: 'θ stays below it.', default: 1, ...bound });
const iteration = shownIteration(
  'How many of the steps the pictures show; all of them by default.',
  MOST_ITERATIONS,
).optional();

/** The defaults: the sheet's box, and a parabola whose minimum lies in it. */
export const parameters = [
  formula('objective', {
    label: 'Function of θ',
    help: 'The function J to descend, in one variable: theta or any other letter.',
    default: '(theta-0.5)^2/2',
    variables: say('oneVariable'),
    example: '(theta-2)^2/2',
    examples: [
      { title: say('inside'), text: '(theta-0.5)^2/2' },
      { title: say('outside'), text: '(theta-2)^2/2' },
      { title: say('onEdge'), text: '(theta-1)^2/2' },
    ],
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'The length of a step in units of the slope, in φ and for projection.',
    default: 1,
    minimum: 0,
    above: true,
    maximum: 1e6,
    control: 'none',
    quantity: 'learning-rate',
  }),
  lower,
  upper,
  number('start', {
    label: 'Start φ',
    help: 'The first φ; at 0, θ is in the middle of the box. Drag it in the pictures.',
    default: 0,
    minimum: -FARTHEST,
    maximum: FARTHEST,
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps each run makes.',
    default: 100,
    minimum: 1,
    maximum: MOST_ITERATIONS,
    scale: 'log',
    quantity: 'iterations',
  }),
  views('Which pictures are shown.', ['map', 'landscape', 'descent', 'boundary']),
  iteration,
] as const;

export type BoxConstraintParameters = ValuesOf<typeof parameters>;

export const DEFAULTS = defaultsOf(parameters);

/** Refuses an empty box, and an iteration beyond the last one. */
export function check(p: BoxConstraintParameters, _data: object, moved: ReadonlySet<string>): void {
  if (!(p.lower < p.upper)) {
    if (moved.has('upper') && !moved.has('lower'))
      throw upper.refuse(p.upper, say('above', { value: String(p.lower) }));
    throw lower.refuse(p.lower, say('below', { value: String(p.upper) }));
  }
  if (p.iteration !== null && p.iteration > p.iterations)
    throw iteration.refuse(p.iteration, say('iterationTakes', { iterations: String(p.iterations) }));
}
