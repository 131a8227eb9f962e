import { describe, expect, test } from 'vitest';
import { parseRatings } from '../ratings/parse';
import { readSignal } from '../signal/read-signal';
import { points } from './read.fixtures';

const signal = (text: string, header?: number) => readSignal(new Blob([text]), { most: 1000, header });
const samples = async (text: string) => [...(await signal(text)).samples];

describe('where no column has numbers, the reason names', () => {
  test.each([
    ['the other unit', 'Ort;T\nA;21,5°C\nB;70,7°F\n', 'line 3: “70,7°F” has another unit'],
    ['the cell that seems to be a number', 'a;b\nx;2:3\ny;4:7\n', 'line 2 has “2:3”, which is no number'],
    ['how the first line begins', 'a;b\nx;y\nz;w\n', 'line 1 begins with “a”'],
  ])('%s', async (_, text, reason) => {
    await expect(signal(text)).rejects.toThrow(reason);
    await expect(points(text)).rejects.toThrow(reason);
  });
});

test.each([
  ['a point behind a currency', 'Vare;Pris\nA;100,50 kr.\nB;70,25 kr.\nC;12,00 kr.\n', [100.5, 70.25, 12]],
  ['one in front, and groups of India', 'Item\tPrice\nA\tRs. 1,23,456.78\nB\tRs. 70.25\n', [123456.78, 70.25]],
  ['a word for thousands, abbreviated', 'Jahr;Umsatz\n2019;1,5 Tsd.\n2020;2,5 Mio.\n', [1500, 2.5e6]],
  ['any sign of a currency', 'Ad;Fiyat\nA;100,50 ₺\nB;70,25 ₺\n', [100.5, 70.25]],
  ['the same in front', 'Ad;Fiyat\nA;₺100,50\nB;₺70,25\n', [100.5, 70.25]],
])('units with %s are read', async (_, text, expected) => {
  expect(await samples(text)).toEqual(expected);
});

test.each([
  ['LaTeX', '\\begin{tabular}{ll}\n1 & 2.5 \\\\\n\\end{tabular}\n', 'this is LaTeX'],
  ['HTML', '<table>\n<tr><td>1</td><td>2.5</td></tr>\n</table>\n', 'this is HTML'],
  ['XML', '<?xml version="1.0"?>\n<gpx><trkpt lat="1" lon="2"/></gpx>\n', 'this is XML'],
])('%s is called so', async (_, text, reason) => {
  await expect(signal(text)).rejects.toThrow(reason);
  await expect(points(text)).rejects.toThrow(reason);
});

test('last rows in which nothing stands are none', async () => {
  expect(await samples('t;v\n0;1,5\n1;2,5\n2;3,5\n;\n;\n')).toEqual([1.5, 2.5, 3.5]);
  const matrix = new Blob(['n;a;b\nx;1;2\ny;3;4\n;;\n;;\n']).stream();
  expect((await parseRatings(matrix, { columns: { matrix: true } })).userIds).toEqual(['x', 'y']);
  await expect(samples('t;v\n0;1,5\n;\n2;3,5\n')).rejects.toThrow('line 3: v is empty');
});

test('words above numbers in lines are no names where they are more, and their lines may be one signal', async () => {
  const rows = ' -.14E-02 -.10E-02 -.11E-02 -.12E-02 -.13E-02\n'.repeat(9);
  const text = `STRONG MOTION DATABASE RECORD OF GROUND\nImperial Valley-02, El Centro Array #9, 180\nNPTS=  18, DT=  .0100 SEC,\n${rows} -.11E-02 -.12E-02\n`;
  await expect(signal(text)).rejects.toThrow(
    'the header has 6 words, but the lines after it have 5 cells; if it names no columns, say how many header lines',
  );
  await expect(signal(text, 3)).rejects.toThrow('if their lines are parts of one signal, write one number a line');
});
