import drawsUrl from './draws-worker.ts?worker&url';
import formulasUrl from './formulas-worker.ts?worker&url';
import matricesUrl from './matrices-worker.ts?worker&url';
import type { Server } from '../../workers/server';
import * as start from '../../workers/start';
import type { Reply, Request, WorkerName } from './messages';

/** One that computes jobs: a worker, or the page itself. */
export type JobServer = Server<Request>;

const scripts: Record<WorkerName, string> = { formulas: formulasUrl, matrices: matricesUrl, draws: drawsUrl };

/** As if it were one worker: one for each kind of computation, started when there is some. */
export function startWorker(onReply: (reply: Reply) => void, onFailure: () => void): JobServer {
  const workers = new Map<WorkerName, JobServer>();
  const stop = () => workers.forEach((worker) => worker.stop());
  const workerFor = (name: WorkerName) => {
    let worker = workers.get(name);
    if (!worker) {
      const script = { url: scripts[name], base: import.meta.url, name: 'descent-lab' };
      worker = start.startWorker<Request, Reply>(script, { onReply, onFailure });
      workers.set(name, worker);
    }
    return worker;
  };
  return {
    send(request, transfer) {
      if (request.type === 'cancel') return workers.forEach((worker) => worker.send(request));
      try {
        const worker = workerFor(request.worker);
        if (request.type !== 'wake') worker.send(request, transfer);
      } catch {
        // The page may not start workers. The sender learns of it afterwards, as of one that fails later.
        queueMicrotask(onFailure);
      }
    },
    stop,
  };
}

export function startOnPage(onReply: (reply: Reply) => void, onFailure: () => void): JobServer {
  return start.startOnPage(() => import('./page-server'), { onReply, onFailure });
}
