import { afterEach, expect, test, vi } from 'vitest';
import { sparseTable } from '../../math/sparse-table';
import { messageOf } from '../../words/error';
import { setWords } from '../../words/set-words';
import { sheetFactorization } from '../factorize/sheet.fixtures';
import { sheetTask as textTask } from '../descend/sheet.fixtures';
import { descendPlan, type PreparedDescend } from './descend/plan';
import { prepareDescend } from './descend/prepare';
import { factorizePlan } from './factorize/plan';
import type { Reply, Request } from './messages';
import { Pool, workerCount } from './pool';
import { startOnPage, startWorker, type JobServer } from './start-worker';

const sheetTask = (count: number) => prepareDescend(textTask(count));
const pools: Pool[] = [];

function pool(...parameters: ConstructorParameters<typeof Pool>): Pool {
  const created = new Pool(...parameters);
  pools.push(created);
  return created;
}

afterEach(() => {
  vi.useRealTimers();
  setWords();
  for (const created of pools.splice(0)) created.close();
});

const task: PreparedDescend = {
  ...sheetTask(2000),
  learningRates: [0.01, 0.1064, 2],
  records: true,
  density: { low: -5, high: 20, count: 40, last: 30 },
};
/** At this rate the sharp minimum has broken up into chaos: no run repeats itself, and none ends early. */
const endless: PreparedDescend = {
  ...sheetTask(4_000_000),
  starts: { ...sheetTask(4_000_000).starts, low: -0.1, high: 0.1 },
  learningRates: [0.1055],
  iterations: 1_000_000,
};

test('one core is left to the page where there are more than two', () => {
  expect([1, 2, 3, 4, 8, 9, 64].map((cores) => workerCount(cores))).toEqual([1, 2, 2, 3, 7, 8, 8]);
});

test('the result is the same with any number of workers, and on the page', async () => {
  const { engine, ...one } = await pool(1).run('formulas', descendPlan, task);
  const { engine: three, ...result } = await pool(3).run('formulas', descendPlan, task);
  const { engine: none, ...onPage } = await pool(0).run('formulas', descendPlan, task);
  expect(result).toEqual(one);
  expect(onPage).toEqual(one);
  expect([engine.adapter, three.adapter, none.adapter]).toEqual([
    '1 worker, float64',
    '3 workers, float64',
    'main thread, float64',
  ]);
});

test('where no worker may be started the page computes', async () => {
  const refusing = pool(2, () => {
    throw new DOMException('Failed to construct Worker', 'SecurityError');
  });
  const { engine, counts } = await refusing.run('formulas', descendPlan, { ...sheetTask(2000), learningRates: [0.01] });
  expect(engine.adapter).toBe('main thread, float64');
  expect(Array.from(counts.slice(0, 4))).toEqual([654, 1346, 0, 0]);
});

test('a page that computes stays responsive', async () => {
  const controller = new AbortController();
  const long = pool(0).run('formulas', descendPlan, endless, { signal: controller.signal });
  long.catch(() => undefined);
  // Between two slices the page takes a turn of its own; without slices there would not be a single one.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
  controller.abort(new Error('no longer wanted'));
  await expect(long).rejects.toThrow('no longer wanted');
});

/** A factorization whose lists of ratings are longer than what is sent along with each job. */
function largeTask() {
  const [users, items] = [1100, 1000];
  const many = users * items;
  const entries = {
    rowOf: Uint32Array.from({ length: many }, (_, i) => Math.floor(i / items)),
    columnOf: Uint32Array.from({ length: many }, (_, i) => i % items),
    values: Float32Array.from({ length: many }, (_, i) => ((i * 7) % 10) / 2),
  };
  const factors = (count: number) => Float64Array.from({ length: count }, (_, i) => Math.sin(i + 1));
  return {
    ...sheetFactorization(1),
    ratings: sparseTable(users, items, entries),
    initial: { u: factors(users), v: factors(items) },
    learningRates: [1e-5, 2e-5, 3e-5, 4e-5, 5e-5],
    every: 0,
  };
}

