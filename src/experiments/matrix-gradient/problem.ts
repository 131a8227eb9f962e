import {
  differences,
  matrixExpressions,
  type Letter,
  type Matrices,
  type MatrixExpression,
} from '../../math/matrix-expressions';
import { largestOf, plus } from '../../math/matrices';
import { matricesOf, type MatrixGradientParameters } from './parameters';

export interface MatrixGradientResult {
  /** The values that it was computed from. */
  parameters: MatrixGradientParameters;
  /** What the expression comes to. */
  value: number;
  /** The gradient by each letter that is differentiated, of that letter's shape; a vector is a column. */
  gradients: Partial<Record<Letter, number[][]>>;
  /** The same by central differences, from values alone. */
  numeric: Partial<Record<Letter, number[][]>>;
  /** The largest difference of the two over all entries. */
  largestError: number;
  /** Rows and columns of everything that stands in the expression. */
  shapes: Partial<Record<Letter, [rows: number, columns: number]>>;
}

export interface MatrixGradientProblem {
  parameters: MatrixGradientParameters;
  expression: MatrixExpression;
  /** With vectors as columns. */
  matrices: Matrices;
  result: MatrixGradientResult;
}

/** Works out the value, the gradients, and the differences that check them. */
export function prepare(p: MatrixGradientParameters): MatrixGradientProblem {
  const expression = matrixExpressions[p.expression];
  const matrices = matricesOf(p);
  const by = Object.keys(expression.gradients) as Letter[];
  const of = <Value>(letters: readonly Letter[], value: (letter: Letter) => Value) =>
    Object.fromEntries(letters.map((letter) => [letter, value(letter)])) as Partial<Record<Letter, Value>>;
  const gradients = of(by, (letter) => expression.gradients[letter]!(matrices));
  const numeric = of(by, (letter) => differences(expression, matrices, letter, p.stepWidth));
  return {
    parameters: p,
    expression,
    matrices,
    result: {
      parameters: p,
      value: expression.value(matrices),
      gradients,
      numeric,
      largestError: Math.max(...by.map((letter) => largestOf(plus(gradients[letter]!, numeric[letter]!, -1)))),
      shapes: of(Object.keys(expression.shapes) as Letter[], (letter) => [
        matrices[letter].length,
        matrices[letter][0].length,
      ]),
    },
  };
}
