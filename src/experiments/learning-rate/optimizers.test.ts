import { expect, test } from 'vitest';
import { OPTIMIZERS } from '../parameters/optimizer';
import { experiment } from './experiment';
import { SHEET, type LearningRateParameters } from './parameters';
import { factorAt, rateSpan, stepAt } from './picture';
import { rates } from './rates';
import { views } from './views';

const prepare = (given: Partial<LearningRateParameters> = {}) => experiment.prepare({ ...SHEET, ...given }, {});
const outcomesOf = (given: Partial<LearningRateParameters>) => prepare(given).result.runs.map(({ outcome }) => outcome);

test('with gd at a constant rate every number is bit for bit that of w - rate f′(w)', () => {
  const p = { objective: 'x^4-3x^2+x', start: 2, learningRates: [0.12, 0.01, 0.05, -0.001], iterations: 200 };
  const { result, gradient } = prepare(p);
  for (const { learningRate, iterates, slopes } of result.runs) {
    let w = p.start;
    iterates.forEach((iterate, k) => {
      expect([iterate, slopes[k]]).toEqual([w, gradient(w)]);
      w = w - learningRate * gradient(w);
    });
  }
  expect(prepare({ ...p, optimizer: 'gd', schedule: 'constant' }).result).toEqual(result);
  const { runs } = prepare({ ...p, optimizer: 'momentum 0', schedule: 'step 1 1' }).result;
  runs.forEach((run, i) => expect(run.iterates).toEqual(result.runs[i].iterates));
});

test.each([
  ['gd', 2],
  ['momentum 0.9', 3.8],
  ['momentum 0.5', 3],
  ['nesterov 0.9', 3.8 / 2.8],
  ['nesterov 0.5', 1.5],
])('%s converges below its limit of %f over the curvature and diverges above it', (optimizer, limit) => {
  const steep = { objective: '2(w-100)^2', optimizer, iterations: 2000 };
  const { threshold } = prepare(steep).result;
  expect(threshold).toBeCloseTo(limit / 4, 14);
  const learningRates = [-0.01, 0.01, 0.5, 0.98, 1.02].map((part, i) => (i === 0 ? part : part * threshold!));
  expect(outcomesOf({ ...steep, learningRates })).toEqual([
    'diverged',
    'converged',
    'converged',
    'converged',
    'diverged',
  ]);
});

test.each(['momentum 0.9', 'momentum 0.5', 'nesterov 0.9', 'nesterov 0.3'])(
  'of %s the factor that is measured is the one that theory predicts',
  (optimizer) => {
    const problem = prepare({ optimizer });
    const { low, high } = rateSpan(problem);
    const swept = problem.sweep(Array.from({ length: 100 }, (_, i) => low + ((high - low) * (i + 0.5)) / 100));
    for (const { learningRate, factor } of swept) {
      const predicted = factorAt(problem, learningRate);
      // A swing may be cut off between its greatest distances. Quicker runs are over after some twenty steps.
      if (predicted > 0.5) expect(Math.abs(factor! / predicted - 1), `${learningRate}`).toBeLessThan(0.06);
    }
  },
);

test('a swing away from the minimum is no divergence', () => {
  const learningRates = [0.001, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1];
  for (const iterations of [5, 20, 37, 60])
    expect(outcomesOf({ optimizer: 'momentum 0.9', learningRates, iterations })).not.toContain('diverged');
});

test.each(['adagrad', 'rmsprop 0.9', 'adam 0.9 0.999'])('theory sets no limit for %s', (optimizer) => {
  const problem = prepare({ optimizer, learningRates: [0.1, 5, 50], iterations: 500 });
  expect(problem.result.threshold).toBeNull();
  expect(problem.result.runs.map(({ outcome }) => outcome)).not.toContain('diverged');
  const data = { problem, run: problem.runAt(5), steps: 500 };
  expect(rates.summarize(data)).toContain(`no limit to the rate for ${optimizer}`);
  expect(Array.from(rates.table(data).predicted).every((value) => value === '')).toBe(true);
  // It climbs, by steps that become shorter: whether it comes to rest is not known after so few of them.
  expect(outcomesOf({ optimizer, learningRates: [-0.1], iterations: 50 })).toEqual(['moving']);
});

test.each([
  ['momentum 0.9', 3.8],
  ['momentum 0.5', 3],
  ['gd', 2],
])('%s at its very limit %f jumps between two points for ever, and does not diverge', (optimizer, rate) => {
  for (const iterations of [100, 1000]) {
    const [run] = prepare({ optimizer, learningRates: [rate], iterations }).result.runs;
    expect([run.outcome, run.period]).toEqual(['cycling', 2]);
  }
});

