import { describe, expect, test } from 'vitest';
import { CodedError, inEnglish } from '../../messages';
import { npy, npz, zip } from '../numpy/numpy.fixtures';
import { TableError } from '../table/table-error';
import { pointsOf, rowsOf, type ReadOptions } from './content';
import { readRegression } from './read-regression';

const read = (files: Record<string, string | Uint8Array>, options: Partial<ReadOptions> = {}) =>
  readRegression(
    Object.entries(files).map(([name, content]) => new File([content as BlobPart], name)),
    { mostRows: 1000, mostFeatures: 100, ...options },
  );

const words = npy([4], [0, 0, 0, 0], '<U2');

const count = (length: number) => Array.from({ length }, (_, i) => i);

describe("NumPy's files, dropped together", () => {
  test('are features and targets by shape, training and test by name, images as rows', async () => {
    const content = await read({
      'age_regression_yte.npy': npy([1], [9]),
      'age_regression_Xtr.npy': npy([2, 2, 3], count(12)),
      'age_regression_ytr.npy': npy([2, 1], [20, 30]),
      'age_regression_Xte.npy': npy([1, 2, 3], count(6)),
    });
    expect(rowsOf(content.design).map((row) => [...row])).toEqual([count(6), count(12).slice(6)]);
    expect([...content.targets]).toEqual([20, 30]);
    expect(content.imageSize).toEqual([2, 3]);
    expect([...content.test!.design.values]).toEqual(count(6));
    expect([...content.test!.targets]).toEqual([9]);
    expect(inEnglish(content.reading)).toBe(
      '2 rows of 6 features; test set: one row of 6 features; images of 2 × 3, features from “age_regression_Xtr.npy”, targets from “age_regression_ytr.npy”',
    );
  });

  test('with one feature are told apart by their names', async () => {
    const content = await read({ 'y.npy': npy([2], [5, 6]), 'x.npy': npy([2], [1, 2]) });
    expect(pointsOf(content)).toEqual([
      [1, 5],
      [2, 6],
    ]);
  });

  test('are what their names say; what is not needed may hold text', async () => {
    const features = npy([4, 2], count(8));
    const names = { target_names: npy([2], [0, 0], '<U2'), feature_names: npy([2], [0, 0], '<U2') };
    const file = npz({ data: features, target: npy([4], [5, 6, 7, 8]), ...names });
    const { design, targets } = await read({ 'd.npz': file });
    expect([[...design.values], [...targets]]).toEqual([count(8), [5, 6, 7, 8]]);
  });

  test.each(['xl/workbook.xml', 'content.xml'])('in a workbook are to be saved as CSV: %s', async (entry) => {
    await expect(read({ 'book.xlsx': zip({ [entry]: words }) })).rejects.toThrow('save its sheet as CSV');
  });

  test.each<[string, Record<string, Uint8Array>, string]>([
    ['text for y', { X: npy([4, 2], count(8)), y: words }, '“y”: the NumPy array holds text (<U2); only real numbers'],
    [
      'text for y beside another column',
      { X: npy([4, 2], count(8)), w: npy([4], count(4)), y: words },
      '“y”: the NumPy array holds text',
    ],
    ['text for labels', { features: npy([4, 2], count(8)), labels: words }, '“labels”: the NumPy array holds text'],
    ['text under a name that says nothing', { a: npy([4, 2], count(8)), b: words }, '“b”: the NumPy array holds text'],
    ['text for X', { X: words, y: npy([4], count(4)) }, '“X”: the NumPy array holds text'],
    [
      'text for the test set',
      { X_train: npy([2, 3], count(6)), y_train: npy([2], [1, 2]), X_test: npy([4, 3], count(12)), y_test: words },
      '“y_test”: the NumPy array holds text',
    ],
    ['two columns for y', { X: npy([4, 1], count(4)), y: npy([4, 2], count(8)) }, '“y” has 2 columns, but one target'],
    [
      'two columns for targets',
      { x_train: npy([4], count(4)), targets: npy([4, 2], count(8)) },
      '“targets” has 2 columns',
    ],
    [
      'one column of features, and a name that says nothing',
      { data: npy([4], count(4)), b: npy([4, 2], count(8)) },
      '“b” has 2 columns',
    ],
    ['features twice', { X: npy([4, 2], count(8)), X_new: npy([4], count(4)) }, 'the targets are missing'],
  ])('in one archive, with %s, are refused by name', async (_, arrays, words) => {
    await expect(read({ 'a.npz': npz(arrays) })).rejects.toThrow(words);
    const files = Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes]);
    await expect(read(Object.fromEntries(files) as Record<string, Uint8Array>)).rejects.toThrow(CodedError);
  });

  test.each<[string, Record<string, Uint8Array>, string]>([
    ['no targets', { 'X.npy': npy([2, 3], count(6)) }, 'the targets are missing: drop the file of features “X.npy”'],
    ['no features', { 'y.npy': npy([2], [1, 2]) }, 'the features are missing'],
    [
      'a target missing',
      { 'X.npy': npy([3, 4], count(12)), 'y.npy': npy([2], [1, 2]) },
      '“X.npy” has 3 rows, but “y.npy” has 2 numbers',
    ],
    [
      'examples in columns',
      { 'X.npy': npy([2, 3], count(6)), 'y.npy': npy([3], [1, 2, 3]) },
      'transpose it (X.T) and save it again',
    ],
    [
      'a number that is none',
      { 'X.npy': npy([2, 2], [1, 2, NaN, 4]), 'y.npy': npy([2], [1, 2]) },
      '“X.npy”: the array has NaN in row 2, column 1',
    ],
    [
      'another width in the test set',
      {
        'X_train.npy': npy([2, 2], count(4)),
        'y_train.npy': npy([2], [1, 2]),
        'X_test.npy': npy([2, 3], count(6)),
        'y_test.npy': npy([2], [1, 2]),
      },
      'the test set has 3 features, but the training set has 2',
    ],
    [
      'test features alone',
      { 'X_train.npy': npy([2, 2], count(4)), 'y_train.npy': npy([2], [1, 2]), 'X_test.npy': npy([2, 2], count(4)) },
      'the targets for the test set “X_test.npy” are missing',
    ],
    [
      'more than can be told apart',
      { 'a.npy': npy([2, 2], count(4)), 'b.npy': npy([2, 2], count(4)), 'c.npy': npy([2], [1, 2]) },
      'there are “a.npy”, “b.npy”, “c.npy”',
    ],
    ['no rows', { 'X.npy': npy([0, 2], []), 'y.npy': npy([0], []) }, '“X.npy” has no rows'],
  ])('with %s are refused in words', async (_, files, words) => {
    await expect(read(files)).rejects.toThrow(words);
  });
});

