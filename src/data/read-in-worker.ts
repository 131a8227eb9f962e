import type { Server } from '../workers/server';
import { startWorker, type WorkerScript } from '../workers/start';
import type { ReadingReply } from './serve-reading';
import { TableError } from './table/table-error';

export interface Progress {
  signal: AbortSignal;
  onProgress: (fraction: number) => void;
}

/**
 * Has a worker read files, which ends with that; where none can be started, the page reads them itself, a piece at a time.
 *
 * @throws {CodedError} for what cannot be used
 */
export async function readInWorker<Request, Content>(
  script: WorkerScript,
  request: Request,
  readOnPage: (onProgress: (fraction: number) => void) => Promise<Content>,
  { signal, onProgress }: Progress,
): Promise<Content> {
  let server: Server<Request> | undefined;
  try {
    return await new Promise<Content>((resolve, reject) => {
      const onPage = () => void readOnPage(onProgress).then(resolve, reject);
      const onReply = (reply: ReadingReply<Content>) => {
        if (reply.type === 'progress') onProgress(reply.fraction);
        else if (reply.type === 'content') resolve(reply.content);
        else reject(new TableError(reply.words, reply.found));
      };
      signal.addEventListener('abort', () => reject(signal.reason));
      try {
        server = startWorker(script, { onReply, onFailure: onPage });
        server.send(request);
      } catch {
        onPage();
      }
    });
  } finally {
    server?.stop();
  }
}
