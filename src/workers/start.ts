import { sameOrigin } from './same-origin';
import type { CreateServer, Server } from './server';
import { trustedScript } from './trusted';

export interface WorkerScript {
  url: string;
  /** What the URL is relative to: `import.meta.url` of who asks. */
  base: string;
  /** As which it is listed in a browser's tools. */
  name: string;
}

export interface Listener<Reply> {
  onReply: (reply: Reply) => void;
  /** Who serves did not start, or died; what was asked for is lost. */
  onFailure: () => void;
}

/**
 * Starts a worker.
 *
 * @throws where the page may not start workers
 */
export function startWorker<Request, Reply>(
  { url, base, name }: WorkerScript,
  { onReply, onFailure }: Listener<Reply>,
): Server<Request> {
  if (url === '') throw new Error('a bundler left the worker’s script behind');
  // A script that came along inline imports nothing; as a classic one it may be started from a page on the disk, too.
  const type = url.startsWith('blob:') ? 'classic' : 'module';
  const worker = new Worker(trustedScript(sameOrigin(url, base)), { type, name });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onFailure();
  };
  return { send: (request, transfer = []) => worker.postMessage(request, transfer), stop: () => worker.terminate() };
}

/**
 * The page serves itself, in slices short enough that it answers in between. What it does that with is loaded only now:
 * most pages have workers, which bring it along themselves.
 */
export function startOnPage<Request, Reply>(
  load: () => Promise<{ createServer: CreateServer<Request, Reply> }>,
  { onReply, onFailure }: Listener<Reply>,
): Server<Request> {
  let stopped = false;
  const serving = load().then(({ createServer }) =>
    createServer({
      reply: (reply) => stopped || onReply(reply),
      sliceMilliseconds: 16,
      pause: (then) => setTimeout(then),
    }),
  );
  serving.catch(() => stopped || onFailure());
  return {
    send: (request) => void serving.then((serve) => serve(request)).catch(() => undefined),
    stop: () => (stopped = true),
  };
}
