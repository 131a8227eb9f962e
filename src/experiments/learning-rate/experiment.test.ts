import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { defaultsOf } from '../parameters';
import { shownRate } from '../parameters/shown-rate';
import { experiment as wideMinima } from '../wide-minima/experiment';
import { resolve as resolveWide } from '../wide-minima/fit';
import { parameters as wideParameters } from '../wide-minima/parameters';
import { descent } from './descent';
import { experiment } from './experiment';
import { resolve } from './fit';
import { parameters, SHEET as defaults, type LearningRateParameters } from './parameters';
import { becameOf, factorAt, rateSpan, windowOf } from './picture';
import { rates } from './rates';
import { withoutAnswers, type Tool } from '../view';
import { views } from './views';

const prepare = (given: Partial<LearningRateParameters> = {}) => experiment.prepare({ ...defaults, ...given }, {});
const iterates = (learningRate: number, given: Partial<LearningRateParameters> = {}) =>
  prepare({ learningRates: [learningRate], iterations: 10, ...given }).result.runs[0].iterates;

// From exact rational arithmetic; 2.1 is no float64, and its iterates are rounded.
const S1_Q4: Record<string, number[]> = {
  0.5: [0, 50, 75, 87.5, 93.75, 96.875, 98.4375, 99.21875, 99.609375, 99.8046875, 99.90234375],
  1.5: [0, 150, 75, 112.5, 93.75, 103.125, 98.4375, 100.78125, 99.609375, 100.1953125, 99.90234375],
  2.5: [0, 250, -125, 437.5, -406.25, 859.375, -1039.0625, 1808.59375, -2462.890625, 3944.3359375, -5666.50390625],
  0: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  1: [0, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100],
  2: [0, 200, 0, 200, 0, 200, 0, 200, 0, 200, 0],
  2.1: [0, 210, -21, 233.1, -46.41, 261.051, -77.1561, 294.87171, -114.358881, 335.7947691, -159.37424601],
};

test.each(Object.keys(S1_Q4))(
  'S1.Q4: at rate %s the iterates are those of exact arithmetic, and slopes are w - 100',
  (rate) => {
    const [run] = prepare({ learningRates: [Number(rate)], iterations: 10 }).result.runs;
    run.iterates.forEach((w, k) => {
      expect(Math.abs(w - S1_Q4[rate][k])).toBeLessThanOrEqual(rate === '2.1' ? 1e-11 : 0);
      expect(run.slopes[k]).toBe(w - 100);
    });
    expect(run.iterates.length).toBe(11);
  },
);

test('S1.Q4: exact arithmetic never reaches 100; float64 does after 54 steps, and comes within 1/2 after 8', () => {
  for (const rate of [0.5, 1.5]) {
    const run = iterates(rate, { iterations: 60 });
    expect(run.indexOf(100)).toBe(54);
    expect(run.findIndex((w) => Math.abs(w - 100) < 0.5)).toBe(8);
  }
});

test('S1.Q4: rates above 0 and below 2/x² converge, which for x = 1 is 2 and for x = 3 is 2/9', () => {
  const { minimum, curvature, threshold } = prepare().result;
  expect([minimum, curvature, threshold]).toEqual([100, 1, 2]);
  const other = prepare({ objective: '(3w-100)^2/2', learningRates: [0.2, 0.23], iterations: 500 }).result;
  expect(other.threshold).toBeCloseTo(2 / 9, 14);
  expect(other.runs.map(({ outcome }) => outcome)).toEqual(['converged', 'diverged']);
  const outcomes = prepare({ learningRates: [-0.1, 0, 0.01, 1.99, 2, 2.01], iterations: 2000 }).result.runs;
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'diverged',
    'still',
    'converged',
    'converged',
    'cycling',
    'diverged',
  ]);
});