test('at the limit of momentum 0.9 the distance is |1900 - 1800 · 0.9^k|', () => {
  const [{ iterates }] = prepare({ optimizer: 'momentum 0.9', learningRates: [3.8], iterations: 100 }).result.runs;
  // 3.8 is no float64: it is off by up to 2^-52, and momentum makes ten times as much of that. So each step may err by 4e-12 of some 2000.
  iterates.forEach((w, k) => expect(Math.abs(Math.abs(w - 100) - Math.abs(1900 - 1800 * 0.9 ** k))).toBeLessThan(1e-9));
});

test('RMSprop ends half a rate on either side of the minimum, and says so', () => {
  // From farther away it hits the minimum exactly, and does not move again.
  const problem = prepare({ start: 90, optimizer: 'rmsprop 0.9', learningRates: [5], iterations: 500 });
  const [{ iterates, outcome, period }] = problem.result.runs;
  expect([outcome, period]).toEqual(['cycling', 2]);
  for (const w of iterates.slice(-4)) expect(Math.abs(Math.abs(w - 100) - 2.5)).toBeLessThan(1e-6);
  const data = { problem, run: problem.runAt(5), steps: 500 };
  for (const view of ['descent', 'iterates', 'rates'])
    expect(views[view].chart.summarize(data)).toContain('2.5 from the minimum');
});

test('after the last iteration k is held: a rate that has come down to nothing moves no more', () => {
  const cosine = { schedule: 'cosine', learningRates: [0.01], iterations: 20 };
  const { result } = prepare(cosine);
  expect(result.threshold).toBeNull();
  // The rate of the last step is (1 + cos(19 pi / 20)) / 2 of 0.01, and so is that of each step that follows.
  const last = (0.01 * (1 + Math.cos((19 * Math.PI) / 20))) / 2;
  expect(result.runs[0].factor).toBeCloseTo(1 - last, 9);
  // A rate beyond 2 converges if the schedule brings it down in time.
  const tamed = { schedule: 'exponential 0.9', learningRates: [2.5], iterations: 100 };
  expect(outcomesOf(tamed)).toEqual(['converged']);
});

test('a step is told with the rate and with what the optimizer makes of the slopes', () => {
  const problem = prepare({ optimizer: 'momentum 0.9', schedule: 'warmup 2', learningRates: [0.5] });
  const run = problem.runAt(0.5);
  // From 0 the slope is -100: half the rate leads to 25, where the slope is -75 and the velocity -165.
  expect(stepAt({ problem, run, steps: 1 }, 0)).toEqual({ rate: 0.25, step: -100 });
  expect(stepAt({ problem, run, steps: 1 }, 1)).toEqual({ rate: 0.5, step: -165 });
  expect(run.iterates.slice(0, 3)).toEqual([0, 25, 107.5]);
});

test('the sheets speak of plain descent: nothing is claimed, nor printed beside the iterates, of another one', async () => {
  const claims = await experiment.claims!();
  for (const change of [{ optimizer: 'momentum' }, { schedule: 'cosine' }])
    expect(claims.filter((claim) => claim.compute(prepare(change).result))).toEqual([]);
});

test('the cobweb says why there is no map', () => {
  const said = (change: Partial<LearningRateParameters>) => {
    const problem = prepare(change);
    return views.cobweb.chart.summarize({ problem, run: problem.runAt(0.5), steps: 20 });
  };
  expect(said({})).toContain('crosses the diagonal');
  expect(said({ optimizer: 'nesterov' })).toMatch(/nesterov 0.9 the next w does not depend on w alone/);
  expect(said({ schedule: 'warmup 5, cosine' })).toMatch(/gd and the schedule warmup 5, cosine.*another in every step/);
});

test.each(
  OPTIMIZERS.flatMap((optimizer) => ['(w-100)^2/2', 'x^4', 'x', 'abs(x)'].map((objective) => [optimizer, objective])),
)('with %s every picture of %s has words and columns of one length', (optimizer, objective) => {
  for (const schedule of ['constant', 'cosine']) {
    const problem = prepare({ optimizer, objective, schedule, start: 1 });
    const data = { problem, run: problem.runAt(0.7), steps: 5 };
    for (const { chart } of Object.values(views)) {
      expect(chart.summarize(data)).not.toMatch(/NaN|undefined|null/);
      expect(new Set(Object.values(chart.table(data)).map(({ length }) => length)).size).toBe(1);
    }
  }
});
