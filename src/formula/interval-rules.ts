import { NUMBER_FUNCTIONS, SIGMOID_LIMIT } from './number-functions';
import type { Operation } from './program';
import { Range } from './range';

/** Writes the range of one instruction, given those of its inputs; `out` is none of them. */
export type Rule = (out: Range, a: Range, b: Range, c: Range, k: number, l: number) => void;

const scratch = new Range();

export const RULES: Record<Operation, Rule> = {
  constant: (out, _a, _b, _c, k) => out.set(k, k),
  affine: (out, a, _b, _c, k, l) => out.affine(k, a, l),
  add: (out, a, b) => out.sum(a.low + b.low, a.high + b.high),
  subtract: (out, a, b) => out.sum(a.low - b.high, a.high - b.low),
  multiply: (out, a, b) => out.multiply(a, b),
  divide: (out, a, b) => {
    scratch.reciprocal(b);
    out.multiply(a, scratch);
  },
  reciprocal: (out, a) => out.reciprocal(a),
  multiplyAdd: (out, a, b, c) => {
    out.multiply(a, b);
    out.add(c);
  },
  subtractProduct: (out, a, b, c) => {
    scratch.multiply(a, b);
    out.sum(c.low - scratch.high, c.high - scratch.low);
  },
  multiplyAddConstant: (out, a, b, _c, k) => {
    out.multiply(a, b);
    out.sum(out.low + k, out.high + k);
  },
  scaleAdd: (out, a, b, _c, k) => {
    out.affine(k, a, 0);
    out.add(b);
  },
  exp: (out, a, _b, _c, k, l) => {
    scratch.affine(k, a, l);
    out.increasing(Math.exp, scratch);
    out.within(0, Infinity);
  },
  // In the program the argument is limited from above. Here it is not, so that the exact value is inside too.
  sigmoidExp: (out, a, _b, _c, k, l) => {
    scratch.affine(k, a, l);
    out.roughly(Math.exp(Math.min(scratch.low, SIGMOID_LIMIT)), Math.exp(scratch.high));
    if (scratch.high > SIGMOID_LIMIT) out.high = Infinity;
    out.within(0, Infinity);
  },
  sigmoidLow: (out, a) => {
    out.roughly(1 / (1 + a.high), 1 / (1 + a.low));
    out.within(0, 1);
  },
  // e / (1 + e) as one function of e, which keeps it below 1.
  sigmoidHigh: (out, a) => {
    out.roughly(a.low === Infinity ? 1 : a.low / (1 + a.low), a.high === Infinity ? 1 : a.high / (1 + a.high));
    out.within(0, 1);
  },
  log: (out, a) => {
    if (!(a.high >= 0)) return out.empty();
    out.roughly(Math.log(Math.max(a.low, 0)), Math.log(a.high));
  },
  sqrt: (out, a) => {
    if (!(a.high >= 0)) return out.empty();
    out.outward(Math.sqrt(Math.max(a.low, 0)), Math.sqrt(a.high));
    out.within(0, Infinity);
  },
  cbrt: (out, a) => out.increasing(Math.cbrt, a),
  abs: (out, a) => {
    out.even(Math.abs, a);
    out.within(0, Infinity);
  },
  sin: (out, a) => wave(out, Math.sin, a, 0.25),
  cos: (out, a) => wave(out, Math.cos, a, 0),
  tan: (out, a) => {
    wave(scratch, Math.cos, a, 0);
    if (scratch.low > 0 || scratch.high < 0) out.roughly(Math.tan(a.low), Math.tan(a.high));
    else if (scratch.isEmpty) out.empty();
    else out.whole();
  },
  asin: (out, a) => {
    if (!(a.low <= 1 && a.high >= -1)) return out.empty();
    out.roughly(Math.asin(Math.max(a.low, -1)), Math.asin(Math.min(a.high, 1)));
  },
  acos: (out, a) => {
    if (!(a.low <= 1 && a.high >= -1)) return out.empty();
    out.roughly(Math.acos(Math.min(a.high, 1)), Math.acos(Math.max(a.low, -1)));
    out.within(0, Infinity);
  },
  atan: (out, a) => out.increasing(Math.atan, a),
  sinh: (out, a) => out.increasing(Math.sinh, a),
  cosh: (out, a) => out.even(Math.cosh, a),
  tanh: (out, a) => out.increasing(Math.tanh, a),
  softplus: (out, a) => {
    out.roughly(NUMBER_FUNCTIONS.softplus(a.low, 0, 0), NUMBER_FUNCTIONS.softplus(a.high, 0, 0));
    out.within(0, Infinity);
  },
  sign: (out, a) => out.set(Math.sign(a.low), Math.sign(a.high)),
  step: (out, a) => {
    if (a.isEmpty) out.empty();
    else out.set(a.low > 0 ? 1 : 0, a.high > 0 ? 1 : 0);
  },
  huber: (out, a, _b, _c, k) => {
    out.even((u) => NUMBER_FUNCTIONS.huber(u, k, 0), a);
    out.within(0, Infinity);
  },
  min: (out, a, b) => out.set(Math.min(a.low, b.low), Math.min(a.high, b.high)),
  max: (out, a, b) => out.set(Math.max(a.low, b.low), Math.max(a.high, b.high)),
  // Monotone in base and exponent, for a base above 0.
  pow: (out, a, b) => {
    if (a.isEmpty || b.isEmpty) return b.low <= 0 && b.high >= 0 ? out.whole() : out.empty(); // anything ^ 0 is 1
    const p = a.low ** b.low;
    const q = a.low ** b.high;
    const r = a.high ** b.low;
    const s = a.high ** b.high;
    const least = Math.min(p, q, r, s);
    if (!(a.low > 0) || Number.isNaN(least)) return out.whole();
    out.roughly(least, Math.max(p, q, r, s));
    out.within(0, Infinity);
  },
  powConstant: (out, a, _b, _c, k) => {
    if (!(a.high >= 0)) return out.empty();
    const low = Math.max(a.low, 0) ** k;
    const high = a.high ** k;
    out.roughly(Math.min(low, high), Math.max(low, high));
    out.within(0, Infinity);
  },
  // The derivative of a jump: nothing can be said across it.
  kink: (out, a) => {
    if (a.low > 0 || a.high < 0) out.set(0, 0);
    else out.whole();
  },
  where: (out, a, b, c) => {
    if (a.isEmpty) out.empty();
    else if (a.low >= 0 || c.isEmpty) out.set(b.low, b.high);
    else if (a.high < 0 || b.isEmpty) out.set(c.low, c.high);
    else out.set(Math.min(b.low, c.low), Math.max(b.high, c.high));
  },
};

/** sin or cos, whose largest values are `top` turns past a whole number of turns. */
function wave(out: Range, f: (x: number) => number, a: Range, top: number): void {
  if (a.isEmpty) return out.empty();
  // Where a number's own rounding is a sizeable part of a turn, nothing is known.
  if (!(a.high - a.low < 6.28) || Math.max(Math.abs(a.low), Math.abs(a.high)) > 1e9) return out.set(-1, 1);
  const first = f(a.low);
  const last = f(a.high);
  out.roughly(Math.min(first, last), Math.max(first, last));
  if (meets(a, top)) out.high = 1;
  if (meets(a, top + 0.5)) out.low = -1;
  out.within(-1, 1);
}

/** Whether some (k + fraction) turns lie in a range, or so close that rounding could put them there. */
function meets(a: Range, fraction: number): boolean {
  const slack = 1e-6;
  const turn = 2 * Math.PI;
  return Math.ceil((a.low - slack) / turn - fraction) <= (a.high + slack) / turn - fraction;
}
