import { parameterWords as say } from '../words/parameters';
import { spell, type Message, type Say, type Section } from '../words/words';
import type { AutoNumbersParameter, NumbersParameter, Ranged, Unworded } from './parameters';

/** How a parameter is called and explained, in the language in force when it is asked for; see `worded`. */
export interface Worded {
  readonly label: string;
  /** One line for a person who has never seen this parameter. */
  readonly help: string;
  /** What it takes, as the end of a sentence. */
  readonly taken: string;
  /** What a choice is called; the attribute's own text for those without a word. */
  readonly labelOf: (choice: string) => string;
}

/** The keys of a list's words: each parameter's name, its `name.help`, and `name.choice` for what is chosen by a control. */
type WordsFor<List extends readonly Unworded[]> = List[number]['name'] | `${List[number]['name']}.help`;

/** A list of parameters with its words: they are looked up each time that they are read, so that they follow the page's language. */
export function worded<const List extends readonly Unworded[], S extends Section & Record<WordsFor<List>, string>>(
  say: Say<S>,
  list: List,
): { [I in keyof List]: List[I] & Worded } {
  const word = (key: string) => spell({ section: say.section, key });
  const withWords = (parameter: Unworded) =>
    Object.defineProperties(
      { ...parameter },
      {
        label: { get: () => word(parameter.name), enumerable: true },
        help: { get: () => word(`${parameter.name}.help`), enumerable: true },
        taken: { get: () => spell(whatItTakes(parameter)) },
        labelOf: {
          value: (choice: string) =>
            Object.hasOwn(say.english, `${parameter.name}.${choice}`) ? word(`${parameter.name}.${choice}`) : choice,
        },
      },
    );
  return list.map(withWords) as unknown as { [I in keyof List]: List[I] & Worded };
}

/** What a parameter takes, as the end of a sentence, to be said later. */
export function whatItTakes(parameter: Unworded): Message {
  switch (parameter.type) {
    case 'number':
      return say.later('number', { range: rangeOf(parameter) });
    case 'integer':
      return say.later('wholeNumber', { range: rangeOf(parameter) });
    case 'optional-number':
      return say.later('orNothing', { takes: say.later('number', { range: rangeOf(parameter) }) });
    case 'optional-integer':
      return say.later('orNothing', { takes: say.later('wholeNumber', { range: rangeOf(parameter) }) });
    case 'numbers':
      return parameter.allowEmpty ? say.later('orNothing', { takes: numbersOf(parameter) }) : numbersOf(parameter);
    case 'auto-numbers':
      return say.later('autoOr', { takes: numbersOf(parameter) });
    case 'choice':
      return say.later('oneOf', { choices: parameter.choices.join(', ') });
    case 'choices':
      return say.later('anyOf', { choices: parameter.choices.join(', ') });
    case 'auto-number':
      return say.later('autoOr', { takes: say.later('number', { range: rangeOf(parameter) }) });
    case 'auto-integer':
      return say.later('autoOr', { takes: say.later('wholeNumber', { range: rangeOf(parameter) }) });
    case 'formula':
    case 'text':
      return parameter.takes;
  }
}

function numbersOf(parameter: NumbersParameter | AutoNumbersParameter): Message {
  const [least, most] = parameter.counts;
  const range = rangeOf(parameter);
  return least === most
    ? say.later('numbers', { number: least, range })
    : say.later('numbersFromTo', { least, most, range });
}

/** Numbers as they can be typed: the same in every language. */
function rangeOf({ minimum, maximum, above }: Ranged): Message {
  return say.later(above ? 'above' : 'from', { minimum: String(minimum), maximum: String(maximum) });
}
