import type { Drawn, Tool, Ui, View } from '../view';
import { entriesOf } from '../parameters/entries';
import { bottleneck as bottleneckChart, type BottleneckData } from './bottleneck';
import { maps as mapsChart, type MapsData } from './maps';
import { RATES, type LinearLayersParameters as Parameters } from './parameters';
import { populationOn, populationWhileDragged, type Population } from './population';
import type { LinearLayersProblem as Problem } from './problem';
import { shapes as shapesChart, type ShapesData } from './shapes';
import { training as trainingChart, type TrainingData } from './training';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;
type Picture<Data> = View<Parameters, Problem, Problem, undefined, Data>;

const entries =
  ({ parameters, refused, set }: Ui<Parameters>): ShapesData['entries'] =>
  (name) =>
    name === 'w1' || name === 'w2'
      ? entriesOf(refused[name], parameters[name], (rows, isTyping) => set(name, rows, isTyping))
      : entriesOf([refused[name]], [parameters[name]], ([row], isTyping) => set(name, row, isTyping), true);

const shapes: Picture<ShapesData> = {
  title: 'Shapes that must fit',
  fields: ['w1', 'b1', 'w2', 'b2', 'input'],
  hint: 'Sizes of the same colour must be equal. Where two matrices meet, the inner sizes are equal and fall away: u × t times t × s is u × s.',
  invitation: 'Type a number in its cell, or drag it.',
  data: ({ problem, ui }: Input) => ({ problem, ...(ui.isInteractive && { entries: entries(ui) }) }),
  chart: shapesChart,
};

const maps: Picture<MapsData> = {
  title: 'Where the plane goes',
  hint: 'A grid of inputs, what the first layer makes of it, and what both do. Dashed is the one layer with the product of the weights: without an activation it lies on top, with one the sheet is folded or bent.',
  invitation: 'Drag the input; switch the activation.',
  data: ({ problem, ui }: Input) => ({
    problem,
    ...(ui.isInteractive && { onInput: (x: readonly number[]) => ui.set('input', x) }),
  }),
  chart: mapsChart,
  tools: ({ problem }) => [activationTool(problem.parameters)],
};

const activationTool = ({ activation }: Parameters): Tool => ({
  kind: 'pick',
  parameter: 'activation',
  label: say('activation'),
  title: say('activations'),
  options: ['none', 'relu', 'tanh'],
  names: { none: say('noActivation') },
  value: activation,
});

const keptOf = ({ parameters: { w1 } }: Problem, middle: number) => Math.min(middle, w1.length);

const bottleneck: Picture<BottleneckData> = {
  title: 'A narrow middle',
  hint: 'The output over a grid of inputs, without an activation, when only some of the hidden units are kept. Grey is where the plane goes with all of them.',
  invitation: 'Keep fewer units.',
  data: ({ problem, ui }: Input) => ({ problem, middle: keptOf(problem, ui.parameters.middle) }),
  chart: bottleneckChart,
  tools: ({ problem, ui }) => [
    {
      kind: 'pick',
      parameter: 'middle',
      label: say('kept'),
      title: say('keptTitle'),
      options: problem.parameters.w1.map((_, i) => i + 1),
      value: keptOf(problem, ui.parameters.middle),
    },
  ],
};

/**
 * One layer has a limit; so have two where their minima are known in closed form.
 *
 * @csspart bar - what moves the pictures: the learning rate and the player
 * @csspart rate - the learning rate in hand: a slider with the limits marked on it
 */
const rateTool = ({ learningRate, activation }: Parameters): Tool => {
  const one = { at: 2, label: say('oneMark') };
  const isLinear = activation === 'none';
  return {
    kind: 'rate',
    parameter: 'learningRate',
    label: say('rate'),
    value: learningRate,
    ...RATES,
    scale: 'linear',
    listed: { title: say('someRates'), rates: [0.1, 0.4, 0.9, 1.2] },
    marks: isLinear ? [{ at: 1, label: say('twoMark') }, one] : [one],
    zones: [
      ...(isLinear ? [{ label: say('bothZone'), color: '--gd-minimum-3' }] : []),
      { label: isLinear ? say('oneZone') : say('oneConverges'), color: '--gd-minimum-1' },
      { label: say('noneZone'), color: '--gd-diverged' },
    ],
  };
};

const shownIteration = ({ iteration, iterations }: Parameters) => Math.min(iteration ?? iterations, iterations);

const training: View<Parameters, Problem, Problem, Population, TrainingData> = {
  title: 'The same functions, another landscape',
  hint: 'Two layers of one weight each are to learn w₂w₁ = 1. The lines are the loss, the heavy curve its minima. Every square is a start: its colour tells where the run ends; faint is quick. Dots are runs on their way.',
  theory:
    'Minima that are too sharp for the rate are dashed; without an activation all of them are at a rate above 1, where one layer still converges.',
  invitation: 'Press Play; move the rate; drag the start.',
  compute: ({ parameters }, engine, options) => populationOn(parameters, engine, options),
  preview: ({ parameters }) => populationWhileDragged(parameters),
  data({ computed, ui }) {
    const p = ui.parameters;
    return {
      population: computed,
      start: p.start,
      iteration: shownIteration(p),
      highlighted: ui.highlighted,
      hidesTheory: ui.hidesAnswers,
      ...(ui.isInteractive && {
        onHoverOutcome: ui.hover,
        onPickOutcome: ui.pin,
        onStart: (start: readonly number[]) => ui.set('start', start),
      }),
    };
  },
  chart: trainingChart,
  tools: ({ problem, ui }) => {
    const p = ui.parameters;
    return [
      rateTool(p),
      { kind: 'play', parameter: 'iteration', iteration: shownIteration(p), iterations: p.iterations, every: 1 },
      activationTool(problem.parameters),
    ];
  },
};

export const views = { shapes, maps, bottleneck, training };
