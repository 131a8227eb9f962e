import { CodedError, wordsOf } from '../messages';
import { parameterWords as say } from '../words/parameters';
import { spell, type Message } from '../words/words';
import { whatItTakes, type Worded } from './worded';

export { worded, type Worded } from './worded';

/**
 * The one schema of an experiment's parameters. From this list come an element's attributes, properties and
 * controls, the keys in the URL, and the message for a value that cannot be taken.
 */

interface Described<Name extends string, Type extends string, Value> {
  /** camelCase; the attribute is its kebab-case form. */
  name: Name;
  type: Type;
  default: Value;
  /** A letter, as in formulas. */
  unit?: string;
  /** The view that alone depends on it; without one, everything is computed anew when it changes. */
  view?: string;
  /** Where its control stands: always in sight, behind "more", or nowhere (the views themselves move it). */
  control?: 'shown' | 'more' | 'none';
}

export interface Ranged {
  minimum: number;
  maximum: number;
  /** The minimum itself is refused. */
  above?: boolean;
  scale: 'linear' | 'log';
}

export type NumberParameter<N extends string = string> = Described<N, 'number' | 'integer', number> & Ranged;
export type OptionalNumberParameter<N extends string = string> = Described<
  N,
  'optional-number' | 'optional-integer',
  number | null
> &
  Ranged;
export type NumbersParameter<N extends string = string> = Described<N, 'numbers', readonly number[]> &
  Ranged & { counts: readonly [number, number]; allowEmpty?: boolean };
export type ChoiceParameter<N extends string = string, C extends string = string> = Described<N, 'choice', C> & {
  choices: readonly C[];
};
export type ChoicesParameter<N extends string = string, C extends string = string> = Described<
  N,
  'choices',
  readonly C[]
> & { choices: readonly C[] };
/** A number, or `auto` for the one that the experiment works out. */
export type AutoNumberParameter<N extends string = string> = Described<
  N,
  'auto-number' | 'auto-integer',
  number | 'auto'
> &
  Ranged;
export type AutoNumbersParameter<N extends string = string> = Described<N, 'auto-numbers', readonly number[] | 'auto'> &
  Ranged & { counts: readonly [number, number] };
/** A formula, or another text that follows rules of its own. */
export type TextParameter<N extends string = string> = Described<N, 'formula' | 'text', string> & {
  /** Throws an `Error` whose message says what is wrong with the text. */
  check: (text: string) => void;
  takes: Message;
};

/** A parameter without its words. */
export type Unworded =
  | NumberParameter
  | OptionalNumberParameter
  | NumbersParameter
  | ChoiceParameter
  | ChoicesParameter
  | AutoNumberParameter
  | AutoNumbersParameter
  | TextParameter;
export type Parameter = Unworded & Worded;

type ValueOf<P> = P extends { type: 'number' | 'integer' }
  ? number
  : P extends { type: 'optional-number' | 'optional-integer' }
    ? number | null
    : P extends { type: 'numbers' }
      ? readonly number[]
      : P extends { type: 'choice'; choices: readonly (infer C)[] }
        ? C
        : P extends { type: 'choices'; choices: readonly (infer C)[] }
          ? readonly C[]
          : P extends { type: 'auto-number' | 'auto-integer' }
            ? number | 'auto'
            : P extends { type: 'auto-numbers' }
              ? readonly number[] | 'auto'
              : P extends { type: 'formula' | 'text' }
                ? string
                : never;

/** The plain object of values that a list of parameters describes. */
export type ValuesOf<List extends readonly Unworded[]> = { [P in List[number] as P['name']]: ValueOf<P> };

/** A value that cannot be taken: which attribute, what it got, what it takes. */
export class ParameterError extends CodedError {
  override readonly name = 'ParameterError';
  readonly #got: Message | string;
  readonly #takes: Message;

  constructor(
    readonly attribute: string,
    got: Message | string,
    takes: Message,
  ) {
    super(say.later('refused', { attribute, got: typeof got === 'string' ? shorten(got) : got, takes }));
    this.#got = got;
    this.#takes = takes;
  }

  get got(): string {
    return typeof this.#got === 'string' ? this.#got : spell(this.#got);
  }

  get takes(): string {
    return spell(this.#takes);
  }
}

/** A value as a message has it. */
export const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text);

/** `learningRates` -> `learning-rates`. */
export function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * The value that an attribute's text stands for.
 * @throws {ParameterError}
 */
