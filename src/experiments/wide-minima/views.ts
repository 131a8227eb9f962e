import { histogram as chart } from '../../charts/histogram';
import type { View } from '../view';
import { hurriedStarts, inHand, type InHand } from './in-hand';
import { landscape } from './landscape';
import { outcomes } from './outcomes';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { basins, bifurcation } from './rasters';
import { rateTool } from './rate-tool';
import { shared, shownRate, type Input } from './shared';

/** Where the runs that did not diverge ended: counted already while they ran. The rate in hand has its histogram too. */
const histogram: View<Parameters, Problem, Run, InHand> = {
  title: 'Where descent ended',
  room: 500,
  hint: 'One histogram for each learning rate: the share of starts that ended at each place.',
  invitation: 'Click a learning rate to take it in hand.',
  compute: ({ problem, run, parameters: p }, engine, options) =>
    inHand(problem, run, shownRate(p), p.starts, engine, options),
  hurry: async ({ problem, run, parameters: p }, engine, options) => {
    const found = await inHand(problem, run, shownRate(p), hurriedStarts(problem, run), engine, options);
    return () => found;
  },
  data({ problem, run, computed, ui }: Input<InHand>) {
    const { minima } = problem;
    const listed = run.result.runs.map((one, i) => ({ run: one, histogram: run.histograms[i] }));
    const selected = listed.findIndex((one) => one.run.learningRate === computed.run.learningRate);
    const rows = selected < 0 ? [computed, ...listed] : listed;
    return {
      ...shared(
        problem,
        ui,
        rows.flatMap(({ histogram }) => histogram.seen),
      ),
      panels: rows.map(({ run, histogram: { bins, counts, totals } }) => ({
        learningRate: run.learningRate,
        total: run.starts,
        bins,
        counts,
        totals,
        medianIterations: run.medianIterations,
      })),
      minima: minima.map(({ theta }) => theta),
      selected: Math.max(0, selected),
      onPick: (panel: number) => ui.set('selectedRate', rows[panel].run.learningRate),
    };
  },
  chart,
  tools: ({ problem, ui }) => [rateTool(problem, ui.parameters)],
};

export const views = { landscape, histogram, outcomes, basins, bifurcation };
