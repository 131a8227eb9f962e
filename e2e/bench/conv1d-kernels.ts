import pair from '../../shaders/bench/conv1d-pair.wgsl';
import taskShader from '../../shaders/bench/conv1d-task.wgsl';
import type { Samples } from '../../src/engine/contract';
import type { Conv1dDescentTask } from '../../src/engine/conv1d-descent';
import { packStruct } from '../../src/engine/webgpu/structs';

/** Computes the last iterate of a task of one learning rate. */
export type ConvolutionContestant = (task: Conv1dDescentTask) => Promise<Samples>;

/** The obvious pair of kernels on a device of its own, for comparison with the engine's; it does not even find the objective. */
export async function naivePair(): Promise<ConvolutionContestant> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter');
  const device = await adapter.requestDevice();
  const module = device.createShaderModule({ code: `${taskShader.source}\n${pair.source}` });
  const layout = device.createBindGroupLayout({
    entries: (['uniform', 'read-only-storage', 'read-only-storage', 'storage', 'storage'] as const).map(
      (type, binding) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } }),
    ),
  });
  const [slopes, update] = await Promise.all(
    ['find_slopes', 'update'].map((entryPoint) =>
      device.createComputePipelineAsync({
        layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
        compute: { module, entryPoint },
      }),
    ),
  );

  return async ({ taps, observed, ridge, learningRates, iterations }) => {
    const length = observed.length + taps.length - 1;
    const buffer = (size: number, usage: number, data?: BufferSource) => {
      const made = device.createBuffer({ size, usage: usage | GPUBufferUsage.COPY_DST });
      if (data) device.queue.writeBuffer(made, 0, data as GPUAllowSharedBufferSource);
      return made;
    };
    const struct = packStruct(taskShader, 'Task', { length, taps: taps.length, ridge, rate: learningRates[0] });
    const x = buffer(4 * length, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC);
    const staging = buffer(4 * length, GPUBufferUsage.MAP_READ);
    const buffers = [
      buffer(struct.byteLength, GPUBufferUsage.UNIFORM, struct),
      buffer(4 * taps.length, GPUBufferUsage.STORAGE, new Float32Array(taps)),
      buffer(4 * observed.length, GPUBufferUsage.STORAGE, new Float32Array(observed)),
      x,
      buffer(4 * observed.length, GPUBufferUsage.STORAGE),
    ];
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setBindGroup(
      0,
      device.createBindGroup({
        layout,
        entries: buffers.map((each, binding) => ({ binding, resource: { buffer: each } })),
      }),
    );
    for (let k = 0; k < iterations; k++) {
      pass.setPipeline(slopes);
      pass.dispatchWorkgroups(Math.ceil(observed.length / 64));
      pass.setPipeline(update);
      pass.dispatchWorkgroups(Math.ceil(length / 64));
    }
    pass.end();
    encoder.copyBufferToBuffer(x, 0, staging, 0, 4 * length);
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    const last = new Float32Array(staging.getMappedRange().slice(0));
    for (const each of [...buffers, staging]) each.destroy();
    return last;
  };
}
