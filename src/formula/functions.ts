/** How many arguments a function takes. */
export interface FunctionInfo {
  least: number;
  most: number;
}

const one: FunctionInfo = { least: 1, most: 1 };
const many: FunctionInfo = { least: 1, most: 50 };

/**
 * The functions a formula may call. `log` is the natural logarithm; `cbrt` is the cube root of any number, negative ones
 * too; `huber(u, delta)` is u^2/2 within delta (default 1) and delta (|u| - delta/2) beyond; `step(u)` is 1 for u > 0,
 * else 0; `where(c, a, b)` is a for c >= 0, else b. `kink(u)` is 0: it marks, in the derivative of such a function, where
 * it jumps. These three are what derivatives of functions with a kink are made of.
 */
export const FUNCTIONS = {
  exp: one,
  log: one,
  log10: one,
  log2: one,
  sqrt: one,
  cbrt: one,
  abs: one,
  min: many,
  max: many,
  sin: one,
  cos: one,
  tan: one,
  asin: one,
  acos: one,
  atan: one,
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

/** Where a function is defined, if not everywhere: what its argument must be. */
export const DOMAINS: Partial<Record<FunctionName, 'positive' | 'not negative' | 'within 1'>> = {
  log: 'positive',
  log10: 'positive',
  log2: 'positive',
  sqrt: 'not negative',
  asin: 'within 1',
  acos: 'within 1',
};

/** What a person may call; `kink` is for derivatives alone. */
export const FUNCTION_NAMES: readonly FunctionName[] = (Object.keys(FUNCTIONS) as FunctionName[]).filter(
  (name) => name !== 'kink',
);

/** Other spellings that people are used to. */
export const ALIASES: Record<string, FunctionName> = {
  ln: 'log',
  lb: 'log2',
  ld: 'log2',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arctg: 'atan',
  tg: 'tan',
  // As Italian, Portuguese, Spanish and German write them, and their spreadsheets.
  sen: 'sin',
  senh: 'sinh',
  tgh: 'tanh',
  arcsen: 'asin',
  asen: 'asin',
  wurzel: 'sqrt',
  racine: 'sqrt',
  raiz: 'sqrt',
  sgn: 'sign',
  signum: 'sign',
  logistic: 'sigmoid',
  maximum: 'max',
  minimum: 'min',
  absolute: 'abs',
  fabs: 'abs',
};

export const CONSTANTS: Record<string, number> = { pi: Math.PI, e: Math.E };

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

/** The function that a name or another spelling of it calls, in small letters or capital ones. */
export function functionCalled(name: string): FunctionName | undefined {
  for (const one of [name, name.toLowerCase()]) {
    if (isFunctionName(one)) return one;
    if (Object.hasOwn(ALIASES, one)) return ALIASES[one];
  }
  return undefined;
}
