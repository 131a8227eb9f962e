import { parseObjective, toMathML, type Objective } from '../formula';
import { escapeHtml } from './blocks';
import type { Html } from './page';

/**
 * Formulas of the documentation, from a small part of TeX's notation: `\frac{2}{f''(\theta^*)}`. What is not known is
 * refused when the page is made. Functions that descent runs on are not written so: `objective` has them from their text.
 */

/** A formula in a line of text. */
export function math(text: string): Html {
  return `<math xmlns="http://www.w3.org/1998/Math/MathML">${new Reader(text).all()}</math>`;
}

/** A formula that stands for itself; it scrolls in its place where it is wider. */
export function display(text: string): Html {
  return box(`<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">${new Reader(text).all()}</math>`);
}

/** A function from its text, as the elements show it; or the first or second derivative, as it is derived for the engines. */
export function objective(text: string, of: 'value' | 'gradient' | 'curvature' = 'value'): Html {
  const read: Objective = parseObjective(text);
  return box(of === 'value' ? toMathML(read) : toMathML(read[of]));
}

const box = (markup: string) => `<div class="display" role="group" tabindex="0" aria-label="Formula">${markup}</div>`;

const LETTERS: Record<string, string> = {
  alpha: 'α',
  beta: 'β',
  delta: 'δ',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  rho: 'ρ',
  sigma: 'σ',
  omega: 'ω',
  Omega: 'Ω',
  infty: '∞',
  ell: 'ℓ',
};
const OPERATORS: Record<string, string> = {
  le: '≤',
  ge: '≥',
  ne: '≠',
  lt: '&lt;',
  gt: '&gt;',
  to: '→',
  mapsto: '↦',
  leftarrow: '←',
  cdot: '⋅',
  times: '×',
  pm: '±',
  in: '∈',
  approx: '≈',
  sim: '∼',
  partial: '∂',
  nabla: '∇',
  dots: '…',
  langle: '⟨',
  rangle: '⟩',
  odot: '⊙',
  iff: '⇔',
};
const SPACES: Record<string, string> = { quad: '1.2em', ',': '0.2em' };
/** Written upright, with what is below them under them. */
const NAMED = ['max', 'min'];
const FUNCTIONS = ['exp', 'log', 'cos', 'sin', 'clip', 'sign', 'huber', 'fl', 'ulp'];

type Token = { kind: 'command' | 'number' | 'letter' | 'sign'; text: string };

function tokensOf(text: string): Token[] {
  const pattern = /\s+|\\(\\|,|[a-zA-Z]+)|(\d+(?:\.\d+)?)|([a-zA-Z])|(.)/gsu;
  return Array.from(text.matchAll(pattern), ([, command, number, letter, sign]): Token | undefined => {
    if (command !== undefined) return { kind: 'command', text: command };
    if (number !== undefined) return { kind: 'number', text: number };
    if (letter !== undefined) return { kind: 'letter', text: letter };
    return sign === undefined ? undefined : { kind: 'sign', text: sign };
  }).filter((token) => token !== undefined);
}

class Reader {
  readonly #tokens: Token[];
  #at = 0;

  constructor(readonly text: string) {
    this.#tokens = tokensOf(text);
  }

  all(): string {
    const markup = this.#row([]);
    if (this.#at < this.#tokens.length)
      throw this.#refused(`“${this.#tokens[this.#at].text}” where it does not belong`);
    return markup;
  }

  #refused(what: string): Error {
    return new Error(`${what} in the formula ${this.text}`);
  }

