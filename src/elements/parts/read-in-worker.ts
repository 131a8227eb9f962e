import type { Server } from '../../workers/server';
import { startWorker } from '../../workers/start';
import { readSignal, refuseSize, type SignalContent } from './read-signal';
import type { SignalReply, SignalRequest } from './signal-worker';
import workerUrl from './signal-worker.ts?worker&url';
import { CodedError } from '../../messages';

export interface ReadOptions {
  signal: AbortSignal;
  onProgress: (fraction: number) => void;
}

/** As `readSignal`, in a worker that ends with it; on the page, a piece at a time, where no worker can be started. */
export async function readInWorker(
  file: Blob,
  column: number | undefined,
  { signal, onProgress }: ReadOptions,
): Promise<SignalContent> {
  refuseSize(file.size);
  let server: Server<SignalRequest> | undefined;
  try {
    return await new Promise<SignalContent>((resolve, reject) => {
      const onPage = () => readSignal(file, column, onProgress).then(resolve, reject);
      const onReply = (reply: SignalReply) => {
        if (reply.type === 'progress') onProgress(reply.fraction);
        else if (reply.type === 'content') resolve(reply.content);
        else reject(new CodedError(reply.words));
      };
      signal.addEventListener('abort', () => reject(signal.reason));
      try {
        server = startWorker(
          { url: workerUrl, base: import.meta.url, name: 'descent-lab-file' },
          { onReply, onFailure: onPage },
        );
        server.send({ file, column });
      } catch {
        void onPage();
      }
    });
  } finally {
    server?.stop();
  }
}