test.each([
  [0, [0, 200, 0]],
  [30, [30, 170, 30]],
  [100, [100, 100, 100]],
])('S1.Q4: at rate 2 a start at %f comes back after two steps', (start, expected) => {
  expect(iterates(2, { start, iterations: 2 })).toEqual(expected);
  const [run] = prepare({ learningRates: [2], start }).result.runs;
  expect([run.outcome, run.period]).toEqual(start === 100 ? ['converged', null] : ['cycling', 2]);
});

const S2_P2: Record<string, number[]> = {
  0.5: [1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625, 0.001953125, 0.0009765625],
  1: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  2: [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1],
  2.5: [1, -1.5, 2.25, -3.375, 5.0625, -7.59375, 11.390625, -17.0859375, 25.62890625, -38.443359375, 57.6650390625],
  3: [1, -2, 4, -8, 16, -32, 64, -128, 256, -512, 1024],
};

test.each(Object.keys(S2_P2))('S2.P2: on t²/2 from 1 at rate %s, iterate k is (1 - rate)^k', (rate) => {
  const run = iterates(Number(rate), { objective: 't^2/2', start: 1 });
  run.forEach((t, k) => expect(Math.abs(t - S2_P2[rate][k])).toBeLessThanOrEqual(1e-12 * Math.abs(S2_P2[rate][k])));
});

test('every claim of the sheets is judged at the defaults, and what is printed wrong differs', async () => {
  const claims = await experiment.claims!();
  const judged = claims.map((claim) => ({ ...claim, ...claim.compute(prepare().result)! }));
  expect(judged.map(({ source, verdict }) => `${source} ${verdict}`)).toEqual([
    'S1.Q4 differs',
    'S1.Q4 agrees',
    'S1.Q4 differs',
    'S1.Q4 agrees',
    'S1.Q4 differs',
    'S1.Q4 agrees',
    'S1.Q4 imprecise',
    'S2.P2 agrees',
    'S2.P2 agrees',
  ]);
  expect(judged[0].statement).toContain('100, 100');
  expect(judged[0].computed).toContain('87.5, 93.75');
  expect(judged[2].statement).toContain('687.5, −781.25');
  expect(judged[2].computed).toContain('437.5, −406.25');
});

test('with another function only the claims about that one are judged', async () => {
  const claims = await experiment.claims!();
  const judged = (objective: string) =>
    claims.filter((claim) => claim.compute(prepare({ objective }).result)).map(({ source }) => source);
  expect(judged('cosh(x)')).toEqual([]);
  expect([...new Set(judged('t^2/2'))]).toEqual(['S2.P2']);
});

test('the result is plain data that JSON carries', () => {
  const { result } = prepare({ learningRates: [0.5, 2.5, -3], iterations: 300 });
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(Object.keys(result)).toEqual(['parameters', 'minimum', 'curvature', 'threshold', 'runs']);
  for (const run of result.runs)
    expect(Object.keys(run)).toEqual(['learningRate', 'iterates', 'slopes', 'outcome', 'period', 'factor']);
  // A run that diverged has ended.
  expect(result.runs[1].iterates.length).toBeLessThan(80);
});

test('a run just beyond the threshold has diverged, though it is far from the bound', () => {
  const [run] = prepare({ learningRates: [2.00001] }).result.runs;
  expect(run.outcome).toBe('diverged');
  expect(run.factor).toBeCloseTo(1.00001, 8);
});

test.each([40, 200, 2000, 6500])(
  'a run that climbs to a maximum stays bounded: after %d steps it has not diverged',
  (iterations) => {
    const learningRates = [-0.02, -0.024, -0.01, -0.001];
    const { runs } = prepare({ objective: '(x^2-1)^2', start: 0.5, learningRates, iterations }).result;
    for (const { outcome } of runs) expect(['moving', 'still']).toContain(outcome);
  },
);

