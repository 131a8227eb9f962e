import type { Layout } from './dialect';
import type { Found } from './table-error';

/** What a person may want to change about how a table was read. */
export function foundIn({ delimiter, format, headerLines, names }: Layout): Found {
  return { delimiter, decimal: format.decimal, header: headerLines, columns: names };
}
