import { formatLimit } from '../../charts/kit';
import type { Drawn, Tool, View } from '../view';
import { estimateChart, estimateOf, type Estimate, type EstimateData } from './estimate';
import { gradients as gradientsChart, type GradientsData } from './gradients';
import type { StochasticGradientParameters as Parameters } from './parameters';
import { paths as pathsChart, type PathsData } from './paths';
import type { StochasticGradientProblem as Problem } from './problem';
import type { StochasticGradientRun as Run } from './run';
import { stationary as stationaryChart, type StationaryData } from './stationary';
import { spanOf, stationaryOf, type Stationary } from './sweep';
import { say } from './words';

/**
 * The learning rate, marked where the variance and where the mean over the replicas cease to converge.
 *
 * @csspart bar - what moves the pictures: the learning rate
 * @csspart rate - the learning rate: a slider with both limits marked on it
 */
const rate = ({ problem, ui }: Pick<Drawn<Parameters, Problem, Run, unknown>, 'problem' | 'ui'>): Tool => {
  const { variance, mean } = problem.limits;
  const [low, high] = spanOf(problem);
  const same = problem.hasOneLimit;
  return {
    kind: 'rate',
    parameter: 'learningRate',
    label: say('rateInHand'),
    value: ui.parameters.learningRate,
    // A rate of 0 is none: the slider ends a little above it.
    low: low + high / 1000,
    high,
    scale: 'linear',
    listed: { title: say('listed'), rates: [] },
    marks: [
      ...(same ? [] : [{ at: variance, label: say('varianceLimit', { rate: formatLimit(variance) }) }]),
      { at: mean, label: say('meanLimit', { rate: formatLimit(mean) }) },
    ],
    zones: [
      { label: say('keeps'), color: '--gd-minimum-2' },
      ...(same ? [] : [{ label: say('onlyMean'), color: '--gd-diverged' }]),
      { label: say('nothing'), color: '--gd-diverged' },
    ],
  };
};

const gradients: View<Parameters, Problem, Run, undefined, GradientsData> = {
  title: 'The gradient of every example',
  hint: 'The loss of one example is a parabola in θ, so its gradient is a line. Descent with one example follows one of them, drawn at random; the mean of the lines is the full gradient.',
  invitation: 'Drag the weight.',
  data: ({ problem, ui }) => ({
    problem,
    ...(ui.isInteractive && { onTheta: (theta: number) => ui.set('theta', theta) }),
  }),
  chart: gradientsChart,
};

const estimate: View<Parameters, Problem, Run, Estimate, EstimateData> = {
  title: 'The mean of what is drawn',
  hint: 'Above, the gradients that were drawn at θ: none of them need be close to the full gradient. Below, how far the mean of N draws is from it.',
  theory: 'Four times the draws halve the error.',
  compute: ({ problem }, engine, options) => estimateOf(problem, engine, options),
  data: ({ problem, run: { result }, computed, ui }) => ({
    problem,
    result,
    estimate: computed,
    hidesTheory: ui.hidesAnswers,
  }),
  chart: estimateChart,
};

const paths: View<Parameters, Problem, Run, undefined, PathsData> = {
  title: 'Thousands of descents',
  hint: 'Every replica descends with draws of its own. Their mean takes the path of the full gradient, step by step; their spread shrinks to what the learning rate keeps up, and no further.',
  invitation: 'Move the learning rate.',
  data: ({ problem, run, ui }) => ({
    problem,
    run,
    rate: ui.parameters.learningRate,
    hidesTheory: ui.hidesAnswers,
  }),
  chart: pathsChart,
  tools: (input) => [rate(input)],
};

const stationary: View<Parameters, Problem, Run, Stationary, StationaryData> = {
  title: 'The spread that a rate keeps',
  hint: 'The variance over the replicas once the start is forgotten.',
  theory:
    'It grows with the learning rate, and exists only up to the first limit: beyond it rare runs of bad luck are so large that they decide. The mean holds out to the second.',
  invitation: 'Drag the dot or click to take another rate.',
  compute: ({ problem }, engine, options) => stationaryOf(problem, engine, options),
  data: ({ problem, run: { result }, computed, ui }) => ({
    problem,
    result,
    stationary: computed,
    rate: ui.parameters.learningRate,
    hidesTheory: ui.hidesAnswers,
    ...(ui.isInteractive && { onRate: (to: number) => ui.move('learningRate', to) }),
  }),
  chart: stationaryChart,
  tools: (input) => [rate(input)],
};

export const views = { gradients, estimate, paths, stationary };
