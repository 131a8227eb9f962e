import type { Message } from '../../messages';
import { tableMessages as say } from './messages';

/** What a column is called, one without a name by its number. */
export const columnName = (names: readonly string[], column: number): Message | string =>
  names[column] || say('columnNumber', { number: column + 1 });

/** Names of columns with a number behind those that several have: `x`, `y (1)`, `y (2)`. */
export function toldApart(names: readonly string[]): string[] {
  const isAlone = (name: string) => name === '' || names.indexOf(name) === names.lastIndexOf(name);
  if (names.every(isAlone)) return [...names];
  const numbered = (name: string, column: number) =>
    `${name} (${names.slice(0, column + 1).filter((other) => other === name).length})`;
  // A name with its number may be one that is there.
  return toldApart(names.map((name, column) => (isAlone(name) ? name : numbered(name, column))));
}
