/** A text of numbers in columns, as it stands: no cell has been read as a number yet. */
export interface Table {
  /** The columns' names: from the header, or `column 1`, `column 2`, ... */
  names: string[];
  /** Which of them hold numbers in their first row. */
  numeric: number[];
  /** The numbers of a column. @throws {Error} naming the line, for a cell that is no finite number */
  column: (index: number) => Float64Array;
}

const DELIMITERS = [';', '\t', ','] as const;

/**
 * Reads a text of numbers: one to a line, or in columns divided by commas, semicolons, tabs or spaces, with a header or
 * without. With semicolons or tabs, a comma is the decimal point.
 *
 * @throws {Error} in words for a person, if there is no column of numbers
 */
export function readTable(text: string): Table {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const rows = lines.map((line, i) => ({ line, number: i + 1 })).filter(({ line }) => line.trim() !== '');
  if (rows.length === 0) throw new Error('it is empty');
  const delimiter = DELIMITERS.find((candidate) => rows[0].line.includes(candidate));
  const takesComma = delimiter === ';' || delimiter === '\t';
  const cells = (line: string) => (delimiter ? splitCells(line, delimiter) : line.trim().split(/\s+/));
  const first = cells(rows[0].line);
  const hasHeader = first.every((cell) => numberIn(cell, takesComma) === undefined);
  const body = hasHeader ? rows.slice(1) : rows;
  if (body.length === 0) throw new Error('it has a header and no numbers');
  const sample = cells(body[0].line);
  const names = sample.map((_, i) => (hasHeader && first[i]) || `column ${i + 1}`);
  const numeric = sample.flatMap((cell, i) => (isNumberLike(cell, takesComma) ? [i] : []));
  if (numeric.length === 0) throw new Error(`it has no column of numbers; line ${body[0].number} begins with ${quoted(sample[0] ?? '')}`);
  return {
    names,
    numeric,
    column: (index) =>
      Float64Array.from(body, ({ line, number }) => {
        const cell = cells(line)[index];
        if (cell === undefined) throw new Error(`line ${number} has no ${names[index]}`);
        const value = numberIn(cell, takesComma);
        if (value === undefined) throw new Error(`line ${number} has ${quoted(cell)} where a finite number must be`);
        return value;
      }),
  };
}

function quoted(cell: string): string {
  return `“${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}”`;
}

/** The cells of a line; one in quotation marks may hold the delimiter. */
function splitCells(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  const cells: string[] = [''];
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === delimiter && !isQuoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells.map((cell) => cell.trim());
}

/** A plain decimal number; undefined for anything else, among it what is no finite number. */
function numberIn(cell: string, takesComma: boolean): number | undefined {
  const plain = (takesComma ? cell.replace(',', '.') : cell).replace(/^\u2212/, '-');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Also what means to be a number and is none: better refused by its line than passed over with its column. */
function isNumberLike(cell: string, takesComma: boolean): boolean {
  return numberIn(cell, takesComma) !== undefined || /^[+-]?(nan|inf(inity)?)$/i.test(cell);
}
