import { FormulaError, FUNCTION_NAMES, parseObjective, toMathML } from '../../formula';
import { wordsOf, type Message } from '../../messages';
import { parameterMessages as say } from './error';
import { Parameter, type About, type Control, type FormulaExample } from './parameter';
import { text } from './text';

/**
 * A function of one variable, as formula text; `parseObjective` remembers what it has read. Its control shows it as it is typed,
 * and offers the parameter's own examples and those that every such parameter has.
 */
export function formula<const Name extends string>(
  name: Name,
  about: About<string> & { variables: Message; example: string; examples?: readonly FormulaExample[] },
): Parameter<Name, string> {
  const control: Control = {
    kind: 'formula',
    gallery: async () => (await import('./gallery')).galleryWith(about.examples ?? []),
    functions: FUNCTION_NAMES,
    read(typed) {
      try {
        const objective = parseObjective(typed);
        return { markup: toMathML(objective), notes: objective.notes };
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        return { refused: wordsOf(error), position: error.position, length: error.length };
      }
    },
  };
  const { type } = text(name, {
    ...about,
    takes: say('formula', { variables: about.variables, example: about.example }),
    check: (formula) => void parseObjective(formula),
    good: [about.example],
    bad: ['', ')(', 'x^^2', '1 +', 'import("x")', '𝒙', 'x; y', '('.repeat(4000)],
  });
  return new Parameter(name, { ...type, control }, about);
}