describe('a table', () => {
  const table = 'id,age,height,city,weight\n1,20,1.7,Berlin,60\n2,30,1.8,Kiel,75\n3,40,1.6,Bonn,55\n';

  test('is its columns of numbers, the last one the target; what is left out is said', async () => {
    const content = await read({ 'people.csv': table });
    expect(content.featureNames).toEqual(['age', 'height']);
    expect([...content.design.values]).toEqual([20, 1.7, 30, 1.8, 40, 1.6]);
    expect([...content.targets]).toEqual([60, 75, 55]);
    expect(content.columns).toEqual({
      names: ['id', 'age', 'height', 'city', 'weight'],
      numeric: [0, 1, 2, 4],
      target: 4,
    });
    expect(inEnglish(content.reading)).toBe(
      '3 rows of 2 features; commas, decimal points, 5 columns, one header line; target from column “weight”, without column “id”, which numbers the rows, without column “city”, which holds “Berlin” and the like',
    );
  });

  test('has the target that a person says, or the one that is called so', async () => {
    expect([...(await read({ 'people.csv': table }, { target: 1 })).targets]).toEqual([20, 30, 40]);
    expect([...(await read({ 'a.csv': 'y x\n1 2\n3 4\n' })).targets]).toEqual([1, 3]);
  });

  test('gives points where one feature is taken, of the column that a person says', async () => {
    const points = async (options: Partial<ReadOptions>) =>
      pointsOf(await read({ 'people.csv': table }, { mostFeatures: 1, ...options }));
    expect(await points({})).toEqual([
      [20, 60],
      [30, 75],
      [40, 55],
    ]);
    expect((await points({ feature: 2 }))[0]).toEqual([1.7, 60]);
    expect((await points({ feature: 2, target: 1 }))[0]).toEqual([1.7, 20]);
  });

  test('may lack numbers in columns that are not used; where one is used, its first gap is named', async () => {
    const gaps = { 'gaps.csv': 'a,b,c\n1,2,3\n4,NaN,6\n7,,9\n' };
    expect(pointsOf(await read(gaps, { mostFeatures: 1 }))).toEqual([
      [1, 3],
      [4, 6],
      [7, 9],
    ]);
    for (const options of [{}, { target: 1 }, { mostFeatures: 1, feature: 1 }]) {
      const error = (await read(gaps, options).catch((caught: unknown) => caught)) as TableError;
      expect(error.message).toBe('“gaps.csv”: line 3: “NaN” in column “b” is not a finite number');
      expect(error.found!.choice).toMatchObject({ names: ['a', 'b', 'c'], numeric: [0, 1, 2] });
    }
    const features = { 'X.csv': 'a,b\n1,2\n3,4\n', 'y.csv': 'y\n1\n-\n' };
    await expect(read(features)).rejects.toThrow('“y.csv”: line 3: “-” in column “y” is no number');
  });

  test('has numbers with units; columns of dates and of yes and no are left out, each for its reason', async () => {
    const text = 'when,U,ok,y\n2024-01-31,1.5 V,true,5%\n2024-02-01,-2 V,false,6%\nMean,-0.25 V,,5.5%\n';
    const { design, targets, featureNames, reading } = await read({ 't.csv': text });
    expect([[...design.values], [...targets], featureNames]).toEqual([[1.5, -2], [5, 6], ['U (V)']]);
    expect(inEnglish(reading)).toBe(
      "2 rows of one feature; commas, decimal points, 4 columns, one header line, without the last line, 'Mean,-0.25 V,,5.5%'; target from column “y (%)”, without column “when”, which holds dates, without column “ok”, which holds “true” and the like",
    );
  });

  test.each([
    ['"","v","y"\n"Berlin",5,1\n"Rome",7,2\n', 'without column 1, which holds “Berlin” and the like'],
    [',v,y\n0.5,5,1\n1.5,7,2\n', 'without column 1, which has no name and holds “0.5” and the like'],
    [',v,y\n0,5,1\n1,7,2\n', 'without column 1, which numbers the rows'],
  ])('whose first column has no name says what is left out: %j', async (text, words) => {
    const { design, reading } = await read({ 't.csv': text });
    expect([...design.values]).toEqual([5, 7]);
    expect(inEnglish(reading)).toContain(words);
  });

  test('says of a column with a number among words only what is so', async () => {
    const { reading } = await read({ 't.csv': 'a,b,y\n1,3,5\n2,u,6\n4,v,9\n5,w,1\n7,x,3\n8,z,2\n' });
    expect(inEnglish(reading)).toMatch(/without column “b”, which holds “u” and the like$/);
  });

  test('names numbers that may stand for no value, of each column that is used', async () => {
    const { reading, design } = await read({ 't.csv': 'a,b,y\n1,2,3\n2,-9999,99\n3,2,8\n4,-9999,9\n5,3,1\n' });
    expect(design.values[3]).toBe(-9999);
    expect(inEnglish(reading)).toMatch(
      /; column “b” has -9999 2 times, far from all its other numbers, which is read as one of them \(remove its lines if it stands for no value\); column “y” has 99, far from all its other numbers, which is read as one of them \(remove its line if it stands for no value\)$/,
    );
  });

  test('beside one for the test is told by its name', async () => {
    const content = await read({ 'test.csv': 'a,b\n5,6\n', 'train.csv': 'a,b\n1,2\n3,4\n' });
    expect([content.design.rows, content.test!.design.rows]).toEqual([2, 1]);
    expect([...content.test!.targets]).toEqual([6]);
  });

  test.each([
    ['in another order', 'b,a,y\n6,5,7\n'],
    ['with the target in front', 'y,a,b\n7,5,6\n'],
    ['beside others', 'c,b,y,a\n9,6,7,5\n'],
    ['without names', '5,6,7\n8,9,9\n'],
  ])('a test set has the columns of the training set, %s', async (_, tests) => {
    const { test: found } = await read({ 'train.csv': 'a,b,y\n1,2,3\n3,4,5\n0,2,1\n', 'test.csv': tests });
    expect([...found!.design.values].slice(0, 2)).toEqual([5, 6]);
    expect(found!.targets[0]).toBe(7);
  });

  test('a test set without a column of the training set is refused, with its name', async () => {
    const files = { 'train.csv': 'a,b,y\n1,2,3\n3,4,5\n', 'test.csv': 'a,c,y\n1,2,3\n' };
    await expect(read(files)).rejects.toThrow('the test set has no column of numbers “b”, which the training set has');
  });

  test.each([
    ['a row that is too short', 'a,b,c\n1,2,3\n4,5\n', 'line 3: there are 2 columns'],
    ['a gap', 'a,b\n1,2\n,4\n', 'line 3: column “a” is empty; fill it in or remove the line'],
    [
      'what databases write for nothing',
      'a,b\n1,2\nNULL,4\n3,1\n',
      'line 3: “NULL” in column “a” is no number; write one or remove the line',
    ],
    [
      'times for features',
      'lap,y\n1:30,5\n12:45,6\n',
      'column “lap” holds times, such as “1:30”; write them as numbers, such as seconds',
    ],
    ['NaN', 'a,b\n1,2\n3,4\nNaN,6\n', 'line 4: “NaN” in column “a” is not a finite number'],
    ['one column', 'a\n1\n2\n', 'the features are missing'],
    [
      'a number in another unit',
      'a,b\n1,5 V\n2,6 V\n3,700 mV\n',
      'line 4: “700 mV” has another unit than others of its column, which have V',
    ],
    ['a number without the unit', 'a,b\n1,5 V\n2,6 V\n3,7\n', 'line 4: “7” has no unit'],
    [
      'yes and no for a feature',
      'ok,y\ntrue,5\nfalse,6\n',
      'one column of numbers, column “y”, and needs another for the features; column “ok” holds “true” and the like; write 1 and 0',
    ],
    ['dates for features', 'when,y\n2024-01-31,5\n2024-02-01,6\n', 'column “when” holds dates; write them as numbers'],
    [
      'words among the numbers of a column',
      'a,b,y\n1,2,3\n2,low,4\n3,2,8\n4,low,9\n5,n.d.,1\n',
      'line 3: “low” in column “b” is not a finite number',
    ],
    ['a size that may be a unit', 'a,y\n1,5G\n2,6G\n3,7G\n', 'line 2: the G in “5G” may be a unit'],
    ['two data sets', 'a,y\n1,2\n2,5\n\n\n3,4\n4,5\n', 'there are 2 data sets'],
    ['a total without a name', 'a,b,c\n1,1,2\n2,3,4\n,4,6\n', "line 4: '4' seems to sum up other lines"],
    ['pairs parted by strokes, two numbers in a cell', '1,2.5/2,3.5\n4,1/5,2\n7,1/8,2\n', 'column 2 has “2.5/2”'],
    ['values with their errors', '1,12.5(3),2\n2,13.5(3),3\n4,14.5(4),1\n', 'column 2 has “12.5(3)”'],
    ['words alone', 'a,b\nx,y\nz,w\n', 'no column of numbers'],
    ['nothing', '', '“t.csv” is empty'],
  ])('with %s is refused in words', async (_, text, words) => {
    await expect(read({ 't.csv': text })).rejects.toThrow(words);
  });

  test('with two numbers in a cell says what columns there are, and is read where a person says which are meant', async () => {
    const text = '1,2.5/2,3.5\n4,1/5,2\n7,1/8,2\n';
    const error = await read({ 't.csv': text }, { mostFeatures: 1 }).catch((caught: unknown) => caught);
    expect((error as TableError).found).toMatchObject({ choice: { numeric: [0, 2], feature: 0, target: -1 } });
    const points = pointsOf(await read({ 't.csv': text }, { mostFeatures: 1, feature: 0, target: 2 }));
    expect(points.map((point) => [...point])).toEqual([
      [1, 3.5],
      [4, 2],
      [7, 2],
    ]);
  });

  test('that could be read in another way says what was found in it', async () => {
    const error = await read({ 't.csv': 'a;b\n1,234;2\n3,456;4\n' }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TableError);
    expect((error as TableError).found).toMatchObject({ delimiter: ';' });
  });

  test('with too many rows or features is refused with the limit', async () => {
    await expect(read({ 't.csv': 'a,b\n1,2\n3,4\n' }, { mostRows: 1 })).rejects.toThrow('2 rows; the limit is 1');
    await expect(
      read({ 't.csv': 'a,b,c\n1,2,3\n3,4,5\n' }, { mostFeatures: 1, target: 0, mostRows: 1 }),
    ).rejects.toThrow();
  });
});

