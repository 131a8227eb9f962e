import type { Lists } from '../../math/sparse-table';
import type { ServerOptions } from '../../workers/server';
import { load, type LoadedSource } from './load';
import type { Reply, Request } from './messages';
import { prepare } from './prepare';
import type { Found } from '../table/table-error';
import { RatingsError } from './ratings';
import { Shelf } from './shelf';
import type { PreparedRatings } from './source';
import { Turns } from './turns';
import { wordsOf } from '../../messages';
import { ratingsMessages as say } from './texts';
import type { Message } from '../../messages';

/** Loading takes this share of the progress; what is loaded already takes none. */
const LOADING_SHARE = 0.7;

/**
 * Loads ratings and prepares them. The same code serves in a worker and, where there are no workers, on the page.
 *
 * @returns what handles the page's requests
 */
export function createServer({ reply, sliceMilliseconds, pause }: ServerOptions<Reply>): (request: Request) => void {
  const turns = new Turns(sliceMilliseconds, pause);
  const shelf = new Shelf();
  const jobs = new Map<number, AbortController>();

  async function serve({ id, key, options, source }: Request & { type: 'prepare' }): Promise<void> {
    if (!source && !shelf.has(key)) return reply({ type: 'wanted', id }, []);
    const controller = new AbortController();
    const { signal } = controller;
    const report = (fraction: number) => signal.aborted || reply({ type: 'progress', id, fraction }, []);
    jobs.set(id, controller);
    try {
      const begin = source ? LOADING_SHARE : 0;
      const ratings = await shelf.get(key, (run) => load(source as LoadedSource, turns, run), {
        signal,
        onProgress: (fraction) => report(LOADING_SHARE * fraction),
      });
      signal.throwIfAborted();
      const prepared = await turns.run(prepare(ratings, options), signal, (fraction) =>
        report(begin + (1 - begin) * fraction),
      );
      reply({ type: 'prepared', id, prepared }, buffersOf(prepared));
    } catch (error) {
      if (!signal.aborted) reply({ type: 'failed', id, ...said(error) }, []);
    }
    jobs.delete(id);
  }

  return (request) => {
    if (request.type === 'prepare') void serve(request);
    else if (request.type === 'cancel') jobs.get(request.id)?.abort();
    else {
      shelf.release(request.key);
      if (jobs.size === 0 && shelf.size === 0) reply({ type: 'empty' }, []);
    }
  };
}

function said(error: unknown): { words: Message | string; columns?: readonly string[]; found?: Found } {
  if (error instanceof RatingsError) return { words: wordsOf(error), columns: error.columns, found: error.found };
  if (error instanceof RangeError) return { words: say('noMemory', { reason: error.message }) };
  return { words: wordsOf(error) };
}

/** What was made for one answer only, and need not be copied. */
function buffersOf({ ratings, validation, initial }: PreparedRatings): ArrayBuffer[] {
  const arrays = [ratings.byRow, ratings.byColumn, validation].flatMap((lists: Lists | undefined) =>
    lists ? [lists.starts, lists.indices, lists.values] : [],
  );
  return [...arrays, initial.u, initial.v].map(({ buffer }) => buffer as ArrayBuffer);
}
