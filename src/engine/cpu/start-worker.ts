import workerUrl from './worker.ts?worker&url';
import { sameOrigin } from '../../workers/same-origin';
import type { Reply, Request } from './messages';
import { createServer } from './server';

/** One that computes jobs: a worker, or the page itself. */
export interface JobServer {
  send: (request: Request) => void;
  stop: () => void;
}

let script: string | undefined;

/**
 * Starts a worker.
 *
 * @param onFailure the worker did not start, or died; what it was given is lost
 * @throws where the page may not start workers
 */
export function startWorker(onReply: (reply: Reply) => void, onFailure: () => void): JobServer {
  const worker = new Worker((script ??= sameOrigin(workerUrl, import.meta.url)), { type: 'module', name: 'descent-lab' });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onFailure();
  };
  return { send: (request) => worker.postMessage(request), stop: () => worker.terminate() };
}

/** The page computes, in slices short enough that it answers in between. */
export function startOnPage(onReply: (reply: Reply) => void): JobServer {
  let stopped = false;
  const send = createServer({ reply: (reply) => stopped || onReply(reply), sliceMilliseconds: 16, pause: (then) => setTimeout(then) });
  return { send, stop: () => (stopped = true) };
}
