import { textAt, inQuotes } from './cells';
import { tableMessages as say } from './messages';
import { numberIn } from './number-text';
import { errorInLine, TableError } from './table-error';

/** How the first line of a Matrix Market file begins. */
export const MATRIX_MARKET = '%%MatrixMarket';
const ARRAY = /^%%MatrixMarket\s+matrix\s+array\b/i;
const POINT = { decimal: '.', groups: false } as const;
const NOT_FINITE: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity };

/** Whether a file begins as one of Matrix Market that lists all numbers of a matrix, column by column. */
export function isMatrixArray(head: Uint8Array): boolean {
  return ARRAY.test(textAt(head, 0, Math.min(head.length, 40)));
}

/**
 * Sees by its first line that a Matrix Market file can be read.
 *
 * @returns what its numbers are
 * @throws {TableError} for what is no plain table of numbers
 */
export function fieldOf(line: string): string {
  const [, , layout, field, symmetry] = line.toLowerCase().split(/\s+/);
  const isTable = ['coordinate', 'array'].includes(layout) && ['real', 'integer', 'double'].includes(field);
  if (!isTable || symmetry !== 'general')
    throw new TableError(say('matrixMarket', { kind: [layout, field, symmetry].join(' ') }));
  return field;
}

/** @throws {TableError} where a file has other entries than its size line states */
export function checkEntries(stated: number, found: number): void {
  if (stated !== found) throw new TableError(say('matrixMarketSize', { stated, found }));
}

/** Reads what `isMatrixArray` knows, its numbers column by column. @throws {TableError} */
export function readMatrixArray(bytes: Uint8Array): { shape: number[]; data: Float64Array; type: string } {
  const [first, ...lines] = new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  const type = fieldOf(first.trim());
  const isFilled = (line: string) => line.trim() !== '' && !line.startsWith('%');
  const at = lines.findIndex(isFilled);
  const shape = (lines[at] ?? '').trim().split(/\s+/).map(Number);
  if (shape.length !== 2 || !shape.every(Number.isSafeInteger))
    throw errorInLine(at + 1, say('matrixMarketNoSize', { text: inQuotes(lines[at] ?? '') }));
  const data: number[] = [];
  for (const [i, line] of lines.slice(at + 1).entries()) {
    if (!isFilled(line)) continue;
    const text = line.trim();
    const value = NOT_FINITE[text.toLowerCase()] ?? numberIn(text, POINT);
    if (Number.isNaN(value) && text.toLowerCase() !== 'nan')
      throw errorInLine(at + 2 + i, say('matrixMarketNumber', { text: inQuotes(text) }));
    data.push(value);
  }
  checkEntries(shape[0] * shape[1], data.length);
  return { shape, type, data: Float64Array.from(data) };
}
