import { CodedError, defineMessages, inEnglish, type Message } from '../../messages';
import { textOf } from './values';

/** What parameters take. Numbers stand as they can be typed: with a point, in every language. */
export const parameterMessages = defineMessages('parameters', {
  refused: '{attribute}="{got}" cannot be used: it takes {takes}',
  because: '{takes}; {reason}',
  from: 'from {minimum} to {maximum}',
  above: 'above {minimum}, at most {maximum}',
  number: 'a number {range}',
  wholeNumber: 'a whole number {range}',
  orNothing: '{takes}, or nothing',
  autoOr: 'auto, or {takes}',
  list: '{count} separated by spaces, each {item}',
  exactly: { one: '{count} value', other: '{count} values' },
  fromTo: '{least} to {most} values',
  decimalComma: 'write decimals with a point: {text} could be one number or two',
  numberComma: 'write decimals with a point, and thousands without a comma or point',
  oneOf: 'one of {choices}',
  anyOf: 'any of {choices}, separated by spaces',
  gotNumbers: { one: '{count} number', other: '{count} numbers' },
  formula: 'a formula in {variables}, such as {example}',
  rows: 'rows of numbers, parted by semicolons, such as {example}; {size}',
  matrixSize: 'at most {rows} {rows|row|rows} and {columns} {columns|column|columns}',
  pointSize: '{least} to {most} points of {numbers} numbers each',
  cell: 'row {row}, column {column} is {got}',
  item: 'value {number} is {got}',
  quoted: '“{text}”',
  withComma: '“{text}”: write decimals with a point',
  empty: 'empty',
  uneven: {
    one: 'row {row} has {count} number, the first one {wanted}',
    other: 'row {row} has {count} numbers, the first one {wanted}',
  },
});

/** A value that a parameter does not take: which attribute, what it got, what it takes. */
export class ParameterError extends CodedError {
  override readonly name = 'ParameterError';
  readonly #got: Message | string;
  readonly #takes: Message;

  /** @param attribute in kebab-case */
  constructor(
    readonly attribute: string,
    got: Message | string,
    takes: Message,
  ) {
    const said = typeof got === 'string' ? shorten(got) : got;
    super(parameterMessages('refused', { attribute, got: said, takes }));
    this.#got = said;
    this.#takes = takes;
  }

  /** The value, cut short where it is long. */
  get got(): string {
    return typeof this.#got === 'string' ? this.#got : inEnglish(this.#got);
  }

  get takes(): string {
    return inEnglish(this.#takes);
  }

  /** The value, to be said in the page's language where it is no text of a person's. */
  get gotWords(): Message | string {
    return this.#got;
  }

  /** What it takes, to be said in the page's language. */
  get takesWords(): Message {
    return this.#takes;
  }
}

/** An entry as a message has it that says where it is. */
export function entryWords(value: unknown): Message {
  const text = shorten(textOf(value));
  return parameterMessages(text === '' ? 'empty' : /\d,\d/.test(text) ? 'withComma' : 'quoted', { text });
}

/** A value as a message has it. */
export const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text);