test('a cycle that widens for a while swings about the minimum, and does not diverge', () => {
  const p = { objective: 'x^4-3x^2+x', start: 2, learningRates: [0.173], iterations: 40 };
  expect(prepare(p).result.runs[0]).toMatchObject({ outcome: 'cycling', period: 4 });
});

test('a run whose distance grows by the same or by more in each step has diverged, be it by little', () => {
  const outcomes = (objective: string, learningRates: number[]) =>
    prepare({ objective, start: 1, learningRates }).result.runs.map(({ outcome }) => outcome);
  // Away from the minimum at 0 all steps are 0.1 long, but for rounding.
  expect(outcomes('abs(x)', [-0.1])).toEqual(['diverged']);
  // On the left a step multiplies the distance by 1.1, on the right by 3.2.
  expect(outcomes('x^2/2 + max(x, 0)^2/2', [2.1])).toEqual(['diverged']);
  expect(outcomes('t^2/2', [-0.001, 2.001, 2.1])).toEqual(['diverged', 'diverged', 'diverged']);
});

test('the minimum is the one downhill of the start, and descent may end in another', () => {
  const wells = { objective: '(x^2-1)^2', iterations: 200 };
  expect(prepare({ ...wells, start: 0.5 }).result.minimum).toBe(1);
  expect(prepare({ ...wells, start: -0.5 }).result.minimum).toBe(-1);
  expect(prepare({ ...wells, start: 2.5, learningRates: [0.06] }).result.runs[0].outcome).toMatch(
    /elsewhere|converged/,
  );
  expect(prepare({ objective: 'x' }).result.minimum).toBeNull();
  expect(prepare({ objective: 'x^4', learningRates: [0.1], start: 1 }).result.runs[0].outcome).toBe('moving');
});

test('at least 400 rates are swept, from below 0 to beyond the threshold, and measured factors lie on the predicted ones', () => {
  const problem = prepare();
  const columns = rates.table({ problem, run: problem.runAt(0.5), steps: 20 });
  const at = columns.learningRate as number[];
  expect(at.length).toBeGreaterThanOrEqual(400);
  expect(at[0]).toBeLessThan(0);
  expect(at.at(-1)).toBeGreaterThan(2);
  at.forEach((rate, i) => {
    expect(columns.predicted[i]).toBe(Math.abs(1 - rate));
    expect(Math.abs((columns.measured[i] as number) - Math.abs(1 - rate))).toBeLessThan(1e-6);
  });
  expect(columns.outcome[at.indexOf(2)]).toBe('cycling');
  expect(columns.outcome[at.indexOf(0)]).toBe('still');
});

test.each(['(w-100)^2/2', 'cosh(x)-2x', 'x^4', 'x', 'abs(x)', 'ln(x)', '1000x^2', '-x^2', '5', 'sin(1000x)', '1/x'])(
  'every picture of %s has words and columns of one length',
  (objective) => {
    const problem = prepare({ objective, start: 1 });
    const { low, high, step } = rateSpan(problem);
    expect((high - low) / step).toBeGreaterThanOrEqual(399);
    for (const { chart } of Object.values(views)) {
      const data = { problem, run: problem.runAt(0.7), steps: 5 };
      expect(chart.summarize(data).length).toBeGreaterThan(40);
      expect(chart.summarize(data)).not.toMatch(/NaN|undefined|null/);
      expect(new Set(Object.values(chart.table(data)).map(({ length }) => length)).size).toBe(1);
    }
  },
);

test('an iteration beyond the last one is refused by its name', () => {
  expect(() => experiment.check!({ ...defaults, iteration: 21 }, {}, new Set())).toThrow(/iteration="21".*20/);
});

