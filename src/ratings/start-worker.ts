import workerUrl from './worker.ts?worker&url';
import { sameOrigin } from '../workers/same-origin';
import type { Reply, Request } from './messages';
import { createServer } from './server';

/** Whoever loads and prepares: a worker, or the page itself. */
export interface RatingsServer {
  send: (request: Request) => void;
  stop: () => void;
}

let script: string | undefined;

/**
 * Starts the worker.
 *
 * @param onFailure it did not start, or died; what it was asked for is lost
 * @throws where the page may not start workers
 */
export function startWorker(onReply: (reply: Reply) => void, onFailure: () => void): RatingsServer {
  const worker = new Worker((script ??= sameOrigin(workerUrl, import.meta.url)), { type: 'module', name: 'descent-lab-ratings' });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onFailure();
  };
  return { send: (request) => worker.postMessage(request), stop: () => worker.terminate() };
}

/** The page loads and prepares, in slices short enough that it answers in between. */
export function startOnPage(onReply: (reply: Reply) => void): RatingsServer {
  let stopped = false;
  const serve = createServer({ reply: (reply) => stopped || onReply(reply), sliceMilliseconds: 16, pause: (then) => setTimeout(then) });
  // Never at once: whoever sends must be ready for the answer first.
  return { send: (request) => queueMicrotask(() => serve(request)), stop: () => (stopped = true) };
}
