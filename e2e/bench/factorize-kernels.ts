import plain from '../../shaders/bench/factorize-plain.wgsl';
import type { FactorizeTask } from '../../src/engine/factorize';
import { packStruct } from '../../src/engine/webgpu/structs';
import type { Lists } from '../../src/math/sparse-table';

/** Computes the loss of a task of one learning rate after each epoch but the last; the plain kernel, which finds them on the way, stops there. */
export type FactorizationContestant = (task: FactorizeTask) => Promise<Float64Array>;

/** The obvious kernel on a device of its own, for comparison with the engine's: no biases, nothing held out. */
export async function plainFactorization(): Promise<FactorizationContestant> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter');
  const device = await adapter.requestDevice();
  const layout = device.createBindGroupLayout({
    entries: (['uniform', ...Array(5).fill('read-only-storage'), 'storage', 'storage'] as GPUBufferBindingType[]).map(
      (type, binding) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } }),
    ),
  });
  const pipelines = new Map<number, Promise<GPUComputePipeline>>();
  const pipelineFor = (rank: number) => {
    const module = device.createShaderModule({ code: `const RANK = ${rank}u;\n${plain.source}` });
    const pipeline =
      pipelines.get(rank) ??
      device.createComputePipelineAsync({
        layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
        compute: { module },
      });
    pipelines.set(rank, pipeline);
    return pipeline;
  };

  return async ({ ratings, rank, initial, mean, learningRates, ridge, epochs }) => {
    const pipeline = await pipelineFor(rank);
    const made: GPUBuffer[] = [];
    const buffer = (size: number, usage: number, data?: BufferSource) => {
      const buffer = device.createBuffer({ size, usage: usage | GPUBufferUsage.COPY_DST });
      made.push(buffer);
      if (data) device.queue.writeBuffer(buffer, 0, data as GPUAllowSharedBufferSource);
      return buffer;
    };
    const { STORAGE, COPY_SRC, UNIFORM, MAP_READ } = GPUBufferUsage;
    const factors = (start: ArrayLike<number>) => [
      buffer(4 * start.length, STORAGE, Float32Array.from(start)),
      buffer(4 * start.length, STORAGE),
    ];
    const [u, v] = [factors(initial.u), factors(initial.v)];
    const squares = buffer(4 * Math.max(ratings.rows, ratings.columns), STORAGE | COPY_SRC);
    const staging = buffer(4 * ratings.rows * epochs, MAP_READ);
    const side = (lists: number, { starts, indices, values }: Lists, own: GPUBuffer[], other: GPUBuffer[]) => {
      const struct = packStruct(plain, 'Task', { lists, rate: learningRates[0], ridge });
      const entries = [
        buffer(struct.byteLength, UNIFORM, struct),
        ...[starts, indices, Float32Array.from(values, (value) => value - mean)].map((data) =>
          buffer(data.byteLength, STORAGE, data as Uint32Array<ArrayBuffer>),
        ),
      ];
      const bindings = [0, 1].map((parity) =>
        device.createBindGroup({
          layout,
          entries: [...entries, own[parity], other[parity], own[1 - parity], squares].map((buffer, binding) => ({
            binding,
            resource: { buffer },
          })),
        }),
      );
      return { bindings, workgroups: Math.ceil(lists / 64) };
    };
    // The columns first: the squared errors that stay are those of the rows.
    const sides = [side(ratings.columns, ratings.byColumn, v, u), side(ratings.rows, ratings.byRow, u, v)];
    for (let epoch = 0; epoch < epochs; epoch++) {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      for (const { bindings, workgroups } of sides) {
        pass.setBindGroup(0, bindings[epoch % 2]);
        pass.dispatchWorkgroups(workgroups);
      }
      pass.end();
      encoder.copyBufferToBuffer(squares, 0, staging, 4 * ratings.rows * epoch, 4 * ratings.rows);
      device.queue.submit([encoder.finish()]);
    }
    await staging.mapAsync(MAP_READ);
    const shares = new Float32Array(staging.getMappedRange().slice(0));
    for (const each of made) each.destroy();
    return Float64Array.from(
      { length: epochs },
      (_, epoch) =>
        shares.subarray(epoch * ratings.rows, (epoch + 1) * ratings.rows).reduce((sum, square) => sum + square, 0) / 2,
    );
  };
}
