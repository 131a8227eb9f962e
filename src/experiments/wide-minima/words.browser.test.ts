import { afterEach, expect, test } from 'vitest';
import german from '../../docs/examples/german.json';
import { alertIn, allInside, fieldOf, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import { english } from '../../words/english';
import { setWords, type SectionName } from '../../words/set-words';
import { setPageLocale } from '../../words/words';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-wide-minima', { engine: 'cpu', loading: 'eager', starts: '100', iterations: '20', ...attributes });

const COLUMNS =
  'learning rate,sharp minimum,wide minimum,elsewhere,cycling,moving,falling,wandering,still,left,diverged';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  setPageLocale('en');
  setWords();
  expect(takeEscapedErrors()).toEqual([]);
});

test('numbers follow the language of the page, when it changes too; what is stored and typed has a point', async () => {
  document.documentElement.lang = 'de';
  const element = place({ views: 'landscape histogram outcomes' });
  await element.settled;
  const textsIn = (selector: string) => allInside(element, selector).map(({ textContent }) => textContent);
  expect(textsIn('.rates button')).toEqual(['0,01', '0,3', '4']);
  expect(textsIn('[data-view=outcomes] .gd-x text')).toContain('0,01');
  expect(textsIn('.summary').join(' ')).toContain('learning rate 0,01');
  expect(textsIn('math mn')).not.toContain('0.5');
  expect(fieldOf(element, 'learning-rates').value).toBe('auto: 0.01 0.3 4');
  expect(await element.exportCSV('outcomes')).toContain('\r\n0.001,');
  expect((await element.exportCSV('outcomes')).split('\r\n')[0]).toBe(COLUMNS);
  document.documentElement.lang = 'en';
  await expect.poll(() => textsIn('.rates button')).toEqual(['0.01', '0.3', '4']);
  await expect.poll(() => textsIn('[data-view=outcomes] .gd-x text')).toContain('0.01');
});

test('where the words are in another language than the page, they say which', async () => {
  document.documentElement.lang = 'de-AT';
  const element = place({ views: 'histogram' });
  await element.settled;
  const lang = () => inside(element, '.base').getAttribute('lang');
  await expect.poll(lang).toBe('en');
  setWords(german);
  await expect.poll(lang).toBe(null);
  document.documentElement.lang = 'en';
  await expect.poll(lang).toBe('de');
  setWords();
  await expect.poll(lang).toBe(null);
});

test('the German of the documentation says everything that gd-wide-minima has to say', async () => {
  setWords(german);
  // What other elements alone say of their epochs, iterations and ratings, and of tables too large for the GPU.
  const others =
    /^(?:iterationAxis|epochAxis|divergedAt\w+|user\w*|item\w*|\w+TooLarge|\w+Factors|partialGradients|objectiveShares|knownEntries)$/;
  const lacking = Object.entries(german.words).flatMap(([name, section]) =>
    Object.keys(english[name as SectionName])
      .filter((key) => !(key in section) && !others.test(key))
      .map((key) => `${name}.${key}`),
  );
  expect(lacking).toEqual([]);
  const element = place({ starts: '400', iterations: '60', 'selected-start': '3' });
  await element.settled;
  expect(allInside(element, 'h3').map(({ textContent }) => textContent)).toEqual([
    'Die Funktion und die Läufe darauf',
    'Wo der Abstieg endete',
    'Der Ausgang über der Lernrate',
    'Einzugsgebiete',
    'In Ruhe, im Zyklus oder chaotisch?',
  ]);
  expect(inside(element, '.status').textContent).toMatch(/Gerechnet auf der CPU \(float64\)/);
  expect(inside(element, '[data-view=histogram] .summary').textContent).toMatch(
    /^Lernrate 0,01: scharfes Minimum \d+,\d\u202f%, .* von 400 Starts\./,
  );
  // What is saved is read by programs.
  expect((await element.exportCSV('outcomes')).split('\r\n')[0]).toBe(COLUMNS);
  const text = element.shadowRoot!.textContent;
  for (const word of [
    'minimum',
    'learning rate',
    'Learning',
    'start ',
    'iteration',
    'Save',
    'Reset',
    'diverged',
    'the ',
  ])
    expect(text, word).not.toContain(word);
  element.setAttribute('learning-rates', 'schnell');
  await expect(element.settled).rejects.toThrow('it takes auto, or 1 to 12 values');
  expect(alertIn(element)).toContain(
    '„schnell“ ist nicht zu gebrauchen. Lernraten: verlangt wird auto, oder 1 bis 12 Werte mit Leerzeichen dazwischen, jeder eine Zahl über 0',
  );
});