/** A pool of two workers, and what was sent to each: the bytes of a piece of a large array, or another request's type. */
function watchedPool(dies = false) {
  const sent: (number | Request['type'])[][] = [];
  const watched = pool(2, (onReply, onFailure) => {
    const requests: (typeof sent)[number] = [];
    const isFirst = sent.push(requests) === 1;
    const { send, stop } = startWorker(dies && isFirst ? onFailure : onReply, onFailure);
    const watch: JobServer['send'] = (request, transfer) => {
      requests.push(request.type === 'keep' ? request.piece.numbers.byteLength : request.type);
      send(request, transfer);
    };
    return { send: watch, stop };
  });
  const bytes = () => sent.map((requests) => requests.reduce<number>((sum, one) => sum + (Number(one) || 0), 0));
  return { watched, sent, bytes };
}

test('large arrays go to each worker once, in pieces with turns of the page between, and to none that finds no work left', async () => {
  const large = largeTask();
  const onPage = await pool(0).run('matrices', factorizePlan, large);
  const { byRow, byColumn } = large.ratings;
  const all = [byRow, byColumn].reduce((sum, { indices, values }) => sum + indices.byteLength + values.byteLength, 0);
  const { watched, sent, bytes } = watchedPool();
  const run = watched.run('matrices', factorizePlan, large);
  expect(bytes()[0]).toBeGreaterThan(0);
  expect(bytes()[0]).toBeLessThan(all / 3);
  const { engine } = onPage;
  expect({ ...(await run), engine }).toEqual(onPage);
  expect(bytes()).toEqual([all, all]);
  sent.forEach((requests) => requests.splice(0));
  await watched.run('matrices', factorizePlan, { ...large, learningRates: [1e-5] });
  expect(bytes()).toEqual([all, 0]);
  // The worker is told when it may let go of them.
  expect(sent[0].at(-1)).toBe('cancel');
});

test('no job carries more than 100 kB of arrays, each below a megabyte as they may be', async () => {
  const large = largeTask();
  const users = 1e5;
  const initial = { u: new Float32Array(users).fill(0.1), v: new Float32Array(1000).fill(0.2) };
  const ratings = sparseTable(users, 1000, {
    rowOf: Uint32Array.from({ length: users }, (_, i) => i),
    columnOf: Uint32Array.from({ length: users }, (_, i) => i % 1000),
    values: new Float32Array(users).fill(3),
  });
  const carried: number[] = [];
  const watched = pool(2, (onReply, onFailure) => {
    const { send, stop } = startWorker(onReply, onFailure);
    const watch: JobServer['send'] = (request, transfer) => {
      if (request.type === 'run') carried.push(bytesIn(request.job.task));
      send(request, transfer);
    };
    return { send: watch, stop };
  });
  const result = await watched.run('matrices', factorizePlan, { ...large, ratings, initial });
  expect(result.losses.every(Number.isFinite)).toBe(true);
  expect(carried).toHaveLength(5);
  expect(Math.max(...carried)).toBeLessThan(1e5);
});

/** The bytes of all arrays in a task. */
function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + bytesIn(inner), 0);
}

test('a worker that dies with large arrays is replaced by one that has them', async () => {
  const large = largeTask();
  const onPage = await pool(0).run('matrices', factorizePlan, large);
  const result = await watchedPool(true).watched.run('matrices', factorizePlan, large);
  expect(result.engine.workers).toBe(1);
  expect({ ...result, engine: onPage.engine }).toEqual(onPage);
});

test('where workers turn out not to start, their work is done by the page', async () => {
  const expected = await pool(1).run('formulas', descendPlan, task);
  const failing = pool(2, (_onReply, onFailure) => {
    setTimeout(onFailure, 20);
    return { send: () => undefined, stop: () => undefined };
  });
  expect(await failing.run('formulas', descendPlan, task)).toEqual({
    ...expected,
    engine: { kind: 'cpu', precision: 'float64', adapter: 'main thread, float64', workers: 0 },
  });
});

