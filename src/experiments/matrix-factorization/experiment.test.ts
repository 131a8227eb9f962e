import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { SEQUENTIAL_V, SHEET_EPOCHS, SHEET_LOSS } from '../../engine/factorize/sheet.fixtures';
import { defaultsOf, ParameterError } from '../parameters';
import type { AnyView, Ui } from '../view';
import { experiment } from './experiment';
import { parameters, type MatrixFactorizationData, type MatrixFactorizationParameters } from './parameters';
import { alongValley, iterateAt, lossOf, stepAt } from './sheet-step';
import { longest } from './table';
import type { MatrixFactorizationRun } from './training';
import { settles, sweepOf, views } from './views';

const defaults = defaultsOf(parameters);
type Change = Partial<MatrixFactorizationParameters>;
const run = async (change: Change = {}, data: MatrixFactorizationData = {}): Promise<MatrixFactorizationRun> =>
  experiment.run!(experiment.prepare({ ...defaults, ...change }, data), chooseEngine('cpu'), {});
/** A small table of a known rank, which is learned in a moment. */
const SMALL: Change = { ratings: 'synthetic', users: 60, items: 40, observed: 1800, trueRank: 2, rank: 2 };

/** What a view's chart is given. */
async function drawn<Name extends keyof typeof views>(
  name: Name,
  change: Change = {},
  data: MatrixFactorizationData = {},
): Promise<ReturnType<(typeof views)[Name]['data']>> {
  const p = { ...defaults, ...change };
  const problem = experiment.prepare(p, data);
  const trained = await run(change, data);
  const view = views[name] as AnyView;
  const options = { size: { width: 0, height: 0 } };
  const computed: unknown = await view.compute?.(
    { problem, run: trained, parameters: p },
    chooseEngine('cpu'),
    options,
  );
  return view.data({ problem, run: trained, computed, others: {}, ui: { parameters: p } as Ui<unknown> }) as never;
}

/** The views that there are not, of a run or before it. */
function absent(change: Change, run?: MatrixFactorizationRun, data = {}): string[] {
  const given = { parameters: { ...defaults, ...change }, data, run };
  return Object.entries(views).flatMap(([name, view]) => ((view as AnyView).absent?.(given) ? [name] : []));
}

const close = (found: ArrayLike<number>, expected: readonly number[], tolerance = 1e-12) =>
  expected.forEach((value, i) => expect(Math.abs(found[i] - value)).toBeLessThan(tolerance));

test("as it stands, the sheet's two known ratings: its step and its losses to 1e-12", async () => {
  const { result } = await run();
  expect([result.users, result.items, result.observed, result.heldOut, result.rank, result.epochs]).toEqual([
    2, 2, 2, 0, 1, 20,
  ]);
  expect(result.runs.map(({ learningRate }) => learningRate)).toEqual([0.1]);
  const [{ losses, validation, divergedAt }] = result.runs;
  expect([losses.length, validation, divergedAt, result.best]).toEqual([21, null, null, 0]);
  close(losses, [SHEET_LOSS]);
  for (const { epoch, u, v, loss } of SHEET_EPOCHS.filter(({ epoch }) => epoch <= 20)) {
    close(result.iterates!.subarray(4 * epoch), [...u, ...v]);
    close([losses[epoch]], [loss]);
  }
  expect(Math.abs(result.threshold - 0.2)).toBeLessThan(1e-9);
});

test('the step is worked out with the gradients of the sheet, and v from the new u would be another one', async () => {
  const { learningRate, ridge, steps, step, losses, before, after, gradient, sequential } = await drawn('step');
  expect([learningRate, ridge, step, steps, losses.length]).toEqual([0.1, 0, 1, 20, 21]);
  close([...gradient.u, ...gradient.v], [-4.532, -2.547, -3.296, -3.679]);
  close([...before.u, ...before.v, before.loss], [0.8, 1.3, 1.1, 0.9, SHEET_LOSS]);
  close([...after.u, ...after.v], [1.2532, 1.5547, 1.4296, 1.2679]);
  close(sequential.v, SEQUENTIAL_V, 1e-10);
  expect(Math.abs(sequential.v[0] - after.v[0])).toBeGreaterThan(0.1);
});

