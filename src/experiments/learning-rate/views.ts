import type { Drawn, RateTool, Tool, View } from '../view';
import { shownRate } from '../parameters/shown-rate';
import { cobweb } from './cobweb';
import { descent } from './descent';
import type { LearningRateParameters } from './parameters';
import type { LearningRateProblem, RateRun } from './problem';
import { iterates } from './iterates';
import { approaches, limitName, rateSpan, type Picture } from './picture';
import { rates } from './rates';
import { table } from './table';
import { endingWords } from '../../charts/endings';
import { formatLimit } from '../../charts/kit/format';
import { say } from './words';

type Own = View<LearningRateParameters, LearningRateProblem, LearningRateProblem, undefined, Picture>;
type Input = Drawn<LearningRateParameters, LearningRateProblem, LearningRateProblem, undefined>;

/** All pictures are drawn from the same. */
const data = ({ problem, ui }: Input): Picture => ({
  problem,
  run: problem.runAt(shownRate(ui.parameters)),
  hidesAnswers: ui.hidesAnswers,
  steps: ui.parameters.iteration ?? problem.parameters.iterations,
  ...(ui.isInteractive && {
    onStart: (start: number) => ui.set('start', start),
    onRate: (rate: number) => ui.move('selectedRate', rate),
    onStep: (step: number) => ui.set('iteration', step),
  }),
});

/** What converges at rates between the marks, where theory says it. */
function limits(problem: LearningRateProblem): Pick<RateTool, 'marks' | 'zones'> {
  const { threshold } = problem.result;
  if (threshold === null) return { marks: [], zones: [{ label: '' }] };
  const climbs = { label: say('climbs'), color: '--gd-diverged' };
  const unstable = { label: say('zoneUnstable'), color: '--gd-diverged' };
  // Of a flat minimum theory says nothing; a kink holds none.
  if (!(threshold > 0 && threshold < Infinity))
    return { marks: [{ at: 0, label: '0' }], zones: [climbs, threshold === 0 ? unstable : { label: '' }] };
  const mark = (limit: string, at: number) => ({ at, label: say('threshold', { limit, threshold: formatLimit(at) }) });
  const settling = ['zoneOneSide', 'zoneAlternates', 'settles'] as const;
  const inside = problem.isPlain ? settling.slice(0, 2) : settling.slice(2);
  return {
    marks: [
      { at: 0, label: '0' },
      ...(problem.isPlain ? [mark(say('oneStepName'), threshold / 2)] : []),
      mark(limitName(problem)!, threshold),
    ],
    zones: [climbs, ...inside.map((key) => ({ label: say(key), color: '--gd-minimum-2' })), unstable],
  };
}

/** What is said of the rate in hand: what theory says of its zone, where the run bears that out, and else what became of the run. */
function saidOf(problem: LearningRateProblem, run: RateRun, zone: string): string {
  const { threshold } = problem.result;
  const rate = run.learningRate;
  const isSettling = threshold !== null && rate >= 0 && rate < threshold;
  const isBorneOut = isSettling ? approaches(problem, run) : run.outcome !== 'converged';
  return (isBorneOut && zone) || endingWords(run.outcome);
}

/**
 * Linear, since rates of 0 and below are taken too; marked where, by theory, what becomes of a run changes: at 0 and at the largest rate that
 * converges, for plain descent at 1/f″ too.
 *
 * @csspart bar - what moves the pictures: the learning rate and the player
 * @csspart rate - the learning rate in hand: a slider with 0 and the largest rate that converges marked on it
 */
const rate = ({ problem, ui }: Input): Tool => {
  const run = problem.runAt(shownRate(ui.parameters));
  const theory = limits(problem);
  const zone = theory.zones[theory.marks.filter(({ at }) => at <= run.learningRate).length];
  return {
    kind: 'rate',
    parameter: 'selectedRate',
    label: say('rateInHand'),
    value: run.learningRate,
    ...rateSpan(problem),
    scale: 'linear',
    listed: { title: say('listedRates'), rates: problem.parameters.learningRates },
    ...theory,
    said: saidOf(problem, run, zone.label),
  };
};

const play = ({ problem, ui }: Input): Tool => {
  const { iterations } = problem.parameters;
  return {
    kind: 'play',
    parameter: 'iteration',
    iteration: ui.parameters.iteration ?? iterations,
    iterations,
    every: 1,
  };
};

export const views: Record<string, Own> = {
  descent: {
    title: 'The steps on the curve',
    hint: 'Each dot is an iterate, each arrow a step, against the slope and, under plain descent, as long as the learning rate times the slope.',
    invitation: 'Move the learning rate; drag the start along the curve.',
    data,
    chart: descent,
    tools: (input) => [rate(input), play(input)],
  },
  cobweb: {
    title: 'A step as a map',
    hint: 'The heavy line maps a weight to the next one. Up or down to it, across to the diagonal, and again: where the two cross, a step leads nowhere. The steps come closer if the line is less steep there than the diagonals. An optimizer with a memory has no such line: dots show each weight and the next.',
    invitation: 'Move the learning rate: it turns the line about the crossing.',
    data,
    chart: cobweb,
    tools: (input) => [rate(input), play(input)],
  },
  iterates: {
    title: 'The iterates over time',
    hint: 'Above the weight; below its distance to the minimum, which on a logarithmic scale is a straight line where each step multiplies it by the same factor.',
    invitation: 'Click to show the steps up to an iteration.',
    data,
    chart: iterates,
    tools: (input) => [rate(input), play(input)],
  },
  rates: {
    title: 'Which learning rates converge',
    hint: 'The factor by which a step multiplies the distance to the minimum: below 1 it shrinks. Below, what became of the run at each rate.',
    theory:
      'Under plain descent the factor is 0 at 1/f″, where one step arrives, and 1 at 2/f″, the largest rate that converges.',
    invitation: 'Click, or drag the dot, to see the run at another rate.',
    data,
    chart: rates,
  },
  table: {
    title: 'The iterates in figures',
    hint: 'The weight and the slope at every iteration.',
    theory: 'Beside them stands what the sheet prints, where it prints something; struck out is what is wrong.',
    data,
    chart: table,
  },
};
