import { CodedError, defineMessages } from '../../messages';
import { threefry, unitInterval } from '../../math/random';
import { NOT_TAKEN, Parameter, matrix, type About, type Matrix, type Type } from '../parameters';

const say = defineMessages('least-squares', {
  design:
    'rows of numbers such as {example}, or random and the numbers of rows and columns: {random}; at most {rows} {rows|row|rows} and {columns} {columns|column|columns}',
  sizes: 'random takes the number of rows and the number of columns, at most {rows} and {columns}',
});

const LARGEST = { rows: 4096, columns: 64 };
const RANDOM = /^random\s+(\d+)\s+(\d+)$/i;
/** What random numbers are drawn for. */
const STREAM_DESIGN = 11;

/** A design by its rows, or `random 6 3`, which stays a text until there is a seed. */
export type Design = Matrix | string;

/** The parameter for a design. */
export function design<const Name extends string>(name: Name, about: About<Design>): Parameter<Name, Design> {
  const { type } = matrix(name, { ...about, default: [[0]], ...LARGEST });
  const own: Type<Design> = {
    ...type,
    typescript: `${type.typescript} | string`,
    takes: say('design', { example: '1 0; 0 1', random: 'random 6 3', ...LARGEST }),
    parse: (text) => (/^random\b/i.test(text) ? sized(text) : type.parse(text)),
    check: (value) => (typeof value === 'string' && RANDOM.test(value) ? value : type.check(value)),
    print: (value) => (typeof value === 'string' ? value : type.print(value)),
    good: [...type.good, 'random 6 3'],
    bad: [...type.bad, 'random', 'random 3', 'random 3 65', 'random 0 1', 'random 3 x'],
  };
  return new Parameter(name, own, about);
}

function sized(text: string): string {
  const [rows, columns] = RANDOM.exec(text)?.slice(1).map(Number) ?? [];
  if (!(rows >= 1 && rows <= LARGEST.rows && columns >= 1 && columns <= LARGEST.columns))
    throw new CodedError(say('sizes', LARGEST));
  if (columns < 1) throw NOT_TAKEN;
  return `random ${rows} ${columns}`;
}

/** The rows of a design; random ones are drawn evenly from -1 to 1. */
export function rowsOf(given: Design, seed: number): Matrix {
  if (typeof given !== 'string') return given;
  const [rows, columns] = RANDOM.exec(given)!.slice(1).map(Number);
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => drawn(seed, i * columns + j, 0)),
  );
}

/** Targets for a design of this many rows, drawn evenly from -1 to 1. */
export const randomTargets = (rows: number, seed: number): number[] =>
  Array.from({ length: rows }, (_, i) => drawn(seed, i, 1));

const drawn = (seed: number, index: number, purpose: number) =>
  Number((2 * unitInterval(threefry([seed, STREAM_DESIGN], [index, purpose])[0]) - 1).toFixed(4));
