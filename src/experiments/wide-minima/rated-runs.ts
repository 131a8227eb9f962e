import type { Engine, EngineInfo, RunOptions } from '../../engine/contract';
import { endingsAt, outcomesAt, type Starts } from '../../engine/descend';
import { kindsAt, kindsIn } from '../../engine/descend/endings';
import { OUTCOMES } from '../../math/outcomes';
import { descendBy, type Descent } from './descents';
import type { Method } from './methods';
import type { RatedRuns, RatedStarts, WideMinimaProblem as Problem } from './problem';

/** Odd, so that minima at round numbers lie inside a bin and not on the edge of two. */
const HISTOGRAM_BINS = 151;

/** Descent from every start at each of the learning rates, counted while it runs. */
export async function ratedRuns(
  problem: Problem,
  method: Method,
  learningRates: readonly number[],
  starts: Starts,
  engine: Engine,
  options: RunOptions,
): Promise<{ engine: EngineInfo; rated: RatedStarts[] }> {
  const { parameters, task } = problem;
  const bins = { low: parameters.low, high: parameters.high, count: HISTOGRAM_BINS };
  const width = bins.count + 2;
  const counted = kindsIn(task) - 1;
  const descent = await descendBy(method, { ...task, starts, learningRates, histogram: bins }, engine, options);
  const rated = learningRates.map((learningRate, i) => ({
    run: { optimizer: method.text, learningRate, starts: starts.count, ...endsOf(problem, descent, i) },
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
  descent: Descent,
  row: number,
): Omit<RatedRuns, 'optimizer' | 'learningRate' | 'starts'> {
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
