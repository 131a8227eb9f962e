import { drawIterations, formatNumber, formatRate, labels, rateColors, rule, type Chart } from '../../charts/kit';
import { limitText } from '../../charts/limit-names';
import type { Outcome } from '../../charts/outcome';
import { rateLimit, type OptimizerName } from '../../math/optimizers';
import { isConstant, scheduleFactor } from '../../math/schedules';
import { defineWords } from '../../words/words';
import { parseSchedule, scheduleText } from '../parameters/schedule';
import type { View } from '../view';
import { shownRate } from '../parameters/shown-rate';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { rateTool } from './rate-tool';
import { optimizerTool, outcomesOf, shownMethod, type Input } from './shared';

const say = defineWords('wide-minima', {
  rateNow: '↑ learning rate (log scale)',
  startingAt: 'from {rate}',
  limitOf: '{minimum}: {limit}',
  constantRate: 'The learning rate is constant, so there is nothing to draw. Choose a schedule, such as cosine.',
  goes: 'from {first} to {last}',
  scheduleSummary:
    'The learning rate over {iterations} {iterations|iteration|iterations} with the schedule {schedule}: {rates}.',
  crossesAt: 'From {rate} it falls below {limit} of the {minimum} at iteration {iteration}.',
});

interface Limit {
  outcome: Outcome;
  rate: number;
}

interface ScheduleData {
  schedule: string;
  iterations: number;
  /** What a learning rate is multiplied by in each iteration. */
  factors: Float64Array;
  /** The rate in hand and those of the list, ascending. */
  rates: readonly number[];
  inHand: number;
  /** The largest rate at which a run can stay at each minimum, as long as it stays as it is; ascending. None where they are not told. */
  limits: readonly Limit[];
  optimizer: OptimizerName;
  marked?: number;
  onPick?(iteration: number): void;
}

/** No more crossings are told than these. */
const TOLD = 3;
/** How far below the lowest limit and rate the picture goes: a cosine falls to nothing at all. */
const DEPTH = 100;

function draw(container: HTMLElement, data: ScheduleData & { width?: number }): void {
  const { factors, rates, inHand, limits, iterations, optimizer, width, marked, onPick } = data;
  const all = rates.map((rate) => factors.map((factor) => rate * factor));
  const ends = all.flatMap((values) => [
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
  ]);
  const theory = limits.map(({ rate }) => rate);
  const deepest = Math.min(...theory, ...rates) / DEPTH;
  const inks = rateColors(rates);
  drawIterations(container, {
    width,
    iterations: Math.max(1, iterations - 1),
    marked,
    onPick,
    summary: summarize(data),
    runs: rates.map((rate, i) => ({
      label: say('startingAt', { rate: formatRate(rate) }),
      color: inks[i],
      values: [all[i]],
      isHeavy: rate === inHand,
      read: (k) => formatNumber(all[i][Math.min(k, iterations - 1)]),
    })),
    panels: [
      {
        y: {
          scale: 'log',
          domain: [Math.max(deepest, Math.min(...theory, ...ends)) / 1.4, Math.max(...theory, ...ends) * 1.4],
          title: say('rateNow'),
          grid: true,
        },
        height: [200, 0.32, 300],
        marks: (panel) => [rule({ name: 'gd-limits', panel, y: theory, look: 'gd-threshold' })],
        over: (panel) => [
          labels(
            'gd-limit-names',
            limits.map(({ outcome, rate }) => ({
              text: say('limitOf', { minimum: outcome.label, limit: limitText(rate, optimizer) }),
              right: 4,
              y: rate,
              dy: -5,
              anchor: 'end',
              yields: true,
            })),
            panel,
          ),
        ],
      },
    ],
  });
}

function summarize({ schedule, factors, rates, inHand, limits, iterations, optimizer }: ScheduleData): string {
  const last = factors.length - 1;
  const goes = rates.map((rate) =>
    say('goes', { first: formatNumber(rate * factors[0]), last: formatNumber(rate * factors[last]) }),
  );
  const all = say('scheduleSummary', { iterations, schedule, rates: goes.join(', ') });
  const crossings = limits.slice(0, TOLD).flatMap(({ outcome, rate }) => {
    const iteration = factors.findLastIndex((factor) => inHand * factor > rate) + 1;
    if (iteration === 0 || iteration > last) return [];
    const words = { rate: formatRate(inHand), limit: limitText(rate, optimizer), minimum: outcome.label, iteration };
    return [say('crossesAt', words)];
  });
  return [all, ...crossings].join(' ');
}

const chart: Chart<ScheduleData> = {
  draw,
  summarize,
  table: ({ factors, rates }) => ({
    iteration: Int32Array.from(factors, (_, k) => k),
    ...Object.fromEntries(rates.map((rate) => [`rate from ${rate}`, factors.map((factor) => rate * factor)])),
  }),
};

const known = new WeakMap<Problem, Float64Array>();

/** The schedule's factor in every iteration. */
function factorsOf(problem: Problem): Float64Array {
  let factors = known.get(problem);
  if (!factors) {
    const { iterations, schedule } = problem.parameters;
    const read = parseSchedule(schedule);
    factors = Float64Array.from({ length: iterations }, (_, k) => scheduleFactor(read, k, iterations));
    known.set(problem, factors);
  }
  return factors;
}

/** The learning rate over the iterations. */
export const schedule: View<Parameters, Problem, Run, undefined, ScheduleData> = {
  title: 'The learning rate over the iterations',
  hint: 'The learning rate in hand and those of the list.',
  theory:
    'Dashed: the largest rate at which a run can stay at each minimum, where theory sets one. As long as the rate is above it, runs leave that minimum; once it has fallen below, they can settle.',
  invitation: 'Click to show the runs at an iteration.',
  absent: ({ parameters }) => (isConstant(parseSchedule(parameters.schedule)) ? say('constantRate') : undefined),
  data({ problem, ui }: Input) {
    const p = ui.parameters;
    const inHand = shownRate(p);
    const outcomes = outcomesOf(problem);
    const { name, coefficients } = problem.methods[shownMethod(problem, p)];
    const told = ui.hidesAnswers ? [] : problem.minima;
    const limits = told.flatMap(({ curvature }, i) => {
      const rate = rateLimit({ name, coefficients }, curvature);
      return rate !== undefined && rate > 0 && Number.isFinite(rate) ? [{ outcome: outcomes[i], rate }] : [];
    });
    return {
      schedule: scheduleText(parseSchedule(problem.parameters.schedule)),
      iterations: problem.parameters.iterations,
      factors: factorsOf(problem),
      rates: [...new Set([inHand, ...problem.parameters.learningRates])].sort((a, b) => a - b),
      inHand,
      limits: limits.sort((a, b) => a.rate - b.rate),
      optimizer: name,
      marked: p.iteration < problem.parameters.iterations ? p.iteration : undefined,
      ...(ui.isInteractive && { onPick: (iteration: number) => ui.set('iteration', iteration) }),
    };
  },
  chart,
  tools: ({ problem, ui }) => [rateTool(problem, ui.parameters), ...optimizerTool({ problem, ui })],
};
