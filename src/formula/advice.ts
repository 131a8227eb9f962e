import { CONSTANTS, FUNCTION_NAMES } from './functions';
import { formulaMessages as say } from './messages';
import { closest } from './suggest';
import { short } from './quoted';
import type { Message } from '../messages';

/** Functions that jump from one flat piece to the next: descent has no slope to follow. */
const FLAT = 'floor lfloor ceil ceiling round trunc int frac mod rem fmod'.split(' ');

/** What is the same in the functions that there are; of x, but where it is said. */
const INSTEAD: Record<string, string | [example: string, instead: string]> = {
  sec: '1/cos(x)',
  csc: '1/sin(x)',
  cosec: '1/sin(x)',
  cot: 'cos(x)/sin(x)',
  ctg: 'cos(x)/sin(x)',
  cotg: 'cos(x)/sin(x)',
  cotan: 'cos(x)/sin(x)',
  sech: '1/cosh(x)',
  csch: '1/sinh(x)',
  coth: 'cosh(x)/sinh(x)',
  cth: 'cosh(x)/sinh(x)',
  swish: 'x*sigmoid(x)',
  silu: 'x*sigmoid(x)',
  heaviside: 'step(x)',
  log1p: 'log(1 + x)',
  expm1: 'exp(x) - 1',
  square: 'x^2',
  pow: ['pow(x, 2)', 'x^2'],
  power: ['power(x, 2)', 'x^2'],
  nthroot: ['nthroot(x, 3)', 'cbrt(x)'],
  exp2: '2^x',
  exp10: '10^x',
  relu6: 'min(max(x, 0), 6)',
  sinus: 'sin(x)',
  cosinus: 'cos(x)',
  tangens: 'tan(x)',
  asinh: 'log(x + sqrt(x^2 + 1))',
  arcsinh: 'log(x + sqrt(x^2 + 1))',
  arsinh: 'log(x + sqrt(x^2 + 1))',
  arsh: 'log(x + sqrt(x^2 + 1))',
  acosh: 'log(x + sqrt(x^2 - 1))',
  arccosh: 'log(x + sqrt(x^2 - 1))',
  arcosh: 'log(x + sqrt(x^2 - 1))',
  arch: 'log(x + sqrt(x^2 - 1))',
  atanh: 'log((1 + x)/(1 - x))/2',
  arctanh: 'log((1 + x)/(1 - x))/2',
  artanh: 'log((1 + x)/(1 - x))/2',
  arth: 'log((1 + x)/(1 - x))/2',
};

/** Names that mean one thing to some and another to others. */
const IN_DOUBT: Record<string, [string, string]> = {
  lg: ['log10', 'log2'],
  sqr: ['sqrt(x)', 'x^2'],
  sh: ['sinh(x)', 's*h'],
  ch: ['cosh(x)', 'c*h'],
  th: ['tanh(x)', 't*h'],
  sigma: ['sigmoid(x)', 's'],
  sinc: ['sin(x)/x', 'sin(pi x)/(pi x)'],
};

/** Functions that are not here, and that are no misspelling of one that is. */
const ELSEWHERE = (
  'erf erfc gamma lgamma beta gelu elu selu celu prelu softmax softsign atan2 arctan2 hypot asec acsc acot arcsec ' +
  'arccsc arccot asech acsch acoth sind cosd tand logit cis fact of nan inf infinity mean sum prod diff'
).split(' ');

/** Words that begin or part the pieces of a function. */
const PIECES = 'if else elseif ifelse iff iif piecewise cases le ge lt gt leq geq'.split(' ');

/** What to say about a name that is known, though not as a function here; undefined for any other. */
export function adviceOn(name: string, typed: string, place: number): Message | undefined {
  const plain = name.toLowerCase();
  const values = { name: short(typed), place };
  if (FLAT.includes(plain)) return say('noGradient', values);
  if (PIECES.includes(plain)) return say('pieces', values);
  if (ELSEWHERE.includes(plain)) return say('unknown', values);
  if (Object.hasOwn(INSTEAD, plain)) {
    const known = INSTEAD[plain];
    const [example, instead] = typeof known === 'string' ? [`${name}(x)`, known] : known;
    return say('instead', { ...values, example, instead });
  }
  if (!Object.hasOwn(IN_DOUBT, plain)) return undefined;
  const [first, second] = IN_DOUBT[plain];
  return say('twoReadings', { text: short(typed), place, first, second });
}

/** What to say about any other name: which one was meant, if there is no doubt. */
export function unknown(name: string, typed: string, place: number, variables: readonly string[]): Message {
  const values = { name: short(typed), place };
  const suggestion = closest(name, [...variables, ...FUNCTION_NAMES, ...Object.keys(CONSTANTS)]);
  return suggestion ? say('unknownButLike', { ...values, suggestion }) : say('unknown', values);
}
