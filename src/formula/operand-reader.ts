import { binaryNode, callNode, numberNode, type Expression } from './expression';
import { formulaMessages as say } from './messages';
import { NameReader } from './name-reader';

/** Reads what an operation may stand beside: a number, a name, what is in parentheses or between bars, a fraction. */
export abstract class OperandReader extends NameReader {
  protected operand(): Expression {
    const token = this.token;
    if (token.kind === 'number') {
      this.next++;
      return numberOf(token.text);
    }
    if (token.kind === 'name') {
      this.next++;
      return this.named(token);
    }
    if (this.accept('(')) return this.inside(token, ')', () => this.sum());
    if (this.accept('|'))
      return callNode(
        'abs',
        this.inside(token, '|', () => this.sum()),
      );
    if (this.accept('\\frac')) return binaryNode('divide', this.operand(), this.operand());
    return this.expected(say('operand'));
  }
}

/** A number, or a fraction that was one character. */
function numberOf(text: string): Expression {
  const [above, below] = text.split('/').map(Number);
  return below === undefined ? numberNode(above) : binaryNode('divide', numberNode(above), numberNode(below));
}
