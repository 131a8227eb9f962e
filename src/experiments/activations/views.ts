import type { Tool, View } from '../view';
import { curve as curveChart, type CurveData } from './curve';
import { jacobian as jacobianChart, type JacobianData } from './jacobian';
import type { ActivationsParameters as Parameters } from './parameters';
import type { ActivationsProblem as Problem } from './problem';
import { say } from './words';

const BETAS = [0.5, 1, 2, 10];

const curve: View<Parameters, Problem, Problem, undefined, CurveData> = {
  title: 'The function and its derivative',
  hint: 'Above the function with a tangent, below its derivative: as high as the tangent is steep. In the shaded stretches the slope is below 0.01, so that hardly any gradient passes.',
  invitation: 'Point anywhere to see the tangent there; drag the point, or click.',
  data: ({ problem, ui }) => ({
    problem,
    ...(ui.isInteractive && {
      onMove: (x: number) =>
        problem.parameters.function === 'softmax'
          ? ui.set('logits', problem.parameters.logits.with(problem.main, x))
          : ui.set('x', x),
    }),
  }),
  chart: curveChart,
  tools({ problem: { parameters } }): Tool[] {
    const { function: name, beta, logits, selectedLogit } = parameters;
    if (name === 'softplus')
      return [{ kind: 'pick', parameter: 'beta', label: 'β', title: say('betas'), options: BETAS, value: beta }];
    if (name !== 'softmax' || logits.length === 1) return [];
    const options = logits.map((_, i) => i + 1);
    const [label, title] = [say('moved'), say('movedLogit')];
    return [{ kind: 'pick', parameter: 'selectedLogit', label, title, options, value: selectedLogit }];
  },
};

/** The sum without the digits that are lost on the way there and back: 0.1 + 1000 − 1000 is 0.1. */
const moved = (logit: number, by: number) => {
  const digits = Math.ceil(Math.log10(Math.max(Math.abs(logit), Math.abs(by))));
  return Number((logit + by).toFixed(Math.max(0, 14 - digits)));
};

const jacobian: View<Parameters, Problem, Problem, undefined, JacobianData> = {
  title: 'What each logit does to each probability',
  hint: 'Left the logits and their probabilities; an arrow shows how a probability changes when the logit of the bold column rises. Right the Jacobian: blue where a higher logit raises a probability, orange where it lowers it. The probabilities add up to 1 whatever the logits, and the same number added to all logits changes nothing: every row and every column adds up to 0.',
  invitation: 'Drag the logits; point at a cell, and click to choose its column.',
  data: ({ problem: { result }, ui }) => ({
    result,
    hidesPrinted: ui.hidesAnswers,
    ...(ui.isInteractive && {
      onMove: (index: number, logit: number) => ui.set('logits', result.parameters.logits.with(index, logit)),
      onSelect: (index: number) => ui.set('selectedLogit', index + 1),
    }),
  }),
  chart: jacobianChart,
  tools({ problem, ui }): Tool[] {
    const { logits } = problem.parameters;
    const button = (label: 'add' | 'subtract' | 'equal', change: (logit: number) => number) => ({
      label: say(label),
      press: () => ui.set('logits', logits.map(change)),
    });
    return [
      {
        kind: 'buttons',
        buttons: [
          button('add', (logit) => moved(logit, 1000)),
          button('subtract', (logit) => moved(logit, -1000)),
          button('equal', () => 0),
        ],
      },
    ];
  },
};

export const views = { curve, jacobian };
