import { REGRESSION_LOSSES } from '../../math/linear-regression';
import { FEWEST_POINTS, MOST_POINTS } from '../parameters/examples';
import { SCHEDULES } from '../parameters/schedule';
import type { Drawn, Tool, View } from '../view';
import { bias as biasChart, type BiasData } from './bias';
import { descent as descentChart, type DescentData } from './descent';
import { fit as fitChart, type FitData } from './fit';
import type { AbsoluteErrorParameters as Parameters } from './parameters';
import type { AbsoluteErrorProblem as Problem } from './problem';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;
type Picture<Data> = View<Parameters, Problem, Problem, undefined, Data>;

const lossTool = ({ loss }: Parameters): Tool => ({
  kind: 'pick',
  parameter: 'loss',
  label: say('lossTool'),
  title: say('losses'),
  options: REGRESSION_LOSSES,
  names: { absolute: say('absolute'), square: say('square'), huber: say('huber') },
  value: loss,
});

const fit: Picture<FitData> = {
  title: 'Which line follows an outlier',
  hint: 'The line that descent ends at, for each loss. The square pulls hardest on what is farthest off; for the absolute error only the side counts.',
  invitation: 'Drag the outlier up and down; double-click to add a point, or on a point to remove it.',
  data({ problem, ui }: Input) {
    const { points } = problem.parameters;
    return {
      problem,
      ...(ui.isInteractive && {
        onMove: (i: number, x: number, y: number) => ui.set('points', points.with(i, [x, y])),
        ...(points.length < MOST_POINTS && { onAdd: (x: number, y: number) => ui.set('points', [...points, [x, y]]) }),
        onRemove: (i: number) => ui.set('points', points.toSpliced(i, 1)),
        fewest: FEWEST_POINTS,
      }),
    };
  },
  chart: fitChart,
  absent: ({ parameters }) => (parameters.design === null ? undefined : say('noFit')),
  tools: ({ problem }) => [lossTool(problem.parameters)],
};

const bias: Picture<BiasData> = {
  title: 'The loss over the bias',
  hint: 'The weights stand still, the bias moves. The absolute error is made of straight pieces, with a corner where the model meets an example; its slope is how many it says too much for, minus how many too little, over n.',
  invitation: 'Drag the bias across a corner.',
  data: ({ problem, ui }: Input) => ({
    problem,
    ...(ui.isInteractive && { onBias: (b: number) => ui.set('bias', b) }),
  }),
  chart: biasChart,
  tools: ({ problem }) => [lossTool(problem.parameters)],
};

const descent: Picture<DescentData> = {
  title: 'Descent that does not settle',
  hint: 'The loss above the lowest one, and the bias, over the iterations: with the schedule in hand, and beside it a constant rate or, where that is the one in hand, a decaying one.',
  invitation: 'Choose a schedule; change the learning rate.',
  data: ({ problem, ui }: Input) => ({ problem, hidesTheory: ui.hidesAnswers }),
  chart: descentChart,
  tools: ({ problem: { parameters } }) => [
    lossTool(parameters),
    {
      kind: 'pick',
      parameter: 'schedule',
      label: say('scheduleTool'),
      title: say('schedules'),
      options: SCHEDULES,
      names: Object.fromEntries(SCHEDULES.map((text) => [text, text.split(' ')[0]])),
      value: parameters.schedule,
    },
  ],
};

export const views = { fit, bias, descent };
