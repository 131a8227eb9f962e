import { sameOrigin } from '../../workers/same-origin';
import { readSignal, refuseSize, type SignalContent } from './read-signal';
import type { SignalReply, SignalRequest } from './signal-worker';
import workerUrl from './signal-worker.ts?worker&url';
import { WordedError } from '../../words/error';

export interface ReadOptions {
  signal: AbortSignal;
  onProgress: (fraction: number) => void;
}

/** As `readSignal`, in a worker that ends with it; on the page, a piece at a time, where no worker can be started. */
export async function readInWorker(file: Blob, column: number | undefined, { signal, onProgress }: ReadOptions): Promise<SignalContent> {
  refuseSize(file.size);
  let worker: Worker;
  try {
    worker = new Worker(sameOrigin(workerUrl, import.meta.url), { type: 'module', name: 'descent-lab-file' });
  } catch {
    return readSignal(file, column, onProgress);
  }
  try {
    return await new Promise<SignalContent>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.onmessage = ({ data }: MessageEvent<SignalReply>) => {
        if (data.type === 'progress') onProgress(data.fraction);
        else if (data.type === 'content') resolve(data.content);
        else reject(new WordedError(data.words));
      };
      // It did not start, as under a policy of the page's; the page does it then.
      worker.onerror = (event) => {
        event.preventDefault();
        readSignal(file, column, onProgress).then(resolve, reject);
      };
      worker.postMessage({ file, column } satisfies SignalRequest);
    });
  } finally {
    worker.terminate();
  }
}
