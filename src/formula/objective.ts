import { Algebra } from './algebra';
import { definitionIn } from './definition';
import { denormalize } from './denormalize';
import { differentiate } from './differentiate';
import { FormulaError } from './error';
import type { Expression } from './expression';
import { normalize } from './normalize';
import { read as readFormula } from './parse';
import { remembered } from './remembered';
import { refusingTooLarge } from './too-large';
import { formulaMessages as say } from './messages';
import type { Token } from './token';
import type { Message } from '../messages';

/** What the variable of an objective is usually called; `θ` is another spelling of theta. Where none of these is there, any other letter will do. */
export const VARIABLE_NAMES = ['theta', 'x', 't', 'w'] as const;

/** A function of one variable to descend on, with its first two derivatives. */
export interface Objective {
  readonly text: string;
  readonly variable: string;
  /** As it was written. */
  readonly value: Expression;
  readonly gradient: Expression;
  readonly curvature: Expression;
  /** How the text is read, where it could be read otherwise. */
  readonly notes: readonly Message[];
}

/**
 * Reads a formula in one variable: theta (θ), x, t or w, or any other letter; a constant is taken as a function of x.
 * Around it there may be what was copied along: `f(x) =`, `y =`, `lambda x:`, dollars (`definitionIn`).
 * @throws {FormulaError} for what is no formula, has two variables, or is too large to differentiate
 */
export const parseObjective: (text: string) => Objective = remembered(read);

function read(text: string): Objective {
  const definition = definitionIn(text, VARIABLE_NAMES);
  const [declared] = definition.variables;
  const names = { variables: declared ? [declared] : VARIABLE_NAMES, letters: true, most: 1 as const };
  const { expression, uses, notes } = readFormula(text, names, definition);
  const variable = variableOf(text, [...uses.values()], declared);
  return refusingTooLarge(text, () => {
    const algebra = new Algebra();
    const gradient = differentiate(normalize(expression, algebra), variable, algebra);
    const curvature = differentiate(gradient, variable, algebra);
    return {
      text,
      variable,
      value: expression,
      gradient: denormalize(gradient),
      curvature: denormalize(curvature),
      notes,
    };
  });
}

/** The one variable; where there are several letters, the usual one is it and the others should have been numbers. */
function variableOf(text: string, uses: readonly Token[], declared: string | undefined): string {
  const [first, second] = [...uses].sort((a, b) => a.position - b.position);
  const usual = uses.filter((use) => (VARIABLE_NAMES as readonly string[]).includes(use.text));
  const variable = declared ?? (usual.length === 1 ? usual[0].text : undefined);
  const typed = ({ position, length }: Token) => text.slice(position, position + length);
  const usedAs = (name: string) => {
    const use = uses.find((one) => one.text === name);
    return use ? typed(use) : name;
  };
  const refuse = (other: Token, message: Message) => new FormulaError(message, text, other.position, other.length);
  if (variable) {
    const other = [first, second].find((use) => use && use.text !== variable);
    const where = other && { name: typed(other), place: other.position + 1, variable: usedAs(variable) };
    if (where) throw refuse(other, say('notTheVariable', where));
    return variable;
  }
  if (second)
    throw refuse(
      second,
      say('twoVariables', { first: typed(first), place: second.position + 1, second: typed(second) }),
    );
  return first?.text ?? 'x';
}
