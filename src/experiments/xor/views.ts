import type { Drawn, PictureSize, Tool, View } from '../view';
import { loss as lossChart, type LossData } from './loss';
import { networks as networksChart, type NetworksData } from './networks';
import { MOST_POINTS, shownIteration, XOR, type XorParameters as Parameters } from './parameters';
import { plane as planeChart, type PlaneData } from './plane';
import {
  borderOf,
  closerAtBorder,
  homeOf,
  populationOf,
  trainabilityOf,
  windowOf,
  type Population,
  type RateWindow,
  type Trainability,
} from './populations';
import type { XorProblem as Problem } from './problem';
import { formatLimit } from '../../charts/kit';
import { trainability as trainabilityChart, type TrainabilityData } from './trainability';
import { unique as uniqueChart, type UniqueData } from './unique';
import { say } from './words';

type Picture<Data, Computed = undefined> = View<Parameters, Problem, Problem, Computed, Data>;
type Input = Pick<Drawn<Parameters, Problem, Problem, unknown>, 'problem' | 'ui'>;

const AND = XOR.map(([x1, x2]) => [x1, x2, x1 * x2]);
const ON_A_LINE = [0, 0.5, 1, 1.5].map((x, i) => [x, x, i % 2]);
/** Seven points within a circle of eleven. */
const CIRCLE = Array.from({ length: 18 }, (_, i) => {
  const [far, angle, target] = i < 7 ? [0.25, (2 * Math.PI * i) / 7, 1] : [0.75, (2 * Math.PI * (i - 7)) / 11, 0];
  return [far * Math.cos(angle), far * Math.sin(angle), target].map((value) => Number((value + 0).toFixed(2)));
});

/**
 * @csspart bar - what moves the pictures: the player, the learning rate
 * @csspart rate - the learning rate in hand, with the largest stable one of the linear model marked
 */
const playTool = ({ ui }: Input): Tool => ({
  kind: 'play',
  parameter: 'iteration',
  iteration: shownIteration(ui.parameters),
  iterations: ui.parameters.iterations,
  every: 1,
});

const plane: Picture<PlaneData> = {
  title: 'The prediction over the plane',
  hint: 'The colour is the prediction, the lines join equal ones, and the points have the colours of their targets. Without hidden units all lines are straight and parallel.',
  invitation: 'Drag a point; double-click to place another, or on a point to remove it. Play shows descent.',
  data({ problem, ui }) {
    const { points, newTarget } = ui.parameters;
    return {
      problem,
      iteration: shownIteration(ui.parameters),
      newTarget,
      hidesTheory: ui.hidesAnswers,
      ...(ui.isInteractive && {
        onMove: (i: number, x1: number, x2: number) => ui.set('points', points.with(i, [x1, x2, points[i][2]])),
        ...(points.length < MOST_POINTS && {
          onAdd: (x1: number, x2: number) => ui.set('points', [...points, [x1, x2, newTarget]]),
        }),
        onRemove: (i: number) => ui.set('points', points.toSpliced(i, 1)),
        fewest: 1,
      }),
    };
  },
  chart: planeChart,
  tools(input) {
    const { ui } = input;
    const { points, newTarget } = ui.parameters;
    const example = (label: 'xor' | 'and' | 'line' | 'circle', points: Parameters['points']) => ({
      label: say(label),
      press: () => ui.set('points', points),
    });
    return [
      playTool(input),
      {
        kind: 'pick',
        parameter: 'newTarget',
        label: say('newTarget'),
        title: say('newTargets'),
        options: [0, 1],
        value: newTarget,
      },
      {
        kind: 'buttons',
        buttons: [
          example('xor', XOR),
          example('and', AND),
          example('line', ON_A_LINE),
          example('circle', CIRCLE),
          {
            label: say('removeLast'),
            press: () => ui.set('points', points.slice(0, -1)),
            isDisabled: points.length === 1,
          },
        ],
      },
    ];
  },
};

const loss: Picture<LossData> = {
  title: 'How the loss falls',
  hint: 'The mean square over the iterations, and below it the prediction for each point, in the colour of its target.',
  theory: 'The dashed line is the best that a linear model can do.',
  invitation: 'Move the learning rate across the limit; click an iteration to see its plane.',
  data: ({ problem, ui }) => ({
    problem,
    iteration: shownIteration(ui.parameters),
    hidesTheory: ui.hidesAnswers,
    ...(ui.isInteractive && { onIteration: (iteration: number) => ui.set('iteration', iteration) }),
  }),
  chart: lossChart,
  tools({ problem, ui }) {
    const { threshold } = problem.linear;
    const { units, learningRate } = ui.parameters;
    const rounded = (rate: number) => Number(rate.toPrecision(2));
    return [
      {
        kind: 'rate',
        parameter: 'learningRate',
        label: say('rate'),
        value: learningRate,
        low: rounded(threshold / 30),
        high: rounded(4 * threshold),
        scale: 'log',
        listed: { title: say('rates'), rates: [0.05, 0.3, 0.95, 1.05].map((share) => rounded(share * threshold)) },
        marks: [{ at: threshold, label: say('limit', { limit: formatLimit(threshold) }) }],
        zones: [
          { label: say(units === 0 ? 'converges' : 'belowLimit'), color: '--gd-minimum-2' },
          { label: say(units === 0 ? 'diverges' : 'linearLimit'), color: '--gd-diverged' },
        ],
      },
    ];
  },
};

