import temml from 'temml';

/** Besides LaTeX: a norm that grows with what it holds, and a place for a number that a page fills in (`fillSlots`). */
const MACROS = { '\\abs': '\\left|#1\\right|', '\\slot': '\\data{slot=#1}{0}' };

interface MathNode {
  /** None for a row of nodes without an element of its own. */
  type?: string;
  /** Of a text, which has nothing else. */
  text?: string;
  attributes: Record<string, string | number | boolean>;
  children: MathNode[];
  classes: string[];
  style: Record<string, string>;
}

/**
 * MathML of a formula in TeX. It needs no style sheet but `formula/tex.css`, and has no inline styles, which the policy
 * of a page may forbid. Throws for what Temml does not know, with the formula.
 */
export function texToMathML(text: string, isBlock = false): string {
  const options = { displayMode: isBlock, throwOnError: true, trust: true, macros: { ...MACROS } };
  let root: MathNode;
  try {
    root = temml.__renderToMathMLTree(text, options) as MathNode;
  } catch (error) {
    throw new Error(`${(error as Error).message} in the formula ${text}`, { cause: error });
  }
  return `<math${isBlock ? ' display="block"' : ''}>${root.children.map(markup).join('')}</math>`;
}

/** A formula that stands for itself. The box scrolls where the formula is wider than its place. */
export function displayed(text: string): string {
  return `<div class="display" tabindex="0">${texToMathML(text, true)}</div>`;
}

function markup({ type, text, attributes, children, classes }: MathNode): string {
  if (text !== undefined) return escaped(text);
  if (type === undefined) return children.map(markup).join('');
  if (type === 'msup' || type === 'msubsup') {
    const primed = withPrimes(type, children);
    if (primed) return primed;
  }
  const all: MathNode['attributes'] = { ...attributes };
  // Temml keeps the size of accents by a style; this attribute says the same.
  if (type === 'mover' && Object.keys(children[1].style).some((name) => /^math-?depth$/i.test(name)))
    all.accent = 'true';
  const alignment = classes.find((name) => name === 'tml-left' || name === 'tml-right');
  if (alignment) all.class = alignment;
  const written = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${type}${written.join('')}>${children.map(markup).join('')}</${type}>`;
}

/**
 * Primes stand beside the base here and not in its superscript: the sign is raised in itself, and most fonts have none
 * that is made for a superscript.
 */
function withPrimes(type: 'msup' | 'msubsup', children: MathNode[]): string | undefined {
  const [base, ...scripts] = children;
  const above = scripts.at(-1)!;
  const parts = above.type === 'mrow' ? above.children : [above];
  const isPrime = ({ classes }: MathNode) => classes?.includes('tml-prime');
  const primes = parts.filter(isPrime).length;
  if (primes === 0) return undefined;
  const sign = ['′', '″', '‴'][primes - 1] ?? '′'.repeat(primes);
  const primed = `<mrow>${markup(base)}<mo form="postfix" lspace="0" rspace="0.05em">${sign}</mo></mrow>`;
  const power = parts.filter((part) => !isPrime(part)).map(markup);
  const below = type === 'msubsup' ? markup(scripts[0]) : undefined;
  if (power.length === 0) return below === undefined ? primed : `<msub>${primed}${below}</msub>`;
  const rest = `${below ?? ''}<mrow>${power.join('')}</mrow>`;
  return `<${type}>${primed}${rest}</${type}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
