import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseRatings } from '../ratings/parse';
import type { ColumnMapping } from '../ratings/source';
import { readSignal, type ReadOptions } from '../signal/read-signal';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isLittle = true) => {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [...`\ufeff${text}`].forEach((letter, i) => view.setUint16(2 * i, letter.charCodeAt(0), isLittle));
  return new Uint8Array(view.buffer);
};
const unmarked = (text: string, isLittle: boolean) => utf16(text, isLittle).slice(2);
/** An oscilloscope's file: settings in the first two columns, time and volts in the fourth and fifth. */
const tektronix = (values: readonly number[]) => {
  const settings = [
    'Record Length,2.5e+03',
    'Sample Interval,4.0e-06',
    'Trigger Point,1.25e+03',
    ',',
    ',',
    ',',
    'Source,CH1',
  ];
  return values.map((value, i) => `${settings[i] ?? ','},,${(i - 2) / 250_000},  ${value},\r\n`).join('');
};
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

const signal = (file: string | Uint8Array, options: Partial<ReadOptions> = {}) =>
  readSignal(new Blob([file as BlobPart]), { most: 2 ** 24, ...options });
const ratings = (file: string | Uint8Array, columns?: ColumnMapping) =>
  parseRatings(new Blob([file as BlobPart]).stream(), { columns });

