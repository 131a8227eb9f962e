import { expect, test } from 'vitest';
import { threefry, unitInterval } from './random';
import { startAt } from './starts';

test('threefry gives the words its authors published', () => {
  // Known-answer vectors of Random123 (threefry2x32, 20 rounds).
  expect(threefry([0, 0], [0, 0])).toEqual([0x6b200159, 0x99ba4efe]);
  expect(threefry([0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff])).toEqual([0x1cb996fc, 0xbb002be7]);
  expect(threefry([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3])).toEqual([0xc4923a9c, 0x483df7a0]);
});

test('random starts fill their range evenly', () => {
  const starts = { sampling: 'random', count: 20000, low: -5, high: 20, seed: 7 } as const;
  const tenths = new Array(10).fill(0);
  for (let i = 0; i < starts.count; i++) {
    const theta = startAt(starts, i);
    expect(theta).toBeGreaterThanOrEqual(-5);
    expect(theta).toBeLessThanOrEqual(20);
    tenths[Math.min(9, Math.floor((theta + 5) / 2.5))]++;
  }
  // Five standard deviations of a binomial count with n = 20000, p = 1/10.
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(20000 * 0.09));
});

test('grid starts are the midpoints of equal cells', () => {
  const starts = { sampling: 'grid', count: 4, low: 0, high: 8, seed: 0 } as const;
  expect([0, 1, 2, 3].map((i) => startAt(starts, i))).toEqual([1, 3, 5, 7]);
});

test('unitInterval stays below one', () => {
  expect(unitInterval(0xffffffff)).toBeLessThan(1);
  expect(unitInterval(0)).toBe(0);
});
