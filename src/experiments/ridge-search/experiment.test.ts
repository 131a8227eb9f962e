import { describe, expect, test } from 'vitest';
import { normalAt } from '../../math/noise';
import { claims } from './claims';
import { givenExamples } from './examples';
import { experiment } from './experiment';
import type { RidgeSearchData } from './parameters';
import { notesOf } from './grid';
import { searched } from './search.fixtures';
import { weights } from './weights';
import { halfMeanSquareGradient, WORKED } from './worked';

const rows = (count: number, columns: number, seed = 5) =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, j) => normalAt(seed, row * columns + j)),
  );
const targets = (count: number) => Array.from({ length: count }, (_, row) => 3 + normalAt(6, row));

describe('the search', () => {
  test('has an entry for every combination; those that differ in their epochs alone are one training', async () => {
    const { result, trained } = await searched();
    expect(
      result.grid.map(({ batch, learningRate, epochs, strength }) => [batch, learningRate, epochs, strength]),
    ).toEqual(
      [64, 'all'].flatMap((batch) =>
        [0.01, 0.1, 1].flatMap((rate) =>
          [2, 6].flatMap((epochs) => [0, 0.1].map((strength) => [batch, rate, epochs, strength])),
        ),
      ),
    );
    expect(trained.diverged).toHaveLength(12);
    const shorter = await searched({ epochs: [2] });
    expect(result.grid.filter(({ epochs }) => epochs === 2)).toEqual(shorter.result.grid);
  });

  test('tells the diverged from the bad, and takes the least validation error of the others', async () => {
    const { grid, best } = (await searched()).result;
    expect(grid.filter(({ diverged }) => diverged).map(({ learningRate }) => learningRate)).toContain(1);
    for (const { learningRate, diverged, validation } of grid) {
      if (learningRate < 1) expect(diverged).toBe(false);
      expect(validation === null).toBe(diverged);
    }
    const least = Math.min(...grid.flatMap(({ validation }) => validation ?? []));
    expect(grid[best!].validation).toBe(least);
    // Hardly begun, and not diverged: far from the spread of the ages, 470.
    expect(grid[0].validation).toBeGreaterThan(1000);
  });

  test('chooses without the test set: other test targets change the test error and nothing else', async () => {
    const data = { design: rows(40, 3), targets: targets(40), testDesign: rows(10, 3, 8) };
    const one = await searched({}, { ...data, testTargets: targets(10) });
    const other = await searched({}, { ...data, testTargets: targets(10).map((target) => 50 - target) });
    expect(other.result.grid).toEqual(one.result.grid);
    expect(other.result.best).toBe(one.result.best);
    expect(other.result.w).toEqual(one.result.w);
    expect(other.result.test).not.toEqual(one.result.test);
    const { w, b, test: tested } = one.result;
    const errors = data.testDesign.map(
      (x, row) => x.reduce((sum, value, j) => sum + value * w[j], b) - targets(10)[row],
    );
    const meanSquare = errors.reduce((sum, error) => sum + error * error, 0) / 10;
    expect(tested!.meanSquaredError).toBeCloseTo(meanSquare, 10);
    expect(tested!.half).toBeCloseTo(meanSquare / 2, 10);
  });

  test('does not touch the test set for the exact solution unless it is asked to', async () => {
    expect((await searched()).result.closedForm!.test).toBeNull();
    const { closedForm, test: tested } = (await searched({ tested: 'both' })).result;
    // Both predict ages: a spread of 470 is what the mean alone would give.
    expect(closedForm!.test).toBeGreaterThan(0);
    expect(closedForm!.test).not.toBe(tested!.meanSquaredError);
  });

  test('comes to the exact solution, for features as they were given, however they are standardized', async () => {
    const data = { design: rows(30, 2).map(([a, b]) => [1 + a, 5 * b]), targets: targets(30) };
    for (const standardize of ['center', 'each', 'none'] as const) {
      const { closedForm, w, b } = (
        await searched(
          { batches: ['all'], learningRates: [0.02, 0.05], epochs: [4000], strengths: [0], standardize },
          data,
        )
      ).result;
      closedForm!.w.forEach((weight, j) => expect(w[j], standardize).toBeCloseTo(weight, 3));
      expect(b).toBeCloseTo(closedForm!.b, 3);
    }
  });

  test('states the largest stable rate of full-batch descent', async () => {
    const { threshold } = (await searched({ epochs: [2] })).result;
    for (const [share, diverged] of [
      [0.95, false],
      [1.05, true],
    ] as const) {
      const { grid } = (
        await searched({ batches: ['all'], learningRates: [share * threshold], epochs: [600], strengths: [0] })
      ).result;
      expect(grid[0].diverged).toBe(diverged);
    }
  });

  test('with nothing held out chooses by the training error; where all diverge there is no winner', async () => {
    const { parted, result } = await searched({ validation: 0 });
    expect(parted.validation).toBeUndefined();
    expect(result.examples).toMatchObject({ training: 500, validation: 0, test: 250 });
    expect(result.best).not.toBeNull();
    const { best, w, test: tested, closedForm } = (await searched({ learningRates: [30, 90] })).result;
    expect([best, w.length, tested, closedForm]).toEqual([null, 0, null, null]);
  });

  test('with fewer rows than features and no ridge comes to the shortest solution, and says which it is', async () => {
    const { exact, result } = await searched(
      { batches: ['all'], learningRates: [0.1], epochs: [3000], strengths: [0], validation: 0 },
      { design: rows(6, 9), targets: targets(6) },
    );
    expect(exact!.method).toBe('minimum norm');
    result.closedForm!.w.forEach((weight, j) => expect(result.w[j]).toBeCloseTo(weight, 5));
  });

  test('gives a feature with one value no weight', async () => {
    const design = rows(20, 3).map(([a, b]) => [a, 7, b]);
    const { parted, result } = await searched({ standardize: 'each' }, { design, targets: targets(20) });
    expect(parted.standardizing.constant).toBe(1);
    for (const tiny of [1e-300, 1e-160]) {
      const given = { design: rows(20, 2).map(([x, z]) => [tiny * x, z]), targets: targets(20) };
      const { standardizing } = (await searched({ standardize: 'each' }, given)).parted;
      expect(standardizing.constant, String(tiny)).toBe(0);
      expect(standardizing.deviations[0] / tiny, String(tiny)).toBeGreaterThan(0.5);
    }
    expect(result.w[1]).toBe(0);
    expect([...result.w, result.b].every(Number.isFinite)).toBe(true);
  });
});

