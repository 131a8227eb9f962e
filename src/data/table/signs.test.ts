import { expect, test } from 'vitest';
import { readSignal } from '../signal/read-signal';

const read = (file: string) => readSignal(new Blob([file]), { most: 2 ** 20 });

test.each([
  ['west behind longitudes', 't,lon\n0,11.5 W\n1,11.6 W\n2,11.7 W\n', '“W” in “11.5 W” may mean a minus'],
  ['south behind latitudes', 't,lat\n0,33.9S\n1,33.8S\n2,33.7S\n', '“S” in “33.9S”'],
  ['degrees west', '11.5°W\n11.6°W\n11.7°W\n', '“°W” in “11.5°W”'],
  ['debits', 'date,amt\n2024-01-01,12.50 DR\n2024-01-02,34.00 DR\n', '“DR” in “12.50 DR”'],
  ['a word for a minus', 't,T\n0,5 below\n1,3 below\n2,1 below\n', '“below” in “5 below”'],
  [
    'S and H behind amounts',
    'Datum;Betrag;S/H\n01.01.2024;12,50;S\n02.01.2024;34,00;H\n',
    'S/H has “S”, which may be the minus sign of “12,50”',
  ],
  [
    'the same before them',
    'Datum;S/H;Betrag\n01.01.2024;S;12,50\n02.01.2024;H;34,00\n',
    'S/H has “S”, which may be the minus sign of “12,50”',
  ],
  ['a column of N and S', 'lat,NS\n4807.03,S\n4807.05,N\n4807.01,S\n', 'NS has “S”'],
])('signs in letters are told, not dropped as units: %s', async (_, file, words) => {
  await expect(read(file)).rejects.toThrow(words);
});

test.each([
  ['watts', 't,P\n0,11.5 W\n1,11.6 W\n2,11.7 W\n', [11.5, 11.6, 11.7]],
  ['seconds', 't,lag\n0,1.5 s\n1,2.5 s\n2,0.5 s\n', [1.5, 2.5, 0.5]],
  ['degrees north', 't,lat\n0,48.1 N\n1,48.3 N\n2,48.2 N\n', [48.1, 48.3, 48.2]],
  ['sizes beside prices', 'price,size\n5,S\n7,M\n6,S\n', [5, 7, 6]],
])('%s are no minus', async (_, file, samples) => {
  expect([...(await read(file)).samples]).toEqual(samples);
});
