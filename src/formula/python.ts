import { compileScalar } from './compile';
import type { Expression } from './expression';
import type { FunctionName } from './functions';
import { SIGMOID_LIMIT } from './number-functions';
import { writeText } from './text';

/** What NumPy lacks, as functions of its own: they stand above the functions that call them. */
const HELPERS: Partial<Record<FunctionName, string>> = {
  sigmoid: `def sigmoid(u):
    return 1 / (1 + np.exp(np.minimum(-u, ${SIGMOID_LIMIT})))  # with the limit, exp does not overflow`,
  huber: `def huber(u, delta=1):
    inside = np.minimum(np.abs(u), delta)
    return inside * (np.abs(u) - inside / 2)`,
};

type Call = (...values: string[]) => string;

const named =
  (name: string): Call =>
  (...values) =>
    `${name}(${values.join(', ')})`;
/** A function of two values, for as many as there are. */
const nested =
  (name: string): Call =>
  (...values) =>
    values.reduceRight((rest, value) => `${name}(${value}, ${rest})`);

/** How Python calls each function, with the same values at kinks and in the tails. */
export const PYTHON_CALLS: Readonly<Record<FunctionName, Call>> = {
  exp: named('np.exp'),
  log: named('np.log'),
  log10: named('np.log10'),
  log2: named('np.log2'),
  sqrt: named('np.sqrt'),
  cbrt: named('np.cbrt'),
  abs: named('np.abs'),
  min: nested('np.minimum'),
  max: nested('np.maximum'),
  sin: named('np.sin'),
  cos: named('np.cos'),
  tan: named('np.tan'),
  asin: named('np.arcsin'),
  acos: named('np.arccos'),
  atan: named('np.arctan'),
  sinh: named('np.sinh'),
  cosh: named('np.cosh'),
  tanh: named('np.tanh'),
  sigmoid: named('sigmoid'),
  softplus: (u) => `np.logaddexp(0, ${u})`,
  relu: (u) => `np.maximum(${u}, 0)`,
  huber: named('huber'),
  sign: named('np.sign'),
  step: (u) => `np.heaviside(${u}, 0)`,
  where: (condition, a, b) => `np.where(${condition} >= 0, ${a}, ${b})`,
  kink: named('np.zeros_like'),
};

/** Whole numbers up to this are the same in both languages; beyond it Python's grow digits, and ours are rounded. */
const EXACT = 2 ** 53;

/** A number as Python writes it. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'np.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-np.inf' : 'np.inf';
  const text = String(value);
  return Math.abs(value) > EXACT && !text.includes('e') ? `${text}.0` : text;
}

/** Numbers as a list of Python. */
export function pythonList(values: Iterable<number>): string {
  return `[${Array.from(values, pythonNumber).join(', ')}]`;
}

/**
 * Formulas as functions of Python, which take NumPy's arrays, and above them what they call. `np` is NumPy.
 * @param functions the name of each function, and its formula
 * @param variables one, or several in their order
 * @param domain 1 where the functions have values: elsewhere they are nan, whatever the formulas give
 */
export function toPython(
  functions: Readonly<Record<string, Expression>>,
  variables: string | readonly string[],
  domain?: Expression,
): string {
  const called = new Set<FunctionName>();
  const given = [variables].flat().join(', ');
  const define = (name: string, formula: Expression, isCut: boolean) => {
    const { lines, result } = bodyOf(formula, called);
    const returned = isCut ? `np.where(inside(${given}) == 1, ${result}, np.nan)` : result;
    return [`def ${name}(${given}):`, ...lines, `return ${returned}`].join('\n    ');
  };
  const definitions = [
    ...(domain ? [define('inside', domain, false)] : []),
    ...Object.entries(functions).map(([name, formula]) => define(name, formula, domain !== undefined)),
  ];
  const helpers = [...called].flatMap((name) => HELPERS[name] ?? []);
  return [...helpers, ...definitions].join('\n\n');
}

/** What a function returns, and the lines before that: a call that occurs more than once has a line and a name of its own. */
function bodyOf(formula: Expression, called: Set<FunctionName>): { lines: string[]; result: string } {
  const uses = usesOf(formula);
  const names = new Map<Expression, string>();
  const lines: string[] = [];
  const result = writeText(formula, {
    symbols: { add: ' + ', subtract: ' - ', multiply: ' * ', divide: ' / ', power: '**' },
    number: pythonNumber,
    constant: ({ name }) => `np.${name}`,
    call(call, values) {
      called.add(call.name);
      const text = PYTHON_CALLS[call.name](...values);
      if (uses.get(call)! < 2) return text;
      const name = `u${names.size + 1}`;
      names.set(call, name);
      lines.push(`${name} = ${text}`);
      return name;
    },
    replacement: (part) => names.get(part) ?? constantOf(part),
  });
  return { lines, result };
}

/** How often each part occurs as a part of another one. */
function usesOf(formula: Expression): Map<Expression, number> {
  const uses = new Map<Expression, number>();
  const count = (part: Expression) => {
    uses.set(part, (uses.get(part) ?? 0) + 1);
    if (uses.get(part) === 1) partsOf(part).forEach(count);
  };
  count(formula);
  return uses;
}

function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'constant':
    case 'variable':
      return [];
    case 'negate':
      return [e.operand];
    case 'call':
      return e.arguments;
    default:
      return [e.left, e.right];
  }
}

/** The value of a constant part that Python would compute otherwise: 1/0 is an error there, 10^30 an integer, (-8)^0.5 complex. */
function constantOf(part: Expression): string | undefined {
  if (partsOf(part).length === 0 || !isConstant(part)) return undefined;
  const value = compileScalar(part, [])();
  if (Math.abs(value) <= EXACT) return undefined;
  return value < 0 ? `(${pythonNumber(value)})` : pythonNumber(value);
}

function isConstant(e: Expression): boolean {
  return e.kind !== 'variable' && partsOf(e).every(isConstant);
}