test('every step that is worked out leads from one iterate of the engine to the next, with a ridge as well', async () => {
  for (const ridge of [0, 0.3]) {
    const { iterates, runs, epochs } = (await run({ ridge })).result;
    const [{ learningRate }] = runs;
    for (let k = 1; k <= epochs; k++) {
      const { before, after, gradient } = stepAt(iterates!, k, learningRate, ridge);
      close(
        after.u,
        before.u.map((factor, i) => factor - learningRate * gradient.u[i]),
      );
      close(
        after.v,
        before.v.map((factor, i) => factor - learningRate * gradient.v[i]),
      );
    }
  }
});

test('along the valley the loss stays what it was to rounding, and r12 r21 is 20', async () => {
  const { path, end: reached } = await drawn('valley');
  expect(path.length).toBe(21);
  expect(reached).toMatchObject(path.at(-1)!);
  const end = iterateAt((await run()).result.iterates!, 20);
  for (const c of [0.25, 0.5, 1, 1.7, 4]) {
    const { u, v } = alongValley(end, c);
    expect(lossOf({ u, v }, 0)).toBeLessThan(1e-23);
    expect(Math.abs(u[0] * v[1] * u[1] * v[0] - 20)).toBeLessThan(1e-10);
    expect(u[0] * v[1]).toBeCloseTo(c * 4.177585741455982, 10);
  }
  const levelNoMore = (c: number) => lossOf(alongValley(end, c), 0.1) - lossOf(end, 0.1);
  expect(levelNoMore(2)).toBeGreaterThan(0.1);
});

test('a synthetic table of known rank and noise is predicted to within 5 % of the noise', async () => {
  const { result } = await run({ ratings: 'synthetic' });
  expect([result.users, result.items, result.observed, result.noise]).toEqual([300, 200, 30000, 0.3]);
  // One in ten, to four standard errors.
  expect(Math.abs(result.heldOut - 3000)).toBeLessThan(4 * Math.sqrt(2700));
  expect(result.u.length).toBe(300 * 4);
  const best = result.runs[result.best!].validation!.at(-1)!;
  expect(best / 0.3).toBeGreaterThan(0.95);
  expect(best / 0.3).toBeLessThan(1.05);
});

test('of the rates that are chosen by the estimated limit, those below it settle and the one above it diverges', async () => {
  const { result } = await run(SMALL);
  result.runs.forEach(({ learningRate }, i) =>
    expect(learningRate / result.threshold).toBeCloseTo([0.25, 0.5, 0.9, 1.5][i], 12),
  );
  expect(result.runs.slice(0, 2).map(({ divergedAt }) => divergedAt)).toEqual([null, null]);
  const { divergedAt, losses, validation } = result.runs[3];
  expect(divergedAt).toBeGreaterThan(0);
  expect(losses[result.epochs]).toBe(losses[divergedAt!]);
  expect(validation).toHaveLength(result.epochs + 1);
  expect(result.best).not.toBe(3);
});

test('the same seed gives the same, and another one another', async () => {
  const [first, second, third] = [await run(SMALL), await run(SMALL), await run({ ...SMALL, seed: 2 })];
  expect(second.result).toEqual(first.result);
  expect(third.result.runs[0].losses[0]).not.toBe(first.result.runs[0].losses[0]);
});

