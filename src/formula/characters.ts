/** Other ways to write a symbol. */
export const SYMBOLS: Record<string, string> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '―': '-',
  '·': '*',
  '×': '*',
  '⋅': '*',
  '∙': '*',
  '•': '*',
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
  '‖': '|',
};
/** What closes an opened bracket. */
export const CLOSING: Partial<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '⁽': '⁾', '|': '|' };
export const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
/** What can be raised, and what each of it is on the line. */
export const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᶿᵀ';
export const UNRAISED = '0123456789+-()abcdefghijklmnoprstuvwxyzθT';
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
/** Signs that are names. */
export const NAMES: Record<string, string> = { '√': 'sqrt', '∛': 'cbrt', '⊤': 'T', ℯ: 'e', ⅇ: 'e' };
/** Letters that have a command of TeX. */
const GREEK =
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ nu ν ' +
  'xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π ' +
  'Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω';

/** Commands of TeX that stand for a sign, a letter, or nothing. */
export const COMMANDS: Record<string, string> = {
  ...Object.fromEntries([...GREEK.matchAll(/(\w+) (.)/g)].map(([, name, letter]) => [name, letter])),
  ...Object.fromEntries(
    (
      'left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle quad qquad limits ' +
      'mathbf mathrm mathit boldsymbol bm begin end'
    )
      .split(' ')
      .map((name) => [name, '']),
  ),
  ...Object.fromEntries('| vert lvert rvert Vert lVert rVert mid'.split(' ').map((name) => [name, '|'])),
  cdot: '*',
  times: '*',
  ast: '*',
  div: '/',
  top: '⊤',
  int: '∫',
  frac: '\\frac',
  dfrac: '\\frac',
  tfrac: '\\frac',
  cfrac: '\\frac',
  over: '\\over',
};

/** The names of the small Greek letters, as a pattern. */
export const SPELLED = Object.keys(COMMANDS)
  .filter((name) => /^[α-ω]$/.test(COMMANDS[name]))
  .join('|');

/** Letters that have a name. */
export const LETTERS = new Map([
  ['θ', 'theta'],
  ['ϑ', 'theta'],
  ['Θ', 'theta'],
  ['π', 'pi'],
  ['σ', 'sigmoid'],
  ['Γ', 'gamma'],
  ['Σ', 'sum'],
  ['Π', 'prod'],
]);
