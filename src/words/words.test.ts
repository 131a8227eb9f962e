import { afterEach, describe, expect, test } from 'vitest';
import { messageOf } from './error';
import { CodedError } from '../messages';
import { SECTIONS } from '../generated/sections';
import { elementWords as say } from './elements';
import { english } from './english';
import { setWords } from './index';
import { formatCount, listSign, localized, visibleLength } from './numbers';
import { currentLocale, onWords, setPageLocale, spell, wordsVersion, type Table } from './words';

/** A table as a page without types may hand it over. */
const setAnything = setWords as (options: { locale?: string; words?: Table }) => void;

afterEach(() => {
  setWords();
  setPageLocale('en');
});

test('a text is English until a page puts its own in its place, and English again after that', () => {
  expect(say('run')).toBe('Recompute');
  setWords({ words: { elements: { run: 'Start' } } });
  expect([say('run'), say('cancel')]).toEqual(['Start', 'Cancel']);
  expect(say.inEnglish('run'), 'what is stored stays English').toBe('Recompute');
  setWords({ words: { elements: { cancel: 'Halt' } } });
  expect([say('run'), say('cancel')]).toEqual(['Recompute', 'Halt']);
  setWords();
  expect([say('run'), say('cancel')]).toEqual(['Recompute', 'Cancel']);
});

test('values stand where the language has them', () => {
  setWords({ words: { elements: { iterationOf: 'von {iterations} Schritten der {iteration}.' } } });
  expect(say('iterationOf', { iteration: 7, iterations: 12_000 })).toBe('von 12\u202f000 Schritten der 7.');
});

test('what a page does to its table afterwards changes nothing', () => {
  const words = { elements: { run: 'Start' } };
  setWords({ words });
  words.elements.run = 'Los';
  expect(say('run')).toBe('Start');
});

describe('plurals', () => {
  const counts = [0, 1, 2, 5, 22];

  test('go by the language of the texts', () => {
    expect(counts.map((count) => say('step', { count }))).toEqual([
      'Step 0 iterations',
      'Step iteration',
      'Step 2 iterations',
      'Step 5 iterations',
      'Step 22 iterations',
    ]);
    setWords({
      locale: 'pl',
      words: {
        elements: { step: { one: 'jeden krok', few: '{count} kroki', many: '{count} kroków', other: '{count} kroku' } },
      },
    });
    expect(counts.map((count) => say('step', { count }))).toEqual([
      '0 kroków',
      'jeden krok',
      '2 kroki',
      '5 kroków',
      '22 kroki',
    ]);
  });

  test('may be one text for a language that has none', () => {
    setWords({ locale: 'ja', words: { elements: { step: '{count}ステップ' } } });
    expect(say('step', { count: 1 })).toBe('1ステップ');
  });

  test('of a word that goes with one of several numbers stand in the text', () => {
    const sizes = (ratings: number | string, users: number | string) =>
      spell({ section: 'matrix-factorization', key: 'sizeOf', values: { name: 'u', ratings, items: 2, users } });
    expect([sizes(1, 20_000), sizes(7, '1'), sizes('1', 1)]).toEqual([
      'u: 1 rating of 2 items by 20\u202f000 users',
      'u: 7 ratings of 2 items by 1 user',
      'u: 1 rating of 2 items by 1 user',
    ]);
    const sizeOf = '{ratings|one=ocena|few=oceny|other=ocen} {name} {items} {users}';
    setWords({ locale: 'pl', words: { 'matrix-factorization': { sizeOf } } });
    expect([sizes(1, 2), sizes(3, 2), sizes('12', 2)]).toEqual(['ocena u 2 2', 'oceny u 2 2', 'ocen u 2 2']);
  });

  test('of texts that stayed English are English, whatever the page speaks', () => {
    setPageLocale('fr');
    expect(say('step', { count: 0 })).toBe('Step 0 iterations');
  });
});

