import { FormulaError } from './error';
import { formulaMessages as say } from './messages';
import { bracketAt, short } from './quoted';
import type { Word } from './words';
import type { Message } from '../messages';

/** Deeper nesting of parentheses, powers and signs is refused. */
const MAXIMUM_DEPTH = 100;

/** Goes through the tokens of a formula, one after the other, and says what is wrong where it stands. */
export class TokenReader {
  protected next = 0;
  protected depth = 0;
  /** How many bars are open within the innermost parentheses. */
  #bars = 0;

  constructor(
    protected readonly text: string,
    protected readonly tokens: readonly Word[],
  ) {}

  protected get token(): Word {
    return this.tokens[this.next];
  }

  /** Where the last token that was read ends. */
  protected get end(): number {
    const last = this.tokens[this.next - 1];
    return last ? last.position + last.length : 0;
  }

  protected accept(...symbols: string[]): string | undefined {
    const { kind, text } = this.token;
    if (kind !== 'symbol' || !symbols.includes(text)) return undefined;
    this.next++;
    return text;
  }

  protected isClosed(symbol: string): boolean {
    return this.tokens[this.next - 1]?.text === symbol;
  }

  /** Whether a factor may begin here without a sign of multiplication. */
  protected isOperand(): boolean {
    const { kind, text } = this.token;
    return kind === 'name' || text === '(' || text === '\\frac' || (text === '|' && this.#bars === 0);
  }

  /** Whether the name of a function follows. */
  protected isFunction(after = 0): boolean {
    return this.tokens[this.next + after]?.meaning === 'function';
  }

  /** Where an operand ends that begins some tokens further on, with its powers; a number is one with what it multiplies. */
  protected endAfter(count: number): number {
    let last = this.lastOfOperand(this.next + count);
    if (this.tokens[last].kind === 'number' && this.tokens[last + 1].kind === 'name') last++;
    while (this.tokens[last + 1]?.text === '^') last = this.lastOfOperand(last + 2);
    const { position, length } = this.tokens[last];
    return position + length;
  }

  /** The last token of an operand without its power, with signs before it: a name, what stands in parentheses or bars, a function with its argument. */
  protected lastOfOperand(first: number): number {
    if (first >= this.tokens.length - 1) return this.tokens.length - 1;
    const { text, meaning } = this.tokens[first];
    if (meaning === 'function' || text === '-' || text === '+') return this.lastOfOperand(first + 1);
    if (text === '\\frac') return this.lastOfOperand(this.lastOfOperand(first + 1) + 1);
    const closing = text === '|' ? '|' : ')';
    if (text !== '|' && text !== '(') return first;
    let last = first + 1;
    while (last < this.tokens.length - 1 && this.tokens[last].text !== closing)
      last = this.tokens[last].text === '(' ? this.lastOfOperand(last) + 1 : last + 1;
    return Math.min(last, this.tokens.length - 1);
  }

  /** What stands in parentheses or bars that were just opened. */
  protected inside<T>(open: Word, closing: ')' | '|', read: () => T): T {
    const outer = this.#bars;
    this.#bars = closing === '|' ? outer + 1 : 0;
    const inner = read();
    this.#close(open, closing);
    this.#bars = outer;
    return inner;
  }

  #close(open: Word, closing: string): void {
    if (this.accept(closing)) return;
    const { kind, position } = this.token;
    const values = { ...bracketAt(this.text, open.position), from: open.position + 1, place: position + 1 };
    this.fail(say(kind === 'end' ? 'closedAtEnd' : 'closedAt', values), this.token);
  }

  protected enter(): void {
    if (++this.depth > MAXIMUM_DEPTH) {
      this.fail(say('nested', { depth: MAXIMUM_DEPTH, place: this.token.position + 1 }), this.token);
    }
  }

  protected expected(what: Message): never {
    const { kind, position } = this.token;
    this.fail(
      this.after(kind === 'end' ? say('expectedAtEnd', { what }) : say('expectedAt', { what, place: position + 1 })),
      this.token,
    );
  }

  /** A trouble, and the last few characters before it. */
  protected after(trouble: Message): Message {
    const before = this.text.slice(0, this.token.position).trim();
    if (!before) return trouble;
    return say('trouble', { trouble, text: short(before.length > 20 ? `…${before.slice(-20)}` : before) });
  }

  protected typed({ position, length }: Word): string {
    return this.text.slice(position, position + length);
  }

  /** @param end where what is wrong ends, if not with the token at which it begins */
  protected fail(message: Message, { position, length }: Word, end = position + length): never {
    throw new FormulaError(message, this.text, position, end - position);
  }
}
