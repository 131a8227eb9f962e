import { largestOf, plus, product, scaled, transposed, type Rows } from './matrices';

/** Expressions of matrices and their gradients. A vector is a matrix of one column. */

export type Letter = 'a' | 'x' | 'z' | 'w' | 'b' | 'y';
export type Matrices = Readonly<Record<Letter, Rows>>;

export interface MatrixExpression {
  /** What stands in it, with the names of how many rows and columns it has; `1` is one. */
  shapes: Readonly<Partial<Record<Letter, readonly [rows: string, columns: string]>>>;
  value(m: Matrices): number;
  /** The gradient by each letter that is differentiated, of that letter's shape. */
  gradients: Readonly<Partial<Record<Letter, (m: Matrices) => number[][]>>>;
}

/** |r|². */
const squared = (r: Rows): number => r.flat().reduce((sum, value) => sum + value * value, 0);

export const residuals = {
  example: ({ w, x, y }: Matrices) => plus(product(transposed(w), x), y, -1),
  'least-squares': ({ x, w, y }: Matrices) => plus(product(x, w), y, -1),
  affine: ({ w, x, b, y }: Matrices) => plus(plus(product(w, x), b), y, -1),
};
const r = residuals;

export const EXPRESSIONS = ['quadratic', 'example', 'least-squares', 'affine'] as const;
export type ExpressionName = (typeof EXPRESSIONS)[number];

export const matrixExpressions: Readonly<Record<ExpressionName, MatrixExpression>> = {
  // x'(Ax + z)
  quadratic: {
    shapes: { a: ['n', 'n'], x: ['n', '1'], z: ['n', '1'] },
    value: ({ a, x, z }) => product(transposed(x), plus(product(a, x), z))[0][0],
    gradients: { x: ({ a, x, z }) => plus(product(plus(a, transposed(a)), x), z) },
  },
  // (w'x − y)² / 2
  example: {
    shapes: { w: ['n', '1'], x: ['n', '1'], y: ['1', '1'] },
    value: (m) => squared(r.example(m)) / 2,
    gradients: { w: (m) => product(m.x, r.example(m)) },
  },
  // |Xw − y|² / 2
  'least-squares': {
    shapes: { x: ['n', 'm'], w: ['m', '1'], y: ['n', '1'] },
    value: (m) => squared(r['least-squares'](m)) / 2,
    gradients: { w: (m) => product(transposed(m.x), r['least-squares'](m)) },
  },
  // |Wx + b − y|²
  affine: {
    shapes: { w: ['m', 'n'], x: ['n', '1'], b: ['m', '1'], y: ['m', '1'] },
    value: (m) => squared(r.affine(m)),
    gradients: {
      w: (m) => scaled(product(r.affine(m), transposed(m.x)), 2),
      b: (m) => scaled(r.affine(m), 2),
      x: (m) => scaled(product(transposed(m.w), r.affine(m)), 2),
    },
  },
};

/** The matrices with `shift` added to one entry. */
const moved = (m: Matrices, letter: Letter, i: number, j: number, shift: number): Matrices => ({
  ...m,
  [letter]: m[letter].map((row, k) => (k === i ? row.with(j, row[j] + shift) : row)),
});

/** Derivatives by the entries of a letter, from values alone: by steps of h to both sides, or ahead only. */
export function differences(
  { value }: MatrixExpression,
  m: Matrices,
  letter: Letter,
  h: number,
  kind: 'central' | 'forward' = 'central',
): number[][] {
  const here = kind === 'forward' ? value(m) : 0;
  return m[letter].map((row, i) =>
    row.map((entry, j) => {
      const above = value(moved(m, letter, i, j, h));
      // Divided by the step that the floating-point numbers really took.
      return kind === 'central'
        ? (above - value(moved(m, letter, i, j, -h))) / (entry + h - (entry - h))
        : (above - here) / (entry + h - entry);
    }),
  );
}

export interface DifferenceErrors {
  h: number[];
  central: number[];
  forward: number[];
}

/** The largest error of differences over all entries, at each width of the step. */
export function differenceErrors(
  expression: MatrixExpression,
  m: Matrices,
  gradients: Readonly<Partial<Record<Letter, Rows>>>,
  widths: readonly number[],
): DifferenceErrors {
  const letters = Object.keys(gradients) as Letter[];
  const errors = (kind: 'central' | 'forward') =>
    widths.map((h) =>
      Math.max(
        ...letters.map((letter) =>
          largestOf(plus(differences(expression, m, letter, h, kind), gradients[letter]!, -1)),
        ),
      ),
    );
  return { h: [...widths], central: errors('central'), forward: errors('forward') };
}

/** The largest second derivative by an entry. All of these expressions are quadratic: steps of 1 find it. */
export function largestCurvature({ value, gradients }: MatrixExpression, m: Matrices): number {
  return Math.max(
    ...(Object.keys(gradients) as Letter[]).flatMap((letter) =>
      m[letter].flatMap((row, i) =>
        row.map((_, j) =>
          Math.abs(value(moved(m, letter, i, j, 1)) - 2 * value(m) + value(moved(m, letter, i, j, -1))),
        ),
      ),
    ),
  );
}

/** The value with the size of every term in the place of the term: rounding errors are in proportion to it. */
export function sizeOfTerms({ value }: MatrixExpression, m: Matrices): number {
  const sizes = Object.fromEntries(
    Object.entries(m).map(([letter, rows]) => [letter, rows.map((row) => row.map(Math.abs))]),
  ) as Record<Letter, number[][]>;
  // y is taken off everywhere, so −|y| adds up.
  return value({ ...sizes, y: scaled(sizes.y, -1) });
}
