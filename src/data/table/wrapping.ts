import { Brackets, isBracketed } from './brackets';
import type { Reading } from './dialect';
import { Frame, isFramed } from './frame';
import { isPointsLine, PointsLine } from './points-line';

/** Takes away what is pasted around the numbers of a table. */
export interface Wrapping {
  /** How what is left is divided, where that is known. */
  readonly reading: Reading;
  /** The next piece. @throws {TableError} */
  rows(piece: Uint8Array): Uint8Array;
  /** @throws {TableError} for what is seen at the end only */
  end?(): void;
}

/** What stands around a table that begins so; undefined where nothing does. */
export function wrappingOf(head: Uint8Array): Wrapping | undefined {
  if (isBracketed(head)) return new Brackets(head);
  if (isFramed(head)) return new Frame(head);
  return isPointsLine(head) ? new PointsLine() : undefined;
}
