import { drawBatch, Draws, STREAM_EXAMPLES } from '../../../math/minibatch';
import { BINS, binOf } from '../../replicas/bins';
import { BOUND, centered, framesOf } from '../../replicas/centered';
import { chunksPerRate, NUMBERS, SUMS } from '../../replicas/moments';
import type { ReplicasTask } from '../../replicas';
import { CHUNK } from '../../replicas/task';
import type { WorkerKernel } from '../worker-kernel';
import type { ReplicasPart } from './plan';

/** Examples that are drawn between two chances to pause. */
const DRAWS_BETWEEN_PAUSES = 16_384;

/** Minibatch descent of many replicas, in float64: the definition of `replicas`. An item is a chunk of replicas. */
export const replicas: WorkerKernel<ReplicasTask, ReplicasPart> = {
  *run(task, from, to) {
    const { learningRates, replicas: count, iterations, every, replacement, seed, stream, quantiles } = task;
    const { start, rates, curvatures, noises, references } = centered(task);
    const frames = framesOf(task);
    const perRate = chunksPerRate(task);
    const draws = new Draws(seed, STREAM_EXAMPLES + stream);
    const batch = new Uint32Array(task.batch);
    const numbers = new Float64Array((to - from) * frames * NUMBERS);
    const counts = new Uint32Array(quantiles.length > 0 ? learningRates.length * frames * BINS : 0);
    let drawn = 0;
    for (let chunk = from; chunk < to; chunk++) {
      const rate = Math.floor(chunk / perRate);
      const first = (chunk % perRate) * CHUNK;
      const last = Math.min(count, first + CHUNK);
      for (let replica = first; replica < last; replica++) {
        draws.begin(rate * count + replica);
        let distance = start;
        for (let k = 0; ; k++) {
          if (k % every === 0) {
            const row = rate * frames + k / every;
            const away = distance - references[row];
            const at = ((chunk - from) * frames + k / every) * NUMBERS;
            for (let power = 0, product = away; power < SUMS - 1; power++, product *= away)
              numbers[at + power] += product;
            if (!(Math.abs(distance) <= BOUND)) numbers[at + SUMS - 1]++;
            const isFirst = replica === first;
            if (isFirst || away < numbers[at + SUMS]) numbers[at + SUMS] = away;
            if (isFirst || away > numbers[at + SUMS + 1]) numbers[at + SUMS + 1] = away;
            if (counts.length > 0) counts[row * BINS + binOf(away)]++;
          }
          if (k === iterations) break;
          drawBatch(draws, curvatures.length, replacement, batch);
          let curvature = 0;
          let noise = 0;
          for (let i = 0; i < batch.length; i++) {
            curvature += curvatures[batch[i]];
            noise += noises[batch[i]];
          }
          // A run that is beyond the bound stays where it is.
          if (Math.abs(distance) <= BOUND) distance -= (rates[rate] / batch.length) * (curvature * distance + noise);
        }
        drawn += iterations * batch.length;
        if (drawn < DRAWS_BETWEEN_PAUSES) continue;
        drawn = 0;
        yield (chunk - from + (replica - first) / (last - first)) / (to - from);
      }
    }
    return { chunks: to - from, numbers, counts };
  },

  transfer: ({ numbers, counts }) => [numbers.buffer as ArrayBuffer, counts.buffer as ArrayBuffer],
};
