import { optimizerOf, optimizers, OPTIMIZER_NAMES, type Optimizer, type OptimizerName } from '../../math/optimizers';
import { CodedError, defineMessages } from '../../messages';
import { parameterMessages } from './error';
import type { About, Parameter } from './parameter';
import { text } from './text';
import { numberIn } from './values';

const say = defineMessages('optimizers', {
  takes: 'an optimizer, if need be with its coefficients, such as {example}',
  most: { one: '{name} takes at most {count} coefficient', other: '{name} takes at most {count} coefficients' },
  none: '{name} takes no coefficient',
  coefficient: 'a coefficient of {name} is at least 0 and below 1; this one is {got}',
});

/** All optimizers with their usual coefficients, as an attribute has them. */
export const OPTIMIZERS: readonly string[] = OPTIMIZER_NAMES.map((name) =>
  [name, ...optimizers[name].defaults].join(' '),
);

/**
 * The optimizer that a text names: `gd`, `momentum 0.9`, `adam 0.9 0.999`; what is left out is as usual.
 * @throws {CodedError}
 */
export function parseOptimizer(given: string): Optimizer<unknown> {
  const [name, ...rest] = given.trim().split(/\s+/);
  if (!isName(name)) throw new CodedError(parameterMessages('oneOf', { choices: OPTIMIZER_NAMES.join(', ') }));
  const { length } = optimizers[name].defaults;
  if (rest.length > length)
    throw new CodedError(length === 0 ? say('none', { name }) : say('most', { name, count: length }));
  const coefficients = rest.map((got) => {
    const value = numberIn(got);
    if (value === undefined || value < 0 || value >= 1) throw new CodedError(say('coefficient', { name, got }));
    return value;
  });
  return optimizerOf(name, coefficients);
}

const isName = (name: string): name is OptimizerName => Object.hasOwn(optimizers, name);

/** An optimizer, as the text that names it. */
export function optimizer<const Name extends string>(
  name: Name,
  about: Partial<About<string>> = {},
): Parameter<Name, string> {
  return text(name, {
    label: 'Optimizer',
    help: 'gd, momentum 0.9, nesterov 0.9, adagrad, rmsprop 0.9 or adam 0.9 0.999; the numbers may be left out or changed.',
    default: 'gd',
    quantity: 'optimizer',
    ...about,
    takes: say('takes', { example: 'momentum 0.9' }),
    check: (given) => void parseOptimizer(given),
    good: ['gd', 'momentum 0.9', 'adam'],
    bad: ['', 'adamm', 'momentum 1', 'gd 0.9', 'adam 0.9 0.999 0.5', 'momentum abc', '<b>gd</b>'],
  });
}
