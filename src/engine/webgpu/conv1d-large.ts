import type { Conv1dDescentTask } from '../contract';
import { workgroups } from './batches';
import { parts } from './conv1d-apply';
import type { ConvolutionDescent } from './conv1d-descent';
import { costOfStretch, kernelFor, stretchesOf } from './conv1d-kernel';
import { BLOCK, costOfTile, type Layout } from './conv1d-layout';
import { compileFused, compileSlopes, compileUpdate, shaders } from './conv1d-programs';
import type { ConvolutionState } from './conv1d-state';
import { Ranges, type RangedPass } from './ranges';
import { paceOf, type Pace, type Slice } from './slices';
import { compileSums, TreeSums } from './tree-sums';

/** A slice makes at most so many whole iterations. */
const MOST_ITERATES = 256;
/** Shares of the objective of one slice take at most so many numbers, or as many as one iterate needs. */
const MOST_SHARES = 2 ** 22;

/** One dispatch of an iteration. The first pass of an iteration finds the objective. */
interface Pass extends RangedPass {
  readonly invocations: number;
  /** Steps per invocation. */
  readonly cost: number;
}

/** Prepares the descent of a long signal: one or two dispatches per iteration. */
export async function compileLargeSignal(device: GPUDevice, { loss }: Conv1dDescentTask, layout: Layout): Promise<(state: ConvolutionState) => ConvolutionDescent> {
  const isFused = kernelFor(layout) === 'fused';
  const [adding, ...programs] = await Promise.all([compileSums(device), ...(isFused ? [compileFused(device, loss)] : [compileSlopes(device, loss), compileUpdate(device, loss)])]);
  return (state) => {
    const rates = state.task.learningRates.length;
    const other = isFused ? state.buffers.storage('next x', BLOCK * layout.xStride * rates) : state.buffers.storage('slopes', BLOCK * layout.yStride * rates);
    const columns = isFused ? stretchesOf(layout) : layout.tiles;
    const iterates = Math.max(1, Math.min(MOST_ITERATES, state.task.iterations + 1, Math.floor(MOST_SHARES / (columns * rates))));
    const losses = state.buffers.storage('shares of the objective', iterates * rates * columns);
    const sums = new TreeSums(state.buffers, adding, losses, columns, iterates * rates, state.losses);
    const invocations = rates * columns;
    const given = { taps: state.taps, problem: state.problem, observed: state.observed, rates: state.rates };
    const swapped = (iteration: number) => (iteration % 2 === 0 ? { x: state.x, next: other } : { x: other, next: state.x });
    const passes: Pass[] = isFused
      ? [{ program: programs[0], invocations, cost: costOfStretch(), buffers: (iteration) => ({ ...given, ...swapped(iteration), losses }) }]
      : [
          { program: programs[0], invocations, cost: costOfTile(layout.tapBlocks), buffers: () => ({ ...given, x: state.x, slopes: other, losses }) },
          { program: programs[1], invocations, cost: costOfTile(layout.tapBlocks), buffers: () => ({ ...given, x: state.x, slopes: other }) },
        ];
    return new LargeSignal(state, passes, paceOf(programs[0]), iterates, sums, (iteration) => (isFused ? swapped(iteration).x : state.x));
  };
}

class LargeSignal implements ConvolutionDescent {
  private readonly ranges: Ranges;
  private readonly cost: number;

  constructor(
    private readonly state: ConvolutionState,
    private readonly passes: readonly Pass[],
    private readonly pace: Pace,
    /** How many whole iterates a slice may evaluate. */
    private readonly iterates: number,
    private readonly sums: TreeSums,
    /** Where x is in an iteration. */
    private readonly xOf: (iteration: number) => GPUBuffer,
  ) {
    this.ranges = new Ranges(state.buffers, shaders.range, iterates);
    this.cost = passes.reduce((sum, { invocations, cost }) => sum + invocations * cost, 0);
  }

  last(): GPUBuffer {
    return this.xOf(this.state.task.iterations);
  }