test('one row of features is one example where there is one target, and a column of them where there are as many', async () => {
  const x = npy([2, 2], [1, 2, 3, 4]);
  const train = { 'x_train.npy': x, 'y_train.npy': npy([2], [5, 6]) };
  const { test: kept } = await read({ ...train, 'x_test.npy': npy([1, 2], [7, 8]), 'y_test.npy': npy([1], [9]) });
  expect([kept!.design.rows, kept!.design.columns, ...kept!.design.values, ...kept!.targets]).toEqual([1, 2, 7, 8, 9]);
  const { design } = await read({ 'x.npy': npy([1, 2], [7, 8]), 'y.npy': npy([1, 2], [9, 10]) });
  expect([design.rows, design.columns]).toEqual([2, 1]);
});

test('numbers beyond the limit are refused with their place and the limit, unless nothing needs them', async () => {
  const limit = { largest: 1e9, mostFeatures: 1 };
  const gdp = { 'gdp.csv': 'Year;Growth;GDP\n2019;1;3473260000000\n2020;-4;3403730000000\n' };
  await expect(read(gdp, limit)).rejects.toThrow(
    '“gdp.csv”: line 2: “3473260000000” in column “GDP” is too large; numbers can be from -1\u202f000\u202f000\u202f000 to 1\u202f000\u202f000\u202f000 here',
  );
  expect([...(await read(gdp, { ...limit, target: 1 })).targets]).toEqual([1, -4]);
  const arrays = { 'X.npy': npy([2, 1], [1, 2e9]), 'y.npy': npy([2], [1, 2]) };
  await expect(read(arrays, limit)).rejects.toThrow(
    'has 2000000000 in row 2, column 1; numbers can be from -1\u202f000\u202f000\u202f000',
  );
});

