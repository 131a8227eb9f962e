import { expect, test } from 'vitest';
import { typeset } from './verdicts';

test('powers of ten stand as they are written, in a number and in no word', () => {
  expect(typeset('2.5e-7, 1e+21 and −3e−300 at rate1e, e^5')).toBe('2.5×10⁻⁷, 1×10²¹ and −3×10⁻³⁰⁰ at rate1e, e^5');
});
