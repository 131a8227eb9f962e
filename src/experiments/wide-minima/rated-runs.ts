import type { Engine, EngineInfo, RunOptions } from '../../engine/contract';
import { descend, type Starts } from '../../engine/descend';
import type { RatedHistogram, RatedRuns, WideMinimaProblem as Problem } from './problem';

/** Odd, so that minima at round numbers lie inside a bin and not on the edge of two. */
const HISTOGRAM_BINS = 151;

/** Gradient descent from every start at each of the learning rates, counted while it runs. */
export async function ratedRuns(
  { parameters: { low, high }, minima, task }: Problem,
  learningRates: readonly number[],
  starts: Starts,
  engine: Engine,
  options: RunOptions,
): Promise<{ engine: EngineInfo; rated: { run: RatedRuns; histogram: RatedHistogram }[] }> {
  const bins = { low, high, count: HISTOGRAM_BINS };
  const width = bins.count + 2;
  const M = minima.length;
  const descent = await engine.run(descend, { ...task, starts, learningRates, histogram: bins }, options);
  const rated = learningRates.map((learningRate, i) => {
    const counts = Array.from(descent.counts.subarray(i * (M + 2), (i + 1) * (M + 2)));
    return {
      run: {
        learningRate,
        starts: starts.count,
        converged: counts.slice(0, M),
        bounded: counts[M],
        diverged: counts[M + 1],
        medianIterations: descent.medianIterations[i],
      },
      histogram: {
        bins,
        counts: Array.from({ length: M + 1 }, (_, outcome) => {
          const first = (i * (M + 1) + outcome) * width;
          return descent.histogram!.subarray(first, first + width);
        }),
      },
    };
  });
  return { engine: descent.engine, rated };
}
