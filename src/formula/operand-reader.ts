import { binaryNode, callNode, numberNode, type Expression } from './expression';
import { formulaMessages as say } from './messages';
import { NameReader } from './name-reader';
import type { Word } from './words';
import type { Beside } from './whole-part';

/** Reads what an operation may stand beside: a number, a name, what is in parentheses or between bars, a fraction. */
export abstract class OperandReader extends NameReader {
  /** @param isPart whether a fraction takes it, in brackets of any kind */
  protected operand(isPart = false): Expression {
    const token = this.token;
    if (token.kind === 'number') {
      this.next++;
      return numberOf(token.text);
    }
    if (token.kind === 'name') {
      this.next++;
      return this.named(token);
    }
    if (this.accept('(')) return isPart ? this.inside(token, ')', () => this.sum()) : this.#bracketed(token);
    if (this.accept('|'))
      return callNode(
        'abs',
        this.inside(token, '|', () => this.sum()),
      );
    if (this.accept('\\frac')) return binaryNode('divide', this.operand(true), this.operand(true));
    return this.expected(say('operand'));
  }

  /** What stands in brackets that were just opened, and are not a function's own. */
  #bracketed(open: Word): Expression {
    const first = this.next;
    const inner = this.inside(open, ')', () => this.sum());
    const before = this.tokens[first - 2];
    // So do exponents, and what a function takes without parentheses.
    if (before?.text === '^' || before?.meaning === 'function') return inner;
    const beside: Beside = {
      isPower: this.token.text === '^',
      isDivisor: before?.text === '/',
      isFactor:
        (before && (/^[*/)]$/.test(before.text) || before.kind !== 'symbol')) ||
        /^[*/]$/.test(this.token.text) ||
        this.isOperand(),
    };
    const isPrinted = ({ text, position, length }: Word) =>
      text === '|' || (text === '(' && length > 0 && (this.text[position] !== '{' || this.text[position - 1] === '\\'));
    const isInnermost = !this.tokens.slice(first, this.next - 1).some(isPrinted);
    if (isInnermost) this.readings.wholePart(open.position, this.end, inner, beside);
    return inner;
  }
}

/** A number, or a fraction that was one character. */
function numberOf(text: string): Expression {
  const [above, below] = text.split('/').map(Number);
  return below === undefined ? numberNode(above) : binaryNode('divide', numberNode(above), numberNode(below));
}
