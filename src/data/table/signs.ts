import type { Message } from '../../messages';
import { inMarks } from './cells';
import { columnName } from './column-name';
import type { Doubt, Layout } from './dialect';
import { tableMessages as say } from './messages';

/** Letters that mean a minus: south, west (O in French, though it is east in German), debit. Alone they may be siemens and watts. */
const MINUS_LETTER = /^°?[SWO]$/;
const PLUS_LETTER = /^°?[NEH]$/;
const MINUS_WORD = /^(dr|debit|soll|south|west|s[üu]d|below|under|unter|minus|neg(ative)?|bce?)\.?$/i;
const PLUS_WORD = /^(cr|credit|haben|north|east|nord|ost|above|over|[üu]ber|plus|pos(itive)?|ad|ce)\.?$/i;
const isMinus = (sign: string): boolean => MINUS_LETTER.test(sign) || MINUS_WORD.test(sign);
const isPlus = (sign: string): boolean => PLUS_LETTER.test(sign) || PLUS_WORD.test(sign);

/** What columns are called that hold coordinates, and those that hold signs. */
const COORDINATE = /(?<!\p{L})(lat|lon|long|lng|latitude|longitude|breite(ngrad)?|l[äa]nge(ngrad)?)(?!\p{L})/iu;
const SIGNS = /^(s ?\/ ?h|[dc]r? ?\/ ?[dc]r?|soll ?\/ ?haben|(debit|credit).*|signs?|vorzeichen)$/i;

/** How bookkeepers write a negative amount: in parentheses. */
const IN_PARENTHESES = /^\(\p{Sc}?\s*[\d.,]*\d[\d.,]*\s*\p{Sc}?\)$/u;

/** Why such a cell is no number; undefined of any other. */
export const parenthesesTrouble = (cell: string): Message | undefined =>
  IN_PARENTHESES.test(cell) ? say('parentheses', { text: inMarks(cell) }) : undefined;

type Rows = readonly { cells: string[]; lines: number }[];

/** Whether what stands behind a column's numbers means a minus, and is no unit. */
export function isSign(unit: string, key = ''): boolean {
  return isMinus(unit) && (unit.length > 1 || COORDINATE.test(key));
}

/** Why the numbers of a column cannot be read: a column beside it has their signs, as the S and H of bookkeepers. */
export function signBeside(
  rows: Rows,
  column: number,
  { numeric, keys }: Pick<Layout, 'numeric' | 'keys'>,
): Doubt | undefined {
  for (const beside of [column + 1, column - 1]) {
    const signs = rows.map(({ cells }) => cells[beside] ?? '');
    const areSigns = signs.every((sign) => sign === '' || isMinus(sign) || isPlus(sign));
    const row = signs.findIndex(isMinus);
    const areSure = signs.some(isPlus) || SIGNS.test(keys[beside] ?? '') || COORDINATE.test(keys[column] ?? '');
    if (numeric[beside] !== false || row < 0 || !areSigns || !areSure) continue;
    const { cells, lines } = rows[row];
    return {
      trouble: say('signBeside', { column: columnName(keys, beside), sign: signs[row], cell: `“${cells[column]}”` }),
      lines,
    };
  }
  return undefined;
}
