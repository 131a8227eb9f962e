import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { resolve } from './fit';
import { descendHere } from './here';
import { numpy } from './numpy';
import { parameters, type SurfaceSettings } from './parameters';
import { prepare } from './problem';

test.for<Partial<SurfaceSettings>>([
  {},
  { objective: '(1-x)^2 + 100(y-x^2)^2', iterations: 50 },
  { objective: '(1 - x*y)^2/2', frozen: 'x', start: [2, -1], iterations: 20 },
  { optimizer: 'gd; adam', shownOptimizer: 1, learningRate: 0.1, iterations: 20, schedule: 'cosine' },
  { optimizer: 'nesterov 0.9', start: [2, -1], learningRate: 0.01, iterations: 20 },
  { objective: 'sigmoid(a) + exp(b)*a^2', start: [1, 0.5], learningRate: 0.1, iterations: 10 },
])('the program of %o prints the iterates of the lab', (change, context) => {
  const given = { ...defaultsOf(parameters), ...change };
  const lines = numbersOf(numpy(given), context);
  const problem = prepare(resolve(given));
  const [x, y] = problem.parameters.start;
  const run = descendHere(
    problem,
    problem.optimizers[given.shownOptimizer],
    problem.parameters.learningRate,
    [[x, y]],
    1,
  );
  expect(lines).toHaveLength(run.frames);
  lines.forEach(([k, atX, atY], i) => {
    expect(k).toBe(i);
    for (const [printed, here] of [
      [atX, run.x[i]],
      [atY, run.y[i]],
    ])
      expect(Math.abs(printed - here)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(here)));
  });
});