describe('a signal', () => {
  test.each<[string, string | Uint8Array, number[]]>([
    ['a header of one word above decimal commas', 'Wert\n1,5\n2,25\n3,75\n-0,5\n', [1.5, 2.25, 3.75, -0.5]],
    ['decimal commas and whole numbers', '1,5\n2\n3,75\n', [1.5, 2, 3.75]],
    ['a header with a unit above the same', 'U in V\n10,5\n2\n', [10.5, 2]],
    ['thousands beyond doubt', '1,000\n1,000,000\n999\n', [1000, 1000000, 999]],
    ['thousands of India', 'Amount\n1,00,000\n2,500\n12,34,567.50\n', [100000, 2500, 1234567.5]],
    ['the same in quotation marks', '"1,00,000","a"\n"2,50,000","b"\n', [100000, 250000]],
    ['the same between tabs', 'a\tb\n1,00,000\tx\n2,50,000.50\ty\n', [100000, 250000.5]],
    ['the same between semicolons', 'a;b\n1,00,000;x\n2,000;y\n', [100000, 2000]],
    ['thousands and decimals', 'x\ty\n1,234.5\ta\n2\tb\n1,000\tc\n', [1234.5, 2, 1000]],
    ['blanks between thousands', 'x;y\n1 000,5;a\n2 000;b\n', [1000.5, 2000]],
    [
      'a second header row, of units',
      'x-axis,1\nsecond,Volt\n-2.0E-03,+4.5E+00\n-1.0E-03,+4.25E+00\n0.0E+00,-1.0E+00\n',
      [4.5, 4.25, -1],
    ],
    [
      'lines of # and a header',
      '#Scope Acquisition\n#Device Name: X1\n#Date Time: 2020-01-01 00:00:00\n\nTime (s),Channel 1 (V)\n-0.001,0.5\n0,0.25\n0.001,-0.125\n',
      [0.5, 0.25, -0.125],
    ],
    ['a lone number in a comment', '# 44100\n0.5\n0.25\n', [0.5, 0.25]],
    ['comments of gnuplot, in the middle too', '# t x\n0 5\n1 6\n# pause\n2 8\n', [5, 6, 8]],
    ['sep=;', 'sep=;\r\nt;x\r\n0;1,5\r\n1;2,25\r\n2;-0,5\r\n', [1.5, 2.25, -0.5]],
    ['sep=, in quotation marks', '"sep=,"\r\nx,y\r\n1.5,a\r\n2,b\r\n', [1.5, 2]],
    ['one row with commas', '0.5, 1.5, 2.5, 3.5, -4\n', [0.5, 1.5, 2.5, 3.5, -4]],
    ['one row with blanks', '0.5 1.5  2.5 3.5 -4', [0.5, 1.5, 2.5, 3.5, -4]],
    ['one row with tabs', '1\t2\t3\r\n', [1, 2, 3]],
    ['one row with semicolons and decimal commas', '1,5;2;3,25', [1.5, 2, 3.25]],
    ['a gap in the first column, another is whole', 'id,temp\n1,20\n,21\n3,22.5\n', [20, 21, 22.5]],
    ['time, then the value', 'time,value\n0,5\n1,3\n2,4\n', [5, 3, 4]],
    ['an even rise without a name', '0.0 3\n0.1 1\n0.2 4\n0.3 1\n', [3, 1, 4, 1]],
    ['windows-1252', latin1('Zeit;T in \xb0C\r\n0;20,5\r\n1;21\r\n2;21,75\r\n'), [20.5, 21, 21.75]],
    ['windows-1252 in the body', latin1('Ort;T\n\xd6sterreich;20,5\nBern;21\n'), [20.5, 21]],
    ['UTF-16, little end first', utf16('t\tx\n0\t20,5\n1\t21\n2\t2\n'), [20.5, 21, 2]],
    ['UTF-16, big end first', utf16('t\tx\n0\t20.5\n1\t21\n2\t2\n', false), [20.5, 21, 2]],
    ['a comma at the end of each line', '1,\n2.5,\n3,\n', [1, 2.5, 3]],
    ['the same without decimals', '1,\n2,\n3,\n', [1, 2, 3]],
    ['R’s names of rows, above two of them', '"","t","v"\n"1",0,1.5\n"2",1,2.5\n', [1.5, 2.5]],
    ['an inch sign in a cell', 'x,size\n1.5,5" pipe\n2,6"\n', [1.5, 2]],
    ['an inch sign in the header', 'x,5" pipe\n1.5,2\n2,7\n', [1.5, 2]],
    ['thousands with points', '1.000,5;a\n2;b', [1000.5, 2]],
    ['quoted decimal commas between commas', '"x","y"\n"1,5","a"\n"2,25","b"\n', [1.5, 2.25]],
    ['a delimiter at the end of each line', '1.5;a;\n2;b;\n', [1.5, 2]],
    ['gzip', gzipSync('1.5\n2\n'), [1.5, 2]],
    ['UTF-16 without a mark', unmarked('t;x\n0;20,5\n1;21\n2;2\n', true), [20.5, 21, 2]],
    ['UTF-16 without a mark, big end first', unmarked('t;x\n0;20,5\n1;21\n2;2\n', false), [20.5, 21, 2]],
    ['units in its cells', 't,U\n0 s,1.5 V\n1 s,-2 V\n2 s,0.5 V\n', [1.5, -2, 0.5]],
    ['units and a word for time that counts', 'time,value\n0,1.5V\n1,2V\n2,0.5V\n', [1.5, 2, 0.5]],
    ['units and decimal commas', 't;T\n0;20,5 °C\n1;21 °C\n2;1.020,5 °C\n', [20.5, 21, 1020.5]],
    ['percentages', 'n,share\n1,5%\n2,6.5 %\n3,4%\n', [5, 6.5, 4]],
    ['amounts of money', 'n\tprice\n1\t$5.00\n2\t-$6.50\n3\t$1,000.25\n', [5, -6.5, 1000.25]],
    ['amounts with a currency’s code', 't;a\n0;EUR 12,50\n1;EUR 1.013,50\n2;EUR 1,50\n', [12.5, 1013.5, 1.5]],
    ['units alone', '1.5 V\n2 V\n0.5 V\n', [1.5, 2, 0.5]],
    [
      'an oscilloscope’s settings beside the values',
      tektronix([1.5, 2, 0.5, 0.25, -1, 3, 2, 1]),
      [1.5, 2, 0.5, 0.25, -1, 3, 2, 1],
    ],
    ['a total at the end', 'x,y\n1,2\n2,3\n3,5\nTotal,10\n', [2, 3, 5]],
    ['a sum below a word', 'name;b\nx;1\ny;3\nSumme;4\n', [1, 3]],
    ['a mean and a deviation', 't;a\n0;1,5\n1;2,5\n\nMittelwert;2\nStdAbw;0,7\n', [1.5, 2.5]],
    ['a total behind the number of its row', 'nr,k,v\n1,A,1\n2,B,2\n3,Total,3\n', [1, 2]],
    ['the largest and the least at the end', ';x;y\nA;1,5;2\nB;2,5;3\nC;3,5;5\nMax;3,5;5\nMin;1,5;2\n', [2, 3, 5]],
    ['a total marked behind its numbers', 'x,y,note\n1.5,2,\n3,3,\n3.5,5,\n8,10,total\n', [1.5, 3, 3.5]],
    ['the same without a header, between blanks', '1.5 2 a\n3 3 b\n3.5 5 c\n8 10 Total\n', [1.5, 3, 3.5]],
    ['a word for a sum in every row', 'x,kind\n1.5,part\n3,total\n2,total\n', [1.5, 3, 2]],
    ['a total with a remark', 'k,v\nA,1\nB,2\nTotal (2 items),3\n', [1, 2]],
    ['a count', 'k,v\nA,1\nB,5\nCount,2\n', [1, 5]],
    ['one year and more', 'k,age\nA,12 years\nB,13 years\nC,1 year\n', [12, 13, 1]],
    ['a total far down', `k,a\n${'x,1\n'.repeat(30_000)}"Total","30000"\n`, Array<number>(30_000).fill(1)],
    ['names of several words between blanks', 'Time (s)  Voltage (V)\n0.5 1.5\n2.5 3\n', [1.5, 3]],
    ['a delimiter at the end of its rows alone', 'a;b\n1;2;\n2;7;\n4;5;\n', [1, 2, 4]],
    ['R’s quoted numbers of rows between semicolons', '"v";"w"\n"1";5;2\n"2";7;3\n', [5, 7]],
    ['R’s names of rows between tabs', 'v\tw\nMazda RX4\t5\t2\nDatsun\t7\t3\n', [5, 7]],
    ['names that sums and people have', 'name,a\nSumner,1\nMax,2\n', [1, 2]],
    [
      'an oscilloscope’s units',
      'X,CH1,Start,Increment,\nSequence,Volt,-6e-04,1e-06\n0,0.5,,\n1,0.25,,\n2,-1,,\n',
      [0.5, 0.25, -1],
    ],
    ['Weka’s ARFF', '@relation r\n@attribute a numeric\n@attribute b numeric\n@data\n1,2\n3,4\n2,1\n', [1, 3, 2]],
    [
      'a number sign over its rows',
      '"Plot 1"\n"#","Date","T"\n1,01/01/24 10:00:00 AM,20.5\n2,01/01/24 10:01:00 AM,7\n',
      [20.5, 7],
    ],
    ['a Matrix Market array', '%%MatrixMarket matrix array real general\n% made up\n3 1\n0.5\n2\n-1\n', [0.5, 2, -1]],
    ['lines above its header', 'Device: X\nSerial: 12\n\nt,x\n0,1\n1,5\n2,3\n', [1, 5, 3]],
    ['a title above its header', 'Run 7\nt,x\n0,1\n1,5\n2,3\n', [1, 5, 3]],
    ['exponents of Fortran', ' 0.15D+01 a\n -2.25d-01 b\n 3D0 c\n', [1.5, -0.225, 3]],
    ['dates with blanks between', '2024-01-01 12:00 1.5\n2024-01-01 13:00 2\n', [1.5, 2]],
  ])('with %s is read', async (_, file, expected) => {
    expect([...(await signal(file)).samples]).toEqual(expected);
  });

  test.each<[string, string, string]>([
    [
      'decimal commas or two columns',
      '1,5\n2,25\n3,75\n-0,5\n',
      "the comma in '1,5' may be a decimal sign or divide two columns",
    ],
    [
      'thousands or decimals',
      'count\tname\n998\ta\n999\tb\n1,000\tc\n1,001\td\n',
      "the comma in '1,000' may be a decimal sign or group thousands",
    ],
    ['thousands of India or columns', '1,00,000\n2,50,000\n', "the commas in '1,00,000' may group thousands"],
    ['the same in one column', '998\n1,000\n', "the comma in '1,000' may be a decimal sign or group thousands"],
    ['points among whole numbers', '998\n1.000\n', "the point in '1.000' may be a decimal sign or group thousands"],
    ['points between semicolons', '1.250;a\n2.500;b\n', "the point in '1.250'"],
    ['the same before a comma at the end', '1,5,\n2,25,\n', "the comma in '2,25' may be"],
    ['a number behind a word', 'Area 51,5\nZone 12,3\n', "the comma in '51,5'"],
    ['thousands or two columns', '1 000\n2 000\n', "the blank in '1 000'"],
    ['both decimal signs', 'x;y\n1,5;a\n2.25;b\n', "'2.25' has a decimal point and '1,5' a decimal comma"],
    ['a currency first', '$1\n2\n3\n', 'line 1: “$1” is not a finite number'],
    ['a percentage first', '5 %\n6\n7\n', 'line 1: “5 %”'],
    ['a row longer than the others', 'x,y\n1,2\n1,2\n1,2,3\n', 'line 4: there are 3 columns'],
    ['a comma far down', `${'1\tx\n'.repeat(20_000)}1,000\tx\n`, 'line 20\u202f001: “1,000” is written differently'],
    ['a gap in one row', '1,,2,3\n', 'number 2: nothing is there'],
    ['text after a quotation', '"a" b,1\n"c",2\n', 'goes on after its closing quotation mark'],
    ['a picture', '\x89PNG\r\n', 'no column of numbers'],
    [
      'units of two sizes',
      't,U\n0,500 mV\n1,1.5 V\n2,2 V\n',
      'line 2: “500 mV” has another unit than most cells of its column, which have V',
    ],
    [
      'one unit of another size among the first',
      'x,y\n1.5 m,2.5\n25 cm,3.5\n3.5 m,5\n4.5 m,6\n',
      'line 3: “25 cm” has another unit than most cells of its column, which have m',
    ],
    ['a letter for a digit', 'x\n1.5\n2.O\n3.5\n', 'line 3: “2.O” is not a finite number'],
    [
      'units of two sizes far down',
      `t,U\n${'0,1 V\n'.repeat(30_000)}0,3 mV\n`,
      'line 30\u202f002: “3 mV” has another unit',
    ],
    ['units of two sizes between blanks', '500 mV\n1.5 V\n', 'line 2: “1.5 V” has another unit'],
    [
      'units of two sizes in a column of their own',
      'n,U,unit\n1,500,mV\n2,1.5,V\n3,2,V\n',
      'line 2: “500 mV” has another unit than most cells of its column, which have V',
    ],
    [
      'a cell without the unit',
      'n,U\n1,2 V\n2,3 V\n3,4\n',
      'line 4: “4” has no unit, but most cells of its column have V',
    ],
    [
      'values that are no numbers beside the time',
      't,c\n0,0.5±0.1\n1,0.6±0.1\n2,0.7±0.1\n',
      't counts the rows or tells the time; c has “0.5±0.1”',
    ],
    ['a short row and no header', '1,2,3\n2,5\n3,7,8\n', "line 2: there are 2 columns, '2,5'; there should be 3"],
    ['a short row between blanks', 'a b c\n1 2 3\n4 5\n6 7 8\n', 'line 3: there are 2 columns'],
    ['a short row first', '1,2\n2,5,6\n3,7,8\n4,9,1\n', "line 1: there are 2 columns, '1,2'; there should be 3"],
    [
      'years above the numbers',
      'Country,2000,2001\nA,1.5,2\nB,2,3\n',
      'the first line has 2000, 2001, which may be names',
    ],
    ['subtotals', 'k,a\nx,1\ny,2\nSubtotal,3\nz,4\nTotal,7\n', "line 4: 'Subtotal' seems to sum up other lines"],
    [
      'what pandas describes',
      '         x    y\ncount  4.0  4.0\nmean   3.0  4.5\nstd    1.3  1.4\nmin    1.5  2.5\n50%    3.0  4.0\nmax    4.5  5.5\n',
      "line 2: 'count' seems to sum up other lines",
    ],
    [
      'the same as a table',
      ',x\ncount,4\nmean,3\nstd,1.3\nmin,1.5\nmax,4.5\n',
      "line 2: 'count' seems to sum up other lines",
    ],
    ['a total first', 'k,a\nTotal,3\nx,1\ny,2\n', "line 2: 'Total' seems to sum up other lines"],
    ['a sum without a name', 'k,a\nx,1.5\ny,2\n,3.5\n', "line 4: '3.5' seems to sum up other lines"],
    ...[
      ['decimal commas between commas', 't,temp\n0,21,5\n1,21,7\n2,21,9\n', 1, 2, 3],
      ['decimal commas in both columns', 'Made up\nx,y\n1,5,2,5\n2,5,3,5\n', 2, 2, 4],
      ['decimal commas behind cities', 'city,people,y\nBerlin,3,769,5\nParis,2,161,4\n', 1, 3, 4],
      ['titles with a comma', 'user,movie,stars\n1,Up, up,4\n2,Emma, 1996,5\n', 1, 3, 4],
      ['decimal commas and row numbers as R quotes them', '"t"\n"0",5\n"1",7\n', 1, 1, 2],
      ['a name too many', 'a,b,c,y\n1,2,3\n2,3,4\n3,5,6\n', 1, 4, 3],
    ].map(([name, file, line, names, cells]): [string, string, string] => [
      `another number of names than of cells: ${name}`,
      `${file}`,
      `line ${line}: the header has ${names} ${names === 1 ? 'name' : 'names'}, but the lines after it have ${cells} cells; if a comma is a decimal sign`,
    ]),
    [
      'a column without a name at the end',
      'a;b\n5;1;7\n6;2;8\n',
      'the header has 2 names, but the lines after it have 3',
    ],
    [
      'a row number that may be a value',
      'a;b\n0;1;7\n1;2;8\n',
      'the header has 2 names, but the lines after it have 3',
    ],
    [
      'a sentence above the numbers',
      'Seen by two of us\n0 5\n1 6\n',
      'the header has 5 names, but the lines after it have 2',
    ],
    ['a word below the names', 'name,a\nx,good\ny,4\nz,5\nw,3\n', 'line 2: “good” is not a finite number'],
  ])('with %s is asked about', async (_, file, words) => {
    await expect(signal(file)).rejects.toThrow(words);
  });

  test.each<[string, string, Partial<ReadOptions>, number[]]>([
    ['decimal commas', '1,5\n2,25\n', { decimal: ',' }, [1.5, 2.25]],
    ['two columns', '1,5\n2,25\n', { delimiter: ',', column: 1 }, [5, 25]],
    ['thousands', 'count\tname\n998\ta\n1,000\tc\n', { decimal: '.' }, [998, 1000]],
    ['decimals', 'count\tname\n998\ta\n1,000\tc\n', { decimal: ',' }, [998, 1]],
    ['another column', 'a,b\n1,4\n3,5\n', { column: 1 }, [4, 5]],
    ['a sentence above the numbers', 'Seen by two of us\n0 5\n1 6\n2 4\n', { header: 1 }, [5, 6, 4]],
    ['years as names', 'Country,2000,2001\nA,1.5,2\nB,2,3\n', { header: 1, column: 2 }, [2, 3]],
    ['no header', 'year,2019\na,5\n', { header: 0, column: 1 }, [2019, 5]],
    ['a longer header', '1\n2\n3\n4\n', { header: 2 }, [3, 4]],
  ])('is read as a person says: %s', async (_, file, options, expected) => {
    expect([...(await signal(file, options)).samples]).toEqual(expected);
  });
});