test.each([
  ['(w-100)^2/2', 0, [0.5, 1.5, 2.5]],
  ['x^2/20 + 2cos(2x)', 1, [0.062, 0.19, 0.31]],
  ['ln(x)', 1, [0.01, 0.1, 1]],
  ['1/x', 1, [0.01, 0.1, 1]],
  ['abs(x)', 1, [0.01, 0.1, 1]],
  ['x^3', 1, [0.01, 0.1, 1]],
  ['x^4', 1, [0.01, 0.1, 1]],
  // Its limit of 10^6 is the largest rate that is taken.
  ['0.000001x^2', 1, [250_000, 750_000, 1_000_000]],
])('the start and the rates that are not given fit %s: from %d, rates %j', (objective, start, learningRates) => {
  const fitting = resolve({ ...defaultsOf(parameters), objective, start: 'auto', learningRates: 'auto' });
  expect([fitting.start, fitting.learningRates]).toEqual([start, learningRates]);
  const problem = prepare(fitting);
  const window = windowOf({ problem, run: problem.result.runs[0], steps: 1 });
  for (const { iterates, slopes } of problem.result.runs)
    for (const value of [...iterates, ...slopes]) expect(value).not.toBeNaN();
  // The first step of each run is in the picture, which is not far larger than that.
  expect(window[0]).toBeLessThan(start);
  expect(window[1]).toBeGreaterThan(start);
  if (objective !== defaults.objective) expect(window[1] - window[0]).toBeLessThan(1000);
});

test.each(['x + sin(x)', 'x^3 - 3x^2 + 3x', 'x - tanh(x)'])(
  '%s has a flat inflection: there is no minimum, no limit, and no run converges',
  (objective) => {
    const { result } = prepare({ objective, start: 4, learningRates: [0.1, 1] });
    expect(result).toMatchObject({ minimum: null, curvature: null, threshold: null });
    for (const { outcome } of result.runs) expect(['converged', 'elsewhere']).not.toContain(outcome);
  },
);

test.each(['1/x', 'ln(x)', 'sqrt(x)'])('a start where %s has no value or no slope is refused', (objective) => {
  expect(() => experiment.check!({ ...defaults, objective, start: 0 }, {}, new Set())).toThrow(/start/);
});

test('of a minimum without curvature no constant factor is told', () => {
  const problem = prepare({ objective: 'x^4', start: 1, learningRates: [0.1] });
  const [run] = problem.result.runs;
  expect(factorAt(problem, 0.1)).toBeNaN();
  expect(descent.summarize({ problem, run, steps: 20 })).toContain('the second derivative is 0');
});

test.each(['1/0', 'sqrt(-1)*x', 'log(-1-x^2)'])(
  'where %s has no values anywhere, the function is at fault',
  (objective) => {
    expect(() => resolve({ ...defaultsOf(parameters), objective, start: 'auto' })).toThrow(/^objective=/);
  },
);

test.each([
  ['max(0,x)', 'Where x ≤ 0 the function is flat, and lower than beside it: each place there is a minimum'],
  ['max(0,x)^2', 'Where x ≤ 0 the function is flat, and lower'],
  ['(abs(x)+x)/2', 'Where x ≤ 0 the function is flat, and lower'],
  ['max(x,-1)', 'Where x ≤ −1 the function is flat, and lower'],
  ['max(x^2,1)', 'Where −1 ≤ x ≤ 1 the function is flat, and lower'],
  ['5', 'The function is constant'],
  ['x', 'The function has no minimum'],
  ['x^3', 'The function has no minimum'],
])('of %s, which has no single minimum, it is said what is so: %s', (objective, said) => {
  const problem = prepare({ objective, start: 2, learningRates: [0.1] });
  expect(problem.result.minimum).toBeNull();
  expect(descent.summarize({ problem, run: problem.runAt(0.1), steps: 20 })).toContain(said);
});

