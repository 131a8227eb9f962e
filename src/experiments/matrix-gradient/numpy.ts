import { pythonList, pythonNumber } from '../../formula/python';
import type { ExpressionName, Letter } from '../../math/matrix-expressions';
import { columnOf, type Rows } from '../../math/matrices';
import { numpyProgram } from '../numpy-program';
import { isVector, matricesOf, type MatrixGradientParameters } from './parameters';
import { prepare } from './problem';
import { written } from './shown';

/** The value, and the gradient by each letter, as Python has them: vectors are one-dimensional. */
const PROGRAMS: Record<ExpressionName, { value: string; gradients: Partial<Record<Letter, string>> }> = {
  quadratic: { value: 'x @ (A @ x + z)', gradients: { x: '(A + A.T) @ x + z' } },
  example: { value: '(w @ x - y)**2 / 2', gradients: { w: '(w @ x - y) * x' } },
  'least-squares': { value: 'np.sum((X @ w - y)**2) / 2', gradients: { w: 'X.T @ (X @ w - y)' } },
  affine: {
    value: 'np.sum((W @ x + b - y)**2)',
    gradients: { w: '2 * np.outer(W @ x + b - y, x)', b: '2 * (W @ x + b - y)', x: '2 * W.T @ (W @ x + b - y)' },
  },
};

const matrixText = (rows: Rows) => `[${rows.map((row) => pythonList(row)).join(', ')}]`;

/** A program that prints the value, and each gradient by its formula and by central differences. */
export function numpy(p: MatrixGradientParameters): string {
  const { value, gradients } = PROGRAMS[p.expression];
  const m = matricesOf(p);
  const letters = Object.keys(prepare(p).result.shapes) as Letter[];
  const name = (letter: Letter) => written(p.expression, letter);
  const given = letters.map((letter) => {
    const isNumber = p.expression === 'example' && letter === 'y';
    const text = isVector(p.expression, letter) ? pythonList(columnOf(m[letter], 0)) : matrixText(m[letter]);
    return `${name(letter)} = ${isNumber ? pythonNumber(m[letter][0][0]) : `np.array(${text}, float)`}`;
  });
  return numpyProgram(
    `${given.join('\n')}\nh = ${pythonNumber(p.stepWidth)}`,
    `def value(${letters.map(name).join(', ')}):\n    return ${value}`,
    `def differences(f, M):
    """Central differences of f by every entry of M."""
    found = np.zeros_like(M)
    for i in np.ndindex(M.shape):
        above, below = M.copy(), M.copy()
        above[i] += h
        below[i] -= h
        found[i] = (f(above) - f(below)) / (above[i] - below[i])
    return found`,
    [
      `print("value:", value(${letters.map(name).join(', ')}))`,
      ...(Object.entries(gradients) as [Letter, string][]).flatMap(([letter, formula]) => {
        const own = name(letter);
        const call = letters.map((one) => (one === letter ? 'M' : name(one))).join(', ');
        return [
          `print("by ${own}:", *np.ravel(${formula}))`,
          `print("differences by ${own}:", *np.ravel(differences(lambda M: value(${call}), ${own})))`,
        ];
      }),
    ].join('\n'),
  );
}