  #peek(): string | undefined {
    const token = this.#tokens[this.#at];
    return token && (token.kind === 'command' ? `\\${token.text}` : token.text);
  }

  #take(expected?: string): Token {
    const token = this.#tokens[this.#at];
    if (!token || (expected !== undefined && this.#peek() !== expected))
      throw this.#refused(`${expected ?? 'something'} is missing`);
    this.#at++;
    return token;
  }

  /** Atoms with their scripts, up to one of `ends`. */
  #row(ends: readonly string[]): string {
    let markup = '';
    while (this.#at < this.#tokens.length && !['}', ')', '\\\\', '&', ...ends].includes(this.#peek()!))
      markup += this.#scripted();
    return `<mrow>${markup}</mrow>`;
  }

  #group(): string {
    this.#take('{');
    const markup = this.#row([]);
    this.#take('}');
    return markup;
  }

  #argument(): string {
    return this.#peek() === '{' ? this.#group() : this.#atom().markup;
  }

  #scripted(): string {
    const { markup, limits } = this.#atom();
    let primes = 0;
    while (this.#peek() === "'") {
      this.#take();
      primes++;
    }
    // The sign is raised in itself; as a superscript it would be lost above the letter.
    const primed =
      primes === 0
        ? markup
        : `<mrow>${markup}<mo form="postfix" lspace="0" rspace="0.05em">${['′', '″'][primes - 1]}</mo></mrow>`;
    let below = '';
    let above = '';
    while (this.#peek() === '_' || this.#peek() === '^') {
      if (this.#take().text === '_') below = this.#argument();
      else above = this.#argument();
    }
    const [both, one, other] = limits ? ['munderover', 'munder', 'mover'] : ['msubsup', 'msub', 'msup'];
    if (below && above) return `<${both}>${primed}${below}${above}</${both}>`;
    if (below) return `<${one}>${primed}${below}</${one}>`;
    return above ? `<${other}>${primed}${above}</${other}>` : primed;
  }

  #atom(): { markup: string; limits?: boolean } {
    const token = this.#take();
    if (token.kind === 'number') return { markup: `<mn>${token.text}</mn>` };
    if (token.kind === 'letter') return { markup: `<mi>${token.text}</mi>` };
    if (token.kind === 'command') return this.#command(token.text);
    if (token.text === '{') {
      this.#at--;
      return { markup: this.#group() };
    }
    if (token.text === '(') {
      const inner = this.#row([]);
      this.#take(')');
      const stretchy = /<m(frac|table|under)/.test(inner) ? 'true' : 'false';
      return { markup: `<mrow><mo stretchy="${stretchy}">(</mo>${inner}<mo stretchy="${stretchy}">)</mo></mrow>` };
    }
    if (token.text === '*') return { markup: '<mo lspace="0" rspace="0">∗</mo>' };
    if (token.text === '-') return { markup: '<mo>−</mo>' };
    return { markup: `<mo>${escapeHtml(token.text)}</mo>` };
  }

  #command(name: string): { markup: string; limits?: boolean } {
    if (name in LETTERS) return { markup: `<mi>${LETTERS[name]}</mi>` };
    if (name in SPACES) return { markup: `<mspace width="${SPACES[name]}"></mspace>` };
    if (name in OPERATORS) return { markup: `<mo>${OPERATORS[name]}</mo>` };
    if (name === 'sum') return { markup: '<mo>∑</mo>', limits: true };
    if (NAMED.includes(name)) return { markup: `<mo movablelimits="true">${name}</mo>`, limits: true };
    if (FUNCTIONS.includes(name)) return { markup: `<mi>${name}</mi><mo>\u2061</mo>` };
    if (name === 'frac') return { markup: `<mfrac>${this.#argument()}${this.#argument()}</mfrac>` };
    if (name === 'sqrt') return { markup: `<msqrt>${this.#argument()}</msqrt>` };
    if (name === 'hat') return { markup: `<mover accent="true">${this.#argument()}<mo>^</mo></mover>` };
    if (name === 'abs')
      return { markup: `<mrow><mo fence="true">|</mo>${this.#argument()}<mo fence="true">|</mo></mrow>` };
    if (name === 'text') return { markup: `<mtext>${this.#words()}</mtext>` };
    if (name === 'matrix' || name === 'cases') return { markup: this.#matrix(name) };
    throw this.#refused(`\\${name} is not known`);
  }

  /** The text of a group as it stands, blanks included. */
  #words(): string {
    const before = this.#tokens
      .slice(0, this.#at)
      .filter(({ kind, text }) => kind === 'command' && text === 'text').length;
    const words = Array.from(this.text.matchAll(/\\text\{([^}]*)\}/g), ([, found]) => found)[before - 1];
    this.#take('{');
    while (this.#peek() !== '}') this.#take();
    this.#take('}');
    return escapeHtml(words).replace(/^ | $/g, '\u00a0');
  }

  #matrix(name: 'matrix' | 'cases'): string {
    this.#take('{');
    const rows: string[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(`<mtd>${this.#row([])}</mtd>`);
      const end = this.#take();
      if (end.text === '&') continue;
      if (end.text === '}') break;
      rows.push([]);
    }
    const body = `<mtable${name === 'cases' ? ' columnalign="left"' : ''}>${rows.map((cells) => `<mtr>${cells.join('')}</mtr>`).join('')}</mtable>`;
    return name === 'cases'
      ? `<mrow><mo fence="true">{</mo>${body}</mrow>`
      : `<mrow><mo>(</mo>${body}<mo>)</mo></mrow>`;
  }
}
