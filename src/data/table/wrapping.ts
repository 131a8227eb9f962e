import { Brackets, isBracketed } from './brackets';
import { areColumnBlocks, ColumnBlocks } from './column-blocks';
import type { Reading } from './dialect';
import { Frame, isFramed } from './frame';
import { isLabelled, LabelledLines } from './labelled-lines';
import { LooseCommas } from './loose-commas';
import { NamedLists } from './named-lists';
import { NumberGroups } from './number-groups';
import { arePointTuples, PointTuples } from './point-tuples';

/** Takes away what is pasted around the numbers of a table. */
export interface Wrapping {
  /** How what is left is divided, where that is known. */
  readonly reading: Reading;
  /** What the columns are called, where that stands apart from the rows. */
  readonly names?: readonly string[];
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

/**
 * What stands around a table that begins so; undefined where nothing does.
 *
 * @throws {TableError} where there may be something or not
 */
export function wrappingOf(head: Uint8Array, known: Known = {}): Wrapping | undefined {
  const { reading, arePoints, areNames } = known;
  if (isLabelled(head)) return new LabelledLines(head, reading);
  const lists = NamedLists.in(head, reading, areNames);
  if (lists) return lists;
  if (arePointTuples(head)) return new PointTuples(head);
  if (isBracketed(head)) return new Brackets(head);
  if (areColumnBlocks(head)) return new ColumnBlocks();
  if (isFramed(head)) return new Frame(head);
  return LooseCommas.in(head, reading) ?? NumberGroups.in(head, reading, arePoints);
}
