import { COMMANDS } from './characters';
import { FormulaError } from './error';
import type { Expression } from './expression';
import type { FunctionName } from './functions';
import { formulaMessages as say } from './messages';
import { asked, short, unsized } from './quoted';
import { isRaised, lowered } from './raised';
import type { Token } from './token';
import { wholePartIn, type Beside } from './whole-part';
import type { Message } from '../messages';

/** What transposes a vector, as an exponent. */
const TRANSPOSE = /^[({]?\s*(?:[THᵀ⊤]|\\top|\\math\w+\s*\{?\s*[TH]\s*\}?)\s*[)}]?$/;
/** The signs that a command of TeX may stand for. */
const SIGN = /^[*/]$/;
/** A power as it was read, with its places in the text. */
export interface Power {
  start: number;
  base: Expression;
  baseEnd: number;
  exponent: Expression;
  exponentStart: number;
  end: number;
}

/** A quotient as it was read, with its places in the text. */
export interface Quotient {
  start: number;
  above: Expression;
  divisor: number;
  below: Expression;
  end: number;
}

/** A function with an argument that has no parentheses. */
export interface Bare {
  token: Token;
  name: FunctionName;
  start: number;
  end: number;
  /** Where what stands beside it begins. */
  beside: number;
}

/** What is said of formulas that some people read in one way and others in another. */
export class Readings {
  constructor(
    private readonly text: string,
    private readonly notes: Message[],
  ) {}

  /** x^2^3, x²^3, e^(-x)^2; of e^x^2 there is no doubt. */
  tower(power: Power, inner: Power): void {
    // Of three powers the upper two are asked about, and of sin x^2 its argument.
    if (inner.exponent.kind === 'power' || unsigned(power.exponent).kind !== 'power') return;
    const isPlain = !this.#isBracketed(inner.start, inner.baseEnd);
    if (isE(power.base) && isPlain) return;
    const [first, second] = this.#towers(power, inner);
    this.#note(power.start, power.end, first, second);
  }

  /** x^2^3 of a spreadsheet */
  sheetTower(power: Power, inner: Power): never {
    const [second, first] = this.#towers(power, inner);
    this.ask(power.start, power.end, first, second);
  }

