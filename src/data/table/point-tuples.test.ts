import { describe, expect, test } from 'vitest';
import { points } from './read.fixtures';

describe('points in parentheses', () => {
  const expected = [
    [1, 2],
    [2, 3.5],
    [-3, 1],
  ];
  test.each([
    ['commas, in one line', '(1,2),(2,3.5),(-3,1)\n'],
    ['commas and names', 'A = (1, 2)\nB = (2, 3.5)\nC = (-3, 1)\n'],
    ['bars', '(1|2)\n(2|3,5)\n(-3|1)\n'],
    ['bars and names, in one line', 'A(1|2), B(2|3,5), P_1(−3|1)'],
    ['semicolons', '(1;2)\r\n(2;3,5)\r\n\r\n(-3;1)'],
    ['semicolons and points', '(1; 2); (2; 3.5); (-3; 1)'],
  ])('are read: %s', async (_, text) => {
    expect(await points(text)).toEqual(expected);
  });

  test.each([
    ['what may be negative numbers', '(1,5)\n(2,25)\n', "the parentheses in '(1,5)' may mean a negative number"],
    ['different signs between', '(1|2)\n(2;3)\n', 'no column of numbers'],
    ['other lengths', '(1|2|3),(4|5)', 'line 1: there are 2 columns'],
    [
      'a letter for a number',
      'A = (1, 2)\nB = (2, 3.5)\nC = (3, y)\n',
      "'B = (2, 3.5)' belongs to no list in brackets",
    ],
  ])('are refused with %s', async (_, text, words) => {
    await expect(points(text)).rejects.toThrow(words);
  });
});
