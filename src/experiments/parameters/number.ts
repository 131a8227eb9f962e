import { CodedError, type Message } from '../../messages';
import { parameterMessages as say } from './error';
import { NOT_TAKEN, Parameter, type About, type Type } from './parameter';
import { numberIn } from './values';

/** Which numbers are taken, and how a slider spreads them. */
export interface Range {
  minimum: number;
  maximum: number;
  /** The minimum itself is refused. */
  above?: boolean;
  /** Linear by default; a slider stands beside the field where it is given. */
  scale?: 'linear' | 'log';
}

/** A number in a range. */
export function number<const Name extends string>(name: Name, about: About<number> & Range): Parameter<Name, number> {
  return new Parameter(name, numberType(about, false), about);
}

/** A whole number in a range. */
export function integer<const Name extends string>(name: Name, about: About<number> & Range): Parameter<Name, number> {
  return new Parameter(name, numberType(about, true), about);
}

/** Thousands apart, as pages print them. */
const GROUPED = /^[+\u2212-]?\d{1,3}(\s\d{3})+(\.\d+)?$/;
/** Ten thousand to some, and ten to others. */
const WITH_COMMA = /^[+\u2212-]?\d+(,\d+)+(\.\d+)?$/;
/** A thousand to some, and one to others. */
const DOTTED = /^[+\u2212-]?[1-9]\d{0,2}(\.\d{3})+$/;

/** The type of numbers in a range. */
export function numberType({ minimum, maximum, above, scale }: Range, isInteger: boolean): Type<number> {
  const range = rangeOf({ minimum, maximum, above });
  const taken = (value: unknown): value is number =>
    typeof value === 'number' &&
    (above ? value > minimum : value >= minimum) &&
    value <= maximum &&
    (!isInteger || Number.isInteger(value));
  const middle = isInteger ? Math.min(maximum, Math.max(minimum, 2)) : minimum < 0.5 && maximum > 0.5 ? 0.5 : maximum;
  return {
    typescript: 'number',
    takes: say(isInteger ? 'wholeNumber' : 'number', { range }),
    parse: (text) => {
      if (WITH_COMMA.test(text) || (isInteger && DOTTED.test(text))) throw new CodedError(say('numberComma'));
      return numberIn(GROUPED.test(text) ? text.replace(/\s/g, '') : text) ?? text;
    },
    check: (value) => {
      if (!taken(value)) throw NOT_TAKEN;
      return value;
    },
    print: String,
    control: { kind: 'field', content: 'number', ...(scale && { slider: { minimum, maximum, scale, isInteger } }) },
    good: [String(middle), String(maximum)],
    bad: [
      ...(isInteger ? ['1.000'] : []),
      'abc',
      'NaN',
      'Infinity',
      '-Infinity',
      '1e999',
      '',
      '1 2',
      '0x10',
      '<b>1</b>',
      '１２',
      'automatic',
    ],
  };
}

/** Numbers as they can be typed: the same in every language. */
function rangeOf({ minimum, maximum, above }: Range): Message {
  return say(above ? 'above' : 'from', { minimum: String(minimum), maximum: String(maximum) });
}
