import { describe, expect, test } from 'vitest';
import { readTable } from './csv-table';

const firstColumn = (text: string) => [...readTable(text).column(readTable(text).numeric[0])];

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
    expect(firstColumn(text)).toEqual(expected);
  });

  test('has every column of numbers by its name', () => {
    const table = readTable('t,left,note,right\n0,1,x,2\n1,3,y,4');
    expect(table.numeric.map((i) => table.names[i])).toEqual(['t', 'left', 'right']);
    expect([...table.column(3)]).toEqual([2, 4]);
  });

  test.each([
    ['nothing', '', 'it is empty'],
    ['blank lines', ' \n\t\n', 'it is empty'],
    ['a header alone', 'a,b\n', 'no numbers'],
    ['words', 'one\ntwo\nthree', 'no column of numbers; line 2 begins with “two”'],
    ['a word among numbers', '1\n2\nthree\n', 'line 3 has “three”'],
    ['NaN', '1\nNaN\n', 'line 2 has “NaN”'],
    ['NaN at the beginning', 'a\nNaN\n1\n', 'line 2 has “NaN”'],
    ['a number beyond all numbers', '1\n1e999', 'line 2 has “1e999”'],
    ['a short line', 'a,b\n1,2\n3', 'line 3 has no b'],
  ])('with %s is refused in words', (_, text, words) => {
    expect(() => {
      const table = readTable(text);
      for (const i of table.numeric) table.column(i);
    }).toThrow(words);
  });
});
