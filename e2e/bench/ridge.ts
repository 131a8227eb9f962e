import plain from '../../shaders/bench/ridge-plain.wgsl';
import type { Engine } from '../../src/engine/contract';
import { ridgeGrid, type RidgeGridTask } from '../../src/engine/ridge-grid';
import { orderOf } from '../../src/engine/ridge-grid/order';
import { runsOf } from '../../src/engine/ridge-grid/runs';
import { Buffers } from '../../src/engine/webgpu/buffers';
import { compile } from '../../src/engine/webgpu/program';
import { packStruct } from '../../src/engine/webgpu/structs';
import { madeUpFaces } from '../../src/math/made-up-faces';
import { only } from './only';

export interface RidgeMeasurement {
  tasks: {
    rows: number;
    columns: number;
    runs: number;
    contestants: { name: string; productsPerSecond: number[] }[];
  }[];
}

/** Trains the grid and gives the weights of all runs after the last epoch. */
type Contestant = (task: RidgeGridTask) => Promise<ArrayLike<number>>;

/** Faces, 12 x 12, and as large as the sheet's, of which there are fewer here. */
const SIZES = [
  { rows: 400, side: 12, epochs: 40 },
  { rows: 400, side: 48, epochs: 2 },
];

const contestant =
  (engine: Engine): Contestant =>
  async (task) =>
    (await engine.run(ridgeGrid, task)).weights;

/** The obvious kernel on a device of its own. It neither finds errors nor sees what diverges. */
async function plainGrid(): Promise<Contestant> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter');
  const device = await adapter.requestDevice();
  const program = await compile(device, [plain]);
  return async (task) => {
    const { training, columns, epochs, seed } = task;
    const rows = training.targets.length;
    const runs = runsOf(task);
    const settings = runs.flatMap(({ batch, learningRate, strength }) => [batch, learningRate, strength]);
    const buffers = new Buffers(device);
    const words = runs.length * (columns + 1);
    const given = {
      task: buffers.uniform('task', packStruct(plain, 'Task', { rows, columns, runs: runs.length })),
      design: buffers.data('design', Float32Array.from(training.design)),
      targets: buffers.data('targets', Float32Array.from(training.targets)),
      order: buffers.storage('order', rows),
      settings: buffers.data('settings', Float32Array.from(settings)),
      weights: buffers.storage('weights', words),
      gradients: buffers.storage('gradients', words),
    };
    const bindings = program.bind(given);
    for (let epoch = 1; epoch <= epochs; epoch++) {
      buffers.write(given.order, orderOf(rows, seed, epoch) as Uint32Array<ArrayBuffer>);
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(program.pipeline);
      pass.setBindGroup(0, bindings);
      pass.dispatchWorkgroups(Math.ceil(runs.length / 64));
      pass.end();
      device.queue.submit([encoder.finish()]);
    }
    const weights = await buffers.readSamples('weights', given.weights, words);
    buffers.destroy();
    return weights;
  };
}

/** The grid of the element but for the rate that diverges. */
function taskOf({ rows, side, epochs }: (typeof SIZES)[number]): RidgeGridTask {
  const { images, ages } = madeUpFaces(rows, 1);
  const columns = side * side;
  // Larger faces are smaller ones, side by side.
  const design = Float32Array.from(
    { length: rows * columns },
    (_, i) => images[Math.floor(i / columns) * 144 + ((i % columns) % 144)] - 0.6,
  );
  return {
    training: { design, targets: Float32Array.from(ages) },
    columns,
    batches: [16, 32, 64, 128],
    learningRates: [0.0001, 0.0003, 0.001, 0.002],
    strengths: [0, 0.001, 0.01, 0.1],
    epochs,
    marks: [epochs],
    seed: 1,
    bound: 1e6,
  };
}

function largestError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [error, most] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    error = Math.max(error, Math.abs(actual[i] - expected[i]));
    most = Math.max(most, Math.abs(expected[i]));
  }
  return actual.length === expected.length ? error / most : Infinity;
}

/** Multiply-adds of training, per second, of each contestant, upload and read-back included; all must find the same weights first. */
export async function measureRidge(rounds: number): Promise<RidgeMeasurement> {
  const run: Record<string, Contestant> = {
    'the engine on WebGPU': contestant(only('webgpu')),
    'one run per invocation': await plainGrid(),
    'the engine on the CPU': contestant(only('cpu')),
  };
  const measurement: RidgeMeasurement = { tasks: [] };
  for (const size of SIZES) {
    const task = taskOf(size);
    const expected = await run['the engine on the CPU'](task);
    const runs = runsOf(task).length;
    const products = 2 * runs * size.rows * (task.columns + 1) * size.epochs;
    const contestants = Object.keys(run).map((name) => ({ name, productsPerSecond: [] as number[] }));
    // In turns; the first round checks and warms up.
    for (let round = 0; round <= rounds; round++) {
      for (const { name, productsPerSecond } of contestants) {
        const began = performance.now();
        const weights = await run[name](task);
        if (round > 0) productsPerSecond.push((products * 1000) / (performance.now() - began));
        else if (!(largestError(weights, expected) < 1e-4))
          throw new Error(`${name} is wrong at ${task.columns} features: off by ${largestError(weights, expected)}`);
      }
    }
    measurement.tasks.push({ rows: size.rows, columns: task.columns, runs, contestants });
  }
  return measurement;
}