export function parseParameter(parameter: Parameter, text: string): unknown {
  const trimmed = text.trim();
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return checkParameter(parameter, numberIn(trimmed) ?? text);
    case 'optional-number':
    case 'optional-integer':
      return checkParameter(parameter, trimmed === '' ? null : (numberIn(trimmed) ?? text));
    case 'numbers':
      return checkParameter(parameter, numbersIn(trimmed) ?? text);
    case 'auto-numbers':
      return checkParameter(parameter, trimmed === 'auto' ? trimmed : (numbersIn(trimmed) ?? text));
    case 'choices':
      return checkParameter(parameter, trimmed === '' ? text : trimmed.split(/[\s,]+/));
    case 'auto-number':
    case 'auto-integer':
      return checkParameter(parameter, trimmed === 'auto' ? trimmed : (numberIn(trimmed) ?? text));
    case 'choice':
    case 'formula':
    case 'text':
      return checkParameter(parameter, trimmed);
  }
}

/** Plain decimal numbers only: what `Number` also takes (hexadecimal, the empty text, Infinity) is refused. */
function numberIn(text: string): number | undefined {
  const plain = text.replace(/^\u2212/, '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

function numbersIn(text: string): number[] | undefined {
  const numbers = text === '' ? [] : text.split(/[\s,;]+/).map(numberIn);
  return numbers.includes(undefined) ? undefined : (numbers as number[]);
}

/**
 * Hands a value of the right type and range through.
 * @throws {ParameterError}
 */
export function checkParameter(parameter: Parameter, value: unknown): unknown {
  const refuse = (reason = whatItTakes(parameter)) =>
    new ParameterError(attributeOf(parameter.name), textOf(value), reason);
  switch (parameter.type) {
    case 'optional-number':
    case 'optional-integer':
      if (value === null || value === undefined) return null;
      if (!inRange(parameter, value) || (parameter.type === 'optional-integer' && !Number.isInteger(value)))
        throw refuse();
      return value;
    case 'number':
      if (!inRange(parameter, value)) throw refuse();
      return value;
    case 'auto-number':
    case 'auto-integer':
      if (
        value !== 'auto' &&
        (!inRange(parameter, value) || (parameter.type === 'auto-integer' && !Number.isInteger(value)))
      )
        throw refuse();
      return value;
    case 'integer':
      if (!inRange(parameter, value) || !Number.isInteger(value)) throw refuse();
      return value;
    case 'auto-numbers':
    case 'numbers': {
      if (parameter.type === 'auto-numbers' && value === 'auto') return value;
      const list = itemsOf(value);
      if (!list) throw refuse();
      if (list.length === 0 && parameter.type === 'numbers' && parameter.allowEmpty) return list;
      const [least, most] = parameter.counts;
      if (list.length < least || list.length > most || !list.every((item) => inRange(parameter, item))) throw refuse();
      return list;
    }
    case 'choice':
      if (!parameter.choices.includes(value as string)) throw refuse();
      return value;
    case 'choices': {
      const list = itemsOf(value) as string[] | undefined;
      if (!list || list.length === 0 || !list.every((item) => parameter.choices.includes(item))) throw refuse();
      return parameter.choices.filter((choice) => list.includes(choice));
    }
    case 'formula':
    case 'text':
      if (typeof value !== 'string') throw refuse();
      try {
        parameter.check(value);
      } catch (error) {
        throw refuse(say.later('because', { takes: parameter.takes, reason: wordsOf(error) }));
      }
      return value;
  }
}

/** No parameter takes a list as long as this. */
const TOO_LONG = 1000;

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** The items of a list that is not too long. Its own iterator is not asked: that may never end. */
function itemsOf(value: unknown): unknown[] | undefined {
  try {
    return isList(value) && value.length < TOO_LONG
      ? Array.from({ length: value.length }, (_, i) => value[i])
      : undefined;
  } catch {
    return undefined; // Some objects throw whatever is asked of them.
  }
}

/** Whether two values are the same to a parameter: one value, or lists of the same items. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  const [items, others] = [itemsOf(one), itemsOf(other)];
  return items !== undefined && items.length === others?.length && items.every((item, i) => Object.is(item, others[i]));
}

function inRange({ minimum, maximum, above }: Ranged, value: unknown): value is number {
  return typeof value === 'number' && (above ? value > minimum : value >= minimum) && value <= maximum;
}

/** A value as the text of its attribute; `parseParameter` gives the same value back. Of what has no text, its kind. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  try {
    if (isList(value))
      return (itemsOf(value) ?? [`${value.length} items`])
        .map((item) => (isList(item) ? '[…]' : textOf(item)))
        .join(' ');
    // An object's own text may be that of a good value, which it is not.
    return typeof value === 'object' || typeof value === 'function'
      ? Object.prototype.toString.call(value)
      : String(value);
  } catch {
    return `[${typeof value}]`;
  }
}

/** The values that stand where nothing is said. */
export function defaultsOf<const List extends readonly Unworded[]>(list: List): ValuesOf<List> {
  return Object.fromEntries(list.map((parameter) => [parameter.name, parameter.default])) as ValuesOf<List>;
}
