import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../messages';
import type { TableError } from '../table/table-error';
import { SignalTable, type SignalReading, type Table } from './signal-table';

/** Reads a file in pieces of a size. */
function readTable(file: string | Uint8Array, reading: SignalReading = {}, size = 2 ** 16): Table {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const reader = new SignalTable(reading);
  for (let from = 0; from < bytes.length; from += size) reader.take(bytes.subarray(from, from + size));
  return reader.finish();
}

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('a text of numbers', () => {
  test.each([
    ['one to a line', '1\n2.5\n-3e2\n', [1, 2.5, -300]],
    ['with a header', 'height\r\n1\r\n2\r\n', [1, 2]],
    ['with dates before them', 'day,height\n2024-01-01,1\n2024-01-02,2\n', [1, 2]],
    ['divided by semicolons, with decimal commas', 'a;b\n1,5;2\n2,5;3', [1.5, 2.5]],
    ['divided by spaces', '  1  9 \n  2  9 ', [1, 2]],
    ['with a byte order mark, blank lines and a typographic minus', '\ufeff\n\u22121\n\n2\n', [-1, 2]],
    ['in quotation marks', '"a, b",c\n"1","x, y"\n', [1]],
  ])('%s is read', (_, text, expected) => {
    for (const size of [1, 2, 3, 7, 1000])
      expect([...readTable(text, {}, size).samples], `pieces of ${size}`).toEqual(expected);
  });

  test('has every column of numbers by its name', () => {
    const table = readTable('t,left,note,right\n0,1,x,2\n1,3,y,4', { column: 3 });
    expect(table.numeric.map((i) => table.names[i])).toEqual(['t', 'left', 'right']);
    expect([table.column, ...table.samples]).toEqual([3, 2, 4]);
  });

  test.each([
    ['nothing', '', 'the file is empty'],
    ['blank lines', ' \n\t\n', 'the file is empty'],
    ['a header alone', 'a,b\n', 'a header and no numbers'],
    ['words', 'one\ntwo\nthree', 'no column of numbers; line 1 begins with “one”'],
    ['a word among numbers', '1\n2\nthree\n', 'line 3: “three”'],
    ['NaN', '1\nNaN\n', 'line 2: “NaN”'],
    ['NaN at the beginning', 'a\nNaN\n1\n', 'line 2: “NaN”'],
    ['a number beyond all numbers', '1\n1e999', 'line 2: “1e999”'],
    ['a wrong word, where lines end in CR and some are empty', 'v\r1\r\r2\r3x\r', 'line 5: “3x”'],
    ['two data sets, where lines end in CR', 'v\r2.5\r4\r\r\rv\r6\r8\r', '2 data sets'],
    ['pairs parted by strokes', '1,2.5/2,3.5\n4,1/5,2\n7,1/8,2\n', 'column 2 has “2.5/2”'],
    ['a short line', 'a,b\n1,2\n3', 'line 3: b is empty; fill it in or remove the line'],
  ])('with %s is refused in words', (_, text, words) => {
    expect(() => {
      for (const column of readTable(text).numeric) readTable(text, { column }, 2);
    }).toThrow(words);
  });

  test.each([
    ['eight a line', '0 5 3 1 7 2 9 4\n8 6 5 3 1 2 0 9\n4 1 7 7 3 2 8 1\n', 8],
    ['two long lines', `${'1.5, 2.5, 0.5, '.repeat(5)}3\n${'7.5, 8.5, 1.5, '.repeat(5)}2\n`, 16],
  ])('of %s and no header is asked about, with the columns to choose from', (_, text, columns) => {
    const read = () => readTable(text);
    expect(read).toThrow(`there are ${columns} columns of numbers and no header`);
    const { found } = caught(read) as TableError;
    expect(found!.choice!.numeric).toHaveLength(columns);
    expect(readTable(text, { column: 1 }).samples[0]).toBe(Number(text.split(/,? /)[1]));
  });

  test('in two columns without names says that another is not read; one that counts is none', () => {
    const read = (text: string) => inEnglish(readTable(text).reading);
    expect(read('5 7\n1 4\n2 9\n')).toContain('value from column 1, another column is not read');
    expect(read('0 7\n1 4\n2 9\n')).toMatch(/value from column 2$/);
  });

  test('of more numbers than are taken is refused before its end', () => {
    const reader = new SignalTable({}, { most: 1500 });
    reader.take(new TextEncoder().encode('1\n'.repeat(100_000)).subarray(0, 3000));
    expect(() => reader.take(new TextEncoder().encode('1\n'.repeat(40_000)))).toThrow('more than 1500 samples');
  });
});