test('a batch that is larger than the training set takes all of it, and that is said; one weight is no list', async () => {
  const data = { design: rows(10, 1), targets: targets(10) };
  const ran = await searched({ batches: [8, 1000, 'all'], learningRates: [0.01] }, data);
  expect(notesOf({ run: ran, isMadeUp: false, shown: 0 }).join(' ')).toContain(
    'Batches of 1000 are larger than the 8 training examples: they take all of them, as “all” does.',
  );
  const [, larger, all] = [8, 1000, 'all'].map((batch) => ran.result.grid.find((one) => one.batch === batch)!);
  expect(larger.validation).toBe(all.validation);
  const given = givenExamples(data, 1);
  expect(weights.summarize({ run: ran, given, shown: 0 })).toMatch(/^The only weight is/);
  const fits = await searched({ batches: [8] }, data);
  expect(notesOf({ run: fits, isMadeUp: false, shown: 0 }).join(' ')).not.toContain('larger');
});

test.each<[string, RidgeSearchData, string]>([
  [
    'rows of different length',
    { design: [[1, 2], [3]], targets: [1, 2] },
    'design="row 2 with 1 number" cannot be used: it takes rows of 2 numbers',
  ],
  ['no targets', { design: [[1], [2]] }, 'targets="" cannot be used: it takes 2 numbers, one for each row'],
  ['targets alone', { targets: [1, 2] }, 'design="" cannot be used: it takes rows of features for these targets'],
  [
    'a target missing',
    { design: [[1], [2], [3]], targets: [1, 2] },
    'targets="2 numbers" cannot be used: it takes 3 numbers',
  ],
  [
    'NaN among the features',
    {
      design: [
        [1, 2],
        [3, NaN],
      ],
      targets: [1, 2],
    },
    'design="NaN in row 2, column 2" cannot be used: it takes numbers from −1e18 to 1e18',
  ],
  [
    'numbers whose squares overflow',
    { design: [[1e300], [2]], targets: [1, 2] },
    'design="1e+300 in row 1, column 1" cannot be used: it takes numbers from −1e18 to 1e18',
  ],
  ['infinity among the targets', { design: [[1], [2]], targets: [1, Infinity] }, 'targets="Infinity for row 2"'],
  ['one row', { design: [[1, 2]], targets: [1] }, 'it takes at least two rows'],
  [
    'a test set of another width',
    { design: [[1], [2]], targets: [1, 2], testDesign: [[1, 2]], testTargets: [1] },
    'test-design="row 1 with 2 numbers"',
  ],
  ['a test set without targets', { design: [[1], [2]], targets: [1, 2], testDesign: [[1]] }, 'test-targets=""'],
])('%s are refused in words', async (_, data, words) => {
  await expect(async () => searched({}, data)).rejects.toThrow(words);
});

