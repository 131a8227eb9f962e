import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FUNCTION_NAMES } from '../formula';
import { setWords } from '../words/set-words';
import { setPageLocale } from '../words/words';
import {
  allInside,
  clearPage,
  inside,
  parametersOf,
  place,
  placeFarDown,
  placeForAll,
  subjects,
  type Attributes,
} from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';
import { bracketed, countSaid, expectEveryWord, pointEverywhere, SAID, unsaid } from './words.fixtures';

/** What is alike in all elements is shown by one that has everything. */
const ONE = 'gd-wide-minima';
/** What a formula may call, and what is no number. */
const FUNCTIONS = `NaN Infinity theta pi ${FUNCTION_NAMES.join(' ')}`;

afterEach(() => {
  clearPage();
  document.documentElement.lang = 'en';
  setPageLocale('en');
  setWords();
  expect(takeEscapedErrors()).toEqual([]);
});

describe.each(subjects)(
  '$tag',
  ({ tag, fixture: { scenes = [], names = [], refused = [] }, quick, single, engines }) => {
    describe('has every word from the table', () => {
      beforeEach(() => setWords({ words: bracketed() }));

      // Which engine computes is said of the element, not of its pictures, and by all elements alike.
      const said = tag === ONE ? engines : engines.slice(0, 1);
      const onEngines = said.map((engine) => ({ ...(single.views && { views: single.views }), engine }));
      test.each<Attributes>([...onEngines, { controls: 'none' }, ...scenes])('with %j', async (attributes) => {
        const element = place(tag, { ...quick, ...attributes });
        await element.updateComplete;
        expect(unsaid(element, names)).toEqual([]);
        await element.settled;
        expect(countSaid(element)).toBeGreaterThan('controls' in attributes ? 10 : 40);
        await expectEveryWord(element, names);
      });

      // Texts that people may have typed stand in a message as they are.
      test('where a value is refused', async () => {
        placeFarDown();
        const element = place(tag, { ...quick, loading: 'lazy' });
        await element.updateComplete;
        const parameters = parametersOf(element);
        const taken = parameters.flatMap(({ attribute, type }) => [
          attribute,
          ...(type.control.kind === 'menu' ? type.control.choices : []),
          ...[type.good, type.typescript.match(/(?<=')[\w-]+(?=')/g) ?? []].flat(),
        ]);
        const cases = parameters.flatMap(({ attribute, type }) => type.bad.map((text) => ({ [attribute]: text })));
        for (const attributes of [...cases, ...refused]) {
          const before = Object.fromEntries(parameters.map(({ name }) => [name, element[name]]));
          for (const [attribute, text] of Object.entries(attributes)) element.setAttribute(attribute, text);
          await element.updateComplete;
          if (element.state !== 'failed') await element.settled.catch(() => {});
          await element.updateComplete;
          const message = inside(element, '[role=alert], .request');
          expect(message, JSON.stringify(attributes)).not.toBeNull();
          expect(message.textContent, JSON.stringify(attributes)).toMatch(SAID);
          const known = new Set(
            [...names, ...taken, ...Object.values(attributes), FUNCTIONS].flatMap((text) => text.split(/[^\p{L}]+/u)),
          );
          const words = message.textContent
            .replace(SAID, ' ')
            .replace(/http:\S+/g, ' ')
            .split(/[^\p{L}]+/u)
            .filter((word) => word.length > 1 && !known.has(word));
          expect(words, message.textContent).toEqual([]);
          Object.assign(element, before);
          await element.updateComplete;
        }
      });
    });

    describe('once it has computed', () => {
      const placed = placeForAll(tag, quick);

      test('speaks another language at once, also in what is drawn, and English again', async () => {
        const element = placed();
        setWords({ words: bracketed() });
        await element.updateComplete;
        expect(unsaid(element, names)).toEqual([]);
        setWords();
        await element.updateComplete;
        expect(countSaid(element)).toBe(0);
      });

      test('takes words for text and never for markup', async () => {
        const evil = '<img src=x onerror="window.wasRun = true"><b>';
        const evils = JSON.parse(JSON.stringify(bracketed()).replaceAll('⟧', evil.replaceAll('"', '\\"'))) as object;
        const element = placed();
        setWords({ words: evils });
        await element.updateComplete;
        expect(element.shadowRoot!.textContent).toContain(evil);
        expect(allInside(element, 'img')).toEqual([]);
        for (const { dataset } of allInside(element, 'figure')) {
          const svg = new DOMParser().parseFromString(await element.exportSVG(dataset.view!), 'image/svg+xml');
          expect(svg.querySelectorAll('parsererror, img, script')).toHaveLength(0);
        }
        expect('wasRun' in window).toBe(false);
      });

      // In Hebrew digits are those of English; one element shows that.
      test.each(tag === ONE ? ['ar', 'he'] : ['ar'])(
        'can be read on a page in %s, which is written from right to left',
        async (lang) => {
          const element = placed();
          document.documentElement.lang = lang;
          await new Promise(requestAnimationFrame);
          await element.updateComplete;
          pointEverywhere(element, () => undefined);
          const texts = allInside(element, '.gd-axis text').map(({ textContent }) => textContent);
          // Digits that everybody reads, and a sign before its number, held there.
          for (const text of texts.filter((one) => /\d/.test(one)))
            expect(text).toMatch(/^[\d.,٫\u202f]+$|^\u2066[\d.,٫\u202f\u2212%×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+\u2069$/);
        },
      );
    });
  },
);