const unique: Picture<UniqueData> = {
  title: 'One minimum, and how steep it is',
  hint: 'The loss of the linear model along the three eigenvectors of its Hessian, all through the minimum; the dots are the iterates.',
  theory: 'The steepest direction limits the learning rate, the flattest takes the longest.',
  data: ({ problem, ui }) => ({ problem, iteration: shownIteration(ui.parameters), hidesTheory: ui.hidesAnswers }),
  chart: uniqueChart,
};

const withUnits =
  (missing: 'needsUnits' | 'needsLayers') =>
  ({ parameters: { units } }: { parameters: Parameters }) =>
    units === 0 ? say(missing) : undefined;

const networks: Picture<NetworksData, Population> = {
  title: 'How many networks solve it',
  hint: 'Each cell is a number of hidden units and a learning rate, and its colour the share of random beginnings from which every prediction ends within 0.25 of its target.',
  theory: 'One unit is not enough for XOR, whatever the rate. The line is the limit of the linear model.',
  invitation: 'Click a cell to see one of its networks in the other pictures.',
  absent: withUnits('needsUnits'),
  compute: ({ problem, parameters }, engine, options) => populationOf(problem, parameters, engine, options),
  data: ({ problem, computed, ui }) => ({
    population: computed,
    units: ui.parameters.units,
    learningRate: ui.parameters.learningRate,
    threshold: ui.hidesAnswers ? undefined : problem.linear.threshold,
    ...(ui.isInteractive && {
      onPick(units: number, learningRate: number) {
        ui.set('units', units);
        ui.set('learningRate', learningRate);
      },
    }),
  }),
  chart: networksChart,
};

/** Moves the window of the trainability picture; the whole picture is the default. */
function showWindow({ problem, ui }: Input, window: RateWindow): void {
  const numbersOf = ({ first, second }: RateWindow) => [...first, ...second];
  const numbers = numbersOf(window);
  const isHome = numbersOf(homeOf(problem)).every((rate, i) => rate === numbers[i]);
  ui.set('trainabilityWindow', isHome ? [] : numbers);
}

/** Out of the whole picture a usual piece of the border comes first; from then on each press goes closer to what is seen. */
function nextAtBorder(problem: Problem, trained: Trainability | undefined, { parameters }: Input['ui']): RateWindow {
  const usual = borderOf(problem);
  if (!trained || parameters.trainabilityWindow.length === 0) return usual;
  return closerAtBorder(trained, windowOf(problem, parameters), homeOf(problem)) ?? usual;
}

/** The size of the image in a chart of this width. */
const imageSize = (width: number): PictureSize => ({
  width: Math.max(1, Math.min(560, Math.round(width - 60))),
  height: Math.round(Math.min(460, Math.max(280, 0.62 * width))),
});

const trainability: Picture<TrainabilityData, Trainability> = {
  title: 'The border of trainability',
  hint: 'Every pixel trains the same network from the same beginning. Only the two learning rates differ: across, that of the first layer; up, that of the second. Blue: every prediction came within 0.25 of its target. Orange: the loss grew beyond every bound. Grey: neither. The border between them is a fractal.',
  invitation: 'Zoom in on it.',
  absent: withUnits('needsLayers'),
  size: imageSize,
  compute: ({ problem, parameters }, engine, options) => trainabilityOf(problem, parameters, engine, options),
  data: ({ problem, computed, ui }) => ({
    trained: computed,
    units: ui.parameters.units,
    learningRate: ui.parameters.learningRate,
    window: windowOf(problem, ui.parameters),
    home: homeOf(problem),
    isBusy: ui.isBusy,
    ...(ui.isInteractive && {
      onWindow: (window: RateWindow) => showWindow({ problem, ui }, window),
    }),
  }),
  chart: trainabilityChart,
  tools: ({ problem, computed, ui }) => [
    {
      kind: 'pick',
      parameter: 'seed',
      label: say('network'),
      title: say('networksOf'),
      options: [1, 2, 3, 4, 5, 6],
      value: ui.parameters.seed,
    },
    {
      kind: 'buttons',
      buttons: [
        { label: say('border'), press: () => showWindow({ problem, ui }, nextAtBorder(problem, computed, ui)) },
      ],
    },
  ],
};

export const views = { plane, loss, unique, networks, trainability };
