import type { Engine } from '../../src/engine/contract';
import { factorize, type FactorizeTask } from '../../src/engine/factorize';
import { normalAt } from '../../src/math/noise';
import { threefry, unitInterval } from '../../src/math/random';
import { sparseTable } from '../../src/math/sparse-table';
import { plainFactorization, type FactorizationContestant } from './factorize-kernels';
import { only } from './only';

export interface FactorizationMeasurement {
  epochs: number;
  tasks: {
    rows: number;
    columns: number;
    ratings: number;
    rank: number;
    contestants: { name: string; ratingsPerSecond: number[] }[];
  }[];
}

/** What is measured: the sizes of two well-known tables of film ratings. */
const SIZES = [
  [943, 1682, 100_000, 16],
  [6040, 3706, 1_000_000, 32],
];
const EPOCHS = 20;
/** The plain kernel takes long for the larger one. */
const MOST_ROUNDS = [Infinity, 3];

const contestant =
  (engine: Engine): FactorizationContestant =>
  async (task) =>
    (await engine.run(factorize, task)).losses.subarray(0, task.epochs);

/** Draws from 0 .. count - 1, number i with a weight of (i + shift)^-exponent, under numbers in no order. */
function popularity(count: number, exponent: number, shift: number): (share: number) => number {
  const ends = new Float64Array(count);
  for (let i = 0, sum = 0; i < count; i++) ends[i] = sum += (i + shift) ** -exponent;
  // Steps of a number that has no factor in common with the count come by every place once.
  let step = Math.round(0.618 * count);
  while (hasCommonFactor(step, count)) step++;
  return (share) => {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] > share * ends[count - 1]) high = middle;
      else low = middle + 1;
    }
    return (low * step) % count;
  };
}

function hasCommonFactor(a: number, b: number): boolean {
  while (b > 0) [a, b] = [b, a % b];
  return a > 1;
}

/** Ratings about 3.5 with a low-rank part; a few items have very many of them, and users are a little less unequal. */
function taskOf(rows: number, columns: number, ratings: number, rank: number): FactorizeTask {
  const [user, item] = [popularity(rows, 0.6, 10), popularity(columns, 0.8, 10)];
  const [rowOf, columnOf, values] = [new Uint32Array(ratings), new Uint32Array(ratings), new Float32Array(ratings)];
  const known = new Set<number>();
  for (let draw = 0; known.size < ratings; draw++) {
    const words = threefry([1, 0], [draw, 0]);
    const [row, column] = [user(unitInterval(words[0])), item(unitInterval(words[1]))];
    const place = row * columns + column;
    if (known.has(place)) continue;
    rowOf[known.size] = row;
    columnOf[known.size] = column;
    values[known.size] = 3.5 + Math.sin(row) * Math.cos(column) + 0.5 * Math.sin(2.7 * draw);
    known.add(place);
  }
  const factors = (seed: number, count: number) =>
    Float32Array.from({ length: count * rank }, (_, i) => 0.3 * normalAt(seed, i));
  const initial = { u: factors(1, rows), v: factors(2, columns) };
  return {
    ratings: sparseTable(rows, columns, { rowOf, columnOf, values }),
    rank,
    initial,
    mean: 3.5,
    biases: false,
    learningRates: [0.0003],
    ridge: 0,
    epochs: EPOCHS,
    every: 0,
    bound: 1e30,
  };
}

function largestRelativeError(actual: Float64Array, expected: Float64Array): number {
  return Math.max(...actual.map((value, i) => Math.abs(value / expected[i] - 1)));
}

/** Ratings times epochs per second of each contestant, upload and read-back included; all must find the same losses first. */
export async function measureFactorize(rounds: number): Promise<FactorizationMeasurement> {
  const run: Record<string, FactorizationContestant> = {
    'the engine on WebGPU': contestant(only('webgpu')),
    'one row per invocation': await plainFactorization(),
    'the engine on the CPU': contestant(only('cpu')),
  };
  const measurement: FactorizationMeasurement = { epochs: EPOCHS, tasks: [] };
  for (const [i, [rows, columns, ratings, rank]] of SIZES.entries()) {
    const task = taskOf(rows, columns, ratings, rank);
    const expected = await run['the engine on the CPU'](task);
    const contestants = Object.keys(run).map((name) => ({ name, ratingsPerSecond: [] as number[] }));
    // In turns, so that whatever else the machine does meanwhile meets all alike; the first round checks and warms up.
    for (let round = 0; round <= Math.min(rounds, MOST_ROUNDS[i]); round++) {
      for (const { name, ratingsPerSecond } of contestants) {
        const began = performance.now();
        const losses = await run[name](task);
        if (round > 0) ratingsPerSecond.push((ratings * EPOCHS * 1000) / (performance.now() - began));
        else if (!(largestRelativeError(losses, expected) < 1e-4 && losses[EPOCHS - 1] < losses[0]))
          throw new Error(
            `${name} is wrong with ${ratings} ratings at rank ${rank}: off by ${largestRelativeError(losses, expected)}`,
          );
      }
    }
    measurement.tasks.push({ rows, columns, ratings, rank, contestants });
  }
  return measurement;
}
