import { expect, test } from 'vitest';
import { readRegression } from '../regression/read-regression';
import { readSignal } from '../signal/read-signal';
import { SignalTable } from '../signal/signal-table';
import { points } from './read.fixtures';

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
  [
    'psql',
    '┌────┬──────┐\n│ x  │  y   │\n├────┼──────┤\n│  1 │ -2.5 │\n│ -3 │    4 │\n└────┴──────┘\n(2 rows)\n\nTime: 0.5 ms\n',
  ],
  ['psql without a border', ' x  │  y   \n────┼──────\n  1 │ -2.5\n -3 │    4\n(2 rows)\n'],
  ['rich', '┏━━━━┳━━━━━━┓\n┃ x  ┃ y    ┃\n┡━━━━╇━━━━━━┩\n│ 1  │ -2.5 │\n│ -3 │ 4    │\n└────┴──────┘\n'],
  [
    'DuckDB',
    '┌───────┬────────┐\n│   x   │   y    │\n│ int32 │ double │\n├───────┼────────┤\n│     1 │   -2.5 │\n│    -3 │    4.0 │\n└───────┴────────┘\n',
  ],
  [
    'Polars',
    'shape: (2, 2)\n┌─────┬──────┐\n│ x   ┆ y    │\n│ --- ┆ ---  │\n│ i64 ┆ f64  │\n╞═════╪══════╡\n│ 1   ┆ -2.5 │\n│ -3  ┆ 4.0  │\n└─────┴──────┘\n',
  ],
  [
    'a box of double lines',
    '╔════╦══════╗\n║ x  ║ y    ║\n╠════╬══════╣\n║ 1  ║ -2.5 ║\n║ -3 ║ 4    ║\n╚════╩══════╝\n',
  ],
  [
    'MySQL',
    '+----+------+\n|  x |    y |\n+----+------+\n|  1 | -2.5 |\n| -3 |    4 |\n+----+------+\n2 rows in set (0.00 sec)\n',
  ],
  ['sqlcmd', 'x           y\n----------- -----\n          1  -2.5\n         -3     4\n\n(2 rows affected)\n'],
  ['a simple table of reStructuredText', '===  ====\n x    y\n===  ====\n 1   -2.5\n-3    4\n===  ====\n'],
  ['pandas', '   x    y\n0  1 -2.5\n1 -3  4.0\n\n[2 rows x 2 columns]\n'],
  ['R’s tibble', '# A tibble: 2 × 2\n      x     y\n  <dbl> <dbl>\n1     1  -2.5\n2    -3   4  \n'],
])('a table as %s writes it is read without its frame', async (_, text) => {
  expect(await matrix(text)).toEqual([
    [1, -3],
    [-2.5, 4],
  ]);
});

test.each([
  [
    'Polars',
    'shape: (3, 2)\n┌─────┬─────┐\n│ y   ┆ x   │\n│ --- ┆ --- │\n│ f64 ┆ i64 │\n╞═════╪═════╡\n│ 2.5 ┆ 1   │\n│ 3.5 ┆ 2   │\n│ 5.0 ┆ 3   │\n└─────┴─────┘\n',
  ],
  [
    'Polars in plain signs',
    'shape: (3, 2)\n+-----+-----+\n| y   | x   |\n| --- | --- |\n| f64 | i64 |\n+===========+\n| 2.5 | 1   |\n| 3.5 | 2   |\n| 5.0 | 3   |\n+-----+-----+\n',
  ],
  ['lines parted by hand', 'y,x\n\nfloat,int\n2.5,1\n3.5,2\n5.0,3\n'],
])('types below a rule or a blank line are no names: %s', async (_, text) => {
  expect(await points(text)).toEqual([
    [1, 2.5],
    [2, 3.5],
    [3, 5],
  ]);
});

test('a column in a frame is a signal; bars alone are no frame, and what is no number is refused where it stands', async () => {
  const signal = async (text: string) => [...(await readSignal(new Blob([text]), { most: 100 })).samples];
  expect(await signal('| V |\n| --- |\n| 1.5 |\n| 2 |\n')).toEqual([1.5, 2]);
  expect(await signal('1|2\n3|4\n')).toEqual([1, 3]);
  await expect(signal('| V |\n| --- |\n| 1.5 |\n| two |\n')).rejects.toThrow('line 4');
});

test('a frame is taken away wherever the bytes of its signs are cut', () => {
  const bytes = new TextEncoder().encode(
    '┌───┬──────┐\n│ x │  y   │\n├───┼──────┤\n│ 1 │ -2.5 │\n│ 3 │    4 │\n└───┴──────┘\n',
  );
  for (const size of [1, 2, 3, 7, 1000]) {
    const table = new SignalTable({ column: 1 });
    for (let from = 0; from < bytes.length; from += size) table.take(bytes.subarray(from, from + size));
    expect([...table.finish().samples]).toEqual([-2.5, 4]);
  }
});

test.each([
  ['0    1.5\n1    2.0\n2    0.5\nName: x, dtype: float64\n'],
  ['10    1.5\n40    2.0\n20    0.5\nName: x, Length: 3, dtype: float64\n'],
  ['a    1.5\nb    2.0\nc    0.5\ndtype: float64\n'],
])('a series of pandas is its values, without the index and what stands below: %j', async (text) => {
  expect([...(await readSignal(new Blob([text]), { most: 100 })).samples]).toEqual([1.5, 2, 0.5]);
});

test.each([
  [
    '0    1.5\n1    2.0\n    ... \n98    0.5\n99    0.25\nName: x, Length: 100, dtype: float64\n',
    "'...' stands for rows",
  ],
  ['    x    y\n0   1 -2.5\n.. ..  ...\n99  1  3.0\n\n[100 rows x 2 columns]\n', "'..' stands for rows"],
  ['   a  ...  z\n0  1  ...  2\n1  3  ...  4\n', "'...' in the header stands for columns"],
  [
    '# A tibble: 30 × 2\n      x     y\n  <dbl> <dbl>\n1     1   2.5\n2     4   3.5\n# ℹ 28 more rows\n',
    "'# ℹ 28 more rows' stands for rows",
  ],
  [
    '  x y\n1 1 2\n2 3 5\n [ reached getOption("max.print") -- omitted 98 rows ]\n',
    'stands for rows that are left out',
  ],
  ['   1.0e+03 *\n\n    0.0010    1.5000\n    0.0020    2.5000\n', 'without the factor 1.0e+03'],
])('what a program prints in short is refused: %j', async (text, words) => {
  await expect(readSignal(new Blob([text]), { most: 100 })).rejects.toThrow(words);
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