describe('numbers with zeros in front', () => {
  test('are ids and no features, wherever the first of them stands, and this is said', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `${10115 + 7 * (i % 13)},${i % 5},${i}.5\n`).join('');
    const { design, featureNames, reading } = await read({
      'a.csv': `zip,rooms,rent\n${rows}01069,2,7.5\n`,
    });
    expect(design.columns).toBe(1);
    expect(featureNames).toEqual(['rooms']);
    expect(inEnglish(reading)).toContain(
      'without column “zip”, whose numbers have zeros in front, as ids have (“01069”)',
    );
  });

  test('are neither the target nor the x of points', async () => {
    expect([...(await read({ 'a.csv': 'rooms,rent,zip\n3,700,01069\n2,500,01067\n' })).targets]).toEqual([700, 500]);
    const { design } = await read({ 'a.csv': 'zip,rooms,rent\n01069,3,700\n01067,2,500\n' }, { mostFeatures: 1 });
    expect([...design.values]).toEqual([3, 2]);
  });

  test('are asked about where nothing else is there, and read once they are chosen', async () => {
    const text = { 'a.csv': 'x,adc\n1,0512\n2,0498\n' };
    await expect(read(text)).rejects.toThrow(
      'the numbers in column “adc” have zeros in front, as those of ids do (“0512”)',
    );
    expect([...(await read(text, { target: 1 })).targets]).toEqual([512, 498]);
  });

  test('are numbers beside others with a sign or decimals', async () => {
    const { design } = await read({ 'a.csv': 'x,y\n00.5,1\n01,2\n02,3\n' });
    expect([...design.values]).toEqual([0.5, 1, 2]);
  });
});
