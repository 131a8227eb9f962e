import { expect, test } from 'vitest';
import { compileScalar, parseObjective, parseSurface, toText } from '.';
import { inEnglish } from '../messages';

test.each([
  // Signs and letters of other sizes and styles.
  ['ｘ＾２ － １２．５', 'x^2 - 12.5'],
  ['ｆ（ｘ）＝ｘ＾２', 'x^2'],
  ['𝟐𝟓𝑥', '25*x'],
  ['‐x ‑ 1 ﹣ 2', '-x - 1 - 2'],
  ['2•x', '2*x'],
  ['ℯ^x', 'e^x'],
  ['‖x‖^2', 'abs(x)^2'],
  // TeX.
  ['\\frac x2', 'x/2'],
  ['\\frac 1x', '1/x'],
  ['\\frac{x^2}2x', 'x^2/2*x'],
  ['\\frac x{x+1}', 'x/(x + 1)'],
  ['\\frac12x + \\frac\\pi2', '1/2*x + pi/2'],
  ['\\mu^2 - 3\\mu', 'μ^2 - 3*μ'],
  ['\\nu^2', 'ν^2'],
  ['µ²', 'μ^2'],
  ['\\begin{align} f(x) &= x^2 \\end{align}', 'x^2'],
  ['\\begin{align*}f(x)&=x^2-1\\end{align*}', 'x^2 - 1'],
  ['\\xi^2', 'ξ^2'],
  ['\\lambda^2', 'λ^2'],
  ['\\varphi^2 + φ', 'φ^2 + φ'],
  ['\\omega\\sin\\omega', 'ω*sin(ω)'],
  ['\\vartheta^2', 'theta^2'],
  ['\\sigma(x)', 'sigmoid(x)'],
  ['\\text{max}(0,x)', 'max(0, x)'],
  ['\\text{ReLU}(x)', 'relu(x)'],
  ['\\mathbf{x}^2 + \\mathbf x', 'x^2 + x'],
  ['\\boldsymbol{\\theta}^2', 'theta^2'],
  ['\\big(x+1\\big)^2', '(x + 1)^2'],
  ['\\Bigl(x\\Bigr)', 'x'],
  ['\\vert x\\vert + \\|x\\|', 'abs(x) + abs(x)'],
  ['x \\div 2 \\ast 3', 'x/2*3'],
  ['\\displaystyle x^2\\quad + 1', 'x^2 + 1'],
  ['\\begin{equation*} f(x) = x^2 \\end{equation*}', 'x^2'],
  ['{\\displaystyle f(x)=x^{2}}', 'x^2'],
  ['f ( x ) = x 2 {\\displaystyle f(x)=x^{2}}', 'x^2'],
  ['{(x+1)}{(x+2)}', '(x + 1)*(x + 2)'],
  // Programs.
  ['sympy.exp(x)', 'exp(x)'],
  ['F.softplus(x)', 'softplus(x)'],
  ['torch.nn.functional.relu(x)', 'relu(x)'],
  ['tf.nn.relu(x)', 'relu(x)'],
  ['jax.nn.sigmoid(x)', 'sigmoid(x)'],
  ['np.maximum(0, x)', 'max(0, x)'],
  ['math.fabs(x)', 'abs(x)'],
  ['sin.(x) .+ 1 .- x', 'sin(x) + 1 - x'],
  ['max(1,5;x)', 'max(1.5, x)'],
  ['max(0; x)', 'max(0, x)'],
  ['where(x; 1,5; 0)', 'where(x, 1.5, 0)'],
  ['y = f(x) = x^2', 'x^2'],
  // What a loss and other functions are called.
  ['\\mathcal{L}(w)=w^2', 'w^2'],
  ['\\mathcal L(w)=w^2', 'w^2'],
  ['\\mathcal{L}_{reg}=w^2', 'w^2'],
  ['\\ell(\\theta)=\\theta^2', 'theta^2'],
  ['\\ell=w^2', 'w^2'],
  ['ℒ(w)=w²', 'w^2'],
  ['ℒ = w²', 'w^2'],
  ['ℓ(θ)=θ²', 'theta^2'],
  ['J(\\boldsymbol{\\theta})=\\theta^2', 'theta^2'],
  ['J(\\lambda)=\\lambda^2', 'λ^2'],
  ['\\hat{f}(x)=x^2', 'x^2'],
  ['\\operatorname{MSE}(w) = w^2', 'w^2'],
  ['\\Phi(t)=t^2', 't^2'],
  ['Y₁=X²', 'x^2'],
  ['f₁(x)=x²', 'x^2'],
  ['f_{1}(x)=x^2', 'x^2'],
  ['𝑓(𝑥)=𝑥²', 'x^2'],
])('%s is read as %s, of which there is nothing to say', (text, read) => {
  const { value, notes } = parseObjective(text);
  expect([toText(value), ...notes.map(inEnglish)]).toEqual([read]);
});

