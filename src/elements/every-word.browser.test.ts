import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import '../define';
import { setWords as setPublicly } from '../index';
import german from '../docs/examples/german.json';
import type { Claim } from '../experiments/experiment';
import { registry } from '../registry';
import { english } from '../words/english';
import { setWords } from '../words/set-words';
import { setPageLocale, type Section, type Table, type Text } from '../words/words';
import { takeEscapedErrors } from './escaped-errors';
import type { GdConv1d } from './gd-conv1d';
import type { GdMatrixFactorization } from './gd-matrix-factorization';
import type { GdWideMinima } from './gd-wide-minima';

type Element = GdConv1d | GdMatrixFactorization | GdWideMinima;

/** Every text of the table in brackets, with its values outside of them: what stands in none was said by somebody else. */
function bracketed(): Table {
  const form = (text: string) =>
    text.replace(/\{\w+\}|[^{}]+/g, (piece) => (piece.startsWith('{') ? piece : `⟦${piece}⟧`));
  const inBrackets = (text: Text) =>
    typeof text === 'string'
      ? form(text)
      : (Object.fromEntries(Object.entries(text).map(([category, one]) => [category, form(one)])) as unknown as Text);
  return Object.fromEntries(
    Object.entries(english as Record<string, Section>).map(([name, section]) => [
      name,
      Object.fromEntries(Object.entries(section).map(([key, text]) => [key, inBrackets(text)])),
    ]),
  );
}

/** A text of the table, also one that was cut short for want of room. */
const SAID = /⟦[^⟦⟧]*(?:⟧|…)/g;

