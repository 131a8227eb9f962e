import { countOf, variablesOf, type PopulationTask } from '../../population';
import { QUAD, quadsPerRate, type Batch, type PopulationBatch } from './batch';

/** The results of every single run, put together from batches. */
export class Records {
  readonly arrays: { labels?: Uint16Array; times?: Float32Array; finals?: Float32Array };
  private readonly starts: number;
  private readonly variables: number;

  constructor(private readonly task: PopulationTask) {
    const { map, finals } = task.observe!;
    this.starts = countOf(task);
    this.variables = variablesOf(task);
    const runs = task.learningRates.length * this.starts;
    this.arrays = {
      ...(map && { labels: new Uint16Array(runs), times: new Float32Array(runs) }),
      ...(finals && { finals: new Float32Array(runs * this.variables) }),
    };
  }

  /** How many buffers it reads. */
  get length(): number {
    return (this.arrays.labels ? 2 : 0) + (this.arrays.finals ? 1 : 0);
  }

  sources({ marks, times, thetas }: PopulationBatch, { quads }: Batch): { buffer: GPUBuffer; words: number }[] {
    const words = QUAD * quads;
    return [
      ...(this.arrays.labels
        ? [
            { buffer: marks, words },
            { buffer: times, words },
          ]
        : []),
      ...(this.arrays.finals ? [{ buffer: thetas, words: words * this.variables }] : []),
    ];
  }

  /** Takes what was read of a batch: with the last quad of each rate filled up. */
  take(arrays: readonly Uint32Array[], batch: Batch): void {
    const { labels, times, finals } = this.arrays;
    const floats = (words: Uint32Array) => new Float32Array(words.buffer, words.byteOffset, words.length);
    const iterates = finals && floats(arrays[labels ? 2 : 0]);
    const seconds = labels && floats(arrays[1]);
    const perRate = quadsPerRate(this.task);
    for (let quad = 0; quad < batch.quads;) {
      const within = (batch.quad + quad) % perRate;
      const quads = Math.min(batch.quads - quad, perRate - within);
      const rate = batch.rate + Math.floor((batch.quad + quad) / perRate);
      const [from, first] = [quad * QUAD, within * QUAD];
      const count = Math.min(quads * QUAD, this.starts - first);
      const to = rate * this.starts + first;
      labels?.set(arrays[0].subarray(from, from + count), to);
      times?.set(seconds!.subarray(from, from + count), to);
      for (let v = 0; iterates && v < this.variables; v++)
        for (let i = 0; i < count; i++)
          finals[(to + i) * this.variables + v] = iterates[v * batch.quads * QUAD + from + i];
      quad += quads;
    }
  }
}
