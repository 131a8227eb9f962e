import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileScalar, FormulaError, FUNCTION_NAMES, parse, parseObjective, toText } from '.';
import { inEnglish } from '../messages';
import { ALIASES, DOMAINS, FUNCTIONS } from './functions';
import { formula, refusal } from './formulas.fixtures';

/** How a formula is read, as text of ours. */
const reading = (text: string) => toText(parseObjective(text).value);
const notes = (text: string) => parseObjective(text).notes.map(inEnglish);

test.each([
  ['|x|', 'abs(x)'],
  ['|x-1|+|x+1|', 'abs(x - 1) + abs(x + 1)'],
  ['||x|-1|', 'abs(abs(x) - 1)'],
  ['2|x||x-1|', '2*abs(x)*abs(x - 1)'],
  ['x|x|', 'x*abs(x)'],
  ['|x|^2', 'abs(x)^2'],
  ['(|x|+1)|x|', '(abs(x) + 1)*abs(x)'],
  ['|(|x|-2)x|', 'abs((abs(x) - 2)*x)'],
  ['ln|x|', 'log(abs(x))'],
  ['√x + √(x+1) + 3√2', 'sqrt(x) + sqrt(x + 1) + 3*sqrt(2)'],
  ['√|x|', 'sqrt(abs(x))'],
  ['√x x', 'sqrt(x)*x'],
  ['√x/2', 'sqrt(x)/2'],
  ['∛x', 'cbrt(x)'],
  ['2πx', '2*pi*x'],
  ['sin(πx)', 'sin(pi*x)'],
  ['x**2', 'x^2'],
  ['2**-x', '2^-x'],
  ['x⁻²', 'x^-2'],
  ['sin^2(x)', 'sin(x)^2'],
  ['sin^2 x', 'sin(x)^2'],
  ['sin²x cos²x', 'sin(x)^2*cos(x)^2'],
  ['tanh^-2(x)', 'tanh(x)^-2'],
  ['cos x', 'cos(x)'],
  ['ln x', 'log(x)'],
  ['x sin x', 'x*sin(x)'],
  ['sin 2x + cos 3 pi x', 'sin(2*x) + cos(3*pi*x)'],
  ['sin -x', 'sin(-x)'],
  ['sin cos x', 'sin(cos(x))'],
  ['sin x / cos x', 'sin(x)/cos(x)'],
  ['exp |x|', 'exp(abs(x))'],
  ['y = x^2', 'x^2'],
  ['f(x) = x^2', 'x^2'],
  ['J(θ) := θ²', 'theta^2'],
  ['X^2 + Sin(X) + EXP(X) + Pi', 'x^2 + sin(x) + exp(x) + pi'],
  ['x^{2} + {x + 1}[x - 1]', 'x^2 + (x + 1)*(x - 1)'],
  ['½x² + 1¾ + x^½', '1/2*x^2 + 7/4 + x^(1/2)'],
  ['⅔', '2/3'],
  ['\\frac12 x + \\frac{x}{3}', '1/2*x + x/3'],
  ['2 \\cdot \\sin\\left(x\\right)', '2*sin(x)'],
  ['\\sqrt[3]{x} + \\sqrt[2]{x}', 'cbrt(x) + sqrt(x)'],
  ['\\sqrt[4]{x+1} + \\sqrt[8]{x}', 'sqrt(sqrt(x + 1)) + sqrt(sqrt(sqrt(x)))'],
  ['³√x + ²√x − 2 ³√(x+1)', 'cbrt(x) + sqrt(x) - 2*cbrt(x + 1)'],
  ['⁴√x x + ⁴√x/2', 'sqrt(sqrt(x))*x + sqrt(sqrt(x))/2'],
  ['x²√x', 'x^2*sqrt(x)'],
  ['{1 \\over 2}x^2', '1/2*x^2'],
  ['{x+1 \\over x^2+1} - {1\\over{x}}', '(x + 1)/(x^2 + 1) - 1/x'],
  ['0{,}3x + 1{,}5x^2', '0.3*x + 1.5*x^2'],
  ['x^{1{,}5} + max(0{,}5, x)', 'x^1.5 + max(0.5, x)'],
  ['sen x + senh(x) + tgh x + arcsen(x)', 'sin(x) + sinh(x) + tanh(x) + asin(x)'],
  ['\\tfrac12 \\lvert x \\rvert\\,x', '1/2*abs(x)*x'],
  ['\\mathrm{e}^{-x} \\operatorname{ReLU}(x)', 'e^-x*relu(x)'],
  ['10⁻³x + 3²x + e²x', '10^-3*x + 3^2*x + e^2*x'],
  ['x.^2 .* sin(x) ./ 2', 'x^2*sin(x)/2'],
  ['torch.relu(x)', 'relu(x)'],
  ['0,5x^2 + sin(1,25x)', '0.5*x^2 + sin(1.25*x)'],
  ['0,001x', '0.001*x'],
  ['10\u202f000x', '10000*x'],
  ['log_2(x) + \\log_{10} x + log₂(x) log₁₀ x', 'log2(x) + log10(x) + log2(x)*log10(x)'],
  ['np.exp(-x**2) + Math.sin(x)', 'exp(-x^2) + sin(x)'],
  ['2∗x', '2*x'],
  ['𝑥² + 2𝑥', 'x^2 + 2*x'],
  ['sin\u2061（2\u2062𝑥）\u200b − ｘ', 'sin(2*x) - x'],
  ['max(𝜃\u2063 0)', 'max(theta, 0)'],
  ['log10(x) + log2(x) + lb x', 'log10(x) + log2(x) + log2(x)'],
  ['arctan x + arcsin(x) + sgn(x)', 'atan(x) + asin(x) + sign(x)'],
  ['σ(x)', 'sigmoid(x)'],
  ['1e−4x + 2.5E–3x^2 + 1e-2', '0.0001*x + 0.0025*x^2 + 0.01'],
  ['1_000x', '1000*x'],
  ['\\left\\{x + 1\\right\\}^2', '(x + 1)^2'],
  ['x**2 # a parabola', 'x^2'],
  ['\\(x) x^2', 'x^2'],
  ['$x^2$', 'x^2'],
  ['$$ f(x) = x^2 - 1 $$', 'x^2 - 1'],
  ['f(x) = $x^2$', 'x^2'],
  ['\\(x^2\\)', 'x^2'],
  ['\\[J(\\theta) = \\theta^2;\\]', 'theta^2'],
  ['"x^2"', 'x^2'],
  ['`sin x`;', 'sin(x)'],
  ['lambda x: x**2 - 1', 'x^2 - 1'],
  ['f = lambda q: np.sin(q)', 'sin(q)'],
  ['def f(x): return x**2', 'x^2'],
  ['return tf.sin(x);', 'sin(x)'],
  ['x => x*x', 'x*x'],
  ['const f = (x) => Math.exp(-x);', 'exp(-x)'],
  ['x -> x^2', 'x^2'],
  ['f: t ↦ t²', 't^2'],
  ['x \\mapsto x^2', 'x^2'],
  ['\\x -> x^2', 'x^2'],
  ['f <- function(x) x^2', 'x^2'],
  ['f = @(x) x.^2', 'x^2'],
  ['f[x_] := x^2', 'x^2'],
  ['f1(x) = x^2', 'x^2'],
  ['loss(w) = (w - 3)^2', '(w - 3)^2'],
  ['loss = (w - 3)^2', '(w - 3)^2'],
  ['=X^2+1', 'x^2 + 1'],
  ['=SIN(PI()*x)', 'sin(pi*x)'],
  ['=MAX(0,5;x)', 'max(0.5, x)'],
  ['function(x){return x^2}', 'x^2'],
  ['function f(x) { return x*x; }', 'x*x'],
  ['const f = (x) => { return x ** 2; };', 'x^2'],
  ['(x: number): number => x*x', 'x*x'],
  ['double f(double x) { return 3.0*x*x; }', '3*x*x'],
  ['public static double f(double x) { return std::exp(x); }', 'exp(x)'],
  ['fn f(x: f64) -> f64 { x * x }', 'x*x'],
  ['def f(x: float) -> float: return x**2', 'x^2'],
  ['f <- function(x) { x^2 }', 'x^2'],
])('%s is read as %s', (text, read) => {
  expect(reading(text)).toBe(read);
  expect(notes(text)).toEqual([]);
});

