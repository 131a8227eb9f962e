import { describe, expect, test } from 'vitest';
import { parseRatings } from '../ratings/parse';
import { readSignal } from '../signal/read-signal';
import { examples as read, points } from './read.fixtures';
import { TableError } from './table-error';

describe('lists with names', () => {
  const expected = [
    [1, 2.5],
    [2, -3.5],
    [3, 1.5],
  ];
  test.each([
    ['numbers alone', 'x = 1, 2, 3\ny = 2.5, -3.5, 1.5\n'],
    ['blanks between', 'x: 1 2 3\r\ny: 2.5 −3.5 1.5\r\n'],
    ['decimal commas', 'x: 1 2 3\ny: 2,5 -3,5 1,5\n'],
    ['semicolons between', 'x = 1; 2; 3\ny = 2,5; -3,5; 1,5\n'],
    ['Python', 'x = [1, 2, 3]\ny = [2.5, -3.5, 1.5]\n'],
    ['NumPy, over several lines', '# data\nxs = np.array([1, 2,\n   3])\nys = np.array([2.5, -3.5, 1.5])\n'],
    ['R', 'x <- c(1,2,3)\ny <- c(2.5,-3.5,1.5)\n'],
    ['a table of R', 'd <- data.frame(x = c(1, 2, 3), y = c(2.5, -3.5, 1.5))\n'],
    ['units', 'x (m) = 1, 2, 3\ny (N) = 2.5, -3.5, 1.5\n'],
    ['a function', 'x = 1 2 3\nf(x) = 2.5 -3.5 1.5\n'],
    ['a time', 'Time (s): 1, 2, 3\nVoltage: 2.5, -3.5, 1.5\n'],
    ['parentheses', 'x = (1, 2, 3)\ny = (2.5, -3.5, 1.5)\n'],
    [
      'lines of a program',
      'import numpy as np\nx = np.array([1, 2, 3])\ny = np.array([2.5, -3.5, 1.5])\nplt.plot(x, y)\n',
    ],
    ['what is said behind them', 'x = [1, 2, 3] # s\ny = [2.5, -3.5, 1.5]; % V\n'],
    ['MATLAB', 'x = [1 2 3];\ny = [2.5 -3.5 1.5];'],
    ['C', 'double x[] = {1, 2, 3};\nfloat y[3] = {2.5, -3.5, 1.5};\n'],
    ['JSON', '{"x": [1, 2, 3], "y": [2.5, -3.5, 1.5]}'],
    ['a table of pandas', "df = pd.DataFrame({'x': [1, 2, 3], 'y': [2.5, -3.5, 1.5]})"],
    ['JavaScript', 'const data = {\n  x: [1, 2, 3],\n  y: [2.5, -3.5, 1.5],\n};\n'],
    ['y in front', 'y = [2.5, -3.5, 1.5]\nx = [1, 2, 3]\n'],
    ['longer than many, under other names', 'height = [1, 2, 3]\nweight = [2.5, -3.5, 1.5]\n'],
  ])('are columns: %s', async (_, text) => {
    expect(await points(text)).toEqual(expected);
  });

  test('keep their names', async () => {
    const { columns, featureNames } = await read('x1 = [1, 2]\nx2 = [3, 4]\ny = [5, 6]\n', { mostFeatures: 5 });
    expect([columns!.names, featureNames]).toEqual([
      ['x1', 'x2', 'y'],
      ['x1', 'x2'],
    ]);
  });

  test('of users, items and ratings are ratings; others are no columns of ratings', async () => {
    const ratings = (text: string) => parseRatings(new Blob([text]).stream());
    const { userIds, itemIds, values } = await ratings('user = [1,1,2]\nitem = [10,20,10]\nrating = [5,3,4]\n');
    expect([[...userIds!], [...itemIds!], [...values]]).toEqual([
      [1, 2],
      [10, 20],
      [5, 3, 4],
    ]);
    await expect(ratings('Alice: 5, 3, 4\nBob: 1, 2, 5\n')).rejects.toThrow('“Alice: 5” is a name and a number');
  });

  test('beside a signal are its places', async () => {
    const { samples } = await readSignal(new Blob(['x = [1, 2, 3]\ny = [2.5, -3.5, 1.5]\n']), { most: 100 });
    expect([...samples]).toEqual([2.5, -3.5, 1.5]);
  });

  test('are a signal where there is one', async () => {
    for (const text of ['U: 1, 2.5, 3\n', 'U = 1 2.5 3', 'U = 1; 2,5; 3'])
      expect([...(await readSignal(new Blob([text]), { most: 100 })).samples]).toEqual([1, 2.5, 3]);
  });

  test('may have decimal commas, which are asked about', async () => {
    for (const text of ['x = 1,5, 2,5\ny = 2,5, 3,5', 'x = 1,5, 2,5\ny = 2,5, 3,5\n']) {
      await expect(points(text)).rejects.toThrow("the comma in '1,5' may be a decimal sign or divide two columns");
      expect(await points(text, { decimal: ',' })).toEqual([
        [1.5, 2.5],
        [2.5, 3.5],
      ]);
    }
    expect(await points('x = 1,5\ny = 2,5\n', { delimiter: ',' })).toEqual([
      [1, 2],
      [5, 5],
    ]);
  });

  test.each([
    ['other lengths', 'x = [1, 2, 3]\ny = [2.5, 3.5]\n', "'x' has 3 numbers, but 'y' has 2; each should have as many"],
    ['names that may be those of rows', 'Ann: 1, 2, 3\nBob: 2.5, 3.5, 1.5\n', 'the table lies on its side'],
    ['a number that is none', 'x = [1, 2]\ny = [3, nan]\n', '“nan” in column “y” is not a finite number'],
    ['a name before two numbers', 'acc: 1, 2, 3\nacc: 1, 4, 4\n', '“acc: 1” is a name and a number'],
    [
      'names that may be those of points',
      'A = [1, 2]\nB = [2, 3.5]\nC = [3, 1]\n',
      "the lists 'A', 'B' … may be columns or rows",
    ],
  ])('are refused with %s', async (_, text, words) => {
    await expect(points(text)).rejects.toThrow(words);
  });
});

