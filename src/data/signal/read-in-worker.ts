import type { Server } from '../../workers/server';
import { startWorker } from '../../workers/start';
import { TableError } from '../table/table-error';
import type { SignalContent } from './content';
import { checkSize, readSignal, type ReadOptions } from './read-signal';
import { decodeSound, SOUND_HEAD, soundFormatOf } from './sound';
import { setSampleRate } from './sample-rate';
import type { SignalReply, SignalRequest } from './signal-worker';
import workerUrl from './signal-worker.ts?worker&url';

export interface Progress {
  signal: AbortSignal;
  onProgress: (fraction: number) => void;
}

/** As `readSignal`, in a worker that ends with it; on the page, a piece at a time, where no worker can be started. */
export async function readInWorker(
  file: Blob,
  options: ReadOptions,
  { signal, onProgress }: Progress,
): Promise<SignalContent> {
  checkSize(file.size, options.most);
  const format = soundFormatOf(new Uint8Array(await file.slice(0, SOUND_HEAD).arrayBuffer()));
  // Only a page can decode sounds; it does so beside its own work.
  if (format) {
    const sound = await decodeSound(file, format, options.most);
    signal.throwIfAborted();
    setSampleRate(sound.samples, sound.sampleRate!);
    return sound;
  }
  let server: Server<SignalRequest> | undefined;
  try {
    const content = await new Promise<SignalContent>((resolve, reject) => {
      const onPage = () => readSignal(file, options, onProgress).then(resolve, reject);
      const onReply = (reply: SignalReply) => {
        if (reply.type === 'progress') onProgress(reply.fraction);
        else if (reply.type === 'content') resolve(reply.content);
        else reject(new TableError(reply.words, reply.found));
      };
      signal.addEventListener('abort', () => reject(signal.reason));
      try {
        server = startWorker(
          { url: workerUrl, base: import.meta.url, name: 'descent-lab-file' },
          { onReply, onFailure: onPage },
        );
        server.send({ file, options });
      } catch {
        void onPage();
      }
    });
    if (content.sampleRate !== undefined) setSampleRate(content.samples, content.sampleRate);
    return content;
  } finally {
    server?.stop();
  }
}
