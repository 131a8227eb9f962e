import type { Verdict } from './experiment';

/** Some results are computed in float32. */
const ROUNDING = 1e-6;

/**
 * The verdict on a number as a sheet prints it, the same for all of them: it agrees if it is the computed one, rounded to as many digits as are
 * printed; it is imprecise if its last digit is off by one; else it differs.
 * @param printed the digits as they stand: `1.0e-6` has two
 */
export function verdictOn(printed: string, computed: number): Verdict {
  const [digits, exponent = '0'] = printed.split('e');
  const decimals = (digits.split('.')[1] ?? '').length;
  const unit = 10 ** (Number(exponent) - decimals);
  const off = Math.abs(Number(printed) - computed) - ROUNDING * Math.abs(computed);
  return off <= unit / 2 ? 'agrees' : off < 1.5 * unit ? 'imprecise' : 'differs';
}

/** The verdict on several numbers: that of the worst of them. */
export function verdictOnAll(printed: readonly string[], computed: readonly number[]): Verdict {
  const found = printed.map((text, i) => verdictOn(text, computed[i]));
  return found.includes('differs') ? 'differs' : found.includes('imprecise') ? 'imprecise' : 'agrees';
}
