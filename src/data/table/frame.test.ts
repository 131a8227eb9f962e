import { expect, test } from 'vitest';
import { readRegression } from '../regression/read-regression';
import { readSignal } from '../signal/read-signal';

const matrix = async (text: string) => {
  const { design, targets } = await readRegression([new File([text], 'x')], { mostRows: 100, mostFeatures: 100 });
  return [[...design.values], [...targets]];
};

test.each([
  ['Markdown', '| x | y |\n|---|:-:|\n| 1 | -2.5 |\n| -3 | 4 |\n'],
  ['Markdown without bars at the ends', 'x | y\n--- | ---\n1 | -2.5\n-3 | 4'],
  ['a console', '+----+------+\n|  x |    y |\n+----+------+\n|  1 | -2.5 |\r\n| -3 |    4 |\n+----+------+\n'],
  ['another console', ' x  |  y   \n----+------\n  1 | -2.5\n -3 | 4\n(2 rows)\n'],
  ['reStructuredText', '+---+-----+\n| x | y   |\n+===+=====+\n| 1 |-2.5 |\n+---+-----+\n|-3 | 4   |\n+---+-----+\n'],
])('a table as %s writes it is read without its frame', async (_, text) => {
  expect(await matrix(text)).toEqual([
    [1, -3],
    [-2.5, 4],
  ]);
});

test('a column in a frame is a signal; bars alone are no frame, and what is no number is refused where it stands', async () => {
  const signal = async (text: string) => [...(await readSignal(new Blob([text]), { most: 100 })).samples];
  expect(await signal('| V |\n| --- |\n| 1.5 |\n| 2 |\n')).toEqual([1.5, 2]);
  expect(await signal('1|2\n3|4\n')).toEqual([1, 3]);
  await expect(signal('| V |\n| --- |\n| 1.5 |\n| two |\n')).rejects.toThrow('line 4');
});

test('points in a line, as the fields take them, are rows; the index of pandas is no feature', async () => {
  const expected = [
    [0, 1, 2],
    [1, 3, 2],
  ];
  expect(await matrix('0 1; 1 3; 2 2')).toEqual(expected);
  expect(await matrix(',x,y\n0,0,1\n1,1,3\n5,2,2\n')).toEqual(expected);
});

test('a comma between three digits each may mean three things, of which a decimal point leaves one', async () => {
  const file = new Blob(['1,234\n2,345\n3,456\n']);
  await expect(readSignal(file, { most: 100 })).rejects.toThrow('may part thousands, be a decimal sign or divide');
  const { samples } = await readSignal(file, { most: 100, decimal: '.' });
  expect([...samples]).toEqual([1234, 2345, 3456]);
});
