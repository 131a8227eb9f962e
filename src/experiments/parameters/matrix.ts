import { CodedError, type Message } from '../../messages';
import { entryWords, parameterMessages as say } from './error';
import { refuseDecimalComma } from './list';
import { NOT_TAKEN, Parameter, type About, type Type } from './parameter';
import { unbracketed } from './unbracketed';
import { itemsOf, numberIn } from './values';

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** Numbers of matrices and points go up to this one. */
export const LARGEST = 1e9;

/** A matrix by rows: `1 2; 3 4`. As a property a list of numbers is taken for its one row. */
export function matrix<const Name extends string>(
  name: Name,
  about: About<Matrix> & { rows: number; columns: number },
): Parameter<Name, Matrix> {
  const { rows, columns } = about;
  const fits = (value: Matrix) => value.length <= rows && value[0].length <= columns;
  const type = rowsType(say('matrixSize', { rows, columns }), '1 2; 3 4', fits);
  return new Parameter(name, { ...type, check: (value) => type.check(asRows(value)) }, about);
}

/** A list of numbers is a row, and a number a row of one. */
function asRows(value: unknown): unknown {
  if (typeof value === 'number') return [[value]];
  return itemsOf(value)?.every((item) => typeof item === 'number') ? [value] : value;
}

/** Points, each with the same few numbers: `0 0 0; 0 1 1`. */
export function points<const Name extends string>(
  name: Name,
  about: About<Matrix> & { numbers: number; count: readonly [number, number] },
): Parameter<Name, Matrix> {
  const { numbers, count } = about;
  const [least, most] = count;
  const example = Array.from({ length: Math.max(2, least) }, (_, i) =>
    Array.from({ length: numbers }, () => i).join(' '),
  );
  const fits = (value: Matrix) => value.length >= least && value.length <= most && value[0].length === numbers;
  return new Parameter(name, rowsType(say('pointSize', { least, most, numbers }), example.join('; '), fits), about);
}

function rowsType(size: Message, example: string, fits: (value: Matrix) => boolean): Type<Matrix> {
  return {
    typescript: 'readonly (readonly number[])[]',
    takes: say('rows', { example, size }),
    parse: (text) =>
      text === ''
        ? text
        : unbracketed(text)
            .replace(/[;\n]\s*$/, '')
            .split(/[;\n]/)
            .map(cellsOf),
    check: (value) => {
      const rows = itemsOf(value)?.map(itemsOf);
      if (!rows || rows.length === 0 || rows.some((row) => !row || row.length === 0)) throw NOT_TAKEN;
      const found = rows as unknown[][];
      const uneven = found.findIndex((row) => row.length !== found[0].length);
      if (uneven > 0)
        throw new CodedError(say('uneven', { row: uneven + 1, count: found[uneven].length, wanted: found[0].length }));
      for (const [i, row] of found.entries()) {
        const j = row.findIndex((cell) => !(typeof cell === 'number' && Math.abs(cell) <= LARGEST));
        if (j >= 0) throw new CodedError(say('cell', { row: i + 1, column: j + 1, got: entryWords(row[j]) }));
      }
      if (!fits(found as number[][])) throw NOT_TAKEN;
      return found as number[][];
    },
    print: (value) => value.map((row) => row.join(' ')).join('; '),
    control: { kind: 'area' },
    good: [example],
    bad: ['', 'abc', '1 2; 3', 'NaN 1', '1e999 1; 1 1', '<b>1</b>'],
  };
}

/** A decimal comma that cannot group thousands. */
const DECIMAL_COMMA = /^[+\u2212-]?(0*,\d+|\d+,(?!\d{3}$)\d+)$/;

function cellsOf(row: string): (number | string)[] {
  const text = row.trim();
  // So a spreadsheet divides its cells: a comma divides none.
  if (text.includes('\t')) return text.split('\t').map((cell) => numberIn(plain(cell)) ?? cell);
  refuseDecimalComma(text);
  return text.split(/[\s,]+/).map((cell) => numberIn(cell) ?? cell);
}

function plain(cell: string): string {
  const text = cell.trim();
  return DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text;
}