test('where not even the page can compute, that is said in words that a page can replace, and the next task tries again', async () => {
  let starts = 0;
  const lost = pool(0, startWorker, (onReply, onFailure) => {
    if (starts++ > 0) return startOnPage(onReply, onFailure);
    setTimeout(onFailure, 20);
    return { send: () => undefined, stop: () => undefined };
  });
  const error: unknown = await lost.run('formulas', descendPlan, task).catch((reason: unknown) => reason);
  expect(messageOf(error)).toBe('neither a worker nor the page can compute: a part of Descent Lab could not be loaded');
  setWords({ words: { engine: { nobodyComputes: 'Niemand kann rechnen.' } } });
  expect(messageOf(error)).toBe('Niemand kann rechnen.');
  expect((await lost.run('formulas', descendPlan, task)).engine.workers).toBe(0);
});

test('the work of a worker that dies is done by the others', async () => {
  const expected = await pool(1).run('formulas', descendPlan, task);
  let started = 0;
  const losing = pool(2, (onReply, onFailure) => {
    const dies = started++ === 0;
    let replies = 0;
    const server: JobServer = startWorker((reply: Reply) => {
      if (dies && ++replies === 3) onFailure();
      else onReply(reply);
    }, onFailure);
    return server;
  });
  expect(await losing.run('formulas', descendPlan, task)).toEqual(expected);
});

test('a short task does not wait for a long one, and cancelling that one leaves nothing behind', async () => {
  let replies = 0;
  const shared = pool(1, (onReply, onFailure) => startWorker((reply) => (replies++, onReply(reply)), onFailure));
  const controller = new AbortController();
  const long = shared.run('formulas', descendPlan, endless, { signal: controller.signal });
  long.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
  // The long one has no end: waiting for it would take for ever.
  const { counts } = await shared.run('formulas', descendPlan, { ...sheetTask(100), learningRates: [0.3] });
  expect(Array.from(counts.slice(0, 4))).toEqual([0, 100, 0, 0]);
  controller.abort(new Error('no longer wanted'));
  await expect(long).rejects.toThrow('no longer wanted');
  await shared.run('formulas', descendPlan, { ...sheetTask(100), learningRates: [0.3] });
  replies = 0;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(replies).toBe(0);
});

test('progress comes also where a single run takes long', async () => {
  const progress: number[] = [];
  const controller = new AbortController();
  const onProgress = (fraction: number) => {
    progress.push(fraction);
    if (progress.length === 5) controller.abort(new Error('enough'));
  };
  await expect(
    pool(1).run(
      'formulas',
      descendPlan,
      { ...endless, starts: { ...endless.starts, count: 300 } },
      { signal: controller.signal, onProgress },
    ),
  ).rejects.toThrow('enough');
  for (let i = 1; i < 5; i++) expect(progress[i]).toBeGreaterThanOrEqual(progress[i - 1]);
  expect(progress[4]).toBeGreaterThan(0);
  expect(progress[4]).toBeLessThan(0.5);
});

test('what goes wrong in a worker comes back as an error with its message', async () => {
  const broken = { ...sheetFactorization(1), initial: { u: null, v: null } as never };
  await expect(pool(1).run('matrices', factorizePlan, broken)).rejects.toThrow(/null/);
});

test('an error thrown while looking at the progress ends the run with that error', async () => {
  const onProgress = () => {
    throw new Error('nobody looks');
  };
  await expect(pool(1).run('formulas', descendPlan, task, { onProgress })).rejects.toThrow('nobody looks');
});

test('workers end when there was nothing to do for a while, and start again', async () => {
  let running = 0;
  const counting = pool(2, (...parameters) => {
    const { send, stop } = startWorker(...parameters);
    running++;
    return { send, stop: () => (running--, stop()) };
  });
  await counting.run('formulas', descendPlan, task);
  expect(running).toBe(2);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await counting.run('formulas', descendPlan, task);
  vi.advanceTimersByTime(9_000);
  expect(running).toBe(2);
  vi.advanceTimersByTime(2_000);
  expect(running).toBe(0);
  await counting.run('formulas', descendPlan, task);
  expect(running).toBe(2);
});
