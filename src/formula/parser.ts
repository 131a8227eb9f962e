import { Algebra } from './algebra';
import { CLOSING } from './characters';
import { binaryNode, callNode, negateNode, numberNode, variableNode, type Expression } from './expression';
import { CONSTANTS, FUNCTIONS, type FunctionName } from './functions';
import { compileInterval } from './interval';
import { formulaMessages as say } from './messages';
import { normalize } from './normalize';
import { isReducible, Readings, type Power, type Quotient } from './readings';
import { TokenReader } from './token-reader';
import type { Word } from './words';
import type { Message } from '../messages';

/** What a book gives a formula in front of it or behind: (3), [12], (2.1), (2-1a), (b), (i). */
const NUMBER = '[([](?:[1-9]\\d*(?:[.,–-]\\d+)*[a-d]?|[a-di])[)\\]]';
const NUMBER_BEHIND = new RegExp(`^${NUMBER}\\s*$`);
const NUMBER_BEFORE = new RegExp(`^(${NUMBER}|[1-9]\\d*\\.)\\s+(?=[-−–]\\S|[^-−–+*/^·×÷\\s])`);

/** Reads tokens by recursive descent: sum, product, sign, power, operand. */
export class Parser extends TokenReader {
  /** Where each variable occurs for the first time. */
  readonly uses = new Map<string, Word>();
  readonly #readings: Readings;
  /** How many bars are open within the innermost parentheses. */
  #bars = 0;
  /** The last power that was read. */
  #power: Power | undefined;
  /** The last quotient that was read. */
  #quotient: Quotient | undefined;
  /** The powers with a root for their exponent. */
  readonly #roots: Power[] = [];

  constructor(
    text: string,
    tokens: readonly Word[],
    private readonly parameters: Readonly<Record<string, number>>,
    notes: Message[],
    /** A spreadsheet takes signs before powers, and powers from the left. */
    private readonly isSheet = false,
  ) {
    super(text, tokens);
    this.#readings = new Readings(text, notes);
  }

