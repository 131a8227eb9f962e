import { parseObjective } from '../../formula';
import type { Message } from '../../messages';
import { parameterMessages as say } from './error';
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

/** A function of one variable, as formula text; `parseObjective` remembers what it has read. */
export function formula<const Name extends string>(
  name: Name,
  about: About<string> & { variables: Message; example: string },
): Parameter<Name, string> {
  return text(name, {
    ...about,
    takes: say('formula', { variables: about.variables, example: about.example }),
    check: (formula) => void parseObjective(formula),
    good: [about.example],
    bad: ['', ')(', 'x^^2', '1 +', 'import("x")', '𝒙', 'x; y', '('.repeat(4000)],
  });
}
