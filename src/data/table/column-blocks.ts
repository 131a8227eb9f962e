import { inQuotes, textAt } from './cells';
import type { Reading } from './dialect';
import { tableMessages as say } from './messages';
import { ANNOUNCES, MATLAB_FACTOR } from './preamble';
import { TableError } from './table-error';

/** What MATLAB and Octave print above some of the columns of a wide matrix, and of a vector: `Columns 1 through 8`. */
const COLUMNS = /^Columns? (\d+)(?: (?:through|and|to) (\d+))?:?$/;

const linesOf = (head: Uint8Array): string[] =>
  textAt(head, 0, head.length)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether a text begins as columns that are printed in blocks, one below the other. */
export function areColumnBlocks(head: Uint8Array): boolean {
  const first = linesOf(head.subarray(0, 400)).find((line) => !ANNOUNCES.test(line) && !MATLAB_FACTOR.test(line)) ?? '';
  return COLUMNS.test(first);
}

/** Puts such blocks side by side. */
export class ColumnBlocks {
  readonly reading: Reading = { delimiter: ' ' };
  readonly counted = 'row';

  /** All of the text. @throws {TableError} where a block is missing, or rows of one */
  rows(piece: Uint8Array): Uint8Array {
    const blocks: string[][] = [];
    let columns = 0;
    let width = 0;
    for (const line of linesOf(piece)) {
      const factor = MATLAB_FACTOR.exec(line)?.[1];
      if (factor) throw new TableError(say('scaled', { factor }));
      const [, first, last = first] = COLUMNS.exec(line) ?? [];
      if (first) {
        if (Number(first) !== columns + 1) throw new TableError(say('columnsMissing', { text: inQuotes(line) }));
        width = Number(last) - columns;
        columns = Number(last);
        blocks.push([]);
      } else if (blocks.length > 0) {
        if (line.split(/\s+/).length !== width) throw new TableError(say('columnsMissing', { text: inQuotes(line) }));
        blocks.at(-1)!.push(line);
      }
    }
    const [all, ...others] = blocks;
    if (others.some(({ length }) => length !== all.length))
      throw new TableError(say('columnsMissing', { text: inQuotes(all[0] ?? '') }));
    const rows = all.map((row, i) => `${[row, ...others.map((block) => block[i])].join(' ')}\n`);
    return new TextEncoder().encode(rows.join(''));
  }
}