  formula(): Expression {
    const number = NUMBER_BEFORE.exec(this.#unread());
    if (number) this.#refuseNumber(number[1]);
    const expression = this.#sum();
    if (this.token.kind !== 'end') {
      if (this.token.text === ')') {
        // What ends a raised exponent has no width.
        const position = this.token.position - (this.token.length > 0 ? 0 : 1);
        const close = this.text[position];
        const open = Object.keys(CLOSING).find((one) => CLOSING[one] === close)!;
        this.fail(this.after(say('unopened', { open, close, place: position + 1 })), {
          ...this.token,
          position,
          length: 1,
        });
      }
      this.expected(say('operator'));
    }
    const variables = [...this.uses.keys()];
    const everywhere = variables.flatMap(() => [-Infinity, Infinity]);
    for (const root of this.#roots)
      if (!(compileInterval(root.base, variables)(...everywhere)[0] >= 0)) this.#readings.oddRoot(root);
    return expression;
  }

  #sum(): Expression {
    this.enter();
    let left = this.#product();
    /** A quotient that nobody would write, until it is seen what else may belong to its divisor. */
    let odd: Quotient | undefined;
    for (;;) {
      const { end } = this;
      const isApart = this.token.position > end;
      const quotient = this.#quotient?.end === end ? this.#quotient : undefined;
      const sign = this.accept('+', '-');
      if (odd && (!sign || isApart)) {
        this.#readings.dividedSum(odd, end);
        odd = undefined;
      }
      if (!sign) break;
      if (quotient && isReducible(quotient)) odd ??= quotient;
      left = binaryNode(sign === '+' ? 'add' : 'subtract', left, this.#product());
    }
    // What stands in front of TeX's \over is divided by what stands behind it.
    if (this.accept('\\over')) left = binaryNode('divide', left, this.#sum());
    this.depth--;
    return left;
  }

  #product(): Expression {
    const start = this.token.position;
    let left = this.#signed();
    /** Where the divisor begins that was read just now. */
    let divisor: number | undefined;
    /** Bars, and what stands beside them without a sign: where more bars follow, they could be paired in another way. */
    let beside: 'nothing' | 'bars' | 'more' = this.isClosed('|') ? 'bars' : 'nothing';
    /** What is said of factors side by side, once it is seen how far they go: numbers, and one more. */
    let said: ((end: number) => void)[] = [];
    let last = left;
    for (;;) {
      const { position } = this.token;
      if (!isNumber(last) || !this.#isOperand()) {
        for (const note of said) note(this.end);
        said = [];
      }
      const power = this.#power?.end === this.end ? this.#power : undefined;
      const sign = this.accept('*', '/');
      if (sign) {
        divisor = sign === '/' ? this.token.position : undefined;
        last = this.#signed();
        const above = left;
        left = binaryNode(sign === '*' ? 'multiply' : 'divide', left, last);
        if (divisor !== undefined) this.#quotient = { start, above, divisor, below: last, end: this.end };
        if (sign === '/' && last.kind === 'number' && power)
          this.#readings.dividedPower(power, last.value, divisor!, this.end);
        beside = this.isClosed('|') ? 'bars' : 'nothing';
      } else if (this.#isOperand()) {
        const next = this.token;
        if (this.text.slice(this.end, position).includes('\n'))
          this.fail(say('secondLine', { place: position + 1 }), next);
        if (next.text === '|' && beside === 'more') this.fail(say('bars', { place: position + 1 }), next);
        if (position > this.end && NUMBER_BEHIND.test(this.#unread())) this.#refuseNumber(this.#unread().trim());
        last = this.#factor();
        left = binaryNode('multiply', left, last);
        if (divisor !== undefined) {
          const from = divisor;
          said.push((end) => this.#readings.dividedProduct(start, from, position, end));
        }
        if (power && power.end === position) said.push((end) => this.#readings.powerBeside(power, next, end));
        divisor = undefined;
        beside = next.text === '|' ? 'bars' : beside === 'nothing' ? 'nothing' : 'more';
      } else return left;
    }
  }

  /** What has not been read yet. */
  #unread(): string {
    return this.text.slice(this.token.position, this.tokens[this.tokens.length - 1].position);
  }

  /** A number alone in brackets, apart from the formula: nobody writes a factor or a summand so. */
  #refuseNumber(text: string): never {
    const { position } = this.token;
    this.fail(say('numberOrPart', { text, place: position + 1 }), { ...this.token, length: text.length });
  }

  /** Whether a factor may begin here without a sign of multiplication. */
  #isOperand(): boolean {
    const { kind, text } = this.token;
    return kind === 'name' || text === '(' || text === '\\frac' || (text === '|' && this.#bars === 0);
  }

  #signed(): Expression {
    const sign = this.accept('+', '-');
    if (!sign) return this.#factor();
    this.enter();
    const start = this.token;
    const operand = this.#signed();
    this.depth--;
    if (sign === '-' && this.isSheet && operand.kind === 'power' && this.#power?.start === start.position)
      this.fail(this.#readings.signedPower(this.#power), start);
    return sign === '-' ? negateNode(operand) : operand;
  }

  /** An operand, perhaps to a power. */
  #factor(): Expression {
    const start = this.token.position;
    const isExponent = this.isClosed('^');
    const token = this.token;
    const base = this.#operand();
    const baseEnd = this.end;
    if (this.token.text === '\\frac' && !isExponent && /^\d+$/.test(token.text)) this.#refuseMixed(token);
    // x²³ is one number, but x² ^3 is a power of a power written from the left.
    if (!this.accept('^')) return base;
    this.enter();
    const first = this.token;
    const exponent = this.#signed();
    this.depth--;
    const power: Power = { start, base, baseEnd, exponent, exponentStart: first.position, end: this.end };
    // What stands in the exponent's own parentheses ends before them.
    const inner = this.#power?.end === this.end && this.#power.start >= first.position ? this.#power : undefined;
    if (this.isSheet && inner && exponent.kind === 'power') this.fail(this.#readings.sheetTower(power, inner), first);
    if (inner) this.#readings.tower(power, inner);
    const transposed = this.#readings.transposed(power);
    if (transposed) this.fail(transposed, { ...first, position: start, length: this.end - start });
    if (exponent.kind === 'divide') this.#roots.push(power);
    this.#power = power;
    return binaryNode('power', base, exponent);
  }

  /** 2\frac{1}{2} is printed as 2½ is; 2\frac{3}{2} is a product. */
  #refuseMixed(whole: Word): void {
    const { next } = this;
    const fraction = this.#operand();
    const mixed = this.#readings.mixed(whole, this.end, fraction);
    if (mixed) this.fail(mixed, { ...whole, length: this.end - whole.position });
    this.next = next;
  }

  #operand(): Expression {
    const token = this.token;
    if (token.kind === 'number') {
      this.next++;
      return numberOf(token.text);
    }
    if (token.kind === 'name') {
      this.next++;
      return this.#named(token);
    }
    if (this.accept('(')) return this.#inside(token, ')');
    if (this.accept('|')) return callNode('abs', this.#inside(token, '|'));
    if (this.accept('\\frac')) return binaryNode('divide', this.#group(), this.#group());
    return this.expected(say('operand'));
  }

  /** What stands in parentheses or bars that were just opened. */
  #inside(open: Word, closing: ')' | '|'): Expression {
    const outer = this.#bars;
    this.#bars = closing === '|' ? outer + 1 : 0;
    const inner = this.#sum();
    this.close(open, closing);
    this.#bars = outer;
    return inner;
  }

  /** The numerator or denominator of \frac. */
  #group(): Expression {
    const open = this.token;
    return this.accept('(') ? this.#inside(open, ')') : this.#operand();
  }

  #named(token: Word): Expression {
    const { text, meaning } = token;
    switch (meaning) {
      case 'function':
        return this.#call(text as FunctionName, token);
      case 'constant':
        return { kind: 'constant', name: text, value: CONSTANTS[text] };
      case 'parameter':
        return numberNode(this.parameters[text]);
      default:
        if (!this.uses.has(text)) this.uses.set(text, token);
        return variableNode(text);
    }
  }

  #call(name: FunctionName, token: Word): Expression {
    // sin^2(x)
    const exponent = this.accept('^') ? this.#exponent() : undefined;
    const afterExponent = this.end;
    const open = this.token;
    const isCalled = !this.#isBraced(name) && this.accept('(');
    let value = isCalled ? this.#arguments(name, token, open) : this.#bare(name, token);
    for (let times = token.times ?? 1; times > 1; times--) value = callNode(name, value);
    if (exponent === undefined) return value;
    if (isNegative(exponent)) {
      const length = afterExponent - token.position;
      this.fail(this.#readings.inverse(name, token, afterExponent, open.position, this.end), { ...token, length });
    }
    return binaryNode('power', value, exponent);
  }

  /**
   * Whether the argument of a function stands in braces that TeX does not print: \\sin{x}^2 is \\sin x^2. Where parentheses
   * stand in them, and below a root or between bars, it is plain how far it goes.
   */
  #isBraced(name: FunctionName): boolean {
    const { position } = this.token;
    if (this.text[position] !== '{' || this.text[position - 1] === '\\' || FUNCTIONS[name].most > 1) return false;
    const inside = this.tokens[this.next + 1];
    const isPlain = inside.text === '(' && this.lastOfOperand(this.next + 1) === this.lastOfOperand(this.next) - 1;
    return !isPlain && name !== 'sqrt' && name !== 'cbrt' && name !== 'abs';
  }

  /** The exponent between a function's name and its argument. */
  #exponent(): Expression {
    const sign = this.accept('-');
    const size = this.#group();
    return sign ? negateNode(size) : size;
  }

