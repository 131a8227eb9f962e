import { rowsOf } from '../../data/regression/content';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../../engine/ridge-grid/task';
import { math } from '../../formula/tex';
import { defineMessages } from '../../messages';
import type { Experiment } from '../experiment';
import { ParameterError } from '../parameters';
import { givenExamples, LARGEST } from './examples';
import { data, parameters, type RidgeSearchData, type RidgeSearchParameters } from './parameters';
import { prepare, type RidgeSearchProblem } from './problem';
import { run, type RidgeSearchRun } from './search';

const say = defineMessages('ridge-search', {
  combinationTakes: 'the number of one of the {count} {count|combination|combinations}, from 0 to {last}',
  twice: 'each value once',
});

const head = math`J(w, b) = \frac{1}{2 n} \abs{X w + b - y}^2 + \frac{\alpha}{2} \abs{w}^2`;

/** Linear regression with L2 by minibatch descent, its settings chosen on a validation set (S3.Q3). */
export const experiment: Experiment<RidgeSearchParameters, RidgeSearchProblem, RidgeSearchRun, RidgeSearchData> = {
  name: 'ridge-search',
  title: 'A search over settings',
  question:
    'Linear regression with L2 regularization, trained by minibatch descent: which batch size, learning rate, number of epochs and strength are best? All combinations are trained at once, examples held out choose the winner, and the test set is used once, to judge it.',
  parameters,
  data,
  files: {
    mostRows: MAXIMUM_ROWS,
    mostFeatures: MAXIMUM_COLUMNS,
    largest: LARGEST,
    take: ({ design, targets, test, featureNames, imageSize }) => ({
      design: rowsOf(design),
      targets,
      testDesign: test && rowsOf(test.design),
      testTargets: test?.targets,
      featureNames,
      imageWidth: imageSize?.[1],
    }),
  },
  check(p, data) {
    if (data.design || data.targets) givenExamples(data, p.seed);
    for (const name of ['batches', 'learningRates', 'epochs', 'strengths'] as const)
      if (new Set<unknown>(p[name]).size < p[name].length)
        throw parameters.find((one) => one.name === name)!.refuse(p[name], say('twice'));
    const count = p.batches.length * p.learningRates.length * p.epochs.length * p.strengths.length;
    if (p.combination !== null && p.combination >= count)
      throw new ParameterError(
        'combination',
        String(p.combination),
        say('combinationTakes', { count, last: count - 1 }),
      );
  },
  // Another grid has other numbers for its combinations, and other examples have another winner.
  follow: (name, _, { combination }) =>
    combination !== null && ['batches', 'learningRates', 'epochs', 'strengths', 'design'].includes(name)
      ? { combination: null }
      : {},
  prepare,
  run,
  head: () => head,
  claims: async () => (await import('./claims')).claims,
};

export type { RidgeSearchParameters } from './parameters';
export type { RidgeSearchResult } from './search';
