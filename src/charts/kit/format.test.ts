import * as d3 from 'd3';
import { afterEach, expect, test } from 'vitest';
import { setPageLocale } from '../../words/words';
import { roundTicks } from './scales';
import { toCSV } from './csv';
import {
  digitsApart,
  formatCount,
  formatDeviation,
  formatFixed,
  formatGiven,
  formatLimit,
  formatRate,
  formatNumber,
  formatShare,
  formatWithin,
  plainDigits,
} from './format';

afterEach(() => setPageLocale('en'));

test('numbers are plain, with a proper minus sign, and powers of ten only where digits would be many', () => {
  expect(
    [0, -0.0017788, 0.0995098, 2, 12345.6, -5, 123456, 2.5e-7, 1e6, -1e100].map((value) => formatNumber(value)),
  ).toEqual(['0', '−0.001779', '0.09951', '2', '12346', '−5', '123456', '2.5×10⁻⁷', '1×10⁶', '−1×10¹⁰⁰']);
  expect([NaN, Infinity, -Infinity].map((value) => formatNumber(value))).toEqual(['not a number', '∞', '−∞']);
});

test('a limit is rounded down, and one that is short stays', () => {
  expect([0.627746, 3 / 7, 0.1 + 0.2, 2, 1234.9, 9.9999e-6, 0.29844].map((limit) => formatLimit(limit, 3))).toEqual([
    '0.627',
    '0.428',
    '0.3',
    '2',
    '1234',
    '9.99×10⁻⁶',
    '0.298',
  ]);
  // 2.0000 is above this one by 6 millionths of it, 0.0995 above that one by 13.
  expect([1.9999888, 0.09949866].map((limit) => formatLimit(limit))).toEqual(['2', '0.09949']);
  // Also where digits before the point are left to a power of ten, and where there is no number below.
  expect([2345678, 12345.67, 0, Infinity].map((limit) => formatLimit(limit))).toEqual(['2.345×10⁶', '12345', '0', '∞']);
});

test('a number that was given is printed with all of its digits', () => {
  const given = [1001.5, 1e9, -999999000, 0.1, 0, 1e-7, 123456.789, -0.30000000000000004, 1000001];
  expect(given.map(formatGiven)).toEqual([
    '1001.5',
    '1×10⁹',
    '−9.99999×10⁸',
    '0.1',
    '0',
    '1×10⁻⁷',
    '123456.789',
    '−0.30000000000000004',
    '1000001',
  ]);
});

test('a rate beside a limit has as many digits as tell it from that', () => {
  const both = (rate: number, limit: number) => {
    const digits = digitsApart(rate, limit);
    return [formatNumber(rate, digits), formatLimit(limit, digits), formatNumber(limit, digits)];
  };
  expect(both(0.3, 3 / 7)).toEqual(['0.3', '0.4285', '0.4286']);
  expect(both(0.42855, 3 / 7)).toEqual(['0.42855', '0.42857', '0.42857']);
  expect(both(0.4285, 3 / 7)).toEqual(['0.4285', '0.42857', '0.42857']);
  expect(both(0.428572, 3 / 7)).toEqual(['0.428572', '0.428571', '0.428571']);
  expect(both(2, 2)).toEqual(['2', '2', '2']);
});

test('a share reads as nothing or everything only if it is', () => {
  expect([0, 1e-6, 0.327, 0.99999, 1].map(formatShare)).toEqual([
    '0\u202f%',
    '<\u202f0.1\u202f%',
    '32.7\u202f%',
    '>\u202f99.9\u202f%',
    '100\u202f%',
  ]);
});

test('counts have their thousands apart, deviations their sign', () => {
  expect([7, 4000, 10000, 4194304].map(formatCount)).toEqual(['7', '4000', '10\u202f000', '4\u202f194\u202f304']);
  expect(formatDeviation(0.0982, 0.09951)).toBe('−1.3\u202f%');
});

test('the decimal sign is that of the page, in texts and on axes, and a point in what is stored', () => {
  setPageLocale('de');
  expect([0.01, -0.0017788, 2.5e-7, 12345.6].map((value) => formatNumber(value))).toEqual([
    '0,01',
    '−0,001779',
    '2,5×10⁻⁷',
    '12346',
  ]);
  expect([formatShare(0.327), formatShare(1e-6), formatDeviation(0.0982, 0.09951), formatFixed(-1.5, 2)]).toEqual([
    '32,7\u202f%',
    '<\u202f0,1\u202f%',
    '−1,3\u202f%',
    '−1,50',
  ]);
  expect(roundTicks(0, 1, 3).map(({ label }) => label)).toEqual(['0', '0,5', '1']);
  expect(toCSV({ rate: [0.1] })).toBe('rate\r\n0.1\r\n');
});

test('with a fixed number of decimals, what is rounded to nothing has no sign', () => {
  expect([-0.04, -0, 0.04, -0.06].map((value) => formatFixed(value, 1))).toEqual(['0.0', '0.0', '0.0', '−0.1']);
});

test('CSV keeps every digit, quotes what needs it, and refuses ragged columns', () => {
  expect(toCSV({ rate: [0.1, 1 / 3], 'the "label", first': ['a', 'b\nc'] })).toBe(
    'rate,"the ""label"", first"\r\n0.1,a\r\n0.3333333333333333,"b\nc"\r\n',
  );
  expect(() => toCSV({ a: [1], b: [1, 2] })).toThrow('column "b" has 2 rows, "a" has 1');
  expect(toCSV({})).toBe('\r\n');
});

test('plain digits are those of d3’s format', () => {
  for (let exponent = -3; exponent < 5; exponent++) {
    for (let i = 0; i < 200; i++) {
      const value = (i % 2 ? -1 : 1) * 10 ** exponent * (1 + (9 * i) / 200);
      for (const digits of [2, 4, 6]) {
        const expected = d3.format(Math.abs(value) >= 10 ** (digits - 1) ? '.0f' : `.${digits}~r`)(value);
        expect(formatNumber(value, digits)).toBe(expected);
      }
      const share = (i + 0.5) / 201;
      expect(formatShare(share)).toBe(`${d3.format('.1~f')(100 * share)}\u202f%`);
    }
  }
});

test('both ends of a narrow interval are told apart, and those of a wide one are short', () => {
  expect([7.4999123, 7.5000456].map((end) => formatWithin(end, 7.4999123, 7.5000456))).toEqual([
    '7.4999123',
    '7.5000456',
  ]);
  expect([-5, 20].map((end) => formatWithin(end, -5, 20))).toEqual(['−5', '20']);
  expect(formatWithin(0.1, 0.1, 0.1)).toBe('0.1');
});

test('attributes have plain digits, however small or large a number is', () => {
  expect([1e-12, 0.1, -3.25, 1e22].map(plainDigits)).toEqual(['0.000000000001', '0.1', '-3.25', `1${'0'.repeat(22)}`]);
});

test('a learning rate that somebody has set is printed as it is, a computed one with four digits', () => {
  expect([0.3, 1.0005, 0.0123456, 2 / 7, 0.1 + 0.2, 12345.6, 1e-7].map(formatRate)).toEqual([
    '0.3',
    '1.0005',
    '0.0123456',
    '0.2857',
    '0.3',
    '12345.6',
    '1×10⁻⁷',
  ]);
});
