import advance from '../../../../shaders/gradient-descent.wgsl';
import trace from '../../../../shaders/trace.wgsl';
import { abortable } from '../../abortable';
import type { TraceResult, TraceTask } from '../../trace';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { dispatch } from '../dispatch';
import { domainPart, gradientPart } from '../objective';
import { compile } from '../program';
import { inSlices, Pace, type Progress, type Slice } from '../slices';
import { packStruct } from '../structs';

/** The most words that frames of one slice take. */
const MOST_WORDS = 2 ** 20;
/** The most iterations that a slice makes one after the other: on any GPU these are over in a moment. */
const MOST_ITERATIONS = 2 ** 16;

/** The iterates of a few chosen starts; see `TraceTask`. */
export async function compute(
  gpu: Gpu,
  task: TraceTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<TraceResult> {
  const { starts, iterations, every } = task;
  const { device } = gpu;
  const parts = [trace, gradientPart(gpu, task.objective), domainPart(gpu, task.objective), advance];
  const program = await abortable(compile(device, parts), signal);
  const runs = starts.length;
  const frames = Math.floor(iterations / every) + 1;
  const iterates = new Float32Array(frames * runs);
  const pace = new Pace();
  const buffers = new Buffers(device);
  try {
    const framesAtOnce = Math.max(1, Math.floor(MOST_WORDS / runs));
    const kept = buffers.storage('frames', Math.min(framesAtOnce, frames) * runs);
    const slice = buffers.uniform('slice', new ArrayBuffer(64));
    const bindings = program.bind({ slice, thetas: buffers.data('iterates', Float32Array.from(starts)), frames: kept });

    // Iterate 0 is visited as well; what comes after the last frame is not.
    const visits = (frames - 1) * every + 1;
    const slices = function* (): Generator<Slice> {
      for (let begin = 0; begin < visits;) {
        const affordable = Math.max(1, Math.min(MOST_ITERATIONS, framesAtOnce * every, Math.floor(pace.budget / runs)));
        const end = Math.min(visits, begin + affordable);
        const first = Math.ceil(begin / every);
        const count = Math.ceil(end / every) - first;
        buffers.write(
          slice,
          packStruct(trace, 'Slice', { runs, begin, end, every, rate: task.learningRate, bound: task.bound }),
        );
        const encoder = device.createCommandEncoder({ label: `iterates ${begin} to ${end}` });
        dispatch(encoder, program, bindings, runs);
        const read = count > 0 && buffers.copies(encoder, 'frames', [{ buffer: kept, words: count * runs }]);
        device.queue.submit([encoder.finish()]);
        const steps = (end - begin) * runs;
        const done = async () => {
          // To read nothing would not wait for the GPU, and it would seem infinitely fast.
          const [words] = read ? await read() : [await device.queue.onSubmittedWorkDone()];
          if (words) iterates.set(new Float32Array(words.buffer, words.byteOffset, words.length), first * runs);
          return steps;
        };
        yield { steps, pace, done };
        begin = end;
      }
    };
    await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);
  } finally {
    buffers.destroy();
  }
  return { engine: infoOf(gpu), iterates, frames };
}

/** The steps that the progress of a task is measured by. */
export function steps({ iterations, starts }: TraceTask): number {
  return iterations * starts.length;
}
