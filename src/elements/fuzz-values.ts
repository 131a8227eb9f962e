/** What tests throw at parameters: values of every kind, the same ones every time. */
import type { Parameter } from '../experiments/parameters';

type Random = () => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)];
const whole = (random: Random, below: number) => Math.floor(random() * below);

/** Markup that would show itself: by an element that no element of ours has, or by a global that it sets. */
const MARKUP = [
  '<img src=x onerror="window.injected=1">',
  '<script>window.injected=1</script>',
  '"><svg onload=window.injected=1>',
  "' onmouseover='window.injected=1",
  '</textarea><script>window.injected=1</script>',
  '<iframe srcdoc="<script>parent.injected=1</script>">',
  '<math><mtext><img src onerror=window.injected=1></mtext></math>',
  'javascript:window.injected=1',
  '<b>bold</b>',
  '</details></section><h1>out</h1>',
  '&lt;b&gt;',
  '&#60;b&#62;',
  '&amp;',
  '<!--',
  '-->',
  ']]>',
  '<style>* { display: none }</style>',
  '<base href=//elsewhere.test>',
  '<template shadowrootmode=open>',
  '${window.injected=1}',
  '{{constructor.constructor("window.injected=1")()}}',
  '<!--?lit$1234$-->',
  '?lit$1234$',
  '<a href="javascript:window.injected=1">x</a>',
  "<x-y onclick=1 style='x:expression(1)'>",
];

const WORDS = [
  '',
  ' ',
  'auto',
  'AUTO',
  'none',
  'data',
  'sheet',
  'synthetic',
  'webgpu',
  'cpu',
  'grid',
  'random',
  'lazy',
  'eager',
  'on',
  'off',
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  '[object Object]',
  'function () {}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'gaussian 15',
  'gaussian',
  'gaussian -1',
  'gaussian 1e9',
  'box 3',
  'box',
  'difference',
  '0.5 -1 0.25',
  'x^2',
  'theta',
  'import("x")',
  'eval("1")',
  'a/b.csv',
  '../../etc/passwd',
  'file:///etc/passwd',
  'data:text/csv,1,2,3',
  'x.csv?a=<b>',
  'constructor.name',
  '../',
  '//',
  '.',
  'http://[',
  'a b.csv',
];

const FORMULA = [
  'x',
  'theta',
  'θ',
  't',
  'w',
  'y',
  'e',
  'pi',
  '1',
  '2.5',
  '1e3',
  '.',
  '+',
  '-',
  '*',
  '/',
  '^',
  '(',
  ')',
  ',',
  ' ',
  'sin',
  'exp(',
  'log(',
  'huber(',
  'max(',
  'sigmoid',
  '²',
  '−',
  '·',
  '<',
  '&',
  '"',
  '\0',
  '0',
  '1e999',
  '-',
  '((',
];

const CHARACTERS = [
  '\0',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\udc00',
  '😀',
  '👩‍👩‍👧‍👦',
  'é',
  'e\u0301\u0301\u0301',
  'ß',
  'İ',
  '１',
  '٣',
  '५',
  '−',
  '∞',
  '½',
  '中',
  '\t',
  '\n',
  '\r',
  '"',
  "'",
  '`',
  '<',
  '>',
  '&',
  '\\',
  ';',
  ',',
  '=',
  '\u007f',
  '\uffff',
];

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  3,
  10,
  255,
  256,
  65535,
  65536,
  1e6,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 53 + 2,
  1e21,
  1e38,
  3.5e38,
  1e100,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  2.2e-308,
  1e-300,
  1e-45,
  1e-38,
  1e-16,
  Number.EPSILON,
  1 + Number.EPSILON,
  1 - Number.EPSILON / 2,
  0.1 + 0.2,
  1 / 3,
  -1e6,
  -5,
  20,
  NaN,
  Infinity,
  -Infinity,
];

/** The next float64 above or below. */
function beside(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  const bits = new BigInt64Array(1);
  const number = new Float64Array(bits.buffer);
  number[0] = value;
  bits[0] += BigInt(value > 0 === direction > 0 ? 1 : -1);
  return number[0];
}

function numberFor(parameter: Parameter, random: Random): number {
  if ('minimum' in parameter && random() < 0.6) {
    const edge = pick(random, [parameter.minimum, parameter.maximum]);
    const inside = parameter.minimum + random() * (parameter.maximum - parameter.minimum);
    return pick(random, [
      edge,
      beside(edge, 1),
      beside(edge, -1),
      edge + 1,
      edge - 1,
      -edge,
      edge * 10,
      inside,
      Math.round(inside),
      Math.round(random() * 20),
    ]);
  }
  return random() < 0.7 ? pick(random, NUMBERS) : (random() - 0.5) * 10 ** (whole(random, 640) - 320);
}

