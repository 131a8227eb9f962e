import { describe, expect, test } from 'vitest';
import { Conv1d } from '../../../math/conv1d';
import { SHEET_CONV1D } from '../../../math/conv1d-sheet-values';
import { gradientDescent } from '../../../math/gradient-descent';
import { normalAt } from '../../../math/noise';
import type { Samples } from '../../contract';
import type { Conv1dDescentTask } from '../../conv1d-descent';
import { conv1d as conv1dKernel } from '../conv1d/kernel';
import { Blocks } from './blocks';
import { conv1dDescent as descentKernel } from './kernel';
import { conv1dDescentPlan } from './plan';
import { conv1dPlan } from '../conv1d/plan';
import type { WorkerKernel } from '../worker-kernel';
import type { Plan } from '../plan';

const conv1d = { ...conv1dPlan, ...conv1dKernel };
const conv1dDescent = { ...conv1dDescentPlan, ...descentKernel };
const engine = { kind: 'cpu', precision: 'float64', adapter: 'this test' } as const;
const bytesOf = (array: Samples) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
const normals = (seed: number, count: number) => Float64Array.from({ length: count }, (_, i) => normalAt(seed, i));

/** Computes a task in jobs that end at the given items; `shuffled` hands in the last one first. */
function compute<Task, Part, Result, Excerpt>(
  kernel: Plan<Task, Part, Result, Excerpt> & WorkerKernel<Excerpt, Part>,
  task: Task,
  ends: number[] = [],
  shuffled = false,
): Result {
  const collector = kernel.collect(task);
  const parts: [Part, number][] = [];
  let from = 0;
  for (const to of [...ends, kernel.items(task)]) {
    const steps = kernel.run(kernel.excerpt!(task, from, to), from, to);
    let next = steps.next();
    while (!next.done) next = steps.next();
    parts.push([next.value, from]);
    from = to;
  }
  if (shuffled) parts.reverse();
  for (const [part, first] of parts) collector.add(part, first);
  return collector.result(engine);
}

/** A random problem with n samples and r taps, at a rate below every threshold. */
function random(n: number, r: number, change: Partial<Conv1dDescentTask> = {}): Conv1dDescentTask {
  const taps = normals(1, r);
  const rate = 1.5 / (new Conv1d(taps, n).normBound() ** 2 + 0.1);
  return {
    taps,
    observed: normals(2, n - r + 1).map((b) => 2 * b),
    initial: normals(3, n),
    loss: 'huber',
    ridge: 0.1,
    learningRates: [rate],
    iterations: 20,
    every: 1,
    bound: 1e9,
    ...change,
  };
}

const defined = ({ taps, observed, initial, loss, ridge, learningRates, iterations }: Conv1dDescentTask, rate = 0) => {
  const n = observed.length + taps.length - 1;
  return gradientDescent({
    A: new Conv1d(taps, n),
    b: observed,
    x0: initial ?? new Float64Array(n),
    loss,
    ridge,
    learningRate: learningRates[rate],
    iterations,
  });
};

/** Twenty contracting steps add a few roundings each; the objective's sum over n terms is taken in another order. */
function expectAlike(actual: ArrayLike<number>, expected: ArrayLike<number>, relative = 1e-12): void {
  expect(actual.length).toBe(expected.length);
  let scale = 1;
  let error = 0;
  for (let i = 0; i < expected.length; i++) {
    scale = Math.max(scale, Math.abs(expected[i]));
    const difference = Math.abs(actual[i] - expected[i]);
    error = difference <= error ? error : difference;
  }
  expect(error / scale).toBeLessThan(relative);
}

describe('what one block is', () => {
  test("passes through the sheet's iterates", () => {
    const { taps, observed, ridge, learningRate, iterates } = SHEET_CONV1D;
    const task: Conv1dDescentTask = {
      taps: Float64Array.from(taps),
      observed: Float64Array.from(observed),
      loss: 'huber',
      ridge,
      learningRates: [learningRate],
      iterations: 100,
      every: 1,
      bound: 1e6,
    };
    const { x, losses, iterates: frames, diverged } = compute(conv1dDescent, task);
    for (const { iteration, x: known, objective } of iterates) {
      known.forEach((value, i) => expect(Math.abs(frames![8 * iteration + i] - value)).toBeLessThan(1e-12));
      expect(Math.abs(losses[iteration] - objective)).toBeLessThan(1e-12);
    }
    expect(Array.from(x)).toEqual(Array.from(frames!.subarray(800)));
    expect(diverged).toEqual([null]);
  });

  test.each([
    [1, 1],
    [2, 2],
    [7, 1],
    [9, 9],
    [31, 30],
    [67, 13],
    [257, 6],
    [4099, 5],
    [5003, 4096],
  ])('%i samples, %i taps: is the definition', async (n, r) => {
    for (const loss of ['huber', 'square'] as const) {
      const task = random(n, r, { loss, iterations: r > 1000 ? 3 : 20 });
      const { x, losses } = compute(conv1dDescent, task);
      const expected = await defined(task);
      expectAlike(x, expected.x);
      expectAlike(losses, expected.losses);
    }
  });
});

