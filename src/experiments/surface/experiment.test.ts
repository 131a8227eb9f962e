import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { defaultsOf } from '../parameters';
import { claims } from './claims';
import { experiment } from './experiment';
import { outcomesOf } from './ends';
import { resolve } from './fit';
import { parameters, windowOf, type SurfaceSettings } from './parameters';
import { summaryWords } from './pictured';
import { PRESETS } from './presets';
import { prepare, type SurfaceResult } from './problem';

const quick = { starts: 200, iterations: 60 };
const problemOf = (given: Partial<SurfaceSettings>) =>
  prepare(resolve({ ...defaultsOf(parameters), ...quick, ...given }));

async function run(given: Partial<SurfaceSettings> = {}): Promise<SurfaceResult> {
  return (await experiment.run!(problemOf(given), chooseEngine('cpu'), {})).result;
}

test('from the flat start no optimizer moves at any rate, and the minimum has the limit 2/9', async () => {
  for (const learningRate of [0.1, 1, 100]) {
    const result = await run({ learningRate, optimizer: 'gd; momentum; nesterov; adagrad; rmsprop; adam' });
    expect(result.runs).toHaveLength(6);
    for (const { trajectory } of result.runs) {
      expect(trajectory).toHaveLength(61);
      for (const place of trajectory) expect(place).toEqual([-2, 2]);
    }
    const [minimum] = result.stationary;
    expect(minimum).toMatchObject({ x: 1, y: -1, value: 0, kind: 'minimum', threshold: 2 / 9 });
    expect(result.stationary.find(({ x, y }) => x === -2 && y === 2)).toMatchObject({
      kind: 'degenerate',
      eigenvalues: [0, 0],
      value: 13.5,
      threshold: null,
    });
  }
});

test('every run is counted once', async () => {
  const { runs } = await run({ optimizer: 'gd; adam', objective: '(x^2+y-11)^2 + (x+y^2-7)^2' });
  for (const { counts, targets, starts } of runs) {
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(starts);
    expect(targets.reduce((sum, { count }) => sum + count, 0)).toBe(counts.converged);
  }
});

test('on the bowl every run converges below 2 over the larger curvature, and none above', async () => {
  const bowl = { objective: '(x^2 + 4y^2)/2', iterations: 2000 };
  expect((await run({ ...bowl, learningRate: 0.49 })).runs[0].counts.converged).toBe(200);
  expect((await run({ ...bowl, learningRate: 0.51 })).runs[0].counts.converged).toBe(0);
});

test('two linear layers converge to the target valley, which is reported as curves', async () => {
  const { valleys, stationary, runs } = await run({ objective: '(1 - x*y)^2/2', learningRate: 0.1, iterations: 2000 });
  expect(stationary.map(({ kind }) => kind)).toEqual(['saddle']);
  expect(valleys.map(({ kind }) => kind)).toEqual(['valley', 'valley']);
  for (const { points } of valleys) for (const [x, y] of points) expect(Math.abs(x * y - 1)).toBeLessThan(1e-9);
  const [valley] = runs[0].targets;
  expect(valley.kind).toBe('valley');
  expect(valley.count).toBe(runs[0].counts.converged);
  expect(valley.count).toBeGreaterThan(190);
});

test('a frozen weight stays as it was', async () => {
  const { runs } = await run({ objective: '(1-x)^2 + 100(y-x^2)^2', frozen: 'y', start: [-1, 2] });
  for (const [x, y] of runs[0].trajectory.slice(1)) {
    expect(y).toBe(2);
    expect(x).not.toBe(-1);
  }
});