/** What is nobody's to translate. */
const NOT_WORDS = new RegExp(
  [
    // Units and names of file formats.
    /(?<!\p{L})(?:[KMGTP]iB|ms|µs|SVG|PNG|CSV|JSON)(?!\p{L})/u,
    // Functions, as formulas have them.
    /(?<!\p{L})(?:huber|square|theta|exp)(?!\p{L})/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

const SPOKEN = [
  'aria-label',
  'aria-valuetext',
  'aria-roledescription',
  'aria-description',
  'title',
  'alt',
  'placeholder',
  'label',
];

const claims: Record<string, readonly Claim<never>[]> = {};

beforeAll(async () => {
  for (const Defined of Object.values(registry)) {
    const { describes } = new Defined();
    claims[describes.name] = await describes.claims();
  }
});

/** Everything that is to be seen or heard of an element and is in no brackets. `known`: names and values of this page. */
function unsaid(element: Element, known: readonly string[] = []): string[] {
  const found: string[] = [];
  const look = (where: string, text: string) => {
    let rest = text.replace(SAID, ' ').replace(NOT_WORDS, ' ');
    for (const name of known) rest = rest.replaceAll(name, ' ');
    // A letter alone stands in a formula.
    if (/\p{L}{2,}/u.test(rest)) found.push(`${where}: ${text.trim()}`);
  };
  const walk = (node: Node) => {
    if (node instanceof Text)
      look(node.parentElement?.getAttribute('class') ?? node.parentElement?.localName ?? '', node.data);
    if (node instanceof globalThis.Element) {
      if (node.localName === 'style') return;
      for (const name of SPOKEN)
        if (node.hasAttribute(name)) look(`${node.localName} ${name}`, node.getAttribute(name)!);
    }
    node.childNodes.forEach(walk);
  };
  walk(element.shadowRoot!);
  // What it says of itself, for the page around it.
  const { name, title, problem } = element.describes;
  const result = element.result as never;
  look('title', title);
  look('problem', problem);
  for (const { statement, compute } of claims[name]) {
    look('statement', statement);
    if (element.result) look('computed', compute(result)?.computed ?? '');
  }
  return found;
}

/** How many texts of the table are to be seen or heard. */
function countSaid(element: Element): number {
  return element.shadowRoot!.innerHTML.match(SAID)?.length ?? 0;
}

function place<E extends Element>(tag: string, attributes: Record<string, string> = {}): E {
  const element = document.createElement(tag) as E;
  for (const [name, text] of Object.entries({ engine: 'cpu', loading: 'eager', ...attributes }))
    element.setAttribute(name, text);
  document.body.append(element);
  return element;
}

/** Points at every picture, and reads it by keys, so that it says what is there. */
function pointEverywhere(element: Element, look: () => void): void {
  for (const target of element.shadowRoot!.querySelectorAll<HTMLElement | SVGElement>('.gd-hit, .gd-zoom')) {
    const box = target.getBoundingClientRect();
    for (const [x, y] of [
      [0.02, 0.5],
      [0.5, 0.5],
      [0.97, 0.1],
    ]) {
      const place = {
        clientX: box.left + x * box.width,
        clientY: box.top + y * box.height,
        bubbles: true,
        pointerType: 'mouse',
      };
      target.dispatchEvent(new PointerEvent('pointermove', place));
      look();
    }
    target.dispatchEvent(new WheelEvent('wheel', { deltaY: 10, bubbles: true, cancelable: true }));
    look();
  }
}

async function expectEveryWord(element: Element, known: readonly string[] = []): Promise<void> {
  await element.updateComplete;
  for (const menu of element.shadowRoot!.querySelectorAll('details')) menu.open = true;
  expect(unsaid(element, known)).toEqual([]);
  pointEverywhere(element, () => expect(unsaid(element, known)).toEqual([]));
}

/** What a formula may call, as the message about an unknown name lists it. */
const FUNCTIONS =
  'theta pi sin cos tan sinh cosh tanh exp log sqrt abs min max pow sign step relu softplus sigmoid huber where kink';

const settledOrNot = (element: Element) => element.settled.catch((error: Error) => error);

const ADAPTERS = ['google swiftshader'];

beforeEach(() => setWords({ words: bracketed() }));

afterEach(() => {
  document.body.replaceChildren();
  setWords();
  expect(takeEscapedErrors()).toEqual([]);
});

describe('every word comes from the table', () => {
  const WIDE = { starts: '400', iterations: '60' };

  test('of gd-wide-minima with all its pictures, on either engine', async () => {
    for (const engine of ['cpu', 'webgpu']) {
      const element = place<GdWideMinima>('gd-wide-minima', { ...WIDE, engine, 'selected-start': '3' });
      expect(unsaid(element)).toEqual([]);
      await element.settled;
      expect(countSaid(element)).toBeGreaterThan(120);
      await expectEveryWord(element, ADAPTERS);
      element.iteration = 40;
      await expectEveryWord(element, ADAPTERS);
    }
  });

  test('of gd-wide-minima without controls, with many minima and with none', async () => {
    const many = place<GdWideMinima>('gd-wide-minima', {
      ...WIDE,
      objective: 'cos(3x) + x^2/50',
      controls: 'none',
      low: '-6',
      high: '6',
    });
    await many.settled;
    await expectEveryWord(many, ['cos']);
    const none = place<GdWideMinima>('gd-wide-minima', { ...WIDE, objective: 'exp(x)', low: '-6', high: '6' });
    await none.settled;
    await expectEveryWord(none);
  });

  test('of gd-conv1d with all its pictures, and of a descent that diverged', async () => {
    const element = place<GdConv1d>('gd-conv1d', { length: '128', iterations: '30' });
    await element.settled;
    expect(countSaid(element)).toBeGreaterThan(100);
    await expectEveryWord(element);
    const diverged = place<GdConv1d>('gd-conv1d', {
      length: '128',
      iterations: '300',
      loss: 'square',
      'learning-rate': '9',
      engine: 'webgpu',
    });
    await diverged.settled;
    await expectEveryWord(diverged, ADAPTERS);
  });

  test('of gd-conv1d that waits for a signal, takes one and refuses another', async () => {
    const element = place<GdConv1d>('gd-conv1d', { signal: 'data', filter: 'box 1', iterations: '10' });
    await settledOrNot(element);
    await expectEveryWord(element);
    const drop = (name: string, text: string) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    };
    drop('mine.csv', Array.from({ length: 40 }, (_, i) => `${i % 7};${i % 5}`).join('\n'));
    await expect.poll(() => element.result?.columns).toBe(40);
    await element.settled;
    await expectEveryWord(element, ['mine.csv']);
    for (const text of ['1\n2\nabc', '', 'a\nb', '1']) {
      const before = element.shadowRoot!.querySelector('[role=alert]')?.textContent;
      drop('bad.csv', text);
      await expect.poll(() => element.shadowRoot!.querySelector('[role=alert]')?.textContent).not.toBe(before);
      await expectEveryWord(element, ['mine.csv', 'bad.csv', '“abc”', '“x”', 'box 1']);
    }
  });

  test('of gd-matrix-factorization on the sheet, and when it diverges there', async () => {
    const element = place<GdMatrixFactorization>('gd-matrix-factorization');
    await element.settled;
    expect(countSaid(element)).toBeGreaterThan(80);
    await expectEveryWord(element);
    const diverged = place<GdMatrixFactorization>('gd-matrix-factorization', {
      'learning-rate': '3',
      ridge: '0.1',
      views: 'step valley errors rates table items',
    });
    await diverged.settled;
    await expectEveryWord(diverged);
  });

  test('of gd-matrix-factorization on made-up ratings, and on those of a file', async () => {
    const element = place<GdMatrixFactorization>('gd-matrix-factorization', {
      ratings: 'synthetic',
      users: '30',
      items: '20',
      observed: '300',
      epochs: '20',
      views: 'errors rates table items step',
    });
    await element.settled;
    expect(countSaid(element)).toBeGreaterThan(80);
    await expectEveryWord(element);
    element.file = new File(['a,b,c,d\n1,2,3,4\n2,2,3,4\n'], 'mine.csv');
    await settledOrNot(element);
    await expectEveryWord(element, ['mine.csv', 'a, b, c, d']);
    element.columns = { user: 'a', item: 'c', rating: 'b' };
    await settledOrNot(element);
    await expectEveryWord(element, ['mine.csv']);
    for (const text of ['1,2,3\n1,2,4\n', '1,2,3\n2,1,abc\n', '', '1,2,3\n', '1 2', 'PK\u0003\u0004']) {
      element.file = new File([text], 'bad.csv');
      await settledOrNot(element);
      expect(element.state).toBe('failed');
      await expectEveryWord(element, ['mine.csv', 'bad.csv', "'abc'"]);
    }
  });

  // Texts that people may have typed stand in a message as they are.
  test.each([
    [
      'gd-wide-minima',
      'objective',
      [
        'x^',
        '(x',
        'x)',
        'y + 1',
        'sin()',
        'x # 2',
        'x*t',
        'huber(x, x)',
        '1e999',
        '7',
        'log(-1-x^2)',
        'sin(1000x)*cos(999x)',
      ],
    ],
    ['gd-wide-minima', 'learning-rates', ['', 'fast', '0']],
    ['gd-wide-minima', 'low', ['30', '20']],
    ['gd-wide-minima', 'rate-low', ['6']],
    ['gd-wide-minima', 'bound', ['2']],
    ['gd-wide-minima', 'sampling', ['none']],
    ['gd-wide-minima', 'views', ['none']],
    ['gd-wide-minima', 'iteration', ['2000']],
    ['gd-wide-minima', 'selected-start', ['1e9']],
    ['gd-wide-minima', 'basins-window', ['1 2 3', '2 1 1 2']],
    ['gd-wide-minima', 'engine', ['abacus']],
    ['gd-conv1d', 'filter', ['', 'gaussian', 'box 9999999', '1 x', '0 0', '1e99', 'gaussian 900']],
    ['gd-conv1d', 'iteration', ['5000', '1.5']],
    ['gd-conv1d', 'learning-rate', ['slow']],
    ['gd-matrix-factorization', 'ratings', ['nonsense', 'no/such/file.csv']],
    ['gd-matrix-factorization', 'step', ['50']],
    ['gd-matrix-factorization', 'learning-rate', ['none']],
  ])('of %s where %s is refused', async (tag, attribute, texts) => {
    const element = place<GdWideMinima>(tag, { views: 'none' });
    await settledOrNot(element);
    for (const text of texts) {
      element.removeAttribute('views');
      element.setAttribute(attribute, text);
      if (attribute === 'low') element.setAttribute('high', '20');
      element.cancel();
      const outcome = await settledOrNot(element);
      if (text === '7') continue;
      expect(outcome, text).toBeInstanceOf(Error);
      await element.updateComplete;
      const message = element.shadowRoot!.querySelector('[role=alert]')!;
      expect(message.textContent).toMatch(SAID);
      // Names that can be typed: attributes, choices, functions; and what was typed.
      const choices = element.describes.parameters.flatMap((parameter) =>
        'choices' in parameter ? parameter.choices : [],
      );
      const names = new Set(
        [attribute, text, ...choices, 'auto webgpu cpu shown none lazy eager', FUNCTIONS].flatMap((many) =>
          many.split(/[^\p{L}]+/u),
        ),
      );
      const words = message.textContent
        .replace(SAID, ' ')
        .replace(/http:\S+/g, ' ')
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 1 && !names.has(word));
      expect(words, message.textContent).toEqual([]);
    }
  });
});

