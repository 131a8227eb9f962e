import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { engines } from '../../engine/engines';
import { experiment } from './experiment';
import { fixture } from './fixture';
import { DEFAULTS, type MinibatchParameters } from './parameters';
import { neverDrawn, prepare, spreadOfShare } from './problem';
import { run } from './run';
import { views } from './views';

const cpu = chooseEngine(
  'cpu',
  engines.filter(({ kind }) => kind === 'cpu'),
);
const runOf = (change: Partial<MinibatchParameters> = {}) =>
  run(prepare({ ...DEFAULTS, examples: 20, epochs: 2000, ...change }), cpu, {});

// From exact rational arithmetic.
test.each([
  [1, 0],
  [2, 0.25],
  [3, 0.2962962962962963],
  [5, 0.32768],
  [10, 0.3486784401],
  [100, 0.3660323412732295],
  [1000, 0.36769542477096406],
  [10000, 0.36786104643292994],
  [1000000, 0.3678792572316451],
])('S3.Q1a: of %i examples one is never drawn with probability %d', (n, expected) => {
  expect(Math.abs(neverDrawn(n) - expected)).toBeLessThanOrEqual(1e-9 * expected);
  expect(neverDrawn(n)).toBeLessThan(Math.exp(-1));
});

test('S3.Q1a: from 3680 examples on the probability is within 0.00005 of 1/e, and from 6249 on it rounds to 0.3679', () => {
  expect(Math.exp(-1) - neverDrawn(3680)).toBeLessThan(5e-5);
  expect(Math.exp(-1) - neverDrawn(3679)).toBeGreaterThanOrEqual(5e-5);
  expect([6248, 6249].map((n) => neverDrawn(n).toFixed(4))).toEqual(['0.3678', '0.3679']);
});

test('the exact spread of the share: of two examples one is missed half of the time', () => {
  expect(spreadOfShare(1)).toBe(0);
  expect(spreadOfShare(2)).toBeCloseTo(0.25, 12);
  expect(spreadOfShare(100)).toBeLessThan(Math.sqrt((0.366 * 0.634) / 100));
});

test('S3.Q1d: both variances for 1, 2, 4, 7, 11, and batches without replacement up to all of them', async () => {
  const { variance } = (await runOf()).result;
  expect(variance.map(({ batch, replacement }) => `${batch} ${replacement}`)).toEqual(
    [1, 2, 3, 4, 5].flatMap((batch) => [`${batch} with`, `${batch} without`]),
  );
  [13.2, 13.2, 6.6, 4.95, 4.4, 2.2, 3.3, 0.825, 2.64, 0].forEach((expected, i) =>
    expect(variance[i].predicted).toBeCloseTo(expected, 12),
  );
});

// 20 seeds, 5 standard errors: by chance one of some 600 bounds is broken in a run of 3000.
test('for 20 seeds what is measured lies within 5 standard errors, and the sheet’s formula is refused', async () => {
  let refused = 0;
  for (let seed = 0; seed < 20; seed++) {
    const { coverage, variance, scaling } = (await runOf({ seed })).result;
    for (const { measured, predicted, standardError } of [...coverage, ...variance])
      expect(Math.abs(measured - predicted)).toBeLessThanOrEqual(5 * standardError! + 1e-12);
    const shared = coverage.find(({ n }) => n === 20)!;
    expect(Math.abs(shared.standardError! / (spreadOfShare(20) / Math.sqrt(2000)) - 1)).toBeLessThan(0.1);
    for (const { batch, replacement, measured, standardError } of variance)
      if (batch === 2 && replacement === 'without' && Math.abs(measured - 13.2 / 2) > 5 * standardError!) refused++;
    // Relative errors of these variances are at most 1.6/√2000: their distributions have no heavier tails than one draw's.
    for (const { stepVariance, predictedStep, epochVariance, predictedEpoch } of scaling) {
      expect(Math.abs(stepVariance / predictedStep - 1)).toBeLessThan(5 * (1.6 / Math.sqrt(2000)));
      expect(Math.abs(epochVariance / predictedEpoch - 1)).toBeLessThan(5 * (1.6 / Math.sqrt(2000)));
    }
  }
  expect(refused).toBe(20);
});

