import { outcomes as chart } from '../../charts/outcomes';
import type { ThresholdMark } from '../../charts/outcome';
import type { Engine, RunOptions } from '../../engine/contract';
import type { DescendTask } from '../../engine/descend';
import { endingsSeen, kindsAt, kindsIn } from '../../engine/descend/endings';
import type { Ending } from '../../math/outcomes';
import { logSpaced } from '../../math/spacing';
import { part } from '../experiment';
import type { View } from '../view';
import { shownRate } from '../parameters/shown-rate';
import { descendBy } from './descents';
import type { Method } from './methods';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { rateTool } from './rate-tool';
import { methodText, optimizerTool, shared, shownMethod, type Input } from './shared';

/** The shares of the outcomes over the learning rate with one optimizer, and the rates at which minima stop being reached. */
export interface Outcomes {
  /** The number of the method. */
  method: number;
  learningRates: Float64Array;
  /** Per outcome, the fraction of runs at each learning rate. */
  fractions: Float64Array[];
  seen: Ending[];
  thresholds: ThresholdMark[];
}

const SWEEP_RATES = 240;
/** Optimizers and schedules take longer: no run of theirs is done before its last iteration. */
const SWEEP_STARTS = { plain: 1000, other: 400 };

/** The fraction of each outcome over the learning rate, and the rates at which minima stop being reached. */
export const outcomes: View<Parameters, Problem, Run, Outcomes> = {
  title: 'Outcomes over the learning rate',
  hint: 'How many starts end where, at each learning rate.',
  theory:
    'Dashed: the limit that theory sets, 2/f″ for plain descent; above it no run can settle at that minimum. Measured: the largest rate at which at least 1\u202f% still do.',
  invitation: 'Click or drag to take another rate in hand.',
  async compute({ problem, parameters: p }, engine, options) {
    const { task } = problem;
    const number = shownMethod(problem, p);
    const method = problem.methods[number];
    const most = method.isPlain ? SWEEP_STARTS.plain : SWEEP_STARTS.other;
    const sweep = { ...task, starts: { ...task.starts, count: Math.min(p.starts, most) } };
    const learningRates = logSpaced(p.rateLow, p.rateHigh, SWEEP_RATES);
    const all = { ...sweep, learningRates: Array.from(learningRates) };
    const descent = await descendBy(method, all, engine, part(options, 0, 0.8));
    const counts = all.learningRates.map((_, i) => kindsAt(descent, task, i));
    const fractions = Array.from({ length: kindsIn(task) }, (_, outcome) =>
      learningRates.map((_, i) => counts[i][outcome] / sweep.starts.count),
    );
    const found = { method: number, learningRates, fractions, seen: endingsSeen(descent) };
    const { limits, name } = method;
    if (!limits) return { ...found, thresholds: [] };
    const measured = await measureSwitches(sweep, method, learningRates, fractions, engine, part(options, 0.8, 1));
    const thresholds = limits.map((predicted, outcome) => ({
      outcome,
      optimizer: name,
      predicted,
      measured: measured[outcome],
    }));
    return { ...found, thresholds };
  },
  data: ({ problem, run: { result }, computed, ui }: Input<Outcomes>) => ({
    ...shared(problem, ui, computed.seen),
    ...computed,
    thresholds: ui.hidesAnswers ? undefined : computed.thresholds,
    noLimit:
      ui.hidesAnswers || problem.methods[computed.method].limits
        ? undefined
        : methodText(problem.methods[computed.method]),
    listed: result.parameters.learningRates,
    selected: shownRate(ui.parameters),
    onPick: (rate: number) => ui.set('selectedRate', rate),
    onMove: (rate: number) => ui.move('selectedRate', rate),
  }),
  chart,
  tools: ({ problem, ui }) => [rateTool(problem, ui.parameters), ...optimizerTool({ problem, ui })],
};

/** A share of the runs that is no accident. */
const SHARE_THAT_COUNTS = 0.01;
const REFINE_RATES = 12;
const REFINE_ROUNDS = 3;
/** Beyond this many rates at once one round has to do: nobody reads a hundred thresholds to five digits. */
const MANY_RATES = 150;

/**
 * For each minimum the largest learning rate at which 1 % of the population still ends in it, narrowed down between two
 * rates of the sweep; null where that never happens, or still does at the highest rate.
 */
async function measureSwitches(
  sweep: Omit<DescendTask, 'learningRates'>,
  method: Method,
  learningRates: Float64Array,
  fractions: Float64Array[],
  engine: Engine,
  options: RunOptions,
): Promise<(number | null)[]> {
  const brackets = sweep.minima.map((_, m) => {
    const last = fractions[m].findLastIndex((fraction) => fraction >= SHARE_THAT_COUNTS);
    return last < 0 || last === learningRates.length - 1
      ? null
      : ([learningRates[last], learningRates[last + 1]] as [number, number]);
  });
  const inside = ([low, high]: [number, number]) => Array.from(logSpaced(low, high, REFINE_RATES + 2)).slice(1, -1);
  for (let round = 0; round < REFINE_ROUNDS; round++) {
    // Minima of the same curvature are left at the same rate: each rate is computed once for all of them.
    const rates = [...new Set(brackets.flatMap((bracket) => (bracket ? inside(bracket) : [])))];
    if (rates.length === 0 || (round > 0 && rates.length > MANY_RATES)) break;
    const progress = part(options, round / REFINE_ROUNDS, (round + 1) / REFINE_ROUNDS);
    const { endings, counts } = await descendBy(method, { ...sweep, learningRates: rates }, engine, progress);
    const rows = new Map(rates.map((rate, row) => [rate, row]));
    brackets.forEach((bracket, m) => {
      if (!bracket) return;
      const tried = inside(bracket);
      const last = tried.findLast(
        (rate) => counts[rows.get(rate)! * endings.length + m] >= SHARE_THAT_COUNTS * sweep.starts.count,
      );
      if (last !== undefined) bracket[0] = last;
      bracket[1] = tried.find((rate) => rate > bracket[0]) ?? bracket[1];
    });
  }
  return brackets.map((bracket) => bracket && Math.sqrt(bracket[0] * bracket[1]));
}
