import type { Buffers } from './buffers';

/** About the most numbers that kept iterates of one slice take. */
const MOST_NUMBERS = 2 ** 22;

/** Takes a kept iterate: its frame number and its numbers. */
export type TakeFrame = (frame: number, numbers: Float32Array) => void;

/** Iterates that are kept: consecutive frames. */
export interface Frames {
  readonly first: number;
  readonly count: number;
}

/**
 * Every n-th iterate is kept, as a frame. The frames of one slice are gathered on the GPU, and read when
 * the slice is through.
 */
export class KeptFrames {
  /** Room for the frames of one slice. */
  readonly buffer: GPUBuffer;
  private readonly most: number;

  /**
   * @param every how many iterations from one frame to the next; with 0 none is kept
   * @param last the number of the last iteration
   * @param numbers in a frame
   * @param take is given a frame's number and its numbers
   */
  constructor(
    private readonly device: GPUDevice,
    private readonly buffers: Buffers,
    private readonly every: number,
    last: number,
    readonly numbers: number,
    private readonly take: TakeFrame,
  ) {
    this.most = every > 0 ? Math.min(Math.floor(last / every) + 1, Math.max(1, Math.floor(MOST_NUMBERS / numbers))) : 0;
    // Kernels that fill it themselves bind it as vectors, and to have none is no reason to bind nothing.
    this.buffer = buffers.storage('frames', Math.max(4, this.most * numbers));
  }

  /** The frames of the iterations from `begin` up to but not including `end`. */
  within(begin: number, end: number): Frames {
    if (this.every === 0) return { first: 0, count: 0 };
    const first = Math.ceil(begin / this.every);
    return { first, count: Math.ceil(end / this.every) - first };
  }

  /** How many iterations a slice that begins at this one may make before there is no room for another frame. */
  mostFrom(begin: number): number {
    return this.every === 0 ? Infinity : (this.within(0, begin).count + this.most) * this.every - begin;
  }

  /** Appends keeping numbers, from the buffers' beginnings, as the frame at a place in `buffer`. */
  keep(encoder: GPUCommandEncoder, place: number, sources: readonly { buffer: GPUBuffer; words: number }[]): void {
    let at = place * this.numbers;
    for (const { buffer, words } of sources) {
      encoder.copyBufferToBuffer(buffer, 0, this.buffer, 4 * at, 4 * words);
      at += words;
    }
  }

  /** Appends the reading of a slice's frames; the result, to be called after the submission, hands them on. */
  read(encoder: GPUCommandEncoder, { first, count }: Frames): () => Promise<void> {
    if (count === 0) return () => this.device.queue.onSubmittedWorkDone();
    const read = this.buffers.copies(encoder, 'frames', [{ buffer: this.buffer, words: count * this.numbers }]);
    return async () => {
      const [words] = await read();
      for (let i = 0; i < count; i++)
        this.take(first + i, new Float32Array(words.buffer, 4 * i * this.numbers, this.numbers));
    };
  }
}
