import below from '../../../../shaders/below.wgsl';
import withReplacement from '../../../../shaders/draws-with-replacement.wgsl';
import withoutReplacement from '../../../../shaders/draws-without-replacement.wgsl';
import random from '../../../../shaders/random.wgsl';
import sumsShader from '../../../../shaders/replicas-sums.wgsl';
import replicasShader from '../../../../shaders/replicas.wgsl';
import { STREAM_EXAMPLES } from '../../../math/minibatch';
import { abortable } from '../../abortable';
import { BINS } from '../../replicas/bins';
import { BOUND, centered, framesOf } from '../../replicas/centered';
import { chunksPerRate, Moments, NUMBERS } from '../../replicas/moments';
import type { ReplicasResult, ReplicasTask } from '../../replicas';
import { CHUNK } from '../../replicas/task';
import { workgroups } from '../batches';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { compile } from '../program';
import { inSlices, paceOf, type Progress, type Slice } from '../slices';
import { packStruct } from '../structs';

/** The most words that the frames of one slice take. */
const MOST_WORDS = 2 ** 22;
/** Chunks that are computed side by side: the most, and the fewest where there are as many and a step is one draw. */
const MOST_CHUNKS = 512;
const LEAST_CHUNKS = 16;
/** Chunks that a workgroup adds up: its counts for quantiles, which are many, are then added to all once for all of them. */
const SPAN = 16;
/** Starting and ending a slice costs as much as some draws of each replica; none has fewer, however slow the machine seems. */
const DRAWS = 16;

/** Replicas of minibatch descent; see `ReplicasTask`. */
export async function compute(
  gpu: Gpu,
  task: ReplicasTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<ReplicasResult> {
  const { device } = gpu;
  const { replicas, iterations, every, batch, replacement, seed, quantiles } = task;
  const bins = quantiles.length > 0 ? BINS : 0;
  const draws = replacement || batch === 1 ? withReplacement : withoutReplacement;
  const [advance, addUp] = await abortable(
    Promise.all([
      compile(device, [replicasShader, draws, below, random]),
      compile(device, [sumsShader], { bins, span: SPAN }),
    ]),
    signal,
  );
  const pace = paceOf(advance);
  const problem = centered(task);
  const moments = new Moments(task);
  const frames = framesOf(task);
  const perRate = chunksPerRate(task);
  const total = task.learningRates.length * perRate;
  const widest = Math.min(total, MOST_CHUNKS);
  const framesAtOnce = Math.min(frames, Math.floor(MOST_WORDS / (widest * CHUNK)));
  const buffers = new Buffers(device);
  try {
    const slice = buffers.uniform('slice', new ArrayBuffer(64));
    const range = buffers.uniform('range', new ArrayBuffer(32));
    const kept = buffers.storage('frames', framesAtOnce * widest * CHUNK);
    const sums = buffers.storage('sums', framesAtOnce * widest * NUMBERS);
    const counts = buffers.storage('counts', Math.max(1, moments.counts.length));
    const examples = new Float32Array(2 * problem.curvatures.length);
    problem.curvatures.forEach((curvature, i) => examples.set([curvature, problem.noises[i]], 2 * i));
    const advancing = advance.bind({
      slice,
      rates: buffers.data('learning rates', Float32Array.from(problem.rates)),
      examples: buffers.data('examples', examples),
      iterates: buffers.storage('iterates', widest * CHUNK),
      frames: kept,
    });
    const references = buffers.data('references', Float32Array.from(problem.references));
    const adding = addUp.bind({ range, references, frames: kept, sums, counts });
    // What comes after the last kept iterate is not visited.
    const visits = (frames - 1) * every + 1;

    const slices = function* (): Generator<Slice> {
      for (let chunk = 0; chunk < total;) {
        const wanted = Math.floor(pace.budget / (CHUNK * Math.min(DRAWS, Math.max(1, iterations) * batch)));
        const chunks = Math.min(total - chunk, widest, Math.max(Math.ceil(LEAST_CHUNKS / batch), wanted));
        const all = { replicas, chunks_per_rate: perRate, chunk, chunks, bound: BOUND };
        for (let begin = 0; begin < visits;) {
          const affordable = Math.floor(pace.budget / (chunks * CHUNK * batch));
          const iterates = Math.min(framesAtOnce * every, Math.max(Math.ceil(DRAWS / batch), affordable));
          const end = Math.min(visits, begin + iterates);
          const frame = Math.ceil(begin / every);
          const count = Math.ceil(end / every) - frame;
          buffers.write(
            slice,
            packStruct(replicasShader, 'Slice', {
              ...all,
              begin,
              end,
              every,
              examples: problem.curvatures.length,
              batch,
              seed,
              stream: STREAM_EXAMPLES + task.stream,
              start: problem.start,
            }),
          );
          buffers.write(range, packStruct(sumsShader, 'Range', { ...all, frame, frames }));
          const encoder = device.createCommandEncoder({ label: `iterates ${begin} to ${end} of replicas` });
          const pass = encoder.beginComputePass();
          pass.setPipeline(advance.pipeline);
          pass.setBindGroup(0, advancing);
          pass.dispatchWorkgroups(workgroups(chunks * CHUNK));
          if (count > 0) {
            pass.setPipeline(addUp.pipeline);
            pass.setBindGroup(0, adding);
            pass.dispatchWorkgroups(Math.ceil(chunks / SPAN), count);
          }
          pass.end();
          const read =
            count > 0 && buffers.copies(encoder, 'sums', [{ buffer: sums, words: count * chunks * NUMBERS }]);
          device.queue.submit([encoder.finish()]);
          const steps = (end - begin) * chunks * CHUNK * batch;
          const firstChunk = chunk;
          const take = ([words]: Uint32Array[]) => {
            const found = new Float32Array(words.buffer, words.byteOffset, words.length);
            for (let i = 0; i < count * chunks; i++)
              moments.add(firstChunk + (i % chunks), frame + Math.floor(i / chunks), found, i * NUMBERS);
          };
          const done = async () => {
            if (read) take(await read());
            // To read nothing would not wait for the GPU, and it would seem infinitely fast.
            else await device.queue.onSubmittedWorkDone();
            return steps;
          };
          yield { steps, pace, done };
          begin = end;
        }
        chunk += chunks;
      }
    };
    await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);
    if (bins > 0) {
      const encoder = device.createCommandEncoder({ label: 'counts' });
      const read = buffers.copies(encoder, 'counts', [{ buffer: counts, words: moments.counts.length }]);
      device.queue.submit([encoder.finish()]);
      const [words] = await abortable(read(), signal);
      moments.counts.set(words);
    }
  } finally {
    buffers.destroy();
  }
  return moments.result(infoOf(gpu));
}

/** The draws that the progress of a task is measured by. */
export function steps(task: ReplicasTask): number {
  return task.learningRates.length * chunksPerRate(task) * CHUNK * (task.iterations + 1) * task.batch;
}
