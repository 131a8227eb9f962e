import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { engines } from '../../engine/engines';
import { experiment } from './experiment';
import { check, DEFAULTS, type StochasticGradientParameters } from './parameters';
import { prepare } from './problem';
import { run } from './run';
import type { Stationary } from './sweep';
import { views } from './views';

const cpu = chooseEngine(
  'cpu',
  engines.filter(({ kind }) => kind === 'cpu'),
);
const small = { ...DEFAULTS, replicas: 4000, iterations: 40 };
const runOf = (change: Partial<StochasticGradientParameters> = {}) => run(prepare({ ...small, ...change }), cpu, {});

/** What a picture is drawn from. */
async function dataOf(
  view: (typeof views)[keyof typeof views],
  problem: ReturnType<typeof prepare>,
  ran: Awaited<ReturnType<typeof run>>,
): Promise<never> {
  const { parameters } = problem;
  const size = { width: 600, height: 300 };
  const computed = await view.compute?.({ problem, run: ran, parameters } as never, cpu, { size });
  const ui = { parameters, isInteractive: false };
  return view.data({ problem, run: ran, computed, ui, others: {} } as never) as never;
}

test.each([
  [0, [-2, -6, -12], -20 / 3, 16.88888888888889],
  [0.5, [-1.5, -4, -7.5], -13 / 3, 6.055555555555555],
  [1, [-1, -2, -3], -2, 0.6666666666666666],
  [2, [0, 2, 6], 8 / 3, 6.222222222222222],
])('S0.Q2b: gradients, their mean and variance at theta = %d', (theta, gradients, full, variance) => {
  const problem = prepare({ ...DEFAULTS, theta });
  expect(problem.curvatures).toEqual([1, 4, 9]);
  expect(problem.offsets).toEqual([2, 6, 12]);
  problem.gradients.forEach((gradient, i) => expect(gradient).toBeCloseTo(gradients[i], 12));
  expect(Math.abs(problem.full / full - 1)).toBeLessThan(1e-12);
  expect(Math.abs(problem.variance / variance - 1)).toBeLessThan(1e-12);
  expect(problem.minimizer).toBeCloseTo(10 / 7, 14);
});

// 20 seeds, 5 standard errors: by chance one of the 60 bounds is broken in a run of 30 000.
test.each([{}, { batch: 2, replacement: 'without' as const }, { learningRate: 0.2 }])(
  'for 20 seeds means, variances and the variance that stays lie within 5 standard errors (%o)',
  async (change) => {
    const wrong = prepare({ ...small, ...change, replacement: 'with' });
    let refused = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { result, stationaryError } = await runOf({ ...change, seed });
      const problem = prepare(result.parameters);
      const { means, variances } = problem.exact(result.parameters.learningRate);
      const last = result.bands.k.length - 1;
      const count = result.parameters.replicas;
      expect(Math.abs(result.sampleMean - problem.full)).toBeLessThan(5 * result.standardError!);
      expect(result.standardError).toBeCloseTo(Math.sqrt(problem.variance / count), 2);
      expect(Math.abs(result.bands.mean[last] - means[40])).toBeLessThan(5 * Math.sqrt(variances[40] / count));
      const { predicted, measured, reason } = result.stationaryVariance;
      expect(reason).toBeNull();
      expect(Math.abs(measured! - predicted!)).toBeLessThan(5 * stationaryError);
      if (Math.abs(measured! - wrong.stationary(result.parameters.learningRate)!) > 5 * stationaryError) refused++;
    }
    // With the formula for draws with replacement, those without are refused every time.
    expect(refused).toBe(change.replacement === 'without' ? 20 : 0);
  },
);

test('from 2/7 on no variance is predicted, and the reason is told', async () => {
  expect((await runOf({ learningRate: 0.2857 })).result.stationaryVariance.predicted).toBeGreaterThan(100);
  const { stationaryVariance, limits } = (await runOf({ learningRate: 0.3 })).result;
  expect(limits.variance).toBeCloseTo(2 / 7, 12);
  expect(limits.mean).toBeCloseTo(3 / 7, 12);
  expect(stationaryVariance.predicted).toBeNull();
  expect(stationaryVariance.reason).toContain('the mean still converges below 0.428571');
  expect((await runOf({ learningRate: 0.5 })).result.stationaryVariance.reason).toContain('not even the mean');
});

test('a rate so small that the start is not forgotten is measured after as many steps as it takes', async () => {
  const { result } = await runOf({ learningRate: 0.005, iterations: 5 });
  const { predicted, measured } = result.stationaryVariance;
  expect(Math.abs(measured! / predicted! - 1)).toBeLessThan(0.15);
  expect(result.bands.k).toEqual([0, 1, 2, 3, 4, 5]);
});

test('the result is plain data that JSON carries', async () => {
  const { result } = await runOf({ iterations: 500 });
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(result.bands.k.at(-1)).toBeLessThanOrEqual(500);
  expect(result.bands.mean.length).toBe(result.bands.k.length);
});

test('every claim is judged, and what the sheet calls SGD is told apart', async () => {
  const { result } = await runOf();
  const judged = (await experiment.claims!()).map((claim) => ({ ...claim, ...claim.compute(result)! }));
  expect(judged.map(({ source, verdict }) => `${source} ${verdict}`)).toEqual([
    'S0.Q2a imprecise',
    'S0.Q2b agrees',
    'S0.Q2b agrees',
  ]);
  expect(judged[2].computed).toContain('−6.66667, −4.33333, −2, 2.66667');
  expect(judged[2].computed).toContain('gradient is 16.8889 at θ = 0, 6.05556 at θ = 0.5, 0.666667 at θ = 1,');
  const other = (await runOf({ points: [[1, 1]] })).result;
  expect((await experiment.claims!()).every((claim) => claim.compute(other) === undefined)).toBe(true);
});

