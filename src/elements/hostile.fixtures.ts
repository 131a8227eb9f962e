/** What tests throw at parameters, and what comes with most trouble: markup, words of programs, and objects that are traps. */

/** Markup that would show itself: by an element that no element of ours has, or by a global that it sets. */
export const MARKUP = [
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

/** Words that mean something to programs. */
export const WORDS = [
  ...['', ' ', '.', '//', '../', 'function () {}', '[object Object]', 'a b.csv'],
  ...'auto AUTO none true false null undefined NaN Infinity -Infinity __proto__ constructor prototype'.split(' '),
  ...'toString hasOwnProperty constructor.name import("x") eval("1") x^2 theta 1e9'.split(' '),
  ...'a/b.csv ../../etc/passwd file:///etc/passwd data:text/csv,1,2,3 x.csv?a=<b> http://['.split(' '),
];

/** Pieces of formulas. */
export const FORMULA = [
  ...['x', 'theta', 'θ', 't', 'w', 'y', 'e', 'pi', '1', '2.5', '1e3', '1e999', '0', '.', ',', ' ', '\0'],
  ...['+', '-', '*', '/', '^', '(', ')', '((', '²', '−', '·', '<', '&', '"'],
  ...['sin', 'exp(', 'log(', 'huber(', 'max(', 'sigmoid'],
];

/** Characters that are taken for others, are not to be seen, or turn texts around. */
export const CHARACTERS = [
  ...['\0', '\u00a0', '\u200b', '\u202e', '\ufeff', '\u2028', '\ud800', '\udc00', '\u007f', '\uffff'],
  ...['\t', '\n', '\r', '"', "'", '`', '<', '>', '&', '\\', ';', ',', '='],
  ...['😀', '👩‍👩‍👧‍👦', 'é', 'e\u0301\u0301\u0301', 'ß', 'İ', '１', '٣', '५', '−', '∞', '½', '中'],
];

/** Numbers at the limits of formats. */
export const NUMBERS = [
  ...[0, -0, 1, -1, 0.5, 2, 3, 10, -5, 20, 255, 256, 65535, 65536, 1e6, -1e6, 1e21, 1e38, 3.5e38, 1e100],
  ...[2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, Number.MAX_VALUE],
  ...[Number.MIN_VALUE, -Number.MIN_VALUE, 2.2e-308, 1e-300, 1e-45, 1e-38, 1e-16, Number.EPSILON],
  ...[1 + Number.EPSILON, 1 - Number.EPSILON / 2, 0.1 + 0.2, 1 / 3, NaN, Infinity, -Infinity],
];

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

/** Values of the wrong type, each made anew: some can be used once only, and some not even be looked at. */
export const HOSTILE: readonly (() => unknown)[] = [
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
  () => ({ cpu: 1 }),
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
  () => new Number(1),
  () => new String('cpu'),
  () => new Boolean(true),
  () => Object(Symbol('boxed')),
  () => Object(1n),
  () => ({ toString: () => 'cpu' }),
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
  () => Float32Array.of(0.1, 1e38),
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
  () => [closed({})],
  () => [revoked([])],
  () => [1n],
  () => [Symbol('in a list')],
  () => [null, undefined],
  () => ['cpu', 'cpu'],
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
];
