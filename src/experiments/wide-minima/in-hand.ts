import type { Engine, RunOptions } from '../../engine/contract';
import { part } from '../experiment';
import type { RatedStarts, WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { ratedRuns } from './rated-runs';

/** Steps of plain descent that an engine makes, with what is drawn of them, within a tenth of a second on a machine with two cores. */
const HURRIED_STEPS = { cpu: 1_500_000, other: 12_000_000 };
/** How many of them one step of any other method takes. */
const OTHER_METHOD = 4;

/** How many of the starts are descended from while a control is dragged: a fixed part on each engine. */
export function hurriedStarts({ parameters: { starts, iterations }, methods }: Problem, { result }: Run): number {
  const steps = result.engine.kind === 'cpu' ? HURRIED_STEPS.cpu : HURRIED_STEPS.other;
  const cost = methods.reduce((sum, { isPlain }) => sum + (isPlain ? 1 : OTHER_METHOD), 0);
  return Math.max(1, Math.min(starts, Math.floor(steps / cost / iterations)));
}

/** What was computed last, of each problem and method: two pictures ask for the same. */
const last = new WeakMap<Problem, Map<number, RatedStarts>>();

/** A learning rate, the number of a method, and how many starts are descended from. */
interface Hand {
  rate: number;
  method: number;
  count: number;
}

/** Where at least so many starts end, if it is known: the rate is a listed one, or was counted last. */
export function knownInHand(problem: Problem, run: Run, { rate, method, count }: Hand): RatedStarts | undefined {
  const { learningRates } = problem.parameters;
  const listed = learningRates.indexOf(rate);
  if (listed >= 0) {
    const row = method * learningRates.length + listed;
    return { run: run.result.runs[row], histogram: run.histograms[row] };
  }
  const known = last.get(problem)?.get(method);
  return known?.run.learningRate === rate && known.run.starts >= count ? known : undefined;
}

/** Where the starts end at the learning rate in hand, computed unless it is known. */
export async function inHand(
  problem: Problem,
  run: Run,
  hand: Hand,
  engine: Engine,
  options: RunOptions,
): Promise<RatedStarts> {
  const known = knownInHand(problem, run, hand);
  if (known) return known;
  const { rate, method, count } = hand;
  const starts = { ...problem.task.starts, count };
  const [found] = (await ratedRuns(problem, problem.methods[method], [rate], starts, engine, options)).rated;
  if (!last.has(problem)) last.set(problem, new Map());
  last.get(problem)!.set(method, found);
  return found;
}

/** The same with each of the optimizers. */
export async function allInHand(
  problem: Problem,
  run: Run,
  { rate, count }: { rate: number; count: number },
  engine: Engine,
  options: RunOptions,
): Promise<RatedStarts[]> {
  const { length } = problem.methods;
  const found: RatedStarts[] = [];
  for (let method = 0; method < length; method++) {
    const share = part(options, method / length, (method + 1) / length);
    found.push(await inHand(problem, run, { rate, method, count }, engine, share));
  }
  return found;
}
