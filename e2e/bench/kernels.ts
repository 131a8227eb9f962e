import oneStart from '../../shaders/bench/one-start.wgsl';
import oneStep from '../../shaders/bench/one-step.wgsl';
import sheetFunction from '../../shaders/bench/sheet-function.wgsl';
import taskShader from '../../shaders/bench/task.wgsl';
import type { DescendTask } from '../../src/engine/descend';
import { packStruct } from '../../src/engine/webgpu/structs';

/** Runs that converged to the sharp and to the wide minimum, stayed bounded, and diverged. */
export type Outcomes = [sharp: number, wide: number, bounded: number, diverged: number];

/** Computes a task of one learning rate and two minima. */
export type Contestant = (task: DescendTask) => Promise<Outcomes>;

/** A kernel on a device of its own, for comparison with the engine's. */
export async function kernel(
  kind: 'one start per invocation' | 'one start per invocation, no dates' | 'one step per dispatch',
): Promise<Contestant> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter');
  const device = await adapter.requestDevice();
  const stepwise = kind === 'one step per dispatch';
  const code = [taskShader, sheetFunction, stepwise ? oneStep : oneStart].map(({ source }) => source).join('\n');
  const module = device.createShaderModule({ code, label: kind });
  const layout = device.createBindGroupLayout({
    entries: (['uniform', 'storage', 'storage'] as const).map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
  const pipeline = (entryPoint: string, constants: Record<string, number> = {}) =>
    device.createComputePipelineAsync({
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module, entryPoint, constants },
    });
  const begin = stepwise ? await pipeline('begin') : undefined;
  const main = stepwise
    ? await pipeline('step_once')
    : await pipeline('descend', { with_dates: kind.endsWith('no dates') ? 0 : 1 });

  return async ({ starts, iterations, learningRates, tolerance, bound, minima }) => {
    const struct = packStruct(taskShader, 'Task', {
      starts: starts.count,
      iterations,
      low: starts.low,
      high: starts.high,
      rate: learningRates[0],
      tolerance,
      bound,
      sharp: minima[0],
      wide: minima[1],
    });
    const task = device.createBuffer({
      size: struct.byteLength,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
    device.queue.writeBuffer(task, 0, struct);
    const state = () =>
      device.createBuffer({ size: 4 * starts.count, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
    const [thetas, marks] = [state(), state()];
    const staging = device.createBuffer({
      size: 8 * starts.count,
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    });
    const bindings = device.createBindGroup({
      layout,
      entries: [task, thetas, marks].map((buffer, binding) => ({ binding, resource: { buffer } })),
    });

    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setBindGroup(0, bindings);
    const workgroups = Math.ceil(starts.count / 64);
    if (begin) {
      pass.setPipeline(begin);
      pass.dispatchWorkgroups(workgroups);
    }
    pass.setPipeline(main);
    for (let k = 0; k < (stepwise ? iterations : 1); k++) pass.dispatchWorkgroups(workgroups);
    pass.end();
    encoder.copyBufferToBuffer(thetas, 0, staging, 0, thetas.size);
    encoder.copyBufferToBuffer(marks, 0, staging, thetas.size, marks.size);
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    const mapped = staging.getMappedRange();
    const outcomes = countOutcomes(
      new Float32Array(mapped, 0, starts.count),
      new Uint32Array(mapped, thetas.size),
      minima,
      tolerance,
    );
    for (const buffer of [task, thetas, marks, staging]) buffer.destroy();
    return outcomes;
  };
}

function countOutcomes(
  finals: Float32Array,
  marks: Uint32Array,
  minima: readonly number[],
  tolerance: number,
): Outcomes {
  const outcomes: Outcomes = [0, 0, 0, 0];
  finals.forEach((theta, run) => {
    if (marks[run] >= 2 ** 31) outcomes[3]++;
    else if (Math.abs(theta - minima[0]) <= tolerance) outcomes[0]++;
    else if (Math.abs(theta - minima[1]) <= tolerance) outcomes[1]++;
    else outcomes[2]++;
  });
  return outcomes;
}
