import { literal, series } from './wgsl-functions';

/**
 * How a function in WGSL raises 2 to a power.
 *
 * - `built-in`: by `exp2`, which a graphics processor has an instruction for.
 * - `arithmetic`: by a polynomial, for adapters that compute on the processor: there it was measured to be quicker than
 *   their `exp2`. The shader defines `alias integer = i32;`, or `vec4i` where `real` is `vec4f`.
 * - `unlimited arithmetic`: the same to the last bit and quicker still, but only for exponents from -126 to 125: see
 *   `widestWithSmallExponents`.
 *
 * The first two limit exponents, so that results stay finite.
 */
export type Exponentials = 'built-in' | 'arithmetic' | 'unlimited arithmetic';

/** Below 2^-126 float32 is no longer as precise, and processors no longer as quick. */
const LOWEST = -126;
/** k + ROUND has k in its lowest bits, for whole k of at most 2^22; bits of larger numbers are higher, those of smaller ones lower. */
const ROUND = 12582912;
const ROUND_BITS = 0x4b400000;

/**
 * 2^f on [0, 1) with a relative error of 9e-8, lowest coefficient first: of the polynomials of degree 5 that are exact at
 * 0 and 1, so that 2^e makes no jump where the whole part of e changes, the one whose largest relative error is least (found by Lawson's
 * iteration).
 */
const FRACTION = [
  1, 0.6931517388301738, 0.24015927146757013, 0.05581867593975743, 0.00899099513220845, 0.0018793186302902669,
];

/**
 * The lines that compute 2^exponent, with names that end in `suffix`, and the expression of the result.
 *
 * @param limit larger exponents may be taken as this one; as arithmetic, the largest result is below 2^(1 + the limit's whole part)
 */
export function exponentialLines(
  style: Exponentials,
  suffix: string,
  exponent: string,
  limit: number,
): { lines: string[]; result: string } {
  const name = (letter: string) => `${letter}${suffix}`;
  const r = (value: number) => `real(${literal(value)})`;
  const [e, k, f, p, b] = ['e', 'k', 'f', 'p', 'b'].map(name);
  if (style === 'built-in') {
    // `select` was measured to be quicker than `min`.
    return {
      lines: [`let ${e} = ${exponent};`, `let ${k} = select(${e}, ${r(limit)}, ${e} > ${r(limit)});`],
      result: `exp2(${k})`,
    };
  }
  const bits = `bitcast<integer>(${k} + ${r(ROUND)})`;
  const [low, high] = [LOWEST, Math.floor(limit)].map((whole) => `integer(${ROUND_BITS + whole})`);
  return {
    lines: [
      `let ${e} = ${exponent};`,
      `let ${k} = floor(${e});`,
      `let ${f} = ${e} - ${k};`,
      `let ${p} = ${series(f, FRACTION)};`,
      `let ${b} = ${style === 'arithmetic' ? `clamp(${bits}, ${low}, ${high})` : bits};`,
    ],
    // The whole part goes to where a float has its exponent. A product: shifts of vectors were measured to be slow.
    result: `bitcast<real>(bitcast<integer>(${p}) + ${b} * integer(8388608))`,
  };
}
