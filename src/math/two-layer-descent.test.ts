import { expect, test } from 'vitest';
import { layerActivations } from './layer-activations';
import {
  sharpnessAt,
  TWO_LAYER_OUTCOMES,
  twoLayerPlaces,
  twoLayerPopulation,
  twoLayerRun,
  twoLayerStep,
} from './two-layer-descent';

const at = (learningRate: number, name: keyof typeof layerActivations = 'none', iterations = 400) => ({
  activation: layerActivations[name],
  learningRate,
  iterations,
});

test('a step is that of the gradient by hand', () => {
  // w1 w2 - 1 = 0.5: both weights go by 0.1 * 0.5 times the other one.
  const [w1, w2] = twoLayerStep(at(0.1), 1, 1.5);
  expect(w1).toBeCloseTo(0.925, 14);
  expect(w2).toBeCloseTo(1.45, 14);
});

test('at a rate below 1 descent ends at minima that are flat enough, at a rate above 1 nowhere', () => {
  const count = 40;
  const population = (rate: number) => twoLayerPopulation(at(rate), { reach: 3, count });
  const converged = ({ outcomes }: { outcomes: Uint8Array }) => outcomes.filter((outcome) => outcome < 2).length;
  expect(converged(population(0.4))).toBeGreaterThan(0.5 * count ** 2);
  // The flattest minimum has the curvature 2, and its limit is 2 / 2.
  expect(converged(population(1.01))).toBe(0);
});

test('a run from beside a minimum that is too sharp for the rate leaves it for a flatter one', () => {
  const [w1, w2] = [3, 1 / 3 + 1e-4];
  expect(sharpnessAt(layerActivations.none, 3, 1 / 3)).toBeGreaterThan(2 / 0.4);
  expect(twoLayerRun(at(0.4), w1, w2).outcome).toMatch(/positive|negative/);
  const { x, y } = twoLayerPlaces(at(0.4), { reach: 3, count: 20 }, 400);
  const sharpest = Math.max(
    ...Array.from(x, (w1, i) => [w1, y[i]]).flatMap(([w1, w2]) =>
      Math.abs(w1 * w2 - 1) < 1e-6 ? [sharpnessAt(layerActivations.none, w1, w2)] : [],
    ),
  );
  expect(sharpest).toBeLessThan(2 / 0.4);
});

test('at the saddle, and where relu is off, the gradient is 0 and nothing moves', () => {
  expect(twoLayerRun(at(0.1), 0, 0)).toEqual({ outcome: 'still', after: 0 });
  expect(twoLayerRun(at(0.1, 'relu'), -1, 2)).toEqual({ outcome: 'still', after: 0 });
});

test('outcomes over a grid are those of its single runs', () => {
  const task = at(0.7);
  const { outcomes, after } = twoLayerPopulation(task, { reach: 2, count: 4 });
  expect(TWO_LAYER_OUTCOMES[outcomes[0]]).toBe(twoLayerRun(task, -1.5, -1.5).outcome);
  expect(after[7]).toBe(twoLayerRun(task, 1.5, -0.5).after);
});
