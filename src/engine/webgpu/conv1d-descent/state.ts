import type { Conv1dDescentTask } from '../../conv1d-descent';
import type { Buffers } from '../buffers';
import { BLOCK, packTaps, TILE_BLOCKS, type Layout } from '../conv1d/layout';
import { shaders } from '../conv1d/programs';
import { KeptFrames, type TakeFrame } from '../kept-frames';
import { packStruct } from '../structs';

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
  /** The first rate's x, filled up to whole tiles. */
  readonly frames: KeptFrames;

  constructor(
    readonly device: GPUDevice,
    readonly buffers: Buffers,
    readonly task: Conv1dDescentTask,
    readonly layout: Layout,
    take: TakeFrame,
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
    this.frames = new KeptFrames(device, buffers, every, iterations, BLOCK * TILE_BLOCKS * tiles, (frame, values) =>
      take(frame, values.subarray(0, length)),
    );
  }

  /** Hands over the observation and the start; to be waited for before anything is computed. */
  async load(signal: AbortSignal | undefined): Promise<void> {
    const {
      buffers,
      layout,
      task: { observed, initial, learningRates },
    } = this;
    await buffers.writeSamples(this.observed, observed, 0, { signal });
    if (!initial) return;
    for (let rate = 0; rate < learningRates.length; rate++)
      await buffers.writeSamples(this.x, initial, 4 * BLOCK * layout.xStride * rate, { signal });
  }

  /** The objective, iterates x rates, and the first rate's x from its buffer. */
  async results(x: GPUBuffer | undefined): Promise<{ losses: Float32Array; x?: Float32Array }> {
    const { buffers, task, layout } = this;
    const losses = await buffers.readSamples(
      'objective',
      this.losses,
      task.learningRates.length * (task.iterations + 1),
    );
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