test('what was trained on is the ratings of a script, with or without biases', async () => {
  const triplets = {
    rows: 3,
    columns: 3,
    rowOf: Uint32Array.of(0, 0, 1, 1, 2, 2),
    columnOf: Uint32Array.of(0, 1, 1, 2, 0, 2),
    values: Float64Array.of(5, 4, 1, 2, 3, 3),
    userIds: ['Ann', 'Bob', 'Cy'],
  };
  const { result, source } = await run({ rank: 1, validation: 0, biases: 'on', epochs: 3 }, { triplets });
  expect([source, result.users, result.observed, result.mean, result.heldOut]).toEqual(['triplets', 3, 6, 3, 0]);
  expect([result.userBiases!.length, result.itemBiases!.length]).toEqual([3, 3]);
  const table = await drawn('table', { rank: 1, validation: 0, biases: 'on', epochs: 3 }, { triplets });
  expect(table.users).toEqual(['Ann', 'Bob', 'Cy']);
  expect([...table.known]).toEqual([5, 4, NaN, NaN, 1, 2, 3, NaN, 3]);
  const { u, v, userBiases, itemBiases, mean } = result;
  expect(table.predicted[5]).toBeCloseTo(mean + userBiases![1] + itemBiases![2] + u[1] * v[2], 12);
});

test('the table is the corner where most is known, held-out entries marked', async () => {
  const { users, items, known, heldOut, predicted, low, high } = await drawn('table', SMALL);
  expect([users.length, items.length, known.length, heldOut.length, predicted.length]).toEqual([30, 30, 900, 900, 900]);
  expect(known.filter((rating) => !Number.isNaN(rating)).length).toBeGreaterThan(500);
  expect(heldOut.reduce((sum, mark) => sum + mark, 0)).toBeGreaterThan(20);
  expect(heldOut.every((mark, i) => !(mark && Number.isNaN(known[i])))).toBe(true);
  expect(predicted.every(Number.isFinite)).toBe(true);
  expect([low, high]).toEqual([
    Math.min(...known.filter((rating) => !Number.isNaN(rating))),
    Math.max(...known.filter((rating) => !Number.isNaN(rating))),
  ]);
});

test('the longest lists come first, and of equals the first', () => {
  expect(longest(Uint32Array.of(0, 2, 2, 5, 7, 10), 3)).toEqual([2, 4, 0]);
  expect(longest(Uint32Array.of(0, 0, 1), 9)).toEqual([1]);
});

