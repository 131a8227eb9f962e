import { binaryNode, negateNode, type Expression } from './expression';
import { OperandReader } from './operand-reader';
import type { Power } from './readings';
import type { Word } from './words';

/** Reads operands with their exponents and signs. A power binds tighter than a sign, and groups from the right. */
export abstract class PowerReader extends OperandReader {
  /** The powers with a root for their exponent. */
  protected readonly roots: Power[] = [];

  protected signed(): Expression {
    const start = this.token.position;
    const sign = this.accept('+', '-');
    if (!sign) return this.factor();
    this.enter();
    const { position } = this.token;
    const operand = this.signed();
    this.depth--;
    if (sign === '-' && this.isSheet && operand.kind === 'power' && this.power?.start === position)
      this.readings.signedPower(start, this.power);
    return sign === '-' ? negateNode(operand) : operand;
  }

  /** An operand, perhaps to a power. */
  protected factor(): Expression {
    const isExponent = this.isClosed('^');
    const { token } = this;
    const base = this.operand();
    const baseEnd = this.end;
    if (this.token.text === '\\frac' && !isExponent && /^\d+$/.test(token.text)) this.#refuseMixed(token);
    // x²³ is one number, but x² ^3 is a power of a power written from the left.
    if (!this.accept('^')) return base;
    this.enter();
    const first = this.token;
    const exponent = this.signed();
    this.depth--;
    const power: Power = {
      start: token.position,
      base,
      baseEnd,
      exponent,
      exponentStart: first.position,
      end: this.end,
    };
    // What stands in the exponent's own parentheses ends before them.
    const inner = this.power?.end === this.end && this.power.start >= first.position ? this.power : undefined;
    if (this.isSheet && inner && exponent.kind === 'power') this.readings.sheetTower(power, inner);
    if (inner) this.readings.tower(power, inner);
    this.readings.transposed(power);
    if (exponent.kind === 'divide') this.roots.push(power);
    this.power = power;
    return binaryNode('power', base, exponent);
  }

  /** 2\frac{1}{2} is printed as 2½ is; 2\frac{3}{2} is a product. */
  #refuseMixed(whole: Word): void {
    const { next } = this;
    const fraction = this.operand();
    this.readings.mixed(whole, this.end, fraction);
    this.next = next;
  }
}
