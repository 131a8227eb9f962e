import { expect, test } from 'vitest';
import { chooseEngine } from '../engine/chooser';
import { defaultsOf } from './parameters';
import { wideMinima } from './wide-minima';
import { parameters, windowOf } from './wide-minima/parameters';
import { stationaryPoints } from './wide-minima/run';

const defaults = defaultsOf(parameters);
const small = { ...defaults, sampling: 'grid' as const, starts: 400, engine: 'cpu' };
const size = { width: 40, height: 30 };

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
  const points = stationaryPoints(defaults);
  expect(points.map(({ kind }) => kind)).toEqual(SHEET.map(({ kind }) => kind));
  points.forEach((point, i) => {
    // A stationary point is where float64 can no longer tell the gradient from 0: about 1e-15 of the values around it.
    expect(Math.abs(point.theta - SHEET[i].theta)).toBeLessThan(1e-12);
    for (const name of ['value', 'curvature', 'threshold'] as const)
      expect(Math.abs(point[name] - SHEET[i][name])).toBeLessThanOrEqual(1e-12 * Math.abs(SHEET[i][name]));
  });
});

test('what cannot be descended is refused by the name of its attribute', async () => {
  expect(() => stationaryPoints({ ...defaults, objective: 'log(-1 - x^2)' })).toThrow(
    /objective="log\(-1 - x\^2\)" cannot be used: it takes/,
  );
  // A minimum every 0.01, 2,500 of them.
  expect(() => stationaryPoints({ ...defaults, objective: 'cos(200pi x)' })).toThrow(/objective=.*it takes/);
});

test('the measured switches stand next to 2/f″', async () => {
  const engine = chooseEngine('cpu');
  const computed = await wideMinima.run(small, engine, {});
  const { thresholds, learningRates, fractions } = await wideMinima.views.outcomes(small, computed, engine, { size });
  expect(learningRates.length).toBeGreaterThanOrEqual(200);
  learningRates.forEach((_, i) => expect(fractions.reduce((sum, fraction) => sum + fraction[i], 0)).toBeCloseTo(1, 12));
  for (const { predicted, measured } of thresholds) {
    // Runs have 1,000 iterations to settle: so close to the threshold, where the error shrinks by less than a hundredth a step, some do not.
    expect(measured! / predicted).toBeGreaterThan(0.99);
    expect(measured! / predicted).toBeLessThanOrEqual(1.0001);
  }
});

test('chaos that happens to be near a minimum at the last iteration is no switch', async () => {
  const engine = chooseEngine('cpu');
  const p = { ...small, objective: 'x^2/20 + 2cos(2x)', low: -6, high: 6, rateLow: 0.1, rateHigh: 5, iterations: 300 };
  const computed = await wideMinima.run(p, engine, {});
  const { thresholds, fractions } = await wideMinima.views.outcomes(p, computed, engine, { size });
  expect(thresholds.length).toBe(4);
  expect(fractions.slice(0, 4).some((fraction) => fraction.findLastIndex((share) => share > 0) > 100)).toBe(true);
  for (const { predicted, measured } of thresholds) expect(Math.abs(measured! / predicted - 1)).toBeLessThan(0.02);
});

test('the population of the landscape starts where the starts are and ends where the outcomes say', async () => {
  const engine = chooseEngine('cpu');
  const computed = await wideMinima.run(small, engine, {});
  const view = await wideMinima.views.landscape({ ...small, selectedRate: 0.3, selectedStart: 4 }, computed, engine, {
    size,
  });
  expect(view.frames).toBe(1001);
  expect(view.size).toBe(400);
  expect(view.population[0]).toBeCloseTo(-5 + 25 * (0.5 / 400), 12);
  expect(view.followed![0]).toBe(4);
  expect(view.outcomes.every((outcome) => outcome === 1)).toBe(true);
  for (let run = 0; run < view.size; run++)
    expect(Math.abs(view.population[1000 * view.size + run] - SHEET[2].theta)).toBeLessThan(1e-3);
});

test('pictures of one run per pixel come coarse first and have the size that was asked for', async () => {
  const engine = chooseEngine('cpu');
  const computed = await wideMinima.run(small, engine, {});
  const widths: number[] = [];
  const basins = await wideMinima.views.basins(small, computed, engine, {
    size,
    onSharper: ({ width }) => widths.push(width),
  });
  expect(widths).toEqual([5, 20]);
  expect([basins.width, basins.height, basins.labels.length]).toEqual([40, 30, 1200]);
  // The lowest rates come first: at 0.001 nothing diverges, at 5 everything does.
  expect(basins.labels.subarray(0, 40).includes(3)).toBe(false);
  expect(basins.labels.subarray(1160).every((label) => label === 3)).toBe(true);
});

test('the last iterates of a rate at which all converge lie in two bins, those of a diverging one nowhere', async () => {
  const engine = chooseEngine('cpu');
  const computed = await wideMinima.run(small, engine, {});
  const window = [-5, 20, 0.02, 20];
  const { columns, bins, density } = await wideMinima.views.bifurcation(
    { ...small, bifurcationWindow: window },
    computed,
    engine,
    { size },
  );
  const column = (i: number) => density.subarray(i * (bins + 2), (i + 1) * (bins + 2));
  expect(column(0).filter((count) => count > 0).length).toBe(2);
  expect(column(columns - 1).every((count) => count === 0)).toBe(true);
});

test('a window of four numbers is shown, and without numbers the whole picture', () => {
  expect(windowOf(defaults, 'basinsWindow')).toEqual({ low: -5, high: 20, rateLow: 0.001, rateHigh: 5 });
  expect(windowOf({ ...defaults, basinsWindow: [0, 1, 0.1, 0.2] }, 'basinsWindow')).toEqual({
    low: 0,
    high: 1,
    rateLow: 0.1,
    rateHigh: 0.2,
  });
});

test('claims are not judged by a result that does not hold what they are about', async () => {
  const engine = chooseEngine('cpu');
  const { result } = await wideMinima.run({ ...small, learningRates: [0.2] }, engine, {});
  expect((await wideMinima.claims()).map((claim) => claim.compute(result) !== undefined)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  const other = await wideMinima.run({ ...small, objective: 'x^2' }, engine, {});
  expect((await wideMinima.claims()).every((claim) => claim.compute(other.result) === undefined)).toBe(true);
});
