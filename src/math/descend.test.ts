import { expect, test } from 'vitest';
import { compileBlock, domainOf, numberNode, parseObjective } from '../formula';
import { descend, type Descent } from './descend';

function runs(text: string, given: Partial<Descent> & Pick<Descent, 'rates'>) {
  const { value, gradient, variable } = parseObjective(text);
  const functions = compileBlock([value, gradient, domainOf(value, variable) ?? numberNode(1)], [variable]);
  return descend({ functions, start: 0, steps: 148, bound: 1e12, keep: 149, minimum: 100, ...given });
}

test('the factor of each step on a parabola is 1 - rate times the curvature, at every rate', () => {
  const rates = Array.from({ length: 600 }, (_, i) => -0.5 + i / 150);
  runs('(w-100)^2/2', { rates }).forEach(({ factor }, i) =>
    expect(Math.abs(factor! - Math.abs(1 - rates[i]))).toBeLessThan(1e-6),
  );
});

test('of a long run the last iterates are kept, in their order', () => {
  const [whole] = runs('(w-100)^2/2', { rates: [0.1], keep: 1000 });
  const [last] = runs('(w-100)^2/2', { rates: [0.1], keep: 10 });
  expect(whole.iterates.length).toBe(149);
  expect(last.iterates).toEqual(whole.iterates.slice(-10));
});

test('a run ends with its first iterate beyond the bound, and so does its count of steps', () => {
  const [run] = runs('(w-100)^2/2', { rates: [3], bound: 1000 });
  expect(Array.from(run.iterates)).toEqual([0, 300, -300, 900, -1500]);
  expect(run.steps).toBe(4);
});

test.each([
  ['log(w)', 1],
  ['1/w', -1],
])('a run on %s that comes to the border of the domain ends before it', (text, start) => {
  const [run] = runs(text, { rates: [1], start, bound: 1e12 });
  expect(Array.from(run.iterates)).toEqual([start]);
});

test('there is no factor without a minimum, nor from the minimum itself', () => {
  expect(runs('w', { rates: [1], minimum: undefined })[0].factor).toBeNull();
  expect(runs('(w-100)^2/2', { rates: [1], start: 100 })[0].factor).toBeNull();
});

test('steps after the iterations are made with k held at the last of them', () => {
  const schedule = { name: 'step', coefficients: [2, 0.5] } as const;
  const [run] = runs('w', { rates: [1], schedule, iterations: 4, steps: 7 });
  expect(Array.from(run.iterates)).toEqual([0, -1, -2, -2.5, -3, -3.5, -4, -4.5]);
});

test('of momentum the factor is that of the swings, not that of a single step', () => {
  const [run] = runs('(w-100)^2/2', { rates: [0.5], optimizer: { name: 'momentum', coefficients: [0.9] } });
  expect(Math.abs(run.factor! - Math.sqrt(0.9))).toBeLessThan(0.01);
});
