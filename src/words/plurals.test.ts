import { expect, test } from 'vitest';
import { inEnglish, PLACEHOLDER, type Text } from '../messages';
import { english } from './english';

const texts = Object.entries(english).flatMap(([section, all]) =>
  Object.entries(all).map(([key, text]) => ({ section, key, text })),
);
const formsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));

/** What is counted somewhere: the words that a text has for several, where it has another for one. */
const counted = new Set(
  texts.flatMap(({ text }) => [
    ...formsOf(text).flatMap((form) => Array.from(form.matchAll(/\|([a-z]+s)\}/g), ([, noun]) => noun)),
    ...(typeof text === 'string' ? [] : Array.from(text.other.matchAll(/\{count\} ([a-z]+s)\b/g), ([, noun]) => noun)),
  ]),
);
// It multiplies, too, and then there is one word for it.
counted.delete('times');

/** Limits of the lab's own, and what is more than one wherever it is said. */
const SEVERAL = /^(least|most|size|limit|factor|times|classes|observed|shown|depth)$/;
/** What is said of several alone: of one another text is said, or nothing, or it is a limit. */
const OF_SEVERAL = new Set([
  'ratings.tooManySides',
  'regressionFiles.oneFeature',
  'regressionFiles.tooManyRows',
  'regressionFiles.tooManyFeatures',
  'regressionFiles.tooManyNumbers',
  'files.tooManyBytes',
  'files.rate',
  'files.decoded',
  'files.decodedAt',
  'files.resampled',
  'files.longWAV',
  'engine.noAnswer',
  'parameters.pointSize',
  'surface.basinsSummary',
  'absolute-error.fitSummary',
  'gaussian-model.densitySummary',
  'learning-rate.cycle',
  'linear-layers.ofRuns',
  'ridge-search.largestOf',
  'ridge-search.weightsSummary',
  'ridge-search.notSolved',
  'ridge-search.takesFew',
  'stochastic-gradient.someOf',
  'stochastic-gradient.pathsSummary',
  'endings.cycleOf',
  'matrix-factorization.stepTakes',
  'conv1d.filterTakes',
  'conv1d.liveliest',
  'derivation.summary',
  'basins.summary',
]);

test('no text has a word for several beside the number 1', () => {
  expect([...counted]).toEqual(expect.arrayContaining(['iterations', 'replicas', 'numbers', 'steps']));
  const wrong = texts.flatMap(({ section, key, text }) => {
    if (OF_SEVERAL.has(`${section}.${key}`)) return [];
    const names = formsOf(text).flatMap((form) => Array.from(form.matchAll(PLACEHOLDER), ([, name]) => name));
    const values = Object.fromEntries(names.map((name) => [name, SEVERAL.test(name) ? 2 : 1]));
    const said = inEnglish({ section, key, values: { count: 1, ...values } });
    const nouns = [...said.matchAll(/\b1 (?:(?!the|to|of|from|and|million)[a-z]+ )?([a-z]+s)\b/g)].filter(([, noun]) =>
      counted.has(noun),
    );
    return nouns.length > 0 ? [`${section}.${key}: ${said}`] : [];
  });
  expect(wrong).toEqual([]);
});
