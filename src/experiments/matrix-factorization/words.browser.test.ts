import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import { bracketed, expectEveryWord } from '../../elements/words.fixtures';
import { setWords } from '../../words/set-words';
import { fixture } from './fixture';

beforeEach(() => setWords({ words: bracketed() }));

afterEach(() => {
  document.body.replaceChildren();
  setWords();
  expect(takeEscapedErrors()).toEqual([]);
});

test('every word comes from the table with the ratings of a file, which columns it has, and why it is refused', async () => {
  const element = place('gd-matrix-factorization', { ...fixture.quick, loading: 'eager' });
  element.file = new File(['a,b,c,d\n1,2,3,4\n2,2,3,4\n'], 'mine.csv');
  await element.settled.catch(() => {});
  await expectEveryWord(element, ['mine.csv', 'a, b, c, d']);
  element.columns = { user: 'a', item: 'c', rating: 'b' };
  await element.settled.catch(() => {});
  await expectEveryWord(element, ['mine.csv']);
  for (const text of ['1,2,3\n1,2,4\n', '1,2,3\n2,1,abc\n', '', '1,2,3\n', '1 2', 'PK\u0003\u0004']) {
    element.file = new File([text], 'bad.csv');
    await element.settled.catch(() => {});
    expect(element.state).toBe('failed');
    await expectEveryWord(element, ['mine.csv', 'bad.csv', "'abc'"]);
  }
});
