import { expect, test } from 'vitest';
import { calibrate, Speed } from './speed';

/** How long a task is expected to take on an engine whose runs take so long. */
async function expected(milliseconds: (work: number) => number): Promise<number> {
  let now = 0;
  const run = async (work: number) => {
    now += milliseconds(work);
    return work;
  };
  const speed = await calibrate('t^2', run, () => now);
  return speed.estimate({ shape: 'a', objective: 't^2', work: 1e8 });
}

test('calibration finds overhead and time per iterate', async () => {
  const works: number[] = [];
  const found = await expected((work) => 3 + work / 1e6 + (works.push(work) > 1 ? 0 : 40));
  // Grows until a run takes 10 ms longer than the overhead, and takes as long two more times.
  expect(works).toEqual([256, 256, 256, 256, 250_000, 1_000_000, 4_000_000, 16_000_000, 16_000_000, 16_000_000]);
  expect(found).toBeCloseTo(103, 2);
});

test('an engine that gets quicker as it warms up is measured warm', async () => {
  let done = 0;
  // Twenty-five times slower until it has computed a million iterates.
  const found = await expected((work) => {
    const isCold = done < 1e6;
    done += work;
    return 1 + (work / 1e6) * (isCold ? 25 : 1);
  });
  expect(found).toBeCloseTo(101, 1);
});

test('a page that holds up two runs of three does not count against an engine', async () => {
  let runs = 0;
  expect(await expected((work) => 1 + work / 1e6 + (runs++ % 3 === 0 ? 0 : 50))).toBeCloseTo(101, 1);
});

test('what a long task took says more of the next one than what a short one did', () => {
  const after = (work: number, milliseconds: number) => {
    const speed = new Speed('t^2', 0, 1e-6);
    speed.learn({ shape: 'a', objective: 't^2', work }, milliseconds);
    return speed.estimate({ shape: 'b', objective: 't^2', work: 1e8 });
  };
  // Ten times slower than it was measured: the time per iterate is blended on a logarithmic scale, with 50 ms of measurements before.
  expect(after(1e6, 10)).toBeCloseTo(100 * 10 ** (10 / 60));
  expect(after(1e9, 10_000)).toBeCloseTo(100 * 10 ** (10_000 / 10_050));
});

test('a task that was run is expected to take as long again', () => {
  const speed = new Speed('t^2', 1, 1e-6);
  const load = { shape: 'a', objective: 't^2', work: 1e6 };
  speed.learn(load, 8);
  expect(speed.estimate(load)).toBeCloseTo(8);
  // One odd measurement weighs a quarter, on a logarithmic scale.
  speed.learn(load, 128);
  expect(speed.estimate(load)).toBeCloseTo(16);
});

test('what preparing for an objective takes is learned from the first one that is met', () => {
  const speed = new Speed('t^2', 1, 1e-6);
  const load = { shape: 'b', objective: 't^3', work: 1e6 };
  speed.learn(load, 42);
  expect(speed.estimate(load)).toBeCloseTo(2);
  expect(speed.estimate({ ...load, shape: 'c', objective: 't^4' })).toBeCloseTo(42);
});
