import { describe, expect, test } from 'vitest';
import { parseRatings } from '../ratings/parse';
import { readSignal, type ReadOptions } from '../signal/read-signal';
import { LabelledLines } from './labelled-lines';

const signal = (text: string, options: Partial<ReadOptions> = {}) =>
  readSignal(new Blob([text]), { most: 2 ** 20, ...options });

describe('lines that name their numbers', () => {
  test.each<[string, string, string[], number[]]>([
    ['one each', 'Sensor value = 512\nSensor value = 520\n', ['Sensor value'], [512, 520]],
    ['commas between', 'Temp: 21.5, Hum: 40\nTemp: 21.6, Hum: 41\n', ['Temp', 'Hum'], [21.5, 21.6]],
    [
      'bars between, and the first one counts',
      'Millis: 1000 | A0: 512\nMillis: 1100 | A0: 520\nMillis: 1200 | A0: 498\n',
      ['Millis', 'A0'],
      [512, 520, 498],
    ],
    [
      'units',
      'Temperature: 21.50 *C  Humidity: 40 %\nTemperature: 21.75 *C  Humidity: 41 %',
      ['Temperature (*C)', 'Humidity (%)'],
      [21.5, 21.75],
    ],
    ['decimal commas and a unit', 'Temp=21,5C\nTemp=20,9C\n', ['Temp (C)'], [21.5, 20.9]],
    ['decimal commas between semicolons', 'x=1,5;y=2,5\r\nx=1;y=2\r\n', ['x', 'y'], [1.5, 1]],
    ['names that count', 'Reading 9: 21.5\nReading 10: 21.9\nReading 11: 20\n', ['Reading'], [21.5, 21.9, 20]],
    ['names that count in brackets', 'x[0] = 1.5;\nx[1] = 2.5;\nx[2] = -1;\n', ['x[]'], [1.5, 2.5, -1]],
    ['what a board says first', 'DHT test!\nReady\nv: 1 mV\nv: -2 mV\n', ['v (mV)'], [1, -2]],
    ['blanks between, a unit with a stroke', 'a: 5 km/h b: 3\na: 7 km/h b: 4\n', ['a (km/h)', 'b'], [5, 7]],
  ])('are read: %s', async (_, text, names, expected) => {
    const { samples, columns } = await signal(text);
    expect(columns!.names).toEqual(names);
    expect([...samples]).toEqual(expected);
  });

  test('are read in pieces, wherever these are cut', () => {
    const bytes = new TextEncoder().encode('a: 1 °C\r\na: 2 °C\r\na: 3 °C');
    const decoder = new TextDecoder();
    for (const size of [1, 2, 3, 5]) {
      const lines = new LabelledLines(bytes);
      let text = '';
      for (let from = 0; from < bytes.length; from += size)
        text += decoder.decode(lines.rows(bytes.subarray(from, from + size)));
      expect(text + decoder.decode(lines.rest())).toBe('1\n2\n3');
    }
  });

  test('are read to the last one of a long file', async () => {
    const { samples } = await signal(Array.from({ length: 20_000 }, (_, i) => `value: ${i % 7}`).join('\n'));
    expect([samples.length, samples.at(-1)]).toEqual([20_000, 19_999 % 7]);
  });

  test.each([
    [
      'one that is cut off',
      'T: 21.5 C\nT: 21.6 C\nT: 21.7 C\nT: 2',
      "line 4: 'T: 2' is not written as the lines before it, such as 'T: 21.5 C'",
    ],
    ['a name that counts on further', 'T1: 5\nT2: 6\nT4: 7\n', "line 3: 'T4: 7' is not written as the lines before it"],
    ['another unit', 'T: 21.5 C\nT: 21.6 C\nT: 294 K\n', "line 3: 'T: 294 K' is not written as"],
    ['another name', 'a: 1\na: 2\nb: 3\n', "line 3: 'b: 3' is not written as"],
    [
      'a comma that may divide',
      'gyro: 1,2\ngyro: 3,4\n',
      "line 1: the comma in '1,2' may be a decimal sign or divide two columns",
    ],
    ['several numbers behind one name', 'acc: 1,2,3\nacc: 1,4,4\n', 'line 1: “acc: 1” is a name and a number'],
    ['thousands', 'P: 1.2 k\nP: 1.4 k\n', "line 1: what stands behind the number in '1.2 k' may be no unit"],
    ['what may be thousands', 'P: 1.2K\nP: 1.4K\n', "'1.2 K' may be no unit"],
    ['hours of the morning', 'at: 10 am\nat: 11 am\n', "'10 am' may be no unit"],
    ['a time', 'time: 12:30:15\ntime: 12:30:16\n', 'it has no column of numbers'],
  ])('are refused with %s', async (_, text, words) => {
    await expect(signal(text)).rejects.toThrow(words);
  });

  test('have decimal commas once a person says so', async () => {
    expect([...(await signal('T=21,5\nT=22,25\n', { decimal: ',' })).samples]).toEqual([21.5, 22.25]);
  });

  test('alike above a table are its head', async () => {
    expect([...(await signal('Channel: 1\nChannel: 1\nt,v\n0,1.5\n1,2.5\n2,2\n')).samples]).toEqual([1.5, 2.5, 2]);
  });

  test('of users, items and ratings are ratings', async () => {
    const text = 'user: 1, item: 10, rating: 4\nuser: 1, item: 20, rating: 3\nuser: 2, item: 10, rating: 5\n';
    const { userIds, itemIds, values } = await parseRatings(new Blob([text]).stream());
    expect([[...userIds!], [...itemIds!], [...values]]).toEqual([
      [1, 2],
      [10, 20],
      [4, 3, 5],
    ]);
  });
});
