import type { Message } from '../../messages';
import { ratingsMessages as say } from './texts';

/** A column's name; one without is known as `column 3` to programs, and called so in words of the page's language. */
export function columnInWords(name: string): Message | string {
  const number = /^column (\d+)$/.exec(name)?.[1];
  return number === undefined ? name : say('columnNumber', { number });
}