test.each([
  ['1/2x', '1/2*x', '“1/2x” is read as (1/2)*x, not as 1/(2*x).'],
  ['x/2(x+1)', 'x/2*(x + 1)', '“x/2(x+1)” is read as (x/2)*(x+1), not as x/(2*(x+1)).'],
  ['x^2^3', 'x^2^3', '“x^2^3” is read as x^(2^3), not as (x^2)^3.'],
  ['e^2x', 'e^2*x', '“e^2x” is read as (e^2)*x, not as e^(2*x).'],
  ['e^-x^2/2', 'e^-x^2/2', '“e^-x^2/2” is read as (e^-x^2)/2, not as e^(-x^2/2).'],
  ['x^1/2', 'x^1/2', '“x^1/2” is read as (x^1)/2, not as x^(1/2).'],
  ['sin x^2', 'sin(x^2)', '“sin x^2” is read as sin(x^2), not as sin(x)^2.'],
  ['sin^2x^2', 'sin(x^2)^2', '“sin^2x^2” is read as sin^2(x^2), not as sin^2(x)^2.'],
  ['sin x²', 'sin(x^2)', '“sin x²” is read as sin(x²), not as sin(x)².'],
  ['xsin(x)', 'x*sin(x)', '“xsin” is read as x*sin.'],
  ['sinx', 'sin(x)', '“sinx” is read as sin x.'],
  ['sinxcosx', 'sin(x)*cos(x)', '“sinxcosx” is read as sin x*cos x.'],
  ['max(0,5)', 'max(0, 5)', '“0,5” is read as 0 and 5, not as 0.5.'],
  ['log(x)', 'log(x)', '“log” is the natural logarithm; log10 and log2 have the bases 10 and 2.'],
  ['x^(1/3)', 'x^(1/3)', '“x^(1/3)” is undefined where x is below 0; cbrt(x) has a value there too.'],
  ['x1^2 - 3x1', 'x^2 - 3*x', '“x1” is read as x.'],
  ['x_1^2 + x₁', 'x^2 + x', '“x_1” is read as x.'],
  ['\\theta_{1}^2', 'theta^2', '“\\theta_{1}” is read as theta.'],
  ['\\beta_0^2', 'β^2', '“\\beta_0” is read as β.'],
  ['f(w_1) = w_1^2', 'w^2', '“w_1” is read as w.'],
  ['=A1^2-0,5*A1', 'x^2 - 0.5*x', '“A1” is read as x.'],
  ['=SIN($B$12)', 'sin(x)', '“$B$12” is read as x.'],
  ['х^2 + x', 'x^2 + x', 'The Cyrillic letter “х” is read as x.'],
  ['сos(x)', 'cos(x)', 'The Cyrillic letter “с” is read as c.'],
])('%s is read as %s, and that is said: %s', (text, read, note) => {
  expect(reading(text)).toBe(read);
  expect(notes(text)).toEqual([note]);
});

