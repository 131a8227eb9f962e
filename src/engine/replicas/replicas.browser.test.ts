import { expect, test } from 'vitest';
import { chooseEngine } from '../chooser';
import { engines } from '../engines';
import { replicasTask } from './by-the-book.fixtures';
import { describeReplicas } from './replicas.behaviour';
import { replicas } from '.';

for (const entry of engines) describeReplicas(entry);

test('both engines draw the same: after 200 steps at stable rates moments and quantiles agree to 1e-5', async () => {
  const task = replicasTask({
    learningRates: [0.05, 0.1, 0.2],
    replicas: 20_000,
    every: 40,
    quantiles: [0.05, 0.5, 0.95],
  });
  const results = [];
  for (const entry of engines) results.push(await chooseEngine(entry.kind, [entry]).run(replicas, task));
  const [one, other] = results;
  expect([one.engine.kind, other.engine.kind]).toEqual(['webgpu', 'cpu']);
  for (const name of ['means', 'variances', 'quantiles'] as const)
    other[name].forEach((expected, i) => {
      const isStart = name === 'variances' && i % other.frames === 0;
      if (!isStart) expect(Math.abs(one[name][i] / expected - 1), `${name} ${i}`).toBeLessThan(1e-5);
    });
});