test('what is automatic fits the function: window, rate and start', () => {
  for (const objective of [...PRESETS.map((preset) => preset.objective), 'sin(x)*cos(y)', 'exp(x+y)', 'a^2 + 3b^2']) {
    const { parameters: p, window, minima } = problemOf({ objective });
    for (const { x, y, threshold } of minima) {
      expect(x).toBeGreaterThanOrEqual(window.x[0]);
      expect(y).toBeLessThanOrEqual(window.y[1]);
      if (threshold !== null) expect(p.learningRate).toBeLessThan(threshold * 3);
    }
    expect(p.start[0]).toBeGreaterThanOrEqual(window.x[0]);
    expect(p.start[1]).toBeLessThanOrEqual(window.y[1]);
  }
});

test('a constant has no place that stands out, and every run stands still', async () => {
  for (const objective of ['3', '0x + 2', 'x - x']) {
    const { stationary, valleys, isConstant, isComplete, runs, parameters: p } = await run({ objective });
    expect({ stationary, valleys, isConstant, isComplete }).toEqual({
      stationary: [],
      valleys: [],
      isConstant: true,
      isComplete: true,
    });
    expect(runs[0].counts.still).toBe(200);
    expect([p.xLow, p.xHigh, p.yLow, p.yHigh]).toEqual([-6, 6, -6, 6]);
  }
  expect((await run({ objective: 'x^2 + y^2' })).isConstant).toBe(false);
});

test('an end that was given may lie beyond the one that fits', () => {
  const p = resolve({ ...defaultsOf(parameters), xLow: 50 });
  expect(p.xHigh).toBeGreaterThan(50);
});

test('the claims of the sheet are judged as they are', async () => {
  const result = await run();
  const verdicts = claims.map(({ source, compute }) => [source, compute(result)?.verdict]);
  expect(verdicts).toEqual([
    ['S4.Q3a', 'agrees'],
    ['S4.Q3b', 'agrees'],
    ['S4.Q3c', 'imprecise'],
    ['S4.Q3d', 'imprecise'],
    ['S4.Q3e', 'agrees'],
  ]);
  const elsewhere = await run({ objective: 'x^2 + y^2' });
  expect(claims.find(({ source }) => source === 'S4.Q3e')!.compute(elsewhere)).toBeUndefined();
});

test.each(['2x + sin(2x) + y^2', 'x - tanh(x) + y^2', 'x^3 + y^2'])(
  'no run converges in %s, whose gradient is 0 at flat inflections only',
  async (objective) => {
    const window = { xLow: -6, xHigh: 6, yLow: -6, yHigh: 6 };
    const { stationary, runs } = await run({ objective, ...window, learningRate: 0.5, start: [1, 1] });
    expect(new Set(stationary.map(({ kind }) => kind))).toEqual(new Set(['degenerate']));
    for (const { targets, counts } of runs) expect([targets, counts.converged, counts.elsewhere]).toEqual([[], 0, 0]);
  },
);

test.each([
  ['x^2*y^2', '2 whole valleys', 'in the valley', 150],
  ['(x*y)^4', '2 whole valleys', 'in the valley', 0],
  ['x^2', 'a whole valley', 'in the valley', 200],
  ['x^2*y', 'a whole valley; a whole ridge', 'in the valley', 0],
  ['max(0,x)^2', 'a whole flat region', 'on the flat bottom', 50],
])('what is said of %s is what there is: %s, and runs end %s', async (objective, said, ends, least) => {
  const window = { xLow: -3, xHigh: 3, yLow: -3, yHigh: 3 };
  const problem = problemOf({ objective, ...window, iterations: 500, learningRate: 0.05 });
  const outcomes = outcomesOf(problem);
  expect(outcomes[0].label).toBe(ends);
  const shares = outcomes.map(() => 0);
  const data = { ...problem, variables: ['x', 'y'] as const, isConstant: false, outcomes, shares } as never;
  expect(summaryWords(data, windowOf(problem.parameters)).points).toBe(said);
  const { result } = await experiment.run!(problem, chooseEngine('cpu'), {});
  expect(result.stationary).toEqual([]);
  expect(result.runs[0].targets[0].count).toBeGreaterThanOrEqual(least);
});
