import { EXPRESSIONS, matrixExpressions, type Letter, type Matrices } from '../../math/matrix-expressions';
import { shapeOf, transposed, type Rows } from '../../math/matrices';
import { defineMessages, type Message } from '../../messages';
import { choice, matrix, number, views, type ValuesOf } from '../parameters';
import { DEFAULTS } from './defaults';

const say = defineMessages('matrix-gradient', {
  oneRow: 'one row or one column of numbers: this one is {shape}',
  square: 'as many rows as columns: this one is {shape}',
  single: 'one number: this one is {shape}',
  fits: '{own} for {each} of {other}, which is {otherShape}: this one is {shape}',
  row: 'a row',
  column: 'a column',
  number: 'one number',
  eachRow: 'each row',
  eachColumn: 'each column',
  eachNumber: 'each number',
});

export const VIEWS = ['shapes', 'derivation', 'check'] as const;
const MOST = 8;

const letter = <const Name extends Letter>(name: Name, label: string, help: string) =>
  matrix(name, {
    label,
    help: `${help} Rows are parted by semicolons; by default numbers that belong to the expression.`,
    default: [[0]],
    rows: MOST,
    columns: MOST,
    applies: ({ expression }) => EXPRESSIONS.some((one) => one === expression && name in matrixExpressions[one].shapes),
  }).orAuto();

/** By their letters. */
const letters = {
  a: letter('a', 'Matrix A', 'The square matrix of the quadratic form.'),
  x: letter('x', 'Features x', 'A vector; for least squares the matrix X with a row for each example.'),
  z: letter('z', 'Vector z', 'The linear part of the quadratic form.'),
  w: letter('w', 'Weights w', 'A vector of weights; for the affine layer a matrix with a row for each output.'),
  b: letter('b', 'Bias b', 'A number for each output of the layer.'),
  y: letter('y', 'Target y', 'What is aimed at: a number, or one for each example or output.'),
};

export const parameters = [
  choice('expression', {
    label: 'Expression',
    help: 'What is differentiated.',
    default: 'quadratic',
    choices: EXPRESSIONS,
    names: {
      quadratic: 'x′(Ax + z)',
      example: '(w′x − y)² / 2',
      'least-squares': '|Xw − y|² / 2',
      affine: '|Wx + b − y|²',
    },
  }),
  ...([letters.a, letters.x, letters.z, letters.w, letters.b, letters.y] as const),
  number('stepWidth', {
    label: 'Step width',
    unit: 'h',
    help: 'How far the check by differences goes to both sides of a number.',
    default: 1e-4,
    minimum: 1e-15,
    maximum: 100,
    control: 'more',
  }),
  choice('derivation', {
    label: 'Derivation',
    help: 'With symbols alone, or with the current numbers put in.',
    default: 'numbers',
    choices: ['symbols', 'numbers'],
    control: 'none',
    view: 'none',
  }),
  views('Which pictures are shown.', VIEWS),
] as const;

type Settings = ValuesOf<typeof parameters>;
/** What is computed with: `auto` has become numbers. Vectors are as they were given, one row or one column. */
export type MatrixGradientParameters = { [Name in keyof Settings]: Exclude<Settings[Name], 'auto'> };

/** Puts the oracle's numbers in the place of `auto`; letters that do not stand in the expression take those of another one. */
export function resolve(given: object): MatrixGradientParameters {
  const settings = given as Settings;
  const values = Object.fromEntries(
    (Object.keys(letters) as Letter[]).map((name) => {
      const value = settings[name];
      const home = DEFAULTS[settings.expression][name] ?? Object.values(DEFAULTS).find((one) => name in one)![name];
      return [name, value === 'auto' ? home : value];
    }),
  );
  return { ...settings, ...values } as MatrixGradientParameters;
}

/** Whether a letter stands for a vector. */
export const isVector = (expression: MatrixGradientParameters['expression'], name: Letter): boolean =>
  matrixExpressions[expression].shapes[name]?.[1] === '1';

/** The matrices, with vectors as columns. */
export function matricesOf(p: MatrixGradientParameters): Matrices {
  const column = (rows: Rows): Rows => (rows.length === 1 ? transposed(rows) : rows);
  return Object.fromEntries(
    (Object.keys(letters) as Letter[]).map((name) => [name, isVector(p.expression, name) ? column(p[name]) : p[name]]),
  ) as unknown as Matrices;
}

/** A side of a matrix that a size is taken from. */
interface Side {
  name: Letter;
  axis: 'row' | 'column' | 'number';
  count: number;
}

const EACH = { row: 'eachRow', column: 'eachColumn', number: 'eachNumber' } as const;

/** Refuses shapes that do not go together, in words that name both. Of two the one that was moved is blamed. */
export function check(p: MatrixGradientParameters, _: object, changed: ReadonlySet<string>): void {
  const refuse = (name: Letter, takes: Message) => letters[name].refuse(p[name], takes);
  const matrices = matricesOf(p);
  const sizes = new Map<string, Side>();
  for (const [key, names] of Object.entries(matrixExpressions[p.expression].shapes)) {
    const name = key as Letter;
    const rows = matrices[name];
    const shape = shapeOf(p[name]);
    const counts = [rows.length, rows[0].length];
    if (names[1] === '1' && counts[1] > 1) throw refuse(name, say('oneRow', { shape }));
    if (names[0] === '1' && counts[0] > 1) throw refuse(name, say('single', { shape }));
    if (names[0] === names[1] && counts[0] !== counts[1]) throw refuse(name, say('square', { shape }));
    names.forEach((size, i) => {
      if (size === '1') return;
      const own: Side = { name, axis: names[1] === '1' ? 'number' : i === 0 ? 'row' : 'column', count: counts[i] };
      const other = sizes.get(size) ?? own;
      sizes.set(size, other);
      if (other.count === own.count) return;
      const [blamed, kept] = changed.has(other.name) && !changed.has(name) ? [other, own] : [own, other];
      const values = { own: say(blamed.axis), each: say(EACH[kept.axis]), other: kept.name };
      const shapes = { shape: shapeOf(matrices[blamed.name]), otherShape: shapeOf(matrices[kept.name]) };
      throw refuse(blamed.name, say('fits', { ...values, ...shapes }));
    });
  }
}
