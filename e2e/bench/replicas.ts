import below from '../../shaders/below.wgsl';
import random from '../../shaders/random.wgsl';
import plain from '../../shaders/bench/replicas-plain.wgsl';
import type { Engine } from '../../src/engine/contract';
import { replicas, type ReplicasTask } from '../../src/engine/replicas';
import { packStruct } from '../../src/engine/webgpu/structs';
import { STREAM_EXAMPLES } from '../../src/math/minibatch';
import { only } from './only';

export interface ReplicasMeasurement {
  replicas: number;
  iterations: number;
  contestants: { name: string; stepsPerSecond: number[] }[];
}

/** Gives the mean weight after the last iteration. */
type Contestant = (task: ReplicasTask) => Promise<number>;

/** The sheet's three points, a million replicas. */
const TASK: ReplicasTask = {
  curvatures: [1, 4, 9],
  gradients: [-2, -6, -12],
  start: 0.5,
  learningRates: [0.05],
  replicas: 1_000_000,
  iterations: 200,
  batch: 1,
  replacement: true,
  seed: 1,
  stream: 0,
  every: 1,
  quantiles: [0.05, 0.25, 0.5, 0.75, 0.95],
};

const contestant =
  (engine: Engine): Contestant =>
  async (task) =>
    (await engine.run(replicas, task)).means.at(-1)!;

/** The plain kernel on a device of its own; the page adds its weights up. */
async function plainReplicas(): Promise<Contestant> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter');
  const device = await adapter.requestDevice();
  const code = [plain, below, random].map(({ source }) => source).join('\n');
  const module = device.createShaderModule({ code, label: 'one replica per invocation' });
  const pipeline = await device.createComputePipelineAsync({ layout: 'auto', compute: { module } });
  return async (task) => {
    const { STORAGE, COPY_SRC, COPY_DST, UNIFORM, MAP_READ } = GPUBufferUsage;
    const struct = packStruct(plain, 'Task', {
      replicas: task.replicas,
      iterations: task.iterations,
      examples: task.curvatures.length,
      seed: task.seed,
      stream: STREAM_EXAMPLES + task.stream,
      start: task.start,
      rate: task.learningRates[0],
    });
    const data = Float32Array.from(Array.from(task.curvatures).flatMap((a, i) => [a, task.gradients[i]]));
    const made = [
      device.createBuffer({ size: struct.byteLength, usage: UNIFORM | COPY_DST }),
      device.createBuffer({ size: data.byteLength, usage: STORAGE | COPY_DST }),
      device.createBuffer({ size: 4 * task.replicas, usage: STORAGE | COPY_SRC }),
    ];
    const staging = device.createBuffer({ size: 4 * task.replicas, usage: MAP_READ | COPY_DST });
    device.queue.writeBuffer(made[0], 0, struct);
    device.queue.writeBuffer(made[1], 0, data);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: made.map((buffer, binding) => ({ binding, resource: { buffer } })),
      }),
    );
    pass.dispatchWorkgroups(Math.ceil(task.replicas / 64));
    pass.end();
    encoder.copyBufferToBuffer(made[2], 0, staging, 0, staging.size);
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    let sum = 0;
    for (const weight of new Float32Array(staging.getMappedRange())) sum += weight;
    for (const buffer of [...made, staging]) buffer.destroy();
    return sum / task.replicas;
  };
}

/** Steps of all replicas per second of each contestant, read-back included; all must find the same mean first. */
export async function measureReplicas(rounds: number): Promise<ReplicasMeasurement> {
  const run: Record<string, Contestant> = {
    'the engine on WebGPU': contestant(only('webgpu')),
    'one replica per invocation, nothing reduced': await plainReplicas(),
    'the engine on the CPU': contestant(only('cpu')),
  };
  const expected = await run['the engine on the CPU'](TASK);
  const contestants = Object.keys(run).map((name) => ({ name, stepsPerSecond: [] as number[] }));
  // In turns, so that whatever else the machine does meanwhile meets all alike; the first round checks and warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const { name, stepsPerSecond } of contestants) {
      const began = performance.now();
      const mean = await run[name](TASK);
      if (round > 0) stepsPerSecond.push((TASK.replicas * TASK.iterations * 1000) / (performance.now() - began));
      else if (Math.abs(mean / expected - 1) > 1e-5)
        throw new Error(`${name} is wrong: ${mean} in place of ${expected}`);
    }
  }
  return { replicas: TASK.replicas, iterations: TASK.iterations, contestants };
}
