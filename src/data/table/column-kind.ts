import type { Layout } from './dialect';
import { isDate } from './divide';
import { kindOf } from './number-text';

const YES_OR_NO = /^(true|false|t|f|yes|no|y|n|wahr|falsch|ja|nein)$/i;

/** Of the day, or how long something takes. */
const TIME = /^\d+:\d{2}(:\d{2})?([.,]\d+)?$/;
const isTime = (cell: string): boolean => TIME.test(cell);

/** What a column without numbers holds, as far as the first rows show. */
export type ColumnKind = 'nothing' | 'dates' | 'times' | 'yesOrNo' | 'words';

export function columnKind({ sample }: Layout, column: number): { kind: ColumnKind; cell: string } {
  const cells = sample.map((row) => row[column] ?? '').filter((cell) => kindOf(cell) !== 'gap');
  const [cell = ''] = cells;
  const all = (is: (cell: string) => boolean) => cells.every(is);
  const kind =
    cell === ''
      ? 'nothing'
      : all(isTime)
        ? 'times'
        : all(isDate)
          ? 'dates'
          : all((one) => YES_OR_NO.test(one))
            ? 'yesOrNo'
            : 'words';
  return { kind, cell };
}
