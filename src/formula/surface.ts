import { Algebra } from './algebra';
import { definitionIn } from './definition';
import { denormalize } from './denormalize';
import { differentiate } from './differentiate';
import { FormulaError } from './error';
import type { Expression } from './expression';
import { formulaMessages as say } from './messages';
import { normalize } from './normalize';
import { read as readFormula } from './parse';
import { asked } from './quoted';
import { remembered } from './remembered';
import { refusingTooLarge } from './too-large';
import type { Token } from './token';
import type { Message } from '../messages';

/** A function of two variables to descend on, with its first and second derivatives. */
export interface Surface {
  readonly text: string;
  readonly variables: readonly [string, string];
  /** As it was written. */
  readonly value: Expression;
  /** By each variable. */
  readonly gradient: readonly [Expression, Expression];
  /** Twice by the first variable, by both, twice by the second. */
  readonly hessian: readonly [Expression, Expression, Expression];
  /** How the text is read, where it could be read otherwise. */
  readonly notes: readonly Message[];
}

/**
 * Reads a formula in two variables: x and y, or any other two letters, the first one of the alphabet first. With only one of them, or
 * none, it is a function of x and y that does not change along the other. Around it there may be what was
 * copied along: `f(x, y) =`, `z =`, `lambda x, y:`, dollars (`definitionIn`).
 * @throws {FormulaError} for what is no formula, has more variables, or is too large to differentiate
 */
export const parseSurface: (text: string) => Surface = remembered(read);

/** The norm of a vector, or an absolute value: what stands between double bars. */
const NORM =
  /(?:‖|\\\||\\[lr]?Vert\b)\s*([^|‖,]+?)\s*(?:‖|\\\||\\[lr]?Vert(?![A-Za-z]))|(?<=^|[-+*/(=\s\d])\|\|\s*([^|,]+?)\s*\|\|/;

/** @throws {FormulaError} where a vector may be meant that has both variables for its elements */
function refuseNorm(text: string): void {
  const found = NORM.exec(text);
  if (!found) return;
  const inside = found[1] ?? found[2];
  const index = /^(?:_\s*\{?)?(1|₁|\\infty|∞)/.exec(text.slice(found.index + found[0].length))?.[1];
  const norm = index === undefined ? 'sqrt(x^2+y^2)' : /1|₁/.test(index) ? '|x|+|y|' : 'max(|x|,|y|)';
  const second = /^[A-Za-z]$/.test(inside) ? norm : say('lengthOfVector', { norm });
  throw asked(text, found.index, found.index + found[0].length, `|${inside}|`, second);
}

function read(text: string): Surface {
  refuseNorm(text);
  const definition = definitionIn(text, USUAL);
  const [first, second] = definition.variables;
  const declared = second === undefined ? undefined : ([first, second] as const);
  const { expression, uses, notes } = readFormula(
    text,
    { variables: declared ?? USUAL, letters: true, most: 2 },
    definition,
  );
  const variables = declared ?? variablesOf([...uses.keys()]);
  refuseOthers(text, [...uses.values()], variables, declared || !uses.has(first) ? undefined : first);
  return refusingTooLarge(text, () => {
    const algebra = new Algebra();
    const value = normalize(expression, algebra);
    const [x, y] = variables;
    const [byX, byY] = [differentiate(value, x, algebra), differentiate(value, y, algebra)];
    return {
      text,
      variables,
      value: expression,
      gradient: [denormalize(byX), denormalize(byY)],
      hessian: [
        denormalize(differentiate(byX, x, algebra)),
        denormalize(differentiate(byX, y, algebra)),
        denormalize(differentiate(byY, y, algebra)),
      ],
      notes,
    };
  });
}

const USUAL = ['x', 'y', 'theta'] as const;
function variablesOf(used: readonly string[]): readonly [string, string] {
  const [first, second] = [...used].sort();
  if (first === undefined || (second === undefined && (first === 'x' || first === 'y'))) return ['x', 'y'];
  return second === undefined ? [first, 'y'] : [first, second];
}

/** @param named the one letter in front: a of f(x) = a x² is none, but f(x) = x² + y² is meant of both */
function refuseOthers(
  text: string,
  uses: readonly Token[],
  variables: readonly [string, string],
  named: string | undefined,
): void {
  const isOther = ({ text: name, index }: Token) =>
    !variables.includes(name) || (named && name !== named && !index && named + name !== 'xy');
  const other = uses.find(isOther);
  if (!other) return;
  const typed = (token: Token) => text.slice(token.position, token.position + token.length);
  const [first, second] = variables.map((name) => {
    const use = uses.find((one) => one.text === name);
    return use ? typed(use) : name;
  });
  const where = { name: typed(other), place: other.position + 1, first, second };
  const message = named ? say('notTheVariable', { ...where, variable: named }) : say('threeVariables', where);
  throw new FormulaError(message, text, other.position, other.length);
}
