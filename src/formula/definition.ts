import { COMMANDS, SPELLED } from './characters';
import { FormulaError } from './error';
import { functionCalled } from './functions';
import { inLatin } from './look-alikes';
import { formulaMessages as say } from './messages';

/** Where in a text the formula is, and which variables were named in front of it, in small letters; `y =` names none. */
export interface Definition {
  from: number;
  to: number;
  variables: readonly string[];
  /** Whether a spreadsheet wrote it, where signs come before powers. */
  isSheet: boolean;
}

/** What is copied along with a formula: TeX's dollars and brackets, quotes, the end of a statement. */
const AROUND: readonly (readonly [open: string, close: string])[] = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['{', '}'],
  ['\\displaystyle', ''],
  ...['equation', 'align', 'aligned', 'gather', 'math', 'displaymath'].flatMap((name) =>
    ['', '*'].map((star) => [`\\begin{${name}${star}}`, `\\end{${name}${star}}`] as const),
  ),
  ['', ';'],
];

/** Words behind a formula. */
const COMMENT = /\s(?:\/\*[^*]*\*\/|#\s*[A-Za-z]|(?:%|\/\/)\s*[A-Za-z]+\s+[A-Za-z]).*$/;

/** What TeX numbers a formula with. */
const TAG = '\\\\(?:(?:tag\\*?|label)\\s*\\{[^{}]*\\}|no(?:number|tag)\\b|l?eqno\\s*\\([^()]*\\))';
/** A tag, or what ends the sentence in which the formula stands. */
const BEHIND = new RegExp(`(?:${TAG}|(?<=[^.,])[.,])$`);

const TYPE = '(?:(?:const\\s+)?(?:double|float|auto|real|number)\\s+)?';
const INDEX = '(?:_?\\d|_\\{\\d\\}|[₀-₉])';
/** What TeX writes a letter in, or above it. */
const STYLE = '\\\\(?:math|oper|text|bold|bm|hat|tilde|bar)[a-z]*\\*?\\s*';
/** One letter, perhaps as TeX has it: ℒ, \ell, \mathcal{L}, \hat f. */
const STYLED = `(?:${STYLE}(?:\\{\\s*\\\\?[A-Za-z]+\\s*\\}|[A-Za-z])|\\\\(?!left|right|frac)[a-z]+|\\p{L})`;
const STYLE_BEFORE = new RegExp(`^${STYLE}`);
const LETTER = `(?:(?:${SPELLED})\\b|${STYLED})(?:_|${INDEX})?`;
const listOf = (letter: string) => `(?<variables>${letter}(?:\\s*[,;]\\s*${letter})*)`;
const LIST = listOf(`${TYPE}${LETTER}(?:\\s*:\\s*[A-Za-z]\\w*)?`);
const INSIDE = `(?:\\\\left\\s*)?[([]\\s*${LIST}\\s*(?:\\\\right\\s*)?[)\\]]`;
const BELOW = '(?:_?\\d+|_[A-Za-z]|_\\s*\\{\\w+\\}|[₀-₉])';
const PRIMES = "['′’″]*";
const NAMED = `(?<name>(?:\\p{L}\\w+|${STYLED}${BELOW}?)${PRIMES})`;
const GIVEN = '(?:const |let |var )?\\s*';
const CALLED = `${GIVEN}(?:${NAMED}\\s*(?::?=|<-|:)\\s*)?`;
/** What leads to a number alone is a limit. */
const ARROW = '\\s*(?:=>|↦|\\\\mapsto\\b|(?:->|→|\\\\to\\b)(?!\\s*[-−\\d.]+$))';
/** From where to where a function leads, in front of what it is: f: R → R, x ↦ */
const MAP = `\\p{L}\\w*\\s*(?::|\\\\colon\\b)[^=→]+?(?:->|→|\\\\(?:to|rightarrow)\\b)[^=→]+?[,;:]\\s*(?=(?:\\p{L}\\w*\\s*)?${INSIDE}\\s*:?=|(?:${LIST}|${INSIDE})${ARROW})`;
/** What stands in front of a formula and is none of it. */
const IN_FRONT = new RegExp(`^(?:${TAG}|${MAP.replaceAll('?<variables>', '?:')})`, 'u');
/** How mathematics, spreadsheets and programs begin a function. */
const BEFORE = [
  // f(x) = and f[x_] :=
  `(?:(?<value>\\p{L})\\s*=\\s*)?${NAMED}\\s*${INSIDE}\\s*:?=`,
  // lambda x: and function(x) and @(x)
  `${CALLED}lambda\\s+${listOf(LETTER)}\\s*:`,
  `${CALLED}(?:function|@|\\\\)\\s*${INSIDE}`,
  // function f(x) and double f(double x)
  `(?:(?:public|private|static|inline)\\s+)*(?:function|func|fn|double|float|auto)\\s+${NAMED}\\s*${INSIDE}(?:\\s*->\\s*\\w+)?(?=\\s*\\{)`,
  // x => and (x, y) -> and f: x ↦
  `${CALLED}${LIST}${ARROW}`,
  `${CALLED}${INSIDE}(?:\\s*:\\s*[A-Za-z]\\w*)?${ARROW}`,
  // def f(x): return
  `def\\s+${NAMED}\\s*${INSIDE}(?:\\s*->\\s*\\w+)?\\s*:\\s*return\\b`,
  // y = and loss =
  `${GIVEN}(?<name>${STYLED}${BELOW}?${PRIMES}|loss|cost|error|energy|objective|fun|func|fn)\\s*:?=`,
  'return\\b',
  // A spreadsheet's
  '(?<sheet>=)',
].map((pattern) => new RegExp(`^${pattern}(?![=>])`, 'iu'));

/**
 * Finds the formula in what people copy: `f(x) = x^2`, `$x^2$`, `lambda x: x**2`, `x => x*x`, `=x^2`.
 * @param usual what a variable is called: `x = 3` is no function of x
 */
export function definitionIn(typed: string, usual: readonly string[]): Definition {
  // What stands below one another is aligned at its signs.
  const text = inLatin(typed).replace(/(?<=\\begin\{align[^&]*)&(?=\s*=)/, ' ');
  let variables: readonly string[] = [];
  let isBegun = false;
  let isSheet = false;
  // Wikipedia's formulas are copied as they look, and once more as they are written.
  const copied = Math.max(0, text.lastIndexOf(' {\\displaystyle'));
  for (let from = copied, to = text.length - (COMMENT.exec(text)?.[0].length ?? 0); ;) {
    const piece = text.slice(from, to);
    from += piece.length - piece.trimStart().length;
    to -= piece.length - piece.trimEnd().length;
    const inner = text.slice(from, to);
    const around = AROUND.find(([open, close]) => isAround(inner, open, close));
    if (around) {
      from += around[0].length;
      to -= around[1].length;
      continue;
    }
    const [before, behind] = [IN_FRONT, BEHIND].map((pattern) => pattern.exec(inner)?.[0].length ?? 0);
    if (before || behind) {
      from += before;
      to = Math.max(from, to - behind);
      continue;
    }
    const match = isBegun ? undefined : BEFORE.map((pattern) => pattern.exec(inner)).find(Boolean);
    const { name, value, variables: list, sheet } = match?.groups ?? {};
    if (!match || (name && !isName(name, Boolean(list), usual)) || (value && !isName(value, false, ['x']))) {
      const statement = isBegun ? /^return\b/.exec(inner) : null;
      if (!statement) return { from, to, variables, isSheet };
      from += statement[0].length;
      continue;
    }
    const declared = list?.split(/[,;]/).map(plain) ?? [];
    if (name && isDerivative(name, list ? declared : usual)) {
      const position = from + match[0].indexOf(name);
      throw new FormulaError(say('derivative', { text: name, place: position + 1 }), text, position, name.length);
    }
    // Those with an index get their letters where the formula is read.
    variables = declared.some((letter) => HAS_INDEX.test(letter)) ? [] : declared;
    isSheet = sheet !== undefined;
    from += match[0].length;
    isBegun = true;
  }
}

/** Whether a name is that of a derivative: f', f_x, f_{xy}. */
function isDerivative(name: string, variables: readonly string[]): boolean {
  const below = /^\p{L}_\s*\{?(\w+)/u.exec(name)?.[1] ?? '';
  return (
    /['′’″]$/.test(name) ||
    variables.includes(below) ||
    (below !== '' && [...below].every((one) => variables.includes(one)))
  );
}

const HAS_INDEX = /[\d₀-₉]/;

function isAround(text: string, open: string, close: string): boolean {
  if (text.length < open.length + close.length || !text.startsWith(open) || !text.endsWith(close)) return false;
  if (!close) return true;
  // A statement within braces has its own end.
  const inner = text.slice(open.length, text.length - close.length).replace(/;(?=\s*\})/g, '');
  return open === close || close === ';' ? !inner.includes(close) : isBalanced(inner, open, close);
}

/** Whether what closes within a text was opened there. */
function isBalanced(text: string, open: string, close: string): boolean {
  const [first, ...parts] = text.split(close);
  let depth = first.split(open).length - 1;
  return parts.every((part) => {
    const isOpen = --depth >= 0;
    depth += part.split(open).length - 1;
    return isOpen;
  });
}

function isName(name: string, hasVariables: boolean, usual: readonly string[]): boolean {
  const [letters] = /\p{L}+/u.exec(name.replace(STYLE_BEFORE, ''))!;
  return !functionCalled(letters) && (hasVariables || !usual.includes(plain(letters)));
}

/** A variable as it is called here. */
function plain(typed: string): string {
  const bare = typed.replace(/\s*:.*$/, '').replace(/[\s}]+$/, '');
  const [, slash, letters, index] = /(\\?)(\p{L}+)_?([{\d₀-₉]*)$/u.exec(bare)!;
  const letter = (slash || letters.length > 1) && Object.hasOwn(COMMANDS, letters) ? COMMANDS[letters] : letters;
  const lower = letter.normalize('NFKC').toLowerCase();
  return (lower === 'θ' ? 'theta' : lower) + index;
}
