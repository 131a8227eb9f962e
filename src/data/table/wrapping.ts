import { Brackets, isBracketed } from './brackets';
import type { Reading } from './dialect';
import { Frame, isFramed } from './frame';
import { isLabelled, LabelledLines } from './labelled-lines';
import { arePointTuples, PointTuples } from './point-tuples';
import { isPointsLine, PointsLine } from './points-line';

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

/**
 * What stands around a table that begins so; undefined where nothing does.
 *
 * @param said what a person says of it
 */
export function wrappingOf(head: Uint8Array, said?: Reading): Wrapping | undefined {
  if (arePointTuples(head)) return new PointTuples(head);
  if (isLabelled(head)) return new LabelledLines(head, said);
  if (isBracketed(head)) return new Brackets(head);
  if (isFramed(head)) return new Frame(head);
  return isPointsLine(head) ? new PointsLine() : undefined;
}
