import type { Drawn, Tool, View } from '../view';
import { GAMMAS, gradient as gradientChart, loss as lossChart, type CurvesData } from './curves';
import { examples as examplesChart, type ExamplesData } from './examples';
import type { FocalLossParameters as Parameters } from './parameters';
import type { FocalLossProblem as Problem } from './problem';
import { LIKELY, UNLIKELY } from './stops';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;

const curves = ({ problem: { result }, ui }: Input): CurvesData => ({
  result,
  ...(ui.isInteractive && { onMove: (p: number) => ui.set('p', p) }),
});

const gammas = ({ problem: { result } }: Input): Tool => ({
  kind: 'pick',
  parameter: 'gamma',
  label: 'γ',
  title: say('gammas'),
  options: GAMMAS,
  value: result.parameters.gamma,
});

const loss: View<Parameters, Problem, Problem, undefined, CurvesData> = {
  title: 'The loss over the probability of the true class',
  hint: 'Above the losses, below how many times cross-entropy’s they are, which is the factor (1 − p)ᵞ. Near p = 1, where most examples are after a while, focal loss is thousands of times smaller; it is nowhere larger.',
  invitation: 'Drag the point along the curve; choose a γ.',
  data: curves,
  chart: lossChart,
  tools: (input) => [gammas(input)],
};

const gradient: View<Parameters, Problem, Problem, undefined, CurvesData> = {
  title: 'How hard an example pulls',
  hint: 'The size of the gradient by the logit, which is what training follows. Easy examples hardly pull at all. Where p is small focal loss pulls even harder than cross-entropy, although its loss is smaller: its factor grows as p falls.',
  invitation: 'Drag the point along the curve; choose a γ.',
  data: curves,
  chart: gradientChart,
  tools: (input) => [gammas(input)],
};

const examples: View<Parameters, Problem, Problem, undefined, ExamplesData> = {
  title: 'Who makes up the loss',
  hint: 'Each square is a whole loss: blue tiles are the easy examples, the orange strip is the hard one. Below, the share of both over γ.',
  invitation: 'Drag γ, and move the probabilities.',
  data: ({ problem: { result }, ui }) => ({
    result,
    ...(ui.isInteractive && { onGamma: (gamma: number) => ui.set('gamma', gamma) }),
  }),
  chart: examplesChart,
  tools: ({ problem: { result } }) => {
    const { easy, hard } = result.parameters;
    return [
      { kind: 'slider', parameter: 'easy', label: say('easySlider'), value: easy, stops: LIKELY },
      { kind: 'slider', parameter: 'hard', label: say('hardSlider'), value: hard, stops: UNLIKELY },
    ];
  },
};

export const views = { loss, gradient, examples };