test.each([
  ['sin x/2', 'sin x/2', 'sin(x)/2', 'sin(x/2)'],
  ['2 + sin x*x', 'sin x*x', 'sin(x)*x', 'sin(x*x)'],
  ['sin 2(x+1) - 1', 'sin 2(x+1)', 'sin(2)*(x+1)', 'sin(2*(x+1))'],
  ['sin^2 x/2', 'sin^2 x/2', 'sin^2(x)/2', 'sin^2(x/2)'],
  ['√2x', '√2x', 'sqrt(2)*x', 'sqrt(2*x)'],
  ['\\sqrt 2x', '\\sqrt 2x', 'sqrt(2)*x', 'sqrt(2*x)'],
  ['√x²', '√x²', 'sqrt(x)²', 'sqrt(x²)'],
  ['√x^2', '√x^2', 'sqrt(x)^2', 'sqrt(x^2)'],
  ['√x^-2', '√x^-2', 'sqrt(x)^-2', 'sqrt(x^-2)'],
  ['sin^-1(x)', 'sin^-1', 'asin(x)', '1/sin(x)'],
  ['x2', 'x2', 'x^2', '2x'],
  ['sin2x', 'sin2x', 'sin(2x)', 'sin(x)^2'],
  ['log2x', 'log2x', 'log2(x)', 'log(2x)'],
  ['1,000x', '1,000', '1000', '1.000'],
  ['lg x', 'lg', 'log10', 'log2'],
  // What stands for a sign is one in both readings, and what is quoted was typed.
  ['\\sin x \\cdot x', '\\sin x \\cdot x', 'sin(x)*x', 'sin(x*x)'],
  ['\\ln 2\\times x', '\\ln 2\\times x', 'log(2)*x', 'log(2*x)'],
  ['\\cos x \\div 2', '\\cos x \\div 2', 'cos(x)/2', 'cos(x/2)'],
  ['1 + \\sin x\\,x', '\\sin x\\,x', 'sin(x)*x', 'sin(x*x)'],
  ['sin⁻¹(x)', 'sin⁻¹', 'asin(x)', '1/sin(x)'],
  ['\\tan^{-1}(x)', '\\tan^{-1}', 'atan(x)', '1/tan(x)'],
  // A spreadsheet's sign comes before its power, its powers go from the left, and its LOG has the base 10.
  ['=-x^2', '-x^2', '-(x^2)', '(-x)^2'],
  ['=EXP(-x^2)', '-x^2', '-(x^2)', '(-x)^2'],
  ['=2^x^3', '2^x^3', '(2^x)^3', '2^(x^3)'],
  ['=LOG(x)', 'LOG', 'log10', 'ln'],
])('%s is refused at “%s”: it can mean %s or %s, and both are read', (text, marked, first, second) => {
  const { message, position, length } = refusal(text);
  expect(text.slice(position, position + length)).toBe(marked);
  expect(message).toContain(` can mean ${first} or ${second}; write the one you mean`);
  for (const one of [first, second])
    expect(() => parseObjective(/^(log\d+|ln)$/.test(one) ? `${one}(x)` : one)).not.toThrow();
});