test('a search on faces as large as the sheet’s is forecast, a small one is not', async () => {
  const { forecast } = await import('./forecast');
  const { result } = await searched();
  expect(forecast(result.parameters, {}, 2)).toBeUndefined();
  const row = new Float32Array(48 * 48);
  const p = {
    ...result.parameters,
    batches: [16, 32, 64, 128],
    learningRates: [1, 2, 3, 4],
    strengths: [1, 2, 3, 4],
    epochs: [5, 20],
  };
  const data = { design: Array<Float32Array>(5000).fill(row), targets: new Float64Array(5000) };
  // 5000 (3 - 0.4) rows of 2305 numbers, 64 trainings of 20 epochs: 3.8e10.
  expect(forecast(p, data, 2)).toBe(
    '64 trainings of 20 epochs, 38 billion multiply-adds: seconds on a graphics processor, about 38 seconds on this computer’s processor.',
  );
  // A quarter of it took half a minute: at that speed the rest takes a minute and a half, and all of it two minutes.
  const speed = 38_352_000_000 / 120;
  expect(forecast(p, data, 2, { speed, left: 0.75 })).toContain(': about 2 minutes left, at the speed so far.');
  expect(forecast(p, data, 2, { speed })).toContain(': about 2 minutes, at the speed of the last search.');
});

describe('the claims', () => {
  const told = async () => {
    const { result } = await searched();
    return new Map(claims.map((claim) => [claim.id, claim.compute(result)!]));
  };

  test("are the sheet's gradient and its mean square, corrected, and the exact solution", async () => {
    const all = await told();
    expect([...all].map(([id, { verdict }]) => [id, verdict])).toEqual([
      ['S3.Q3.grad', 'differs'],
      ['S3.Q3.mse', 'imprecise'],
      ['S3.Q3.closed', 'agrees'],
    ]);
    expect(all.get('S3.Q3.grad')!.computed).toContain('(−5.75, −5.275)');
    expect(all.get('S3.Q3.grad')!.computed).toContain('−2.05');
    expect(all.get('S3.Q3.mse')!.computed).toContain('4.80875 for 9.6175');
    expect(all.get('S3.Q3.closed')!.computed).toContain('(0.7703703704, 1.362962963)');
    expect(await experiment.claims!()).toBe(claims);
  });

  test("the oracle's numbers", () => {
    const { gradient, biasGradient, cost, halfMeanSquare, meanSquare } = halfMeanSquareGradient(WORKED);
    expect(
      [...gradient, biasGradient, cost, halfMeanSquare, meanSquare].map((value) => Number(value.toPrecision(13))),
    ).toEqual([-5.75, -5.275, -2.05, 4.824375, 4.80875, 9.6175]);
  });
});
