import { derivation as derivationChart, type DerivationData } from '../../charts/derivation';
import { OPTIMIZERS, readOptimizer } from '../parameters/optimizer';
import { entriesOf } from '../parameters/entries';
import type { Drawn, Tool, View } from '../view';
import { derivationSteps } from './derivation-steps';
import {
  HIDDEN_LAYERS,
  MOST_POINTS,
  parameters,
  STEPS,
  type SoftmaxUpdateParameters as Parameters,
} from './parameters';
import type { SoftmaxUpdateProblem as Problem } from './problem';
import { regions as regionsChart, type RegionsData } from './regions';
import { CLASS_COLORS } from './shown';
import { step as stepChart, type StepData } from './step';
import { trainingOf } from './training';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;
type Picture<Data> = View<Parameters, Problem, Problem, undefined, Data>;

const step: Picture<StepData> = {
  title: 'One update, step by step',
  fields: ['weights', 'input'],
  hint: 'A column for each class, a row for each feature. Forward, the logits become probabilities; backward, each weight’s gradient is its feature times its class’s error; then all weights move at once.',
  invitation:
    'Type a number, or drag it; press a class’s name to make it the true one; press “Next step” to update again.',
  data({ problem, ui }: Input) {
    const { weights, input, label, learningRate, optimizer } = problem.parameters;
    const shown = ui.parameters.step;
    const { name: method } = readOptimizer(optimizer);
    return {
      step: shown,
      input,
      label,
      learningRate,
      ...(method !== 'gd' && { optimizer: method }),
      update: problem.stepAt(shown),
      steps: Array.from({ length: STEPS }, (_, k) => problem.stepAt(k + 1)),
      ...(ui.isInteractive && {
        weights: entriesOf(ui.refused.weights, weights, (rows, isTyping) => ui.set('weights', rows, isTyping)),
        inputs: entriesOf([ui.refused.input], [input], ([row], isTyping) => ui.set('input', row, isTyping), true),
        onLabel: (one: number) => ui.set('label', one),
        onStep: (one: number) => ui.set('step', one),
      }),
    };
  },
  chart: stepChart,
  tools: ({ ui }) => [{ kind: 'steps', parameter: 'step', step: ui.parameters.step, steps: STEPS }],
};

const derivation: Picture<DerivationData> = {
  title: 'The gradient, derived',
  hint: 'By the chain rule from the loss to a weight, each step with the shapes that must fit; below each formula the numbers of the update that is shown.',
  data: ({ problem, ui }: Input) => ({
    steps: derivationSteps(problem.stepAt(ui.parameters.step), problem.parameters),
    hasNumbers: ui.parameters.derivation === 'numbers',
  }),
  chart: derivationChart,
  tools: ({ ui }) => [
    {
      kind: 'pick',
      parameter: 'derivation',
      label: say('derivationChoice'),
      title: say('derivationNumbers'),
      options: ['symbols', 'numbers'],
      names: { symbols: say('symbols'), numbers: say('numbers') },
      value: ui.parameters.derivation,
    },
  ],
};

/** Points on the corners of a square, classes across: no straight line parts them. */
const CROSSED = [
  [-0.8, -0.7, 0],
  [-0.6, -0.9, 0],
  [-0.4, -0.5, 0],
  [0.7, 0.8, 0],
  [0.5, 0.4, 0],
  [0.9, 0.5, 0],
  [-0.7, 0.6, 1],
  [-0.5, 0.9, 1],
  [-0.9, 0.4, 1],
  [0.6, -0.7, 1],
  [0.8, -0.4, 1],
  [0.4, -0.9, 1],
];

/** Three points each around the corners of a hexagon. */
const SIX = Array.from({ length: 18 }, (_, i) => {
  const [label, turn] = [i % 6, Math.floor(i / 6)];
  const angle = (Math.PI / 3) * label + 0.22 * (turn - 1);
  const far = [0.65, 0.85, 0.75][turn];
  return [Number((far * Math.cos(angle)).toFixed(2)), Number((far * Math.sin(angle)).toFixed(2)), label];
});

const pick = (rest: Omit<Extract<Tool, { kind: 'pick' }>, 'kind'>): Tool => ({ kind: 'pick', ...rest });

const shownIteration = ({ iteration, iterations }: Parameters) => Math.min(iteration ?? iterations, iterations);

/**
 * @csspart bar - what moves the pictures: the player
 * @csspart stepper - the buttons that go through the steps
 */
const regions: Picture<RegionsData> = {
  title: 'Training on points you place',
  hint: 'Each colour is the region in which its class is the likeliest; pale is unsure. All points are used in every iteration.',
  invitation: 'Press Play to train; drag a point; double-click to place another one, or on a point to remove it.',
  data({ ui }: Input) {
    const p = ui.parameters;
    const { points, nextClass } = p;
    return {
      training: trainingOf(p),
      iteration: shownIteration(p),
      iterations: p.iterations,
      hiddenLayer: p.hiddenLayer,
      nextClass,
      ...(ui.isInteractive && {
        onMove: (i: number, x: number, y: number) => ui.set('points', points.with(i, [x, y, points[i][2]])),
        ...(points.length < MOST_POINTS && {
          onPlace: (x: number, y: number) => ui.set('points', [...points, [x, y, nextClass]]),
        }),
        onRemove: (i: number) => ui.set('points', points.toSpliced(i, 1)),
        fewest: 1,
        onIteration: (iteration: number) => ui.set('iteration', iteration),
      }),
    };
  },
  chart: regionsChart,
  tools: ({ ui }) => {
    const p = ui.parameters;
    const groups = parameters.find(({ name }) => name === 'points')!.default as Parameters['points'];
    const example = (label: 'threeGroups' | 'crossed' | 'sixGroups', points: Parameters['points']) => ({
      label: say(label),
      press: () => ui.set('points', points),
    });
    return [
      { kind: 'play', parameter: 'iteration', iteration: shownIteration(p), iterations: p.iterations, every: 1 },
      pick({
        parameter: 'optimizer',
        label: say('optimizer'),
        title: say('optimizers'),
        options: OPTIMIZERS,
        names: Object.fromEntries(OPTIMIZERS.map((text) => [text, text.split(' ')[0]])),
        value: p.optimizer,
      }),
      pick({
        parameter: 'hiddenLayer',
        label: say('hiddenLayer'),
        title: say('hiddenLayers'),
        options: HIDDEN_LAYERS,
        names: { none: say('none'), linear: say('linear') },
        value: p.hiddenLayer,
      }),
      pick({
        parameter: 'nextClass',
        label: say('nextClass'),
        title: say('nextClasses'),
        options: CLASS_COLORS.map((_, label) => label),
        value: p.nextClass,
      }),
      {
        kind: 'buttons',
        buttons: [
          {
            label: say('removeLast'),
            press: () => ui.set('points', p.points.slice(0, -1)),
            isDisabled: p.points.length === 1,
          },
          example('threeGroups', groups),
          example('crossed', CROSSED),
          example('sixGroups', SIX),
        ],
      },
    ];
  },
};

export const views = { step, derivation, regions };
