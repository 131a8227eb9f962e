import type { Engine, RunOptions } from '../../engine/contract';
import type { RatedHistogram, RatedRuns, WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { ratedRuns } from './rated-runs';

/** Where the starts end at the learning rate in hand. */
export interface InHand {
  run: RatedRuns;
  histogram: RatedHistogram;
}

/** Steps that an engine makes within a tenth of a second on a machine with two cores. */
const HURRIED_STEPS = { cpu: 2_500_000, other: 12_000_000 };

/** How many of the starts are descended from while a control is dragged: a fixed part on each engine. */
export function hurriedStarts({ parameters: { starts, iterations } }: Problem, { result }: Run): number {
  const steps = result.engine.kind === 'cpu' ? HURRIED_STEPS.cpu : HURRIED_STEPS.other;
  return Math.max(1, Math.min(starts, Math.floor(steps / iterations)));
}

/** What was computed last, of each problem: two pictures ask for the same. */
const last = new WeakMap<Problem, InHand>();

/** Descends from some of the starts at one rate; of a listed rate all is known already. */
export async function inHand(
  problem: Problem,
  run: Run,
  rate: number,
  count: number,
  engine: Engine,
  options: RunOptions,
): Promise<InHand> {
  const { runs } = run.result;
  const listed = runs.findIndex(({ learningRate }) => learningRate === rate);
  if (listed >= 0) return { run: runs[listed], histogram: run.histograms[listed] };
  const known = last.get(problem);
  if (known?.run.learningRate === rate && known.run.starts >= count) return known;
  const starts = { ...problem.task.starts, count };
  const found = (await ratedRuns(problem, [rate], starts, engine, options)).rated[0];
  last.set(problem, found);
  return found;
}
