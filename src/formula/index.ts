/** A formula's text, read once: its tree, its derivatives, and the ways to evaluate and to show it. */
export { numberNode, type Expression } from './expression';
export { FormulaError } from './error';
export { parse, type Names } from './parse';
export { FUNCTION_NAMES } from './functions';
export { parseObjective, VARIABLE_NAMES, type Objective } from './objective';
export { parseSurface, type Surface } from './surface';
export { derivative } from './derivative';
export { compileBlock, compileScalar, type BlockFunction, type ScalarFunction } from './compile';
export { toText } from './text';
export { emitPairWGSL, emitWGSL, UNDEFINED_RESULT } from './wgsl';
export type { Exponentials } from './wgsl-exponentials';
export { widestWhere, widestWithSmallExponents } from './small-exponents';
export { domainOf, holdsBetween } from './domain';
export { toMathML } from './mathml';
export { compileInterval } from './interval';
