import { CodedError, type Message } from '../../messages';
import type { Layout, Reading } from './dialect';
import { tableMessages as say } from './messages';

/** What was made out about a file that cannot be read as it is. */
export interface Found extends Reading {
  /** What the columns are called. */
  columns?: readonly string[];
  /** Which were read as what, where others may be. */
  choice?: ColumnChoice;
}

/** The columns of a table, and those of them that hold numbers, counted from 0. */
export interface ColumnChoice {
  names: string[];
  numeric: number[];
}

/** Why a table cannot be read, and how it would be. */
export class TableError extends CodedError {
  override readonly name: string = 'TableError';
  constructor(
    message: Message | string,
    readonly found?: Found,
  ) {
    super(message);
  }
}

/** What is wrong with a row, given how many come before it, counted as the layout counts. */
export function errorAt(layout: Pick<Layout, 'counted'>, rows: number, trouble: Message, found?: Found): TableError {
  return new TableError(say('atLine', { place: placeIn(layout, rows), trouble }), found);
}

/** Where a row stands, in words. */
export function placeIn({ counted }: Pick<Layout, 'counted'>, rows: number): Message {
  if (counted === 'number') return say('place', { place: rows + 1 });
  return counted === 'row' ? say('row', { row: rows + 1 }) : say('line', { line: rows + 1 });
}

/** What is wrong with a line, given how many lines come before it. */
export function errorInLine(lines: number, trouble: Message, found?: Found): TableError {
  return errorAt({ counted: 'line' }, lines, trouble, found);
}