function numberText(value: number, random: Random): string {
  const plain = String(value);
  return pick<() => string>(random, [
    () => plain,
    () => plain,
    () => plain,
    () => ` ${plain}\n`,
    () => `+${plain}`,
    () => plain.replace('-', '−'),
    () => `0${plain}`,
    () => `${plain}.`,
    () => plain.replace(/^0\./, '.'),
    () => `${plain}0`.padEnd(400, '0'),
    () => value.toExponential(),
    () => plain.toUpperCase(),
    () => plain.replace('.', ','),
    () => plain.replace(/\d(?=(\d{3})+$)/g, '$& '),
    () => `${plain}e0`,
    () => `${plain}px`,
    () => `0x${Math.abs(whole(random, 1e6)).toString(16)}`,
    () => `${plain}_0`,
    () => `${plain}n`,
    () => `${plain}e99999`,
    () => `${plain}e-99999`,
    () => `--${plain}`,
    () => plain.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    () => `1${'0'.repeat(whole(random, 400))}`,
    () => `0.${'0'.repeat(whole(random, 400))}1`,
  ])();
}

function wordFor(parameter: Parameter, random: Random): string {
  if (!('choices' in parameter) || random() < 0.3) return pick(random, WORDS);
  const words = Array.from({ length: 1 + whole(random, 4) }, () => pick<string>(random, parameter.choices));
  const text = words.join(pick(random, [' ', ' ', ',', ', ', '', '\n', ';', '  ']));
  return pick<() => string>(random, [
    () => text,
    () => text,
    () => ` ${text} `,
    () => text.toUpperCase(),
    () => `${text}s`,
    () => text.slice(1),
    () => text.replace('a', 'а'),
    () => `${text}\u200b`,
  ])();
}

/** A text for an attribute. */
export function textFor(parameter: Parameter, random: Random): string {
  const number = () => numberText(numberFor(parameter, random), random);
  const characters = () =>
    Array.from({ length: whole(random, 30) }, () =>
      random() < 0.5 ? pick(random, CHARACTERS) : String.fromCodePoint(whole(random, 0x10ffff)),
    ).join('');
  const kind = random();
  if (kind < 0.3) return number();
  if (kind < 0.45)
    return Array.from({ length: pick(random, [0, 1, 2, 3, 4, 4, 4, 12, 13, 16, 17, 300]) }, number).join(
      pick(random, [' ', ', ', ',', ';', '\n', '\t', ',,', ' ; ', '|']),
    );
  if (kind < 0.6) return wordFor(parameter, random);
  if (kind < 0.75) {
    const markup = pick(random, MARKUP);
    return pick(random, [
      markup,
      `${number()}${markup}`,
      `${markup}${wordFor(parameter, random)}`,
      `${wordFor(parameter, random)} ${markup}`,
      markup.repeat(20),
    ]);
  }
  if (kind < 0.85) return characters();
  if (kind < 0.97) return Array.from({ length: 1 + whole(random, 12) }, () => pick(random, FORMULA)).join('');
  const piece = pick(random, [
    '(',
    '-',
    'sin(',
    '^x',
    '1 ',
    '9',
    '<',
    ' ',
    'x+',
    'a',
    '.',
    '😀',
    pick(random, CHARACTERS),
    pick(random, MARKUP),
  ]);
  return piece.repeat(Math.ceil(pick(random, [100, 1000, 5000, 5000, 30_000]) / piece.length));
}

const refuse = () => {
  throw new Error('this value is not to be looked at');
};

/** A proxy that lets nothing be done with it. */
function closed(target: object): object {
  return new Proxy(target, {
    get: refuse,
    has: refuse,
    ownKeys: refuse,
    getPrototypeOf: refuse,
    getOwnPropertyDescriptor: refuse,
    set: refuse,
    apply: refuse,
    construct: refuse,
  });
}

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

const containingItself = (): unknown[] => {
  const list: unknown[] = [1];
  list.push(list);
  return list;
};

