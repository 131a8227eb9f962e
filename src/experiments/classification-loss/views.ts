import type { Drawn, View } from '../view';
import { escape as escapeChart, type EscapeData } from './escape';
import { gradient as gradientChart } from './gradient';
import { loss as lossChart } from './loss';
import type { ClassificationLossParameters as Parameters } from './parameters';
import { escapeOf, escapeWhileDragged, type Escape } from './population';
import type { ClassificationLossProblem as Problem } from './problem';
import type { OverLogit } from './shown';
import { say } from './words';

const overLogit = ({
  problem: { result },
  ui,
}: Pick<Drawn<Parameters, Problem, Problem, unknown>, 'problem' | 'ui'>): OverLogit => ({
  result,
  ...(ui.isInteractive && { onMove: (logit: number) => ui.set('logit', logit) }),
});

const loss: View<Parameters, Problem, Problem, undefined, OverLogit> = {
  title: 'Both losses over the logit',
  hint: 'An example of the positive class: the lower the logit, the more confidently wrong. Cross-entropy grows along a straight line there; half the squared error levels off at ½, and its tangent lies flat. It is not even convex in the logit: where p is below ⅓ it bends downwards.',
  invitation: 'Drag the point, or point anywhere to see both tangents there.',
  data: overLogit,
  chart: lossChart,
};

const gradient: View<Parameters, Problem, Problem, undefined, OverLogit> = {
  title: 'Which gradient vanishes',
  hint: 'The size of the gradient by the logit. Cross-entropy pulls hardest where the classifier is most wrong; the squared error has a factor p (1 − p) more, which vanishes on both sides. Below, how many times larger the gradient of cross-entropy is: 1 / (p (1 − p)).',
  invitation: 'Drag the point.',
  data: overLogit,
  chart: gradientChart,
};

const escape: View<Parameters, Problem, Problem, Escape, EscapeData> = {
  title: 'From wrong to right',
  hint: 'Each dot is a run of gradient descent from its starting logit, and shows after how many steps the logit is above 0, on each loss.',
  theory: 'On cross-entropy the steps grow as the distance, on the squared error as its exponential.',
  invitation: 'Change the learning rate; drag the start.',
  compute: ({ parameters }, engine, options) => escapeOf(parameters, engine, options),
  preview: ({ parameters }) => escapeWhileDragged(parameters),
  data: ({ problem, computed, ui }) => ({
    ...overLogit({ problem, ui }),
    escape: computed,
    hidesTheory: ui.hidesAnswers,
  }),
  chart: escapeChart,
  tools: ({ ui }) => [
    {
      kind: 'pick',
      parameter: 'learningRate',
      label: say('rate'),
      title: say('rates'),
      options: [0.1, 1, 10],
      value: ui.parameters.learningRate,
    },
  ],
};

export const views = { loss, gradient, escape };