describe('ratings', () => {
  /** Users, items, ratings. */
  const sizes = async (file: string | Uint8Array, columns?: ColumnMapping) => {
    const { rows, columns: items, values } = await ratings(file, columns);
    return [rows, items, [...values]] as const;
  };
  const small = '1\t31\t2.5\n1\t1029\t3\n2\t31\t4\n3\t10\t0.5\n';

  test.each<[string, string | Uint8Array, number, number, number[]]>([
    [
      "R's header, one cell short",
      '"userId" "movieId" "rating"\n"1" 1 31 2.5\n"2" 1 1029 3\n"3" 2 31 4\n"4" 3 10 0.5\n',
      3,
      3,
      [2.5, 3, 4, 0.5],
    ],
    [
      'the same with commas',
      '"userId","movieId","rating"\n"1",1,31,2.5\n"2",1,1029,3\n"3",2,31,4\n',
      2,
      2,
      [2.5, 3, 4],
    ],
    [
      'tabs and a cell that begins with a quotation mark',
      'userId\tmovieId\trating\ttag\n1\t10\t5\t"great\n2\t10\t4\tok\n3\t20\t3\t"bad\n4\t20\t2\tfine\n1\t20\t1\tend\n',
      4,
      2,
      [5, 4, 3, 2, 1],
    ],
    [
      'KONECT',
      '% bip weighted\n% 6 3 3\n1 1 5 1000000000\n1 2 3 1000000001\n2 1 4 1000000002\n2 3 2 1000000003\n3 2 1 1000000004\n3 3 5 1000000005\n',
      3,
      3,
      [5, 3, 4, 2, 1, 5],
    ],
    [
      'Matrix Market',
      '%%MatrixMarket matrix coordinate real general\n% made up\n3 3 4\n1 1 5\n2 3 4\n3 1 3\n1 2 1\n',
      3,
      3,
      [5, 4, 3, 1],
    ],
    [
      'ids that go on as words',
      'UA,5555991584,5.0,1000000000\nUB,5555991584,4.0,1000000001\nUA,B0000ZZZZ1,3.0,1000000002\nUC,B0000ZZZZ2,2.0,1000000003\n',
      3,
      3,
      [5, 4, 3, 2],
    ],
    [
      'ids that begin small',
      'user,item,rating\n1,1558746218,5\n2,1558746218,4\n1,034545104X,3\n3,B0000ZZZZ2,2\n',
      3,
      3,
      [5, 4, 3, 2],
    ],
    [
      'ids of 17 digits',
      'user,item,rating\n10000000000000001,1,5\n10000000000000002,1,4\n10000000000000003,2,3\n10000000000000003,3,2\n',
      3,
      3,
      [5, 4, 3, 2],
    ],
    [
      'words far down among ids',
      `${Array.from({ length: 9000 }, (_, i) => `${i},${i % 7},3`).join('\n')}\nx,0,4\n`,
      9001,
      7,
      [...Array<number>(9000).fill(3), 4],
    ],
    [
      'several blanks between columns',
      ' 1    31   2.5\n 1  1029   3\n 2    31   4\n 3    10   0.5\n',
      3,
      3,
      [2.5, 3, 4, 0.5],
    ],
    [
      'gzip of two members',
      joined(gzipSync('1\t31\t2.5\n1\t1029\t3\n'), gzipSync('2\t31\t4\n3\t10\t0.5\n')),
      3,
      3,
      [2.5, 3, 4, 0.5],
    ],
    ['gzip with padding', joined(gzipSync(small), new Uint8Array(500)), 3, 3, [2.5, 3, 4, 0.5]],
    [
      'gzip of many members',
      joined(
        ...small
          .trim()
          .split('\n')
          .map((line) => gzipSync(`${line}\n`)),
      ),
      3,
      3,
      [2.5, 3, 4, 0.5],
    ],
    ['UTF-16', utf16(small.replaceAll('\t', ',')), 3, 3, [2.5, 3, 4, 0.5]],
    ['windows-1252', latin1('user,item,rating\nJos\xe9,x,2\nAnna,x,3\nJos\xe9,y,4\n'), 2, 2, [2, 3, 4]],
    [
      'Book-Crossing',
      '"User-ID";"ISBN";"Book-Rating"\r\n"11";"034545104X";"0"\r\n"11";"0155061224";"5"\r\n"12";"034545104X";"8"\r\n"13";"BM-i 1";"10"\r\n',
      3,
      3,
      [0, 5, 8, 10],
    ],
    ['one letter for each name', 'u;i;r\n1;1;2,5\n1;2;3\n2;1;4\n', 2, 2, [2.5, 3, 4]],
    ['sep= and decimal commas', 'sep=;\nuser;item;rating\n1;1;2,5\n1;2;3\n2;1;4\n', 2, 2, [2.5, 3, 4]],
    ['a total at the end', 'user,item,rating\n1,1,2.5\n1,2,3\n2,1,4\nTotal,,9.5\n', 2, 2, [2.5, 3, 4]],
    ['semicolons and thousands', 'user;item;value\n1;1;1.250,5\n1;2;3\n2;1;1.000\n', 2, 2, [1250.5, 3, 1000]],
  ])('with %s are read', async (_, file, users, items, values) => {
    expect(await sizes(file)).toEqual([users, items, values]);
  });

  const jester = '4,-7.82,8.79,-9.66,99,-8.16\n3,4.08,-0.29,99,6.36,99\n5,-2.5,1.25,3,0.5,-9\n';
  test.each<[string, string, string]>([
    ['a matrix or triplets', jester, 'these columns may be a matrix'],
    ['a matrix of three columns', '1.5,2,3\n4,5,1\n', 'these columns may be a matrix'],
    [
      'a header with a name too few',
      'user,item,rating\n5,7,3,x\n9,8,4,y\n',
      'the header has 3 names, but the lines after it have 4 cells',
    ],
    ['thousands or decimals', 'user;item;rating\n1;1;1,250\n1;2;3\n2;1;4\n', "the comma in '1,250'"],
    ['a web page', '<!doctype html><title>x</title>', 'this is a web page'],
    ['a row too long', 'user,item,rating\n1,1,3\n1,2,4\n2,1,3,5\n', 'line 4: there are 4 columns'],
    [
      'a comma too many in the first row',
      'user,item,rating\nanna,Heat, The,5\nbob,Alien,4\nanna,Alien,3\n',
      "line 2: there are 4 columns, 'anna,Heat, The,5'",
    ],
    ['a comma too many and no header', 'anna,Heat, The,5\nbob,Alien,4\nanna,Alien,3\n', 'line 1: there are 4 columns'],
    [
      'a word for the first rating',
      'user,item,rating\nanna,x,good\nbob,x,4\nanna,y,5\nbob,y,3\n',
      "line 2: the rating is 'good'",
    ],
    ['words for all ratings', 'user,item,rating\nanna,x,good\nbob,x,bad\nanna,y,ok\n', "line 2: the rating is 'good'"],
    [
      'a cell missing between blanks',
      '1 10 5 88\n2 4 88\n1 20 3 89\n',
      "line 2: there are 3 columns, '2 4 88'; there should be 4",
    ],
    [
      'a pattern of Matrix Market',
      '%%MatrixMarket matrix coordinate pattern general\n2 2 2\n1 1\n2 2\n',
      'coordinate pattern general',
    ],
  ])('with %s are asked about', async (_, file, words) => {
    await expect(sizes(file)).rejects.toThrow(words);
  });

  test('are a matrix once a person says so', async () => {
    const said = { matrix: true, none: 99 };
    const matrix = await ratings(jester, said);
    expect([matrix.rows, matrix.columns, matrix.values.length]).toEqual([3, 5, 12]);
    expect(await sizes('name;A;B\nx;1,5;\ny;NA;2\n', { matrix: true })).toEqual([2, 2, [1.5, 2]]);
    const { userIds, itemIds } = await ratings(' A B C\nx 1 2 3\ny 4 5 NA\n', { matrix: true });
    expect([userIds, itemIds]).toEqual([
      ['x', 'y'],
      ['A', 'B', 'C'],
    ]);
  });
});

test('how a file was read is said in one line', async () => {
  const { reading } = await signal('sep=;\nt;x;y\n0;1,5;a\n1;2,25;b\n2;-0,5;c\n');
  const { inEnglish } = await import('../../messages');
  expect(inEnglish(reading!)).toBe('semicolons, decimal commas, 3 columns, one header line; value from x');
  const totals = await signal('t,x\n0,1 V\n1,5 V\n2,3 V\nTotal,9 V\nMean,3 V\n');
  expect(inEnglish(totals.reading!)).toBe(
    "commas, 2 columns, one header line, without the last 2 lines, from 'Total,9 V'; value from x (V)",
  );
});
