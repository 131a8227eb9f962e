import { VALUE_BUCKETS, valueOfBucket } from '../../../math/value-buckets';
import { countOf, variablesOf, type PopulationTask } from '../../population';
import { workgroups } from '../batches';
import type { Buffers } from '../buffers';
import { packStruct } from '../structs';
import { QUAD, quadsPerRate, type Batch, type PopulationBatch, type Stops } from './batch';
import { shaders, type PopulationPrograms } from './programs';

/** Where the first runs are at some iterations, copied as a batch comes there. */
export class Frames {
  /** Rates x iterations x runs x variables. */
  readonly numbers: Float32Array;
  private readonly at: readonly number[];
  private readonly count: number;
  private readonly variables: number;
  private readonly kept: GPUBuffer;
  /** What the present batch has kept, as it lies in `kept`. */
  private pieces: { rate: number; frame: number; variable: number; first: number; count: number }[] = [];

  constructor(
    buffers: Buffers,
    private readonly task: PopulationTask,
    private readonly memory: PopulationBatch,
    mostQuads: number,
  ) {
    const { at, count } = task.observe!.frames!;
    this.at = at;
    this.count = count;
    this.variables = variablesOf(task);
    const rates = Math.ceil(mostQuads / quadsPerRate(task)) + 1;
    this.numbers = new Float32Array(task.learningRates.length * at.length * count * this.variables);
    this.kept = buffers.storage('frames', Math.min(rates * count, QUAD * mostQuads) * at.length * this.variables);
  }

  begin(): void {
    this.pieces = [];
  }

  next(from: number): number {
    return this.at.find((iteration) => iteration >= from) ?? Infinity;
  }

  encode(encoder: GPUCommandEncoder, batch: Batch, iteration: number): void {
    const frame = this.at.indexOf(iteration);
    if (frame < 0) return;
    const perRate = quadsPerRate(this.task);
    for (let quad = 0; quad < batch.quads;) {
      const rate = batch.rate + Math.floor((batch.quad + quad) / perRate);
      const within = (batch.quad + quad) % perRate;
      const quads = Math.min(batch.quads - quad, perRate - within);
      const first = within * QUAD;
      const count = Math.min(this.count - first, quads * QUAD);
      for (let variable = 0; variable < this.variables && count > 0; variable++) {
        const from = (variable * batch.quads + quad) * QUAD;
        encoder.copyBufferToBuffer(this.memory.thetas, 4 * from, this.kept, 4 * this.words, 4 * count);
        this.pieces.push({ rate, frame, variable, first, count });
      }
      quad += quads;
    }
  }

  /** What the batch has kept. */
  get source(): { buffer: GPUBuffer; words: number } {
    return { buffer: this.kept, words: this.words };
  }

  take(words: Uint32Array, pieces = this.pieces): void {
    const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
    let from = 0;
    for (const { rate, frame, variable, first, count } of pieces) {
      const row = (rate * this.at.length + frame) * this.count + first;
      for (let i = 0; i < count; i++) this.numbers[(row + i) * this.variables + variable] = floats[from + i];
      from += count;
    }
  }

  /** To be taken once they are read. */
  get present() {
    return this.pieces;
  }

  private get words(): number {
    return this.pieces.reduce((sum, { count }) => sum + count, 0);
  }
}

/** Quantiles of the losses of whole learning rates at some iterations. */
export class Losses {
  /** Rates x iterations x quantiles. */
  readonly numbers: Float64Array;
  private readonly at: readonly number[];
  private readonly quantiles: number;
  private readonly buckets: GPUBuffer;
  private readonly found: GPUBuffer;
  private readonly counting: GPUBindGroup;
  private readonly finding: GPUBindGroup[];

  constructor(
    buffers: Buffers,
    private readonly task: PopulationTask,
    private readonly programs: PopulationPrograms,
    { slice, rates, thetas, marks }: PopulationBatch,
    private readonly ratesAtOnce: number,
  ) {
    const { at, quantiles } = task.observe!.losses!;
    const starts = countOf(task);
    this.at = at;
    this.quantiles = quantiles.length;
    this.numbers = new Float64Array(task.learningRates.length * at.length * quantiles.length);
    this.buckets = buffers.storage('buckets of losses', ratesAtOnce * VALUE_BUCKETS);
    this.found = buffers.storage('quantiles', at.length * ratesAtOnce * quantiles.length);
    const { buckets, found } = this;
    const wanted = buffers.data(
      'wanted',
      Uint32Array.from(quantiles, (share) => Math.max(1, Math.ceil(share * starts))),
    );
    this.counting = programs.losses!.bind({ slice, rates, thetas, marks, buckets });
    this.finding = at.map((_, moment) =>
      programs.quantiles!.bind({
        rows: buffers.uniform(
          'rows',
          packStruct(shaders.quantiles, 'Rows', {
            quantiles: this.quantiles,
            offset: moment * ratesAtOnce * this.quantiles,
          }),
        ),
        buckets,
        wanted,
        found,
      }),
    );
  }

  next(from: number): number {
    return this.at.find((iteration) => iteration >= from) ?? Infinity;
  }

  encode(encoder: GPUCommandEncoder, batch: Batch, iteration: number): void {
    const moment = this.at.indexOf(iteration);
    if (moment < 0) return;
    encoder.clearBuffer(this.buckets);
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.programs.losses!.pipeline);
    pass.setBindGroup(0, this.counting);
    pass.dispatchWorkgroups(workgroups(QUAD * batch.quads));
    pass.setPipeline(this.programs.quantiles!.pipeline);
    pass.setBindGroup(0, this.finding[moment]);
    pass.dispatchWorkgroups(this.ratesAtOnce);
    pass.end();
  }

  get source(): { buffer: GPUBuffer; words: number } {
    return { buffer: this.found, words: this.at.length * this.ratesAtOnce * this.quantiles };
  }

  take(words: Uint32Array, { rate, quads }: Batch): void {
    const rates = quads / quadsPerRate(this.task);
    for (let moment = 0; moment < this.at.length; moment++)
      for (let r = 0; r < rates; r++)
        for (let q = 0; q < this.quantiles; q++)
          this.numbers[((rate + r) * this.at.length + moment) * this.quantiles + q] = valueOfBucket(
            words[(moment * this.ratesAtOnce + r) * this.quantiles + q],
          );
  }
}

/** Everything that wants to see the runs between slices. */
export function stopsOf(observers: readonly Stops[]): Stops {
  return {
    next: (from) => Math.min(Infinity, ...observers.map((observer) => observer.next(from))),
    encode: (encoder, batch, iteration) => {
      for (const observer of observers) observer.encode(encoder, batch, iteration);
    },
  };
}
