import { describe, expect, test } from 'vitest';
import { points, samples as signal } from './read.fixtures';

describe('several points in a line', () => {
  const three = [
    [1, 2],
    [2, 3.5],
    [-3, 1],
  ];
  test.each([
    ['commas within, blanks between', '1,2 2,3.5 -3,1\n'],
    ['the same in lines', '1,2 2,3.5\n-3,1'],
    ['lines of other lengths', '1,2\r\n\r\n2,3.5 -3,1\r\n'],
    ['commas within, semicolons between', '1,2; 2,3.5; -3,1'],
    ['the same without blanks, the last one ended', '1,2;2,3.5;\n-3,1;\n'],
    ['semicolons within, blanks between', '1;2 2;3,5\n-3;1\n'],
    ['blanks within, commas between', '1 2, 2 3.5, −3 1'],
    ['blanks within, semicolons between', '1 2; 2 3,5\n-3 1\n'],
    ['a comment above', '# made up\n1,2 2,3.5 -3,1\n'],
    ['a text of geographers around', 'LINESTRING (1 2, 2 3.5, -3 1)\n'],
    ['an attribute of SVG around', 'points="1,2 2,3.5 -3,1"'],
  ])('are read: %s', async (_, text) => {
    expect(await points(text)).toEqual(three);
  });

  test('have no thousands between blanks where a comma parts them', async () => {
    expect(await points('0,0 100,50 200,75.5')).toEqual([
      [0, 0],
      [100, 50],
      [200, 75.5],
    ]);
  });

  test('in whole numbers are points where something around them says so', async () => {
    expect(await points('points="10,20 30,40"')).toEqual([
      [10, 20],
      [30, 40],
    ]);
  });

  test('beside a signal are its places and values', async () => {
    expect(await signal('1,2.5 2,3.5\n3,1.5 4,2\n')).toEqual([2.5, 3.5, 1.5, 2]);
  });

  test.each([
    [
      '10,20 30,40\n50,60 7,8\n',
      ',',
      [
        [10, 20],
        [30, 40],
        [50, 60],
        [7, 8],
      ],
      ' ',
      [
        [10.2, 30.4],
        [50.6, 7.8],
      ],
    ],
    [
      '1,2; 2,3\n',
      ',',
      [
        [1, 2],
        [2, 3],
      ],
      ';',
      [[1.2, 2.3]],
    ],
    [
      '1 250; 2 300',
      ' ',
      [
        [1, 250],
        [2, 300],
      ],
      ';',
      [[1250, 2300]],
    ],
  ] as const)(
    'or numbers are asked about, and read as a person says: %j',
    async (text, within, some, between, others) => {
      await expect(points(text)).rejects.toThrow(/may be a point or one number; choose “\w+” as the delimiter/);
      expect(await points(text, { delimiter: within })).toEqual(some);
      expect(await points(text, { delimiter: between })).toEqual(others);
    },
  );

  test('or decimal commas are told by the decimal sign, too', async () => {
    const text = '1,2 2,3\n4,1 5,2\n';
    expect(await points(text, { decimal: ',' })).toEqual([
      [1.2, 2.3],
      [4.1, 5.2],
    ]);
    expect(await points(text, { decimal: '.' })).toHaveLength(4);
  });

  test.each([
    [
      'a zero behind the comma',
      '0,05 1,20\n1,5 3,1\n',
      [
        [0.05, 1.2],
        [1.5, 3.1],
      ],
    ],
    [
      'a minus before a zero',
      '-0,5 1,2\n1,5 3,1\n',
      [
        [-0.5, 1.2],
        [1.5, 3.1],
      ],
    ],
    [
      'semicolons between columns',
      '0,1;0,3;\n1,5;2,5;\n',
      [
        [0.1, 0.3],
        [1.5, 2.5],
      ],
    ],
    [
      'blanks between three columns',
      '0 6,2 52\n1 26,3 2211\n2 1,5 7\n',
      [
        [0, 52],
        [1, 2211],
        [2, 7],
      ],
    ],
    [
      'tabs between columns',
      '1,5\t2,5\n3,5\t4,5\n',
      [
        [1.5, 2.5],
        [3.5, 4.5],
      ],
    ],
  ])('are none where decimal commas are beyond doubt: %s', async (_, text, expected) => {
    expect(await points(text)).toEqual(expected);
  });

  test('are no signal where commas may be decimal signs', async () => {
    expect(await signal('10,20 30,40 50,60\n')).toEqual([10.2, 30.4, 50.6]);
    expect(await signal('1 250; 2 300; 3 350')).toEqual([1250, 2300, 3350]);
  });

  test.each([
    ['a number too many', '1,2.5 2,3.5 3,1.5,4\n', "'1,2.5' has 2 numbers, but '3,1.5,4' has 3"],
    ['the steps of a path', '1,2.5 L2,3.5\n4,2.5 L2,3\n', 'line 1: column 2 has “2.5 L2”'],
    ['all in one line, and no sign of where one ends', '1 2.5 2 3.5\n', 'there is one line, of 4 numbers'],
  ])('are refused with %s', async (_, text, words) => {
    await expect(points(text)).rejects.toThrow(words);
  });
});
