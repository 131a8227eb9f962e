import { inMarks } from './cells';
import type { Layout } from './dialect';
import { isDate } from './dates';
import { isWord } from './head-words';
import { tableMessages as say } from './messages';
import { kindOf } from './number-text';
import { errorAt, TableError } from './table-error';
import { foundIn } from './found-in';
import { measureIn, otherUnitIn } from './units';

/** Why a table has no column of numbers: the first cell that seems to be one, and what keeps it from being read. */
export function noNumbers(layout: Layout): TableError {
  const { names, sample, sampleLines } = layout;
  const found = foundIn(layout);
  const columns = [...names.keys()].map((column) => sample.map((cells) => cells[column] ?? ''));
  const seemNumbers = (cells: string[]) => {
    const filled = cells.filter((cell) => kindOf(cell) !== 'gap');
    const like = filled.filter((cell) => /\p{Nd}/u.test(cell) && !isDate(cell));
    return like.length > 0 && 2 * like.length >= filled.length;
  };
  const cells = columns.findLast(seemNumbers);
  if (cells) {
    const first = Math.max(
      0,
      cells.findIndex((cell) => measureIn(cell)),
    );
    const other = otherUnitIn(cells.slice(first));
    if (other) return errorAt(layout, sampleLines[first + other.row], other.trouble, found);
    const script = cells.findIndex((cell) => OTHER_DIGITS.test(cell));
    if (script >= 0) {
      const said = { cell: inMarks(cells[script]), plain: plainDigits(cells[script]) };
      return errorAt(layout, sampleLines[script], say('otherDigits', said), found);
    }
    const row = cells.findIndex((cell) => /\d/.test(cell) && kindOf(cell) === 'other' && !isDate(cell));
    if (row >= 0)
      return new TableError(say('noNumbersBut', { line: sampleLines[row] + 1, cell: inMarks(cells[row]) }), found);
  }
  // The names above are not to blame.
  const row = Math.max(
    0,
    sample.findIndex((texts) => !texts.every(isWord)),
  );
  return new TableError(say('noNumbers', { line: sampleLines[row] + 1, cell: inMarks(sample[row][0]) }), found);
}

/** Digits of other scripts, and such of another width. */
const OTHER_DIGITS = /(?![0-9])\p{Nd}/u;
const OTHER_SIGNS: Record<string, string> = { '٫': '.', '٬': ',', '．': '.', '，': ',', '－': '-' };

/** A number in the digits of ours: those of each script stand in turn from a zero. */
function plainDigits(cell: string): string {
  const digit = (sign: string): string => {
    let value = 0;
    for (let code = sign.codePointAt(0)! - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) value++;
    return String(value % 10);
  };
  return cell.replace(/(?![0-9])\p{Nd}/gu, digit).replace(/[٫٬．，－]/g, (sign) => OTHER_SIGNS[sign]);
}
