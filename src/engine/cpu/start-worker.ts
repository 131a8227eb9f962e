import workerUrl from './worker.ts?worker&url';
import type { Server } from '../../workers/server';
import * as start from '../../workers/start';
import type { Reply, Request } from './messages';

/** One that computes jobs: a worker, or the page itself. */
export type JobServer = Server<Request>;

export function startWorker(onReply: (reply: Reply) => void, onFailure: () => void): JobServer {
  return start.startWorker({ url: workerUrl, base: import.meta.url, name: 'descent-lab' }, { onReply, onFailure });
}

export function startOnPage(onReply: (reply: Reply) => void, onFailure: () => void): JobServer {
  return start.startOnPage(() => import('./server'), { onReply, onFailure });
}
