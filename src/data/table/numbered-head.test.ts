import { describe, expect, test } from 'vitest';
import { parseRatings } from '../ratings/parse';
import { readSignal } from '../signal/read-signal';
import { examples } from './read.fixtures';

const matrix = async (text: string, header?: number) => {
  const { values, userIds, itemIds } = await parseRatings(new Blob([text]).stream(), {
    columns: { matrix: true, header },
  });
  return [[...values], userIds, itemIds];
};

describe('numbers are names of columns where nothing stands above the names of rows', () => {
  test.each([
    ['a plate', '\t1\t2\t3\nA\t1\t2\t3\nB\t4\t5\t3\n', ['A', 'B'], ['1', '2', '3']],
    ['what pandas counts', ',0,1,2\n0,1,2,3\n1,4,5,3\n', ['0', '1'], ['0', '1', '2']],
    [
      'years of a pivot table',
      'Sum of r\tColumn Labels\t\t\nRow Labels\t2019\t2020\t2021\nA\t1\t2\t3\nB\t4\t5\t3\n',
      ['A', 'B'],
      ['2019', '2020', '2021'],
    ],
  ])('%s', async (_, text, users, items) => {
    expect(await matrix(text)).toEqual([[1, 2, 3, 4, 5, 3], users, items]);
  });

  test('also of examples and a signal', async () => {
    const { featureNames, targets } = await examples(',0,1,2\n0,1.5,2.5,3\n1,2.5,3.5,1\n2,0.5,1.5,7\n', {
      mostFeatures: 9,
    });
    expect([featureNames, [...targets]]).toEqual([
      ['0', '1'],
      [3, 1, 7],
    ]);
    const { samples } = await readSignal(new Blob([',0\n0,1.5\n1,2.5\n2,0.5\n']), { most: 9 });
    expect([...samples]).toEqual([1.5, 2.5, 0.5]);
  });

  test('and not where a first number may be missing', async () => {
    const text = '\t5\n2\t6\n3\t7\n';
    await expect(readSignal(new Blob([text]), { most: 9 })).rejects.toThrow('line 1: column 1 is empty');
  });
});

test.each([
  ['wavelengths behind a name', 'sample,400,401,402\na,1.5,2.5,3\nb,2.5,3.5,1\nc,0.5,1.5,2\n', '400, 401, 402'],
  ['questions', 'Name,1,2,3\nAnna,5,4,3\nBen,3,4,1\nCem,1,5,2\n', '1, 2, 3'],
  ['items above numbers of users', 'user,101,102,103\n1,5,4,3\n2,3,4,1\n3,1,5,2\n', '101, 102, 103'],
  ['columns that are counted above decimals', '0,1,2\n1.5,2.5,3\n2.5,3.5,1.5\n0.5,1,7.5\n', '0, 1, 2'],
])('numbers that may be names of columns are asked about: %s', async (_, text, numbers) => {
  const words = `the first line has ${numbers}, which may be names of columns or data`;
  await expect(matrix(text)).rejects.toThrow(words);
  await expect(examples(text, { mostFeatures: 9 })).rejects.toThrow(words);
  expect((await matrix(text, 1))[2]).toEqual(numbers.split(', '));
});

test('numbers in turn are no names where all rows are such, and whole numbers below are data as well', async () => {
  for (const text of ['1,2,3\n4,5,6\n7,8,9\n', '1,2,3\n2,1,6\n3,3,9\n'])
    expect((await examples(text, { mostFeatures: 9 })).targets[0]).toBe(3);
});

test('the time since 1970 is no signal where another column has values', async () => {
  const text = 'ts;v\n1622548800123;1,5\n1622548800133;2,5\n1622548800150;0,5\n';
  expect([...(await readSignal(new Blob([text]), { most: 9 })).samples]).toEqual([1.5, 2.5, 0.5]);
});

test('of the four lines of a data logger, the second has the names', async () => {
  const head = '"TOA5","St1","CR1000","1234"\n"TIMESTAMP","RECORD","Batt"\n"TS","RN","Volts"\n"","","Min"\n';
  const text = `${head}"2023-05-01 10:00:00",0,12.5\n"2023-05-01 10:10:00",1,12.4\n"2023-05-01 10:20:00",2,12.7\n`;
  const { samples, columns } = await readSignal(new Blob([text]), { most: 9 });
  expect([...samples]).toEqual([12.5, 12.4, 12.7]);
  expect(columns!.names).toEqual(['TIMESTAMP', 'RECORD', 'Batt (Min)']);
});