test('items are placed by two directions, which a rank of 2 has', async () => {
  const { items, explained, outOf } = await drawn('items', SMALL);
  expect([items.length, outOf]).toEqual([40, 40]);
  expect(explained[0] + explained[1]).toBeCloseTo(1, 9);
  expect(items.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(items[0].ratings).toBeGreaterThanOrEqual(items[39].ratings);
});

test('the rates that were asked for are among the outcomes, and a table that costs little has many more', async () => {
  const sheet = await drawn('rates');
  expect([sheet.runs.length, sheet.epochs, sheet.isValidation]).toEqual([49, 20, false]);
  expect(sheet.runs.find(({ learningRate }) => learningRate === 0.1)!.error).toBeLessThan(1e-6);
  expect(sheet.runs.every(({ learningRate }, i) => i === 0 || learningRate >= sheet.runs[i - 1].learningRate)).toBe(
    true,
  );
  expect(sheet.runs.at(-1)!.divergedAt).toBeGreaterThan(0);
  expect([sweepOf(27_000, 4, 150).count, sweepOf(900_000, 16, 150).count]).toEqual([16, 0]);
});

test.each([{}, { epochs: 60 }, { ridge: 0.5 }, SMALL])(
  'the error stops settling at the estimated limit, within two steps of the sweep: %o',
  async (change) => {
    const { runs, threshold } = await drawn('rates', change);
    const last = runs.filter((run) => run.settles).at(-1)!.learningRate;
    const first = runs.find((run) => !run.settles)!.learningRate;
    // A step multiplies by 60^(1/47), by 9 percent.
    expect(last / threshold).toBeGreaterThan(1 / 1.19);
    expect(first / threshold).toBeLessThan(1.19);
  },
);

test('a loss settles while it does not rise in its last quarter, by more than rounding does', () => {
  expect(settles([8, 9, 7, 8, 6, 5, 4, 3, 2])).toBe(true);
  expect(settles([8, 7, 6, 5, 4, 3, 2, 1, 1.1])).toBe(false);
  expect(settles([8, 7, 6, 5, 4, 1, 1.000001, 1, 1.000001])).toBe(true);
  expect(settles([8, 7, 6, 5, 4, 1, 1e-20, 1e-21, 1e-20])).toBe(true);
  expect(settles([1, 2])).toBe(false);
});

test('what does not apply says why', async () => {
  const [wild, flat, steep] = [
    { ...SMALL, learningRate: [1000] },
    { ...SMALL, rank: 1, epochs: 2 },
    { learningRate: [5] },
  ];
  expect(absent({}, await run())).toEqual(['items']);
  expect(absent(wild, await run(wild))).toEqual(['step', 'valley', 'table', 'items']);
  expect(absent(flat, await run(flat))).toEqual(['step', 'valley', 'items']);
  expect(absent(steep, await run(steep))).toEqual(['valley', 'table', 'items']);
});

test('before anything is computed, the ratings that were asked for decide which pictures there are', () => {
  expect(absent({})).toEqual(['items']);
  expect(absent(SMALL)).toEqual(['step', 'valley']);
  expect(absent({}, undefined, { file: new Blob() })).toEqual(['step', 'valley']);
});

test('until other ratings are there, the pictures of the last ones stay', async () => {
  expect(absent(SMALL, await run())).toEqual(['items']);
});

test('fewer epochs than the step that is shown lead back to the first step', () => {
  const at = (step: number, epochs: number | 'auto') => experiment.follow!('epochs', epochs, { ...defaults, step });
  expect(at(20, 'auto')).toEqual({});
  expect(at(21, 'auto')).toEqual({ step: 1 });
  expect(at(5, 4)).toEqual({ step: 1 });
  expect(at(5, 5)).toEqual({});
});

test('every claim of the sheet is held against what was computed, for the numbers that it speaks of', async () => {
  const { result } = await run();
  expect((await experiment.claims!()).map((claim) => claim.compute(result)?.verdict)).toEqual([
    'agrees',
    'agrees',
    'agrees',
    'agrees',
  ]);
  const wrong = result.iterates!.slice();
  wrong[4] += 0.01;
  expect((await experiment.claims!())[2].compute({ ...result, iterates: wrong })!.verdict).toBe('differs');
  const other = (await run({ learningRate: [0.05] })).result;
  expect((await experiment.claims!()).map((claim) => claim.compute(other))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test.each<[string, Change]>([
  ['step="21" cannot be used: it takes a whole number from 1 to epochs, which is 20', { step: 21 }],
  [
    'observed="101" cannot be used: it takes at most one rating for each entry of the table, which are 10 × 10 = 100',
    { ratings: 'synthetic', users: 10, items: 10, observed: 101 },
  ],
  ['true-rank="5" cannot be used', { ratings: 'synthetic', users: 10, items: 4, observed: 20, trueRank: 5 }],
])('%s', (message, change) => {
  const check = () => experiment.check!({ ...defaults, ...change }, {}, new Set());
  expect(check).toThrow(ParameterError);
  expect(check).toThrow(message);
});

test('ratings take the words that they know, and addresses', () => {
  const ratings = parameters.find(({ name }) => name === 'ratings')!;
  for (const text of [
    'sheet',
    'synthetic',
    'data/ratings.csv',
    'ratings.csv',
    'https://example.org/u.data?x=1',
    './u.data',
    'ml-100k/u',
  ])
    expect(() => ratings.parse(text), text).not.toThrow();
  for (const text of ['', '//', 'sheets', 'NaN', '1.5', 'two words.csv', '<b>1</b>', 'import("x.js")'])
    expect(() => ratings.parse(text), text).toThrow();
});
