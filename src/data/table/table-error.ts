import { CodedError, type Message } from '../../messages';
import type { Reading } from './dialect';

/** What was made out about a file that cannot be read as it is. */
export interface Found extends Reading {
  /** What the columns are called. */
  columns?: readonly string[];
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
