import { CLOSING } from './characters';
import { binaryNode, type Expression } from './expression';
import { compileInterval } from './interval';
import { formulaMessages as say } from './messages';
import { isNumber } from './name-reader';
import { PowerReader } from './power-reader';
import { isReducible, type Quotient } from './readings';

/** What a book gives a formula in front of it or behind: (3), [12], (2.1), (2-1a), (b), (i). */
const NUMBER = '[([](?:[1-9]\\d*(?:[.,–-]\\d+)*[a-d]?|[a-di])[)\\]]';
const NUMBER_BEHIND = new RegExp(`^${NUMBER}\\s*$`);
const NUMBER_BEFORE = new RegExp(`^(${NUMBER}|[1-9]\\d*\\.)\\s+(?=[-−–]\\S|[^-−–+*/^·×÷\\s])`);

/** Reads tokens by recursive descent: sum, product, sign, power, operand. */
export class Parser extends PowerReader {
  /** The last quotient that was read. */
  #quotient: Quotient | undefined;

  formula(): Expression {
    const number = NUMBER_BEFORE.exec(this.#unread());
    if (number) this.#refuseNumber(number[1]);
    const expression = this.sum();
    if (this.token.kind !== 'end') {
      if (this.token.text === ')') {
        // What ends a raised exponent has no width.
        const position = this.token.position - (this.token.length > 0 ? 0 : 1);
        const close = this.text[position];
        const open = Object.keys(CLOSING).find((one) => CLOSING[one] === close)!;
        const message = this.after(say('unopened', { open, close, place: position + 1 }));
        this.fail(message, { ...this.token, position }, position + 1);
      }
      this.expected(say('operator'));
    }
    const variables = [...this.uses.keys()];
    const everywhere = variables.flatMap(() => [-Infinity, Infinity]);
    for (const root of this.roots)
      if (!(compileInterval(root.base, variables)(...everywhere)[0] >= 0)) this.readings.oddRoot(root);
    return expression;
  }

  protected sum(): Expression {
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
        this.readings.dividedSum(odd, end);
        odd = undefined;
      }
      if (!sign) break;
      if (quotient && isReducible(quotient)) odd ??= quotient;
      left = binaryNode(sign === '+' ? 'add' : 'subtract', left, this.#product());
    }
    // What stands in front of TeX's \over is divided by what stands behind it.
    if (this.accept('\\over')) left = binaryNode('divide', left, this.sum());
    this.depth--;
    return left;
  }

  #product(): Expression {
    const start = this.token.position;
    let left = this.signed();
    /** Where the divisor begins that was read just now. */
    let divisor: number | undefined;
    /** Bars, and what stands beside them without a sign: where more bars follow, they could be paired in another way. */
    let beside: 'nothing' | 'bars' | 'more' = this.isClosed('|') ? 'bars' : 'nothing';
    /** What is said of factors side by side, once it is seen how far they go: numbers, and one more. */
    let said: ((end: number) => void)[] = [];
    let last = left;
    for (;;) {
      const { position } = this.token;
      if (!isNumber(last) || !this.isOperand()) {
        for (const note of said) note(this.end);
        said = [];
      }
      const power = this.power?.end === this.end ? this.power : undefined;
      const sign = this.accept('*', '/');
      if (sign) {
        divisor = sign === '/' ? this.token.position : undefined;
        last = this.signed();
        const above = left;
        left = binaryNode(sign === '*' ? 'multiply' : 'divide', left, last);
        if (divisor !== undefined) this.#quotient = { start, above, divisor, below: last, end: this.end };
        if (sign === '/' && last.kind === 'number' && power)
          this.readings.dividedPower(power, last.value, divisor!, this.end);
        beside = this.isClosed('|') ? 'bars' : 'nothing';
      } else if (this.isOperand()) {
        const next = this.token;
        if (this.text.slice(this.end, position).includes('\n'))
          this.fail(say('secondLine', { place: position + 1 }), next);
        if (next.text === '|' && beside === 'more') this.fail(say('bars', { place: position + 1 }), next);
        if (position > this.end && NUMBER_BEHIND.test(this.#unread())) this.#refuseNumber(this.#unread().trim());
        last = this.factor();
        left = binaryNode('multiply', left, last);
        if (divisor !== undefined) {
          const from = divisor;
          said.push((end) => this.readings.dividedProduct(start, from, position, end));
        }
        if (power && power.end === position) said.push((end) => this.readings.powerBeside(power, next, end));
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
    this.fail(say('numberOrPart', { text, place: position + 1 }), this.token, position + text.length);
  }
}
