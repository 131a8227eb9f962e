import type { Engine, Samples } from '../../src/engine/contract';
import { conv1dDescent, type Conv1dDescentTask } from '../../src/engine/conv1d-descent';
import { naivePair, type ConvolutionContestant } from './conv1d-kernels';
import { only } from './only';

export interface ConvolutionMeasurement {
  tasks: { length: number; taps: number; iterations: number; rows: { name: string; microseconds: number[] }[] }[];
}

/** What is measured: numbers, taps and iterations; the last one is there to see what short signals gain. */
const SIZES = [
  [1_000_000, 8, 30],
  [1_000_000, 64, 10],
  [65_536, 31, 100],
  [1024, 15, 1000],
];

const contestant =
  (engine: Engine): ConvolutionContestant =>
  async (task) =>
    (await engine.run(conv1dDescent, task)).x;

/** Waves with jumps under a filter of waves, and a rate at which every step lowers the objective. */
function taskOf(length: number, taps: number, iterations: number): Conv1dDescentTask {
  return {
    taps: Float32Array.from({ length: taps }, (_, j) => (0.5 + Math.cos(j)) / taps),
    observed: Float32Array.from(
      { length: length - taps + 1 },
      (_, i) => 2 * Math.sin(0.01 * i) + (i % 97 === 0 ? 5 : 0),
    ),
    loss: 'huber',
    ridge: 0.01,
    learningRates: [0.4],
    iterations,
    every: 0,
    bound: 1e30,
  };
}

function largestDifference(a: Samples, b: Samples): number {
  let difference = 0;
  // Written so that what is no number counts.
  for (let i = 0; i < a.length; i++) if (!(Math.abs(a[i] - b[i]) <= difference)) difference = Math.abs(a[i] - b[i]);
  return difference;
}

/** Microseconds per iteration of each contestant, upload and read-back included; all must lead to the same place first. */
export async function measureConv1d(rounds: number): Promise<ConvolutionMeasurement> {
  const contestants: Record<string, ConvolutionContestant> = {
    'the engine on WebGPU': contestant(only('webgpu')),
    'one output per invocation, two dispatches': await naivePair(),
    'the engine on the CPU': contestant(only('cpu')),
  };
  const measurement: ConvolutionMeasurement = { tasks: [] };
  for (const [length, taps, iterations] of SIZES) {
    const task = taskOf(length, taps, iterations);
    const expected = await contestants['the engine on the CPU'](task);
    const rows = Object.keys(contestants).map((name) => ({ name, microseconds: [] as number[] }));
    // In turns, so that whatever else the machine does meanwhile meets all alike; the first round checks and warms up.
    for (let round = 0; round <= rounds; round++) {
      for (const { name, microseconds } of rows) {
        const began = performance.now();
        const x = await contestants[name](task);
        if (round > 0) microseconds.push((1000 * (performance.now() - began)) / iterations);
        // Numbers of about 10 after steps that make no error larger: some roundings of float32 each.
        else if (!(largestDifference(x, expected) < 1e-4))
          throw new Error(
            `${name} is wrong with ${length} numbers and ${taps} taps: off by ${largestDifference(x, expected)}`,
          );
      }
    }
    measurement.tasks.push({ length, taps, iterations, rows });
  }
  return measurement;
}
