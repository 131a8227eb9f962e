import { Brackets, isBracketed } from './brackets';
import { areColumnBlocks, ColumnBlocks } from './column-blocks';
import type { Reading } from './dialect';
import { Frame, isFramed } from './frame';
import { isLabelled, LabelledLines } from './labelled-lines';
import { LooseCommas } from './loose-commas';
import { NamedLists } from './named-lists';
import { NumberGroups } from './number-groups';
import { tableMessages as say } from './messages';
import { arePointTuples, PointTuples } from './point-tuples';
import { TableError } from './table-error';

/** Takes away what is pasted around the numbers of a table. */
export interface Wrapping {
  /** How what is left is divided, where that is known. */
  readonly reading: Reading;
  /** What the columns are called, where that stands apart from the rows. */
  readonly names?: readonly string[];
  /** What its rows are, where they are no lines. */
  readonly counted?: 'row' | 'number';
  /** How many lines come before a row, where a line has several. */
  linesBefore?(row: number): number;
  /** The next piece. @throws {TableError} */
  rows(piece: Uint8Array): Uint8Array;
  /** What was kept back until a line ends. @throws {TableError} */
  rest?(): Uint8Array;
  /** @throws {TableError} for what is seen at the end only */
  end?(): void;
}

/** What is known of a table before it is looked at. */
export interface Known {
  /** What a person says of it. */
  reading?: Reading;
  /** Whether its numbers are points. */
  arePoints?: boolean;
  /** Whether a row has the names that the columns should have. */
  areNames?: (row: readonly string[]) => boolean;
}

/** Texts of lists, points and groups are read as a whole, and so none that has more bytes. */
export const MOST_WHOLE = 2 ** 20;

/**
 * Whether a text that goes on begins as one that is read once all of it is there.
 *
 * @throws {TableError} where it is too long
 */
export function isReadWhole(head: Uint8Array, known: Known = {}): boolean {
  const isLong = head.length > MOST_WHOLE;
  const is = beginsAsWhole(head, known, isLong);
  if (is && isLong) throw new TableError(say('longLists', { most: MOST_WHOLE / 2 ** 20 }));
  return is;
}

function beginsAsWhole(head: Uint8Array, { reading, arePoints }: Known, isLong: boolean): boolean {
  if (isLabelled(head)) return false;
  if (NamedLists.begins(head, isLong) || arePointTuples(head, true)) return true;
  if (isBracketed(head)) return false;
  if (areColumnBlocks(head)) return true;
  if (isFramed(head)) return false;
  try {
    return !LooseCommas.in(head, reading) && NumberGroups.begins(head, reading, arePoints);
  } catch {
    // What is asked about is asked of the whole.
    return !isLong;
  }
}

/**
 * What stands around a table that begins so; undefined where nothing does.
 *
 * @param isWhole whether all of the text is there
 * @throws {TableError} where there may be something or not
 */
export function wrappingOf(head: Uint8Array, known: Known = {}, isWhole = true): Wrapping | undefined {
  const { reading, arePoints, areNames } = known;
  if (isLabelled(head)) return new LabelledLines(head, reading);
  const lists = isWhole ? NamedLists.in(head, reading, areNames) : undefined;
  if (lists) return lists;
  if (isWhole && arePointTuples(head)) return new PointTuples(head);
  if (isBracketed(head)) return new Brackets(head);
  if (isWhole && areColumnBlocks(head)) return new ColumnBlocks();
  if (isFramed(head)) return new Frame(head);
  return LooseCommas.in(head, reading) ?? (isWhole ? NumberGroups.in(head, reading, arePoints) : undefined);
}
