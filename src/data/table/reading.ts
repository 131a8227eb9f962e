import type { Message } from '../../messages';
import { inQuotes } from './cells';
import { delimiterOf, type Layout } from './dialect';
import { tableMessages as say } from './messages';
import { areSizes } from './units';

/**
 * How a table was read, in one line, such as `semicolons, decimal commas, 3 columns; value from height`.
 *
 * @param notes what a person should look at
 */
export function readingOf(layout: Layout, roles: readonly Message[], notes: readonly Message[] = []): Message {
  const { delimiter, format, sample, headerLines, names, isOneRow, totals } = layout;
  const { name } = delimiterOf(delimiter);
  const hasDecimals = sample.some((cells) => cells.some((cell, column) => layout.numeric[column] && /[.,]/.test(cell)));
  const parts = [
    ...(isOneRow ? [say('oneRow')] : []),
    say(name),
    ...(hasDecimals ? [format.decimal === ',' ? say('decimalCommas') : say('points')] : []),
    ...unitWords(layout),
    ...(names.length > 1 && !isOneRow ? [say('columns', { count: names.length })] : []),
    ...(headerLines > 0 ? [say('header', { count: headerLines })] : []),
    ...(totals.length > 0 ? [say('totals', { count: totals.length, text: inQuotes(totals[0]) })] : []),
  ];
  const clauses = [joinedWords(parts, ', '), ...(roles.length > 0 ? [joinedWords([...roles], ', ')] : []), ...notes];
  return joinedWords(clauses, '; ');
}

const joinedWords = (parts: Message[], between: string): Message => say('readingAlone', { how: { parts, between } });

/** What stands behind the numbers: powers of ten, and the unit of a single column; of several, the names have theirs. */
function unitWords({ units, numeric, names }: Layout): Message[] {
  const sizes = new Set(
    units.filter((unit, column) => numeric[column] && areSizes(unit)).flatMap((unit) => unit.split(', ')),
  );
  const unit = names.length === 1 && sizes.size === 0 ? units[0] : '';
  return [
    ...(sizes.size > 0 ? [say('sizes', { sizes: [...sizes].map((size) => `“${size}”`).join(', ') })] : []),
    ...(unit ? [say('unit', { unit })] : []),
  ];
}
