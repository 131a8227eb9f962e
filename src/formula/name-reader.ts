import { Algebra } from './algebra';
import { binaryNode, callNode, negateNode, numberNode, variableNode, type Expression } from './expression';
import { CONSTANTS, FUNCTIONS, type FunctionName } from './functions';
import { formulaMessages as say } from './messages';
import { normalize } from './normalize';
import { Readings, type Power } from './readings';
import { TokenReader } from './token-reader';
import type { Word } from './words';
import type { Message } from '../messages';

/** Reads names: variables, constants, and functions with their arguments, which may stand without parentheses. */
export abstract class NameReader extends TokenReader {
  /** Where each variable occurs for the first time. */
  readonly uses = new Map<string, Word>();
  protected readonly readings: Readings;
  /** The last power that was read. */
  protected power: Power | undefined;

  constructor(
    text: string,
    tokens: readonly Word[],
    private readonly parameters: Readonly<Record<string, number>>,
    notes: Message[],
    /** A spreadsheet takes signs before powers, and powers from the left. */
    protected readonly isSheet?: boolean,
  ) {
    super(text, tokens);
    this.readings = new Readings(text, notes);
  }

  protected abstract sum(): Expression;
  protected abstract factor(): Expression;
  protected abstract operand(isPart?: boolean): Expression;

  protected named(token: Word): Expression {
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
    // \sin^22x is printed as sin² 2x.
    const [high, more] = /^\^[2-9]([1-9]\d*)(?=[^\s(.,\d])/.exec(this.text.slice(this.end)) ?? [];
    if (high)
      this.readings.ask(
        token.position,
        this.end + high.length,
        `${name}(…)${high}`,
        `${name}(${more}…)${high.slice(0, 2)}`,
      );
    // sin^2(x)
    const exponent = this.accept('^') ? this.#exponent() : undefined;
    const afterExponent = this.end;
    const open = this.token;
    const isCalled = !this.#isBraced(name) && this.accept('(');
    let value = isCalled ? this.#arguments(name, token, open) : this.#bare(name, token);
    // A spreadsheet's has the base 10, or the one that is given.
    if (this.#isOfSheet(name, token) && value.kind === 'call')
      this.readings.ask(token.position, token.position + token.length, 'log10', 'ln');
    for (let times = token.times ?? 1; times > 1; times--) value = callNode(name, value);
    if (exponent === undefined) return value;
    if (isNegative(exponent)) this.readings.inverse(name, token, afterExponent, open.position, this.end);
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

  /** LOG */
  #isOfSheet(name: FunctionName, token: Word): boolean | undefined {
    return this.isSheet && name === 'log' && /g$/i.test(this.typed(token));
  }

  /** The exponent between a function's name and its argument. */
  #exponent(): Expression {
    const sign = this.accept('-');
    const size = this.operand();
    return sign ? negateNode(size) : size;
  }

  #arguments(name: FunctionName, token: Word, open: Word): Expression {
    const values: Expression[] = [];
    this.inside(open, ')', () => {
      do values.push(this.sum());
      while (this.accept(','));
    });
    const { least, most } = FUNCTIONS[name];
    if (name === 'log' && values.length === 2) {
      if (this.#isOfSheet(name, token))
        return binaryNode('divide', callNode(name, values[0]), callNode(name, values[1]));
      this.readings.withBase(token.position, open.position, this.end);
    }
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
    let argument = isWhole ? this.operand() : this.factor();
    const argumentEnd = this.end;
    const isApartFromNumber =
      !isRoot &&
      (start.kind === 'number' || isBraced) &&
      argument.kind === 'number' &&
      this.isOperand() &&
      (isBraced || this.token.position > this.end);
    /** What has been read of the call. */
    const read = () => ({ token, name, start: start.position, end: this.end, beside: this.token.position });
    if (isApartFromNumber && (name === 'log' || name === 'sqrt' || name === 'cbrt'))
      this.readings.numberApart(read(), this.endAfter(0));
    for (
      let last = argument;
      !isRoot && isNumber(last) && this.isOperand() && !this.isFunction() && this.token.text !== '(';
    ) {
      last = this.factor();
      argument = binaryNode('multiply', argument, last);
    }
    this.depth--;
    const { end } = this;
    const next = this.token;
    if (isWhole && next.text === '^') this.readings.doubt(read(), this.endAfter(1));
    const isSign = next.text === '*' || next.text === '/';
    // Beside sin 1 000 and log 2 8 no factor stands.
    if (next.kind === 'number' && isNumber(argument)) this.expected(say('operator'));
    const isSide = this.isOperand() || next.kind === 'number';
    // Beside the root sign, blanks part what stands below it from what does not.
    const isApart = isRoot && (isSign || next.position > end);
    const after = isSign ? 1 : 0;
    if ((isSign || isSide) && !isApart && !this.isFunction(after)) this.readings.doubt(read(), this.endAfter(after));
    if (!isRoot && this.power?.end === end && this.power.start >= start.position)
      this.readings.powerOfArgument(read(), this.power);
    else if (isBraced && end > argumentEnd) this.readings.braced(read(), argumentEnd);
    return callNode(name, sign === '-' ? negateNode(argument) : argument);
  }
}

/** A number, a constant, or a quotient or product of them. */
export function isNumber(e: Expression): boolean {
  const isPair = e.kind === 'divide' || e.kind === 'multiply';
  return e.kind === 'number' || e.kind === 'constant' || (isPair && isNumber(e.left) && isNumber(e.right));
}

function isNegative(e: Expression): boolean {
  return e.kind === 'negate' && e.operand.kind === 'number' && e.operand.value === 1;
}