describe('two lines of numbers without names', () => {
  test.each([
    '[1, 2, 3]\n[2.5, 3.5, 1.5]\n',
    '[[1, 2, 3], [2.5, 3.5, 1.5]]',
    '1, 2, 3\n2.5, 3.5, 1.5\n',
    '1 2 3\n4 5 6',
  ])('are asked about where they may be x and y: %j', async (text) => {
    const error = await read(text).catch((caught: unknown) => caught);
    expect((error as TableError).message).toBe(
      'the two lines of 3 numbers each may be all x and all y, or two points; write “x =” and “y =” in front of them, or choose the columns',
    );
    expect((error as TableError).found!.choice).toMatchObject({ numeric: [0, 1, 2], target: -1 });
    expect((await points(text, { feature: 0, target: 1 })).length).toBe(2);
  });

  test('are two examples where there are several features, and two points where they have two numbers', async () => {
    expect((await read('1 2 3\n4 5 6', { mostFeatures: 5 })).design.columns).toBe(2);
    expect(await points('[[1, 2.5], [2, 3.5]]')).toEqual([
      [1, 2.5],
      [2, 3.5],
    ]);
  });
});

describe('lists and points of any length', () => {
  const many = (count: number, at: (i: number) => string, between: string) =>
    Array.from({ length: count }, (_, i) => at(i)).join(between);
  /** Each more than 64 KiB, which are looked at to see how a table is written. */
  const long = 12_000;
  const wave = (i: number) => `${(i % 7) - 0.5}`;
  test.each([
    ['lists with names', `x = [${many(long, String, ', ')}]\ny = [${many(long, wave, ', ')}]\n`],
    ['lists without brackets', `x = ${many(long, String, ' ')}\ny = ${many(long, wave, ' ')}\n`],
    ['groups', many(long, (i) => `${i},${wave(i)}`, ' ')],
    ['groups in lines', many(long, (i) => `${i},${wave(i)}`, '\n').replaceAll(/(\n[^\n]+)\n/g, '$1 ')],
    ['points in parentheses', many(long, (i) => `(${i}; ${wave(i)})`, ', ')],
    [
      'blocks of columns',
      `Columns 1 through 1\n\n${many(long, String, '\n')}\n\nColumn 2\n\n${many(long, wave, '\n')}\n`,
    ],
  ])('are read as short ones are: %s', async (_, text) => {
    expect(text.length).toBeGreaterThan(2 ** 16);
    const found = await points(text, { mostRows: long });
    expect([found.length, found[0], found[long - 1]]).toEqual([long, [0, -0.5], [long - 1, Number(wave(long - 1))]]);
  });

  test.each([
    ['lists of other lengths', `x = [${many(long, String, ', ')}]\ny = [${many(9, wave, ', ')}]\n`, "but 'y' has 9"],
    ['a group with a number more', `${many(long, (i) => `${i},${wave(i)}`, ' ')} 1,2,3`, "but '1,2,3' has 3"],
    ['groups that may be numbers', many(long, (i) => `${i},${i + 1}`, ' '), 'may be a point or one number'],
  ])('are refused for the same reason as short ones: %s', async (_, text, words) => {
    await expect(points(text, { mostRows: long })).rejects.toThrow(words);
  });

  test('are refused by their size above a mebibyte, but for one list alone', async () => {
    const longer = 200_000;
    const list = (count: number) => `[${many(count, wave, ', ')}]`;
    const most = { mostRows: longer };
    for (const text of [
      `x = ${list(0.6 * longer)}\ny = ${list(0.6 * longer)}`,
      many(longer, (i) => `${i},${wave(i)}`, ' '),
    ])
      await expect(points(text, most)).rejects.toThrow('are read up to 1 MiB, and this text is longer');
    const { samples } = await readSignal(new Blob([`x = ${list(longer)}\n`]), { most: longer });
    expect(samples.length).toBe(longer);
  });

  test('are told by the lines of the file, and lists by their numbers', async () => {
    const largest = { largest: 1000 };
    await expect(points('1,2.5 2,3.5\n\n3,5000.5 4,1\n', largest)).rejects.toThrow('line 3: “5000.5”');
    await expect(points('A(1|2), B(2|3)\nC(3|5000)\n', largest)).rejects.toThrow('line 2: “5000”');
    await expect(points('x = [1, 2,\n 3]\ny = [1, 2, 5000]\n', largest)).rejects.toThrow('number 3: “5000”');
    await expect(points('Columns 1 through 1\n\n1\n2\n\nColumn 2\n\n1\n5000\n', largest)).rejects.toThrow(
      'row 2: “5000”',
    );
    const again = 'user = [1,2,1]\nitem = [10,20,10]\nrating = [5,3,4]\n';
    await expect(parseRatings(new Blob([again]).stream())).rejects.toThrow('number 3 repeats number 1');
  });
});
