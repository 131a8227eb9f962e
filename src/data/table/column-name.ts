import type { Message } from '../../messages';
import { tableMessages as say } from './messages';

/** What a column is called, one without a name by its number. */
export const columnName = (names: readonly string[], column: number): Message | string =>
  names[column] || say('columnNumber', { number: column + 1 });