test('S3.Q1f: the linear rule keeps the noise of an epoch, the square root that of a step', async () => {
  // A population of variance 1, at a rate of 0.1 with batches of 32.
  const { scaling } = (await runOf({ gradients: [-1, 1], batch: 32, factor: 16, epochs: 200 })).result;
  const table = [1, 2, 4, 8, 16].map((k) => ({
    k,
    linear: scaling.find(({ rule, factor }) => rule === 'linear' && factor === k)!,
    root: scaling.find(({ rule, factor }) => rule === 'square root' && factor === k)!,
    kept: scaling.find(({ rule, factor }) => rule === 'kept' && factor === k)!,
  }));
  const first = table[0];
  for (const { k, linear, root, kept } of table) {
    expect(linear.learningRate).toBeCloseTo(0.1 * k, 12);
    expect(root.learningRate).toBeCloseTo(0.1 * Math.sqrt(k), 12);
    expect(linear.predictedStep).toBeCloseTo(0.0003125 * k, 12);
    expect(root.predictedStep).toBeCloseTo(0.0003125, 12);
    expect(kept.predictedStep).toBeCloseTo(0.0003125 / k, 12);
    expect(linear.predictedEpoch / first.linear.predictedEpoch).toBeCloseTo(1, 12);
    expect(root.predictedEpoch / first.root.predictedEpoch).toBeCloseTo(1 / k, 12);
    const headway = (entry: typeof linear) => entry.learningRate * entry.steps;
    expect(headway(linear) / headway(first.linear)).toBeCloseTo(1, 12);
    expect(headway(root) / headway(first.root)).toBeCloseTo(1 / Math.sqrt(k), 12);
  }
});

test('normal gradients are as many as there are examples, the same for a seed, and their own variance counts', () => {
  const [one, other] = [1, 2].map((seed) => prepare({ ...DEFAULTS, gradients: 'normal', seed }));
  expect(one.gradients.length).toBe(100);
  expect(one.gradients).not.toEqual(other.gradients);
  expect(prepare({ ...DEFAULTS, gradients: 'normal' }).gradients).toEqual(one.gradients);
  expect(one.variance).not.toBe(1);
});

test('every claim is judged, and those that the lab finds wrong differ', async () => {
  const { result } = await runOf();
  const judged = (await experiment.claims!()).map((claim) => ({ ...claim, ...claim.compute(result)! }));
  expect(judged.map(({ source, verdict }) => `${source} ${verdict}`)).toEqual([
    'S3.Q1a agrees',
    'S3.Q1b imprecise',
    'S3.Q1c imprecise',
    'S3.Q1d differs',
    'S3.Q1e imprecise',
    'S3.Q1f imprecise',
    'S3.Q1.goyal differs',
  ]);
  expect(judged.filter(({ verdict }) => verdict === 'differs').map(({ statement }) => statement)).toEqual(
    fixture.differs,
  );
});

test('every picture has words, and columns of one length, and the result is plain data', async () => {
  for (const change of [
    { epochs: 50 },
    { gradients: [3, 3], batch: 3, epochs: 50 },
    { examples: 1, factor: 7, epochs: 50 },
    { epochs: 2 },
    { gradients: [0.1, 0.1, 0.1], epochs: 2 },
  ]) {
    const problem = prepare({ ...DEFAULTS, ...change });
    const ran = await run(problem, cpu, {});
    expect(JSON.parse(JSON.stringify(ran.result))).toEqual(ran.result);
    for (const [name, view] of Object.entries(views)) {
      if (view.absent?.({ parameters: problem.parameters, data: {}, run: ran })) continue;
      const data = view.data({ problem, run: ran, ui: {} } as never);
      expect(view.chart.summarize(data).length, name).toBeGreaterThan(40);
      expect(view.chart.summarize(data), name).not.toMatch(/NaN|undefined|null/);
      expect(new Set(Object.values(view.chart.table(data)).map(({ length }) => length)).size, name).toBe(1);
    }
  }
});

test('equal gradients have no noise to scale, not even that of rounding, and a few epochs have no standard error', async () => {
  const { result } = await runOf({ gradients: [0.1, 0.1, 0.1], epochs: 50 });
  expect(new Set(result.variance.flatMap(({ measured, predicted }) => [measured, predicted]))).toEqual(new Set([0]));
  expect(views.scaling.absent!({ parameters: result.parameters, data: {}, run: undefined })).toContain('no noise');
  const few = (await runOf({ epochs: 2 })).result;
  expect([...few.coverage, ...few.variance].every(({ standardError }) => standardError === null)).toBe(true);
  const said = (await experiment.claims!()).flatMap((claim) =>
    [few, result].map((one) => claim.compute(one)?.computed),
  );
  expect(said.join()).not.toMatch(/± 0(?!\.)|NaN|null/);
});
