import { Algebra } from './algebra';
import { denormalize } from './denormalize';
import { differentiate } from './differentiate';
import { FormulaError } from './error';
import type { Expression } from './expression';
import { normalize } from './normalize';
import { parseWithUses } from './parse';
import { TooLarge } from './too-large';
import { formulaMessages as say } from './messages';

/** What the variable of an objective may be called; `θ` is another spelling of theta. */
export const VARIABLE_NAMES = ['theta', 'x', 't', 'w'] as const;

/** A function of one variable to descend on, with its first two derivatives. */
export interface Objective {
  readonly text: string;
  readonly variable: string;
  /** As it was written. */
  readonly value: Expression;
  readonly gradient: Expression;
  readonly curvature: Expression;
}

/** The same few formulas are asked for again and again, by views and engines. */
const MEMORY = 8;
const recent = new Map<string, Objective>();

/**
 * Reads a formula in one variable: theta (θ), x, t or w; a constant is taken as a function of x.
 * @throws {FormulaError} for what is no formula, has two variables, or is too large to differentiate
 */
export function parseObjective(text: string): Objective {
  let objective = recent.get(text);
  recent.delete(text);
  objective ??= read(text);
  recent.set(text, objective);
  if (recent.size > MEMORY) recent.delete(recent.keys().next().value!);
  return objective;
}

function read(text: string): Objective {
  const { expression, uses } = parseWithUses(text, { variables: VARIABLE_NAMES });
  const [first, second] = [...uses.values()].sort((a, b) => a.position - b.position);
  if (second) {
    throw new FormulaError(
      say('twoVariables', { first: first.text, place: second.position + 1, second: second.text }),
      text,
      second.position,
      second.length,
    );
  }
  const variable = first?.text ?? 'x';
  try {
    const algebra = new Algebra();
    const gradient = differentiate(normalize(expression, algebra), variable, algebra);
    const curvature = differentiate(gradient, variable, algebra);
    return { text, variable, value: expression, gradient: denormalize(gradient), curvature: denormalize(curvature) };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new FormulaError(say('tooLarge'), text, 0, text.length);
  }
}