  #arguments(name: FunctionName, token: Word, open: Word): Expression {
    const outer = this.#bars;
    this.#bars = 0;
    const values: Expression[] = [];
    do values.push(this.#sum());
    while (this.accept(','));
    this.close(open, ')');
    this.#bars = outer;
    const { least, most } = FUNCTIONS[name];
    const asked =
      name === 'log' && values.length === 2 && this.#readings.withBase(token.position, open.position, this.end);
    if (asked) this.fail(asked, { ...token, length: this.end - token.position });
    if (values.length < least || values.length > most) {
      const number = least === most ? String(least) : say('fromTo', { least, most });
      const said = { name: this.typed(token), number, count: most, values: values.length, place: token.position + 1 };
      this.fail(say('arguments', said), token);
    }
    if (name === 'huber' && values.length === 2) {
      const delta = normalize(values[1], new Algebra());
      if (!(delta.kind === 'number' && delta.value > 0 && delta.value < Infinity)) {
        this.fail(say('huber', { place: token.position + 1 }), token);
      }
    }
    return callNode(name, ...values);
  }

  /**
   * An argument without parentheses: a number, constants and one more factor, as in `cos x`, `sin 2 pi x`, `ln |x|`. What
   * follows must not be something that could belong to it.
   */
  #bare(name: FunctionName, token: Word): Expression {
    if (FUNCTIONS[name].most > 1) this.expected(say('parenthesis'));
    const isRoot = /^(?:[²³⁴-⁹]?[√∛∜]|\\sqrt)/.test(this.text.slice(token.position));
    const start = this.token;
    if (start.kind === 'end' || start.text === ')') this.expected(say('argument', { name: this.typed(token) }));
    this.enter();
    const isBraced = this.text[start.position] === '{';
    // \sin{2x}^2 is printed as \sin 2x^2.
    const isWhole = isRoot || (isBraced && this.lastOfOperand(this.next) > this.next + 2);
    const sign = isRoot ? undefined : this.accept('+', '-');
    let argument = isWhole ? this.#operand() : this.#factor();
    const argumentEnd = this.end;
    const isApartFromNumber =
      !isRoot &&
      (start.kind === 'number' || isBraced) &&
      argument.kind === 'number' &&
      this.#isOperand() &&
      (isBraced || this.token.position > this.end);
    if (isApartFromNumber && (name === 'log' || name === 'sqrt' || name === 'cbrt')) {
      const { text, end } = this.rest(1);
      const where = { token, name, start: start.position, end: this.end };
      this.fail(this.#readings.numberApart(where, text, end), { ...token, length: end - token.position });
    }
    for (
      let last = argument;
      !isRoot && isNumber(last) && this.#isOperand() && !this.isFunction() && this.token.text !== '(';
    ) {
      last = this.#factor();
      argument = binaryNode('multiply', argument, last);
    }
    this.depth--;
    const end = this.end;
    const next = this.token;
    const where = { token, name, start: start.position, end };
    const refuse = (rest: { text: string; end: number }) =>
      this.fail(this.#readings.doubt(where, rest.text, rest.end), { ...token, length: rest.end - token.position });
    if (isWhole && next.text === '^') refuse(this.rest(2));
    const isSign = next.text === '*' || next.text === '/';
    // Beside sin 1 000 and log 2 8 no factor stands.
    if (next.kind === 'number' && isNumber(argument)) this.expected(say('operator'));
    const isSide = this.#isOperand() || next.kind === 'number';
    // Beside the root sign, blanks part what stands below it from what does not.
    const isApart = isRoot && (isSign || next.position > end);
    if ((isSign || isSide) && !isApart && !this.isFunction(isSign ? 1 : 0)) refuse(this.rest(isSign ? 2 : 1));
    if (!isRoot && this.#power?.end === end && this.#power.start >= start.position)
      this.#readings.powerOfArgument(where, this.#power);
    else if (isBraced && end > argumentEnd) this.#readings.braced(where, argumentEnd);
    return callNode(name, sign === '-' ? negateNode(argument) : argument);
  }
}

/** A number, or a fraction that was one character. */
function numberOf(text: string): Expression {
  const [above, below] = text.split('/').map(Number);
  return below === undefined ? numberNode(above) : binaryNode('divide', numberNode(above), numberNode(below));
}

/** A number, a constant, or a quotient or product of them. */
function isNumber(e: Expression): boolean {
  const isPair = e.kind === 'divide' || e.kind === 'multiply';
  return e.kind === 'number' || e.kind === 'constant' || (isPair && isNumber(e.left) && isNumber(e.right));
}

function isNegative(e: Expression): boolean {
  return e.kind === 'negate' && e.operand.kind === 'number' && e.operand.value === 1;
}