test.each([
  ['x^3', 1, 0.1, 'still moving, in ever shorter steps, towards x = 0, where the slope is 0'],
  ['max(0,x)^2', 1, 0.1, 'still moving, in ever shorter steps, towards x = 0, where the slope is 0'],
  ['x + sin(x)', 4, 0.1, 'towards x = 3.14159, where the slope is 0'],
  ['x', 1, 0.1, 'it is still going downhill, and no minimum lies that way'],
  ['1/x', 1, 0.1, 'it is still going downhill, and no minimum lies that way'],
])('a run on %s from %d at rate %d goes where it goes: %s', (objective, start, rate, said) => {
  const problem = prepare({ objective, start, learningRates: [rate], iterations: 10 });
  const run = problem.runAt(rate);
  expect(run.outcome).toBe('moving');
  expect(becameOf(problem, run)).toContain(said);
});

test.each([
  ['ln(1+x^2)', 0.01, 1.005, 'moving'],
  ['ln(1+x^2)', 0.01, 1.02, 'moving'],
  ['sqrt(1+x^2)', 0.001, 2.05, 'moving'],
  ['1 - cos(x)', 0.001, 2.05, 'moving'],
  // Its curvature is 1 or more everywhere: what is thrown out never stays.
  ['cosh(x)', 0.1, 2.001, 'diverged'],
  ['x^2/2 + x^4', 0.1, 2.001, 'diverged'],
])('that a run on %s from %d at rate %d grows says not that it diverges: %s', (objective, start, rate, outcome) => {
  const [run] = prepare({ objective, start, learningRates: [rate], iterations: 20 }).result.runs;
  expect(run.outcome).toBe(outcome);
  // Long after, too.
  const later = prepare({ objective, start, learningRates: [rate], iterations: 20_000 }).result.runs[0].outcome;
  expect(later).toBe(outcome === 'diverged' ? 'diverged' : 'cycling');
});

test('this page and that of wide minima have one word for one run, but for those that are proved here to diverge', async () => {
  const wide = async (objective: string, start: number, rate: number, iterations: number) => {
    const task = { ...resolveWide(defaultsOf(wideParameters)), objective, learningRates: [rate], iterations };
    // One start, in the middle.
    const range = {
      low: start - 4,
      high: start + 4,
      starts: 1,
      sampling: 'grid',
      tolerance: 1e-3,
      bound: 1e12,
    } as const;
    const { result } = await wideMinima.run!(wideMinima.prepare({ ...task, ...range }, {}), chooseEngine('cpu'), {});
    const said = Object.entries(result.runs[0].counts).filter(([, count]) => count > 0);
    return said.map(([outcome]) => (outcome === 'elsewhere' ? 'converged' : outcome));
  };
  const here = (objective: string, start: number, rate: number, iterations: number) => {
    const p = { objective, start: start - 4 + 4, learningRates: [rate], iterations };
    const [{ outcome }] = prepare(p).result.runs;
    return [outcome === 'elsewhere' ? 'converged' : outcome];
  };
  for (const objective of [
    'ln(1+x^2)',
    'x^4-3x^2+x',
    'cosh(x)',
    'x^2/20 + 2cos(2x)',
    'x^3',
    'abs(x)',
    'max(0,x)',
    'log(x)',
    '-x^2',
  ])
    for (const start of [0.01, 0.7, 2])
      for (const rate of [0.05, 0.3, 1.005, 2.5]) {
        const both = [here(objective, start, rate, 300), await wide(objective, start, rate, 300)];
        expect(both[0], `${objective} from ${start} at ${rate}`).toEqual(both[1]);
      }
  expect(here('x^2/2', 1, 2.01, 20)).toEqual(['diverged']);
  expect(await wide('x^2/2', 1, 2.01, 20)).toEqual(['moving']);
});

