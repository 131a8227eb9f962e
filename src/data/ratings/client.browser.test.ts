import { afterEach, expect, test, vi } from 'vitest';
import { RatingsClient } from './client';
import { prepare } from './prepare';
import type { PrepareOptions, RatingsSource } from './source';
import { startWorker, type RatingsServer } from './start-worker';
import { syntheticRatings } from './synthetic';
import { finish } from './work';

const options: PrepareOptions = { validation: 0.2, seed: 5, rank: 3, biases: true, ridge: 0.1 };
const synthetic = { users: 60, items: 50, observed: 900, rank: 2, noise: 0.1, seed: 3 };

/** All that was sent to its server. */
interface Watched extends RatingsClient {
  sent: string[];
  running: number;
}

const clients: RatingsClient[] = [];

function watchedClient(start = startWorker): Watched {
  const sent: string[] = [];
  const client = new RatingsClient((...parameters) => {
    const server: RatingsServer = start(...parameters);
    client.running++;
    return {
      send: (request) => (
        sent.push('source' in request ? `${request.type} with source` : request.type),
        server.send(request)
      ),
      stop: () => (client.running--, server.stop()),
    };
  }) as Watched;
  Object.assign(client, { sent, running: 0 });
  clients.push(client);
  return client;
}

const refusing = () => {
  throw new DOMException('Failed to construct Worker', 'SecurityError');
};

/** A file of that many ratings, hundreds by a user. */
function fileOf(count: number, header = 'userId,movieId,rating,timestamp'): File {
  const lines = Array.from(
    { length: count },
    (_, i) => `${Math.floor(i / 500) + 1},${(i % 500) * 7},${(i % 10) / 2},1112484027`,
  );
  return new File([`${header}\n`, lines.join('\n')], 'ratings.csv');
}

afterEach(() => {
  vi.useRealTimers();
  for (const client of clients.splice(0)) client.close();
});

test('a worker prepares the same as the page', async () => {
  const source: RatingsSource = { kind: 'synthetic', ...synthetic };
  const expected = finish(prepare(finish(syntheticRatings(synthetic)), options));
  const client = watchedClient();
  expect(await client.prepare(source, options)).toEqual(expected);
  expect(client.running).toBe(1);
  expect(await watchedClient(refusing).prepare(source, options)).toEqual(expected);
  const triplets = finish(syntheticRatings(synthetic));
  expect(await client.prepare({ kind: 'triplets', ratings: triplets }, options)).toEqual(expected);
  expect(triplets.values.length).toBe(900);
});

test('a worker that never answers is replaced by the page', async () => {
  const client = watchedClient((_onReply, onFailure) => {
    setTimeout(onFailure, 20);
    return { send: () => undefined, stop: () => undefined };
  });
  const { observed } = await client.prepare({ kind: 'synthetic', ...synthetic }, options);
  expect([observed, client.running]).toEqual([900, 0]);
});

test('a worker that dies in the middle is said to have, and the next one is tried', async () => {
  let fails: () => void;
  const client = watchedClient((onReply, onFailure) =>
    startWorker((reply) => (reply.type === 'progress' ? fails() : onReply(reply)), (fails = onFailure)),
  );
  await expect(client.prepare({ kind: 'file', file: fileOf(300_000) }, options)).rejects.toThrow(
    'what was reading the ratings has ended; there may not be enough memory for them',
  );
  expect(client.running).toBe(0);
});

test('a file is read once, with progress, whatever is asked of it', async () => {
  const client = watchedClient();
  const source: RatingsSource = { kind: 'file', file: fileOf(300_000) };
  const progress: number[] = [];
  const first = await client.prepare(source, options, { onProgress: (fraction) => progress.push(fraction) });
  expect([first.rows, first.columns, first.observed]).toEqual([600, 500, 300_000]);
  expect(first.ratings.byRow.values.length + first.validation!.values.length).toBe(300_000);
  expect(first.userIds).toEqual(Uint32Array.from({ length: 600 }, (_, i) => i + 1));
  expect(first.fileColumns).toEqual({
    names: ['userId', 'movieId', 'rating', 'timestamp'],
    user: 'userId',
    item: 'movieId',
    rating: 'rating',
  });
  expect(progress.length).toBeGreaterThan(3);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
  const second = await client.prepare(source, { ...options, rank: 7, validation: 0 });
  expect([second.initial.u.length, second.validation]).toEqual([4200, undefined]);
  expect(client.sent).toEqual(['prepare', 'prepare with source', 'prepare']);
});