test.each([
  ['x_1x_2', 'x*y', '“x_1” and “x_2” are read as x and y.'],
  ['x_{1}x_{2}', 'x*y', '“x_{1}” and “x_{2}” are read as x and y.'],
  ['w₁w₂', 'x*y', '“w₁” and “w₂” are read as x and y.'],
  ['3x₁x₂²', '3*x*y^2', '“x₁” and “x₂” are read as x and y.'],
  ['x1^2+x1x2+x2^2', 'x^2 + x*y + y^2', '“x1” and “x2” are read as x and y.'],
  ['\\beta_0^2+2\\beta_1', 'x^2 + 2*y', '“\\beta_0” and “\\beta_1” are read as x and y.'],
  ['\\lambda_1\\lambda_{2}^2', 'x*y^2', '“\\lambda_1” and “\\lambda_{2}” are read as x and y.'],
  ['x_1sin(x_2)', 'x*sin(y)', '“x_1” and “x_2” are read as x and y.'],
])('indices may stand side by side: %s is read as %s', (text, ...said) => {
  const { value, notes } = parseSurface(text);
  expect([toText(value), ...notes.map(inEnglish)]).toEqual(said);
});

test('a semicolon may part the variables of a function, as a comma does', () => {
  expect(toText(parseSurface('f(x; y) = x^2+y^2').value)).toBe('x^2 + y^2');
  expect(parseSurface('\\mathcal{L}(w,b)=w^2+b^2').variables).toEqual(['w', 'b']);
});

test.each(['\\sin(x) = x', '\\theta = 3', '\\mathbf{x} = 3', 'x₁ = 3', '\\left(x\\right) = 3', '\\mathrm{sin}(x) = x'])(
  '%s is an equation and no function',
  (text) => {
    expect(() => parseObjective(text)).toThrow('I cannot read “=”');
  },
);

test('a function and its value may both have a name', () => {
  expect(toText(parseSurface('z = f(x,y) = x^2+y^2').value)).toBe('x^2 + y^2');
  expect(() => parseObjective('x = f(x) = x^2')).toThrow();
});

/** What people type or copy, and the same in JavaScript. */
const MEANT: [text: string, meant: (x: number) => number][] = [
  ['f(x) = \\frac{1}{2}\\left(x-3\\right)^{2}', (x) => (x - 3) ** 2 / 2],
  ['\\tfrac14x^4-\\tfrac12x^2', (x) => x ** 4 / 4 - x ** 2 / 2],
  ['ｙ＝ｘ³−３ｘ', (x) => x ** 3 - 3 * x],
];

test.each(MEANT)('%s is what is meant', (text, meant) => {
  const { value, variable } = parseObjective(text);
  for (const x of [-2.5, 0.5, 3]) expect(compileScalar(value, [variable])(x)).toBeCloseTo(meant(x), 12);
});
