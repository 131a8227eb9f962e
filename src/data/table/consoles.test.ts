import { describe, expect, test } from 'vitest';
import { examples, samples as signal } from './read.fixtures';

const rows = async (text: string) => {
  const { design, targets } = await examples(text, { mostFeatures: 10 });
  const { columns, values } = design;
  return [...targets].map((target, row) => [...values.slice(row * columns, (row + 1) * columns), target]);
};

describe('what consoles print around numbers', () => {
  test.each([
    ['MATLAB, a column', 'x =\n\n    0.1000\n    0.2000\n   -0.3000\n\n'],
    ['MATLAB, a row', 'ans =\n\n    0.1000    0.2000   -0.3000\n\n'],
    ['MATLAB, a row in blocks', 'x =\n\n  Columns 1 through 2\n\n    0.1000    0.2000\n\n  Column 3\n\n   -0.3000\n\n'],
    ['Octave, a row in blocks', 'x =\n\n Column 1:\n\n   0.1\n\n Columns 2 and 3:\n\n   0.2  -0.3\n\n'],
    ['Julia', '3-element Vector{Float64}:\n  0.1\n  0.2\n -0.3\n'],
    ['Julia, in its older words', '3-element Array{Float64,1}:\n  0.1\n  0.2\n -0.3'],
    ['what was typed', '>> x\n\nx =\n\n    0.1000    0.2000   -0.3000\n\n'],
    ['R, a column', '     [,1]\n[1,]  0.1\n[2,]  0.2\n[3,] -0.3\n'],
    ['JAX', 'DeviceArray([ 0.1,  0.2, -0.3], dtype=float32)'],
    ['Torch, with a gradient', "tensor([ 0.1000,  0.2000, -0.3000], device='cuda:0', grad_fn=<AddBackward0>)"],
    ['Torch, a parameter', 'Parameter containing:\ntensor([ 0.1, 0.2, -0.3], requires_grad=True)\n'],
  ])('is no number: %s', async (_, text) => {
    expect(await signal(text)).toEqual([0.1, 0.2, -0.3]);
  });

  test.each([
    ['MATLAB', 'A =\n\n     1     2     3\n     4     5     6\n\n'],
    [
      'MATLAB, in blocks',
      'A =\n\n  Columns 1 through 2\n\n     1     2\n     4     5\n\n  Column 3\n\n     3\n     6\n\n',
    ],
    ['MATLAB, a table', '    a    b    c\n    _    ____    _\n\n    1    2    3\n    4    5    6\n\n'],
    ['R', '     [,1] [,2] [,3]\n[1,]    1    2    3\n[2,]    4    5    6\n'],
    ['Julia', '2×3 Matrix{Float64}:\n 1.0  2.0  3.0\n 4.0  5.0  6.0\n'],
  ])('is no row of a matrix: %s', async (_, text) => {
    expect(await rows(text)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  const factor = 'MATLAB printed these numbers without the factor 1.0e+03; print them with “format long g”';
  test.each([
    ['a factor below the name', 'x =\n\n   1.0e+03 *\n\n    0.1000\n    1.2000\n\n', factor],
    ['a factor above blocks', 'x =\n\n   1.0e+03 *\n\n  Columns 1 through 2\n\n 0.1  1.2\n', factor],
    [
      'a block that is missing',
      'Columns 1 through 2\n\n 1 2\n\nColumns 4 through 5\n\n 3 4\n',
      "columns or rows are missing at 'Columns 4 through 5'",
    ],
    [
      'a row that is missing',
      'Columns 1 through 2\n\n 1 2\n 3 4\n\nColumn 3\n\n 5\n',
      "columns or rows are missing at '1 2'",
    ],
    [
      'a number too many',
      'Columns 1 through 2\n\n 1 2 3\n\nColumn 3\n\n 5\n',
      "columns or rows are missing at '1 2 3'",
    ],
  ])('is refused with %s', async (_, text, words) => {
    await expect(signal(text)).rejects.toThrow(words);
  });
});
