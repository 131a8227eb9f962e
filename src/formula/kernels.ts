import { NUMBER_FUNCTIONS, SIGMOID_LIMIT } from './number-functions';
import type { Operation } from './program';

/** Computes one instruction for the first n lanes. `out` may be one of the inputs. */
export type Kernel = (
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  n: number,
  k: number,
  l: number,
) => void;

/** One tight loop per operation, so that each is compiled once and for all formulas together. */
export const KERNELS: Record<Operation, Kernel> = {
  constant: (out, _a, _b, _c, n, k) => {
    for (let i = 0; i < n; i++) out[i] = k;
  },
  affine: (out, a, _b, _c, n, k, l) => {
    for (let i = 0; i < n; i++) out[i] = k * a[i] + l;
  },
  add: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] + b[i];
  },
  subtract: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] - b[i];
  },
  multiply: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] * b[i];
  },
  divide: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] / b[i];
  },
  reciprocal: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = 1 / a[i];
  },
  multiplyAdd: (out, a, b, c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] * b[i] + c[i];
  },
  subtractProduct: (out, a, b, c, n) => {
    for (let i = 0; i < n; i++) out[i] = c[i] - a[i] * b[i];
  },
  multiplyAddConstant: (out, a, b, _c, n, k) => {
    for (let i = 0; i < n; i++) out[i] = a[i] * b[i] + k;
  },
  scaleAdd: (out, a, b, _c, n, k) => {
    for (let i = 0; i < n; i++) out[i] = k * a[i] + b[i];
  },
  exp: (out, a, _b, _c, n, k, l) => {
    for (let i = 0; i < n; i++) out[i] = Math.exp(k * a[i] + l);
  },
  sigmoidExp: (out, a, _b, _c, n, k, l) => {
    for (let i = 0; i < n; i++) out[i] = Math.exp(Math.min(k * a[i] + l, SIGMOID_LIMIT));
  },
  sigmoidLow: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = 1 / (1 + a[i]);
  },
  sigmoidHigh: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] * b[i];
  },
  log: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.log(a[i]);
  },
  sqrt: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.sqrt(a[i]);
  },
  cbrt: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.cbrt(a[i]);
  },
  abs: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.abs(a[i]);
  },
  sin: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.sin(a[i]);
  },
  cos: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.cos(a[i]);
  },
  tan: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.tan(a[i]);
  },
  asin: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.asin(a[i]);
  },
  acos: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.acos(a[i]);
  },
  atan: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.atan(a[i]);
  },
  sinh: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.sinh(a[i]);
  },
  cosh: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.cosh(a[i]);
  },
  tanh: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.tanh(a[i]);
  },
  softplus: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = NUMBER_FUNCTIONS.softplus(a[i], 0, 0);
  },
  sign: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.sign(a[i]);
  },
  step: (out, a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] > 0 ? 1 : a[i] <= 0 ? 0 : NaN;
  },
  huber: (out, a, _b, _c, n, k) => {
    for (let i = 0; i < n; i++) out[i] = NUMBER_FUNCTIONS.huber(a[i], k, 0);
  },
  min: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.min(a[i], b[i]);
  },
  max: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.max(a[i], b[i]);
  },
  pow: (out, a, b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] ** b[i];
  },
  powConstant: (out, a, _b, _c, n, k) => {
    for (let i = 0; i < n; i++) out[i] = a[i] ** k;
  },
  kink: (out, _a, _b, _c, n) => {
    for (let i = 0; i < n; i++) out[i] = 0;
  },
  where: (out, a, b, c, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i] >= 0 ? b[i] : a[i] < 0 ? c[i] : NaN;
  },
};
