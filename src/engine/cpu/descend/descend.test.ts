import { expect, test } from 'vitest';
import { bucketOf, firstOfBucket } from '../../../math/dates';
import { startAt } from '../../../math/starts';
import type { DescendResult, DescendTask } from '../../descend';
import { SHEET_MINIMA, SHEET_OBJECTIVE } from '../../descend/sheet.fixtures';
import { binOf } from './bins';
import { descend as kernel } from './kernel';
import { descendPlan } from './plan';
import { gradientOf } from '../gradient';
import { withGradient } from '../gradient-program';

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
  const collector = descend.collect(withGradient(task));
  let from = 0;
  for (const to of [...ends, descend.items(withGradient(task))]) {
    const steps = descend.run(withGradient(task), from, to);
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

/** All iterates of a run, by the book: no blocks, no early end. */
function iteratesOf(task: DescendTask, start: number, rate: number): number[] {
  const gradient = gradientOf(withGradient(task));
  const theta = new Float64Array([start]);
  const slope = new Float64Array(1);
  const iterates = [start];
  for (let k = 0; k < task.iterations; k++) {
    gradient(theta, slope, 1);
    theta[0] -= rate * slope[0];
    iterates.push(theta[0]);
  }
  return iterates;
}

/** The result of a task, straight from the words of the contract. */
function byTheBook(task: DescendTask): DescendResult {
  const { learningRates, starts, minima, iterations, tolerance, bound, histogram, density } = task;
  const [R, S, M] = [learningRates.length, starts.count, minima.length];
  const counts = new Uint32Array(R * (M + 2));
  const histogramCounts = new Uint32Array(histogram ? R * (M + 1) * (histogram.count + 2) : 0);
  const densityCounts = new Uint32Array(density ? R * (density.count + 2) : 0);
  const labels = new Uint8Array(R * S);
  const dates = new Uint32Array(R * S);
  const finals = new Float64Array(R * S);
  const medianIterations = learningRates.map((rate, r) => {
    const convergedDates: number[] = [];
    for (let s = 0; s < S; s++) {
      const iterates = iteratesOf(task, startAt(starts, s), rate);
      const beyond = iterates.findIndex((theta) => !(Math.abs(theta) <= bound));
      let outcome = M + 1;
      let date = beyond;
      let final = iterates[beyond];
      if (beyond < 0) {
        final = iterates[iterations];
        outcome = minima.findIndex((m) => Math.abs(final - m) <= tolerance);
        date = iterations;
        if (outcome < 0) outcome = M;
        else {
          while (date > 0 && Math.abs(iterates[date - 1] - minima[outcome]) <= tolerance) date--;
          convergedDates.push(date);
        }
        if (histogram) histogramCounts[(r * (M + 1) + outcome) * (histogram.count + 2) + binOf(histogram, final)]++;
        if (density)
          for (const theta of iterates.slice(-density.last))
            densityCounts[r * (density.count + 2) + binOf(density, theta)]++;
      }
      counts[r * (M + 2) + outcome]++;
      labels[r * S + s] = outcome;
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

test('a cycle that enters a tolerance in each of its periods has entered it last in the last one', () => {
  // theta <- theta - 2 theta: the start and its mirror image in turns, and only 1 is close to the minimum named here.
  const task: DescendTask = {
    ...sheetTask,
    objective: 't^2/2',
    learningRates: [2],
    minima: [1],
    starts: { ...sheetTask.starts, count: 2, low: -2, high: 2 },
  };
  const even = compute({ ...task, iterations: 1000 });
  expect(Array.from(even.labels!)).toEqual([1, 0]);
  expect(Array.from(even.dates!)).toEqual([1000, 1000]);
  const odd = compute({ ...task, iterations: 1001 });
  expect(Array.from(odd.labels!)).toEqual([0, 1]);
  expect(Array.from(odd.dates!)).toEqual([1001, 1001]);
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
  const { labels, dates, finals } = compute(task);
  expect(Array.from(labels!)).toEqual([2, 0, 0, 2]);
  expect([dates![0], dates![3]]).toEqual([0, 0]);
  expect([finals![0], finals![3]]).toEqual([-3, 3]);
});

test('a run whose function ends has diverged where it is no number', () => {
  const task: DescendTask = {
    ...sheetTask,
    objective: 'sqrt(t)',
    learningRates: [1],
    minima: [],
    starts: { ...sheetTask.starts, count: 2, low: 0, high: 0.2 },
  };
  const { labels, dates, finals } = compute(task);
  expect(Array.from(labels!)).toEqual([1, 1]);
  // From 0.05: 0.05 - 1 / (2 sqrt(0.05)) < 0, where the slope is no number.
  expect(Array.from(dates!)).toEqual([2, 2]);
  expect(Array.from(finals!)).toEqual([NaN, NaN]);
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
  expect(Array.from(compute(task).labels!)).toEqual([0, 0, 1, 1]);
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
  expect(compute(task).finals![0]).toBe(iterations % 3);
});

test('without minima every run is bounded or diverged', () => {
  const { counts, medianIterations } = compute({ ...sheetTask, minima: [], learningRates: [0.3, 4] });
  expect(Array.from(counts)).toEqual([150, 0, 0, 150]);
  expect(medianIterations).toEqual([null, null]);
});
