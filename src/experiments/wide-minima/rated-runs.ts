import type { Engine, EngineInfo, RunOptions } from '../../engine/contract';
import { descend, endingsAt, outcomesAt, type DescendResult, type Starts } from '../../engine/descend';
import { kindsAt, kindsIn } from '../../engine/descend/endings';
import { OUTCOMES } from '../../math/outcomes';
import type { RatedHistogram, RatedRuns, WideMinimaProblem as Problem } from './problem';

/** Odd, so that minima at round numbers lie inside a bin and not on the edge of two. */
const HISTOGRAM_BINS = 151;

/** Gradient descent from every start at each of the learning rates, counted while it runs. */
export async function ratedRuns(
  problem: Problem,
  learningRates: readonly number[],
  starts: Starts,
  engine: Engine,
  options: RunOptions,
): Promise<{ engine: EngineInfo; rated: { run: RatedRuns; histogram: RatedHistogram }[] }> {
  const { parameters, task } = problem;
  const bins = { low: parameters.low, high: parameters.high, count: HISTOGRAM_BINS };
  const width = bins.count + 2;
  const counted = kindsIn(task) - 1;
  const descent = await engine.run(descend, { ...task, starts, learningRates, histogram: bins }, options);
  const rated = learningRates.map((learningRate, i) => ({
    run: { learningRate, starts: starts.count, ...endsOf(problem, descent, i) },
    histogram: {
      bins,
      counts: Array.from({ length: counted }, (_, outcome) => {
        const first = (i * counted + outcome) * width;
        return descent.histogram!.subarray(first, first + width);
      }),
      totals: kindsAt(descent, task, i),
      seen: endingsAt(descent, i),
    },
  }));
  return { engine: descent.engine, rated };
}

/** What became of the runs at the learning rate number `row`. */
function endsOf(
  { minima, elsewhere }: Problem,
  descent: DescendResult,
  row: number,
): Omit<RatedRuns, 'learningRate' | 'starts'> {
  const endings = endingsAt(descent, row);
  const counts = outcomesAt(descent, row);
  const first = row * descent.endings.length;
  const { converged, diverged } = counts;
  return {
    converged: Array.from(descent.counts.subarray(first, first + minima.length)),
    counts,
    falling: endings.find(({ isFalling }) => isFalling)?.count ?? 0,
    periods: Object.fromEntries(endings.flatMap(({ period, count }) => (period ? [[period, count]] : []))),
    elsewhere: endings.flatMap(({ outcome, place, count }) =>
      outcome === 'elsewhere' ? [{ at: elsewhere[place!], count }] : [],
    ),
    diverged,
    bounded: OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], -converged - diverged),
    medianIterations: descent.medianIterations[row],
  };
}
