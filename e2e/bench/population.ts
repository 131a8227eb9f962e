import plain from '../../shaders/bench/population-plain.wgsl';
import { outcomesAt } from '../../src/engine/descend';
import { countOf, population, startOf, variablesOf, type PopulationTask } from '../../src/engine/population';
import { himmelblau, sheetWith } from '../../src/engine/population/problems.fixtures';
import { workgroups } from '../../src/engine/webgpu/batches';
import { Buffers } from '../../src/engine/webgpu/buffers';
import { currentGpu } from '../../src/engine/webgpu/device';
import { packSlice } from '../../src/engine/webgpu/population/batch';
import { momentsOf } from '../../src/engine/webgpu/population/moments';
import { hasMoments, plainParts } from '../../src/engine/webgpu/population/programs';
import { compile } from '../../src/engine/webgpu/program';
import { named } from '../../src/math/optimizers';
import { only } from './only';

export interface PopulationMeasurement {
  tasks: { name: string; rows: { name: string; stepsPerSecond: number[] }[] }[];
}

/** Computes a task; resolves to how many runs are at a target in the end. */
type Contestant = (task: PopulationTask) => Promise<number>;

const withEngine =
  (kind: 'webgpu' | 'cpu'): Contestant =>
  async (task) =>
    outcomesAt(await only(kind).run(population, task), 0).converged;

/** One run per invocation, without slices, without a look at what becomes of it. */
const onePerInvocation: Contestant = async (task) => {
  const gpu = await currentGpu();
  const { device } = gpu;
  const runs = countOf(task);
  const variables = variablesOf(task);
  const program = await compile(device, [plain, ...plainParts(gpu, task)]);
  const buffers = new Buffers(device);
  try {
    const starts = new Float32Array(runs * variables);
    for (let run = 0; run < runs; run++)
      startOf(task, run).forEach((coordinate, variable) => (starts[variable * runs + run] = coordinate));
    const thetas = buffers.storage('iterates', runs * variables);
    buffers.write(thetas, starts);
    const bindings = program.bind({
      slice: buffers.uniform('slice', packSlice(task, { rate: 0, quad: 0, quads: runs / 4 }, 0, task.iterations)),
      rates: buffers.data('rates', Float32Array.from(task.learningRates)),
      thetas,
      state: buffers.storage('state', 2 * runs * variables),
      ...(hasMoments(task) && { moments: buffers.data('moments', momentsOf(task, 0, task.iterations)) }),
    });
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(program.pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(workgroups(runs));
    pass.end();
    const read = buffers.copies(encoder, 'iterates', [{ buffer: thetas, words: runs * variables }]);
    device.queue.submit([encoder.finish()]);
    const [words] = await read();
    const ends = new Float32Array(words.buffer);
    let near = 0;
    for (let run = 0; run < runs; run++) {
      const away = (target: readonly number[]) => Math.hypot(...target.map((at, v) => ends[v * runs + run] - at));
      if (task.targets.some((target) => away(target) <= task.tolerance)) near++;
    }
    return near;
  } finally {
    buffers.destroy();
  }
};

const contestants: Record<string, Contestant> = {
  'the engine on WebGPU': withEngine('webgpu'),
  'one run per invocation, no outcomes': onePerInvocation,
  'the engine on the CPU': withEngine('cpu'),
};
/** It takes many times as long, and its speed does not rise with more starts. */
const SLOW = 'the engine on the CPU';

/** @param starts a multiple of 4 */
export async function measurePopulation(starts: number, rounds: number): Promise<PopulationMeasurement> {
  const measurement: PopulationMeasurement = { tasks: [] };
  for (const name of ['gd', 'momentum', 'adam'] as const) {
    const tasks = {
      'one variable': (count: number) => sheetWith(name, count, { iterations: 200 }),
      'two variables': (count: number) => himmelblau(Math.floor(count / 64), 64, { optimizer: named(name) }),
    };
    for (const [variables, make] of Object.entries(tasks)) {
      await check(make(4096));
      const rows = Object.keys(contestants).map((contestant) => ({ name: contestant, stepsPerSecond: [] as number[] }));
      // In turns, so that whatever else the machine does meanwhile meets all alike; the first round only warms up.
      for (let round = 0; round <= rounds; round++) {
        for (const row of rows) {
          const task = make(row.name === SLOW ? starts / 8 : starts);
          const began = performance.now();
          await contestants[row.name](task);
          const seconds = (performance.now() - began) / 1000;
          if (round > 0) row.stepsPerSecond.push((countOf(task) * task.iterations) / seconds);
        }
      }
      measurement.tasks.push({ name: `${name} in ${variables}`, rows });
    }
  }
  return measurement;
}

/** Every contestant must find the same runs at the targets before it is measured. */
async function check(task: PopulationTask): Promise<void> {
  const [wanted, ...others] = await Promise.all(Object.values(contestants).map((run) => run(task)));
  // What is at a target in the end and what stays there are not the same, by a few runs on their way.
  const accepted = Math.max(4, 0.02 * countOf(task));
  if (others.some((found) => Math.abs(found - wanted) > accepted))
    throw new Error(`${task.optimizer.name}: ${[wanted, ...others].join(', ')} runs of ${countOf(task)} converge`);
}
