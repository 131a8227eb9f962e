import workerUrl from './ratings-worker.ts?worker&url';
import type { Server } from '../../workers/server';
import * as start from '../../workers/start';
import type { Reply, Request } from './messages';

/** The loader of ratings: a worker, or the page itself. */
export type RatingsServer = Server<Request>;

export function startWorker(onReply: (reply: Reply) => void, onFailure: () => void): RatingsServer {
  return start.startWorker(
    { url: workerUrl, base: import.meta.url, name: 'descent-lab-ratings' },
    { onReply, onFailure },
  );
}

export function startOnPage(onReply: (reply: Reply) => void, onFailure: () => void): RatingsServer {
  return start.startOnPage(() => import('./server'), { onReply, onFailure });
}