test('one replica has no standard error and shows no spread, and every picture says so', async () => {
  const problem = prepare({ ...small, replicas: 1 });
  const ran = await run(problem, cpu, {});
  expect([ran.result.standardError, ran.result.stationaryVariance.measured]).toEqual([null, null]);
  const { computed } = (await experiment.claims!())[0].compute(ran.result)!;
  expect(computed).toContain('a single draw is');
  const said = await Promise.all(
    Object.values(views).map(async (view) => view.chart.summarize(await dataOf(view, problem, ran))),
  );
  expect(said.join()).toContain('One replica shows no spread');
  expect(said.join()).toContain('one draw cannot tell');
  expect(said.join()).toContain('measured none, as there is one replica');
  const { stationary } = (await dataOf(views.stationary, problem, ran)) as { stationary: Stationary };
  expect(stationary.errors.every((error) => error > 0)).toBe(true);
  expect(said.join() + computed).not.toMatch(/± 0|1 (replicas|draws)/);
});

test('points that leave the weight open, and batches that cannot be drawn, are refused by name', () => {
  const refused = (change: Partial<StochasticGradientParameters>) => () => check({ ...DEFAULTS, ...change });
  expect(
    refused({
      points: [
        [0, 1],
        [0, 2],
      ],
    }),
  ).toThrow(/points=.*at least one has an x/);
  expect(refused({ points: [[1e7, 1]] })).toThrow(/points=/);
  expect(refused({ batch: 4, replacement: 'without' })).toThrow(/batch="4".*1 to 3 without replacement/);
  expect(refused({ batch: 4 })).not.toThrow();
});

test('every picture has words, and columns of one length', async () => {
  for (const change of [
    {},
    { learningRate: 0.35 },
    { learningRate: 100, iterations: 1000 },
    { points: [[2, 3]] },
    {
      points: [
        [1, 2],
        [2, 4],
      ],
    },
  ]) {
    const problem = prepare({ ...small, replicas: 200, ...change });
    const ran = await run(problem, cpu, {});
    for (const [name, view] of Object.entries(views)) {
      const data = await dataOf(view, problem, ran);
      expect(view.chart.summarize(data).length, name).toBeGreaterThan(40);
      expect(view.chart.summarize(data), name).not.toMatch(/NaN|undefined|null/);
      expect(new Set(Object.values(view.chart.table(data)).map(({ length }) => length)).size, name).toBe(1);
    }
  }
});

test('replicas that have diverged are no part of what is measured, and it is said how many and from when', async () => {
  const problem = prepare({ ...small, points: [[1000, 2], [1, 4]], learningRate: 100, iterations: 1000, replicas: 300 }); // prettier-ignore
  const ran = await run(problem, cpu, {});
  const { bands, diverged, firstDiverged, stationaryVariance } = ran.result;
  expect({ diverged, firstDiverged, k: bands.k }).toEqual({ diverged: 300, firstDiverged: 5, k: [0] });
  expect(bands.mean).toEqual([expect.closeTo(0.5, 6)]);
  expect(stationaryVariance.measured).toBeNull();
  const said = views.paths.chart.summarize(await dataOf(views.paths, problem, ran));
  expect(said).toContain('every replica has diverged, the first by iteration 5');
  expect(views.stationary.chart.summarize(await dataOf(views.stationary, problem, ran))).toContain(
    'not even the mean converges',
  );
  const table = views.stationary.chart.table(await dataOf(views.stationary, problem, ran));
  expect(Array.from(table.measured).at(-1)).toBe('');
});

test('one limit is told as one, and a weight that no batch disturbs settles', async () => {
  const saidOf = async (change: Partial<StochasticGradientParameters>) => {
    const problem = prepare({ ...small, replicas: 200, ...change });
    return views.stationary.chart.summarize(await dataOf(views.stationary, problem, await run(problem, cpu, {})));
  };
  const noisy = await saidOf({ points: [[1, 1], [-1, 3]] }); // prettier-ignore
  expect(noisy).toContain('exists below 2. From there on not even the mean converges.');
  for (const change of [{ points: [[0.1, 0.3]] }, { batch: 3, replacement: 'without' as const }]) {
    const said = await saidOf(change);
    expect(said).toMatch(/the weight settles.*From there on not even the mean/);
    expect(said).not.toContain('does not settle');
  }
  expect(await saidOf({ learningRate: 0.35 })).toContain('At 0.35 the variance grows without end');
});

test('both limits are rounded down, and no rate reads as one that it is not', async () => {
  const said = async (learningRate: number) => {
    const ran = await runOf({ learningRate });
    const problem = prepare(ran.result.parameters);
    return views.stationary.chart.summarize({
      ...((await dataOf(views.stationary, problem, ran)) as object),
      hidesTheory: false,
    } as never);
  };
  // 2 / mean(a) = 3/7 = 0.428571…
  expect(await said(0.3)).toContain(
    'From there to 0.4285 only the mean converges; farther up not even that. At 0.3 the',
  );
  expect(await said(0.42855)).toContain(
    'to 0.42857 only the mean converges; farther up not even that. At 0.42855 the variance grows',
  );
  expect(await said(0.42858)).toContain(
    'to 0.42857 only the mean converges; farther up not even that. At 0.42858 not even the mean',
  );
});
