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
  // It steps out of the domain.
  { objective: 'log(x) + y^2', start: [1, 1], learningRate: 0.1, iterations: 10 },
  { objective: 'log(x) + log(y)', start: [1, 2], learningRate: 0.3, frozen: 'y', iterations: 10 },
  { objective: 'log(x) + y^2', start: [1, 1], learningRate: 0.1, iterations: 10, optimizer: 'momentum' },
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
  const outside = Array.from(run.x).findIndex((_, i) => Number.isNaN(problem.functions.value(run.x[i], run.y[i])));
  lines.forEach(([k, atX, atY, loss], i) => {
    expect(k).toBe(i);
    // Of a run that left the domain the program prints the place outside, and nothing more.
    if (outside >= 0 && i >= outside) expect(loss).toBeNaN();
    if (outside >= 0 && i > outside) {
      expect(Number.isFinite(atX) && Number.isFinite(atY)).toBe(false);
      return;
    }
    for (const [printed, here] of [
      [atX, run.x[i]],
      [atY, run.y[i]],
    ])
      expect(Math.abs(printed - here)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(here)));
  });
});
