import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../messages';
import type { TableError } from '../table/table-error';
import { readSignal, type ReadOptions } from './read-signal';

const read = (file: string, options: Partial<ReadOptions> = {}) =>
  readSignal(new Blob([file]), { most: 2 ** 20, ...options });

test('numbers without room before a sign are told, and not passed over for another column', async () => {
  const file = '   1.50-2.50   3.50\n   1.60-2.60   3.10\n   1.70-2.40   3.60\n';
  await expect(read(file)).rejects.toThrow('line 1: column 1 has “1.50-2.50”, which is no number that can be read');
  // With a name, it is an interval.
  expect([...(await read(`bin v\n${file}`)).samples]).toEqual([3.5, 3.1, 3.6]);
});

describe('an axis is no signal where the column behind it has values that are no numbers:', () => {
  test.each([
    [
      'decibels with angles',
      'Frequency (Hz),Gain\n10,-3.0dB/45°\n100,-6.0dB/60°\n1000,-20dB/80°\n',
      'Gain',
      '-3.0dB/45°',
    ],
    [
      'pairs of LTspice',
      'Freq.\tV(out)\n1.0e+00\t(-3.0e+00dB,4.5e+01°)\n1.0e+01\t(-6.0e+00dB,6.0e+01°)\n1.0e+02\t(-20e+00dB,8.0e+01°)\n',
      'V(out)',
      '(-3.0e+00dB,4.5e+01°)',
    ],
    ['uncertainties', 'Depth,T\n1,12.5(3)\n2,11.9(2)\n5,10.1(4)\n', 'T', '12.5(3)'],
    ['limits of detection', 'conc;Signal\n0,1;<0,05\n0,5;0,12\n1,0;>3,5\n', 'Signal', '<0,05'],
    ['words for states', 'conc,Signal\n0.1,low\n0.5,high\n1.2,high\n', 'Signal', 'low'],
    ['intervals', 'U [V];I [mA]\n0,5;1,0-1,2\n1,0;2,0-2,2\n1,7;3,0-3,2\n', 'I [mA]', '1,0-1,2'],
    ['the same behind an even axis', 'U [V];I [mA]\n0,5;1,0-1,2\n1,0;2,0-2,2\n1,5;3,0-3,2\n', 'I [mA]', '1,0-1,2'],
    ['times of laps', 'Force,Lap\n12,1:02.3\n15,1:03.1\n11,1:01.9\n', 'Lap', '1:02.3'],
  ])('%s', async (_, file, column, cell) => {
    const error = await read(file).catch((caught: unknown) => caught as TableError);
    expect((error as TableError).message).toContain(
      `line 2: ${column} has “${cell}”, which is no number that can be read`,
    );
    const [axis] = (error as TableError).found!.choice!.numeric;
    expect((await read(file, { column: axis })).samples).toHaveLength(3);
  });
});

test.each([
  [
    'names before the values',
    'name,value\nMeier,1.5\nKurz,2.5\nBeck,0.5\n',
    [1.5, 2.5, 0.5],
    'value from value, name is not read',
  ],
  [
    'names behind them',
    'value,name\n1.5,Meier\n2.5,Kurz\n3.5,Beck\n',
    [1.5, 2.5, 3.5],
    'value from value, name is not read',
  ],
  [
    'kinds behind what does not rise',
    'v,kind,by\n1.5,a,x\n3,b,y\n2,b,z\n',
    [1.5, 3, 2],
    'value from v, kind, by are not read',
  ],
  ['groups of ages', 'age,count\n0-4,120\n5-9,130\n10-14,90\n', [120, 130, 90], 'value from count, age is not read'],
  ['days before them', 'day,height\n2024-01-01,1\n2024-01-02,2\n', [1, 2], 'value from height'],
  [
    'addresses behind them',
    'v,host\n1.5,192.168.1.1\n3,192.168.1.2\n2,10.0.0.7\n',
    [1.5, 3, 2],
    'value from v, host is not read',
  ],
])('%s are left out, and said if they are no times', async (_, file, samples, words) => {
  const content = await read(file);
  expect([...content.samples]).toEqual(samples);
  expect(inEnglish(content.reading!).split('; ')[1]).toBe(words);
});

test.each([
  ['falls evenly', 'cm-1,%T\n4000.12,98.1\n3998.19,97.5\n3996.26,96.2\n3994.33,98.0\n', [98.1, 97.5, 96.2, 98]],
  ['falls, without a name', '9.5 3\n9.3 4\n7 1\n2 5\n', [3, 4, 1, 5]],
  [
    'numbers the tables of InfluxDB',
    '#datatype,string,long,dateTime:RFC3339,double,string\n#group,false,false,false,false,true\n#default,_result,,,,\n,result,table,_time,_value,_field\n,,0,2024-01-01T00:00:00Z,1.5,temp\n,,0,2024-01-01T00:01:00Z,2.5,temp\n,,0,2024-01-01T00:02:00Z,0.5,temp\n',
    [1.5, 2.5, 0.5],
  ],
])('a column that %s gives way to the values', async (_, file, samples) => {
  expect([...(await read(file)).samples]).toEqual(samples);
});

test('numbers with zeros in front are ids where another column has values, and numbers where none has', async () => {
  expect([...(await read('zip,rent\n01069,700.5\n01067,500\n01307,900\n')).samples]).toEqual([700.5, 500, 900]);
  expect([...(await read('t,adc\n0,0512\n1,0498\n2,0601\n')).samples]).toEqual([512, 498, 601]);
});

test('a number beyond the limit is refused with its line and the limit, and another column can be chosen', async () => {
  const limits = { most: 100, largest: 1e9 };
  const signal = (text: string, column?: number) => readSignal(new Blob([text]), { ...limits, column });
  await expect(signal('1622548800\n4.000000\n0.128134\n')).rejects.toThrow(
    'line 1: “1622548800” is too large; numbers can be from -1\u202f000\u202f000\u202f000 to 1\u202f000\u202f000\u202f000 here',
  );
  const text = 'a,b\n1,2\n1001000000,3\n2,5\n';
  const error = (await signal(text).catch((caught: unknown) => caught)) as TableError;
  expect(error.message).toContain('line 3: “1001000000” is too large');
  expect(error.found!.choice!.numeric).toEqual([0, 1]);
  expect([...(await signal(text, 1)).samples]).toEqual([2, 3, 5]);
});
