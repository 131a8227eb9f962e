import * as d3 from 'd3';
import { describe, expect, test } from 'vitest';
import { areaBetween, circlePath, diamondPath, lineThrough } from './paths';
import { scaleLinear, scaleLog, scaleSqrt } from './scales';

const places = [-3.7, -1, 0, 1e-9, 0.3, 1, 2.5, 17, 1e6];

describe('a scale gives what d3 gives, number for number', () => {
  const pairs = {
    linear: [
      scaleLinear,
      d3.scaleLinear,
      [
        [-5, 20],
        [20, -5],
        [0, 1],
        [3, 3],
      ],
    ],
    log: [
      scaleLog,
      d3.scaleLog,
      [
        [0.001, 5],
        [5, 0.001],
        [0.3, 0.3],
      ],
    ],
    sqrt: [
      scaleSqrt,
      d3.scaleSqrt,
      [
        [0, 1],
        [0, 1000],
        [2, 9],
      ],
    ],
  } as const;
  for (const [name, [ours, theirs, domains]] of Object.entries(pairs)) {
    test.each(domains as readonly (readonly [number, number])[])(`${name} over %d to %d`, (low, high) => {
      for (const range of [
        [40, 986],
        [300.5, 12.25],
      ] as [number, number][]) {
        const [scale, expected] = [ours([low, high], range), (theirs as typeof d3.scaleLinear)([low, high], range)];
        for (const value of name === 'log' ? places.filter((place) => place > 0) : places)
          expect(scale(value)).toBe(expected(value));
        for (const place of [0, 12.25, 40, 120.7, 700]) expect(scale.invert(place)).toBe(expected.invert(place));
        expect([scale.domain(), scale.range()]).toEqual([expected.domain(), expected.range()]);
      }
    });
  }
});

test('a line and an area are d3’s, digit for digit: broken where nothing is drawn, and a dot where there is one place', () => {
  const x = (i: number) => 7.123456 * i;
  const y = (i: number) => 100 * Math.sin(i);
  const some = Array.from({ length: 20 }, (_, i) => i);
  for (const items of [[], [3], some]) {
    for (const isDrawn of [() => true, (i: number) => i % 5 !== 0, (i: number) => i % 2 === 0]) {
      expect(lineThrough(items, x, y, { isDrawn })).toBe(d3.line(x, y).defined(isDrawn)(items) ?? '');
    }
    expect(lineThrough(items, x, y, { digits: 2 })).toBe(d3.line(x, y).digits(2)(items) ?? '');
  }
  expect(areaBetween(some, x, y, (i) => y(i) + 3)).toBe(d3.area(x, y, (i: number) => y(i) + 3)(some));
});

test('marks are d3’s symbols', () => {
  expect(circlePath(95)).toBe(d3.symbol(d3.symbolCircle, 95)());
  expect(diamondPath(60)).toBe(d3.symbol(d3.symbolDiamond, 60)());
});
