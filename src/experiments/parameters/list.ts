import { CodedError } from '../../messages';
import { entryWords, parameterMessages as say } from './error';
import { numberType, type Range } from './number';
import { NOT_TAKEN, Parameter, type About, type Type } from './parameter';
import { unbracketed } from './unbracketed';
import { itemsOf } from './values';

interface Listed {
  /** The fewest and the most items. */
  count: readonly [number, number];
  /** An empty list is taken too, though `count` asks for more. */
  allowEmpty?: boolean;
}

/** A list of values of one type. */
export function listType<Item>(item: Type<Item>, { count: [least, most], allowEmpty }: Listed): Type<readonly Item[]> {
  const count = least === most ? say('exactly', { count: least }) : say('fromTo', { least, most });
  const takes = say('list', { count, item: item.takes });
  const example = Array.from({ length: Math.max(1, least) }, () => item.good[0]).join(' ');
  return {
    typescript: /\W/.test(item.typescript) ? `readonly (${item.typescript})[]` : `readonly ${item.typescript}[]`,
    takes: allowEmpty ? say('orNothing', { takes }) : takes,
    parse: (typed) => {
      const text = unbracketed(typed);
      if (text === '') return [];
      // So may be "0,5".
      refuseDecimalComma(text, /^\S?\d+,\d+$/.test(text) || undefined);
      return text.split(/[\s,;]+/).map((part) => item.parse(part));
    },
    check: (value) => {
      const list = typeof value === 'number' ? [value] : itemsOf(value);
      if (!list) throw NOT_TAKEN;
      if (list.length === 0 && allowEmpty) return [];
      if (list.length < least || list.length > most) throw NOT_TAKEN;
      return list.map((one, i) => {
        try {
          return item.check(one);
        } catch (error) {
          if (error !== NOT_TAKEN || list.length === 1) throw error;
          throw new CodedError(say('item', { number: i + 1, got: entryWords(one) }));
        }
      });
    },
    print: (value) => value.map((one) => item.print(one)).join(' '),
    control: { kind: 'field', content: 'text' },
    good: allowEmpty ? ['', example] : [example],
    bad: ['abc', 'NaN', 'Infinity', '1e999', '1 2 3 x', '<b>1</b>', ...(allowEmpty || least === 0 ? [] : [''])],
  };
}

/**
 * "0,5 1" may be two numbers or three: nobody's guess is better than the person's word.
 * @throws {CodedError}
 */
export function refuseDecimalComma(text: string, isDoubtful = /[\s;]/.test(text.replace(/,\s+/g, ','))): void {
  const [doubtful] = isDoubtful ? (/[^\s;]*\d,\d[^\s;]*/.exec(text) ?? []) : [];
  if (doubtful) throw new CodedError(say('decimalComma', { text: doubtful }));
}

/** A list of numbers in a range: `0.01 0.3 4`. */
export function numbers<const Name extends string>(
  name: Name,
  about: About<readonly number[]> & Range & Listed,
): Parameter<Name, readonly number[]> {
  return new Parameter(name, listType(numberType({ ...about, scale: undefined }, false), about), about);
}

/** A vector: `1 2 3`. */
export function vector<const Name extends string>(
  name: Name,
  about: About<readonly number[]> & Partial<Range> & { most: number },
): Parameter<Name, readonly number[]> {
  return numbers(name, { minimum: -1e9, maximum: 1e9, ...about, count: [1, about.most] });
}