  *slices(): Generator<Slice> {
    const { iterations } = this.state.task;
    for (let iteration = 0; iteration <= iterations; ) {
      const affordable = Math.min(Math.floor(this.pace.budget / this.cost), this.iterates, iterations + 1 - iteration, this.state.mostIterates(iteration));
      if (affordable >= 1) yield this.whole(iteration, affordable);
      else yield* this.inParts(iteration);
      iteration += Math.max(1, affordable);
    }
  }

  /** Several iterations, each with all its invocations. */
  private whole(begin: number, count: number): Slice {
    const { invocations } = this.passes[0];
    this.ranges.write(Array.from({ length: count }, (_, i) => ({ first: 0, end: invocations, losses: i * invocations })));
    const encoder = this.encoder(`iterates ${begin} to ${begin + count}`);
    let pass: GPUComputePassEncoder | undefined;
    for (let i = 0; i < count; i++) {
      if (this.isKept(begin + i)) {
        pass?.end();
        pass = undefined;
        this.keep(encoder, begin + i, this.state.framesWithin(begin, begin + i).count);
      }
      pass ??= encoder.beginComputePass({ label: 'descent' });
      for (const each of this.passesOf(begin + i)) this.dispatch(pass, each, begin + i, i, invocations);
    }
    this.sumUp(pass!, count, begin);
    return this.submit(encoder, begin, begin + count, count * this.cost);
  }

  /** One iteration, in as many slices as it needs. */
  private *inParts(iteration: number): Generator<Slice> {
    const { pace } = this;
    for (const each of this.passesOf(iteration)) {
      const isFirst = each === this.passes[0];
      for (const [first, end] of parts(each.invocations, () => pace.budget / each.cost)) {
        this.ranges.write([{ first, end, losses: 0 }]);
        const encoder = this.encoder(`part of iterate ${iteration}`);
        const begins = isFirst && first === 0;
        if (begins && this.isKept(iteration)) this.keep(encoder, iteration, 0);
        const pass = encoder.beginComputePass({ label: 'descent' });
        this.dispatch(pass, each, iteration, 0, end - first);
        if (isFirst && end === each.invocations) this.sumUp(pass, 1, iteration);
        else pass.end();
        yield this.submit(encoder, iteration, begins ? iteration + 1 : iteration, (end - first) * each.cost);
      }
    }
  }

  /** Nothing is to come of the last iterate but its objective. */
  private passesOf(iteration: number): readonly Pass[] {
    return iteration < this.state.task.iterations ? this.passes : this.passes.slice(0, 1);
  }

  private isKept(iteration: number): boolean {
    return this.state.framesWithin(iteration, iteration + 1).count > 0;
  }

  private keep(encoder: GPUCommandEncoder, iteration: number, place: number): void {
    const { frames, frameNumbers, layout } = this.state;
    encoder.copyBufferToBuffer(this.xOf(iteration), 0, frames, 4 * place * frameNumbers, 4 * layout.length);
  }

  private dispatch(pass: GPUComputePassEncoder, each: Pass, iteration: number, range: number, invocations: number): void {
    pass.setPipeline(each.program.pipeline);
    pass.setBindGroup(0, this.ranges.bind(each, iteration, range));
    pass.dispatchWorkgroups(workgroups(invocations));
  }

  private sumUp(pass: GPUComputePassEncoder, iterates: number, begin: number): void {
    const rates = this.state.task.learningRates.length;
    this.sums.append(pass, iterates * rates, begin * rates);
    pass.end();
  }

  private submit(encoder: GPUCommandEncoder, begin: number, end: number, steps: number): Slice {
    const read = this.state.readFrames(encoder, this.state.framesWithin(begin, end));
    this.state.device.queue.submit([encoder.finish()]);
    return { steps, pace: this.pace, done: () => read().then(() => steps) };
  }

  private encoder(label: string): GPUCommandEncoder {
    return this.state.device.createCommandEncoder({ label });
  }
}
