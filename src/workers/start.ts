import { sameOrigin } from './same-origin';
import type { CreateServer, Server } from './server';

export interface WorkerScript {
  url: string;
  /** What the URL is relative to: `import.meta.url` of who asks. */
  base: string;
  /** As which it is listed in a browser's tools. */
  name: string;
}

export interface Listener<Reply> {
  onReply: (reply: Reply) => void;
  /** The worker did not start, or died; what it was asked for is lost. */
  onFailure: () => void;
}

/**
 * Starts a worker.
 *
 * @throws where the page may not start workers
 */
export function startWorker<Request, Reply>({ url, base, name }: WorkerScript, { onReply, onFailure }: Listener<Reply>): Server<Request> {
  const worker = new Worker(sameOrigin(url, base), { type: 'module', name });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onFailure();
  };
  return { send: (request) => worker.postMessage(request), stop: () => worker.terminate() };
}

/** The page serves itself, in slices short enough that it answers in between. */
export function startOnPage<Request, Reply>(create: CreateServer<Request, Reply>, onReply: (reply: Reply) => void): Server<Request> {
  let stopped = false;
  const serve = create({ reply: (reply) => stopped || onReply(reply), sliceMilliseconds: 16, pause: (then) => setTimeout(then) });
  // Never at once: whoever sends must be ready for the answer first.
  return { send: (request) => queueMicrotask(() => serve(request)), stop: () => (stopped = true) };
}
