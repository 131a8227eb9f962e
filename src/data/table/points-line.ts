import { textAt } from './cells';
import type { Reading } from './dialect';

const NUMBER = String.raw`[+−-]?[\d.,]+(?:e[+-]?\d+)?`;
const POINT = String.raw`${NUMBER}(?:[ \t]+${NUMBER})+`;
/** Points as the elements' fields take them, in one line: `0 1; 1 3; 2 2`. */
const POINTS = new RegExp(String.raw`^\s*${POINT}(?:\s*;\s*${POINT})+\s*;?\s*$`, 'i');
/** Thousands that blanks part: a row of numbers. */
const GROUPS = /^\s*[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?\s*(?:;|$)/;
const SEMICOLON = 0x3b;
const LINE_FEED = 0x0a;
const MOST_BYTES = 2 ** 16;

export function isPointsLine(head: Uint8Array): boolean {
  if (head.length >= MOST_BYTES) return false;
  const text = textAt(head, 0, head.length).trim();
  return !/[\r\n]/.test(text) && POINTS.test(text) && !GROUPS.test(text);
}

/** Makes a line of each point. */
export class PointsLine {
  readonly reading: Reading = { delimiter: ' ' };

  /** The next piece, as long as before. */
  rows(piece: Uint8Array): Uint8Array {
    return piece.map((byte) => (byte === SEMICOLON ? LINE_FEED : byte));
  }
}
