import { expect, test } from 'vitest';
import { bucketOf, firstOfBucket } from '../../../math/dates';
import { startAt } from '../../../math/starts';
import { endingsAt, type DescendResult, type DescendTask } from '../../descend';
import { endingsIn, endingsOf, kindsIn, kindsOf, numberOf } from '../../descend/endings';
import { runByTheBook } from '../../descend/by-the-book.fixtures';
import { SHEET_MINIMA, SHEET_OBJECTIVE } from '../../descend/sheet.fixtures';
import { binOf } from './bins';
import { descend as kernel } from './kernel';
import { descendPlan } from './plan';
import { prepareDescend } from './prepare';

const descend = { ...descendPlan, ...kernel };
const engine = { kind: 'cpu', precision: 'float64', adapter: 'this test' } as const;

const sheetTask: DescendTask = {
  objective: SHEET_OBJECTIVE,
  // Both minima, cycles of 2 and 4, chaos, a slow transient, divergence at once and on the way.
  learningRates: [0.003, 0.01, 0.098, 0.1, 0.1064, 0.3, 1.5, 2, 4],
  starts: { sampling: 'grid', count: 150, low: -5, high: 20, seed: 0 },
  iterations: 330,
  minima: SHEET_MINIMA,
  tolerance: 1e-3,
  bound: 1e6,
  histogram: { low: -5, high: 12, count: 40 },
  density: { low: -1, high: 10.5, count: 70, last: 75 },
  records: true,
};

/** Computes a task in pieces that end at the given run numbers. */
function compute(task: DescendTask, ends: number[] = []): DescendResult {
  const prepared = prepareDescend(task);
  const collector = descend.collect(prepared);
  let from = 0;
  for (const to of [...ends, descend.items(prepared)]) {
    const steps = descend.run(prepared, from, to);
    let next = steps.next();
    for (let share = 0; !next.done; next = steps.next()) {
      expect(next.value).toBeGreaterThanOrEqual(share);
      expect(next.value).toBeLessThanOrEqual(1);
      share = next.value;
    }
    collector.add(next.value, from);
    from = to;
  }
  return collector.result(engine);
}

/** The result of a task, straight from the words of the contract. */
function byTheBook(task: DescendTask): DescendResult {
  const { learningRates, starts, iterations, histogram, density } = task;
  const run = runByTheBook(task);
  const [R, S, E, K] = [learningRates.length, starts.count, endingsIn(task), kindsIn(task) - 1];
  const kinds = kindsOf(task);
  const counts = new Uint32Array(R * E);
  const histogramCounts = new Uint32Array(histogram ? R * K * (histogram.count + 2) : 0);
  const densityCounts = new Uint32Array(density ? R * (density.count + 2) : 0);
  const labels = new Uint16Array(R * S);
  const dates = new Uint32Array(R * S);
  const finals = new Float64Array(R * S);
  const medianIterations = learningRates.map((rate, r) => {
    const convergedDates: number[] = [];
    for (let s = 0; s < S; s++) {
      const { iterates, ending, date, final } = run(startAt(starts, s), rate);
      const number = numberOf(ending, task);
      const hasEnded = ending.outcome === 'diverged' || ending.outcome === 'left';
      if (ending.outcome === 'converged') convergedDates.push(date);
      if (histogram && ending.outcome !== 'diverged')
        histogramCounts[(r * K + kinds[number]) * (histogram.count + 2) + binOf(histogram, final)]++;
      if (density && !hasEnded)
        for (const theta of iterates.slice(iterations + 1 - density.last, iterations + 1))
          densityCounts[r * (density.count + 2) + binOf(density, theta)]++;
      counts[r * E + number]++;
      labels[r * S + s] = number;
      dates[r * S + s] = date;
      finals[r * S + s] = final;
    }
    convergedDates.sort((a, b) => a - b);
    return convergedDates.length > 0
      ? firstOfBucket(bucketOf(convergedDates[Math.ceil(convergedDates.length / 2) - 1]))
      : null;
  });
  return {
    engine,
    endings: endingsOf(task),
    counts,
    medianIterations,
    labels,
    dates,
    finals,
    histogram: histogram && histogramCounts,
    density: density && densityCounts,
  };
}

// 330 = 20 * 16 + 10: periods and a rest; 37 is too short for most runs to end early; 1 and 0 have no period at all.
test.each([330, 320, 37, 16, 1, 0])(
  'blocks that drop finished runs give what the plain loop gives, bit for bit, after %i iterations',
  (iterations) => {
    const task = { ...sheetTask, iterations, density: { ...sheetTask.density!, last: Math.min(75, iterations + 1) } };
    expect(compute(task)).toEqual(byTheBook(task));
  },
);

test.each([1, 2, 16, 17, 330, 331])('the density of the last %i iterates is that of the plain loop', (last) => {
  const task = { ...sheetTask, density: { ...sheetTask.density!, last } };
  expect(compute(task).density).toEqual(byTheBook(task).density);
});

