import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { checkAll, defaultsOf, ParameterError } from '../parameters';
import { listed } from '../../charts/endings';
import type { LandscapeData } from '../../charts/landscape-data';
import type { Ui, View } from '../view';
import { experiment } from './experiment';
import { resolve } from './fit';
import { check, parameters, windowOf, type WideMinimaParameters } from './parameters';
import type { WideMinimaProblem, WideMinimaRun } from './problem';
import { views } from './views';

const defaults = resolve(defaultsOf(parameters));
const small: WideMinimaParameters = { ...defaults, sampling: 'grid', starts: 400 };
const size = { width: 40, height: 30 };
const engine = chooseEngine('cpu');

const run = (p: WideMinimaParameters) => experiment.run!(experiment.prepare(p, {}), engine, {});

/** What a view computes at these values. */
async function compute<Computed>(
  view: View<WideMinimaParameters, WideMinimaProblem, WideMinimaRun, Computed>,
  p: WideMinimaParameters,
  onSharper?: (computed: Computed) => void,
): Promise<Computed> {
  const problem = experiment.prepare(p, {});
  return view.compute!({ problem, run: await run(p), parameters: p }, engine, { size, onSharper });
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ParameterError);
    return (error as Error).message;
  }
  return 'nothing was refused';
}

/** By interval arithmetic there are exactly these three between -5 and 20; to 20 digits from 40-digit arithmetic. */
const SHEET = [
  {
    kind: 'minimum',
    theta: -0.0017800022296315212,
    value: 0.012307613614644285,
    curvature: 20.10077223321424,
    threshold: 0.09949866486697599,
  },
  { kind: 'maximum', theta: 3.175474382439641, value: 83.51754953804907, curvature: -75.5680380740171, threshold: 0 },
  {
    kind: 'minimum',
    theta: 10.000002009367282,
    value: 50.00000072034122,
    curvature: 1.0000055875576475,
    threshold: 1.9999888249471465,
  },
];

test("the sheet's function has one sharp and one wide minimum and a barrier, found from the formula", () => {
  const { stationary } = experiment.prepare(defaults, {});
  expect(stationary.map(({ kind }) => kind)).toEqual(SHEET.map(({ kind }) => kind));
  stationary.forEach((point, i) => {
    // A stationary point is where float64 can no longer tell the gradient from 0: about 1e-15 of the values around it.
    expect(Math.abs(point.theta - SHEET[i].theta)).toBeLessThan(1e-12);
    for (const name of ['value', 'curvature', 'threshold'] as const)
      expect(Math.abs(point[name] - SHEET[i][name])).toBeLessThanOrEqual(1e-12 * Math.abs(SHEET[i][name]));
  });
});

test('what cannot be descended is refused by the name of its attribute', () => {
  const prepared = (objective: string) => () => experiment.prepare({ ...defaults, objective }, {});
  expect(messageOf(prepared('log(-1 - x^2)'))).toMatch(
    /^objective="log\(-1 - x\^2\)" cannot be used: it takes .* not finite/,
  );
  // A minimum every 0.01, 2,500 of them.
  expect(messageOf(prepared('cos(200pi x)'))).toMatch(/^objective=.*it takes/);
});

test('values that do not go together are refused, and of two ends the one that was moved', () => {
  const bad: [string, Partial<WideMinimaParameters>][] = [
    ['low="20"', { low: 20, high: -5 }],
    ['low="1"', { low: 1, high: 1 }],
    ['low="1"', { low: 1, high: 1 + 1e-12 }],
    ['high="-7"', { high: -7 }],
    ['rate-low="7"', { rateLow: 7 }],
    ['rate-high="0.0001"', { rateHigh: 0.0001 }],
    ['bound="10"', { bound: 10 }],
    ['iteration="1001"', { iteration: 1001 }],
    ['selected-start="-2000000"', { selectedStart: -2_000_000 }],
    ['basins-window="0 1 2 1"', { basinsWindow: [0, 1, 2, 1] }],
    ['bifurcation-window="0 1 -1 1"', { bifurcationWindow: [0, 1, -1, 1] }],
  ];
  for (const [attribute, change] of bad)
    expect(messageOf(() => check({ ...defaults, ...change }, {}, new Set(Object.keys(change))))).toMatch(
      new RegExp(`^${attribute} cannot be used: it takes `),
    );
});

