import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  crossEntropy,
  crossEntropyOf,
  crossEntropySlope,
  focalFactor,
  focalLoss,
  focalSlope,
  halfSquared,
  halfSquaredSlope,
  slopeRatio,
  stepsToRight,
  timeToRight,
} from './classification-losses';

const TOLERANCE = 1e-12;
const expectNear = (value: number, expected: number) =>
  expect(Math.abs(value - expected), `${value} instead of ${expected}`).toBeLessThanOrEqual(
    TOLERANCE * Math.abs(expected),
  );

// Worked out apart from this lab, with 50 digits.
test.each([
  [0, 0.6931471805599453, -0.5, 0.25, -0.125, 4],
  [-2.1972245773362196, 2.302585092994046, -0.9, 0.81, -0.081, 11.11111111111111],
  [-4.59511985013459, 4.605170185988092, -0.99, 0.9801, -0.009801, 101.01010101010101],
  [-6.906754778648554, 6.907755278982137, -0.999, 0.998001, -0.000998001, 1001.001001001001],
  [-13.815509557963773, 13.815510557964274, -0.999999, 0.999998000001, -9.99998000001e-7, 1000001.000001],
])('both losses and their slopes at the logit %d', (z, entropy, entropySlope, squared, halfSlope, ratio) => {
  expectNear(crossEntropy(z), entropy);
  expectNear(crossEntropySlope(z), entropySlope);
  expectNear(2 * halfSquared(z), squared);
  expectNear(halfSquaredSlope(z), halfSlope);
  expectNear(slopeRatio(z), ratio);
});

test.each([
  [0.001, 0, 6.907755278982137, -0.999],
  [0.001, 0.5, 6.904300537441231, -1.001952525331244],
  [0.01, 2, 4.513527299286928, -1.0605695459857385],
  [0.1, 1, 2.072326583694641, -1.0172326583694642],
  [0.1, 5, 1.359653471562054, -1.211267735781027],
  [0.3, 2, 0.5899466741197087, -0.6969680044718252],
])('focal loss at p = %d and gamma = %d, and its slope', (p, gamma, loss, slope) => {
  expectNear(focalLoss(p, gamma), loss);
  expectNear(focalSlope(p, gamma), slope);
});

test("the sheet's example: p = 0.99 and gamma = 2", () => {
  expectNear(crossEntropyOf(0.99), 0.010050335853501442);
  expectNear(focalFactor(0.99, 2), 1e-4);
  expectNear(focalLoss(0.99, 2), 1.005033585350144e-6);
});

const probability = fc.double({ min: 1e-300, max: 1, noNaN: true });

test('at gamma 0 focal loss is cross-entropy to the last bit, and its slope p - 1', () => {
  fc.assert(fc.property(probability, (p) => focalLoss(p, 0) === crossEntropyOf(p) && focalSlope(p, 0) === p - 1));
});

test('focal loss is finite, never negative and never above cross-entropy, down to p = 1e-300', () => {
  fc.assert(
    fc.property(probability, fc.double({ min: 0, max: 20, noNaN: true }), (p, gamma) => {
      const loss = focalLoss(p, gamma);
      return loss >= 0 && loss <= crossEntropyOf(p) && Number.isFinite(focalSlope(p, gamma));
    }),
  );
  expectNear(focalLoss(1e-300, 2), 690.7755278982137);
  expect([focalLoss(1, 2), focalSlope(1, 2), focalSlope(1, 0)].map((value) => Object.is(value, 0))).toEqual([
    true,
    true,
    true,
  ]);
});

test('a slope is what a central difference of its loss says', () => {
  const width = 1e-6;
  const sigma = (z: number) => 1 / (1 + Math.exp(-z));
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), (z, gamma) => {
      const difference = (loss: (z: number) => number) => (loss(z + width) - loss(z - width)) / (2 * width);
      return (
        Math.abs(difference(crossEntropy) - crossEntropySlope(z)) < 1e-8 &&
        Math.abs(difference(halfSquared) - halfSquaredSlope(z)) < 1e-8 &&
        Math.abs(difference((at) => focalLoss(sigma(at), gamma)) - focalSlope(sigma(z), gamma)) < 1e-8
      );
    }),
  );
});

test('at logits of 1000 losses and slopes are what they come to', () => {
  expect([crossEntropy(-1000), crossEntropySlope(-1000), halfSquared(-1000)]).toEqual([1000, -1, 0.5]);
  expect([crossEntropy(1000), halfSquared(1000)]).toEqual([0, 0]);
  expect(Object.is(halfSquaredSlope(-1000), 0)).toBe(true);
});

test('a wrong logit takes about as many steps to come right as it is low under cross-entropy, and e to that under squared error', () => {
  for (const z of [-8, -4, -2]) {
    const rate = 0.01;
    for (const [slope, time] of [
      [crossEntropySlope, timeToRight.crossEntropy],
      [halfSquaredSlope, timeToRight.halfSquared],
    ] as const)
      expect(stepsToRight(slope, z, rate, 1e6)! / (time(z) / rate)).toBeCloseTo(1, 1);
  }
  expect([stepsToRight(crossEntropySlope, 0.1, 1, 10), stepsToRight(crossEntropySlope, 0, 1, 10)]).toEqual([0, 1]);
  expect(stepsToRight(halfSquaredSlope, -8, 1, 100)).toBe(undefined);
});
