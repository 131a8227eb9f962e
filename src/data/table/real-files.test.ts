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
const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => `${i},${i % 7}\n`).join('');
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
    ['one row in quotation marks', '"1,234.5","2,345.5","3,100.0"\n', [1234.5, 2345.5, 3100]],
    ['one row with double colons', '1::2.5::3', [1, 2.5, 3]],
    ['a minus behind amounts', 'Betrag\n12,50-\n1.234,00\n1 234,25-\n', [-12.5, 1234, -1234.25]],
    ['a minus behind amounts with points', 'a,b\n1,12.5-\n2,3\n3,0.25-\n', [-12.5, 3, -0.25]],
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
    ['a mean and a deviation in short', 'n;v\n1;1,5\n2;2,5\nMW;2\nStabw;0,7\n', [1.5, 2.5]],
    ['a last number after a blank line that is no mean', '1.5\n2.5\n-1\n7\n\n2.6\n', [1.5, 2.5, -1, 7, 2.6]],
    ['runs of two lengths', 't1,a,t2,b\n0,5,0,7\n1,3,1,8\n2,4,,\n', [5, 3, 4]],
    ['years that begin again', 'Entity,Year,v\nA,1950,5\nA,1951,3\nA,1952,4\nB,1950,2\n', [5, 3, 4, 2]],
    ['the same without a header', '1950 0.5\n1951 0.2\n1952 0.7\n1950 1.5\n', [0.5, 0.2, 0.7, 1.5]],
    ['a dash for a minus', 't,x\n0,−1.5\n1,–2.5\n2,–.5\n', [-1.5, -2.5, -0.5]],
    ['the same before a unit', 't,x\n0,–1.5 V\n1,2.5 V\n', [-1.5, 2.5]],
    ['rounds by a name of one’s own', 'who;x;v\na;1;5\na;2;7\na;3;6\nb;1;5\nb;2;8\n', [5, 7, 6, 5, 8]],
    [
      'a station in every row',
      'STATIONS_ID;MESS_DATUM;QN_9;TT\n433;20230501;3;12.5\n433;20230502;3;11\n433;20230503;3;9\n',
      [12.5, 11, 9],
    ],
    ['wavelengths without a name', '339.61\t512.5\n340.0\t520\n340.4\t498\n', [512.5, 520, 498]],
    ['a switch beside a signal', 'a;b\n0;5\n1;7\n0;6\n1;3\n', [0, 1, 0, 1]],
    ['trials by their number', 'Name,Trial 1,Trial 2\nA,5,6\nB,3,4\nC,7,1\n', [5, 3, 7]],
    [
      'hours beside the day',
      'Timestamp,hour\n5/4/2023 10:11:12,1.5\n5/4/2023 10:12:12,3\n5/4/2023 10:14:12,2\n',
      [1.5, 3, 2],
    ],
    ['a sum below a word', 'name;b\nx;1\ny;3\nSumme;4\n', [1, 3]],
    ['hours with a decimal comma', 'Uhrzeit;Pegel\n12,00;2,5\n12,30;2,6\n13,00;2,75\n', [2.5, 2.6, 2.75]],
    ['hours in Chinese', '时间,水位\n12.00,2.5\n12.30,2.6\n13.00,2.75\n', [2.5, 2.6, 2.75]],
    ['a sum as Excel’s pivot tables call it in German', 'Ort;m\nA;1\nB;3\nGesamtergebnis;4\n', [1, 3]],
    ['a sum in French', 'lieu;m\nA;1\nB;3\nTotal général;4\n', [1, 3]],
    ['a sum in Russian', 'город;m\nA;1\nB;3\nИтого;4\n', [1, 3]],
    ['a sum in Japanese', 'n\tm\nA\t1\nB\t3\n合計\t4\n', [1, 3]],
    ['a sum by its sign', 'n;m\nA;1\nB;3\nΣ;4\n', [1, 3]],
    ['a mean by its sign', 'n;m\nA;1\nB;3\nØ;2\n', [1, 3]],
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
    ['thousands written as k', '1.2k\n3.4k\n0.98k\n', [1200, 3400, 980]],
    ['the same, each rounded once', 'views\n1.005k\n4.35 k\n1.1k\n', [1005, 4350, 1100]],
    ['powers of ten of several sizes, and none', '1.2K\n3.4M\n980\n', [1200, 3.4e6, 980]],
    ['the same in words, between semicolons', 't;v\n0;1,5 Mio\n1;2,25 Mrd\n2;3 Mio\n', [1.5e6, 2.25e9, 3e6]],
    ['those of German, thousands among them', 'Jahr;v\n2000;1,2 Mio\n2001;950 Tsd\n2002;2 Mrd\n', [1.2e6, 950e3, 2e9]],
    ['kelvins behind a blank', '293 K\n295 K\n294.5 K\n', [293, 295, 294.5]],
    ['kelvins by their name', 'T (K)\n293K\n295K\n294.5K\n', [293, 295, 294.5]],
    ['percentages alone', '40%\n41.5%\n39%\n', [40, 41.5, 39]],
    ['percentages behind a blank', '40 %\n41.5 %\n39 %\n', [40, 41.5, 39]],
    ['numbers and letters between blanks', '5 A\n6 B\n7 C\n', [5, 6, 7]],
    ['two blank lines between single numbers', '1\n\n\n2\n\n\n3\n', [1, 2, 3]],
    ['two blank lines above its header', 'Device: X\nSerial: 12\n\n\nt,x\n0,1\n1,5\n2,3\n\n\n', [1, 5, 3]],
    ['a number among remarks', 't,note,v\n0,a,5\n1,b,6\n2,7,4\n3,c,3\n4,d,9\n5,e,2\n', [5, 6, 4, 3, 9, 2]],
    ['a name like an image’s', 'P1\n1\n5\n2\n', [1, 5, 2]],
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
    ['a gap between double colons', '1::2::::3\n', 'number 3: nothing is there'],
    ['a minus behind marks', '2-\n3\n1\n', 'line 1: “2-” is not a finite number'],
    ['decimal commas, and others between', '1,5, 2,5\n3, 4,5\n', "the comma in '4,5' may be a decimal sign"],
    ['a gap in one row', '1,,2,3\n', 'number 2: nothing is there'],
    ['text after a quotation', '"a" b,1\n"c",2\n', 'goes on after its closing quotation mark'],
    ['a picture', '\x89PNG\r\n', 'no column of numbers'],
    [
      'units of two sizes',
      't,U\n0,500 mV\n1,1.5 V\n2,2 V\n',
      'line 2: “500 mV” has another unit than others of its column, which have V',
    ],
    [
      'one unit of another size among the first',
      'x,y\n1.5 m,2.5\n25 cm,3.5\n3.5 m,5\n4.5 m,6\n',
      'line 3: “25 cm” has another unit than others of its column, which have m',
    ],
    [
      'units that no factor joins, beside the time',
      't;T\n0;21,5 °C\n1;70,7 °F\n2;20,4 °C\n',
      'line 3: “70,7 °F” has another unit than others of its column, which have °C',
    ],
    [
      'thousands of whole numbers or two columns',
      '12 500\n13 200\n9 800\n',
      'choose the delimiter, which is “one column”',
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
      'line 2: “500 mV” has another unit than others of its column, which have V',
    ],
    ['a cell without the unit', 'n,U\n1,2 V\n2,3 V\n3,4\n', 'line 4: “4” has no unit, but others of its column have V'],
    [
      'what is on or off beside the time',
      't,on\n0,TRUE\n1,FALSE\n2,TRUE\n',
      'line 2: t counts the rows or tells the time; on has “TRUE”',
    ],
    [
      'words beside the days',
      'day,mood\n1,good\n2,bad\n3,good\n',
      'day counts the rows or tells the time; mood has “good”',
    ],
    [
      'times beside the laps',
      'lap,time\n1,1:05\n2,1:10\n3,1:02\n',
      'lap counts the rows or tells the time; time has “1:05”',
    ],
    ['powers of ten written out', 'x\n1.5x10^-3\n2.5x10^-3\n-1x10^-3\n', 'line 2 has “1.5x10^-3”, which is no number'],
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
      '2000,2001,2002\n1.5,2,3\n2,3,1\n',
      'the first line has 2000, 2001, 2002, which may be names',
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
    ['a dash apart from its number', 't,x\n0,– 1.5\n1,2.5\n2,3\n', 'line 2: “– 1.5” is not a finite number'],
    ['a dash alone', 't,x\n0,1.5\n1,–\n2,3\n', 'line 3: “–” is not a finite number'],
    ['a mean without a name', 'n,v\n1,1.5\n2,2.5\n3,-1\n4,7\n,2.5\n', "line 6: '2.5' seems to sum up other lines"],
    ['a rounded mean without a name', 'k;a\nx;1\ny;2\nz;2\n;1,67\n', "line 5: '1,67' seems to sum up other lines"],
    ['a mean after a blank line', 'v\n1.5\n2.5\n-1\n7\n\n2.5\n', "line 7: '2.5' seems to sum up other lines"],
    [
      'what may be a least one, without a name',
      'n,v\n1,1.5\n2,2.5\n3,-1\n,-1\n',
      'line 5: n is empty in the last lines',
    ],
    ['the same, counted behind', 'v,n\n1.5,1\n2.5,2\n-1,3\n-1,\n', 'line 5: n is empty in the last lines alone'],
    ['the same, far down', `n,v\n${rowsOf(20_000)},3\n`, 'n is empty in the last lines alone, from this one on'],
    [
      'a word where numbers count',
      'n,v\n1,1.5\n2,2.5\n3,-1\nSchnitt,1\n',
      "line 5: n has 'Schnitt' where it has numbers",
    ],
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
      'the header has 5 words, but the lines after it have 2',
    ],
    ['a few numbers beyond the range', 'Time,A\n0,1.5\n1,OVER\n2,2\n3,OL\n', 'line 3: “OVER” is not a finite number'],
    ['the same at the end', 't,v\n0,1.5\n1,2\n2,OL\n3,OL\n4,OL\n5,OL\n', 'line 4: “OL” is not a finite number'],
    ['the same below the name', 'v\nOVER\n1.5\n2\n', 'line 2: “OVER” is not a finite number'],
    ['the same with units', 't,U,B\n0,1.5 V,7\n1,OVER,5\n2,2 V,6\n3,OL,8\n', 'line 3: “OVER” is not a finite number'],
    ['infinities', 'Time,A\n(ms),(V)\n\n0.0,1.5\n0.1,∞\n0.2,-∞\n0.3,2\n', 'line 5: “∞” is not a finite number'],
    ['limits of detection', 'Time,A,B\n0,<1,7\n1,<1,5\n2,3,6\n3,<1,8\n', 'line 2: “<1” is not a finite number'],
    ['one number among words beside the time', 't,v\n0,a\n1,b\n2,c\n3,d\n4,e\n5,7\n6,f\n', 'line 2: t counts the rows'],
    [
      'an amount in parentheses',
      't,price\n0,"$1,234.50"\n1,"$2,225.00"\n2,($15.20)\n',
      'line 4: the parentheses in “($15.20)” may mean a negative number',
    ],
    ['times alone', 'lap\n1:23.5\n1:24.1\n', 'no column of numbers; line 2 has “1:23.5”'],
    [
      'a K that may be kelvins',
      'n,v\n1,1.2K\n2,3.4K\n3,1.1K\n',
      'line 2: the K in “1.2K” may be a unit or stand for 1000',
    ],
    ['an m beside a k', '1.2k\n3.4m\n', 'line 2: “3.4m” has another unit than others of its column, which have k'],
    ['volts among millivolts', 't,v\n0,900 mV\n1,1.1 V\n2,950 mV\n', 'line 3: “1.1 V” has another unit than others'],
    ...[
      ['of Octave', '# name: fs\n# type: scalar\n8000\n\n\n# name: x\n# type: matrix\n 1.5\n 2.5\n', 2, 8],
      ['of Octave, of several widths', '# name: fs\n8000\n\n\n# name: x\n 1.5 1\n 2.5 2\n -1 3\n', 2, 6],
      ['of gnuplot', '# run 1\n1\n2\n\n\n# run 2\n10\n20\n\n\n# run 3\n5\n', 3, 7],
      ['of two columns', '# x y\n0 1.5\n1 2.5\n\n\n0 3.5\n1 4.5\n', 2, 6],
      ['with a header each', 't,v\n0,1\n1,5\n\n\nt,v\n0,2\n1,7\n', 2, 6],
      ['far apart', `${'1\n'.repeat(40_000)}\n\n${'2\n'.repeat(40_000)}`, 2, 40_003],
    ].map(([name, file, count, line]): [string, string, string] => [
      `data sets ${name}`,
      `${file}`,
      `there are ${count} data sets, one below the other; the second begins in line ${line === 40_003 ? '40\u202f003' : line}`,
    ]),
    [
      'a short PitchTier of Praat',
      'File type = "ooTextFile"\nObject class = "PitchTier"\n\n0 \n1.5 \n1 \n0.1 \n120 \n',
      'this is a file of Praat',
    ],
    ['an image', 'P2\n# made up\n3 2\n255\n0 1 2\n3 4 5\n', 'this is an image'],
    ['a word below the names', 'name,a\nx,good\ny,4\nz,5\nw,3\n', 'line 2: “good” is not a finite number'],
  ])('with %s is asked about', async (_, file, words) => {
    await expect(signal(file)).rejects.toThrow(words);
  });

  test.each<[string, string, Partial<ReadOptions>, number[]]>([
    ['decimal commas', '1,5\n2,25\n', { decimal: ',' }, [1.5, 2.25]],
    ['decimal commas, others between', '1,5, 2,5, 3\n', { decimal: ',' }, [1.5, 2.5, 3]],
    ['decimal commas, others between columns', 't, v\n1, 2,5\n2, 3\n4, 1,5\n', { decimal: ',' }, [2.5, 3, 1.5]],
    ['two columns', '1,5\n2,25\n', { delimiter: ',', column: 1 }, [5, 25]],
    ['thousands', 'count\tname\n998\ta\n1,000\tc\n', { decimal: '.' }, [998, 1000]],
    ['decimals', 'count\tname\n998\ta\n1,000\tc\n', { decimal: ',' }, [998, 1]],
    ['another column', 'a,b\n1,4\n3,5\n', { column: 1 }, [4, 5]],
    ['a sentence above the numbers', 'Seen by two of us\n0 5\n1 6\n2 4\n', { header: 1 }, [5, 6, 4]],
    ['years as names', 'Country,2000,2001\nA,1.5,2\nB,2,3\n', { header: 1, column: 2 }, [2, 3]],
    ['no header', 'year,2019\na,5\n', { header: 0, column: 1 }, [2019, 5]],
    ['a longer header', '1\n2\n3\n4\n', { header: 2 }, [3, 4]],
    ['the line of the names, behind a blank one', 'title\n\nt,v\n0,1.5\n1,2.5\n2,-1\n', { header: 3 }, [1.5, 2.5, -1]],
    ['the same behind a comment', '# c\n\nt,v\n0,1\n1,5\n2,4\n', { header: 3 }, [1, 5, 4]],
    ['another column than the one that cannot be read', 'Time,A,B\n0,<1,7\n1,3,5\n2,<1,6\n', { column: 2 }, [7, 5, 6]],
  ])('is read as a person says: %s', async (_, file, options, expected) => {
    expect([...(await signal(file, options)).samples]).toEqual(expected);
  });
});

