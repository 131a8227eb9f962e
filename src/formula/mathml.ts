import type { BinaryNode, CallNode, Expression } from './expression';
import type { Objective } from './objective';
import type { Surface } from './surface';
import { toText } from './text';

/** How tight a piece of notation binds: sum, product, sign, power, operand. */
const SUM = 1,
  PRODUCT = 2,
  SIGN = 3,
  POWER = 4,
  OPERAND = 5;

interface Piece {
  markup: string;
  binds: number;
  /** Begins with a digit: a factor before it needs a sign of multiplication. */
  digit?: boolean;
}

/** Names that are Greek letters. */
const LETTERS: Record<string, string> = { theta: 'θ', pi: 'π' };

/** What a screen reader needs between a factor and the next, and between a function and its argument. */
const INVISIBLE_TIMES = '<mo>\u2062</mo>';
const APPLY = '<mo>\u2061</mo>';

/** How a function is written where it is not written by its name. */
const NAMES: Partial<Record<string, string>> = {
  sigmoid: '<mi>σ</mi>',
  log: '<mi>ln</mi>',
  log10: '<msub><mi>log</mi><mn>10</mn></msub>',
  log2: '<msub><mi>log</mi><mn>2</mn></msub>',
  asin: '<mi>arcsin</mi>',
  acos: '<mi>arccos</mi>',
  atan: '<mi>arctan</mi>',
};

/**
 * A formula in presentation MathML: fractions, powers, as few parentheses as the notation needs. An objective is shown
 * as the definition of f, of one variable or two. Its `alttext` is the text that is read as the same formula again.
 */
export function toMathML(formula: Expression | Objective | Surface): string {
  const variables = 'variables' in formula ? formula.variables : 'variable' in formula ? [formula.variable] : [];
  const names = variables.map(identifier).join('<mo separator="true">,</mo>');
  const body =
    'gradient' in formula ? `${row(`<mi>f</mi>${fenced(names)}`)}${lines(formula.value, infix('='))}` : lines(formula);
  const text = 'gradient' in formula ? `f(${variables.join(', ')}) = ${toText(formula.value)}` : toText(formula);
  return `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="${text}"><mrow>${body}</mrow></math>`;
}

/** The summands, each a row of its own with the sign before it: where a formula may go on in another line. */
function lines(e: Expression, before = ''): string {
  return e.kind === 'add' || e.kind === 'subtract'
    ? `${lines(e.left, before)}${row(summand(e.right), infix(signOf(e)))}`
    : row(write(e, SUM), before);
}

/** A sign between two operands, though it begins a row. */
const infix = (sign: string) => `<mo form="infix">${sign}</mo>`;

const signOf = ({ kind }: BinaryNode) => (kind === 'add' ? '+' : '−');

/** `least`: what binds less than this gets parentheses. */
function write(e: Expression, least: number): string {
  const piece = plain(e);
  return piece.binds < least ? fenced(piece.markup) : piece.markup;
}

function plain(e: Expression): Piece {
  switch (e.kind) {
    case 'number':
      return number(e.value);
    case 'constant':
    case 'variable':
      return { markup: identifier(e.name), binds: OPERAND };
    case 'negate':
      return { markup: `<mo form="prefix">−</mo>${write(e.operand, SIGN)}`, binds: SIGN };
    case 'add':
    case 'subtract':
      return { markup: `${write(e.left, SUM)}<mo>${signOf(e)}</mo>${summand(e.right)}`, binds: SUM };
    case 'multiply':
      return product(e);
    case 'divide':
      return { markup: `<mfrac>${row(write(e.left, SUM))}${row(write(e.right, SUM))}</mfrac>`, binds: OPERAND };
    case 'power':
      return {
        markup: `<msup>${row(base(e.left))}${row(write(e.right, SUM))}</msup>`,
        binds: POWER,
        digit: e.left.kind === 'number',
      };
    case 'call':
      return call(e);
  }
}

/** What follows a plus or minus; a sign of its own needs parentheses: a-(-b). */
function summand(e: Expression): string {
  const { markup, binds } = plain(e);
  return binds < PRODUCT || binds === SIGN ? fenced(markup) : markup;
}