test('elements of lists, and other brackets than those that were opened, are refused', () => {
  expect(refusal('x[0]^2').message).toContain(
    '“x[0]” at character 1 can be an element of a list, a value of a function, or a product',
  );
  expect(refusal('w(1)^2 + 1').message).toContain('“w(1)” at character 1 can be');
  expect(refusal('(x-1]^2').message).toBe('expected “)” at character 5, to close the “(” at character 1');
  expect(reading('x(x-1)[x+1]')).toBe('x*(x - 1)*(x + 1)');
});

test('an equation is no function, nor are words about one, and what is wrong inside of what was copied along is marked where it stands', () => {
  for (const text of [
    'x = 3',
    'x2 = 4',
    'x^2 = 4',
    'sin(x) = x',
    '== x',
    'x => y => x',
    'f(x) = g(x) = x',
    '$x$ $y$',
    'let x',
  ])
    expect(() => parseObjective(text), text).toThrow(FormulaError);
  const { text, position, message } = refusal('lambda x: x**2 ! 3;');
  expect([text[position], message]).toEqual(['!', 'I cannot read “!” at character 16']);
  expect(refusal('f(x) = $x + y$').message).toContain('“y” at character 13 is not the variable, which is x');
});

test('variables with an index are counted, and do not go with one that has none', () => {
  expect(refusal('x1^2 + x2^2').message).toBe('the formula has two variables, x1 and, at character 8, x2; use one');
  expect(refusal('=A1^2+B1').message).toBe('the formula has two variables, A1 and, at character 7, B1; use one');
  expect(refusal('x_1 + x').message).toContain('“x_1” at character 1 has an index, but another variable has none');
  // Powers that lost their style: x⁴ - 3x² + x, x² + x³.
  expect(refusal('x4 - 3x2 + x').message).toContain('“x4” at character 1 can mean x^4 or 4x');
  expect(refusal('x2 + x3').message).toContain('“x2” at character 1 can mean x^2 or 2x');
});

test.each([
  'x > 0 ? x^2 : -x',
  'x if x > 0 else 0',
  'np.where(x > 0, x, 0)',
  '\\begin{cases} x^2 & x > 0 \\end{cases}',
  '(x<=1)*x',
  '=IF(A1;A1;0)',
  'Piecewise((x, True))',
])('%s has pieces: what makes them is said', (text) => {
  expect(refusal(text).message).toContain(
    'a function in pieces is written with abs(x), max(a, b), min(a, b), relu(x), or where(c, a, b)',
  );
});

test('a percentage has no slope to miss, a remainder has none', () => {
  expect(refusal('5%*x').message).toBe('I cannot read “%” at character 2');
  expect(refusal('x % 2').message).toContain('has no gradient to follow');
});

test('a sign that cannot be seen is refused by its number', () => {
  expect(refusal('x\u0007').message).toContain('I cannot read U+0007 at character 2');
});

test('a root that has no name, and a point that belongs to no number, are refused where they stand', () => {
  expect(refusal('\\sqrt[n]{x}').message).toContain('I cannot read “[” at character 6');
  expect(refusal('0.5.x').message).toContain('I cannot read “.” at character 4');
});

test('bars that can be paired in two ways are refused', () => {
  expect(refusal('|x|x|x|').message).toBe(
    'the bars at character 5 can be paired in two ways; write abs(…) for an absolute value',
  );
});

test('every function can be called by its name, in capital letters, and by what else it is called', () => {
  for (const name of [...FUNCTION_NAMES, ...Object.keys(ALIASES)]) {
    const values = name === 'where' ? 'x, 1, 2' : 'x';
    expect(reading(`${name.toUpperCase()}(${values})`)).toBe(`${ALIASES[name] ?? name}(${values})`);
  }
});

