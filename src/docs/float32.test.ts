import { expect, test } from 'vitest';
import { experiment } from '../experiments/wide-minima/experiment';
import { programText } from './blocks';
import { largestDistance, partsAt, printedFormFailsFrom, spacing, stableSlope, toFloat32, toFloat64 } from './float32';

test('the spacing is the distance to the next number of the format', () => {
  for (const value of [1, 1.99, 10, 16.9, 1e6]) {
    const float = Math.fround(value);
    expect(Math.fround(float + spacing(value, 23))).not.toBe(float);
    expect(Math.fround(float + 0.49 * spacing(value, 23))).toBe(float);
    expect(value + spacing(value, 52)).not.toBe(value);
    expect(value + 0.49 * spacing(value, 52)).toBe(value);
  }
});

test('the printed form of the sheet’s function has no finite slope in float32 from 16.88 on, and in float64 from 119.66 on', () => {
  expect(printedFormFailsFrom(toFloat32, 3, 40, 0.001)).toBeCloseTo(16.8823, 2);
  expect(printedFormFailsFrom(toFloat64, 3, 300, 0.001)).toBeCloseTo(119.6614, 2);
  const { default: high } = experiment.parameters.find(({ name }) => name === 'high')!;
  for (let theta = 3; theta <= (high as number); theta += 0.01) expect(Number.isFinite(stableSlope(theta))).toBe(true);
});

test('the program that compares the engines descends on the sheet’s function', () => {
  expect(programText('compare')).toContain(`objective: '${experiment.parameters[0].default}'`);
});

test('float32 stays beside float64 on the way into a stable minimum, and leaves it in chaos', () => {
  for (const rate of [0.01, 0.05, 0.3]) expect(largestDistance(2, rate, 1000)).toBeLessThan(1e-4);
  expect(partsAt(2, 0.105, 1000, 0.1)).toBeLessThan(200);
  expect(partsAt(2, 0.3, 1000, 0.1)).toBeNull();
});
