import type { Reply, Request } from './messages';
import { RatingsError } from './ratings';
import { prepareSheet } from './sheet';
import type { PreparedRatings, PrepareOptions, RatingsSource, WorkOptions } from './source';
import { startOnPage, startWorker, type RatingsServer } from './start-worker';
import { ratingsMessages as say } from './texts';
import type { Message } from '../../messages';

/** Loaded ratings are kept for so long after they were used last. */
const IDLE_MILLISECONDS = 60_000;

/** What somebody waits for. */
interface Order {
  id: number;
  source: RatingsSource;
  options: PrepareOptions;
  progress: number;
  report: (fraction: number) => void;
  settle: (end: { prepared: PreparedRatings } | { error: unknown }) => void;
}

/**
 * Has ratings loaded and prepared by a worker, which is started when it is needed, keeps what it loaded, and ends when
 * nobody asked for anything for a while. Where no worker can be started the page does it.
 */
export class RatingsClient {
  #server: RatingsServer | undefined;
  /** Whether the server has ever answered; one that has not may be of a kind that cannot be started here. */
  #hasAnswered = false;
  #mustBePage = false;
  readonly #orders = new Map<number, Order>();
  #lastId = 0;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly start = startWorker) {}

  async prepare(
    source: RatingsSource,
    options: PrepareOptions,
    { signal, onProgress }: WorkOptions = {},
  ): Promise<PreparedRatings> {
    signal?.throwIfAborted();
    checkOptions(options);
    if (source.kind === 'sheet') return prepareSheet(options);
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const onAbort = () => {
        order.settle({ error: signal!.reason });
        this.#server?.send({ type: 'cancel', id });
      };
      const order: Order = {
        id,
        source: plain(source),
        options,
        progress: 0,
        report: (fraction) => onProgress?.(fraction),
        settle: (end) => {
          if (!this.#orders.delete(id)) return;
          signal?.removeEventListener('abort', onAbort);
          this.#waitIfIdle();
          if ('error' in end) reject(end.error);
          else resolve(end.prepared);
        },
      };
      this.#orders.set(id, order);
      signal?.addEventListener('abort', onAbort);
      this.#send(order);
    });
  }

  /** Forgets what was loaded from a source, unless somebody waits for it. */
  release(source: RatingsSource): void {
    if (source.kind !== 'sheet') this.#server?.send({ type: 'release', key: keyOf(plain(source)) });
  }

  /** Ends the worker and gives its memory back. What is waited for is not settled. */
  close(): void {
    clearTimeout(this.#idleTimer);
    this.#server?.stop();
    this.#server = undefined;
  }

  #send(order: Order): void {
    clearTimeout(this.#idleTimer);
    try {
      this.#serverFor().send(requestOf(order));
    } catch (error) {
      order.settle({ error });
    }
  }

  #serverFor(): RatingsServer {
    if (this.#server) return this.#server;
    this.#hasAnswered = false;
    const onReply = (reply: Reply) => this.#receive(reply);
    try {
      this.#server = this.#mustBePage ? this.#onPage(onReply) : this.start(onReply, () => this.#onFailure());
    } catch {
      this.#mustBePage = true;
      this.#server = this.#onPage(onReply);
    }
    return this.#server;
  }

  #onPage(onReply: (reply: Reply) => void): RatingsServer {
    return startOnPage(onReply, () => {
      this.close();
      for (const order of [...this.#orders.values()]) order.settle({ error: new RatingsError(say('notLoaded')) });
    });
  }

  #receive(reply: Reply): void {
    this.#hasAnswered = true;
    if (reply.type === 'empty') {
      if (this.#orders.size === 0) this.close();
      return;
    }
    const order = this.#orders.get(reply.id);
    if (!order) return;
    try {
      if (reply.type === 'wanted') this.#server!.send({ ...requestOf(order), source: order.source });
      else if (reply.type === 'progress') order.report((order.progress = Math.max(order.progress, reply.fraction)));
      else if (reply.type === 'prepared') {
        order.report(1);
        order.settle(reply);
      } else void this.#fail(order, reply);
    } catch (error) {
      order.settle({ error });
      this.#server?.send({ type: 'cancel', id: order.id });
    }
  }

  async #fail(order: Order, { words, columns, found }: Reply & { type: 'failed' }): Promise<void> {
    // What reads ratings brings along the texts of all that it refuses.
    await import('./server').catch(() => undefined);
    order.settle({ error: new RatingsError(words, columns, found) });
  }

  #onFailure(): void {
    const hadAnswered = this.#hasAnswered;
    this.close();
    const orders = [...this.#orders.values()];
    if (hadAnswered) {
      for (const order of orders) order.settle({ error: new RatingsError(say('ended')) });
      return;
    }
    this.#mustBePage = true;
    for (const order of orders) this.#send(order);
  }

  #waitIfIdle(): void {
    clearTimeout(this.#idleTimer);
    if (this.#orders.size === 0) this.#idleTimer = setTimeout(() => this.close(), IDLE_MILLISECONDS);
  }
}

function requestOf({ id, source, options }: Order): Request & { type: 'prepare' } {
  return { type: 'prepare', id, key: keyOf(source), options };
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** The same for the same source: a file, or an array of a program, is known as an object and taken not to change. */
function keyOf(source: RatingsSource): string {
  if (source.kind === 'file') return JSON.stringify(['file', numberOf(source.file), source.columns]);
  if (source.kind !== 'triplets') return JSON.stringify(source);
  const { rows, columns, rowOf, columnOf, values, userIds, itemIds, noise, trueRank } = source.ratings;
  return JSON.stringify([
    'triplets',
    rows,
    columns,
    ...[rowOf, columnOf, values, userIds, itemIds].map(numberOf),
    noise,
    trueRank,
  ]);
}

function numberOf(object: object | undefined): number | string {
  // What is there and no object is no array either, which loading it will say.
  if (!object || typeof object !== 'object') return String(object);
  if (!numbers.has(object)) numbers.set(object, ++lastNumber);
  return numbers.get(object)!;
}

/** What can be sent: addresses in full, and of objects nothing that does not belong there. */
function plain(source: RatingsSource): RatingsSource {
  if (source.kind === 'url') {
    try {
      return { ...source, url: new URL(source.url, globalThis.document?.baseURI).href };
    } catch {
      throw new RatingsError(say('noAddress', { url: source.url }));
    }
  }
  if (source.kind !== 'triplets') return { ...source };
  const { rows, columns, rowOf, columnOf, values, userIds, itemIds, noise, trueRank } = source.ratings;
  return { kind: 'triplets', ratings: { rows, columns, rowOf, columnOf, values, userIds, itemIds, noise, trueRank } };
}

function checkOptions({ validation, seed, rank, ridge }: PrepareOptions): void {
  if (!(validation >= 0 && validation <= 0.9))
    throw refused('validation', validation, say('fraction', { least: '0', most: '0.9' }));
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32))
    throw refused('seed', seed, say('wholeFrom', { least: 0, most: 2 ** 32 - 1 }));
  if (!(Number.isInteger(rank) && rank >= 1 && rank <= 128))
    throw refused('rank', rank, say('wholeFrom', { least: 1, most: 128 }));
  if (!(ridge >= 0 && ridge <= 1e9)) throw refused('ridge', ridge, say('number', { least: '0', most: '1000000000' }));
}

const refused = (what: string, value: unknown, should: Message) =>
  new RatingsError(say('is', { what, value: String(value), should }));

const client = new RatingsClient();

/**
 * Loads ratings and makes them ready for training, in a worker of the page. What was loaded stays there for a minute after its
 * last use, so that another rank, seed or fraction does not load again.
 *
 * @throws {RatingsError} in words for a person, where that cannot be done
 */
export function prepareRatings(
  source: RatingsSource,
  options: PrepareOptions,
  run?: WorkOptions,
): Promise<PreparedRatings> {
  return client.prepare(source, options, run);
}

/** Gives back the memory of what was loaded from a source, sooner than it would be given back by itself. */
export function releaseRatings(source: RatingsSource): void {
  client.release(source);
}