/** A value for a property: of the wrong type, mostly. */
export function valueFor(parameter: Parameter, random: Random): unknown {
  const number = () => numberFor(parameter, random);
  const kind = random();
  if (kind < 0.25) return number();
  if (kind < 0.45) return textFor(parameter, random);
  const list = Array.from({ length: pick(random, [0, 1, 2, 4, 4, 12, 13, 17]) }, () =>
    random() < 0.9 ? number() : textFor(parameter, random),
  );
  if (kind < 0.6) return list;
  const text = wordFor(parameter, random);
  return pick<() => unknown>(random, [
    () => null,
    () => undefined,
    () => true,
    () => false,
    () => Symbol('a symbol'),
    () => Symbol.iterator,
    () => 10n,
    () => BigInt(2) ** 2000n,
    () => () => 1,
    () => class Thing {},
    () => ({}),
    () => ({ [text]: 1 }),
    () => Object.create(null),
    () => JSON.parse('{"__proto__": 1}'),
    () => closed({}),
    () => closed([]),
    () => closed(() => 1),
    () => revoked({}),
    () => revoked([]),
    () => new Date(0),
    () => new Date(NaN),
    () => /x/,
    () => new Map([[1, 2]]),
    () => new Set([0.1]),
    () => Promise.resolve(1),
    () => new Error('an error'),
    () => new WeakMap(),
    () => new Number(number()),
    () => new String(text),
    () => new Boolean(true),
    () => Object(Symbol('boxed')),
    () => Object(1n),
    () => ({ toString: () => text }),
    () => ({ toString: refuse, valueOf: refuse }),
    () => ({ toString: () => ({}) }),
    () => ({ [Symbol.toPrimitive]: refuse }),
    () => ({
      get [Symbol.toStringTag]() {
        return refuse();
      },
    }),
    () => ({ length: 4, 0: 1, 1: 2, 2: 3, 3: 4 }),
    () => ({ length: -1 }),
    () => Float64Array.from(list.filter((item) => typeof item === 'number')),
    () => Float32Array.of(0.1, number()),
    () => Uint8Array.of(1, 2, 3, 4),
    () => BigInt64Array.of(1n, 2n),
    () => detached(),
    () => new DataView(new ArrayBuffer(8)),
    () => new ArrayBuffer(8),
    () => new Float64Array(100_000),
    () => [, 1, , 2],
    () => new Array(4),
    () => new Array(2 ** 32 - 1),
    () => new Array(100_000).fill(1),
    () => containingItself(),
    () => [[[[1]]]],
    () => [list, list],
    () => [closed({})],
    () => [revoked([])],
    () => [1n],
    () => [Symbol('in a list')],
    () => [null, undefined],
    () => [text, text],
    () => [NaN],
    () => ['1'],
    () => Object.defineProperty([1, 2, 3, 4], 2, { get: refuse }),
    () => Object.assign([1, 2], { [Symbol.iterator]: refuse }),
    () => Object.assign([1, 2], { toString: refuse, join: refuse }),
    () =>
      Object.assign([1], {
        *[Symbol.iterator]() {
          for (;;) yield 1;
        },
      }),
    () => Object.assign([0.1], { map: refuse, every: refuse, filter: refuse }),
    () =>
      (function* () {
        yield 1;
      })(),
    () => Math,
    () => globalThis,
    () => globalThis.document?.createElement('img') ?? {},
    () => globalThis.document ?? {},
  ])();
}

/** What was thrown, for a message: some of it cannot be made a text of. */
export function nameOf(value: unknown): string {
  try {
    return typeof value === 'string'
      ? JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}… (${value.length})` : value)
      : `${typeof value} ${String(value).slice(0, 80)}`;
  } catch {
    return `${typeof value} without a text`;
  }
}

/** Whether a parameter's value is what was given, and within what the parameter takes: nothing was cut, rounded or clamped. */
export function isWhatWasGiven(parameter: Parameter, given: unknown, taken: unknown): boolean {
  return (
    isTaken(parameter, taken) &&
    (typeof given === 'string' ? isInText(parameter, given.trim(), taken) : isInValue(parameter, given, taken))
  );
}

function isTaken(parameter: Parameter, taken: unknown): boolean {
  if (taken === null) return parameter.type.startsWith('optional');
  if ('choices' in parameter) return [taken].flat().every((word) => parameter.choices.includes(word as string));
  if ('minimum' in parameter && taken !== 'auto') {
    const { minimum, maximum, above, type } = parameter;
    return [taken]
      .flat()
      .every(
        (x) =>
          typeof x === 'number' &&
          x >= minimum &&
          x <= maximum &&
          !(above && x === minimum) &&
          (!type.endsWith('integer') || Number.isInteger(x)),
      );
  }
  return taken === 'auto' ? parameter.type.startsWith('auto') : typeof taken === 'string';
}

function isInText(parameter: Parameter, text: string, taken: unknown): boolean {
  const words = text === '' ? [] : text.split(/[\s,;]+/);
  // `Number` takes more than a decimal number: the empty text, hexadecimal digits.
  const isNumber = (word: string, x: unknown) =>
    /^[+−-]?[\d.][\d.e+-]*$/i.test(word) && Number(word.replace('−', '-')) === x;
  if (taken === null) return text === '';
  if (parameter.type === 'choices')
    return (
      words.every((word) => (taken as string[]).includes(word)) &&
      (taken as string[]).every((word) => words.includes(word))
    );
  if (Array.isArray(taken)) return taken.length === words.length && taken.every((x, i) => isNumber(words[i], x));
  return typeof taken === 'number' ? isNumber(text, taken) : taken === text;
}

function isInValue(parameter: Parameter, given: unknown, taken: unknown): boolean {
  if (taken === null) return given === null || given === undefined;
  if (!Array.isArray(taken)) return given === taken;
  const list = given as ArrayLike<unknown>;
  if (parameter.type === 'choices')
    return (
      taken.every((word) => Array.prototype.includes.call(list, word)) &&
      Array.prototype.every.call(list, (word) => taken.includes(word))
    );
  return taken.length === list.length && taken.every((x, i) => x === list[i]);
}
