import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../messages';
import { readRegression } from '../regression/read-regression';
import { readSignal, type ReadOptions } from '../signal/read-signal';

const signal = (text: string, options: Partial<ReadOptions> = {}) =>
  readSignal(new Blob([text]), { most: 1000, ...options });
const numbers = '339.61\t512.5\n340.0\t520.25\n340.4\t498\n';

describe('what stands around the numbers of an instrument', () => {
  test.each([
    [
      'a head of several lines and a line that begins the numbers',
      `Data from spec1 Node\n\nDate: Thu May 04 10:11:12\nUser: lab\nNumber of Pixels: 3\n>>>>>Begin Spectral Data<<<<<\n${numbers}`,
    ],
    ['a longer head than there are numbers', `${'Key: word\n'.repeat(8)}>>>>>Begin Spectral Data<<<<<\n${numbers}`],
    ['lines that begin and end the numbers', `>>>Begin Data<<<\n${numbers}>>>>>End Spectral Data<<<<<\n`],
    ['a semicolon between numbers', `Date: May 4\n>>>Begin<<<\n${numbers.replaceAll('\t', ';')}`],
  ])('%s are no names and no numbers', async (_, text) => {
    const { samples, columns } = await signal(text);
    expect([...samples]).toEqual([512.5, 520.25, 498]);
    expect(columns!.names).toEqual(['', '']);
  });

  test('notes below the numbers are left out, and this is said', async () => {
    const { samples, reading } = await signal(
      '400.1\t512\n400.3\t520\n400.5\t498\n\n\n\nDate and Time: Thu May 04 2023\nVersion: 4.31\n\nTemperature (C): -70\n',
    );
    expect([...samples]).toEqual([512, 520, 498]);
    expect(inEnglish(reading!)).toContain("without the last 3 lines, from 'Date and Time: Thu May 04 2023'");
  });

  test.each([
    ['directly below the numbers', '1\t5\n2\t3\n4\t9\nVersion: 4.31\n'],
    ['with numbers after them', '1\t5\n2\t3\n\nVersion: 4\n\n4\t9\n'],
    ['that are none', '1\t5\n2\t3\n4\t9\n\nthe end\n'],
  ])('notes %s are refused', async (_, text) => {
    await expect(signal(text)).rejects.toThrow(/line \d|data sets/);
  });

  test('LabVIEW says something of the file, and then of its channels; rows may lack its comments', async () => {
    const head = (end: string) =>
      `LabVIEW Measurement\t${end}Separator\tTab${end}***End_of_Header***\t${end}${end}Channels\t1${end}X0\t0,0${end}***End_of_Header***${end}`;
    for (const end of ['\n', '\r\n'])
      for (const last of ['', '\t']) {
        const lines = ['X_Value\tUntitled\tComment', `0,5\t1,234${last}`, `0,6\t2,5${last}`, `0,8\t-1,25${last}`];
        const { samples, columns } = await signal(head(end) + lines.join(end));
        expect([...samples]).toEqual([1.234, 2.5, -1.25]);
        expect(columns!.names.slice(0, 2)).toEqual(['X_Value', 'Untitled']);
      }
  });

  const ecg = (numbers: string) =>
    `Name,Max\nGeburtsdatum,01.01.1980\nSoftwareversion,1.90\nGerät,"Watch6,1"\nAbtastrate,512 Hertz\n\n\nAbleitung,Ableitung I\nEinheit,µV\n\n${numbers}`;

  test('lines about the file, parted from the numbers by a blank one, are no data set of their own', async () => {
    const { samples, reading } = await signal(ecg('-10.327\n-9.2\n-8.125\n3.25\n'));
    expect([...samples]).toEqual([-10.327, -9.2, -8.125, 3.25]);
    expect(inEnglish(reading!)).toBe('one column, decimal points, 9 header lines');
  });

  test.each([
    ['all such lines', ecg('-10,327\n-9,2\n3,25\n')],
    ['the last of them', 'Ableitung,Ableitung I\nEinheit,µV\n\n-10,327\n-9,2\n3,25\n'],
  ])('below %s, a comma may be a decimal sign', async (_, text) => {
    await expect(signal(text)).rejects.toThrow("the comma in '-10,327' may be a decimal sign or divide two columns");
    expect([...(await signal(text, { decimal: ',' })).samples]).toEqual([-10.327, -9.2, 3.25]);
    expect([...(await signal(text, { delimiter: ',' })).samples]).toEqual([-10, -9, 3]);
  });

  test('names below lines about the file are those of the columns; a table of names and numbers is no such line', async () => {
    const { samples, columns } = await signal('Device,X1\n\nt,U\n0,1.5\n1,2.5\n2,0.5\n');
    expect([...samples]).toEqual([1.5, 2.5, 0.5]);
    expect(columns!.names).toEqual(['t', 'U']);
    await expect(signal('A,1\nB,2\n\n3,4\n5,6\n')).rejects.toThrow('line 1: “A”');
  });

  const scope = (channels: string) =>
    `Model,MSO24\nFirmware Version,1.28.6\n\nWaveform Type,ANALOG\nHorizontal Scale,4e-05\nRecord Length,3\nProbe Attenuation,10\n,\n\nLabel,\nTIME,${channels}\n`;
  test.each([
    ['an oscilloscope', `${scope('CH1')}-2e-04,0.12\n-1.9e-04,-0.5\n-1.8e-04,0.25\n`, ['TIME', 'CH1']],
    [
      'one of several channels',
      `${scope('CH1,CH2')}-2e-04,0.12,1\n-1.9e-04,-0.5,2\n-1.8e-04,0.25,4\n`,
      ['TIME', 'CH1', 'CH2'],
    ],
    [
      'a bank',
      '"Girokonto";"DE12 3456"\n"Kontostand vom 31.01.2024:";"1.234,56 €"\n""\n"Buchungsdatum";"Empfänger";"Betrag (€)";"Referenz"\n' +
        '"31.01.24";"Strom";"0,12 €";""\n"30.01.24";"Ich";"-0,5 €";""\n"28.01.24";"Laden";"0,25 €";"M1"\n',
      ['Buchungsdatum', 'Empfänger', 'Betrag (€)', 'Referenz'],
    ],
    [
      'one that gives units below the names',
      'Serial,17\nRate,1000\nTime,U\ns,V\n0,0.12\n0.001,-0.5\n0.002,0.25\n',
      ['Time (s)', 'U (V)'],
    ],
  ])('what %s says with numbers above its names is no data', async (_, text, names) => {
    const { samples, columns } = await signal(text);
    expect([...samples]).toEqual([0.12, -0.5, 0.25]);
    expect(columns!.names).toEqual(names);
  });

  test('lines of a word and a number above numbers without names are told', async () => {
    await expect(signal('A,5\nB,6\n0,1.5\n1,2.5\n2,0.5\n')).rejects.toThrow('line 1: “A”');
  });

  test('what a statistics office says below its table is none of it', async () => {
    const text =
      'Jahr;Index\n2020;100,5\n2021;103,1\n2022;110,2\n__________\n© Statistisches Bundesamt, 2023\nStand: 01.02.2023\n';
    expect([...(await signal(text)).samples]).toEqual([100.5, 103.1, 110.2]);
  });

  test('a second measurement of LabVIEW below the first one is refused', async () => {
    const one = 'Channels\t1\n***End_of_Header***\nX_Value\tA\n0\t1\n0.1\t2\n0.3\t2\n';
    const text = `LabVIEW Measurement\t\nMulti_Headings\tYes\n***End_of_Header***\n${one}\n${one}`;
    await expect(signal(text)).rejects.toThrow('line 12: ');
  });

  test.each([
    [
      'of names, symbols and units below titles',
      'Format 2\nRun 1\nTime\tPosition\tVelocity\nt\tx\tv\ns\tm\tm/s\n\n0\t0.5\t0.1\n0.05\t0.7\t0.25\n0.1\t0.75\t0.3\n',
      ['Time (s)', 'Position (m)', 'Velocity (m/s)'],
      [0.5, 0.7, 0.75],
    ],
    [
      'below a title in its first cell',
      'masse_A\t\t\nt\tx\ty\n0\t5\t2\n3\t7\t5\n4\t3\t6\n',
      ['t', 'x', 'y'],
      [5, 7, 3],
    ],
    [
      'below a title, of two columns',
      '"Sample 1","",\n"Wavelength (nm)","Abs",\n800,0.1,\n799,0.4,\n798,0.2,\n',
      ['Wavelength (nm)', 'Abs'],
      [0.1, 0.4, 0.2],
    ],
    [
      'below a title beside the numbers',
      'Class 7a,,\nName,Test 1,Test 2\nAnna,12,15\nBen,9,11\n',
      ['Name', 'Test 1', 'Test 2'],
      [12, 9],
    ],
    [
      'of years below lines about the file',
      '"Source","Indicators",\n\n"Updated","2023-05-10",\n\n"Name","Code","2019","2020",\n"Aruba","ABW","1.5","2.5",\n"Chad","TCD","4.5","5.5",\n',
      ['Name', 'Code', '2019', '2020'],
      [1.5, 4.5],
    ],
    [
      'by what its rows are',
      'Long Name\tTime\tVoltage\nUnits\ts\tmV\nComments\t\trun 1\n\t0\t1.5\n\t0.1\t2.5\n\t0.2\t-1\n',
      ['', 'Time (s)', 'Voltage (mV)'],
      [1.5, 2.5, -1],
    ],
    [
      'in single quotation marks',
      "'Elapsed time','MLII','V1'\n'hh:mm:ss.mmm','mV','mV'\n'0:00.000',-0.145,-0.065\n'0:00.003',-0.155,-0.075\n",
      ['Elapsed time (hh:mm:ss.mmm)', 'MLII (mV)', 'V1 (mV)'],
      [-0.145, -0.155],
    ],
    ['in a comment', '# t x\n0 5\n1 6\n2 8\n', ['t', 'x'], [5, 6, 8]],
    ['of a sign alone', 'Monat;%\nJan;1,5\nFeb;2,5\nMrz;0,5\n', ['Monat', '%'], [1.5, 2.5, 0.5]],
    ['of a currency alone', 'Monat;€\nJan;1,5\nFeb;2,5\nMrz;0,5\n', ['Monat', '€'], [1.5, 2.5, 0.5]],
    [
      'with signs alone among words',
      'Year\tPop.\t±%\n1900\t2000\t+1.0%\n1910\t2200\t+10.0%\n1920\t2100\t−4.5%\n',
      ['Year', 'Pop.', '±%'],
      [2000, 2200, 2100],
    ],
    [
      'above units, one of which is a sign',
      'T,p,Y\n(°C),(bar),(%)\n20,1.5,30\n21,1.6,35\n25,1.7,20\n',
      ['T (°C)', 'p (bar)', 'Y (%)'],
      [20, 21, 25],
    ],
    ['in a comment, with units', '# t (s), U (V)\n0,5.5\n1,6\n2,8\n', ['t (s)', 'U (V)'], [5.5, 6, 8]],
    ['not in a comment further up', '# t x\n\n0 5\n1 6\n2 8\n', ['', ''], [5, 6, 8]],
    ['not in a sentence', '# measured in Bern\n0 5 1\n1 6 1\n2 8 1\n', ['', '', ''], [5, 6, 8]],
    ['of years in the first line', 'Country,2000,2001\nA,1.5,2\nB,2,3\n', ['Country', '2000', '2001'], [1.5, 2]],
  ])('a header %s names the columns', async (_, text, names, expected) => {
    const { samples, columns } = await signal(text);
    expect(columns!.names).toEqual(names);
    expect([...samples]).toEqual(expected);
  });

  test.each([
    [
      'years behind “year” alone',
      'Jahr;2000;2001\nA;1,5;2\nB;2;3\n',
      'the first line has 2000, 2001, which may be names',
    ],
    ['a table on its side', 't,0,1,2,3\nU,1.5,2.5,-1,4\n', "each line begins with a name, 't' the first"],
    ['a time in words among hours', 'who,sleep\na,7h\nb,8h\nc,6h30\nd,7h\n', 'line 4: “6h30” is not a finite number'],
    ['a word beyond the range below a gap', 'x,y\nAnna,\nBen,OVER\nCem,3\nDan,4\n', 'line'],
  ])('%s is asked about', async (_, text, words) => {
    await expect(signal(text)).rejects.toThrow(words);
  });

  test('an amount of money is no head, nor are signs that may stand for no value', async () => {
    await expect(signal('$1\n2\n3\n')).rejects.toThrow('line 1: “$1” is not a finite number');
    await expect(signal('x,y\n***,1\n2,5\n3,7\n')).rejects.toThrow('line 2: “***” is not a finite number');
  });

  test('a table of points on its side is refused', async () => {
    const file = Object.assign(new Blob(['x,1,2,3\ny,2,3.5,1\n']), { name: 'p.csv' });
    await expect(readRegression([file], { mostRows: 10, mostFeatures: 1 })).rejects.toThrow(
      'the table lies on its side',
    );
  });
});
