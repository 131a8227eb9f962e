import type { DerivationStep } from '../../charts/derivation';
import { rowsText, short } from '../../charts/matrix-text';
import { fillSlots, math, type SlotValue } from '../../formula/tex';
import { residuals, type Letter } from '../../math/matrix-expressions';
import { columnOf, dot, plus, product, scaled, shapeOf, transposed, type Rows } from '../../math/matrices';
import type { MatrixGradientProblem } from './problem';
import { say } from './words';

const FORMULAS = {
  quadratic: math`\displaystyle f = x^\top (A x + z) = \sum_i \sum_j x_i a_{ij} x_j + \sum_i x_i z_i`,
  quadraticNumbers: math`f = \slot{x} \, \left( \slot{Ax} + \slot{z} \right) = \slot{f}`,
  quadraticEntry: math`\displaystyle \frac{\partial f}{\partial x_k} = \sum_j a_{kj} x_j + \sum_i a_{ik} x_i + z_k`,
  quadraticEntryNumbers: math`\slot{row} + \slot{column} + \slot{z} = \slot{entry}`,
  quadraticAll: math`\nabla_x f = A x + A^\top x + z = (A + A^\top)\, x + z`,
  quadraticAllNumbers: math`\slot{sum} \, \slot{x} + \slot{z} = \slot{gradient}`,
  symmetric: math`A = A^\top: \quad \nabla_x f = 2 A x + z`,
  symmetricNumbers: math`2 \, \slot{A} \, \slot{x} + \slot{z} = \slot{twice}`,
  exampleResidual: math`r = w^\top x - y`,
  exampleResidualNumbers: math`\slot{w} \, \slot{x} - \slot{y} = \slot{r}`,
  halfSquare: math`L = \tfrac12 r^2`,
  halfSquareNumbers: math`\tfrac12 \cdot \slot{r}^2 = \slot{L}`,
  byResidual: math`\displaystyle \frac{\partial L}{\partial r} = r`,
  byResidualNumbers: math`\slot{r}`,
  residualByWeight: math`\displaystyle \frac{\partial r}{\partial w_k} = x_k`,
  residualByWeightNumbers: math`\slot{x}`,
  chain: math`\displaystyle \nabla_w L = \frac{\partial L}{\partial r} \nabla_w r = (w^\top x - y)\, x`,
  chainNumbers: math`\slot{r} \cdot \slot{x} = \slot{gradient}`,
  leastResidual: math`r = X w - y`,
  leastResidualNumbers: math`\slot{X} \, \slot{w} - \slot{y} = \slot{r}`,
  leastLoss: math`\displaystyle L = \tfrac12 r^\top r = \tfrac12 \sum_i r_i^2`,
  leastLossNumbers: math`\tfrac12 \left( \slot{squares} \right) = \slot{L}`,
  oneExample: math`\nabla_w \tfrac12 r_i^2 = r_i X_i^\top`,
  oneExampleNumbers: math`i = 1: \quad \slot{r} \cdot \slot{x} = \slot{gradient}`,
  oneWeight: math`\displaystyle \frac{\partial L}{\partial w_k} = \sum_i r_i x_{ik}`,
  oneWeightNumbers: math`k = 1: \quad \slot{column} \, \slot{r} = \slot{entry}`,
  leastAll: math`\nabla_w L = \sum_i r_i X_i^\top = X^\top (X w - y)`,
  leastAllNumbers: math`\slot{X} \, \slot{r} = \slot{gradient}`,
  affineResidual: math`r = W x + b - y`,
  affineResidualNumbers: math`\slot{W} \, \slot{x} + \slot{b} - \slot{y} = \slot{r}`,
  affineLoss: math`\displaystyle L = r^\top r = \sum_i r_i^2`,
  affineLossNumbers: math`\slot{squares} = \slot{L}`,
  affineByResidual: math`\displaystyle \frac{\partial L}{\partial r_i} = 2 r_i`,
  affineByResidualNumbers: math`\slot{twice}`,
  affineByWeight: math`\displaystyle \frac{\partial r_i}{\partial w_{ij}} = x_j, \qquad \frac{\partial L}{\partial w_{ij}} = 2 r_i x_j`,
  affineByWeightNumbers: math`w_{11}: \quad \slot{twice} \cdot \slot{x} = \slot{entry}`,
  byWeights: math`\displaystyle \frac{\partial L}{\partial W} = 2 r\, x^\top`,
  byWeightsNumbers: math`\slot{twice} \, \slot{x} = \slot{gradient}`,
  byBias: math`\displaystyle \frac{\partial L}{\partial b} = 2 r`,
  byBiasNumbers: math`2 \, \slot{r} = \slot{gradient}`,
  byInput: math`\displaystyle \frac{\partial L}{\partial x_j} = \sum_i 2 r_i w_{ij}, \qquad \frac{\partial L}{\partial x} = 2 W^\top r`,
  byInputNumbers: math`\slot{W} \, \slot{twice} = \slot{gradient}`,
} as const;
type Name = keyof typeof FORMULAS;

