/** Other ways to write a symbol. */
export const SYMBOLS: Record<string, string> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '·': '*',
  '×': '*',
  '⋅': '*',
  '∙': '*',
  '∗': '*',
  '\u2062': '*',
  '\u2063': ',',
  '\u2064': '+',
  '÷': '/',
  '⁄': '/',
  '∕': '/',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '∣': '|',
};
/** What closes an opened bracket. */
export const CLOSING: Partial<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
export const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
export const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const FRACTIONS: Record<string, [above: number, below: number]> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅙': [1, 6],
  '⅛': [1, 8],
};
/** Roots as signs, by the functions that they are. */
export const ROOTS: Record<string, string> = { '√': 'sqrt', '∛': 'cbrt' };
/** Commands of TeX that stand for a symbol, or for nothing. */
export const COMMANDS: Record<string, string> = {
  cdot: '*',
  times: '*',
  left: '',
  right: '',
  lvert: '|',
  rvert: '|',
  frac: '\\frac',
  dfrac: '\\frac',
  tfrac: '\\frac',
};

/** Letters that have a name. */
export const LETTERS = new Map([
  ['θ', 'theta'],
  ['ϑ', 'theta'],
  ['π', 'pi'],
  ['σ', 'sigmoid'],
]);
