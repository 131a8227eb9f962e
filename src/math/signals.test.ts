import { expect, test } from 'vitest';
import { boxFilter, differenceFilter, gaussianFilter } from './filters';
import { normalAt, outlierAt } from './noise';
import { signalAt, testSignals } from './signals';

const samplesOf = (signal: keyof typeof testSignals, length: number) =>
  Float64Array.from({ length }, (_, i) => signalAt(signal, i, length));

test('blocks jumps by its heights, bumps peaks near its heights', () => {
  const blocks = samplesOf('blocks', 1000);
  // Between two jumps: the sum of the heights so far.
  expect(
    [50, 120, 140, 200, 240, 300, 420, 500, 700, 770, 790, 900].map((i) => Math.round(10 * blocks[i]) / 10 + 0),
  ).toEqual([0, 4, -1, 2, -2, 3, -1.2, 0.9, 5.2, 2.1, 4.2, 0]);
  // On a peak the others add a little to its height: at 0.4, a wide one of 4.2 in the foot of one at 0.44.
  for (const [t, height] of [
    [0.1, 4],
    [0.65, 4.3],
    [0.81, 4.2],
  ]) {
    expect(testSignals.bumps(t)).toBeGreaterThan(height);
    expect(testSignals.bumps(t)).toBeLessThan(height + 0.1);
  }
});

test('heavisine and doppler have the values that their formulas give', () => {
  expect(testSignals.heavisine(0.125)).toBeCloseTo(4, 12); // sin = 1, the steps cancel
  expect(testSignals.heavisine(0.5)).toBeCloseTo(-2, 12);
  expect(testSignals.heavisine(0.3)).toBeCloseTo(4 * Math.sin(1.2 * Math.PI) - 1, 12);
  expect(testSignals.doppler(1)).toBeCloseTo(0, 12);
  expect(testSignals.doppler(0.5)).toBeCloseTo(0.5 * Math.sin((2.1 * Math.PI) / 0.55), 12);
});

test('samples are taken at (i + 1) / n', () => {
  expect(signalAt('doppler', 511, 1024)).toBe(testSignals.doppler(0.5));
  expect(signalAt('doppler', 1023, 1024)).toBe(testSignals.doppler(1));
});

test('blurs add up to one and are even; the difference takes the earlier from the later', () => {
  for (const taps of [gaussianFilter(15), boxFilter(15), gaussianFilter(0), boxFilter(0)]) {
    expect(taps.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    expect(taps.toReversed()).toEqual(taps);
  }
  expect([gaussianFilter(15).length, boxFilter(7).length, gaussianFilter(0).length]).toEqual([31, 15, 1]);
  // A third of the radius is the standard deviation, but for what is cut off beyond three of them.
  const gaussian = gaussianFilter(30);
  expect(Math.sqrt(gaussian.reduce((sum, tap, i) => sum + tap * (i - 30) ** 2, 0))).toBeCloseTo(10, 0);
  expect(Array.from(differenceFilter())).toEqual([-1, 1]);
});

test('noise is normal, and the same for the same seed', () => {
  const count = 40_000;
  const draws = Float64Array.from({ length: count }, (_, i) => normalAt(7, i));
  const moment = (power: number) => draws.reduce((sum, draw) => sum + draw ** power, 0) / count;
  // Five standard errors: sqrt(1), sqrt(2) and sqrt(96) over sqrt(count) for the first, second and fourth moment.
  expect(Math.abs(moment(1))).toBeLessThan(5 / Math.sqrt(count));
  expect(Math.abs(moment(2) - 1)).toBeLessThan((5 * Math.SQRT2) / Math.sqrt(count));
  expect(Math.abs(moment(4) - 3)).toBeLessThan((5 * Math.sqrt(96)) / Math.sqrt(count));
  expect(draws.every(Number.isFinite)).toBe(true);
  expect(normalAt(7, 123)).toBe(draws[123]);
  expect(normalAt(8, 123)).not.toBe(draws[123]);
});

test('outliers are as many as asked for, up and down, between 3 and 6', () => {
  const count = 40_000;
  const outliers = Array.from({ length: count }, (_, i) => outlierAt(7, i, 0.01)).filter((outlier) => outlier !== 0);
  expect(Math.abs(outliers.length - 400)).toBeLessThan(5 * Math.sqrt(396));
  expect(Math.abs(outliers.filter((outlier) => outlier > 0).length - outliers.length / 2)).toBeLessThan(
    2.5 * Math.sqrt(400),
  );
  expect(outliers.every((outlier) => Math.abs(outlier) >= 3 && Math.abs(outlier) <= 6)).toBe(true);
  expect(Array.from({ length: 1000 }, (_, i) => outlierAt(7, i, 0)).every((outlier) => outlier === 0)).toBe(true);
});