describe('a mistake in a table is found at once and named', () => {
  test.each<[Table, string]>([
    [{ element: { run: 'Start' } }, 'there is no section "element" of words'],
    [{ elements: { start: 'Start' } }, 'there is no text "elements.start"'],
    [{ elements: { toString: 'Start' } }, 'there is no text "elements.toString"'],
    [{ elements: { settings: 'Einstellungen' } }, 'the text "elements.settings" misses {title}'],
    [
      { elements: { settings: '{titel}: Einstellungen' } },
      'the text "elements.settings" has {titel}, which there is not (there are {title})',
    ],
    [{ elements: { step: { one: 'einer', other: 'viele {steps}' } } }, 'the text "elements.step" has {steps}'],
    [
      { elements: { step: { one: 'einer' } as unknown as { other: string } } },
      'the text "elements.step" misses its form "other"',
    ],
    [{ elements: { run: { other: 'Start' } } }, 'the text "elements.run" has one form only'],
    [{ elements: { run: null as unknown as string } }, '"elements.run"'],
  ])('%j', (words, message) => {
    setWords({ words: { elements: { run: 'Start' } } });
    expect(() => setAnything({ words })).toThrow(message);
    expect(say('run'), 'the table before it stays').toBe('Start');
  });

  test('also a locale that is none', () => {
    expect(() => setWords({ locale: 'deutsch, bitte' })).toThrow('"deutsch, bitte" is no language tag');
  });

  test('and a value that is not given', () => {
    expect(() => spell({ section: 'elements', key: 'settings' })).toThrow(
      'the text "elements.settings" misses its value {title}',
    );
    expect(() => spell({ section: 'elements', key: 'nothing' })).toThrow('there is no text "elements.nothing"');
  });
});

test('who listens hears of every change, until it has heard enough', () => {
  const heard: number[] = [];
  const stop = onWords(() => heard.push(wordsVersion()));
  setWords({ words: {} });
  setPageLocale('de');
  setPageLocale('de');
  stop();
  setWords();
  expect(heard).toHaveLength(2);
  expect(new Set(heard).size).toBe(2);
});

test('an error that is told again speaks the language that is in force then', () => {
  const error = new CodedError(say.later('settings', { title: say.later('run') }));
  expect(error.message).toBe('Settings: Recompute');
  setWords({ words: { elements: { settings: 'Einstellungen: {title}', run: 'Start' } } });
  expect(messageOf(error)).toBe('Einstellungen: Start');
  expect(messageOf(new Error('as it is'))).toBe('as it is');
});

test('the table of all English texts is plain data, and can be set as it is', () => {
  const copy = JSON.parse(JSON.stringify(english)) as typeof english;
  expect(copy).toEqual(english);
  setWords({ words: copy });
  for (const [name, section] of Object.entries(english)) {
    for (const [key, text] of Object.entries(section)) {
      for (const form of typeof text === 'string' ? [text] : Object.values(text))
        expect(form, `${name}.${key}`).toMatch(/\S/);
    }
  }
});

test('it has every section with all its texts, those of experiments under keys that follow from their parameters and views', () => {
  const counts = Object.entries(english).map(([name, section]) => [name, Object.keys(section).length]);
  expect(Object.fromEntries(counts)).toEqual(SECTIONS);
  expect(english['wide-minima']).toMatchObject({
    title: 'Wide and sharp minima',
    'starts.label': 'Starts',
    'sampling.grid': 'grid',
    'histogram.title': 'Where descent ended',
  });
  expect(english.elements).toMatchObject({ 'engine.label': 'Engine', 'engine.auto': 'auto' });
});

describe('numbers are written as the language writes them', () => {
  test.each([
    ['en', '0.25', '−1.5×10⁻⁷', ','],
    ['en-GB', '0.25', '−1.5×10⁻⁷', ','],
    ['de', '0,25', '−1,5×10⁻⁷', ';'],
    ['de-CH', '0.25', '−1.5×10⁻⁷', ','],
    ['fr', '0,25', '−1,5×10⁻⁷', ';'],
    ['ja', '0.25', '−1.5×10⁻⁷', ','],
    ['hi', '0.25', '−1.5×10⁻⁷', ','],
    ['nonsense, really', '0.25', '−1.5×10⁻⁷', ','],
    ['', '0.25', '−1.5×10⁻⁷', ','],
  ])('%s', (lang, plain, long, between) => {
    setPageLocale(lang);
    expect([localized('0.25'), localized('−1.5×10⁻⁷'), listSign(), formatCount(12_345)]).toEqual([
      plain,
      long,
      between,
      '12\u202f345',
    ]);
  });

  test.each(['ar', 'he', 'fa', 'ur'])('%s: digits that can be read, and signs that stay where they belong', (lang) => {
    setPageLocale(lang);
    expect(localized('0.25')).toMatch(/^\u2066?0\D25\u2069?$/);
    // From left to right, whatever is written around it.
    for (const text of ['−12', '2.5×10⁻⁷', '5\u202f%']) expect(localized(text)).toMatch(/^\u2066.*\u2069$/);
    expect(visibleLength(localized('−12'))).toBe(3);
    expect(formatCount(12_345)).toBe('12\u202f345');
  });

  test('what a page asks for goes before the language of the page', () => {
    setPageLocale('de');
    expect(currentLocale()).toBe('de');
    setWords({ locale: 'en', words: {} });
    expect(localized('0.25')).toBe('0.25');
  });
});
