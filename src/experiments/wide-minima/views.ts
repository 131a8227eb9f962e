import { histogram as chart } from '../../charts/histogram';
import type { View } from '../view';
import { landscape } from './landscape';
import { outcomes } from './outcomes';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { basins, bifurcation } from './rasters';
import { shared, shownRate, type Input } from './shared';

/** Where the runs that did not diverge ended: counted already while they ran. */
const histogram: View<Parameters, Problem, Run> = {
  title: 'Where descent ended',
  room: 500,
  hint: 'One histogram for each learning rate: the share of starts that ended at each place.',
  invitation: 'Click a learning rate to see its population above.',
  data({ problem, run: { result, histogram }, ui }: Input) {
    const { minima } = problem;
    const { learningRates } = result.parameters;
    const width = histogram.bins.count + 2;
    const selected = learningRates.indexOf(shownRate(ui.parameters));
    return {
      ...shared(problem, ui),
      panels: result.runs.map((run, i) => ({
        learningRate: run.learningRate,
        total: run.starts,
        bins: histogram.bins,
        counts: Array.from({ length: minima.length + 1 }, (_, outcome) => {
          const first = (i * (minima.length + 1) + outcome) * width;
          return histogram.counts.subarray(first, first + width);
        }),
        totals: [...run.converged, run.bounded, run.diverged],
        medianIterations: run.medianIterations,
      })),
      minima: minima.map(({ theta }) => theta),
      selected: selected < 0 ? undefined : selected,
      onPick: (panel: number) => ui.set('selectedRate', learningRates[panel]),
    };
  },
  chart,
};

export const views = { landscape, histogram, outcomes, basins, bifurcation };