test.each([
  // sin x + x cos x = 0, where f″ = 2 cos x - x sin x, solved with 50 digits.
  ['sin(x)*x', -74, -73.8409691490209, 0.0270777863416077],
  ['sin(x)*x', -73.5, -73.8409691490209, 0.0270777863416077],
  ['cos(x)', 100, 31 * Math.PI, 2],
  ['sin(x)', -500, -158.5 * Math.PI, 2],
  ['cos(x)', 1e6, 318_309 * Math.PI, 2],
  ['sin(1000x)', 1, (317.5 * Math.PI) / 1000, 2e-6],
])('of the many minima of %s the one downhill of %d is found, and rates fit it', (objective, start, minimum, limit) => {
  const fitting = resolve({ ...defaultsOf(parameters), objective, start, learningRates: 'auto' });
  const { result, minima } = prepare(fitting);
  // To some roundings of the place.
  expect(Math.abs(result.minimum! - minimum)).toBeLessThanOrEqual(1e-15 * Math.abs(minimum) * 8);
  expect(result.threshold! / limit).toBeCloseTo(1, 9);
  expect(minima.length).toBeGreaterThan(1);
  // They are rounded to two digits.
  fitting.learningRates.forEach((rate, i) =>
    expect(Math.abs(rate / limit / [0.25, 0.75, 1.25][i] - 1)).toBeLessThan(0.05),
  );
  // At 1/4 of its limit descent comes into a minimum from one side, and at 3/4 from side to side.
  expect(result.runs.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['converged', 'converged']);
});

test.each([
  ['cos(x)', 100],
  ['sin(x)', -500],
])('a run on %s from %d that stands still exactly in a minimum far out has converged', (objective, start) => {
  const [run] = prepare({ objective, start, learningRates: [1] }).result.runs;
  expect(new Set(run.iterates.slice(-10)).size).toBe(1);
  expect(run.outcome).toBe('converged');
});

test('a run that ends in a minimum far from where they were looked for has converged to another one', () => {
  const p = { objective: 'cos(x)', start: 1, schedule: 'exponential 0.9', learningRates: [80], iterations: 100 };
  const { result, minima } = prepare(p);
  const end = result.runs[0].iterates.at(-1)!;
  expect(minima.every(({ theta }) => Math.abs(theta - end) > 1)).toBe(true);
  expect(Math.abs(Math.sin(end))).toBeLessThan(1e-3);
  expect(result.runs[0].outcome).toBe('elsewhere');
});

test('where there are too many minima to find one it is not said that there is none', () => {
  // Far to the left it is level but for roundings; to the right its waves are ever shorter.
  const problem = prepare({ objective: 'sin(exp(x))', start: -40, learningRates: [0.1] });
  const data = { problem, run: problem.runAt(0.1), steps: 20 };
  for (const { chart } of [views.descent, views.rates]) {
    expect(chart.summarize(data)).not.toContain('no minimum with');
    expect(chart.summarize(data)).not.toContain('has no minimum');
  }
});

test.each([
  // At the border itself there is no value.
  ['log(x)', 1, 1, 20, 'left'],
  ['1/x', -1, 1, 20, 'left'],
  ['log(x)', 1, 0.1, 20, 'left'],
  // It leaves in step 52, grows beyond the bound in step 37, and comes into a cycle after step 100.
  ['log(x)', 1, 0.01, 20, 'moving'],
  ['log(x)', 1, 0.01, 60, 'left'],
  ['-x^2', 1, 0.6, 20, 'moving'],
  ['-x^2', 1, 0.6, 60, 'diverged'],
  ['abs(x)', 1, 0.01, 20, 'moving'],
])(
  'on %s from %d at rate %d what happened in %d steps is told, not what happens later: %s',
  (objective, start, rate, iterations, outcome) => {
    const problem = prepare({ objective, start, learningRates: [rate], iterations });
    expect(problem.result.runs[0].outcome).toBe(outcome);
    // Without its iterates, too.
    expect(problem.sweep([rate])[0].outcome).toBe(outcome);
  },
);

