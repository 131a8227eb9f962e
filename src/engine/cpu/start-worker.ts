import formulasUrl from './formulas-worker.ts?worker&url';
import matricesUrl from './matrices-worker.ts?worker&url';
import type { Server } from '../../workers/server';
import * as start from '../../workers/start';
import type { KernelName } from './worker-kernel';
import type { Reply, Request } from './messages';

/** One that computes jobs: a worker, or the page itself. */
export type JobServer = Server<Request>;

/** Few pages do all kinds of computations: a worker brings along those of one kind. */
const scripts: Record<KernelName, string> = {
  descend: formulasUrl,
  trace: formulasUrl,
  conv1d: matricesUrl,
  conv1dDescent: matricesUrl,
  factorize: matricesUrl,
};

/** As if it were one worker: one for each kind of computation, started when there is some. */
export function startWorker(onReply: (reply: Reply) => void, onFailure: () => void): JobServer {
  const workers = new Map<string, JobServer>();
  const stop = () => workers.forEach((worker) => worker.stop());
  const workerFor = (kernel: KernelName) => {
    const url = scripts[kernel];
    let worker = workers.get(url);
    if (!worker)
      workers.set(
        url,
        (worker = start.startWorker<Request, Reply>(
          { url, base: import.meta.url, name: 'descent-lab' },
          { onReply, onFailure },
        )),
      );
    return worker;
  };
  return {
    send(request) {
      if (request.type === 'cancel') return workers.forEach((worker) => worker.send(request));
      try {
        const worker = workerFor(request.type === 'run' ? request.job.kernel : request.kernel);
        if (request.type === 'run') worker.send(request);
      } catch {
        // The page may not start workers. Whoever sends learns of it afterwards, as of one that fails later.
        queueMicrotask(onFailure);
      }
    },
    stop,
  };
}

export function startOnPage(onReply: (reply: Reply) => void, onFailure: () => void): JobServer {
  return start.startOnPage(() => import('./page-server'), { onReply, onFailure });
}
