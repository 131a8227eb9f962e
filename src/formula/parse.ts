import { Algebra } from './algebra';
import { FormulaError } from './error';
import { binaryNode, callNode, negateNode, numberNode, variableNode, type Expression } from './expression';
import { ALIASES, CONSTANTS, FUNCTIONS, isFunctionName, type FunctionName } from './functions';
import { normalize } from './normalize';
import { closest } from './suggest';
import { short, tokenize, type Token } from './tokens';
import { formulaMessages as say } from './messages';
import type { Message } from '../messages';

/** A longer formula is refused. */
export const MAXIMUM_LENGTH = 2000;
/** Deeper nesting of parentheses, powers and signs is refused. */
export const MAXIMUM_DEPTH = 100;

/** Which names a formula may use besides functions and the constants pi and e. */
export interface Names {
  variables: readonly string[];
  /** Names that stand for a number. */
  parameters?: Readonly<Record<string, number>>;
}

/**
 * Reads a formula. Numbers, `+ - * / ^`, parentheses, functions (`FUNCTIONS`), the constants pi and e. The multiplication
 * sign may be left out before a name or "(": `10x^2`, `3(x-3)`. It binds like `*`, from left to right: `1/2x` is x/2.
 * A power binds tighter than a sign and groups from the right: `-x^2` is -(x^2), `2^3^2` is 2^9. A variable of the
 * name of a constant hides the constant.
 * @throws {FormulaError} for anything else, pointing at the character
 */
export function parse(text: string, names: Names): Expression {
  return parseWithUses(text, names).expression;
}

/** As `parse`, and where each variable occurs for the first time. */
export function parseWithUses(text: string, names: Names): { expression: Expression; uses: Map<string, Token> } {
  if (text.length > MAXIMUM_LENGTH) {
    throw new FormulaError(
      say('tooLong', { most: MAXIMUM_LENGTH, length: text.length }),
      text,
      MAXIMUM_LENGTH,
      text.length - MAXIMUM_LENGTH,
    );
  }
  for (const name of [...names.variables, ...Object.keys(names.parameters ?? {})]) {
    if (isFunctionName(name) || Object.hasOwn(ALIASES, name))
      throw new RangeError(`a variable cannot be called ${name}: that is a function`);
  }
  const parser = new Parser(text, names);
  return { expression: parser.formula(), uses: parser.uses };
}

class Parser {
  readonly uses = new Map<string, Token>();
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;

  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {
    this.#tokens = tokenize(text);
  }

  formula(): Expression {
    const expression = this.#sum();
    if (this.#token.kind !== 'end') {
      if (this.#token.text === ')')
        this.#fail(this.#after(say('unopened', { place: this.#token.position + 1 })), this.#token);
      this.#expected(say('operator'));
    }
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#next];
  }

  #accept(...symbols: string[]): string | undefined {
    const { kind, text } = this.#token;
    if (kind !== 'symbol' || !symbols.includes(text)) return undefined;
    this.#next++;
    return text;
  }

  #sum(): Expression {
    this.#enter();
    let left = this.#product();
    for (let sign; (sign = this.#accept('+', '-'));)
      left = binaryNode(sign === '+' ? 'add' : 'subtract', left, this.#product());
    this.#depth--;
    return left;
  }

  #product(): Expression {
    let left = this.#signed();
    for (;;) {
      const sign = this.#accept('*', '/');
      if (sign) left = binaryNode(sign === '*' ? 'multiply' : 'divide', left, this.#signed());
      else if (this.#token.kind === 'name' || this.#token.text === '(')
        left = binaryNode('multiply', left, this.#power());
      else return left;
    }
  }

  #signed(): Expression {
    const sign = this.#accept('+', '-');
    if (!sign) return this.#power();
    this.#enter();
    const operand = this.#signed();
    this.#depth--;
    return sign === '-' ? negateNode(operand) : operand;
  }

  #power(): Expression {
    let base = this.#operand();
    // x²³ is one number, but x² ^3 is a power of a power written from the left.
    if (!this.#accept('^')) return base;
    this.#enter();
    base = binaryNode('power', base, this.#signed());
    this.#depth--;
    return base;
  }

  #operand(): Expression {
    const token = this.#token;
    if (token.kind === 'number') {
      this.#next++;
      return numberNode(Number(token.text));
    }
    if (token.kind === 'name') {
      this.#next++;
      return this.#named(token);
    }
    if (this.#accept('(')) {
      const inner = this.#sum();
      this.#close(token);
      return inner;
    }
    return this.#expected(say('operand'));
  }

  #named(token: Token): Expression {
    const name = token.text;
    const { variables, parameters = {} } = this.names;
    if (variables.includes(name)) {
      if (!this.uses.has(name)) this.uses.set(name, token);
      return variableNode(name);
    }
    if (Object.hasOwn(parameters, name)) return numberNode(parameters[name]);
    const functionName = ALIASES[name] ?? name;
    if (isFunctionName(functionName)) return this.#call(functionName, token);
    if (Object.hasOwn(CONSTANTS, name)) return { kind: 'constant', name, value: CONSTANTS[name] };
    return this.#unknown(token);
  }

  #call(name: FunctionName, token: Token): Expression {
    const open = this.#token;
    if (!this.#accept('(')) this.#expected(say('parenthesis'));
    const values: Expression[] = [];
    do values.push(this.#sum());
    while (this.#accept(','));
    this.#close(open);
    const { least, most } = FUNCTIONS[name];
    if (values.length < least || values.length > most) {
      const number = least === most ? String(least) : say('fromTo', { least, most });
      this.#fail(
        say('arguments', { name, number, count: most, values: values.length, place: token.position + 1 }),
        token,
      );
    }
    if (name === 'huber' && values.length === 2) {
      const delta = normalize(values[1], new Algebra());
      if (!(delta.kind === 'number' && delta.value > 0 && delta.value < Infinity)) {
        this.#fail(say('huber', { place: token.position + 1 }), token);
      }
    }
    return callNode(name, ...values);
  }

  #close(open: Token): void {
    if (this.#accept(')')) return;
    this.#expected(say('closing', { place: open.position + 1 }));
  }

  #enter(): void {
    if (++this.#depth > MAXIMUM_DEPTH) {
      this.#fail(say('nested', { depth: MAXIMUM_DEPTH, place: this.#token.position + 1 }), this.#token);
    }
  }

  #unknown(token: Token): never {
    const { variables, parameters = {} } = this.names;
    const known = [...variables, ...Object.keys(parameters), ...Object.keys(CONSTANTS), ...Object.keys(FUNCTIONS)];
    const suggestion = closest(token.text, known);
    const values = { name: JSON.stringify(short(token.text)), place: token.position + 1, known: known.join(', ') };
    this.#fail(suggestion ? say('unknownButLike', { ...values, suggestion }) : say('unknown', values), token);
  }

  #expected(what: Message): never {
    const { kind, position } = this.#token;
    this.#fail(
      this.#after(kind === 'end' ? say('expectedAtEnd', { what }) : say('expectedAt', { what, place: position + 1 })),
      this.#token,
    );
  }

  /** A trouble, and the last few characters before it. */
  #after(trouble: Message): Message {
    const before = this.text.slice(0, this.#token.position).trim();
    if (!before) return trouble;
    return say('trouble', {
      trouble,
      text: JSON.stringify(before.length > 20 ? `…${before.slice(-20)}` : before),
    });
  }

  #fail(message: Message, token: Token): never {
    throw new FormulaError(message, this.text, token.position, token.length);
  }
}