test('the header ends in the same line whether it is found or said, of tabs too', async () => {
  const file = `LabVIEW Measurement\t\nSeparator\tTab\n***End***\t\n\t\nChannels\t1\t\t\n***End***\t\t\nX_Value\tVoltage\tComment\n${[1.5, 2.25, -0.5, 4].map((v, i) => `0.00${i}\t${v}\n`).join('')}`;
  for (const header of [undefined, 7]) {
    const { samples, found } = await signal(file, { header });
    expect([found!.header, ...samples]).toEqual([7, 1.5, 2.25, -0.5, 4]);
  }
  expect((await signal(file, { header: 7 })).found!.delimiter).toBe('\t');
});

test('numbers that are said to be a header are names', async () => {
  expect((await signal('2019,2020\n3.5,4.5\n2.5,1.5\n3,2\n', { header: 1, column: 0 })).columns!.names).toEqual([
    '2019',
    '2020',
  ]);
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
    ['time stamps before them', '1,10,964982703,4\n1,20,964982704,3\n2,10,964982705,5\n', 2, 2, [4, 3, 5]],
    [
      'the same in milliseconds, with tabs',
      '1\t10\t964982703000\t4\n1\t20\t964982704000\t3\n2\t10\t1\t5\n'.replace('\t1\t5', '\t964982705000\t5'),
      2,
      2,
      [4, 3, 5],
    ],
    [
      'a frame around them',
      '| user | item | rating |\n|---|---|---|\n| 1 | 2 | 3 |\n| 2 | 2 | 4 |\n| 1 | 1 | 5 |\n',
      2,
      2,
      [3, 4, 5],
    ],
    [
      'names of ARFF',
      '@relation r\n@attribute rating real\n@attribute "item" numeric\n@attribute user numeric\n@data\n3,1,7\n4,2,7\n5,1,8\n',
      2,
      2,
      [3, 4, 5],
    ],
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
    [
      'time stamps and nothing else',
      '1,10,964982703\n1,20,964982704\n2,10,964982705\n',
      'there is no column for the ratings',
    ],
    ['time stamps first', '964982703,1,10,4\n964982704,1,20,3\n964982705,2,10,5\n', 'choose “matrix”, or the columns'],
    [
      'a matrix with names',
      ',Alien,Heat,Up\nAnn,4,,5\nBob,3,2,\n',
      'this may be a matrix, with a row for each user: column 1, Alien, Heat, Up; choose “matrix”',
    ],
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

test('a number for no rating is left out of lines and matrices once it is said; before that, it is named', async () => {
  const { inEnglish } = await import('../../messages');
  const anime = 'user_id,anime_id,rating\n1,20,-1\n1,24,8\n2,20,10\n2,24,-1\n';
  expect(inEnglish((await ratings(anime)).reading!)).toContain(
    'ratings from rating; -1 is there 2 times, unlike all other ratings, and read as one',
  );
  const { values, reading } = await ratings(anime, { none: -1 });
  expect([...values]).toEqual([8, 10]);
  expect(inEnglish(reading!)).toMatch(/ratings from rating, -1 is no rating$/);
  const said = async (file: string) => inEnglish((await ratings(file)).reading!);
  expect(await said('user,item,rating\n1,20,99\n1,24,4\n2,20,5\n2,24,4\n')).toContain(
    '; 99 is unlike all other ratings',
  );
  for (const likes of ['1,1,-1\n1,2,1\n2,1,1\n', '1,1,0\n1,2,1\n2,1,5\n'])
    expect(await said(likes)).toMatch(/column 3$/);
  await expect(ratings(`${anime}3,24,x\n`, { none: -1 })).rejects.toThrow("line 6: the rating is 'x'");
});

test('how a file was read is said in one line', async () => {
  const { reading } = await signal('sep=;\nt;x;y\n0;1,5;a\n1;2,25;b\n2;-0,5;c\n');
  const { inEnglish } = await import('../../messages');
  expect(inEnglish(reading!)).toBe('semicolons, decimal commas, 3 columns, 2 header lines; value from x');
  const totals = await signal('t,x\n0,1 V\n1,5 V\n2,3 V\nTotal,9 V\nMean,3 V\n');
  expect(inEnglish(totals.reading!)).toBe(
    "commas, 2 columns, one header line, without the last 2 lines, from 'Total,9 V'; value from x (V)",
  );
  const said = async (file: string) => inEnglish((await signal(file)).reading!);
  expect(await said('40%\n41.5%\n39%\n')).toBe('one column, decimal points, in %');
  expect(await said('5 V\n7.5 V\n6 V\n')).toBe('one column, decimal points, in V');
  expect(await said('n,v\n1,1.5k\n2,3k\n3,1M\n')).toBe(
    'commas, decimal points, “k”, “M” multiplied out, 2 columns, one header line; value from v',
  );
  expect(await said('| t | U |\n|---|---|\n| 0 | 5 |\n| 1 | 2 |\n| 2 | 4 |\n')).toBe(
    'bars, 2 columns, one header line; value from U',
  );
  expect(await said('0;1.5;\n1;2.5;\n2;1;\n')).toBe('semicolons, decimal points, 2 columns; value from column 2');
  expect(await said('@relation r\n@attribute a real\n@attribute b real\n@data\n1,2\n3,4\n2,1\n')).toBe(
    'commas, 2 columns, 4 header lines; value from a',
  );
});

test('a number that may stand for no value is read and named; one that others are near is not named', async () => {
  const { inEnglish } = await import('../../messages');
  const said = async (file: string) => inEnglish((await signal(file)).reading!);
  expect(await said('t,v\n0,20.5\n1,-9999\n2,21\n3,-9999\n4,20.75\n')).toMatch(
    /value from v; -9999 is there 2 times, far from all other numbers, and read as one of them \(remove its lines if it stands for no value\)$/,
  );
  expect(await said('20.5\n99999\n21\n20.75\n')).toContain('; 99999 is far from all other numbers and read as one');
  expect(await said('5, 6, -999.25, 7, -999.25')).toContain('; -999.25 is there 2 times');
  expect(await said('1e30\n1\n2.5\n1e30\n2\n')).toContain('; 1e+30 is there 2 times');
  expect(await said('5\n5\n99\n')).toContain('; 99 is far from all other numbers');
  const few = ['92\n95\n99\n', '98\n98\n99\n', '600\n610\n620\n699\n'];
  for (const file of [...few, '9999\n9998\n9997\n', '0\n0\n5\n5\n', '1\n2\n40\n40\n'])
    expect(await said(file)).toBe('one column');
});

test('header lines that leave one sample can be taken back: what was found is told with the refusal', async () => {
  const refused: unknown = await signal('t,v\n0,1.5\n1,2.5\n', { header: 2 }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ message: 'it has one sample; at least two are needed', found: { header: 2 } });
});

test.each([
  ['semicolons', 'Kanal 2\n1.5;2.5;9\n2;3;4\n5;6.5;8\n', '1.5;2.5;9\n2;3;4\n5;6.5;8\n'],
  [
    'tabs',
    'TIMESERIES IU_ANMO\n2787\t2776\t2774\t2780\t2783\t2782\n2785\t2779\t2771\t2772\t2778\t2781\n',
    '2787\t2776\t2774\t2780\t2783\t2782\n2785\t2779\t2771\t2772\t2778\t2781\n',
  ],
])(
  'a title alone above several columns, parted by %s, names none of them: it is asked as without it',
  async (_, titled, plain) => {
    const messageOf = (text: string) => signal(text).then(String, ({ message }: Error) => message);
    expect(await messageOf(titled)).toBe(await messageOf(plain));
    await expect(signal(titled)).rejects.toThrow('columns');
  },
);
