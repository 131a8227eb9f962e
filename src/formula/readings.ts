import type { Expression } from './expression';
import type { FunctionName } from './functions';
import { formulaMessages as say } from './messages';
import { short, type Token } from './tokens';
import type { Message } from '../messages';

/** How an exponent begins that is raised, of which nobody doubts how far it reaches. */
const RAISED = /^[⁻⁰¹²³⁴-⁹]/;

/** A power as it was read, with its places in the text. */
export interface Power {
  start: number;
  base: Expression;
  baseEnd: number;
  exponent: Expression;
  exponentStart: number;
  end: number;
  /** The first token of the exponent. */
  first: Token;
}

/** A function with an argument that has no parentheses. */
export interface Bare {
  token: Token;
  name: FunctionName;
  start: number;
  end: number;
}

/** What is said of formulas that some people read in one way and others in another. */
export class Readings {
  constructor(
    private readonly text: string,
    private readonly notes: Message[],
  ) {}

  /** x^2^3; of e^x^2 there is no doubt. */
  tower({ start, base, baseEnd, exponent, exponentStart, end, first }: Power): void {
    if (exponent.kind !== 'power' || first.text === '(' || isE(base)) return;
    const inner = this.#slice(exponentStart, end);
    const [low, ...rest] = inner.split('^');
    if (rest.length !== 1) return;
    const b = this.#slice(start, baseEnd);
    this.#note(start, end, `${b}^(${inner})`, `(${b}^${low})^${rest[0]}`);
  }

  /** -x^2 of a spreadsheet */
  signedPower({ start, baseEnd, exponentStart, end }: Power): Message {
    const [b, power, raised] = [this.#slice(start, baseEnd), this.#slice(start, end), this.#slice(exponentStart, end)];
    const text = short(`-${power}`);
    const [first, second] = [`-(${power})`, `(-${b})^${raised}`];
    return say('twoReadings', { text, place: start + 1, first: short(first), second: short(second) });
  }

  /** x^2^3 of a spreadsheet */
  sheetTower({ start, baseEnd, exponentStart, end }: Power): Message {
    const [b, inner] = [this.#slice(start, baseEnd), this.#slice(exponentStart, end)];
    const [low, ...rest] = inner.split('^');
    const [first, second] = [`(${b}^${low})^${rest.join('^')}`, `${b}^(${inner})`];
    const text = short(this.#slice(start, end));
    return say('twoReadings', { text, place: start + 1, first: short(first), second: short(second) });
  }

  /** x^(1/3) */
  cubeRoot({ start, base, exponent, end }: Power): void {
    if (exponent.kind !== 'divide' || exponent.right.kind !== 'number' || exponent.right.value !== 3) return;
    if (base.kind !== 'number' && base.kind !== 'constant')
      this.notes.push(say('rootOfPositive', { text: short(this.#slice(start, end)) }));
  }

  /** 1/2x */
  dividedProduct(start: number, divisor: number, factor: number, end: number): void {
    const above = this.#slice(start, divisor).replace(/\s*[/÷⁄∕]$/, '');
    const [below, more] = [this.#slice(divisor, factor), this.#slice(factor, end)];
    this.#note(start, end, `(${above}/${below})*${more}`, `${above}/(${below}*${more})`);
  }

  /** e^-x/2, x^1/2 */
  dividedPower({ start, base, baseEnd, exponent, exponentStart, end }: Power, divisor: number, last: number): void {
    const isRoot = exponent.kind === 'number' && exponent.value === 1;
    if ((!isRoot && !isE(base)) || RAISED.test(this.text[exponentStart])) return;
    const [b, below] = [this.#slice(start, baseEnd), this.#slice(divisor, last)];
    const raised = this.#slice(exponentStart, end);
    this.#note(start, last, `(${this.#slice(start, end)})/${below}`, `${b}^(${raised}/${below})`);
  }

  /** e^2x, 2^3x, x^2x */
  powerBeside({ start, base, baseEnd, exponentStart, end, first }: Power, next: Token, last: number): void {
    if (first.text === '(' || this.text[end - 1] === ')' || RAISED.test(this.text[exponentStart])) return;
    const isNumber = base.kind === 'number' || base.kind === 'constant';
    if (!isNumber && (next.kind !== 'name' || (next as { meaning?: string }).meaning === 'function')) return;
    const [b, raised, factor] = [this.#slice(start, baseEnd), this.#slice(exponentStart, end), this.#slice(end, last)];
    this.#note(start, last, `(${b}^${raised})*${factor}`, `${b}^(${raised}*${factor})`);
  }

  /** sin x^2 */
  powerOfArgument({ token, name, start, end }: Bare, { baseEnd, exponentStart }: Power): void {
    const [argument, base, raised] = [
      this.#slice(start, end),
      this.#slice(start, baseEnd),
      this.#slice(exponentStart, end),
    ];
    const sign = RAISED.test(raised) ? '' : '^';
    this.#note(token.position, end, `${name}(${argument})`, `${name}(${base})${sign}${raised}`);
  }

  /** sin x/2, √2x: what follows may belong to the argument or not. */
  doubt({ token, name, start, end }: Bare, rest: string): Message {
    const argument = this.#slice(start, end);
    const sign = /^[*/^·×⋅∙∗÷⁄∕]/.test(rest) || RAISED.test(rest) ? '' : '*';
    return say('twoReadings', {
      text: short(`${this.#slice(token.position, end)}${this.text.slice(end).startsWith(' ') ? ' ' : ''}${rest}`),
      place: token.position + 1,
      first: short(`${name}(${argument})${sign}${rest}`),
      second: short(`${name}(${argument}${sign}${rest})`),
    });
  }

  /** sin^-1(x) */
  inverse(name: FunctionName, token: Token, exponent: string, open: number, end: number): Message {
    const argument = this.#slice(open, end).replace(/^\(([^()]*)\)$/, '$1');
    const inverses: Partial<Record<FunctionName, FunctionName>> = { sin: 'asin', cos: 'acos', tan: 'atan' };
    const first = inverses[name] ? `${inverses[name]}(${argument})` : say('inverseOf', { name });
    return say('twoReadings', {
      text: `${name}${exponent}`,
      place: token.position + 1,
      first,
      second: `1/${name}(${argument})`,
    });
  }

  #slice(from: number, to: number): string {
    return this.text
      .slice(from, to)
      .replace(/\\(?:left|right)\b\s*/g, '')
      .trim();
  }

  #note(from: number, to: number, first: string, second: string): void {
    this.notes.push(say('readAs', { text: short(this.#slice(from, to)), first: short(first), second: short(second) }));
  }
}

function isE(base: Expression): boolean {
  return base.kind === 'constant' && base.name === 'e';
}
