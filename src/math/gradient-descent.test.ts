import { expect, test } from 'vitest';
import { Conv1d } from './conv1d';
import { SHEET_CONV1D, SHEET_HUBER } from './conv1d-sheet-values';
import { gradientDescent, type LinearOperator } from './gradient-descent';
import { losses } from './losses';

const { taps, length, observed, ridge, learningRate } = SHEET_CONV1D;
const A = new Conv1d(taps, length);
const sheet = {
  b: observed,
  x0: new Float64Array(length),
  loss: 'huber' as const,
  ridge,
  learningRate,
  iterations: 100,
};

/** One that answers later, as a graphics processor does. */
const later: LinearOperator = {
  apply: async (x) => A.apply(x),
  transpose: { apply: async (y) => A.transpose.apply(y) },
};

test('the Huber loss and its slope are those of the sheet', () => {
  for (const { residual, value, slope } of SHEET_HUBER) {
    expect(losses.huber.value(residual)).toBeCloseTo(value, 14);
    expect(losses.huber.slope(residual)).toBe(slope);
  }
  expect(losses.square.value(-3)).toBe(4.5);
  expect(losses.square.slope(-3)).toBe(-3);
});

test.each<[string, LinearOperator]>([
  ['operator', A],
  ['dense matrix', A.toDense()],
  ['operator that answers later', later],
])("the same descent, given the %s, passes through the sheet's iterates", async (_, matrix) => {
  const seen = new Map<number, number[]>();
  const { x, losses: objectives } = await gradientDescent({
    A: matrix,
    ...sheet,
    onIterate: (iterate, k) => seen.set(k, Array.from(iterate)),
  });
  expect([seen.size, objectives.length]).toEqual([101, 101]);
  for (const { iteration, x: known, objective } of SHEET_CONV1D.iterates) {
    // A hundred steps, each of which can only shrink an error, of a few roundings of numbers below 3.
    known.forEach((value, i) => expect(Math.abs(seen.get(iteration)![i] - value)).toBeLessThan(1e-12));
    expect(Math.abs(objectives[iteration] - objective)).toBeLessThan(1e-12);
  }
  expect(Array.from(x)).toEqual(seen.get(100));
  expect(Array.from(sheet.x0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test('a flipped filter, or a transpose that is wrong by one, goes elsewhere', async () => {
  const flipped = new Conv1d(taps.toReversed(), length);
  const moved = {
    apply: (x: Float64Array) => A.apply(x),
    transpose: { apply: (y: Float64Array) => A.transpose.apply(y).map((_, i, all) => all[(i + 1) % length]) },
  };
  for (const wrong of [flipped, moved]) {
    const { x } = await gradientDescent({ A: wrong, ...sheet, iterations: 1 });
    expect(Math.max(...SHEET_CONV1D.iterates[0].x.map((value, i) => Math.abs(x[i] - value)))).toBeGreaterThan(0.01);
  }
});

test("in the long run the sheet's optimum is reached", async () => {
  const { losses: objectives } = await gradientDescent({ A, ...sheet, iterations: 6000 });
  expect(objectives[6000]).toBeCloseTo(SHEET_CONV1D.objectiveAtOptimum, 12);
});