function number(value: number): Piece {
  const [digits, exponent] = String(value).split('e');
  if (exponent === undefined) return { markup: `<mn>${digits}</mn>`, binds: OPERAND, digit: true };
  const power = `<msup><mn>10</mn>${row(plain({ kind: 'number', value: Math.abs(Number(exponent)) }).markup, Number(exponent) < 0 ? '<mo form="prefix">−</mo>' : '')}</msup>`;
  return {
    markup: digits === '1' ? power : `<mn>${digits}</mn><mo>×</mo>${power}`,
    binds: PRODUCT,
    digit: true,
  };
}

/** Factors stand side by side; a dot is needed before a digit, and between what would read as a name and its argument. */
function product({ left, right }: BinaryNode): Piece {
  const first = plain(left);
  const second = plain(right);
  const needsDot =
    second.digit ||
    (isSymbol(left) && second.binds < PRODUCT) ||
    isFraction(left) ||
    isFraction(right) ||
    isNamed(right) ||
    isNamed(left);
  const operator = needsDot ? '<mo>·</mo>' : INVISIBLE_TIMES;
  // A sign after the first factor needs parentheses: a(-b).
  const rightMarkup =
    second.binds <= SIGN && second.binds !== PRODUCT ? fenced(second.markup) : write(right, PRODUCT + 1);
  return {
    markup: `${write(left, PRODUCT)}${operator}${rightMarkup}`,
    binds: PRODUCT,
    digit: first.binds < PRODUCT ? false : first.digit,
  };
}

function isSymbol(e: Expression): boolean {
  return e.kind === 'variable' || e.kind === 'constant' || (e.kind === 'multiply' && isSymbol(e.right));
}

/** Ends or begins with the name of a function that is spelled out. */
function isNamed(e: Expression): boolean {
  return e.kind === 'call' && !['sigmoid', 'sqrt', 'cbrt', 'abs'].includes(e.name);
}

function isFraction(e: Expression): boolean {
  return e.kind === 'divide';
}

/** The base of a power: a fraction, a function or another power needs parentheses though it binds tight elsewhere. */
function base(e: Expression): string {
  const { markup, binds } = plain(e);
  const bare =
    binds === OPERAND &&
    (e.kind === 'number' || e.kind === 'variable' || e.kind === 'constant' || (e.kind === 'call' && e.name === 'abs'));
  return bare ? markup : fenced(markup);
}

function call({ name, arguments: values }: CallNode): Piece {
  const list = values.map((value) => row(write(value, SUM))).join(`<mo separator="true">,</mo>`);
  if (name === 'sqrt') return { markup: `<msqrt>${list}</msqrt>`, binds: OPERAND };
  if (name === 'cbrt') return { markup: `<mroot>${row(list)}<mn>3</mn></mroot>`, binds: OPERAND };
  if (name === 'exp') return { markup: `<msup><mi>e</mi>${list}</msup>`, binds: POWER };
  if (name === 'abs')
    return {
      markup: between('|', list, '|'),
      binds: OPERAND,
    };
  return { markup: `${NAMES[name] ?? `<mi>${name}</mi>`}${APPLY}${fenced(list)}`, binds: OPERAND };
}

/** One letter is set in italics, a longer name upright; an index follows an underscore. Names are letters, digits and underscores. */
function identifier(name: string): string {
  const [main, ...indices] = name.split('_');
  const letter = `<mi>${LETTERS[main] ?? main}</mi>`;
  return main && indices.length === 1 && indices[0]
    ? `<msub>${letter}<mi>${indices[0]}</mi></msub>`
    : indices.length > 0
      ? `<mi>${name}</mi>`
      : letter;
}

function fenced(markup: string): string {
  return between('(', markup, ')');
}

/** Fences as tall as what they hold: those that are as tall below the line as above it stand out. */
function between(open: string, markup: string, close: string): string {
  const fence = (sign: string) => `<mo fence="true" stretchy="true" symmetric="false">${sign}</mo>`;
  return row(`${fence(open)}${markup}${fence(close)}`);
}

function row(markup: string, before = ''): string {
  return `<mrow>${before}${markup}</mrow>`;
}
