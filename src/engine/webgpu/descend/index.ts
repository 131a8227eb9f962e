import { abortable } from '../../abortable';
import { bucketOf, medianOfBuckets } from '../../../math/dates';
import { FOLLOWED } from '../../../math/outcomes';
import type { DescendResult, DescendTask } from '../../descend';
import { endingsIn, endingsOf, kindsIn } from '../../descend/endings';
import { GROUP, batches, mostGroups } from '../batches';
import { Buffers } from '../buffers';
import { DescendBatch } from './descend-batch';
import { compileDescend } from './programs';
import { infoOf, type Gpu } from '../device';
import { Records } from './records';
import { inSlices, type Progress } from '../slices';

/** Words of counts that are kept on the GPU at once; tasks that need more go through their learning rates in groups. */
const MOST_WORDS = 2 ** 24;

/** Batched gradient descent; see `DescendTask`. */
export async function compute(
  gpu: Gpu,
  task: DescendTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<DescendResult> {
  const programs = await abortable(compileDescend(gpu, task), signal);
  const rates = task.learningRates.length;
  const endings = endingsIn(task);
  const buckets = bucketOf(task.iterations) + 1;
  const histogramWords = task.histogram ? (kindsIn(task) - 1) * (task.histogram.count + 2) : 0;
  const densityWords = task.density ? task.density.count + 2 : 0;
  const wordsPerRate = endings + buckets + histogramWords + densityWords;

  const counts = new Uint32Array(rates * endings);
  const medianIterations: (number | null)[] = [];
  const histogram = task.histogram && new Uint32Array(rates * histogramWords);
  const density = task.density && new Uint32Array(rates * densityWords);
  const records = task.records ? new Records(rates, task.starts.count) : undefined;

  const ratesAtOnce = Math.max(1, Math.min(rates, Math.floor(MOST_WORDS / wordsPerRate)));
  for (let first = 0; first < rates; first += ratesAtOnce) {
    const some = task.learningRates.slice(first, first + ratesAtOnce);
    const words = {
      counts: some.length * endings,
      dates: some.length * buckets,
      histogram: some.length * histogramWords,
      density: some.length * densityWords,
    };
    const groupsPerRate = Math.ceil(task.starts.count / GROUP);
    const buffers = new Buffers(gpu.device);
    try {
      const batch = new DescendBatch(
        gpu.device,
        buffers,
        programs,
        { ...task, learningRates: some },
        {
          buckets,
          counts: buffers.storage('counts', words.counts),
          dates: buffers.storage('dates', words.dates),
          histogram: buffers.storage('histogram', words.histogram),
          density: buffers.storage('density', words.density),
        },
        mostGroups(some.length, groupsPerRate),
      );
      let results: ReturnType<DescendBatch['results']> | undefined;
      const slices = function* () {
        for (const range of batches(
          some.length,
          groupsPerRate,
          task.iterations + FOLLOWED,
          () => programs.pace.budget,
        )) {
          yield* batch.slices(range, records && ((thetas, marks) => records.add(first, range, thetas, marks)));
        }
        // Asked for while the last slice is still computed, so that the GPU does not wait for the page to ask.
        results = batch.results(words);
        results.catch(() => undefined);
      };
      await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);
      const read = await abortable(results!, signal);
      counts.set(read.counts, first * endings);
      for (let rate = 0; rate < some.length; rate++)
        medianIterations.push(medianOfBuckets(read.dates.subarray(rate * buckets, (rate + 1) * buckets)));
      histogram?.set(read.histogram, first * histogramWords);
      density?.set(read.density, first * densityWords);
    } finally {
      buffers.destroy();
    }
  }
  const engine = infoOf(gpu);
  return {
    engine,
    endings: endingsOf(task),
    counts,
    medianIterations,
    ...(histogram && { histogram }),
    ...(density && { density }),
    ...records?.arrays,
  };
}

/** The steps that the progress of a task is measured by. */
export function steps({ learningRates, starts, iterations, density }: DescendTask): number {
  return learningRates.length * Math.ceil(starts.count / GROUP) * GROUP * (iterations + (density?.last ?? 0));
}
