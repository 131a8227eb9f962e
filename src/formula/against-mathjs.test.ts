import fc from 'fast-check';
import { all, create, type MathNode } from 'mathjs';
import { expect, test } from 'vitest';
import { compileInterval, compileScalar, derivative, parse, type Expression } from '.';
import { RULES } from './interval-rules';
import { formula } from './formulas.fixtures';
import { Range } from './range';

const math = create(all, {});

const FORMULAS = 1500;
const POINTS = 16;

/** The parts of a tree of the reference that are looked at here. */
interface Node {
  type: string;
  name?: string;
  value?: number;
  content?: Node;
  fn?: { name?: string } | string;
  args?: Node[];
}

/**
 * The range in which the reference's own tree must evaluate, roundings included: walked with the interval rules that
 * are tested on their own. It says how exact the reference is at this point.
 */
function enclose(node: Node, x: number): Range {
  const out = new Range();
  if (node.type === 'ParenthesisNode') return enclose(node.content!, x);
  if (node.type === 'ConstantNode') out.set(node.value!, node.value!);
  else if (node.type === 'SymbolNode') out.set(x, x);
  else {
    const name = typeof node.fn === 'string' ? node.fn : node.fn!.name!;
    const [a, b = a] = node.args!.map((argument) => enclose(argument, x));
    apply(out, name, a, b, node.args![1]);
  }
  return out;
}

function apply(out: Range, name: string, a: Range, b: Range, exponent?: Node): void {
  const rules = RULES as Record<string, (typeof RULES)['add']>;
  switch (name) {
    case 'unaryMinus':
      return out.affine(-1, a, 0);
    case 'pow':
      return power(out, a, b, exponent!);
    case 'sec':
    case 'sech': {
      const inner = new Range();
      rules[name === 'sec' ? 'cos' : 'cosh'](inner, a, a, a, 0, 0);
      return out.reciprocal(inner);
    }
    case 'exp':
      return rules.exp(out, a, a, a, 1, 0);
    default:
      return rules[name](out, a, b, b, 0, 0);
  }
}

function power(out: Range, a: Range, b: Range, exponent: Node): void {
  if (b.low !== b.high || exponent.type === 'SymbolNode') return RULES.pow(out, a, b, b, 0, 0);
  const n = b.low;
  if (!Number.isInteger(n)) return RULES.powConstant(out, a, a, a, n, 0);
  const size = new Range();
  if (Math.abs(n) % 2 === 0) size.even((u) => u ** Math.abs(n), a);
  else size.increasing((u) => u ** Math.abs(n), a);
  if (n < 0) out.reciprocal(size);
  else out.set(size.low, size.high);
}

interface Counts {
  compared: number;
  /** Compared so closely that an error of a billionth would be seen. */
  sharp: number;
}

/**
 * Both results lie in their enclosures, and both enclosures hold the exact value. Ours knows nothing of the constants that
 * were folded beforehand; each of these is off by half a unit in the last place, no more than one of the roundings
 * that it knows: hence the factor.
 */
function compare(
  make: (text: string, elementary: MathNode) => { ours: Expression; reference: MathNode },
  seed: number,
): Counts {
  const counts: Counts = { compared: 0, sharp: 0 };
  const points = fc.array(
    fc.integer({ min: -320, max: 320 }).map((k) => k / 64),
    { minLength: POINTS, maxLength: POINTS },
  );
  const agree = ({ text, elementary }: { text: string; elementary: string }, points: number[]) => {
    const { ours, reference } = make(text, math.parse(elementary));
    const evaluate = compileScalar(ours, ['x']);
    const interval = compileInterval(ours, 'x');
    const compiled = reference.compile();
    for (const x of points) {
      const expected: unknown = compiled.evaluate({ x });
      const [low, high] = interval(x, x);
      const range = enclose(reference as Node, x);
      const allowed = 8 * (high - low) + (range.high - range.low);
      // Outside the domain, or beyond what float64 holds on the way.
      if (typeof expected !== 'number' || !Number.isFinite(expected) || !Number.isFinite(allowed)) continue;
      counts.compared++;
      if (allowed <= 1e-9 * Math.abs(expected) + 1e-12) counts.sharp++;
      const value = evaluate(x);
      if (!(Math.abs(value - expected) <= allowed)) throw new Error(`${text} at ${x}: ${value}, not ${expected}`);
    }
  };
  fc.assert(fc.property(formula(['x']), points, agree), { seed, numRuns: FORMULAS });
  return counts;
}

test('values agree with the reference at more than 10,000 generated formulas and points', { timeout: 60_000 }, () => {
  const counts = compare((text, reference) => ({ ours: parse(text, { variables: ['x'] }), reference }), 1);
  expect(counts.compared).toBeGreaterThan(10_000);
  expect(counts.sharp).toBeGreaterThan(0.95 * counts.compared);
});

test(
  'derivatives agree with the reference at more than 10,000 generated formulas and points',
  { timeout: 60_000 },
  () => {
    const counts = compare(
      (text, elementary) => ({
        ours: derivative(parse(text, { variables: ['x'] }), 'x'),
        reference: math.derivative(elementary, 'x', { simplify: false }),
      }),
      2,
    );
    expect(counts.compared).toBeGreaterThan(10_000);
    expect(counts.sharp).toBeGreaterThan(0.9 * counts.compared);
  },
);

test(
  'second derivatives agree with the reference at more than 10,000 generated formulas and points',
  { timeout: 60_000 },
  () => {
    const twice = (node: MathNode) =>
      math.derivative(math.derivative(node, 'x', { simplify: false }), 'x', { simplify: false });
    const counts = compare(
      (text, elementary) => ({
        ours: derivative(derivative(parse(text, { variables: ['x'] }), 'x'), 'x'),
        reference: twice(elementary),
      }),
      3,
    );
    expect(counts.compared).toBeGreaterThan(10_000);
    expect(counts.sharp).toBeGreaterThan(0.8 * counts.compared);
  },
);
