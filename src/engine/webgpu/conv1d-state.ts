import type { Conv1dDescentTask } from '../contract';
import type { Buffers } from './buffers';
import { BLOCK, packTaps, TILE_BLOCKS, type Layout } from './conv1d-layout';
import { shaders } from './conv1d-programs';
import { packStruct } from './structs';

/** Kept iterates of one slice take at most about so many numbers. */
const MOST_FRAME_NUMBERS = 2 ** 22;

/** Takes a kept iterate: its frame number and its n numbers. */
export type TakeFrame = (frame: number, values: Float32Array) => void;

/** What a descent has on the GPU, whichever kernel computes it. */
export class ConvolutionState {
  readonly taps: GPUBuffer;
  readonly problem: GPUBuffer;
  readonly observed: GPUBuffer;
  readonly rates: GPUBuffer;
  /** Rates x `xStride` blocks. */
  readonly x: GPUBuffer;
  /** Iterates x rates: the objective. */
  readonly losses: GPUBuffer;
  /** Kept iterates of one slice, each filled up to whole tiles. */
  readonly frames: GPUBuffer;
  /** How many iterates a slice may keep. */
  readonly mostFrames: number;

  constructor(
    readonly device: GPUDevice,
    readonly buffers: Buffers,
    readonly task: Conv1dDescentTask,
    readonly layout: Layout,
    private readonly take: TakeFrame,
  ) {
    const { learningRates, iterations, every } = task;
    const rates = learningRates.length;
    const { length, tiles, xStride } = layout;
    this.taps = buffers.uniform('filter', packTaps(task.taps));
    this.problem = buffers.uniform('problem', packProblem(task, layout));
    this.rates = buffers.data('learning rates', Float32Array.from(learningRates));
    this.observed = buffers.storage('observed', BLOCK * TILE_BLOCKS * tiles);
    this.x = buffers.storage('x', BLOCK * xStride * rates);
    this.losses = buffers.storage('objective', rates * (iterations + 1));
    this.mostFrames = every > 0 ? Math.min(Math.floor(iterations / every) + 1, Math.max(1, Math.floor(MOST_FRAME_NUMBERS / length))) : 0;
    this.frames = buffers.storage('frames', Math.max(BLOCK, this.mostFrames * this.frameNumbers));
  }

  /** Hands over the observation and the start; to be waited for before anything is computed. */
  async load(signal: AbortSignal | undefined): Promise<void> {
    const { buffers, layout, task: { observed, initial, learningRates } } = this;
    await buffers.writeSamples(this.observed, observed, 0, { signal });
    if (!initial) return;
    for (let rate = 0; rate < learningRates.length; rate++) await buffers.writeSamples(this.x, initial, 4 * BLOCK * layout.xStride * rate, { signal });
  }

  /** Numbers from one kept iterate to the next. */
  get frameNumbers(): number {
    return BLOCK * TILE_BLOCKS * this.layout.tiles;
  }

  /** The iterates from `begin` up to but not including `end` that are kept: the first one's frame number, and how many. */
  framesWithin(begin: number, end: number): { first: number; count: number } {
    const { every } = this.task;
    if (every === 0) return { first: 0, count: 0 };
    const first = Math.ceil(begin / every);
    return { first, count: Math.ceil(end / every) - first };
  }

  /** The iterate up to which a slice that begins at this one may go before `frames` is full. */
  mostIterates(begin: number): number {
    const { every } = this.task;
    return every === 0 ? Infinity : (this.framesWithin(0, begin).count + this.mostFrames) * every - begin;
  }

  /** Appends the reading of the kept iterates of a slice; the result, to be called after the submission, hands them on. */
  readFrames(encoder: GPUCommandEncoder, { first, count }: { first: number; count: number }): () => Promise<void> {
    const { device, buffers, frameNumbers, layout } = this;
    if (count === 0) return () => device.queue.onSubmittedWorkDone();
    const read = buffers.copies(encoder, 'frames', [{ buffer: this.frames, words: count * frameNumbers }]);
    return async () => {
      const [words] = await read();
      for (let i = 0; i < count; i++) this.take(first + i, new Float32Array(words.buffer, 4 * i * frameNumbers, layout.length));
    };
  }

  /** The objective, iterates x rates, and the first rate's x from its buffer. */
  async results(x: GPUBuffer | undefined): Promise<{ losses: Float32Array; x?: Float32Array }> {
    const { buffers, task, layout } = this;
    const losses = await buffers.readSamples('objective', this.losses, task.learningRates.length * (task.iterations + 1));
    return { losses, x: x && (await buffers.readSamples('last iterate', x, layout.length)) };
  }
}

function packProblem({ ridge, loss, bound, learningRates }: Conv1dDescentTask, layout: Layout): ArrayBuffer {
  return packStruct(shaders.objective, 'Problem', {
    rows: layout.rows,
    tap_blocks: layout.tapBlocks,
    x_stride: layout.xStride,
    y_stride: layout.yStride,
    tiles: layout.tiles,
    rates: learningRates.length,
    ridge,
    ridge_weight: Math.sqrt(ridge / 2),
    // A little beyond, so that rounding does not bring it back. Where no single number is beyond, the sum still may be.
    largest_residual: 1.01 * (loss === 'huber' && bound > 0.5 ? bound + 0.5 : Math.sqrt(2 * bound)),
    largest_weighted: 1.01 * Math.sqrt(bound),
  });
}
