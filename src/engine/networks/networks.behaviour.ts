import { expect, describe, test } from 'vitest';
import { NETWORK_ENDINGS, networkBeginning, networkStep, NetworkTraining } from '../../math/tanh-network';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { networks, type NetworksTask } from '.';

export const XOR = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];
const task: NetworksTask = {
  points: XOR,
  seed: 5,
  units: [1, 5],
  firstRates: [0.05, 0.2, 20],
  beginnings: 40,
  iterations: 300,
  tolerance: 0.25,
  bound: 1e6,
};

/** One network after the other, by the definition. */
function byHand(task: NetworksTask, number: number, units: number, rates: readonly [number, number]) {
  const { points, seed, iterations } = task;
  const training = new NetworkTraining(networkStep(points, units), networkBeginning(seed, number, units), rates, task);
  training.advance(iterations + 1);
  return training.trained;
}

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeNetworks(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  const isExact = entry.precision === 'float64';

  describe(`${entry.kind} trains networks`, () => {
    test('every cell has beginnings of its own, and its networks end as they do by hand', async () => {
      const { counts } = await engine.run(networks, task);
      expect(counts!.length).toBe(2 * 3 * 3);
      const expected = new Uint32Array(counts!.length);
      for (let number = 0; number < 6 * 40; number++) {
        const cell = Math.floor(number / 40);
        const rate = task.firstRates[cell % 3];
        const { ending } = byHand(task, number, task.units[Math.floor(cell / 3)], [rate, rate]);
        expected[3 * cell + NETWORK_ENDINGS.indexOf(ending)]++;
      }
      // These rates are far from where descent becomes unstable: float32 may only tip a network over that ends at the very tolerance.
      counts!.forEach((count, i) =>
        expect(Math.abs(count - expected[i]), `count ${i}`).toBeLessThanOrEqual(isExact ? 0 : 1),
      );
      // One unit solves nothing; five solve most; nothing survives a rate of 20.
      expect(counts![0] + counts![3]).toBe(0);
      expect(counts![3 * 4]).toBeGreaterThan(20);
      expect([counts![8], counts![17]]).toEqual([40, 40]);
    });

    test('the one network of a seed is trained at each pair of rates, and ends when it does by hand', async () => {
      const firstRates = [0.05, 0.1, 0.2];
      const secondRates = [0.05, 0.1, 8];
      const { endings, measures } = await engine.run(networks, {
        ...task,
        units: [4],
        beginnings: 'one',
        firstRates,
        secondRates,
      });
      const seen = new Set<string>();
      secondRates.forEach((second, row) =>
        firstRates.forEach((first, column) => {
          const { ending, measure } = byHand(task, 0, 4, [first, second]);
          const cell = 3 * row + column;
          seen.add(ending);
          expect(NETWORK_ENDINGS[endings![cell]], `cell ${cell}`).toBe(ending);
          // Hundreds of steps of float32 lose three digits or so.
          expect(Math.abs(measures![cell] - measure)).toBeLessThanOrEqual(isExact ? 0 : 2e-3 * (1 + measure));
        }),
      );
      expect(seen.size).toBeGreaterThan(1);
    });

    test('without an iteration a network is what it begins as', async () => {
      const untrained = { ...task, iterations: 0, beginnings: 'one' as const, units: [2], tolerance: 100 };
      const { endings, measures } = await engine.run(networks, untrained);
      expect([...endings!, ...measures!]).toEqual([0, 0, 0, 0, 0, 0]);
    });

    test('a long training of many points and units, which goes out in slices, ends when it does by hand', async () => {
      const long: NetworksTask = {
        ...task,
        points: Array.from({ length: 16 }, () => XOR)
          .flat()
          .slice(1),
        units: [16],
        beginnings: 'one',
        firstRates: [0.01],
        iterations: 2500,
        tolerance: 0.02,
      };
      const { endings, measures } = await engine.run(networks, long);
      const { ending, measure } = byHand(long, 0, 16, [0.01, 0.01]);
      expect(NETWORK_ENDINGS[endings![0]]).toBe(ending);
      expect(ending).toBe('solved');
      expect(measure).toBeGreaterThan(1000);
      expect(Math.abs(measures![0] - measure)).toBeLessThanOrEqual(isExact ? 0 : 2e-3 * measure);
    });

    test('refuses what cannot be trained, by name', async () => {
      await expect(engine.run(networks, { ...task, units: [17] })).rejects.toThrow('units[0] is 17');
      await expect(engine.run(networks, { ...task, points: [[0, 1]] })).rejects.toThrow('points[0] is [0, 1]');
    });
  });
}
