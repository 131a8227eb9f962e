type Words = Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | ArrayBuffer;

/** The buffers of one run: made here, and destroyed together when it is over, however it ends. */
export class Buffers {
  private readonly made = new Set<GPUBuffer>();

  constructor(private readonly device: GPUDevice) {}

  /** Room for so many 32-bit words, all zero. */
  storage(label: string, words: number): GPUBuffer {
    return this.make(label, 4 * words, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST);
  }

  /** Room for the workgroups of a dispatch, which a shader decides on. */
  indirect(label: string): GPUBuffer {
    return this.make(label, 12, GPUBufferUsage.STORAGE | GPUBufferUsage.INDIRECT | GPUBufferUsage.COPY_DST);
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

  /**
   * Appends copies of words of buffers to the encoder, from word `from` on or from the first. The result, to be called after the submission,
   * gives the words, one array after the other, once the GPU is that far.
   */
  copies(encoder: GPUCommandEncoder, label: string, sources: readonly { buffer: GPUBuffer; words: number; from?: number }[]): () => Promise<Uint32Array[]> {
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
    return buffer;
  }
}