test('a start beyond the bound is blamed where it was moved, and the bound where that was', () => {
  const beyond = { ...defaults, bound: 30, high: 40 };
  expect(messageOf(() => check(beyond, {}, new Set(['high'])))).toMatch(
    /^high="40" .*inside the bound .*, which is 30/,
  );
  expect(messageOf(() => check(beyond, {}, new Set(['bound'])))).toMatch(/^bound="30" /);
});

test('values of a page are checked in the order of the parameters', () => {
  expect(checkAll(parameters, { ...defaults, starts: '77' })).toEqual({ ...defaults, starts: 77 });
  expect(messageOf(() => checkAll(parameters, { ...defaults, starts: 0, seed: -1 }))).toContain('starts="0"');
});

test('every start ends in one outcome, and the claims of the sheet are judged by them', async () => {
  const { result, histograms } = await run({ ...defaults, starts: 2000, iterations: 300 });
  result.runs.forEach(({ converged, counts, bounded, diverged, starts }, i) => {
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(Object.values(counts))).toBe(starts);
    expect([sum(converged), bounded + sum(converged) + diverged]).toEqual([counts.converged, starts]);
    expect(histograms[i].totals.slice(0, 2)).toEqual(converged);
    expect(sum(histograms[i].totals)).toBe(starts);
    const counted = histograms[i].counts.flatMap((counts) => Array.from(counts));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(starts - diverged);
  });
  const verdicts = (await experiment.claims!()).map((claim) => claim.compute(result)?.verdict);
  expect(verdicts).toEqual(['agrees', 'agrees', 'agrees', 'agrees', 'imprecise']);
});

