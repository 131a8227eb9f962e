import { expect, test } from 'vitest';
import { calibrate, Speed } from './speed';

test('calibration finds overhead and time per iterate', async () => {
  let now = 0;
  let met = false;
  const works: number[] = [];
  const speed = await calibrate(
    't^2',
    async (work) => {
      works.push(work);
      now += 3 + work / 1e6 + (met ? 0 : 40);
      met = true;
      return work;
    },
    () => now,
  );
  // Grows until a run takes 10 ms longer than the overhead, and takes as long two more times.
  expect(works).toEqual([256, 256, 256, 256, 250_000, 1_000_000, 4_000_000, 16_000_000, 16_000_000, 16_000_000]);
  expect(speed.estimate({ shape: 'a', objective: 't^2', work: 1e8 })).toBeCloseTo(103, 2);
});

test('an engine that gets quicker as it warms up is measured warm', async () => {
  let now = 0;
  let done = 0;
  const speed = await calibrate(
    't^2',
    async (work) => {
      // Twenty-five times slower until it has computed a million iterates.
      now += 1 + (work / 1e6) * (done < 1e6 ? 25 : 1);
      done += work;
      return work;
    },
    () => now,
  );
  expect(speed.estimate({ shape: 'a', objective: 't^2', work: 1e8 })).toBeCloseTo(101, 1);
});

test('a page that holds up two runs of three does not count against an engine', async () => {
  let now = 0;
  let runs = 0;
  const speed = await calibrate(
    't^2',
    async (work) => {
      now += 1 + work / 1e6 + (runs++ % 3 === 0 ? 0 : 50);
      return work;
    },
    () => now,
  );
  expect(speed.estimate({ shape: 'a', objective: 't^2', work: 1e8 })).toBeCloseTo(101, 1);
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