describe('what many blocks are', () => {
  const n = 60_001;
  const task = random(n, 9, {
    learningRates: [0.9, 0.5, 0.1].map((share) => share * random(n, 9).learningRates[0]),
    every: 7,
  });
  const whole = compute(conv1dDescent, task);
  const { count } = new Blocks(9, task.observed.length, task.iterations);

  test('is the definition, at every rate', async () => {
    expect(count).toBe(8);
    for (const rate of [0, 1, 2]) {
      const expected = await defined(task, rate);
      expectAlike(whole.losses.subarray(21 * rate, 21 * rate + 21), expected.losses);
      if (rate === 0) expectAlike(whole.x, expected.x);
    }
    expect([whole.frames, whole.iterates!.length]).toEqual([3, 3 * n]);
    expect(bytesOf(whole.iterates!.subarray(0, n)).equals(bytesOf(task.initial!))).toBe(true);
  });

  test.each([[[1, 2, 3, 4, 5, 6, 7, 8, 9, 23]], [[7, 8, 9]], [[3, 20]]])(
    'is the same bit for bit if the jobs end at %j',
    (ends) => {
      for (const shuffled of [false, true]) {
        const { losses, x, iterates } = compute(conv1dDescent, task, ends, shuffled);
        expect(bytesOf(losses).equals(bytesOf(whole.losses))).toBe(true);
        expect(bytesOf(x).equals(bytesOf(whole.x))).toBe(true);
        expect(bytesOf(iterates!).equals(bytesOf(whole.iterates!))).toBe(true);
      }
    },
  );

  test('a job takes along what it needs and no more', () => {
    const { observed, initial, first, rows } = conv1dDescent.excerpt!(task, 2, 3);
    // The block, and iterations * (r - 1) = 160 places on either side, and r - 1 more for its last rows.
    expect([first, initial!.length, observed.length, rows]).toEqual([16_384 - 160, 8192 + 328, 8192 + 328, n - 8]);
    expect(initial!.buffer.byteLength).toBe(8 * initial!.length);
  });

  test('every number at the edge of what a job takes along matters, so a narrower margin would be wrong', () => {
    const short = random(n, 9, { loss: 'square', iterations: 2 });
    const excerpt = conv1dDescent.excerpt!(short, 2, 3);
    const moved = (samples: Samples, i: number) =>
      samples.map((sample, j) => (j === i ? sample + 0.5 : sample)) as Float64Array;
    const run = (change: Partial<typeof excerpt>) => {
      const steps = conv1dDescent.run({ ...excerpt, ...change }, 2, 3);
      let next = steps.next();
      while (!next.done) next = steps.next();
      return next.value;
    };
    const { x, losses } = run({});
    expect(run({ observed: moved(excerpt.observed, 0) }).x![0]).not.toBe(x![0]);
    expect(run({ initial: moved(excerpt.initial!, excerpt.initial!.length - 1) }).losses[2]).not.toBe(losses[2]);
  });
});

test('a descent from zero need not say so', () => {
  const task = random(100, 7);
  expect(compute(conv1dDescent, { ...task, initial: undefined })).toEqual(
    compute(conv1dDescent, { ...task, initial: new Float64Array(100) }),
  );
});

test('divergence is dated by the objective, which stays what it was there', async () => {
  for (const n of [50, 30_000]) {
    const stable = random(n, 5, { loss: 'square', iterations: 60, bound: 1e8 });
    const [rate] = stable.learningRates;
    const task = { ...stable, learningRates: [4 * rate, rate] };
    const { losses, diverged } = compute(conv1dDescent, task);
    const expected = await defined(task);
    const date = expected.losses.findIndex((objective) => !(objective <= 1e8));
    expect(date).toBeGreaterThan(1);
    expect(diverged).toEqual([date, null]);
    expectAlike(losses.subarray(0, date + 1), expected.losses.subarray(0, date + 1));
    for (let k = date; k <= 60; k++) expect(losses[k]).toBe(losses[date]);
    expect(losses[121]).toBeLessThan(losses[61]);
  }
});

test('a start beyond the bound has diverged at once, and zero iterations give the start', () => {
  const task = random(40, 3, { iterations: 0, bound: 1e-3 });
  const { diverged, x, losses } = compute(conv1dDescent, task);
  expect([diverged, losses.length]).toEqual([[0], 1]);
  expect(x).toEqual(task.initial);
});

test('one application is the operator of the library', () => {
  for (const [n, r] of [
    [1, 1],
    [9, 9],
    [67, 13],
    [9001, 64],
    [700_000, 5],
  ]) {
    const A = new Conv1d(normals(1, r), n);
    for (const transpose of [false, true]) {
      const input = normals(2, transpose ? n - r + 1 : n);
      const expected = transpose ? A.transpose.apply(input) : A.apply(input);
      const task = { taps: A.taps, input, transpose, repeats: 3 };
      // A long one is cut into pieces, and the cuts make no difference.
      for (const ends of n < 10_000 ? [[]] : [[], [1], [1, 2]]) {
        const { output, milliseconds } = compute(conv1d, task, ends, true);
        expect(bytesOf(output).equals(bytesOf(expected))).toBe(true);
        expect(milliseconds).toBeGreaterThanOrEqual(0);
      }
    }
  }
});

test('a long descent and a long application can be paused', () => {
  const descent = conv1dDescent.run(conv1dDescent.excerpt!(random(200_000, 64), 0, 1), 0, 1);
  const application = conv1d.run(
    conv1d.excerpt!({ taps: normals(1, 64), input: normals(2, 200_000), transpose: false, repeats: 10 }, 0, 1),
    0,
    1,
  );
  for (const steps of [descent, application]) {
    const shares = Array.from({ length: 4 }, () => steps.next().value as number);
    shares.forEach((share, i) => expect(share).toBeGreaterThan(shares[i - 1] ?? 0));
    expect(shares[3]).toBeLessThan(0.5);
  }
});
