import type { Operation } from './program';

const LOG2_E = '1.4426950408889634';

/** A polynomial in `x`, lowest coefficient first, as Horner's scheme. */
export function series(x: string, coefficients: readonly number[]): string {
  return coefficients.reduceRight(
    (inner, c) => (inner ? `fma(${inner}, ${x}, real(${literal(c)}))` : `real(${literal(c)})`),
    '',
  );
}

/** A number as WGSL takes it; what float32 cannot hold saturates. */
export function literal(value: number): string {
  const largest = 3.4028234663852886e38;
  const text = String(Math.max(-largest, Math.min(largest, value)));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** (-1)^k for whole k */
const ALTERNATE = '(real(1.0) - real(2.0) * (k - real(2.0) * floor(k * real(0.5))))';

/**
 * u - k pi, with pi in three parts, the first two so short that their products with k are exact. Where |u| is so large
 * that its own rounding exceeds a period (2^24), nothing is left to compute, and the clamp keeps the result in range.
 */
const REDUCE =
  'let r = clamp(fma(k, real(-1.509957990978376432e-7), fma(k, real(-9.67502593994140625e-4), fma(k, real(-3.140625), u))), real(-1.6), real(1.6));';

/** sin on [-pi/2, pi/2], minimax of degree 11 (the coefficients are those of DirectXMath), to 2e-8 relative or so. */
const SINE_SERIES = series('s', [1, -0.16666667, 0.008333331, -0.00019840874, 2.7525562e-6, -2.3889859e-8]);

/** asin(r)/r - 1 over s = r^2, for r to 1/2. */
const ARCSINE_SERIES = series('s', [1.6666752422e-1, 7.4953002686e-2, 4.5470025998e-2, 2.4181311049e-2, 4.21632048e-2]);

/**
 * Functions that WGSL does not have, has to a low precision only (`sin`, good to 2^-11) or has in a form that may overflow
 * on the way (`tanh`). The bodies take `u` (and `v`) and work for f32 and vec4f alike.
 */
export const BODIES: Partial<Record<Operation, string>> = {
  sin: `
  let k = round(u * real(0.3183098861837907));
  ${REDUCE}
  let s = r * r;
  return ${ALTERNATE} * r * ${SINE_SERIES};`,
  // cos((k + 1/2) pi + r) = -(-1)^k sin(r)
  cos: `
  let k = floor(u * real(0.3183098861837907));
  let h = k + real(0.5);
  ${REDUCE.replaceAll('fma(k', 'fma(h')}
  let s = r * r;
  return -${ALTERNATE} * r * ${SINE_SERIES};`,
  // asin to 1/2; beyond, pi/2 - 2 asin(sqrt((1 - u)/2)). The coefficients are those of Cephes (asinf).
  asin: `
  let a = min(abs(u), real(1.0));
  let h = real(0.5) * (real(1.0) - a);
  let s = select(a * a, h, a > real(0.5));
  let r = select(a, sqrt(h), a > real(0.5));
  let p = fma(r * s, ${ARCSINE_SERIES}, r);
  return sign(u) * select(p, real(1.5707963267948966) - real(2.0) * p, a > real(0.5));`,
  acos: `
  let a = min(abs(u), real(1.0));
  let h = real(0.5) * (real(1.0) - a);
  let s = select(a * a, h, a > real(0.5));
  let r = select(a, sqrt(h), a > real(0.5));
  let p = fma(r * s, ${ARCSINE_SERIES}, r);
  let far = select(real(2.0) * p, real(3.141592653589793) - real(2.0) * p, u < real(0.0));
  return select(real(1.5707963267948966) - sign(u) * p, far, a > real(0.5));`,
  // Beyond tan(3 pi/8) pi/2 + atan(-1/a), beyond tan(pi/8) pi/4 + atan((a - 1)/(a + 1)); the series is that of Cephes (atanf).
  atan: `
  let a = abs(u);
  let far = a > real(2.414213562373095);
  let middle = a > real(0.41421356237309503);
  let x = select(select(a, (a - real(1.0)) / (a + real(1.0)), middle), real(-1.0) / max(a, real(1.0)), far);
  let s = x * x;
  let p = fma(x * s, ${series('s', [-3.33329491539e-1, 1.99777106478e-1, -1.38776856032e-1, 8.05374449538e-2])}, x);
  return sign(u) * (select(select(real(0.0), real(0.7853981633974483), middle), real(1.5707963267948966), far) + p);`,
  // A power to start with, and one step of Newton's method.
  cbrt: `
  let a = max(abs(u), real(1.1754944e-38));
  let y = exp2(log2(a) * real(0.3333333333333333));
  return select(sign(u) * (y - real(0.3333333333333333) * (y - a / (y * y))), real(0.0), abs(u) < real(1.1754944e-38));`,
  // Close to 0 the difference of exponentials would cancel.
  sinh: `
  let a = abs(u);
  let e = exp2(min(a * real(${LOG2_E}), real(127.0)));
  let s = u * u;
  return select(sign(u) * real(0.5) * (e - real(1.0) / e), u * ${series('s', [1, 1 / 6, 1 / 120, 1 / 5040, 1 / 362880])}, a < real(1.0));`,
  cosh: `
  let e = exp2(min(abs(u) * real(${LOG2_E}), real(127.0)));
  return real(0.5) * (e + real(1.0) / e);`,
  tanh: `
  let a = abs(u);
  let e = exp2(a * real(${literal(-2 * Number(LOG2_E))}));
  let s = u * u;
  return select(sign(u) * (real(1.0) - e) / (real(1.0) + e), u * ${series('s', [1, -1 / 3, 2 / 15, -17 / 315, 62 / 2835])}, a < real(0.25));`,
  // log(1 + e) = 2 artanh(e / (2 + e)), which keeps the small values of the left tail.
  softplus: `
  let e = exp2(abs(u) * real(-${LOG2_E}));
  let z = e / (real(2.0) + e);
  let s = z * z;
  return max(u, real(0.0)) + real(2.0) * z * ${series('s', [1, 1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13])};`,
  // A base of 0 has no logarithm; what is undefined is dealt with outside.
  pow: `
  let p = exp2(clamp(v * log2(max(u, real(1.1754944e-38))), real(-126.0), real(127.9)));
  return select(p, select(real(1.0), real(0.0), v > real(0.0)), u <= real(0.0));`,
};
