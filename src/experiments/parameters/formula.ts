import { parseObjective } from '../../formula';
import type { Message } from '../../messages';
import { parameterMessages as say } from './error';
import type { About, Parameter } from './parameter';
import { text } from './text';

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
