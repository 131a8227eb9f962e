import { abortable } from '../../abortable';
import { EngineUnavailable } from '../../contract';
import type { Conv1dDescentResult, Conv1dDescentTask } from '../../conv1d-descent';
import { Buffers } from '../buffers';
import { kernelFor, stepsPerIteration } from './kernel-for';
import { compileLargeSignal } from './large';
import { BLOCK, layoutOf, type Layout } from '../conv1d/layout';
import { compileSmallSignal } from './small';
import { ConvolutionState } from './state';
import { infoOf, type Gpu } from '../device';
import { inSlices, type Progress } from '../slices';
import { gpuMessages as say } from '../messages';

/** About the most numbers that the iterates of all learning rates computed at once take. */
const MOST_NUMBERS = 2 ** 24;
/** The most learning rates at once: what a short signal's slice cannot be cut below. */
const MOST_RATES = 256;

/** Gradient descent on the loss of a convolution; see `Conv1dDescentTask`. */
export async function compute(
  gpu: Gpu,
  task: Conv1dDescentTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Conv1dDescentResult> {
  const { observed, taps, learningRates, iterations, every, bound } = task;
  const layout = layoutOf(taps.length, observed.length);
  refuseWhatDoesNotFit(gpu.device, layout);
  const rates = learningRates.length;
  const width = iterations + 1;
  const compileSignal = kernelFor(layout) === 'small' ? compileSmallSignal : compileLargeSignal;
  const descentOf = await abortable(compileSignal(gpu.device, task, layout), signal);

  const frames = every > 0 ? Math.floor(iterations / every) + 1 : 0;
  const iterates = every > 0 ? new Float32Array(frames * layout.length) : undefined;
  const losses = new Float64Array(rates * width);
  let x: Float32Array | undefined;
  const atOnce = Math.max(1, Math.min(rates, MOST_RATES, Math.floor(MOST_NUMBERS / layout.length)));
  for (let first = 0; first < rates; first += atOnce) {
    const some = { ...task, learningRates: learningRates.slice(first, first + atOnce), every: first === 0 ? every : 0 };
    const buffers = new Buffers(gpu.device);
    try {
      const state = new ConvolutionState(gpu.device, buffers, some, layout, (frame, values) =>
        iterates!.set(values, frame * layout.length),
      );
      await state.load(signal);
      const descent = descentOf(state);
      await inSlices(gpu, descent.slices(), (steps) => progress.add(steps), signal);
      const read = await abortable(state.results(first === 0 ? descent.last() : undefined), signal);
      x ??= read.x;
      // On the GPU the iteration is slowest.
      some.learningRates.forEach((_, rate) => {
        for (let k = 0; k < width; k++)
          losses[(first + rate) * width + k] = read.losses[k * some.learningRates.length + rate];
      });
    } finally {
      buffers.destroy();
    }
  }
  const diverged = learningRates.map((_, rate) => settle(losses.subarray(rate * width, (rate + 1) * width), bound));
  return {
    engine: infoOf(gpu),
    losses,
    diverged,
    x: x!,
    ...(iterates && { iterates }),
    frames,
  };
}

/** @throws {EngineUnavailable} if one learning rate's numbers are more than the device takes in one buffer */
function refuseWhatDoesNotFit({ limits }: GPUDevice, { xStride, length }: Layout): void {
  const bytes = 4 * BLOCK * xStride;
  if (bytes > Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize)) {
    throw new EngineUnavailable(say('signalTooLarge', { length, bytes, most: limits.maxStorageBufferBindingSize }));
  }
}

/** The first iteration whose objective is beyond the bound, or null; from it on, the objective stays what it was there. */
function settle(objectives: Float64Array, bound: number): number | null {
  const first = objectives.findIndex((objective) => !(objective <= bound));
  if (first < 0) return null;
  objectives.fill(objectives[first], first);
  return first;
}

/** The steps that the progress of a task is measured by. */
export function steps({ taps, observed, learningRates, iterations }: Conv1dDescentTask): number {
  const layout = layoutOf(taps.length, observed.length);
  return (iterations + 1) * learningRates.length * stepsPerIteration(layout);
}
