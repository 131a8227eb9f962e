import { FormulaError, FUNCTION_NAMES, parseObjective, toMathML, type Objective, type Surface } from '../../formula';
import { wordsOf, type Message } from '../../messages';
import { parameterMessages as say } from './error';
import { Parameter, type About, type Control, type FormulaExample, type FormulaGallery } from './parameter';
import { text } from './text';

export interface AboutFormula extends About<string> {
  variables: Message;
  example: string;
  examples?: readonly FormulaExample[];
}

/** How formulas of a kind are read, and which there are to choose from; the gallery is loaded when somebody wants to see it. */
export interface FormulaKind {
  read(text: string): Objective | Surface;
  gallery(examples: readonly FormulaExample[]): Promise<FormulaGallery>;
}

const OF_ONE: FormulaKind = {
  read: parseObjective,
  gallery: async (examples) => (await import('./gallery')).galleryWith(examples),
};

/**
 * A function of one variable, as formula text; `parseObjective` remembers what it has read. Its control shows it as it is typed,
 * and offers the parameter's own examples and those that every such parameter has.
 */
export function formula<const Name extends string>(name: Name, about: AboutFormula): Parameter<Name, string> {
  return formulaOf(OF_ONE, name, about);
}

/** A function as formula text, of one kind or the other. */
export function formulaOf<const Name extends string>(
  { read, gallery }: FormulaKind,
  name: Name,
  about: AboutFormula,
): Parameter<Name, string> {
  const control: Control = {
    kind: 'formula',
    gallery: () => gallery(about.examples ?? []),
    functions: FUNCTION_NAMES,
    read(typed) {
      try {
        const objective = read(typed);
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
    check: (formula) => void read(formula),
    good: [about.example],
    bad: ['', ')(', 'x^^2', '1 +', 'import("x")', '🙂', 'x; y', '('.repeat(4000)],
  });
  return new Parameter(name, { ...type, control }, about);
}
