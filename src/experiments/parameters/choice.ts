import { parameterMessages as say } from './error';
import { NOT_TAKEN, Parameter, type About } from './parameter';
import { itemsOf } from './values';

/** One of a few words. */
export function choice<const Name extends string, const Choice extends string>(
  name: Name,
  about: About<NoInfer<Choice>> & { choices: readonly Choice[] },
): Parameter<Name, Choice> {
  const { choices } = about;
  return new Parameter(
    name,
    {
      typescript: choices.map((text) => `'${text}'`).join(' | '),
      takes: say('oneOf', { choices: choices.join(', ') }),
      parse: (text) => text,
      check: (value) => {
        if (!choices.includes(value as Choice)) throw NOT_TAKEN;
        return value as Choice;
      },
      print: (value) => value,
      control: { kind: 'menu', choices },
      good: choices,
      bad: ['nonsense', '', '<script>'],
    },
    about,
  );
}

/** Some of a few words, in the author's order. */
export function choices<const Name extends string, const Choice extends string>(
  name: Name,
  about: About<readonly NoInfer<Choice>[]> & { choices: readonly Choice[] },
): Parameter<Name, readonly Choice[]> {
  const all = about.choices;
  return new Parameter<Name, readonly Choice[]>(
    name,
    {
      typescript: `readonly (${all.map((text) => `'${text}'`).join(' | ')})[]`,
      takes: say('anyOf', { choices: all.join(', ') }),
      parse: (text) => (text === '' ? text : text.split(/[\s,]+/)),
      check: (value) => {
        const list = itemsOf(value) as Choice[] | undefined;
        if (!list || list.length === 0 || !list.every((item) => all.includes(item))) throw NOT_TAKEN;
        return [...new Set(list)];
      },
      print: (value) => value.join(' '),
      control: { kind: 'field', content: 'text' },
      good: [all[0], all.join(' ')],
      bad: ['nonsense', '', '<script>'],
    },
    about,
  );
}