describe('words that are set while elements stand on the page', () => {
  test('are said by all of them at once, also in what is drawn and in an error', async () => {
    setWords();
    const element = place<GdWideMinima>('gd-wide-minima', {
      starts: '100',
      iterations: '20',
      views: 'histogram outcomes',
    });
    await element.settled;
    const failed = place<GdWideMinima>('gd-wide-minima', { 'learning-rates': 'fast' });
    await settledOrNot(failed);
    expect(failed.shadowRoot!.querySelector('[role=alert]')!.textContent).toContain('it takes 1 to 12 numbers');
    setWords({ words: bracketed() });
    await Promise.all([element.updateComplete, failed.updateComplete]);
    await expectEveryWord(element);
    expect(failed.shadowRoot!.querySelector('[role=alert]')!.textContent).toContain(
      '⟦ numbers separated by spaces, each ⟧',
    );
    setWords();
    await element.updateComplete;
    expect(countSaid(element)).toBe(0);
    expect(element.shadowRoot!.querySelector('.gd-title')!.textContent).toBe('↑ share of starts (square-root scale)');
  });

  test('are text and never markup', async () => {
    const evil = '<img src=x onerror="window.wasRun = true"><b>';
    setWords({
      words: {
        elements: { run: evil, save: evil, settings: `${evil}{title}` },
        wideMinima: { objective: evil, 'histogram.title': evil, 'low.help': evil, sharpMinimum: evil },
        histogram: { shareAxis: evil },
      },
    });
    const element = place<GdWideMinima>('gd-wide-minima', { starts: '100', iterations: '20', views: 'histogram' });
    await element.settled;
    const root = element.shadowRoot!;
    expect(root.querySelector('.actions button')!.textContent).toBe(evil);
    // Cut short where the picture has no room for it.
    expect(root.querySelector('.gd-y-title')!.textContent).toMatch(/^<img src=x onerror="/);
    expect(root.querySelector('.panel')!.getAttribute('aria-label')).toContain(evil);
    expect(root.querySelectorAll('img')).toHaveLength(0);
    const svg = new DOMParser().parseFromString(await element.exportSVG('histogram'), 'image/svg+xml');
    expect(svg.querySelectorAll('parsererror, img, script')).toHaveLength(0);
    expect((window as { wasRun?: boolean }).wasRun).toBe(undefined);
  });
});

describe('numbers follow the language of the page', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
    setPageLocale('en');
  });

  const textsIn = (element: Element, selector: string) =>
    [...element.shadowRoot!.querySelectorAll(selector)].map(({ textContent }) => textContent);

  test('in pictures, readouts, buttons and summaries, and follow it when it changes; what is stored and typed has a point', async () => {
    setWords();
    document.documentElement.lang = 'de';
    const element = place<GdWideMinima>('gd-wide-minima', {
      starts: '100',
      iterations: '20',
      views: 'landscape histogram outcomes',
    });
    await element.settled;
    expect(textsIn(element, '.rates button')).toEqual(['0,01', '0,3', '4']);
    expect(textsIn(element, '[data-view=outcomes] .gd-x text')).toContain('0,01');
    expect(textsIn(element, '.summary').join(' ')).toContain('learning rate 0,01');
    expect(textsIn(element, 'math mn')).not.toContain('0.5');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#control-learning-rates')!.value).toBe('0.01 0.3 4');
    expect(await element.exportCSV('outcomes')).toContain('\r\n0.001,');
    expect((await element.exportCSV('outcomes')).split('\r\n')[0]).toBe(
      'learning rate,sharp minimum,wide minimum,bounded,diverged',
    );
    document.documentElement.lang = 'en';
    await expect.poll(() => textsIn(element, '.rates button')).toEqual(['0.01', '0.3', '4']);
    await expect.poll(() => textsIn(element, '[data-view=outcomes] .gd-x text')).toContain('0.01');
  });

  test('and where the words are in another language than the page, they say which', async () => {
    setWords();
    document.documentElement.lang = 'de-AT';
    const element = place<GdWideMinima>('gd-wide-minima', { starts: '100', iterations: '20', views: 'histogram' });
    await element.settled;
    const lang = () => element.shadowRoot!.querySelector('.base')!.getAttribute('lang');
    await expect.poll(lang).toBe('en');
    setPublicly(german);
    await expect.poll(lang).toBe(null);
    document.documentElement.lang = 'en';
    await expect.poll(lang).toBe('de');
    setWords();
    await expect.poll(lang).toBe(null);
  });

  test.each(['ar', 'he'])(
    'in %s, which is written from right to left, they can be read and nothing breaks',
    async (lang) => {
      setWords();
      document.documentElement.lang = lang;
      for (const [tag, attributes] of [
        ['gd-wide-minima', { starts: '100', iterations: '20' }],
        ['gd-conv1d', { length: '64', iterations: '20' }],
        ['gd-matrix-factorization', {}],
      ] as const) {
        const element = place<GdWideMinima>(tag, attributes);
        await element.settled;
        pointEverywhere(element, () => undefined);
        const texts = textsIn(element, '.gd-axis text');
        expect(texts.length).toBeGreaterThan(10);
        // Digits that everybody reads, and a sign before its number, held there.
        for (const text of texts)
          expect(text).toMatch(/^[\d.,٫\u202f]+$|^\u2066[\d.,٫\u202f\u2212%×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+\u2069$/);
        element.remove();
      }
    },
  );
});

