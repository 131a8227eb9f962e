import type { Layout } from './dialect';
import { isDate } from './dates';
import { kindOf } from './number-text';

const YES_OR_NO = /^(true|false|t|f|yes|no|y|n|wahr|falsch|ja|nein)$/i;

/** Of the day, or how long something takes. */
const TIME = /^\d+:\d{2}(:\d{2})?([.,]\d+)?$/;

/** What a column without numbers holds, as far as the first rows show. */
export type ColumnKind = 'nothing' | 'dates' | 'times' | 'yesOrNo' | 'words';

/** What all cells of a column may be, the narrower kinds first. */
const KINDS: readonly (readonly [ColumnKind, (cell: string) => boolean])[] = [
  ['times', (cell) => TIME.test(cell)],
  ['dates', isDate],
  ['yesOrNo', (cell) => YES_OR_NO.test(cell)],
];

export function columnKind({ sample }: Layout, column: number): { kind: ColumnKind; cell: string } {
  const cells = sample.map((row) => row[column] ?? '').filter((cell) => kindOf(cell) !== 'gap');
  // A number among words is not what keeps a column from being read.
  const cell = cells.find((text) => kindOf(text) === 'other') ?? cells[0] ?? '';
  if (cell === '') return { kind: 'nothing', cell };
  const kind = KINDS.find(([, is]) => cells.every(is))?.[0] ?? 'words';
  return { kind, cell };
}
