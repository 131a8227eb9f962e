/**
 * Columns as CSV (RFC 4180) with a header. Numbers are written so that they read back as the very same numbers: with a point,
 * as programs read them, and under English names, whatever the language of the page.
 *
 * @throws {RangeError} when the columns have different lengths
 */
export function toCSV(columns: Record<string, ArrayLike<number | string>>): string {
  const names = Object.keys(columns);
  const length = names.length ? columns[names[0]].length : 0;
  for (const name of names) {
    if (columns[name].length !== length)
      throw new RangeError(`column "${name}" has ${columns[name].length} rows, "${names[0]}" has ${length}`);
  }
  const lines = [names.map(cell).join(',')];
  for (let row = 0; row < length; row++) lines.push(names.map((name) => cell(columns[name][row])).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function cell(value: number | string): string {
  if (typeof value === 'number') return String(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
