import { afterEach, beforeEach, expect, test } from 'vitest';
import { drop, inside, place } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import { bracketed, expectEveryWord } from '../../elements/words.fixtures';
import type { GdConv1d } from '../../generated/elements';
import { setWords } from '../../words/set-words';

beforeEach(() => setWords({ words: bracketed() }));

afterEach(() => {
  document.body.replaceChildren();
  setWords();
  expect(takeEscapedErrors()).toEqual([]);
});

test('every word comes from the table while it waits for a signal, takes one and refuses another', async () => {
  const element = place('gd-conv1d', {
    engine: 'cpu',
    loading: 'eager',
    signal: 'data',
    filter: 'box 1',
    iterations: '10',
  });
  await element.settled.catch(() => {});
  await expectEveryWord(element);
  drop(element, new File([Array.from({ length: 40 }, (_, i) => `${i % 7};${i % 5}`).join('\n')], 'mine.csv'));
  const patient = { timeout: 30_000 };
  await expect.poll(() => (element.result as GdConv1d['result'])?.columns, patient).toBe(40);
  await element.settled;
  await expectEveryWord(element, ['mine.csv']);
  for (const text of ['1\n2\nabc', '', 'a\nb', '1']) {
    const alert = () => inside(element, '[role=alert]')?.textContent;
    const before = alert();
    drop(element, new File([text], 'bad.csv'));
    await expect.poll(alert, patient).not.toBe(before);
    await expectEveryWord(element, ['mine.csv', 'bad.csv', '“abc”', '“x”', 'box 1']);
  }
});
