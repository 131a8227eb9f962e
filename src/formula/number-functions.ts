import type { CallName } from './forms';

/** Beyond this, exp(-u) would leave the range of normal numbers, and sigmoid no longer changes. */
export const SIGMOID_LIMIT = 700;

/** Each function at plain numbers, in forms that do not overflow on the way. */
export const NUMBER_FUNCTIONS: Record<CallName, (a: number, b: number, c: number) => number> = {
  exp: Math.exp,
  log: Math.log,
  cbrt: Math.cbrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sigmoid: (u) => 1 / (1 + Math.exp(Math.min(-u, SIGMOID_LIMIT))),
  softplus: (u) => Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u))),
  sign: (u) => Math.sign(u),
  step: (u) => (u > 0 ? 1 : u <= 0 ? 0 : NaN),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  pow: (a, b) => a ** b,
  where: (c, a, b) => (c >= 0 ? a : c < 0 ? b : NaN),
  kink: () => 0,
  huber: (u, delta) => {
    const inside = Math.min(Math.abs(u), delta);
    return inside * (Math.abs(u) - inside / 2);
  },
};

/** base ^ exponent; small whole powers by multiplication, which a processor's `pow` does not always match (10^-5). */
export function numberPower(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 64) return base ** exponent;
  let result = 1;
  for (let i = 0; i < Math.abs(exponent); i++) result *= base;
  return exponent < 0 ? 1 / result : result;
}

/** A product of numbers that neither overflowed nor underflowed. */
export function isSafe(product: number, a: number, b: number): boolean {
  if (product === a || product === b) return true;
  return Math.abs(product) >= 1e-290 && Math.abs(product) < Infinity;
}
