import below from '../../../../shaders/below.wgsl';
import cover from '../../../../shaders/coverage.wgsl';
import random from '../../../../shaders/random.wgsl';
import { abortable } from '../../abortable';
import type { CoverageResult, CoverageTask } from '../../coverage';
import { STREAM_COVERAGE } from '../../coverage/task';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { compile } from '../program';
import { inSlices, paceOf, type Progress, type Slice } from '../slices';
import { packStruct } from '../structs';

/** Sets have one of these numbers of words, so that few programs do for all numbers of examples. */
const WORDS = [8, 128, 3200];
/** Workgroups of one dispatch, at most, and invocations of each. */
const MOST_GROUPS = 65_535;
const WORKGROUP = 64;

/** What an epoch costs, in draws that a workgroup makes meanwhile. */
const costOf = (examples: number): number => Math.max(2 * WORKGROUP, examples);

/** Examples that epochs never draw; see `CoverageTask`. */
export async function compute(
  gpu: Gpu,
  { examples, epochs, seed }: CoverageTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<CoverageResult> {
  const { device } = gpu;
  const never: Uint32Array[] = [];
  for (const count of examples) {
    const words = WORDS.find((size) => 32 * size >= count)!;
    const program = await abortable(compile(device, [cover, below, random], { words }), signal);
    const pace = paceOf(program);
    const buffers = new Buffers(device);
    try {
      const range = buffers.uniform('range of epochs', new ArrayBuffer(16));
      const counts = buffers.storage('epochs by examples never drawn', count + 1);
      const bindings = program.bind({ range, never: counts });
      const slices = function* (): Generator<Slice> {
        for (let epoch = 0; epoch < epochs;) {
          const affordable = Math.max(1, Math.floor(pace.budget / costOf(count)));
          const groups = Math.min(MOST_GROUPS, affordable, epochs - epoch);
          const stream = STREAM_COVERAGE + count;
          buffers.write(range, packStruct(cover, 'Range', { examples: count, epoch, seed, stream }));
          const encoder = device.createCommandEncoder({ label: `epochs from ${epoch}` });
          const pass = encoder.beginComputePass();
          pass.setPipeline(program.pipeline);
          pass.setBindGroup(0, bindings);
          pass.dispatchWorkgroups(groups);
          pass.end();
          device.queue.submit([encoder.finish()]);
          const steps = groups * costOf(count);
          yield { steps, pace, done: () => device.queue.onSubmittedWorkDone().then(() => steps) };
          epoch += groups;
        }
      };
      await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);
      const encoder = device.createCommandEncoder({ label: 'coverage' });
      const read = buffers.copies(encoder, 'coverage', [{ buffer: counts, words: count + 1 }]);
      device.queue.submit([encoder.finish()]);
      const [found] = await abortable(read(), signal);
      never.push(found.slice());
    } finally {
      buffers.destroy();
    }
  }
  return { engine: infoOf(gpu), never };
}

/** The draws that the progress of a task is measured by. */
export function steps({ examples, epochs }: CoverageTask): number {
  return epochs * examples.reduce((sum, count) => sum + costOf(count), 0);
}