test('where a person moves the start the rate in hand stays in hand, though the rates that fit are others there', () => {
  const settings = { ...defaultsOf(parameters), objective: 'sin(x)*x', start: 1, learningRates: 'auto' } as const;
  const before = resolve(settings);
  const moved = { ...settings, start: 21.6, ...experiment.follow!('start', 21.6, before) };
  const after = resolve(moved);
  expect(after.learningRates).not.toEqual(before.learningRates);
  expect(shownRate(after)).toBe(shownRate(before));
  // And on, and back, and whatever was chosen.
  expect(shownRate(resolve({ ...moved, start: -74, ...experiment.follow!('start', -74, after) }))).toBe(
    shownRate(before),
  );
  expect(experiment.follow!('start', 30, { ...before, selectedRate: 0.1 })).toEqual({});
});

test('what is given stays as it is where the start is moved', () => {
  const listed = resolve({ ...defaultsOf(parameters), objective: 'sin(x)*x', start: 1, learningRates: [0.3] });
  expect(experiment.follow!('start', 21.6, listed)).toEqual({});
  expect(experiment.follow!('start', 21.6, defaults)).toEqual({});
});

/** What the picture of the steps and the slider say of the run at a rate. */
function told(given: Partial<LearningRateParameters> & { learningRates: readonly number[] }) {
  const problem = prepare(given);
  const [run] = problem.result.runs;
  const shown = { ...defaults, selectedRate: null, ...given };
  const [tool] = views.descent.tools!({ problem, ui: { parameters: shown } } as never);
  return {
    text: descent.summarize({ problem, run, steps: 20 }),
    slider: tool as Tool & { kind: 'rate' },
  };
}

test.each([
  ['(w-100)^2/2', 0, 0.5, 'from one side'],
  ['(w-100)^2/2', 0, 1.5, 'alternating'],
  ['(w-100)^2/2', 0, 2.5, 'does not settle there'],
  ['(w-100)^2/2', 0, 0, 'standing still'],
  ['x^4', 1, 1, 'diverged'],
  ['x^4', 1, 0.1, 'still moving'],
  // Below its limit of 1/4, but thrown out from so far away.
  ['x^4-2x^2', 5, 0.1, 'diverged'],
  // It hits the kink exactly.
  ['abs(x)', 1, 1, 'converged'],
  ['abs(x)', 1, 0.3, 'does not settle there'],
])('of %s from %d at rate %d the slider says what the run does: %s', (objective, start, rate, said) => {
  const { slider } = told({ objective, start, learningRates: [rate], iterations: 200 });
  expect(slider.said).toBe(said);
  // Nothing is told while it is asked for.
  expect(withoutAnswers(slider)).toMatchObject({ said: undefined, marks: [] });
});

test.each(['x^4', 'abs(x)'])('where %s has no limit no rates are said to come from one side', (objective) => {
  const { slider } = told({ objective, start: 1, learningRates: [0.1] });
  expect(slider.marks.map(({ at }) => at)).toEqual([0]);
  expect(slider.zones.map(({ label }) => label)).not.toContain('from one side');
});

test.each([
  ['x^4', 1, 1, 'which rates lead there depends on the start', 'shrinks'],
  ['x^4', 1, 0.1, 'the distance to it shrinks by no constant factor', 'depends on the start'],
  ['abs(x)', 1, 1, 'a run comes to rest there only if it hits it exactly', 'shrinks'],
  ['x^4-2x^2', 0, 0.1, 'standing still, at x = 0, on a maximum', 'hits'],
  ['x^3', 0, 0.1, 'standing still, at x = 0, where the slope is 0, though it is no minimum', 'on a maximum'],
  // Beyond its limit.
  ['x^2/2', 0, 2.5, 'standing still, at x = 0, which it hits exactly', 'on a maximum'],
  ['0.000001x^2', 1, 0.01, '1 − 0.01 · 2×10⁻⁶ = 0.99999998.', '= 1.'],
])('of %s from %d at rate %d the text is about this run: %s', (objective, start, rate, said, unsaid) => {
  const { text } = told({ objective, start, learningRates: [rate] });
  expect(text).toContain(said);
  expect(text).not.toContain(unsaid);
});
