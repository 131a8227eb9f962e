import { expect, test } from 'vitest';
import { framePage } from './frame-page';
import { pageOf } from './lab';
import { movedPage } from './moved-page';
import type { ExperimentPage } from './page';

const page = {
  examples: Array.from({ length: 3 }, (_, i) => ({ title: `${i}`, text: '', html: '<gd-odd></gd-odd>' })),
} as unknown as ExperimentPage;
const file = '../experiments/odd/page.ts';

test('an experiment without a page, with fewer than three examples, or with NumPy that is nowhere is refused in words', () => {
  expect(() => pageOf('odd', {}, [])).toThrow('<gd-odd> has no page: src/experiments/odd/page.ts is to export `page`');
  expect(() => pageOf('odd', { [file]: { page: { ...page, examples: page.examples.slice(1) } } }, [])).toThrow(
    'the page of <gd-odd> has 2 examples, and at least three are due',
  );
  expect(() => pageOf('odd', { [file]: { page: { ...page, numpy: () => '' } } }, [])).toThrow('no numpy.ts beside it');
  expect(pageOf('odd', { [file]: { page } }, [])).toBe(page);
});

test('a title of an experiment is a text: a page made of it has it as it stands', () => {
  for (const html of [framePage('odd', 'w < 1 & b'), movedPage('w < 1 & b', 'odd.html')])
    expect(html).toContain('<title>w &lt; 1 &amp; b · Descent Lab</title>');
});
