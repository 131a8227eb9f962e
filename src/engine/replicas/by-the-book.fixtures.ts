import { STREAM_EXAMPLES } from '../../math/minibatch';
import { threefry } from '../../math/random';
import type { ReplicasTask } from '.';

/** The sheet's three points, and what else a task takes. */
export function replicasTask(change: Partial<ReplicasTask> = {}): ReplicasTask {
  return {
    curvatures: [1, 4, 9],
    gradients: [-2, -6, -12],
    start: 0.5,
    learningRates: [0.05],
    replicas: 1000,
    iterations: 200,
    batch: 1,
    replacement: true,
    seed: 1,
    stream: 0,
    every: 1,
    quantiles: [],
    ...change,
  };
}

/** All kept iterates of every run, run by run, as plainly as can be: high halves of products by BigInt, sets by a set. */
export function iteratesByTheBook(task: ReplicasTask): number[][][] {
  const { curvatures, gradients, learningRates, replicas, iterations, batch, replacement, seed, stream, every } = task;
  const count = curvatures.length;
  const draw = (run: number, number: number, below: number) => {
    const word = threefry([seed, STREAM_EXAMPLES + stream], [run, number >>> 1])[number % 2];
    return Number((BigInt(word) * BigInt(below)) >> 32n);
  };
  return learningRates.map((rate, i) =>
    Array.from({ length: replicas }, (_, replica) => {
      const run = i * replicas + replica;
      const kept = [task.start];
      let theta = task.start;
      for (let k = 0, number = 0; k < iterations; k++) {
        const drawn = new Set<number>();
        const all: number[] = [];
        for (let j = 0; j < batch; j++, number++) {
          const last = count - batch + j;
          let index = draw(run, number, replacement ? count : last + 1);
          if (!replacement && drawn.has(index)) index = last;
          drawn.add(index);
          all.push(index);
        }
        theta -= (rate / batch) * all.reduce((sum, index) => sum + curvatures[index] * theta + gradients[index], 0);
        if ((k + 1) % every === 0) kept.push(theta);
      }
      return kept;
    }),
  );
}

/** Mean, unbiased variance and fourth central moment. */
export function momentsOf(values: readonly number[]): { mean: number; variance: number; fourth: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const power = (p: number) => values.reduce((sum, value) => sum + (value - mean) ** p, 0);
  return { mean, variance: n > 1 ? power(2) / (n - 1) : 0, fourth: power(4) / n };
}
