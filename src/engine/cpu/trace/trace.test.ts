import { expect, test } from 'vitest';
import type { TraceTask } from '../../trace';
import { SHEET_OBJECTIVE, SHEET_TRAJECTORIES } from '../../descend/sheet.fixtures';
import { withGradient } from '../gradient-program';
import { trace as kernel } from './kernel';
import { tracePlan } from './plan';

const trace = { ...tracePlan, ...kernel };
const engine = { kind: 'cpu', precision: 'float64', adapter: 'this test' } as const;

function compute(task: TraceTask, ends: number[] = []) {
  const collector = trace.collect(withGradient(task));
  let from = 0;
  for (const to of [...ends, task.starts.length]) {
    const steps = trace.run(withGradient(task), from, to);
    let next = steps.next();
    while (!next.done) next = steps.next();
    collector.add(next.value, from);
    from = to;
  }
  return collector.result(engine);
}

const task: TraceTask = {
  objective: SHEET_OBJECTIVE,
  learningRate: 0.3,
  starts: [-5, 2, 3.1, 20],
  iterations: 10,
  every: 1,
  bound: 1e6,
};

test('frame k holds iterate k times every', () => {
  const all = compute(task);
  const third = compute({ ...task, every: 3 });
  expect(all.frames).toBe(11);
  expect(third.frames).toBe(4);
  for (let frame = 0; frame < 4; frame++) {
    expect(third.iterates.slice(4 * frame, 4 * frame + 4)).toEqual(all.iterates.slice(12 * frame, 12 * frame + 4));
  }
  const { iterates } = SHEET_TRAJECTORIES.find(
    ({ learningRate, iterates }) => learningRate === 0.3 && iterates[0] === -5,
  )!;
  // Ten iterates of this run lose no more than a digit or two.
  for (let k = 0; k <= 10; k++) expect(all.iterates[4 * k]).toBeCloseTo(iterates[k], 11);
});

test('a run stays at its first iterate beyond the bound', () => {
  const { iterates } = compute({
    ...task,
    objective: 't^2/2',
    learningRate: 4,
    starts: [1, 1000],
    iterations: 5,
    bound: 50,
  });
  expect(Array.from(iterates)).toEqual([1, 1000, -3, 1000, 9, 1000, -27, 1000, 81, 1000, 81, 1000]);
});

test('the traces do not depend on how the work is cut', () => {
  expect(compute(task, [1, 3])).toEqual(compute(task));
});

test('a long trace can be paused', () => {
  const steps = trace.run(withGradient({ ...task, iterations: 10_000 }), 0, 4);
  expect(steps.next()).toEqual({ done: false, value: 0.2048 });
});