test('a signal ends the wait at once, and what is loading serves who asks next', async () => {
  const client = watchedClient();
  const source: RatingsSource = { kind: 'file', file: fileOf(600_000) };
  const controller = new AbortController();
  const given = client.prepare(source, options, {
    signal: controller.signal,
    onProgress: (fraction) => fraction > 0.1 && controller.abort(new Error('another rank')),
  });
  await expect(given).rejects.toThrow('another rank');
  const { observed } = await client.prepare(source, { ...options, rank: 1 });
  expect(observed).toBe(600_000);
  expect(client.sent).toEqual(['prepare', 'prepare with source', 'cancel', 'prepare']);
});

test('the page answers while it reads a file itself', async () => {
  const client = watchedClient(refusing);
  let progress = 0;
  const seen = new Set<number>();
  const timer = setInterval(() => seen.add(progress), 0);
  const onProgress = (fraction: number) => (progress = fraction);
  await client.prepare({ kind: 'file', file: fileOf(300_000) }, options, { onProgress });
  clearInterval(timer);
  // A file comes in pieces anyway; where what follows holds up the page, nothing is seen between that and the end.
  expect([...seen].some((fraction) => fraction > 0.7 && fraction < 1)).toBe(true);
});

test('what is wrong with a file comes back in words, and another can be read', async () => {
  for (const client of [watchedClient(), watchedClient(refusing)]) {
    const wrong = client.prepare(
      { kind: 'file', file: new File(['user,item,rating\n1,2,3\n2,4,abc\n'], 'x') },
      options,
    );
    await expect(wrong).rejects.toMatchObject({
      name: 'RatingsError',
      message: "line 3: the rating is 'abc'; it should be a number",
    });
    const unclear = client.prepare({ kind: 'file', file: fileOf(2000, 'a,b,c,d') }, options);
    await expect(unclear).rejects.toMatchObject({ columns: ['a', 'b', 'c', 'd'] });
    const file = fileOf(2000, 'a,b,c,d');
    expect(
      (await client.prepare({ kind: 'file', file, columns: { user: 'a', item: 'b', rating: 'c' } }, options)).observed,
    ).toBe(2000);
  }
});

test('an address is fetched by the worker, relative to the page', async () => {
  const client = watchedClient();
  const url = URL.createObjectURL(fileOf(2000));
  expect((await client.prepare({ kind: 'url', url }, options)).observed).toBe(2000);
  URL.revokeObjectURL(url);
  const away = client.prepare({ kind: 'url', url: '/@fs/no/such/file.csv' }, options);
  await expect(away).rejects.toThrow(new RegExp(`${location.origin}/@fs/no/such/file.csv`));
  await expect(client.prepare({ kind: 'url', url: location.href }, options)).rejects.toThrow(
    /is a web page and no file of ratings/,
  );
  await expect(client.prepare({ kind: 'url', url: 'http://localhost:1/ratings.csv' }, options)).rejects.toThrow(
    'http://localhost:1/ratings.csv cannot be reached',
  );
  await expect(client.prepare({ kind: 'url', url: 'http://[' }, options)).rejects.toThrow(
    "'http://[' is not an address of a file",
  );
});

test('the worker ends when nothing was asked for a minute, or what it kept was released', async () => {
  const client = watchedClient();
  const source: RatingsSource = { kind: 'synthetic', ...synthetic };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await client.prepare(source, options);
  vi.advanceTimersByTime(59_000);
  expect(client.running).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(client.running).toBe(0);
  vi.useRealTimers();
  await client.prepare(source, options);
  client.release(source);
  await vi.waitFor(() => expect(client.running).toBe(0));
});

test('options out of range are refused before anything is read', async () => {
  const client = watchedClient();
  for (const [name, value] of Object.entries({ validation: 0.95, seed: -1, rank: 129, ridge: NaN })) {
    await expect(client.prepare({ kind: 'sheet' }, { ...options, [name]: value })).rejects.toThrow(
      `${name} is ${value}`,
    );
  }
  expect(client.sent).toEqual([]);
});