describe('the German of the documentation', () => {
  test('says everything that gd-wide-minima has to say', async () => {
    setPublicly(german);
    const lacking = Object.entries(german.words).flatMap(([name, section]) => {
      const wanted = { ...(english as Record<string, Section>)[name] };
      // What other elements alone say of their epochs, iterations and ratings, and of tables too large for the GPU.
      const others =
        /^(?:iterationAxis|epochAxis|divergedAt\w+|user\w*|item\w*|unavailable|\w+TooLarge|\w+Factors|partialGradients|objectiveShares|knownEntries)$/;
      return Object.keys(wanted)
        .filter((key) => !(key in section) && !others.test(key))
        .map((key) => `${name}.${key}`);
    });
    expect(lacking).toEqual([]);
    const element = place<GdWideMinima>('gd-wide-minima', { starts: '400', iterations: '60', 'selected-start': '3' });
    await element.settled;
    const root = element.shadowRoot!;
    expect([...root.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
      'Die Landschaft und die Läufe darauf',
      'Wo der Abstieg endete',
      'Der Ausgang über der Lernrate',
      'Einzugsgebiete',
      'Wo die letzten Iterierten sind',
    ]);
    expect(root.querySelector('.status')!.textContent).toMatch(/Gerechnet auf der CPU \(float64\)/);
    expect(root.querySelector('[data-view=histogram] .summary')!.textContent).toMatch(
      /^Lernrate 0,01: scharfes Minimum \d+,\d\u202f%, .* von 400 Starts\./,
    );
    // What is saved is read by programs.
    expect((await element.exportCSV('outcomes')).split('\r\n')[0]).toBe(
      'learning rate,sharp minimum,wide minimum,bounded,diverged',
    );
    for (const english of [
      'minimum',
      'learning rate',
      'Learning',
      'start ',
      'iteration',
      'Save',
      'Run',
      'diverged',
      'the ',
    ])
      expect(root.textContent, english).not.toContain(english);
    element.setAttribute('learning-rates', 'schnell');
    await settledOrNot(element);
    expect(root.querySelector('[role=alert]')!.textContent).toContain(
      'learning-rates="schnell" ist nicht zu gebrauchen: verlangt wird 1 bis 12 Zahlen mit Leerzeichen dazwischen',
    );
  });
});
