import { expect, test } from 'vitest';
import { inEnglish } from '../../messages';
import { parseRatings } from '../ratings/parse';
import { readSignal } from '../signal/read-signal';
import { examples } from './read.fixtures';

const signal = (text: string) => readSignal(new Blob([text]), { most: 1000 });

test.each([
  [
    'two columns each',
    'I\t\tII\t\nx\ty\tx\ty\n10\t8.04\t10\t9.14\n8\t6.95\t8\t8.14\n13\t7.58\t13\t8.74\n',
    ['I (x)', 'I (y)', 'II (x)', 'II (y)'],
  ],
  [
    'the same without the last cell',
    'I\t\tII\nx\ty\tx\ty\n10\t8.04\t10\t9.14\n8\t6.95\t8\t8.14\n13\t7.58\t13\t8.74\n',
    ['I (x)', 'I (y)', 'II (x)', 'II (y)'],
  ],
  [
    'one column, with its unit below, and two',
    'Time,Sensor A,,Sensor B,\ns,x,y,x,y\n0,1.5,2,3,4\n1,2.5,2,3,4\n2,0.5,2,3,4\n',
    ['Time (s)', 'Sensor A (x)', 'Sensor A (y)', 'Sensor B (x)', 'Sensor B (y)'],
  ],
  ['two units', 'Temp,,p\n°C,°F,bar\n20.5,68,1\n21,70,1.1\n22.5,72,3\n', ['Temp (°C)', 'Temp (°F)', 'p (bar)']],
  [
    'names and units',
    'Temp,,p,\nin,out,in,out\n°C,°C,bar,bar\n20.5,1.5,1,3\n21,2.5,1.1,3\n22.5,0.5,1,4\n',
    ['Temp (in, °C)', 'Temp (out, °C)', 'p (in, bar)', 'p (out, bar)'],
  ],
])('the name of a group stands over all its columns: %s', async (_, text, names) => {
  expect((await signal(text)).columns!.names).toEqual(names);
});

test('a time below the name of its group is no signal', async () => {
  const text = 'Sensor A,,Sensor B,\nTime,Value,Time,Value\n0,1.5,0,3\n1,2.5,1,3\n2,0.5,2,4\n';
  expect([...(await signal(text)).samples]).toEqual([1.5, 2.5, 0.5]);
});

test.each([
  ['Sum of Rating\tColumn Labels\t\t\nRow Labels', 'all cells'],
  ['Summe von Rating\tSpaltenbeschriftungen\nZeilenbeschriftungen', 'the first ones alone'],
])('the items of a pivot table are those of its second line', async (head) => {
  const text = `${head}\tAlien\tHeat\tUp\nAnna\t4\t\t3\nBen\t5\t2\t\nCem\t\t3\t4\n`;
  const { itemIds, userIds } = await parseRatings(new Blob([text]).stream(), { columns: { matrix: true } });
  expect([itemIds, userIds]).toEqual([
    ['Alien', 'Heat', 'Up'],
    ['Anna', 'Ben', 'Cem'],
  ]);
});

test('columns of one name are told apart by their number, also where one of them is taken', async () => {
  const { columns, reading } = await signal('t,v,v\n0,1.5,7\n1,2.5,9\n2,1.5,3\n');
  expect(columns!.names).toEqual(['t', 'v (1)', 'v (2)']);
  expect(inEnglish(reading!)).toContain('value from v (1)');
  const matrix = 'Name,A,A (1),A\nx,1,2,3\ny,3,4,5\n';
  const { itemIds } = await parseRatings(new Blob([matrix]).stream(), { columns: { matrix: true } });
  expect(itemIds).toEqual(['A (1) (1)', 'A (1) (2)', 'A (2)']);
});

test('which of two columns is the target is asked where both are called so, and no longer once it is said', async () => {
  const text = 'a,y,y\n1,2,3\n2,3,5\n3,4,4\n4,7,1\n';
  const most = { mostFeatures: 9 };
  await expect(examples(text, most)).rejects.toThrow('the columns “y (1)”, “y (2)” have the same name; choose');
  const { targets, featureNames } = await examples(text, { ...most, target: 2 });
  expect([...targets]).toEqual([3, 5, 4, 1]);
  expect(featureNames).toEqual(['a', 'y (1)']);
});

test('the target of groups is the last column, and is called by its group', async () => {
  const text = 'I,,II,\nx,y,x,y\n10,8.04,10,9.14\n8,6.95,8,8.14\n13,7.58,13,8.74\n';
  const { reading } = await examples(text, { mostFeatures: 9 });
  expect(inEnglish(reading)).toContain('target from column “II (y)”');
});