const rows = (matrix: Rows) => matrix.map((row) => row.map(short));
const single = (value: number) => (value < 0 ? [[short(value)]] : short(value));
/** A vector as one list, a matrix by its rows. */
const inWords = (matrix: Rows) => rowsText(matrix[0].length === 1 ? transposed(matrix) : matrix);

/** The gradient of the expression, step by step, with the current numbers. */
export function derivationSteps({ parameters, matrices: m, result }: MatrixGradientProblem): DerivationStep[] {
  const { value, gradients } = result;
  /** A step whose formula's numbers are the formula of the same name with `Numbers`. */
  const step = (
    name: Name,
    title: string,
    note: string,
    shapes: Readonly<Record<string, Rows | 1>>,
    slots: Readonly<Record<string, SlotValue>>,
    end?: readonly [name: string, value: string],
  ): DerivationStep => ({
    title,
    note,
    formula: FORMULAS[name],
    shapes: Object.entries(shapes).map(([one, matrix]) => `${one}: ${matrix === 1 ? '1 × 1' : shapeOf(matrix)}`),
    numbers: fillSlots(FORMULAS[`${name}Numbers` as Name], slots),
    ...(end && { result: say('entry', { name: end[0], value: end[1] }) }),
  });
  const gradient = (letter: Letter) => gradients[letter]!;

  if (parameters.expression === 'quadratic') {
    const ax = product(m.a, m.x);
    const sum = plus(m.a, transposed(m.a));
    const twice = plus(product(scaled(m.a, 2), m.x), m.z);
    const isSymmetric = m.a.every((row, i) => row.every((entry, j) => entry === m.a[j][i]));
    const x = columnOf(m.x, 0);
    return [
      step(
        'quadratic',
        say('writeOut'),
        say('quadraticNote'),
        { 'x′': transposed(m.x), A: m.a, x: m.x, z: m.z, f: 1 },
        { x: rows(transposed(m.x)), Ax: rows(ax), z: rows(m.z), f: short(value) },
        ['f', short(value)],
      ),
      step(
        'quadraticEntry',
        say('oneEntry'),
        say('quadraticEntryNote'),
        { '∂f/∂xₖ': 1 },
        {
          row: single(dot(m.a[0], x)),
          column: single(dot(columnOf(m.a, 0), x)),
          z: single(m.z[0][0]),
          entry: short(gradient('x')[0][0]),
        },
        ['∂f/∂x₁', short(gradient('x')[0][0])],
      ),
      step(
        'quadraticAll',
        say('allEntries'),
        say('quadraticAllNote'),
        { 'A + A′': sum, x: m.x, z: m.z, '∇f': gradient('x') },
        { sum: rows(sum), x: rows(m.x), z: rows(m.z), gradient: rows(gradient('x')) },
        ['∇f', inWords(gradient('x'))],
      ),
      step(
        'symmetric',
        say('symmetric'),
        say(isSymmetric ? 'isSymmetric' : 'notSymmetric'),
        { '2A': m.a, '2Ax + z': twice },
        { A: rows(m.a), x: rows(m.x), z: rows(m.z), twice: rows(twice) },
        ['2Ax + z', inWords(twice)],
      ),
    ];
  }
  const r = residuals[parameters.expression](m);
  const squares = r.map(([one]) => `${one < 0 ? `(${short(one)})` : short(one)}²`).join(' + ');
  if (parameters.expression === 'example') {
    const own = gradient('w');
    const one = short(r[0][0]);
    return [
      step(
        'exampleResidual',
        say('residual'),
        say('exampleResidualNote'),
        { 'w′': transposed(m.w), x: m.x, y: m.y, r },
        { w: rows(transposed(m.w)), x: rows(m.x), y: single(m.y[0][0]), r: one },
        ['r', one],
      ),
      step('halfSquare', say('loss'), say('halfNote'), { r, L: 1 }, { r: single(r[0][0]), L: short(value) }, [
        'L',
        short(value),
      ]),
      step('byResidual', say('byResidual'), '', { '∂L/∂r': 1 }, { r: one }, ['∂L/∂r', one]),
      step('residualByWeight', say('residualByWeight'), say('residualByWeightNote'), { x: m.x }, { x: rows(m.x) }, [
        'x',
        inWords(m.x),
      ]),
      step(
        'chain',
        say('chain'),
        say('chainNote'),
        { r, x: m.x, '∇L': own },
        { r: single(r[0][0]), x: rows(m.x), gradient: rows(own) },
        ['∇L', inWords(own)],
      ),
    ];
  }
  if (parameters.expression === 'least-squares') {
    const own = gradient('w');
    const first = transposed([m.x[0]]);
    return [
      step(
        'leastResidual',
        say('residual'),
        say('leastResidualNote'),
        { X: m.x, w: m.w, y: m.y, r },
        { X: rows(m.x), w: rows(m.w), y: rows(m.y), r: rows(r) },
        ['r', inWords(r)],
      ),
      step('leastLoss', say('loss'), say('halfNote'), { 'r′': transposed(r), r, L: 1 }, { squares, L: short(value) }, [
        'L',
        short(value),
      ]),
      step(
        'oneExample',
        say('oneExample'),
        say('oneExampleNote'),
        { 'Xᵢ′': first, rᵢ: 1 },
        { r: single(r[0][0]), x: rows(first), gradient: rows(scaled(first, r[0][0])) },
        ['r₁X₁', inWords(scaled(first, r[0][0]))],
      ),
      step(
        'oneWeight',
        say('oneWeight'),
        say('oneWeightNote'),
        { '∂L/∂wₖ': 1 },
        { column: [columnOf(m.x, 0).map(short)], r: rows(r), entry: short(own[0][0]) },
        ['∂L/∂w₁', short(own[0][0])],
      ),
      step(
        'leastAll',
        say('allEntries'),
        say('leastAllNote'),
        { 'X′': transposed(m.x), r, '∇L': own },
        { X: rows(transposed(m.x)), r: rows(r), gradient: rows(own) },
        ['∇L', inWords(own)],
      ),
    ];
  }
  const twice = scaled(r, 2);
  return [
    step(
      'affineResidual',
      say('residual'),
      say('affineResidualNote'),
      { W: m.w, x: m.x, b: m.b, y: m.y, r },
      { W: rows(m.w), x: rows(m.x), b: rows(m.b), y: rows(m.y), r: rows(r) },
      ['r', inWords(r)],
    ),
    step('affineLoss', say('loss'), say('noHalfNote'), { 'r′': transposed(r), r, L: 1 }, { squares, L: short(value) }, [
      'L',
      short(value),
    ]),
    step('affineByResidual', say('byResidual'), say('byResidualNote'), { '2r': r }, { twice: rows(twice) }, [
      '2r',
      inWords(twice),
    ]),
    step(
      'affineByWeight',
      say('oneWeight'),
      say('weightNote'),
      { '∂L/∂wᵢⱼ': 1 },
      { twice: single(twice[0][0]), x: single(m.x[0][0]), entry: short(gradient('w')[0][0]) },
      ['∂L/∂w₁₁', short(gradient('w')[0][0])],
    ),
    step(
      'byWeights',
      say('byWeights'),
      say('byWeightsNote'),
      { '2r': r, 'x′': transposed(m.x), '∂L/∂W': gradient('w') },
      { twice: rows(twice), x: rows(transposed(m.x)), gradient: rows(gradient('w')) },
      ['∂L/∂W', inWords(gradient('w'))],
    ),
    step(
      'byBias',
      say('byBias'),
      say('byBiasNote'),
      { '∂L/∂b': gradient('b') },
      { r: rows(r), gradient: rows(gradient('b')) },
      ['∂L/∂b', inWords(gradient('b'))],
    ),
    step(
      'byInput',
      say('byInput'),
      say('byInputNote'),
      { 'W′': transposed(m.w), '2r': r, '∂L/∂x': gradient('x') },
      { W: rows(transposed(m.w)), twice: rows(twice), gradient: rows(gradient('x')) },
      ['∂L/∂x', inWords(gradient('x'))],
    ),
  ];
}
