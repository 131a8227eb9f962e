import { formatLimit } from '../../charts/kit';
import type { Drawn, Tool, View } from '../view';
import { boundary } from './boundary';
import { descent } from './descent';
import { landscape } from './landscape';
import { map } from './map';
import type { BoxConstraintParameters as Parameters } from './parameters';
import type { BoxConstraintProblem as Problem } from './problem';
import { leastWords, type Picture } from './shown';
import { say } from './words';

type Own = View<Parameters, Problem, Problem, undefined, Picture>;
type Input = Drawn<Parameters, Problem, Problem, undefined>;

const data = ({ problem, ui }: Input): Picture => ({
  problem,
  hidesAnswers: ui.hidesAnswers,
  steps: ui.parameters.iteration ?? problem.parameters.iterations,
  ...(ui.isInteractive && {
    onStart: (phi: number) => ui.set('start', phi),
    onStep: (iteration: number) => ui.set('iteration', iteration),
  }),
});

/** What converges at rates between the marks, where the minimum lies inside; at the edge there is no such limit. */
function limits({ result }: Problem): Pick<Extract<Tool, { kind: 'rate' }>, 'marks' | 'zones'> {
  if (!result.limits) return { marks: [], zones: [{ label: '' }] };
  const { phi, projection } = result.limits;
  const marks = [
    { at: projection, label: say('projectionLimit', { rate: formatLimit(projection) }), name: 'onlyPhi' as const },
    { at: phi, label: say('phiLimit', { rate: formatLimit(phi) }), name: 'onlyProjection' as const },
  ].sort((a, b) => a.at - b.at);
  return {
    marks,
    zones: [
      { label: say('bothSettle'), color: '--gd-minimum-2' },
      { label: say(marks[0].name), color: '--gd-minimum-1' },
      { label: say('neither'), color: '--gd-diverged' },
    ],
  };
}

/**
 * The largest rates that converge are marked, in φ and for projection.
 *
 * @csspart bar - what moves the pictures: the learning rate and the player
 * @csspart rate - the learning rate in hand, with 2/J″ and its like in φ marked on it
 */
const tools = ({ problem, ui }: Input): Tool[] => [
  {
    kind: 'rate',
    parameter: 'learningRate',
    label: say('rateInHand'),
    value: ui.parameters.learningRate,
    low: 0.01,
    high: 100,
    scale: 'log',
    listed: { title: say('someRates'), rates: [0.1, 1, 10] },
    ...limits(problem),
  },
  {
    kind: 'play',
    parameter: 'iteration',
    iteration: ui.parameters.iteration ?? problem.parameters.iterations,
    iterations: problem.parameters.iterations,
    every: 1,
  },
];

export const views: Record<string, Own> = {
  map: {
    title: 'From φ to θ',
    hint: 'The heavy line maps any φ into the box. Below is its slope: a step in φ moves θ by that much less, hardly at all near the bounds.',
    invitation: 'Drag the start.',
    data,
    chart: map,
    tools,
  },
  landscape: {
    title: 'The same function, seen from θ and from φ',
    hint: 'First J over θ, the box shaded; then the same J over φ, where the box is stretched over the whole line and J is flat far out. Circles are projection.',
    invitation: 'Drag the start.',
    data,
    chart: landscape,
    tools,
  },
  descent: {
    title: 'Step by step, beside projection',
    hint: 'Above θ, below φ. Projection steps in θ and moves back to the bound when it has left the box; there φ would be infinite.',
    invitation: 'Click to show the steps up to an iteration.',
    data,
    chart: descent,
    tools,
  },
  boundary: {
    title: 'How fast it arrives',
    hint: 'The distance to the minimum.',
    theory:
      'Inside the box each step multiplies it by the same factor. On the edge the steps shrink with the distance, and it falls only as 1/k: a straight line where both axes are logarithmic.',
    invitation: 'Set the function to (theta-2)^2/2 to put the minimum outside; click to show an iteration.',
    data,
    chart: boundary,
    tools,
    absent: ({ run }) => (run && !run.reached ? leastWords(run) : undefined),
  },
};
