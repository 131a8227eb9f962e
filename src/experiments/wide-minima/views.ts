import { histogram as chart } from '../../charts/histogram';
import type { View } from '../view';
import { shownRate } from '../parameters/shown-rate';
import { allInHand, hurriedStarts } from './in-hand';
import { landscape } from './landscape';
import { outcomes } from './outcomes';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { RatedStarts, WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { basins, bifurcation } from './rasters';
import { rateTool } from './rate-tool';
import { schedule } from './schedule';
import { outcomesOf, shared, type Input } from './shared';

/** Where the runs that did not diverge ended: counted already while they ran. The rate in hand has its histograms too. */
const histogram: View<Parameters, Problem, Run, RatedStarts[]> = {
  title: 'Where descent ended',
  hint: 'One histogram for each learning rate: the share of starts that ended at each place.',
  invitation: 'Click a learning rate to take it in hand.',
  compute: ({ problem, run, parameters: p }, engine, options) =>
    allInHand(problem, run, { rate: shownRate(p), count: p.starts }, engine, options),
  hurry: async ({ problem, run, parameters: p }, engine, options) => {
    const hand = { rate: shownRate(p), count: hurriedStarts(problem, run) };
    const found = await allInHand(problem, run, hand, engine, options);
    return () => found;
  },
  data({ problem, run, computed, ui }: Input<RatedStarts[]>) {
    const { minima, methods } = problem;
    const rate = computed[0].run.learningRate;
    const listed = run.result.runs.map((one, i) => ({ run: one, histogram: run.histograms[i] }));
    const isListed = listed.some((one) => one.run.learningRate === rate);
    const { length } = problem.parameters.learningRates;
    const rows = methods.flatMap((_, i) => [
      ...(isListed ? [] : [computed[i]]),
      ...listed.slice(i * length, (i + 1) * length),
    ]);
    return {
      ...shared(
        problem,
        ui,
        rows.flatMap(({ histogram }) => histogram.seen),
      ),
      panels: rows.map(({ run, histogram: { bins, counts, totals, seen } }) => ({
        ...(methods.length > 1 && { optimizer: run.optimizer }),
        learningRate: run.learningRate,
        outcomes: outcomesOf(problem, seen),
        total: run.starts,
        bins,
        counts,
        totals,
        medianIterations: run.medianIterations,
      })),
      minima: minima.map(({ theta }) => theta),
      selected: rate,
      onPick: (panel: number) => ui.set('selectedRate', rows[panel].run.learningRate),
    };
  },
  chart,
  tools: ({ problem, ui }) => [rateTool(problem, ui.parameters)],
};

export const views = { landscape, schedule, histogram, outcomes, basins, bifurcation };
