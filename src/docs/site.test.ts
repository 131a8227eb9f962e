import { expect, test } from 'vitest';
import type { ExperimentDocs } from './page';
import { docsOf } from './site';

const docs: ExperimentDocs = {
  introduction: '',
  mathematics: [],
  examples: Array.from({ length: 3 }, (_, i) => ({ title: `${i}`, text: '', html: '<gd-odd></gd-odd>' })),
};

test('an experiment without docs, or with fewer than three examples, is refused in words', () => {
  const file = '../experiments/odd/page.ts';
  expect(() => docsOf({ tag: 'gd-odd' }, {})).toThrow(
    '<gd-odd> has no documentation: src/experiments/odd/page.ts is to export `page`',
  );
  expect(() => docsOf({ tag: 'gd-odd' }, { [file]: { page: { ...docs, examples: docs.examples.slice(1) } } })).toThrow(
    'the documentation of <gd-odd> has 2 examples, and at least three are due',
  );
  expect(docsOf({ tag: 'gd-odd' }, { [file]: { page: docs } })).toBe(docs);
});
