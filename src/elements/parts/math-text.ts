import { trustedMarkup } from '../../workers/trusted';

/** A formula's MathML as text, for where there is no markup: each formula a line: fractions with a slash, powers and indices raised and lowered. */
export function mathText(markup: string): string {
  const { body } = new DOMParser().parseFromString(trustedMarkup(markup), 'text/html');
  const formulas = [...body.querySelectorAll('math')].map((math) => row(math.childNodes));
  return formulas.map((text) => text.replace(/\s+/g, ' ').trim()).join('\n');
}

const UP: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '−': '⁻',
  n: 'ⁿ',
  '′': '′',
  '*': '*',
};
const DOWN: Record<string, string> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  i: 'ᵢ',
  j: 'ⱼ',
  k: 'ₖ',
  p: 'ₚ',
  t: 'ₜ',
};
/** Operators with room on both sides. */
const ROOMY = /^[=+−·×←→≤≥<>]$/;

/** Written for programs alone: between a factor and the next one, between a function and its argument. */
const UNSEEN = /[\u2061-\u2064]/g;

function row(nodes: Iterable<Node>): string {
  let line = '';
  for (const node of nodes) {
    // A sign at the beginning belongs to what follows, unless it begins another line.
    const isSign = /^$|[([|]$/.test(line) && node instanceof Element && node.matches('mo:not([form=infix])');
    line += isSign ? text(node).trim() : text(node);
  }
  return line;
}

function text(node: Node): string {
  if (!(node instanceof Element)) return (node.textContent ?? '').replace(UNSEEN, '');
  const [first = '', second = '', third = ''] = [...node.children].map(text);
  switch (node.localName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(row(node.childNodes))}`;
    case 'mroot':
      return `${small(second, UP, '')}√${grouped(first)}`;
    case 'msup':
    case 'mover':
      return scripted(first, '', second);
    case 'msub':
    case 'munder':
      return scripted(first, second, '');
    case 'msubsup':
    case 'munderover':
      return scripted(first, second, third);
    case 'mspace':
      return ' ';
    case 'mo':
      return ROOMY.test(node.textContent) ? ` ${node.textContent} ` : node.textContent.replace(UNSEEN, '');
    case 'mtext':
      return ` ${node.textContent.trim()} `;
    case 'annotation':
      return '';
    default:
      return row(node.childNodes);
  }
}

/** With what stands below and above it; a sum stands apart. */
function scripted(base: string, below: string, above: string): string {
  const line = `${base}${below && small(below, DOWN, '_')}${above && small(above, UP, '^')}`;
  return /^[∑∏∫]/.test(line) ? ` ${line} ` : line;
}

/** In brackets, unless it is one thing. */
function grouped(part: string): string {
  const whole = part.trim();
  return /^[\p{L}\p{N}.′]*$/u.test(whole) || /^\([^()]*\)$/.test(whole) ? whole : `(${whole})`;
}

/** Raised or lowered, where there are such letters for all of it. */
function small(part: string, letters: Record<string, string>, sign: string): string {
  const whole = part.trim();
  const all = [...whole].map((letter) => letters[letter]);
  return all.every((letter) => letter !== undefined)
    ? all.join('')
    : `${sign}${[...whole].length > 1 ? `(${whole})` : whole}`;
}
