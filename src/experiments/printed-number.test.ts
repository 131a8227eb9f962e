import { expect, test } from 'vitest';
import { verdictOn, verdictOnAll } from './printed-number';

test.each([
  ['1.0e-6', 1.00503e-6, 'agrees'],
  ['1.005e-6', 1.00503e-6, 'agrees'],
  ['1.004e-6', 1.00503e-6, 'imprecise'],
  ['0.33', 1 / 3, 'agrees'],
  ['0.66', 2 / 3, 'imprecise'],
  ['0.67', 2 / 3, 'agrees'],
  ['3', 3.2, 'agrees'],
  ['100', 93.75, 'differs'],
  ['-4.532', -4.5320001, 'agrees'],
] as const)('“%s” for %d %s', (printed, computed, verdict) => {
  expect(verdictOn(printed, computed)).toBe(verdict);
});

test('of several numbers the worst one counts', () => {
  expect(verdictOnAll(['0.33', '0.66'], [1 / 3, 2 / 3])).toBe('imprecise');
  expect(verdictOnAll(['0.33', '0.5'], [1 / 3, 2 / 3])).toBe('differs');
});
