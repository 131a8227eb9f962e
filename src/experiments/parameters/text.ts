import type { Message } from '../../messages';
import { NOT_TAKEN, Parameter, type About } from './parameter';

/** A text that follows rules of its own. */
export function text<const Name extends string>(
  name: Name,
  about: About<string> & {
    takes: Message;
    /** Throws an `Error` that says what is wrong with the text. */
    check: (text: string) => void;
    good: readonly string[];
    bad?: readonly string[];
  },
): Parameter<Name, string> {
  const { takes, good, bad = ['', '<b>1</b>', 'NaN', '1e999 1', 'nonsense'] } = about;
  return new Parameter(
    name,
    {
      typescript: 'string',
      takes,
      parse: (given) => given,
      check: (value) => {
        if (typeof value !== 'string') throw NOT_TAKEN;
        about.check(value);
        return value;
      },
      print: (value) => value,
      control: { kind: 'field', content: 'long' },
      good,
      bad,
    },
    about,
  );
}