test('with other optimizers and schedules every start ends in one outcome, in the rows of the optimizers', async () => {
  const rates = [0.01, 0.3];
  const p = { ...small, starts: 300, iterations: 200, learningRates: rates, optimizer: 'gd; momentum 0.9; adam' };
  const { result, histograms } = await run(p);
  expect(result.runs.map(({ optimizer, learningRate }) => `${optimizer} at ${learningRate}`)).toEqual(
    ['gd', 'momentum 0.9', 'adam 0.9 0.999'].flatMap((name) => rates.map((rate) => `${name} at ${rate}`)),
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  result.runs.forEach(({ counts, diverged, starts }, i) => {
    expect([sum(Object.values(counts)), sum(histograms[i].totals)]).toEqual([starts, starts]);
    expect(sum(histograms[i].counts.flatMap((bins) => Array.from(bins)))).toBe(starts - diverged);
  });
  // Plain descent among others is the same as alone.
  const alone = await run({ ...p, optimizer: 'gd' });
  expect(result.runs.slice(0, 2)).toEqual(alone.result.runs);
  expect(histograms.slice(0, 2)).toEqual(alone.histograms);
});

test('which minimum a falling rate ends in depends on the rate that it falls from', async () => {
  const p = { ...small, starts: 200, iterations: 400, learningRates: [0.05, 0.3], schedule: 'cosine' };
  const { result } = await run(p);
  const [low, high] = result.runs.map(({ converged: [sharp] }) => sharp / 200);
  expect([low, high]).toEqual([0.325, 0]);
  expect(result.runs[1].converged).toEqual([0, 200]);
});

test('an audit of two engines counts the runs whose ends differ, of every optimizer', async () => {
  const p = { ...small, starts: 50, iterations: 50, learningRates: [0.01, 0.3], optimizer: 'gd; adam' };
  const audit = await experiment.audit!(experiment.prepare(p, {}), engine, engine, {});
  expect(audit).toEqual({ runs: 200, different: 0, share: 0 });
});

test('theory is drawn where there is any: for momentum and at a constant rate', () => {
  const limits = (change: Partial<WideMinimaParameters>) =>
    experiment
      .prepare({ ...small, ...change }, {})
      .methods.map(({ limits }) => limits?.map((limit) => Number(limit.toFixed(4))));
  expect(limits({ optimizer: 'gd; momentum 0.9; nesterov 0.9; adam' })).toEqual([
    [0.0995, 2],
    [0.189, 3.8],
    [0.0675, 1.3571],
    undefined,
  ]);
  expect(limits({ schedule: 'cosine' })).toEqual([undefined]);
  const absent = (schedule: string) =>
    views.schedule.absent!({ parameters: { ...small, schedule }, data: {}, run: undefined });
  expect([absent('constant'), absent('cosine')]).toEqual([expect.stringContaining('constant'), undefined]);
});

test('the pictures of one optimizer are those of the one that is shown', async () => {
  const p = { ...small, starts: 60, iterations: 60, optimizer: 'gd; momentum 0.9', selectedRate: 0.15 };
  const shown = [0, 1].map((shownOptimizer) => ({ ...p, shownOptimizer }));
  const [gd, momentum] = await Promise.all(shown.map((one) => compute(views.landscape, one)));
  expect([gd.iterates[0], momentum.iterates[0]]).toEqual([gd.iterates[0], gd.iterates[0]]);
  // The first step is the same, the second has a velocity.
  const differs = (frame: number) => gd.iterates[frame * gd.size] !== momentum.iterates[frame * gd.size];
  expect([1, 2].map(differs)).toEqual([false, true]);
  const problem = experiment.prepare(shown[1], {});
  const preview = views.landscape.preview!({ problem, run: await run(p), parameters: shown[1] }, momentum);
  expect(Array.from(preview.iterates)).toEqual(Array.from(momentum.iterates));
  expect(preview.outcomes).toEqual(momentum.outcomes);
});

test('before all starts are counted at a rate, the counts are those of the drawn runs, of a listed rate all, and while it is dragged those of before', async () => {
  const p = { ...small, starts: 60, iterations: 60, learningRates: [0.01, 1] };
  const first = await run(p);
  const problem = experiment.prepare(p, {});
  const shown = await compute(views.landscape, p);
  const previewed = (selectedRate: number, last?: typeof shown) =>
    views.landscape.preview!({ problem, run: first, parameters: { ...p, selectedRate } }, last).inHand?.run;
  expect(previewed(0.5)).toBe(undefined);
  expect(previewed(1)).toBe(first.result.runs[1]);
  expect(previewed(0.5, shown)?.learningRate).toBe(0.01);
});

test('where descent ended is told of each rate with its own periods', async () => {
  const p = {
    ...small,
    starts: 200,
    objective: '(x^2-1)^2',
    low: -2,
    high: 2,
    learningRates: [0.26, 0.32, 0.33],
  };
  const problem = experiment.prepare(p, {});
  const first = await run(p);
  const computed = await compute(views.histogram, p);
  const ui = { parameters: p } as unknown as Ui<WideMinimaParameters>;
  const data = views.histogram.data({ problem, run: first, computed, others: {}, ui });
  const told = views.histogram.chart.summarize(data).split('Learning rate').slice(1);
  const periods = first.result.runs.map((one) => Object.keys(one.periods).map(Number));
  expect(periods).toEqual([[2], [4], []]);
  told.forEach((text, i) => expect(/cycle of ([^s]*) steps/.exec(text)?.[1]).toBe(listed(periods[i]) || undefined));
});

test('claims are not judged by a result that does not hold what they are about', async () => {
  const claims = await experiment.claims!();
  const { result } = await run({ ...small, learningRates: [0.2] });
  expect(claims.map((claim) => claim.compute(result) !== undefined)).toEqual([true, false, false, false, false]);
  const other = await run({ ...small, objective: 'x^2' });
  expect(claims.every((claim) => claim.compute(other.result) === undefined)).toBe(true);
});

test('the measured switches stand next to 2/f″', async () => {
  const { thresholds, learningRates, fractions } = await compute(views.outcomes, { ...small, starts: 100 });
  expect(learningRates.length).toBeGreaterThanOrEqual(200);
  learningRates.forEach((_, i) => expect(fractions.reduce((sum, fraction) => sum + fraction[i], 0)).toBeCloseTo(1, 12));
  for (const { predicted, measured } of thresholds) {
    // Runs have 1,000 iterations to settle: so close to the threshold, where the error shrinks by less than a hundredth a step, some do not.
    expect(measured! / predicted).toBeGreaterThan(0.99);
    expect(measured! / predicted).toBeLessThanOrEqual(1.0001);
  }
});

test('chaos that happens to be near a minimum at the last iteration has not converged, whatever the rate', async () => {
  const p = {
    ...small,
    objective: 'x^2/20 + 2cos(2x)',
    low: -6,
    high: 6,
    rateLow: 0.1,
    rateHigh: 5,
    iterations: 300,
    starts: 100,
  };
  const { thresholds, fractions, learningRates } = await compute(views.outcomes, p);
  expect(thresholds.length).toBe(4);
  fractions.slice(0, 4).forEach((fraction, m) =>
    learningRates.forEach((rate, i) => {
      if (rate > thresholds[m].predicted) expect(fraction[i], `${rate}`).toBe(0);
    }),
  );
  for (const { predicted, measured } of thresholds) expect(Math.abs(measured! / predicted - 1)).toBeLessThan(0.02);
});

test('the population of the landscape starts where the starts are and ends where the outcomes say', async () => {
  const view = await compute(views.landscape, { ...small, selectedRate: 0.3, selectedStart: 4 });
  expect([view.frames, view.size]).toEqual([1001, 400]);
  expect(view.iterates[0]).toBeCloseTo(-5 + 25 * (0.5 / 400), 12);
  expect(view.followed.theta[0]).toBe(4);
  expect(view.outcomes.every((outcome) => outcome === 1)).toBe(true);
  for (let i = 0; i < view.size; i++)
    expect(Math.abs(view.iterates[1000 * view.size + i] - SHEET[2].theta)).toBeLessThan(1e-3);
});

test('pictures of one run per pixel come coarse first and have the size that was asked for', async () => {
  const widths: number[] = [];
  const basins = await compute(views.basins, small, ({ width }) => widths.push(width));
  expect(widths).toEqual([5, 20]);
  expect([basins.width, basins.height, basins.labels.length]).toEqual([40, 30, 1200]);
  // The lowest rates come first: at 0.001 nothing diverges, at 5 everything does.
  const diverged = Array.from(basins.labels, (label) => basins.endings[label].outcome === 'diverged');
  expect(diverged.slice(0, 40)).not.toContain(true);
  expect(diverged.slice(1160)).not.toContain(false);
});

test('the last iterates of a rate at which all converge lie in two bins, those of a diverging one nowhere', async () => {
  const p = { ...small, bifurcationWindow: [-5, 20, 0.02, 20] };
  const { columns, bins, density } = await compute(views.bifurcation, p);
  const column = (i: number) => density.subarray(i * (bins + 2), (i + 1) * (bins + 2));
  expect(column(0).filter((count) => count > 0).length).toBe(2);
  expect(column(columns - 1).every((count) => count === 0)).toBe(true);
});

test('a window of four numbers is shown, and without numbers the whole picture', () => {
  expect(windowOf(defaults, 'basinsWindow')).toEqual({ low: -5, high: 20, rateLow: 0.001, rateHigh: 5 });
  const window = { low: 0, high: 1, rateLow: 0.1, rateHigh: 0.2 };
  expect(windowOf({ ...defaults, basinsWindow: [0, 1, 0.1, 0.2] }, 'basinsWindow')).toEqual(window);
});

test('minima on both sides of the range are looked for, and runs that end there are counted at their places', async () => {
  const elsewhere = (objective: string, low: number, high: number) =>
    experiment.prepare({ ...defaults, objective, low, high }, {}).elsewhere.map((at) => Number(at.toFixed(4)));
  expect(elsewhere('cosh(x)-2x', -3, 1)).toEqual([1.4436]);
  expect(elsewhere('exp(-x)+x', 2, 10)).toEqual([0]);
  expect(elsewhere('(x^2-1)^2', -0.9, 3)).toEqual([-1]);
  expect(elsewhere('(x-2000)^2', -5, 20)).toEqual([2000]);
  expect(elsewhere(defaults.objective, -5, 20)).toEqual([]);
  expect(elsewhere('sin(x)', -3, 3).slice(0, 1)).not.toEqual([]);
  const well = { ...small, objective: '(x^2-1)^2', low: -0.9, high: 3, learningRates: [0.05, 0.27], starts: 2000 };
  const [slow, fast] = (await run(well)).result.runs;
  expect(slow).toMatchObject({ converged: [1256], elsewhere: [{ at: -1, count: 744 }], bounded: 744, periods: {} });
  expect(fast.converged).toEqual([0]);
  expect(fast.periods[2]).toBe(fast.counts.cycling);
  expect(fast.counts.cycling).toBeGreaterThan(1000);
});

test('runs that fall for ever are told from those on their way', async () => {
  const [line] = (await run({ ...small, objective: 'x' })).result.runs;
  expect([line.counts.moving, line.falling]).toEqual([400, 400]);
  const [quartic] = (await run({ ...small, objective: 'x^4', low: -1, high: 1, learningRates: [0.1] })).result.runs;
  expect([quartic.counts.moving, quartic.falling]).toEqual([400 - quartic.converged[0], 0]);
});

test.each(['x + sin(x)', '2x + sin(2x)', 'x^3 - 3x^2 + 3x', 'acos(x) + x^2'])(
  'no run converges in %s, which has saddle points and no minimum',
  async (objective) => {
    const p = { ...small, objective, low: -2, high: 5, bound: 1e6, learningRates: [0.5, 1] };
    const { result } = await run(p);
    expect(new Set(result.stationary.map(({ kind }) => kind))).toEqual(new Set(['saddle']));
    for (const { converged, counts } of result.runs)
      expect([converged, counts.converged, counts.elsewhere]).toEqual([[], 0, 0]);
  },
);

test('the factor of a step is that of the minimum of its valley, also beyond a saddle point on the slope', async () => {
  // Minimum at -0.8, saddle point at 1.
  const p = { ...small, objective: '(x-1)^3 * (x+2)^2', low: -3, high: 2, selectedStart: 1.5, iteration: 0 };
  const problem = experiment.prepare(p, {});
  const computed = await compute(views.landscape, p);
  const ui = { parameters: p, phase: 1, isInteractive: true } as never;
  const { followed } = views.landscape.data({ problem, run: await run(p), computed, others: {}, ui }) as LandscapeData;
  expect(followed!.factor!.at).toBeCloseTo(-0.8, 9);
});

test('a function that is level all along half of a line has no minimum made up, and this is said', async () => {
  const p = { ...small, objective: 'max(0,x)', low: -5, high: 5, learningRates: [0.1] };
  const problem = experiment.prepare(p, {});
  expect(problem.stationary).toEqual([]);
  expect(problem.stretches).toEqual([{ low: -Infinity, high: 0, value: 0, kind: 'minimum' }]);
  const ui = { parameters: p, phase: 1, isInteractive: true } as never;
  const computed = await compute(views.landscape, p);
  const { stretches } = views.landscape.data({ problem, run: await run(p), computed, others: {}, ui }) as LandscapeData;
  expect(stretches).toEqual(problem.stretches);
  // All runs come to it, and stay where they come to.
  const [{ counts }] = (await run(p)).result.runs;
  expect(counts.still).toBe(400);
});
