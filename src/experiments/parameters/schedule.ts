import { SCHEDULE_NAMES, schedules, type Schedule, type ScheduleName } from '../../math/schedules';
import { CodedError, defineMessages } from '../../messages';
import { parameterMessages } from './error';
import type { About, Parameter } from './parameter';
import { text } from './text';
import { numberIn } from './values';

const say = defineMessages('schedules', {
  takes: 'a schedule, if need be after a warmup, such as {example}',
  most: { one: '{name} takes at most {count} number', other: '{name} takes at most {count} numbers' },
  none: '{name} takes no number',
  warmup: 'warmup takes the number of its iterations, as in warmup 50',
  iterations: 'a number of iterations of {name} is a whole number from 1 to 1000000; this one is {got}',
  factor: 'a factor of {name} is above 0 and at most 1; this one is {got}',
  parts: 'there is one schedule, after at most one warmup',
});

const MOST_ITERATIONS = 1_000_000;

/** All schedules with their usual coefficients, as an attribute has them. */
export const SCHEDULES: readonly string[] = SCHEDULE_NAMES.map((name) => [name, ...schedules[name].defaults].join(' '));

/**
 * The schedule that a text names: `constant`, `step 100 0.5`, `warmup 50, cosine`; what is left out is as usual.
 * @throws {CodedError}
 */
export function parseSchedule(given: string): Schedule {
  const parts = given.split(',').map((part) => part.trim().split(/\s+/));
  const warmup = parts[0][0] === 'warmup' ? warmupIn(parts.shift()!) : 0;
  if (parts.length > 1) throw new CodedError(say('parts'));
  const [name, ...rest] = parts[0] ?? ['constant'];
  if (!isName(name)) throw new CodedError(parameterMessages('oneOf', { choices: SCHEDULE_NAMES.join(', ') }));
  const { takes, defaults } = schedules[name];
  if (rest.length > takes.length)
    throw new CodedError(takes.length === 0 ? say('none', { name }) : say('most', { name, count: takes.length }));
  const coefficients = defaults.map((usual, i) => (i < rest.length ? coefficientIn(name, takes[i], rest[i]) : usual));
  return { name, coefficients, ...(warmup > 0 && { warmup }) };
}

/** A schedule as the text that names it. */
export function scheduleText({ name, coefficients = [], warmup = 0 }: Schedule): string {
  const plain = [name, ...coefficients].join(' ');
  if (warmup === 0) return plain;
  return name === 'constant' ? `warmup ${warmup}` : `warmup ${warmup}, ${plain}`;
}

function warmupIn([, ...rest]: string[]): number {
  if (rest.length !== 1) throw new CodedError(say('warmup'));
  return coefficientIn('warmup', 'iterations', rest[0]);
}

function coefficientIn(name: string, kind: 'iterations' | 'factor', got: string): number {
  const value = numberIn(got);
  if (kind === 'iterations') {
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > MOST_ITERATIONS)
      throw new CodedError(say('iterations', { name, got }));
    return value;
  }
  if (value === undefined || !(value > 0 && value <= 1)) throw new CodedError(say('factor', { name, got }));
  return value;
}

const isName = (name: string): name is ScheduleName => Object.hasOwn(schedules, name);

/** How the learning rate changes from iteration to iteration, as the text that names it. */
export function schedule<const Name extends string>(
  name: Name,
  about: Partial<About<string>> = {},
): Parameter<Name, string> {
  return text(name, {
    label: 'Schedule',
    help: 'How the learning rate changes: constant, step 100 0.5, exponential 0.99, cosine or inverse 100, and warmup 50 before any of them.',
    default: 'constant',
    quantity: 'schedule',
    ...about,
    takes: say('takes', { example: 'warmup 50, cosine' }),
    check: (given) => void parseSchedule(given),
    good: ['constant', 'step 100 0.5', 'warmup 50, cosine', 'warmup 10', 'inverse'],
    bad: [
      '',
      'linear',
      'step 0',
      'step 1.5',
      'exponential 2',
      'exponential 0',
      'cosine 3',
      'warmup',
      'cosine, warmup 5',
      'cosine, step',
      '<b>step</b>',
    ],
  });
}
