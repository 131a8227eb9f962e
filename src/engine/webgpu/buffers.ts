import { inChunks, type SliceOptions } from '../../math/in-slices';
import type { Samples } from '../contract';
import { noteBuffer } from './device';

type Words = Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | ArrayBuffer;

/** Numbers that are handed over at once: more would hold the page up, and take memory. */
const PIECE = 2 ** 18;

/** The buffers of one run: made here, and destroyed together when it is over, however it ends. */
export class Buffers {
  private readonly made = new Set<GPUBuffer>();

  constructor(private readonly device: GPUDevice) {}

  /** Room for this many 32-bit words, all zero. */
  storage(label: string, words: number): GPUBuffer {
    return this.make(label, 4 * words, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST);
  }

  /** Room for the workgroups of a dispatch, which a shader decides on, and perhaps for more words. */
  indirect(label: string, words = 3): GPUBuffer {
    const { STORAGE, INDIRECT, COPY_SRC, COPY_DST } = GPUBufferUsage;
    return this.make(label, 4 * words, STORAGE | INDIRECT | COPY_SRC | COPY_DST);
  }

  /** A storage buffer that holds the data. */
  data(label: string, data: Words): GPUBuffer {
    const buffer = this.make(label, data.byteLength, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST);
    this.device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  }

  /** A uniform buffer that holds the struct; `write` changes it between two submissions. */
  uniform(label: string, struct: ArrayBuffer): GPUBuffer {
    const buffer = this.make(label, struct.byteLength, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
    this.write(buffer, struct);
    return buffer;
  }

  /** @param offset in bytes */
  write(buffer: GPUBuffer, data: Words, offset = 0): void {
    this.device.queue.writeBuffer(buffer, offset, data);
  }

  /** Writes many numbers, as float32, and lets the page live meanwhile. */
  async writeSamples(buffer: GPUBuffer, samples: Samples, offset: number, options: SliceOptions): Promise<void> {
    const piece = new Float32Array(Math.min(PIECE, samples.length));
    const write = (from: number, to: number) => {
      piece.set(samples.subarray(from, to));
      this.write(buffer, piece.subarray(0, to - from), offset + 4 * from);
    };
    await inChunks(samples.length, write, options, PIECE);
  }

  /** Reads the first numbers of a buffer, many of them, and lets the page live meanwhile. */
  async readSamples(label: string, buffer: GPUBuffer, count: number): Promise<Float32Array> {
    const samples = new Float32Array(count);
    const staging = this.make(label, 4 * Math.min(count, PIECE), GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
    for (let from = 0; from < count; from += PIECE) {
      const bytes = 4 * Math.min(PIECE, count - from);
      const encoder = this.device.createCommandEncoder({ label });
      encoder.copyBufferToBuffer(buffer, 4 * from, staging, 0, bytes);
      this.device.queue.submit([encoder.finish()]);
      await staging.mapAsync(GPUMapMode.READ);
      samples.set(new Float32Array(staging.getMappedRange(0, bytes)), from);
      staging.unmap();
    }
    this.free(staging);
    return samples;
  }

  /**
   * Appends copies of words of buffers to the encoder, from word `from` on or from the first. The result, to be called after the submission,
   * gives the words, one array after the other, once the GPU is that far.
   */
  copies(
    encoder: GPUCommandEncoder,
    label: string,
    sources: readonly { buffer: GPUBuffer; words: number; from?: number }[],
  ): () => Promise<Uint32Array[]> {
    const total = sources.reduce((sum, { words }) => sum + words, 0);
    const staging = this.make(label, 4 * total, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
    let offset = 0;
    for (const { buffer, words, from = 0 } of sources) {
      encoder.copyBufferToBuffer(buffer, 4 * from, staging, 4 * offset, 4 * words);
      offset += words;
    }
    return async () => {
      await staging.mapAsync(GPUMapMode.READ);
      const all = new Uint32Array(staging.getMappedRange().slice(0));
      this.free(staging);
      let first = 0;
      return sources.map(({ words }) => all.subarray(first, (first += words)));
    };
  }

  destroy(): void {
    for (const buffer of this.made) buffer.destroy();
    this.made.clear();
  }

  private free(buffer: GPUBuffer): void {
    this.made.delete(buffer);
    buffer.destroy();
  }

  private make(label: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    // An empty buffer cannot be bound. No buffer is longer than asked for: shaders read lengths from them.
    const buffer = this.device.createBuffer({ label, size: Math.max(4, bytes), usage });
    this.made.add(buffer);
    noteBuffer(bytes);
    return buffer;
  }
}
