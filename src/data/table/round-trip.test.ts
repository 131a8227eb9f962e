import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SignalTable } from '../signal/signal-table';
import { DELIMITERS, type Delimiter } from './dialect';
import { TableError } from './table-error';

/** How a program writes a table. */
interface Dialect {
  delimiter: Delimiter;
  decimal: '.' | ',';
  groups: boolean;
  quotes: boolean;
  header: 'none' | 'names' | 'units';
  end: '\n' | '\r\n' | '\r';
  mark: boolean;
  comments: string[];
  padding: boolean;
}

const dialects: fc.Arbitrary<Dialect> = fc
  .record({
    delimiter: fc.constantFrom(...DELIMITERS.map(({ text }) => text)),
    decimal: fc.constantFrom('.' as const, ',' as const),
    groups: fc.boolean(),
    quotes: fc.boolean(),
    header: fc.constantFrom('none' as const, 'names' as const, 'units' as const),
    end: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
    mark: fc.boolean(),
    comments: fc.array(fc.constantFrom('# made up', '#', '# 3;4', '# x, y'), { maxLength: 2 }),
    padding: fc.boolean(),
  })
  // A comma divides columns and numbers only where it is quoted.
  .map((dialect) => ({
    ...dialect,
    // `1.000` alone is a decimal number to everybody but those who divide columns by semicolons.
    groups: dialect.groups && (dialect.decimal === '.' || dialect.delimiter === ';'),
    quotes:
      DELIMITERS.find(({ text }) => text === dialect.delimiter)!.quoting &&
      (dialect.quotes || (dialect.delimiter === ',' && (dialect.decimal === ',' || dialect.groups))),
  }));

const values = fc.oneof(
  fc.integer({ min: -2000, max: 2_000_000 }),
  fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 100),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000),
  fc.constantFrom(0, 0.5, 1000, 1234.567, 1e-7, 6.02e23),
);
const words = fc.constantFrom('a', 'Ålesund', 'x1', 'n/a', 'half full', 'O"Hara', '2024-01-01');
const tables = fc
  .integer({ min: 1, max: 12 })
  .chain((rows) =>
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.array(values, { minLength: rows, maxLength: rows }) },
        { weight: 1, arbitrary: fc.array(words, { minLength: rows, maxLength: rows }) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  );

function written(value: number | string, { delimiter, decimal, groups, quotes }: Dialect): string {
  let text = String(value);
  if (typeof value === 'number' && !text.includes('e')) {
    const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
    const grouped = groups ? whole.replace(/\B(?=(\d{3})+$)/g, decimal === '.' ? ',' : '.') : whole;
    text = sign + grouped + (fraction ? decimal + fraction : '');
  } else if (typeof value === 'number') text = text.replace('.', decimal);
  else if (delimiter === ' ') text = text.replaceAll(' ', '_');
  return quotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function write(columns: (number | string)[][], dialect: Dialect): string {
  const { delimiter, header, end, mark, comments, padding } = dialect;
  const between =
    delimiter === ' ' && padding ? '   ' : delimiter === ',' && padding && !dialect.quotes ? ', ' : delimiter;
  const names = ['height', 'T (K)', 'place', 'w'].slice(0, columns.length);
  const units = ['m', 'K', '-', 'kg'].slice(0, columns.length);
  const headers = header === 'none' ? [] : header === 'names' ? [names] : [names, units];
  const lines = [
    ...comments,
    ...headers.map((row) => row.map((cell) => written(cell, dialect)).join(between)),
    ...columns[0].map((_, row) => columns.map((column) => written(column[row], dialect)).join(between)),
  ];
  return (mark ? '\ufeff' : '') + lines.join(end) + end;
}

const encoder = new TextEncoder();

test('a table written in any dialect is read as it was, or asked about', () => {
  let read = 0;
  let all = 0;
  fc.assert(
    fc.property(tables, dialects, (columns, dialect) => {
      if (dialect.delimiter === '') columns = columns.slice(0, 1);
      if (columns.length === 1) dialect = { ...dialect, groups: dialect.groups && dialect.decimal === '.' };
      const text = write(columns, dialect);
      for (const [column, expected] of columns.entries()) {
        if (typeof expected[0] === 'string') continue;
        all++;
        const table = new SignalTable({ column });
        try {
          table.take(encoder.encode(text));
          const found = table.finish();
          // One row of numbers is a signal itself.
          const row = columns.map(([cell]) => cell);
          expect([...found.samples], text).toEqual(
            expected.length === 1 && found.samples.length === row.length ? row : expected,
          );
          read++;
        } catch (error) {
          if (!(error instanceof TableError)) throw error;
        }
      }
    }),
    { numRuns: 10_000 },
  );
  expect(read / all).toBeGreaterThan(0.8);
});

test('a table is read as it was once its delimiter, decimal sign and header are said', () => {
  fc.assert(
    fc.property(tables, dialects, (columns, dialect) => {
      if (dialect.delimiter === '') columns = columns.slice(0, 1);
      fc.pre(columns[0].length > 1);
      const rows = { none: 0, names: 1, units: 2 }[dialect.header];
      // Said is the line in which it ends.
      const header = rows > 0 ? dialect.comments.length + rows : 0;
      for (const [column, expected] of columns.entries()) {
        if (typeof expected[0] === 'string') continue;
        const table = new SignalTable({ column, delimiter: dialect.delimiter, decimal: dialect.decimal, header });
        const text = write(columns, dialect);
        try {
          table.take(encoder.encode(text));
          expect([...table.finish().samples], text).toEqual(expected);
        } catch (error) {
          // By chance the last row may be the sum of the others and have no name.
          if (!(error instanceof TableError && error.message.includes('seems to sum up'))) throw error;
        }
      }
    }),
    { numRuns: 2000 },
  );
});