  /** A tower from the right and from the left. */
  #towers({ start, baseEnd, exponentStart }: Power, inner: Power): [string, string] {
    const b = this.#line(start, baseEnd);
    const low = this.#slice(exponentStart, inner.start) + this.#line(inner.start, inner.baseEnd);
    const high = this.#line(inner.exponentStart, inner.end);
    return [`${b}^(${low}^${high})`, `(${b}^${low})^${high}`];
  }

  /** -x^2 of a spreadsheet */
  signedPower(sign: number, { start, baseEnd, exponentStart, end }: Power): never {
    const [b, raised] = [this.#line(start, baseEnd), this.#line(exponentStart, end)];
    this.ask(sign, end, `-(${this.#slice(start, end)})`, `(-${b})^${raised}`);
  }

  /** x^T */
  transposed({ start, base, baseEnd, exponent, exponentStart, end }: Power): void {
    if (exponent.kind !== 'variable' || base.kind === 'number' || base.kind === 'constant') return;
    if (!TRANSPOSE.test(this.#slice(exponentStart, end))) return;
    const b = this.#line(start, baseEnd);
    const values = { text: short(this.#slice(start, end)), place: start + 1, base: short(b) };
    const message = say('transposed', { ...values, power: short(`${b}^${exponent.name}`) });
    throw new FormulaError(message, this.text, start, end - start);
  }

  /** x^(1/3), x^(2/5) where what is below the root may be negative */
  oddRoot({ start, base, baseEnd, exponent, end }: Power): void {
    if (exponent.kind !== 'divide' || base.kind === 'number' || base.kind === 'constant') return;
    const [above, below] = [wholeOf(exponent.left), wholeOf(exponent.right)];
    if (above === undefined || below === undefined || below % 2 === 0 || above % below === 0) return;
    const b = this.#line(start, baseEnd).replace(/^\(([^()]*)\)$/, '$1');
    const size = `abs(${b})^(${above}/${below})`;
    const cube = above === 1 ? `cbrt(${b})` : `cbrt(${b})^${above}`;
    const instead = below === 3 ? cube : above % 2 === 0 ? size : `sign(${b})*${size}`;
    const text = short(this.#slice(start, end));
    this.notes.push(say('rootOfPositive', { text, base: short(b), instead: short(instead) }));
  }

  /** 1/2x */
  dividedProduct(start: number, divisor: number, factor: number, end: number): void {
    const above = this.#slice(start, divisor).replace(/\s*[/÷⁄∕]$/, '');
    const [below, more] = [this.#slice(divisor, factor), this.#slice(factor, end)];
    this.#note(start, end, `(${above}/${below})*${more}`, `${above}/(${below}*${more})`);
  }

  /** 1/1+x^2 */
  dividedSum({ start, divisor, end }: Quotient, last: number): void {
    const below = this.#slice(divisor, end);
    if (/^[([{]/.test(below)) return;
    const above = this.#slice(start, divisor).replace(/\s*[/÷⁄∕]$/, '');
    const more = this.text.slice(end, last);
    this.#note(start, last, `(${above}/${below})${more}`, `${above}/(${below}${more})`);
  }

  /** e^-x/2, x^1/2, x^-2/3, but not x^4/4: where a fraction is an exponent, it is in lowest terms. */
  dividedPower(
    { start, baseEnd, exponent, exponentStart, end }: Power,
    by: number,
    divisor: number,
    last: number,
  ): void {
    const whole = wholeOf(exponent);
    const isFraction =
      whole === undefined
        ? unsigned(exponent).kind !== 'number'
        : by > 1 && Number.isInteger(by) && isLowest(whole, by);
    if (!isFraction || this.#isBracketed(exponentStart, end)) return;
    const [b, below] = [this.#line(start, baseEnd), this.#slice(divisor, last)];
    const raised = this.#slice(exponentStart, end);
    this.#note(start, last, `(${this.#slice(start, end)})/${below}`, `${b}^(${raised}/${below})`);
  }

  /** e^2x, 2^3x, x^2x */
  powerBeside({ start, base, baseEnd, exponentStart, end }: Power, next: Token, last: number): void {
    if (this.#isBracketed(exponentStart, end)) return;
    const isNumber = base.kind === 'number' || base.kind === 'constant';
    if (!isNumber && (next.kind !== 'name' || (next as { meaning?: string }).meaning === 'function')) return;
    const [b, raised, factor] = [this.#line(start, baseEnd), this.#slice(exponentStart, end), this.#slice(end, last)];
    this.#note(start, last, `(${b}^${raised})*${factor}`, `${b}^(${raised}*${factor})`);
  }

  /** sin x^2 */
  powerOfArgument({ token, name, start, end }: Bare, { baseEnd, exponentStart }: Power): void {
    const [argument, base, raised] = [
      this.#slice(start, end),
      unbraced(this.#line(start, baseEnd)),
      this.#slice(exponentStart, end),
    ];
    const sign = isRaised(raised) ? '' : '^';
    const called = this.#called(name, token, start);
    this.#note(token.position, end, `${called}(${argument})`, `${called}(${base})${sign}${raised}`);
  }

  /** \sin{2}x is \sin 2x */
  braced({ token, name, start, end }: Bare, close: number): void {
    const called = this.#called(name, token, start);
    const [inside, more] = [unbraced(this.#slice(start, close)), this.#slice(close, end)];
    this.#note(token.position, end, `${called}(${inside}*${more})`, `${called}(${inside})*${more}`);
  }

  /** 2\frac{1}{2} */
  mixed({ text: whole, position }: Token, end: number, fraction: Expression): void {
    if (fraction.kind !== 'divide') return;
    const [above = 0, below = 0] = [wholeOf(fraction.left), wholeOf(fraction.right)];
    if (above <= 0 || above >= below) return;
    const part = `${above}/${below}`;
    this.ask(position, end, `(${whole}+${part})`, `${whole}*${part}`);
  }

  /** sin x/2, √2x: what follows may belong to the argument or not. */
  doubt({ token, name, start, end, beside }: Bare, last: number): never {
    const argument = unbraced(this.#slice(start, end));
    const called = this.#called(name, token, start);
    const more = this.#slice(beside, last).replace(
      /^\\([a-z]+)\s*/,
      (typed, command: string) => SIGN.exec(COMMANDS[command])?.[0] ?? typed,
    );
    const sign = /^[*/^·×⋅∙∗÷⁄∕]/.test(more) || isRaised(more) ? '' : '*';
    const [first, second] = [`${called}(${argument})${sign}${more}`, `${called}(${argument}${sign}${more})`];
    this.ask(token.position, last, first, second);
  }

  /** log 2 x, √2 x in words: the number is a base, has the function of its own, or belongs to the argument. */
  numberApart({ token, name, start, end, beside }: Bare, last: number): never {
    const typed = this.#slice(token.position, token.position + token.length);
    const number = unbraced(this.#slice(start, end));
    const rest = this.#slice(beside, last);
    const inside = rest.replace(/^\(([^()]*)\)$/, '$1');
    const called = this.#called(name, token, start);
    const isBase = called === 'log' && /^\\?log$/i.test(typed);
    const based = number === '2' || number === '10' ? `log${number}(${inside})` : `log(${inside})/log(${number})`;
    const first = isBase ? based : `${called}(${number})*${rest}`;
    this.ask(token.position, last, first, `${called}(${number}*${rest})`);
  }

  /** log(x, 2), Log[2, x] */
  withBase(from: number, open: number, end: number): void {
    const [first, second, third] = this.#slice(open + 1, end - 1).split(/\s*[,;]\s*/);
    // A comma more belongs to a number or to another function.
    if (third === undefined) this.ask(from, end, `log(${first})/log(${second})`, `log(${second})/log(${first})`);
  }

  /** [x], \\{x\\} */
  wholePart(open: number, end: number, inner: Expression, beside: Beside): void {
    const found = wholePartIn(this.text, open, end, inner, beside);
    if (!found) return;
    const tell = found.isLikely ? this.ask : this.#note;
    tell.call(this, found.from, end, found.plain, found.other);
  }

  /** sin^-1(x) */
  inverse(name: FunctionName, token: Token, exponentEnd: number, open: number, end: number): never {
    const argument = this.#slice(open, end).replace(/^\(([^()]*)\)$/, '$1');
    const inverses: Partial<Record<FunctionName, FunctionName>> = { sin: 'asin', cos: 'acos', tan: 'atan' };
    const first = inverses[name] ? `${inverses[name]}(${argument})` : say('inverseOf', { name });
    this.ask(token.position, exponentEnd, first, `1/${name}(${argument})`);
  }

  /** A function with the power that stands between its name and its argument. */
  #called(name: FunctionName, { position, length, times }: Token, argument: number): string {
    return (times ? this.#slice(position, position + length) : name) + this.#slice(position + length, argument);
  }

  /** Whether it is plain how far an exponent goes. */
  #isBracketed(from: number, to: number): boolean {
    const text = this.#slice(from, to);
    return isRaised(text) || /^\s*[({[]/.test(text) || /[)}\]]$/.test(text);
  }

  /** A piece of a power as it is written on the line. */
  #line(from: number, to: number): string {
    const text = this.#slice(from, to);
    if (!isRaised(text)) return text;
    return text.length > 1 && /\D/.test(lowered(text)) ? `(${lowered(text)})` : lowered(text);
  }

  #slice(from: number, to: number): string {
    return unsized(this.text.slice(from, to));
  }

  ask(from: number, to: number, first: string | Message, second: string): never {
    throw asked(this.text, from, to, first, second);
  }

  #note(from: number, to: number, first: string, second: string): void {
    this.notes.push(say('readAs', { text: short(this.#slice(from, to)), first: short(first), second: short(second) }));
  }
}

function isE(base: Expression): boolean {
  return base.kind === 'constant' && base.name === 'e';
}

/** What stands in braces that are not printed; a sum needs them. */
const unbraced = (text: string): string => text.replace(/^\{([+-]?[^{}+-]*)\}$/, '$1');

const unsigned = (e: Expression): Expression => (e.kind === 'negate' ? unsigned(e.operand) : e);

/** A whole number with its sign. */
function wholeOf(e: Expression): number | undefined {
  const size =
    e.kind === 'negate' ? wholeOf(e.operand) : e.kind === 'number' && Number.isInteger(e.value) ? e.value : undefined;
  return size === undefined || e.kind === 'number' ? size : -size;
}

function isLowest(above: number, below: number): boolean {
  let [a, b] = [Math.abs(above), below];
  while (b > 0) [a, b] = [b, a % b];
  return a === 1;
}

/** Whether a quotient has less in it than is written: x/x^2, e^x/e^x, x/1. */
export function isReducible({ above, below }: Quotient): boolean {
  const factors = factorsOf(above);
  return (below.kind === 'number' && below.value === 1) || factorsOf(below).some((one) => factors.includes(one));
}

/** The factors of a product without numbers and their powers, as texts. */
function factorsOf(e: Expression): string[] {
  if (e.kind === 'negate') return factorsOf(e.operand);
  if (e.kind === 'power') return factorsOf(e.left);
  if (e.kind === 'multiply') return [...factorsOf(e.left), ...factorsOf(e.right)];
  return e.kind === 'number' ? [] : [JSON.stringify(e)];
}
