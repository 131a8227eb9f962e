import { describe, expect, test } from 'vitest';
import { parseRatings } from '../ratings/parse';
import { readSignal } from '../signal/read-signal';
import { inEnglish } from '../../messages';
import { examples, points } from './read.fixtures';

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

test.each([
  ['Arabic', '١٫٥\n٢٫٢٥\n-٤\n', '“١٫٥” has digits of another script; write 1.5'],
  ['Devanagari', '१.५\n२.२५\n-४\n', '“१.५” has digits of another script; write 1.5'],
  ['wide signs', '１．５\n２．２５\n３\n', '“１．５” has digits of another script; write 1.5'],
  ['Arabic, with thousands', 't,v\na,١٬٢٣٤٫٥\nb,٢\n', '“١٬٢٣٤٫٥” has digits of another script; write 1,234.5'],
])('numbers in %s are told, and how they are written here', async (_, text, reason) => {
  await expect(signal(text)).rejects.toThrow(reason);
  await expect(points(text)).rejects.toThrow(reason);
});

test('a table of Eurostat, whose numbers have letters behind them, is told, and in what form it can be read', async () => {
  const text =
    'freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \nA,PC,AT\t12.3 p\t13.1 \t: \nA,PC,BE\t11.0 \t10.5 b\t9.9 \n';
  for (const read of [signal, points]) await expect(read(text)).rejects.toThrow('download it as SDMX-CSV');
  const other =
    'DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nE:X,01/02/23,A,PC,AT,2019,12.3,p\nE:X,01/02/23,A,PC,AT,2020,13.1,\nE:X,01/02/23,A,PC,AT,2021,11.9,\n';
  expect(await samples(other)).toEqual([12.3, 13.1, 11.9]);
});

test('an uncertainty behind its sign is no value', async () => {
  for (const sign of ['±', '+-', '+/-'])
    await expect(signal(`1.5 ${sign} 0.1\n2.5 ${sign} 0.2\n3.5 ${sign} 0.1\n`)).rejects.toThrow(
      `line 1: “1.5 ${sign} 0.1” is a number and its uncertainty; leave that out, or write it into a column with a name`,
    );
  await expect(points('x y\n1 2.5 ± 0.1\n2 3.5 ± 0.2\n3 1.5 ± 0.1\n')).rejects.toThrow(/uncertainty|header/);
});

test('an amount in parentheses is told beside others, and a minus behind the currency is one', async () => {
  for (const cell of ['(2.50)', '($2.50)'])
    await expect(
      signal(`t,v\na,$1.50\nb,${cell}\nc,$3.00\n`.replaceAll('$', cell.includes('$') ? '$' : '')),
    ).rejects.toThrow(`line 3: the parentheses in “${cell}” may mean a negative number`);
  expect(await samples('t,v\na,£1.50\nb,£-2.50\nc,-£3.00\n')).toEqual([1.5, -2.5, -3]);
});

test('of points in columns without names it is said which are not read', async () => {
  const { reading } = await examples('1,2.5,7\n2,3.5,9\n4,1.5,8\n');
  expect(inEnglish(reading)).toContain('x from column 1, target from column 3, column 2 is not read');
});

test.each(['error', 'Fehler', 'dy', 'yerr', 'n', 'σ', 'std (m)', 'quality flag'])(
  'a column called “%s” says something of the values beside it, and is not the values',
  async (name) => {
    const text = (first: string) => `${first},v,${name}\n1,2.5,1\n2,3.5,2\n4,1.5,1\n`;
    expect(await points(text('x'))).toEqual([
      [1, 2.5],
      [2, 3.5],
      [4, 1.5],
    ]);
    expect(await samples(`${name},v\n0.1,2.5\n0.2,3.5\n0.1,1.5\n`)).toEqual([2.5, 3.5, 1.5]);
    // Where there is no other column, it is meant.
    expect(await points(`x,${name}\n1,2.5\n2,3.5\n4,1.5\n`)).toHaveLength(3);
  },
);

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

test.each([
  ['among others', 'Run,Y,X\n1,10,2.5\n2,22,3.5\n3,31,5.0\n'],
  ['behind what the rows are', 'Case,x,y\n1,2.5,10\n2,3.5,22\n3,5.0,31\n'],
  ['with a unit', 't (s),y (m),x (m)\n1,10,2.5\n2,22,3.5\n3,31,5.0\n'],
  ['with one behind a stroke', 'y_mm,x_mm\n10,2.5\n22,3.5\n31,5.0\n'],
  ['with one in brackets', 'y [m];x [m]\n10;2,5\n22;3,5\n31;5,0\n'],
  ['behind the only other', 'height,x\n10,2.5\n22,3.5\n31,5.0\n'],
  ['beside errors of both', 'x_err,x_mm,y_err,y_mm\n1,2.5,1,10\n1,3.5,2,22\n2,5.0,1,31\n'],
])('the x of points is the column that is called so, %s', async (_, text) => {
  expect(await points(text)).toEqual([
    [2.5, 10],
    [3.5, 22],
    [5, 31],
  ]);
});

test('an x beside the time alone is what is measured at it, and a person may choose any other column', async () => {
  const text = 't (s),x (m)\n1,10\n2,22\n4,31\n';
  const expected = [
    [1, 10],
    [2, 22],
    [4, 31],
  ];
  expect(await points(text)).toEqual(expected);
  expect(await points(text.replace('t (s)', 'h'), { feature: 0 })).toEqual(expected);
});

test('a power of ten behind a blank is no unit', async () => {
  const text = 't;v\n2024-01-01;1.5 e3\n2024-01-02;2 e3\n2024-01-03;3 e2\n';
  await expect(samples(text)).rejects.toThrow('“1.5 e3”, which is no number that can be read');
});

test.each(['0b1', '0b101', '0o7', '0o17', '0x1F', '0xFE', '-0b1'])('%s is no number with a unit', async (cell) => {
  const text = `t;v\na;${cell}\nb;${cell}\nc;0${cell.replace('-', '')[1]}1\n`;
  await expect(samples(text)).rejects.toThrow(`“${cell}”, which is no number that can be read`);
});
