import {
  named,
  optimizerOf,
  optimizers,
  OPTIMIZER_NAMES,
  type NamedOptimizer,
  type Optimizer,
  type OptimizerName,
} from '../../math/optimizers';
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
  several: '1 to {most} optimizers parted by semicolons, such as {example}',
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
  const { name, coefficients } = readOptimizer(given);
  return optimizerOf(name, coefficients);
}

/**
 * As `parseOptimizer`, as data.
 * @throws {CodedError}
 */
export function readOptimizer(given: string): NamedOptimizer {
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
  return named(name, coefficients);
}

/** An optimizer as the text that names it. */
export function optimizerText({ name, coefficients }: NamedOptimizer): string {
  return [name, ...coefficients].join(' ');
}

/**
 * The optimizers that a text names, parted by semicolons: `gd; momentum 0.9; adam`.
 * @throws {CodedError}
 */
export function readOptimizers(given: string): NamedOptimizer[] {
  return given.split(';').map(readOptimizer);
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

/** Several optimizers side by side, as the text that names them. */
export function optimizerList<const Name extends string>(
  name: Name,
  { most = 6, ...about }: Partial<About<string>> & { most?: number } = {},
): Parameter<Name, string> {
  const takes = say('several', { most, example: 'gd; momentum 0.9; adam' });
  return text(name, {
    label: 'Optimizers',
    help: 'gd, momentum 0.9, nesterov 0.9, adagrad, rmsprop 0.9 or adam 0.9 0.999, several of them parted by semicolons.',
    default: 'gd',
    quantity: 'optimizer',
    ...about,
    takes,
    check(given) {
      if (readOptimizers(given).length > most) throw new CodedError(takes);
    },
    good: ['gd', 'gd; momentum 0.9; adam', 'rmsprop;adagrad'],
    bad: [
      '',
      'gd;',
      'adamm',
      'gd; momentum 1',
      'gd, adam',
      '<b>gd</b>',
      Array(most + 1)
        .fill('gd')
        .join(';'),
    ],
  });
}