test('random starts give what the plain loop gives', () => {
  const task = { ...sheetTask, starts: { ...sheetTask.starts, sampling: 'random', seed: 5 } } as const;
  expect(compute(task)).toEqual(byTheBook(task));
});

test('the result does not depend on how the work is cut', () => {
  const whole = compute(sheetTask);
  expect(compute(sheetTask, [1, 150, 151, 700, 1212])).toEqual(whole);
  expect(compute(sheetTask, [64, 128, 449, 1349])).toEqual(whole);
});

/** The endings of all runs, in the order of the runs. */
const endingsByRun = (result: DescendResult) => Array.from(result.labels!, (label) => result.endings[label]);

test('a cycle that comes near a minimum again and again has not converged', () => {
  // theta <- theta - 2 theta: the start and its mirror image in turns, and only 1 is close to the minimum named here.
  const task: DescendTask = {
    ...sheetTask,
    objective: 't^2/2',
    learningRates: [2],
    minima: [1],
    starts: { ...sheetTask.starts, count: 2, low: -2, high: 2 },
  };
  for (const iterations of [1000, 1001]) {
    const result = compute({ ...task, iterations });
    const cycle = { outcome: 'cycling', period: 2 };
    expect(endingsByRun(result)).toEqual([cycle, cycle]);
    expect(Array.from(result.dates!)).toEqual([iterations, iterations]);
  }
});

test('a start that is beyond the bound has diverged at iteration 0', () => {
  const task: DescendTask = {
    ...sheetTask,
    objective: 't^2/2',
    learningRates: [0.5],
    minima: [0],
    bound: 2,
    starts: { ...sheetTask.starts, count: 4, low: -4, high: 4 },
  };
  const result = compute(task);
  expect(endingsByRun(result).map(({ outcome }) => outcome)).toEqual([
    'diverged',
    'converged',
    'converged',
    'diverged',
  ]);
  const { dates, finals } = result;
  expect([dates![0], dates![3]]).toEqual([0, 0]);
  expect([finals![0], finals![3]]).toEqual([-3, 3]);
});

test('a run whose function ends has left at the first iterate where there is none', () => {
  const task: DescendTask = {
    ...sheetTask,
    objective: 'sqrt(t)',
    learningRates: [1],
    minima: [],
    starts: { ...sheetTask.starts, count: 3, low: -0.1, high: 0.2 },
  };
  const result = compute(task);
  const { dates, finals } = result;
  expect(endingsAt(result, 0)).toEqual([{ outcome: 'left', count: 3 }]);
  expect(Array.from(dates!)).toEqual([0, 1, 1]);
  expect(finals![0]).toBeCloseTo(-0.05, 12);
  // 0.15 - 1 / (2 sqrt(0.15)) < 0, where there is no root.
  expect(finals![2]).toBeCloseTo(0.15 - 0.5 / Math.sqrt(0.15), 12);
});

test('where tolerances overlap the nearest minimum has the run', () => {
  const task: DescendTask = {
    ...sheetTask,
    objective: 't',
    learningRates: [0],
    minima: [0, 1],
    tolerance: 5,
    starts: { ...sheetTask.starts, count: 4, low: -1, high: 3 },
  };
  expect(endingsByRun(compute(task)).map(({ place }) => place)).toEqual([0, 0, 1, 1]);
  // 3, 1.5, 0.75, 0.375: only then is 0 the nearer one.
  const moving = compute({
    ...task,
    objective: 't^2/2',
    learningRates: [0.5],
    starts: { ...task.starts, count: 1, low: 2, high: 4 },
  });
  expect([moving.labels![0], moving.dates![0]]).toEqual([0, 3]);
});

test.each([16, 17, 18, 19, 35])('a cycle of three is followed to its end: %i iterations', (iterations) => {
  // f' = -1, -1, 2 at 0, 1, 2, so that the iterates go round, without any rounding.
  const task: DescendTask = {
    ...sheetTask,
    objective: 't^3/2 - 3t^2/4 - t',
    learningRates: [1],
    iterations,
    density: undefined,
    starts: { ...sheetTask.starts, count: 1, low: -1, high: 1 },
  };
  const result = compute(task);
  expect(result.finals![0]).toBe(iterations % 3);
  expect(endingsByRun(result)).toEqual([{ outcome: 'cycling', period: 3 }]);
});

test('without minima no run has converged', () => {
  const result = compute({ ...sheetTask, minima: [], learningRates: [0.3, 4] });
  expect(endingsAt(result, 0)).toEqual([{ outcome: 'still', count: 150 }]);
  expect(endingsAt(result, 1)).toEqual([{ outcome: 'diverged', count: 150 }]);
  expect(result.medianIterations).toEqual([null, null]);
});
