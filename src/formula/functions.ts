/** How many arguments a function takes. */
export interface FunctionInfo {
  least: number;
  most: number;
}

const one: FunctionInfo = { least: 1, most: 1 };
const many: FunctionInfo = { least: 1, most: 50 };

/**
 * The functions a formula may call. `log` is the natural logarithm; `huber(u, delta)` is u^2/2 within delta (default 1)
 * and delta (|u| - delta/2) beyond; `step(u)` is 1 for u > 0, else 0; `where(c, a, b)` is a for c >= 0, else b.
 * `kink(u)` is 0: it marks, in the derivative of such a function, where it jumps. These three are what derivatives of
 * functions with a kink are made of.
 */
export const FUNCTIONS = {
  exp: one,
  log: one,
  sqrt: one,
  abs: one,
  min: many,
  max: many,
  sin: one,
  cos: one,
  tan: one,
  sinh: one,
  cosh: one,
  tanh: one,
  sigmoid: one,
  softplus: one,
  relu: one,
  huber: { least: 1, most: 2 },
  sign: one,
  step: one,
  where: { least: 3, most: 3 },
  kink: one,
} as const satisfies Record<string, FunctionInfo>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Other spellings that people are used to. */
export const ALIASES: Record<string, FunctionName> = { ln: 'log' };

export const CONSTANTS: Record<string, number> = { pi: Math.PI, e: Math.E };

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}
