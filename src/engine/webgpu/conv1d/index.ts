import { abortable } from '../../abortable';
import type { Conv1dResult, Conv1dTask } from '../../conv1d';
import { parts, workgroups } from '../batches';
import { Buffers } from '../buffers';
import { BLOCK, costOfTile, layoutOf, packTaps, TILE_BLOCKS, type Layout } from './layout';
import { compileApply, shaders } from './programs';
import { infoOf, type Gpu } from '../device';
import { inSlices, paceOf, type Progress, type Slice } from '../slices';
import { packStruct } from '../structs';

/** The most applications that are handed over at once. */
const MOST_REPEATS = 64;

/** A x or A' y; see `Conv1dTask`. */
export async function compute(
  gpu: Gpu,
  task: Conv1dTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Conv1dResult> {
  const { transpose, repeats } = task;
  const { device } = gpu;
  const layout = layoutOfTask(task);
  const { length, rows, tapBlocks, tiles, xStride, yStride } = layout;
  const program = await abortable(compileApply(device, transpose), signal);
  const pace = paceOf(program);
  const buffers = new Buffers(device);
  try {
    const input = buffers.storage('input', BLOCK * (transpose ? yStride : xStride));
    await buffers.writeSamples(input, task.input, transpose ? 4 * BLOCK * tapBlocks : 0, { signal });
    const output = buffers.storage('output', BLOCK * TILE_BLOCKS * tiles);
    const range = buffers.uniform('range of tiles', new ArrayBuffer(32));
    const bindings = program.bind({ taps: buffers.uniform('filter', packTaps(task.taps)), range, input, output });
    // The clock is not to count the way to the GPU.
    await abortable(device.queue.onSubmittedWorkDone(), signal);
    const perApplication = tiles * costOfTile(tapBlocks);
    const slices = function* (): Generator<Slice> {
      const submit = (first: number, end: number, times: number): Slice => {
        buffers.write(
          range,
          packStruct(shaders.apply, 'Range', { first, end, tap_blocks: tapBlocks, margin: transpose ? tapBlocks : 0 }),
        );
        const encoder = device.createCommandEncoder({ label: 'convolution' });
        const pass = encoder.beginComputePass({ label: 'convolution' });
        pass.setPipeline(program.pipeline);
        pass.setBindGroup(0, bindings);
        for (let i = 0; i < times; i++) pass.dispatchWorkgroups(workgroups(end - first));
        pass.end();
        device.queue.submit([encoder.finish()]);
        const steps = times * (end - first) * costOfTile(tapBlocks);
        return { steps, pace, done: () => device.queue.onSubmittedWorkDone().then(() => steps) };
      };
      for (let repeat = 0; repeat < repeats;) {
        const whole = Math.min(repeats - repeat, MOST_REPEATS, Math.floor(pace.budget / perApplication));
        if (whole >= 1) {
          yield submit(0, tiles, whole);
          repeat += whole;
          continue;
        }
        for (const [first, end] of parts(tiles, () => pace.budget / costOfTile(tapBlocks))) yield submit(first, end, 1);
        repeat++;
      }
    };
    const began = performance.now();
    await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);
    const milliseconds = (performance.now() - began) / repeats;
    const product = await abortable(buffers.readSamples('product', output, transpose ? length : rows), signal);
    return { engine: infoOf(gpu), output: product, milliseconds };
  } finally {
    buffers.destroy();
  }
}

/** The steps that the progress of a task is measured by. */
export function steps(task: Conv1dTask): number {
  const { tiles, tapBlocks } = layoutOfTask(task);
  return task.repeats * tiles * costOfTile(tapBlocks);
}

function layoutOfTask({ taps, input, transpose }: Conv1dTask): Layout {
  return layoutOf(taps.length, transpose ? input.length : input.length - taps.length + 1);
}
