import { residuals, type ExpressionName, type Letter } from '../../math/matrix-expressions';
import { columnOf, largestOf, plus, product, scaled, shapeOf, transposed, type Rows } from '../../math/matrices';
import type { Claim, Verdict } from '../experiment';
import { defaultsOf } from '../parameters';
import { matricesOf, parameters, resolve } from './parameters';
import { prepare, type MatrixGradientResult } from './problem';

const number = (value: number) => String(Number(value.toPrecision(6))).replace('-', '−');
const list = (values: readonly number[]) => `(${values.map(number).join(', ')})`;
/** A vector as one list, a matrix by its rows. */
const text = (rows: Rows) => (rows[0].length === 1 ? list(columnOf(rows, 0)) : rows.map(list).join('; '));

/** The result if it is of this expression, else that of the expression's own numbers. */
function resultOf(result: MatrixGradientResult, expression: ExpressionName): MatrixGradientResult {
  if (result.parameters.expression === expression) return result;
  return prepare(resolve({ ...defaultsOf(parameters), expression })).result;
}

/** Whether a formula and differences say the same, as far as rounding lets them. */
function agrees({ gradients, numeric, value, parameters: p }: MatrixGradientResult, letter: Letter): Verdict {
  const [formula, found] = [gradients[letter]!, numeric[letter]!];
  const rounding = (1e-14 * Math.max(1, Math.abs(value))) / p.stepWidth;
  const apart = largestOf(plus(formula, found, -1));
  return apart <= 1e-6 * Math.max(1, largestOf(formula)) + rounding ? 'agrees' : 'differs';
}

/** What the sheets say, each beside what came out here. */
export const claims: readonly Claim<MatrixGradientResult>[] = [
  {
    source: 'S2.P1',
    statement: 'The gradient of one example is its residual times its features; of all of them X′(Xθ − Y), their sum.',
    compute(given) {
      const result = resultOf(given, 'least-squares');
      const m = matricesOf(result.parameters);
      const r = residuals['least-squares'](m);
      const each = m.x.map((row, i) => row.map((feature) => r[i][0] * feature));
      const total = each[0].map((_, j) => columnOf(each, j).reduce((sum, value) => sum + value, 0));
      return {
        computed: `One by one: ${each.map(list).join('; ')}. Their sum ${list(total)} is X′(Xθ − Y), and differences of the loss say ${text(result.numeric.w!)}.`,
        verdict: agrees(result, 'w'),
      };
    },
  },
  {
    source: 'S2.P1',
    statement: 'The hint’s sum goes over i, which is the example’s number too; the last row of the product has θₙ.',
    compute(given) {
      const { x, w } = matricesOf(resultOf(given, 'least-squares').parameters);
      return {
        computed: `X is ${shapeOf(x)}, so θ is ${shapeOf(w)}: its last entry is θ_p with p = ${w.length}, and n = ${x.length} counts examples. The result is right.`,
        verdict: 'imprecise',
      };
    },
  },
  {
    source: 'S1.Q2.1',
    statement: 'The gradient of x′(Ax + z) is (A + A′)x + z.',
    compute(given) {
      const result = resultOf(given, 'quadratic');
      const { a, x, z } = matricesOf(result.parameters);
      const twice = plus(product(scaled(a, 2), x), z);
      return {
        computed: `${text(result.gradients.x!)}; differences say ${text(result.numeric.x!)}. With the transpose forgotten, 2Ax + z would be ${text(twice)}, of the same shape.`,
        verdict: agrees(result, 'x'),
      };
    },
  },
  {
    source: 'S1.Q2.1.labels',
    statement: 'U is x′Ax and U is z′x; the last line adds dv/dx to itself; the brace under A + A′ says n × 1.',
    compute(given) {
      const { a, x } = matricesOf(resultOf(given, 'quadratic').parameters);
      return {
        computed: `The second term needs a letter of its own, and one of the two dv/dx is du/dx. A + A′ is ${shapeOf(plus(a, transposed(a)))}; its product with x, which is ${shapeOf(x)}, is ${shapeOf(x)}.`,
        verdict: 'imprecise',
      };
    },
  },
  {
    source: 'S1.Q2.2',
    statement: 'The gradient of (w′x − y)²/2 is (w′x − y) x.',
    compute(given) {
      const result = resultOf(given, 'example');
      return {
        computed: `${text(result.gradients.w!)}; differences say ${text(result.numeric.w!)}.`,
        verdict: agrees(result, 'w'),
      };
    },
  },
  {
    source: 'S1.Q2.3',
    statement: 'The gradient of |Xw − y|²/2 is X′(Xw − y), a column of m numbers.',
    compute(given) {
      const result = resultOf(given, 'least-squares');
      const m = matricesOf(result.parameters);
      const r = residuals['least-squares'](m);
      const isSquare = m.x.length === m.x[0].length;
      const forgotten = isSquare
        ? `X(Xw − y) has that shape too, as X is square, and is ${text(product(m.x, r))}`
        : `X(Xw − y) does not exist: ${shapeOf(m.x)} times ${shapeOf(r)}`;
      return {
        computed: `${text(result.gradients.w!)}, which is ${shapeOf(result.gradients.w!)}; differences say ${text(result.numeric.w!)}. ${forgotten}.`,
        verdict: agrees(result, 'w'),
      };
    },
  },
  {
    source: 'S1.Q3',
    statement: 'The gradient of |Wx + b − y|² with respect to W is 2(Wx + b − y)x′, of the shape of W.',
    compute(given) {
      const result = resultOf(given, 'affine');
      return {
        computed: `${text(result.gradients.w!)}, which is ${shapeOf(result.gradients.w!)}; differences say ${text(result.numeric.w!)}. With respect to b it is ${text(result.gradients.b!)}, to x ${text(result.gradients.x!)}.`,
        verdict: agrees(result, 'w'),
      };
    },
  },
  {
    source: 'S1.Q3.w11',
    statement: 'The chain for w₁₁ ends with 2r₁ times a derivative that is not worked out.',
    compute(given) {
      const m = matricesOf(resultOf(given, 'affine').parameters);
      const [r] = residuals.affine(m)[0];
      const entries = m.x.map(([x], j) => `w₁${'₁₂₃₄₅₆₇₈'[j]}: ${number(2 * r)} · ${number(x)} = ${number(2 * r * x)}`);
      return {
        computed: `That derivative is x₁, for w₁ⱼ it is xⱼ. Without it every weight of the row would have ${number(2 * r)}; with it ${entries.join(', ')}. The general formula is right.`,
        verdict: 'imprecise',
      };
    },
  },
];
