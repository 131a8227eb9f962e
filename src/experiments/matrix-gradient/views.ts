import { derivation as derivationChart, type DerivationData } from '../../charts/derivation';
import { EXPRESSIONS } from '../../math/matrix-expressions';
import { entriesOf } from '../parameters/entries';
import type { Drawn, Tool, Ui, View } from '../view';
import { check as checkChart, type CheckData } from './check';
import { derivationSteps } from './derivation-steps';
import { isVector, type MatrixGradientParameters as Parameters } from './parameters';
import type { MatrixGradientProblem as Problem } from './problem';
import { shapes as shapesChart, type ShapesData } from './shapes';
import { EXPRESSION_TEXTS } from './shown';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;
type Picture<Data> = View<Parameters, Problem, Problem, undefined, Data>;

const entries =
  ({ parameters, matrices }: Problem, { refused, set }: Ui<Parameters>): ShapesData['entries'] =>
  (letter) => {
    const isColumn = isVector(parameters.expression, letter);
    const rows = isColumn ? [matrices[letter].flat()] : matrices[letter];
    return entriesOf(refused[letter], rows, (all, isTyping) => set(letter, all, isTyping), isColumn);
  };

const expressionTool = ({ expression }: Parameters): Tool => ({
  kind: 'pick',
  parameter: 'expression',
  label: say('expression'),
  title: say('expressions'),
  options: EXPRESSIONS,
  names: EXPRESSION_TEXTS,
  value: expression,
});

const check: Picture<CheckData> = {
  title: 'Formula against differences',
  hint: 'The gradient by the formula, and by differences of values alone; below, how far differences are off at each width of the step.',
  theory: 'Dashed: what theory says of rounding and of cutting off.',
  invitation: 'Drag the step width.',
  data: ({ problem, ui }: Input) => ({
    problem,
    hidesTheory: ui.hidesAnswers,
    ...(ui.isInteractive && { onWidth: (h: number) => ui.set('stepWidth', h) }),
  }),
  chart: checkChart,
  tools: ({ problem }) => [expressionTool(problem.parameters)],
};

const shapes: Picture<ShapesData> = {
  title: 'Shapes that must fit',
  fields: ['a', 'x', 'z', 'w', 'b', 'y'],
  hint: 'A box has a place for every number. Where two meet, the columns of the left are as many as the rows of the right; sizes of the same colour are equal. At the end, what a forgotten transpose does.',
  invitation: 'Type a number in its cell, or drag it.',
  data: ({ problem, ui }: Input) => ({
    problem,
    ...(ui.isInteractive && { entries: entries(problem, ui) }),
  }),
  chart: shapesChart,
  tools: ({ problem }) => [expressionTool(problem.parameters)],
};

const derivation: Picture<DerivationData> = {
  title: 'The gradient, derived',
  hint: 'Step by step, each with the shapes that must fit; below each formula the current numbers.',
  data: ({ problem, ui }: Input) => ({
    steps: derivationSteps(problem),
    hasNumbers: ui.parameters.derivation === 'numbers',
  }),
  chart: derivationChart,
  tools: ({ problem, ui }) => [
    expressionTool(problem.parameters),
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

export const views = { shapes, derivation, check };