test('each function is a number inside of its domain, and none outside', () => {
  const holds = {
    positive: (x: number) => x > 0,
    'not negative': (x: number) => x >= 0,
    'within 1': (x: number) => Math.abs(x) <= 1,
  };
  for (const name of FUNCTION_NAMES.filter((one) => FUNCTIONS[one].least === 1)) {
    const value = compileScalar(parse(`${name}(x)`, { variables: ['x'] }), ['x']);
    const domain = DOMAINS[name];
    for (const x of [-2, -1, -0.5, 0, 0.5, 1, 2])
      expect(Number.isFinite(value(x)), `${name}(${x})`).toBe(domain === undefined || holds[domain](x));
  }
});

test.each([
  ['asin(x)', 0.3, Math.asin(0.3)],
  ['acos(x)', -0.9, Math.acos(-0.9)],
  ['atan(x)', -40, Math.atan(-40)],
  ['cbrt(x)', -8, -2],
  ['log10(x)', 1000, 3],
  ['log2(x)', 0.125, -3],
])('%s at %d is %d', (text, x, value) => {
  expect(compileScalar(parse(text, { variables: ['x'] }), ['x'])(x)).toBeCloseTo(value, 14);
});

test('what is written is read as the same tree again, however people write it', () => {
  const ways: ((text: string) => string)[] = [
    (text) => text.replaceAll('*', '·').replaceAll('-', '−'),
    (text) => text.replaceAll('^', '**'),
    // Braces that TeX does not print part no argument of a function from what follows.
    (text) => text.replaceAll(/(?<!\w)\(([^()]*)\)/g, '{$1}'),
    (text) => text.toUpperCase(),
    (text) => text.replaceAll(/abs\(([^()]*)\)/g, '|$1|'),
    (text) => `f(x) = ${text}`,
    (text) => `$${text}$`,
    (text) => `lambda x: ${text}`,
    (text) => text.replaceAll(/\bx\b/g, 'X'),
  ];
  const same = ({ text }: { text: string }, way: (text: string) => string) => {
    const plain = parseObjective(text).value;
    expect(parseObjective(toText(plain)).value).toEqual(plain);
    expect(parseObjective(way(toText(plain))).value).toEqual(plain);
  };
  fc.assert(fc.property(formula(['x']), fc.constantFrom(...ways), same), { seed: 21, numRuns: 700 });
});

test.each([
  // What ends a logarithm's parentheses may be its base, as in Python and R.
  ['math.log(x**2+1,2)', 'log(x**2+1.2)', 'log(x**2+1)/log(2)'],
  ['log(x^2+1,10)', 'log(x^2+1.10)', 'log(x^2+1)/log(10)'],
  ['ln(8,2)*x', 'ln(8.2)', 'log(8)/log(2)'],
  ['softplus(x+1,20)', 'softplus(x+1.20)', 'softplus(20*(x+1))/20'],
  // Thousands and decimals as Germany writes them.
  ['1.500x^2+2,5x', '1500', '1.5'],
  ['2,5x + 12.500', '12500', '12.5'],
])('%s can mean %s or %s, and is asked about', (text, first, second) => {
  expect(refusal(text).message).toContain(`can mean ${first} or ${second}`);
});

test.each([
  ['log(1,5x)', 'log(1.5*x)'],
  ['sin(x+1,5)', 'sin(x + 1.5)'],
  ['1.500x^2 + 2.5x', '1.5*x^2 + 2.5*x'],
  ['f\\left(x\\right)=x^{2}', 'x^2'],
  ['x^2 % the loss to descend', 'x^2'],
  ['x^2 // my loss function', 'x^2'],
  ['x^2 +\n x^3', 'x^2 + x^3'],
  ['0e5 + 0.0x', '0 + 0*x'],
  ['f(X) = X^2 + X', 'x^2 + x'],
])('%s is read as %s', (text, read) => {
  expect(reading(text)).toBe(read);
});

test.each([
  ['2\\x', 'I cannot read “\\” at character 2'],
  ['x^2\nx^3', 'another line begins at character 5'],
  ['1e-400x', '1e-400 at character 1 is too small for a number; write 0'],
  ['sin x·x', 'can mean sin(x)·x or sin(x·x)'],
  ['\\sin^{-1}\\left(x\\right)', 'can mean asin(x) or 1/sin(x)'],
])('%s is refused: %s', (text, said) => {
  expect(refusal(text).message).toContain(said);
});

test('a capital and a small letter are one variable, and that is said', () => {
  expect(notes('X - x')).toEqual(['“X” and “x” are read as one variable.']);
  expect(notes('X^2 - X')).toEqual([]);
  expect(notes('f(X) = X^2')).toEqual([]);
});
