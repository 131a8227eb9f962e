import updates from '../../shaders/bench/updates.wgsl';
import fourRuns from '../../shaders/four-runs.wgsl';
import advance from '../../shaders/gradient-descent.wgsl';
import random from '../../shaders/random.wgsl';
import startsShader from '../../shaders/starts.wgsl';
import { descend, outcomesAt, type DescendTask } from '../../src/engine/descend';
import { sheetTask } from '../../src/engine/descend/sheet.fixtures';
import { workgroups } from '../../src/engine/webgpu/batches';
import { Buffers } from '../../src/engine/webgpu/buffers';
import { currentGpu } from '../../src/engine/webgpu/device';
import { gradientsPart } from '../../src/engine/webgpu/objective';
import { compile } from '../../src/engine/webgpu/program';
import { packStruct } from '../../src/engine/webgpu/structs';
import { FOLLOWED } from '../../src/math/outcomes';
import { only } from './only';

export interface ShortRunsMeasurement {
  tasks: { name: string; rows: { name: string; milliseconds: number[] }[] }[];
}

/** What is computed while a slider moves. */
const SIZES = [
  [1_048_576, 100],
  [262_144, 200],
  [4_096, 1000],
];

/** Makes so many steps, and does not look at what becomes of them. */
export async function updatesAlone({ starts, learningRates, ...task }: DescendTask, steps: number): Promise<void> {
  const gpu = await currentGpu();
  const { device } = gpu;
  const gradients = gradientsPart(gpu, { starts, learningRates, ...task });
  const program = await compile(device, [updates, fourRuns, gradients, advance, startsShader, random]);
  const buffers = new Buffers(device);
  try {
    const thetas = buffers.storage('iterates', starts.count);
    const { low, high, seed, count } = starts;
    const bindings = program.bind({
      starts: buffers.uniform(
        'starts',
        packStruct(startsShader, 'Starts', { count, sampling: 0, low, span: high - low, seed, zero: 0 }),
      ),
      updates: buffers.uniform(
        'updates',
        packStruct(updates, 'Updates', { runs: count, steps, rate: learningRates[0] }),
      ),
      thetas,
    });
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(program.pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(workgroups(count / 8));
    pass.end();
    // Something must be waited for; the engine reads back as little.
    const read = buffers.copies(encoder, 'iterates', [{ buffer: thetas, words: 8 }]);
    device.queue.submit([encoder.finish()]);
    await read();
  } finally {
    buffers.destroy();
  }
}

/** Milliseconds of short runs of random starts, beside their bare updates: as many as the engine makes, with those that tell outcomes. */
export async function measureShortRuns(rounds: number): Promise<ShortRunsMeasurement> {
  const engine = only('webgpu');
  const measurement: ShortRunsMeasurement = { tasks: [] };
  for (const [count, iterations] of SIZES) {
    const sheet = sheetTask(count);
    const task: DescendTask = {
      ...sheet,
      iterations,
      learningRates: [0.01],
      starts: { ...sheet.starts, sampling: 'random' },
    };
    // Runs at a minimum that surely keeps them are not followed.
    const { converged } = outcomesAt(await engine.run(descend, task), 0);
    const steps = iterations + Math.round((1 - converged / count) * FOLLOWED);
    const contestants = {
      'the engine on WebGPU': () => engine.run(descend, task),
      'its updates alone, 8 starts per invocation': () => updatesAlone(task, steps),
    };
    const rows = Object.keys(contestants).map((name) => ({ name, milliseconds: [] as number[] }));
    // In turns, so that whatever else the machine does meanwhile meets all alike; the first round only warms up.
    for (let round = 0; round <= rounds; round++) {
      for (const [i, run] of Object.values(contestants).entries()) {
        const began = performance.now();
        await run();
        if (round > 0) rows[i].milliseconds.push(performance.now() - began);
      }
    }
    measurement.tasks.push({ name: `${count} random starts, ${iterations} iterations`, rows });
  }
  return measurement;
}
