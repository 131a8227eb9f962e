import type { Drawn, View } from '../view';
import { coverage as coverageChart } from './coverage';
import type { MinibatchParameters as Parameters } from './parameters';
import { isNoiseless, type MinibatchProblem as Problem } from './problem';
import type { MinibatchRun as Run } from './run';
import { scaling as scalingChart } from './scaling';
import type { MinibatchData } from './shown';
import { variance as varianceChart } from './variance';
import { say } from './words';

type Own = View<Parameters, Problem, Run, undefined, MinibatchData>;
type Input = Drawn<Parameters, Problem, Run, undefined>;

const data = ({ problem, run, ui }: Input): MinibatchData => ({ problem, run, hidesTheory: ui.hidesAnswers });

export const views: Record<string, Own> = {
  coverage: {
    title: 'Never drawn in an epoch',
    hint: 'Every epoch draws as many times as there are examples, each time from all of them. Above, the share that it never drew, over thousands of epochs. Below, the same for other numbers of examples.',
    theory: 'The share rises to 1/e.',
    data,
    chart: coverageChart,
  },
  variance: {
    title: 'The noise of a batch',
    hint: 'The variance of the mean gradient of a batch, drawn with replacement and without.',
    theory:
      'With replacement it is that of one example over m. Without, it is smaller still, and 0 where the batch has all examples: nothing is left to chance.',
    data,
    chart: varianceChart,
    tools: ({ ui }) => [
      {
        kind: 'pick',
        parameter: 'batch',
        label: say('exampleBatch'),
        title: say('readBatches'),
        options: [1, 2, 4, 5],
        value: ui.parameters.batch,
      },
    ],
  },
  scaling: {
    title: 'A larger batch: which learning rate?',
    hint: 'Batches are drawn with replacement here, at gradients that do not change.',
    theory:
      'With k times the batch, the square root of k keeps the noise of a step; k times the rate keeps that of an epoch, as there are k times fewer steps, and makes as much headway in it. Both camps are right about what they keep.',
    data,
    chart: scalingChart,
    absent: ({ parameters }) => (isNoiseless(parameters) ? say('noNoise') : undefined),
    tools: ({ ui }) => [
      {
        kind: 'pick',
        parameter: 'factor',
        label: 'k',
        title: say('readFactors'),
        options: [2, 4, 8, 16],
        value: ui.parameters.factor,
      },
    ],
  },
};
