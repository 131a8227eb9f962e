/** What tests throw at parameters: values of every kind, the same ones every time. */
import fc from 'fast-check';
import { isSame, type AnyParameter } from '../experiments/parameters';

/** Markup that would show itself: by an element that no element of ours has, or by a global that it sets. */
const MARKUP = [
  '<img src=x onerror="window.injected=1">',
  '"><svg onload=window.injected=1>',
  "' onmouseover='window.injected=1",
  '</textarea><script>window.injected=1</script>',
  '<iframe srcdoc="<script>parent.injected=1</script>">',
  '<math><mtext><img src onerror=window.injected=1></mtext></math>',
  '</details></section><h1>out</h1>',
  '&lt;b&gt;',
  '<!--',
  ']]>',
  '<style>* { display: none }</style>',
  '<base href=//elsewhere.test>',
  '<template shadowrootmode=open>',
  '${window.injected=1}',
  '<!--?lit$1234$-->',
  '<a href="javascript:window.injected=1">x</a>',
];

const WORDS = [
  ...['', ' ', 'auto', 'AUTO', 'none', 'data', 'sheet', 'synthetic', 'webgpu', 'grid', 'lazy', 'on', 'true', 'null'],
  ...['undefined', 'NaN', 'Infinity', '-Infinity', '[object Object]', '__proto__', 'constructor', 'toString'],
  ...['gaussian 15', 'gaussian -1', 'gaussian 1e9', 'box 3', 'difference', '0.5 -1 0.25', '1 2; 3 4', '1 2; 3', ';'],
  ...['x^2', 'theta', 'import("x")', 'a/b.csv', '../../etc/passwd', 'data:text/csv,1,2,3', '//', 'http://['],
  ...['0,5 -1', '１２', '٣', '−3', '½', '\u0000', '\ufeff1', '1\u200b', '\ud800', '0x10', '1e999', '--1', '1_0'],
];

const NUMBERS = [
  ...[0, -0, 1, -1, 0.5, 2, 3, 255, 256, 65536, 1e6, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53, 1e21, 3.5e38, 1e100],
  ...[Number.MAX_VALUE, Number.MIN_VALUE, -Number.MIN_VALUE, 1e-45, 1e-16, 1 + Number.EPSILON, 0.1 + 0.2, -5, 20],
];

const numberText = fc.oneof(
  fc.constantFrom(...NUMBERS).map(String),
  fc.double().map(String),
  fc.integer({ min: -20, max: 2000 }).map(String),
);
const long = fc.constantFrom('(', '-', 'sin(', '^x', '1 ', '9', '<', 'x+', '😀').map((piece) => piece.repeat(2000));

/** A text for an attribute. */
export const textFor = ({ type }: AnyParameter): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...type.good) },
    { weight: 2, arbitrary: fc.constantFrom(...type.bad) },
    { weight: 4, arbitrary: numberText },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.array(numberText, { maxLength: 13 }), fc.constantFrom(' ', ', ', ',', ';', '\n', ',,', '|'))
        .map(([items, between]) => items.join(between)),
    },
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 3, arbitrary: fc.constantFrom(...MARKUP) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    { weight: 1, arbitrary: long },
  );

const refuse = () => {
  throw new Error('this value is not to be looked at');
};

/** A proxy that lets nothing be done with it. */
const closed = (target: object) =>
  new Proxy(target, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, set: refuse, apply: refuse });

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function detached(): Float64Array {
  const array = new Float64Array(4);
  structuredClone(array.buffer, { transfer: [array.buffer] });
  return array;
}

function containingItself(): unknown[] {
  const list: unknown[] = [1];
  list.push(list);
  return list;
}

/** Values of a wrong type, made anew for each use. */
const STRANGE: (() => unknown)[] = [
  ...[() => null, () => undefined, () => true, () => Symbol('a symbol'), () => 10n, () => () => 1, () => class {}],
  ...[() => ({}), () => Object.create(null) as object, () => closed({}), () => closed([]), () => closed(() => 1)],
  ...[() => revoked({}), () => revoked([]), () => new Date(NaN), () => /x/, () => new Map(), () => Promise.resolve(1)],
  ...[() => new Number(3), () => new String('auto'), () => Object(1n) as object, () => ({ toString: refuse })],
  ...[() => ({ [Symbol.toPrimitive]: refuse }), () => ({ length: 4, 0: 1 }), () => ({ length: -1 })],
  ...[() => Float32Array.of(0.5, 2), () => Uint8Array.of(1, 2), () => BigInt64Array.of(1n), detached, containingItself],
  ...[() => new DataView(new ArrayBuffer(8)), () => new Float64Array(200_000), () => new Array(4), () => [[[[1]]]]],
  ...[() => new Array(2 ** 32 - 1), () => [closed({})], () => [revoked([])], () => [1n], () => [null, undefined]],
  ...[() => Object.defineProperty([1, 2, 3, 4], 2, { get: refuse }), () => [NaN], () => ['1'], () => [[1, 2], [3]]],
  ...[() => Object.assign([1, 2], { [Symbol.iterator]: refuse, map: refuse, join: refuse }), () => globalThis],
];

/** Makes a value for a property: of the wrong type, mostly. It is made when it is used, since some cannot even be looked at. */
export function valueFor(parameter: AnyParameter): fc.Arbitrary<() => unknown> {
  const known = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...NUMBERS, NaN, Infinity, -Infinity) },
    { weight: 2, arbitrary: textFor(parameter) },
    { weight: 2, arbitrary: fc.constantFrom(...parameter.type.good).map((text) => parameter.parse(text) as unknown) },
    { weight: 2, arbitrary: fc.array(fc.oneof(fc.double(), fc.constantFrom(...NUMBERS)), { maxLength: 13 }) },
  );
  return fc.oneof(
    { weight: 9, arbitrary: known.map((value) => () => value) },
    { weight: 4, arbitrary: fc.constantFrom(...STRANGE) },
  );
}

/** What was thrown, for a message: some of it cannot be made a text of. */
export function nameOf(value: unknown): string {
  try {
    return typeof value === 'string'
      ? JSON.stringify(value.slice(0, 80))
      : `${typeof value} ${String(value).slice(0, 80)}`;
  } catch {
    return `${typeof value} without a text`;
  }
}

/** Whether a value that was taken is what was given: nothing was cut, rounded or clamped, and its text stands for it. */
export function isWhatWasGiven(parameter: AnyParameter, given: unknown, taken: unknown): boolean {
  const text = parameter.print(taken);
  if (parameter.print(parameter.parse(text)) !== text) return false;
  // A list of numbers is a matrix's one row, and a number its one entry.
  if (typeof given !== 'string')
    return given === undefined ? taken === null : [given, [given], [[given]]].some((one) => isSame(one, taken));
  // `Number` takes more than a decimal number: the empty text, hexadecimal digits.
  const isNumber = (word: string) => /^[+−-]?[\d.][\d.e+-]*$/i.test(word);
  const words = given.trim().split(/[\s,;]+/);
  const numbers = [taken].flat(2).filter((one) => typeof one === 'number');
  return numbers.every((number) => words.some((word) => isNumber(word) && Number(word.replace('−', '-')) === number));
}
