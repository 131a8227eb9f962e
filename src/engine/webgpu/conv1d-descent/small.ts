import type { Conv1dDescentTask } from '../../conv1d-descent';
import { BLOCK } from '../conv1d/layout';
import { stepsPerIteration, type ConvolutionDescent } from './kernel-for';
import { compileSmall, shaders } from '../conv1d/programs';
import type { ConvolutionState } from './state';
import { paceOf, type Slice } from '../slices';
import { packStruct } from '../structs';
import { compileSums, TreeSums } from '../tree-sums';

/** The workgroup of `shaders/conv1d-small.wgsl`. */
const LANES = 64;
/** The most numbers that shares of the objective of one slice take. */
const MOST_SHARES = 2 ** 22;

/** Prepares the descent of a short signal: many iterations per dispatch, one workgroup per learning rate. */
export async function compileSmallSignal(
  device: GPUDevice,
  { loss }: Conv1dDescentTask,
): Promise<(state: ConvolutionState) => ConvolutionDescent> {
  const [program, adding] = await Promise.all([compileSmall(device, loss), compileSums(device)]);
  const pace = paceOf(program);
  return (state) => {
    const { buffers, layout, task } = state;
    const { learningRates, iterations, every } = task;
    const rates = learningRates.length;
    const mostIterates = Math.min(iterations + 1, Math.max(1, Math.floor(MOST_SHARES / (LANES * rates))));
    const slopes = buffers.storage('slopes', BLOCK * layout.yStride * rates);
    const losses = buffers.storage('shares of the objective', mostIterates * rates * LANES);
    const slice = buffers.uniform('slice', new ArrayBuffer(16));
    const { taps, problem, observed, rates: rateBuffer, x, frames } = state;
    const bindings = program.bind({
      taps,
      problem,
      observed,
      rates: rateBuffer,
      slice,
      x,
      slopes,
      losses,
      frames: frames.buffer,
    });
    const sums = new TreeSums(buffers, adding, losses, LANES, mostIterates * rates, state.losses);
    const cost = rates * stepsPerIteration(layout);

    const slices = function* (): Generator<Slice> {
      for (let begin = 0; begin <= iterations;) {
        const affordable = Math.max(1, Math.floor(pace.budget / cost));
        const count = Math.min(affordable, mostIterates, iterations + 1 - begin, frames.mostFrom(begin));
        buffers.write(slice, packStruct(shaders.small, 'Slice', { begin, count, iterations, every }));
        const encoder = state.device.createCommandEncoder({ label: `iterates ${begin} to ${begin + count}` });
        const pass = encoder.beginComputePass({ label: 'descent' });
        pass.setPipeline(program.pipeline);
        pass.setBindGroup(0, bindings);
        pass.dispatchWorkgroups(rates);
        sums.append(pass, count * rates, begin * rates);
        pass.end();
        const read = frames.read(encoder, frames.within(begin, begin + count));
        state.device.queue.submit([encoder.finish()]);
        const steps = count * cost;
        yield { steps, pace, done: () => read().then(() => steps) };
        begin += count;
      }
    };
    return { slices, last: () => x };
  };
}
