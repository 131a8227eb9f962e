import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { LAYER_ACTIVATIONS } from '../../math/layer-activations';
import { TWO_LAYER_OUTCOMES } from '../../math/two-layer-descent';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { numpy } from './numpy';
import type { LinearLayersParameters } from './parameters';
import { populationOn, populationWhileDragged, trainingTaskOf } from './population';
import { runFrom } from './runs';

const defaults = defaultsOf(experiment.parameters) as LinearLayersParameters;
const resultOf = (given: Partial<LinearLayersParameters> = {}) =>
  experiment.prepare({ ...defaults, ...given }, {}).result;

test('two layers are one, as it was computed in rationals elsewhere', () => {
  const { hidden, output, single, product, bias, rank, shapes } = resultOf();
  expect(hidden).toEqual([-1.5, 2, 1.5]);
  expect(output).toEqual([-1, 3.75]);
  expect(single).toEqual([-1, 3.75]);
  expect(product).toEqual([
    [5, 4.5],
    [0.5, -2.75],
  ]);
  expect(bias).toEqual([0.5, -2.5]);
  expect(rank).toBe(2);
  expect(shapes).toEqual({ w1: [3, 2], w2: [2, 3], product: [2, 2] });
});

test('with an activation the one layer gives something else', () => {
  const { hidden, output, single } = resultOf({ activation: 'relu' });
  expect(hidden).toEqual([0, 2, 1.5]);
  expect(output).toEqual([2, 2.25]);
  expect(single).toEqual([-1, 3.75]);
});

test('the sheet is right that two layers are one, and imprecise where it calls them linear', async () => {
  const claims = await experiment.claims!();
  for (const given of [{}, { activation: 'tanh' as const }, { input: [0.1, 1e5] }])
    expect(claims.map(({ compute }) => compute(resultOf(given))!.verdict)).toEqual(['agrees', 'imprecise', 'agrees']);
  expect(claims[1].compute(resultOf())!.computed).toMatch(
    /^It is affine: at 2x it gives \(−2\.5, 10\), and twice.*\(−2, 7\.5\)/,
  );
  expect(claims[2].compute(resultOf())!.computed).toMatch(
    /rank 2, never more than min\(2, 3, 2\) = 2.*\(2, 4\); \(−1, −2\)/,
  );
});

test('a middle of one makes a product of rank one', () => {
  expect(resultOf({ w1: [[1, 2]], b1: [0], w2: [[3], [-4]] }).rank).toBe(1);
});

test('shapes that do not fit are refused where they were moved, by words that name both', () => {
  const refusal = (given: Partial<LinearLayersParameters>, ...moved: string[]) => {
    try {
      experiment.check!({ ...defaults, ...given }, {}, new Set(moved));
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const takes = (message: string) => message.replace(/^.*cannot be used: it takes /, '');
  const two = [
    [1, 2],
    [3, 4],
  ];
  expect(refusal({ w2: two }, 'w2')).toBe(
    'w2="1 2; 3 4" cannot be used: it takes a column for each row of W₁: this one is 2 × 2, W₁ is 3 × 2',
  );
  expect(takes(refusal({ w1: two }, 'w1'))).toBe('a row for each column of W₂: this one is 2 × 2, W₂ is 2 × 3');
  expect(takes(refusal({ input: [1] }, 'input'))).toBe(
    'one number for each column of W₁, which is 3 × 2: this one has 1 number',
  );
  expect(takes(refusal({ w1: [[1], [2], [3]] }, 'w1'))).toBe(
    'a column for each number of x: this one is 3 × 1, x has 2 numbers',
  );
  expect(refusal({ b1: [1] }, 'b1')).toMatch(
    /^b1="1".*one number for each row of W₁, which is 3 × 2: this one has 1 number$/,
  );
  expect(refusal({ b2: [1, 2, 3] }, 'b2')).toMatch(/^b2=.*each row of W₂, which is 2 × 3: this one has 3 numbers$/);
  expect(refusal({ w1: two, b1: [1, 2], w2: two }, 'w1', 'b1', 'w2')).toBe('');
});

const options = { size: { width: 1, height: 1 } };
const trainedAt = (given: Partial<LinearLayersParameters>) =>
  populationOn({ ...defaults, ...given }, chooseEngine('cpu'), options);

test('one layer converges below a rate of 2, two of them nowhere at 1 and above', async () => {
  const shareAt = async (learningRate: number) => {
    const { outcomes } = await trainedAt({ learningRate, iterations: 100 });
    return outcomes.filter((one) => one < 2).length / outcomes.length;
  };
  expect(await shareAt(0.4)).toBeGreaterThan(0.5);
  expect(await shareAt(1.01)).toBe(0);
  const { single } = runFrom(trainingTaskOf({ ...defaults, learningRate: 1.5, iterations: 300 }), [1, 2]);
  expect(Math.abs(single.at(-1)! - 1)).toBeLessThan(1e-12);
});

test.each(LAYER_ACTIVATIONS)('with activation %s a drag shows what the engine finds', async (activation) => {
  const p = { ...defaults, activation, learningRate: 0.4, iterations: 100 };
  const [engine, page] = [await trainedAt(p), populationWhileDragged(p)];
  const times = engine.count / page.count;
  let different = 0;
  // Starts of the page lie between those of the engine: at a border the two may differ.
  page.outcomes.forEach((outcome, i) => {
    const [column, row] = [i % page.count, Math.floor(i / page.count)].map((at) => Math.floor((at + 0.5) * times));
    different += Number(engine.outcomes[row * engine.count + column] !== outcome);
  });
  expect(different / page.outcomes.length).toBeLessThan(0.06);
  if (activation === 'relu') expect(TWO_LAYER_OUTCOMES[engine.outcomes[0]]).toBe('still');
});

test.skipIf(spawnSync('python3', ['-c', 'import numpy']).status !== 0)('the lines of NumPy print these numbers', () => {
  const printed = execFileSync('python3', ['-c', numpy({ ...defaults, activation: 'relu' })], { encoding: 'utf8' });
  const numbers = printed.match(/-?\d+\.?\d*/g)!.map(Number);
  const { hidden, output, single, product, bias } = resultOf({ activation: 'relu' });
  for (const value of [...hidden, ...output, ...single, ...product.flat(), ...bias]) expect(numbers).toContain(value);
});
