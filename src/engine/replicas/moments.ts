import type { EngineInfo } from '../contract';
import { BINS, quantileOf } from './bins';
import { centered, framesOf } from './centered';
import { CHUNK, type ReplicasResult, type ReplicasTask } from './task';

/** Numbers that are summed of each chunk and kept iterate: the powers 1 to 4 of the distance from the reference, and how many have diverged. */
export const SUMS = 5;
/** With the least and the greatest of these distances behind them. */
export const NUMBERS = SUMS + 2;

/** Chunks of each learning rate. */
export const chunksPerRate = ({ replicas }: Pick<ReplicasTask, 'replicas'>): number => Math.ceil(replicas / CHUNK);

/** Puts the result together from the sums of chunks, always in the same order, and from counts. */
export class Moments {
  readonly #task: ReplicasTask;
  readonly #frames: number;
  /** Rows x sums, a row for each learning rate and kept iterate. */
  readonly #totals: Float64Array;
  /** The least and the greatest distance of each row. */
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;
  /** Rows x bins; empty where no quantiles are wanted. */
  readonly counts: Uint32Array;

  constructor(task: ReplicasTask) {
    this.#task = task;
    this.#frames = framesOf(task);
    const rows = task.learningRates.length * this.#frames;
    this.#totals = new Float64Array(rows * SUMS);
    this.#least = new Float64Array(rows).fill(Infinity);
    this.#greatest = new Float64Array(rows).fill(-Infinity);
    this.counts = new Uint32Array(task.quantiles.length > 0 ? rows * BINS : 0);
  }

  /** Adds the numbers of a chunk at a kept iterate, which stand in `numbers` from number `from` on. */
  add(chunk: number, frame: number, numbers: ArrayLike<number>, from: number): void {
    const row = Math.floor(chunk / chunksPerRate(this.#task)) * this.#frames + frame;
    for (let power = 0; power < SUMS; power++) this.#totals[row * SUMS + power] += numbers[from + power];
    this.#least[row] = Math.min(this.#least[row], numbers[from + SUMS]);
    this.#greatest[row] = Math.max(this.#greatest[row], numbers[from + SUMS + 1]);
  }

  result(engine: EngineInfo): ReplicasResult {
    const { replicas, quantiles } = this.#task;
    const { center, scale, references } = centered(this.#task);
    const rows = references.length;
    const sum = (row: number, power: number) => this.#totals[row * SUMS + power - 1];
    const variances = new Float64Array(rows);
    const fourths = new Float64Array(rows);
    const means = references.map((reference, row) => {
      const shift = sum(row, 1) / replicas;
      const [second, third, fourth] = [2, 3, 4].map((power) => sum(row, power) / replicas);
      const variance = Math.max(0, second - shift ** 2);
      variances[row] = replicas > 1 ? scale ** 2 * variance * (replicas / (replicas - 1)) : 0;
      fourths[row] = scale ** 4 * Math.max(0, fourth - 4 * shift * third + 6 * shift ** 2 * second - 3 * shift ** 4);
      return center + scale * (reference + shift);
    });
    return {
      engine,
      frames: this.#frames,
      means,
      variances,
      fourths,
      quantiles: Float64Array.from({ length: rows * quantiles.length }, (_, i) => {
        const row = Math.floor(i / quantiles.length);
        const counts = this.counts.subarray(row * BINS, (row + 1) * BINS);
        // A bin is wider than what lies in it.
        const away = quantileOf(counts, replicas, quantiles[i % quantiles.length]);
        const within = Math.max(this.#least[row], Math.min(this.#greatest[row], away));
        return center + scale * (references[row] + within);
      }),
      diverged: Uint32Array.from({ length: rows }, (_, row) => sum(row, SUMS)),
    };
  }
}
