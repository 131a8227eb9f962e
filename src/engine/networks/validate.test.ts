import { expect, test } from 'vitest';
import { networks, type NetworksTask } from '.';

const task: NetworksTask = {
  points: [[0, 0, 1]],
  seed: 1,
  units: [2, 3],
  firstRates: [0.1, 1],
  secondRates: [0.1],
  beginnings: 10,
  iterations: 100,
  tolerance: 0.25,
  bound: 1e6,
};

test.each<[Partial<NetworksTask>, string]>([
  [{ points: [] }, 'points is []'],
  [{ points: [[0, 0, 2e3]] }, 'points[0][2] is 2000'],
  [{ units: [0] }, 'units[0] is 0'],
  [{ firstRates: [] }, 'firstRates is []'],
  [{ secondRates: [-1] }, 'secondRates[0] is -1'],
  [{ beginnings: 0 }, 'beginnings is 0'],
  [{ beginnings: 2 ** 25 }, 'beginnings is 33554432; it takes so many that there are at most 67108864 networks'],
  [{ iterations: 1.5 }, 'iterations is 1.5'],
  [{ bound: Infinity }, 'bound is Infinity'],
])('refuses %o', (change, message) => {
  expect(() => networks.validate({ ...task, ...change })).toThrow(message);
});

test.each<[NetworksTask, number]>([
  [task, 2500],
  [{ ...task, beginnings: 'one' }, 400],
  [{ ...task, secondRates: undefined }, 30],
])('a sample takes about the asked work and is a task that can be run', async (whole, work) => {
  const sample = (await networks.sample())(whole, work);
  expect(() => networks.validate(sample)).not.toThrow();
  const done = networks.cost(sample).work;
  expect(done).toBeGreaterThan(work / 3);
  expect(done).toBeLessThan(3 * work);
});

test('a sample of more work than there is, is the whole task', async () => {
  expect((await networks.sample())(task, 1e12)).toEqual(task);
});
