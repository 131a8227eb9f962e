import type { Engine, RunOptions } from '../../engine/contract';
import { descend, type DescendResult, type DescendTask } from '../../engine/descend';
import { population, type PopulationResult, type PopulationTask } from '../../engine/population';
import { trace, type TraceResult } from '../../engine/trace';
import { part } from '../experiment';
import type { Method } from './methods';
import type { WideMinimaProblem as Problem } from './problem';

/** What is known of runs by whatever method. */
export type Descent = Omit<DescendResult, 'finals'>;

/** No more runs than these are told of one by one at once. */
const RUNS_AT_ONCE = 2 ** 22;

/** Descends with a method: plain descent by its fast kernel, everything else by the general one. */
export async function descendBy(
  method: Method,
  task: DescendTask,
  engine: Engine,
  options: RunOptions,
): Promise<Descent> {
  if (method.isPlain) return engine.run(descend, task, options);
  const { learningRates, starts } = task;
  const rates = Math.max(1, Math.floor(RUNS_AT_ONCE / starts.count));
  const parts: Descent[] = [];
  for (let from = 0; from < learningRates.length; from += rates) {
    const some = learningRates.slice(from, from + rates);
    const share = part(options, from / learningRates.length, (from + some.length) / learningRates.length);
    const whole = populationTask(method, { ...task, learningRates: some });
    parts.push(descentOf(await engine.run(population, whole, share), some.length, starts.count));
  }
  return parts.length === 1 ? parts[0] : joined(parts);
}

/** The same population for the general computation: the same starts in the same order, and the same numbers of endings. */
function populationTask(
  { name, coefficients, schedule }: Method,
  { starts, minima, elsewhere = [], level = [], histogram, density, ...task }: DescendTask,
): PopulationTask {
  const { objective, learningRates, iterations, tolerance, bound } = task;
  const { sampling, count, low, high, seed } = starts;
  const box = [{ low, high }];
  return {
    objective,
    optimizer: { name, coefficients },
    schedule,
    learningRates,
    starts: sampling === 'grid' ? { sampling, size: [count], box } : { sampling, count, box, seed },
    iterations,
    targets: minima.map((minimum) => [minimum]),
    elsewhere: elsewhere.map((place) => [place]),
    level: level.map((place) => [place]),
    tolerance,
    bound,
    observe: {
      map: true,
      ...(histogram && { histogram: [histogram] }),
      ...(density && { density: { bins: [density], last: density.last } }),
    },
  };
}

function descentOf(result: PopulationResult, rates: number, starts: number): Descent {
  const { engine, endings, counts, histogram, density } = result;
  const labels = result.labels!;
  const dates = Uint32Array.from(result.times!, Math.ceil);
  const medianIterations = Array.from({ length: rates }, (_, row) => {
    const [from, to] = [row * starts, (row + 1) * starts];
    const settled = dates.subarray(from, to).filter((_, i) => endings[labels[from + i]].outcome === 'converged');
    return settled.length === 0 ? null : settled.sort()[Math.ceil(settled.length / 2) - 1];
  });
  return { engine, endings, counts, histogram, density, labels, dates, medianIterations };
}

/** Descents at rates one after the other, as one. */
function joined(parts: readonly Descent[]): Descent {
  const all = <Values extends Uint32Array | Uint16Array>(of: (part: Descent) => Values | undefined) => {
    const arrays = parts.map(of);
    if (arrays.includes(undefined)) return undefined;
    const length = arrays.reduce((sum, array) => sum + array!.length, 0);
    const whole = new (arrays[0]!.constructor as new (length: number) => Values)(length);
    let at = 0;
    for (const array of arrays) {
      whole.set(array!, at);
      at += array!.length;
    }
    return whole;
  };
  return {
    ...parts[0],
    counts: all(({ counts }) => counts)!,
    histogram: all(({ histogram }) => histogram),
    density: all(({ density }) => density),
    labels: all(({ labels }) => labels),
    dates: all(({ dates }) => dates),
    medianIterations: parts.flatMap(({ medianIterations }) => medianIterations),
  };
}

/** The iterates of runs from a few starts at one rate, of which every n-th is kept. */
export async function follow(
  { task, parameters: { objective } }: Problem,
  method: Method,
  { learningRate, starts, every }: { learningRate: number; starts: readonly number[]; every: number },
  engine: Engine,
  options: RunOptions,
): Promise<Pick<TraceResult, 'iterates' | 'frames'>> {
  const { iterations, bound } = task;
  if (method.isPlain) return engine.run(trace, { objective, learningRate, starts, iterations, every, bound }, options);
  const at = Array.from({ length: Math.floor(iterations / every) + 1 }, (_, frame) => frame * every);
  const one = populationTask(method, { ...task, learningRates: [learningRate] });
  const points = starts.map((start) => [start]);
  const whole: PopulationTask = {
    ...one,
    starts: { sampling: 'points', points },
    observe: { frames: { count: starts.length, at } },
  };
  const { frames } = await engine.run(population, whole, options);
  return { iterates: frames!, frames: at.length };
}
