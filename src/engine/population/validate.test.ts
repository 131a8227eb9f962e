import { expect, test } from 'vitest';
import { himmelblau, sheetWith } from './problems.fixtures';
import { samplePopulation } from './sample';
import { countOf, startOf, type PopulationTask } from './task';
import { validatePopulation } from './validate';

const good = himmelblau(8, 6);
const bins = { low: 0, high: 1, count: 4 };

test('takes what the experiments ask for', () => {
  expect(() => validatePopulation(good)).not.toThrow();
  expect(() => validatePopulation(sheetWith('adam', 10))).not.toThrow();
});

test.each<[string, Partial<PopulationTask>]>([
  ['optimizer.name', { optimizer: { name: 'adamm' as 'adam', coefficients: [] } }],
  ['optimizer.coefficients', { optimizer: { name: 'adam', coefficients: [0.9] } }],
  ['optimizer.coefficients[0]', { optimizer: { name: 'momentum', coefficients: [1] } }],
  ['schedule.name', { schedule: { name: 'linear' as 'cosine' } }],
  ['schedule.warmup', { schedule: { name: 'cosine', warmup: -1 } }],
  ['learningRates', { learningRates: [] }],
  ['learningRates[0]', { learningRates: [-1] }],
  ['starts.box[0].high', { starts: { sampling: 'random', count: 3, seed: 1, box: [{ low: 1, high: 1 }] } }],
  ['starts.size', { starts: { sampling: 'grid', size: [3], box: [bins, bins] } }],
  ['starts.points[1]', { starts: { sampling: 'points', points: [[1, 2], [3]] } }],
  ['frozen', { frozen: [0, 1] }],
  ['frozen[0]', { frozen: [2] }],
  ['targets[0]', { targets: [[1]] }],
  ['tolerance', { tolerance: 0 }],
  ['observe.histogram.length', { observe: { histogram: [bins] } }],
  ['observe.density.last', { observe: { density: { bins: [bins, bins], last: 1000 } } }],
  ['observe.frames.at[1]', { observe: { frames: { count: 1, at: [3, 3] } } }],
  ['observe.losses.quantiles[0]', { observe: { losses: { quantiles: [2], at: [0] } } }],
])('refuses a wrong %s by its name', (field, wrong) => {
  expect(() => validatePopulation({ ...good, ...wrong })).toThrow(`${field} is `);
});

test('a plane is gone through row by row, from its low corner on', () => {
  const task = {
    starts: {
      sampling: 'grid',
      size: [2, 2],
      box: [
        { low: 0, high: 4 },
        { low: 10, high: 20 },
      ],
    },
  } as const;
  expect([0, 1, 2, 3].map((i) => startOf(task, i))).toEqual([
    [1, 12.5],
    [3, 12.5],
    [1, 17.5],
    [3, 17.5],
  ]);
});

test('a sample makes about as much work as it is to, and is a task', () => {
  for (const task of [himmelblau(400, 300), sheetWith('adam', 100_000)]) {
    const sample = samplePopulation(task, 50_000);
    expect(() => validatePopulation(sample)).not.toThrow();
    const work = countOf(sample) * sample.iterations * sample.learningRates.length;
    expect(work).toBeGreaterThan(25_000);
    expect(work).toBeLessThan(100_000);
  }
});
