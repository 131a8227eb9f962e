import { inSteps } from '../../math/in-slices';
import type { ClosedForm } from '../../math/ridge-closed-form';
import { MOST_COLUMNS_FOR_QR } from '../../math/ridge-method';
import { startWorker } from '../../workers/start';
import type { Server } from '../../workers/server';
import type { ExactRequest } from './exact-worker';
import url from './exact-worker.ts?worker&url';

export const isQuicklySolved = (columns: number): boolean => columns <= MOST_COLUMNS_FOR_QR;

/** The exact ridge solution, worked out in a worker, which ends when it is stopped; on the page, in slices, where none can be started. */
export async function solveExactly(request: ExactRequest, signal?: AbortSignal): Promise<ClosedForm> {
  signal?.throwIfAborted();
  let server: Server<ExactRequest> | undefined;
  try {
    return await new Promise<ClosedForm>((resolve, reject) => {
      const onPage = () =>
        void import('../../math/ridge-closed-form')
          .then(({ ridgeSteps }) => inSteps(ridgeSteps(request.problem, request.alpha), { signal }))
          .then(resolve, reject);
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      try {
        server = startWorker<ExactRequest, ClosedForm>(
          { url, base: import.meta.url, name: 'descent-lab-exact' },
          { onReply: resolve, onFailure: onPage },
        );
        server.send(request);
      } catch {
        onPage();
      }
    });
  } finally {
    server?.stop();
  }
}
