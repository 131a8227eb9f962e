import { readInWorker, type Progress } from '../read-in-worker';
import type { SignalContent } from './content';
import { checkSize, readSignal, type ReadOptions } from './read-signal';
import { decodeSound, SOUND_HEAD, soundFormatOf } from './sound';
import { setSampleRate } from './sample-rate';
import type { SignalRequest } from './signal-worker';
import url from './signal-worker.ts?worker&url';

/** As `readSignal`, in a worker; sounds that only a browser can decode are decoded by the page. */
export async function readSignalFile(file: Blob, options: ReadOptions, progress: Progress): Promise<SignalContent> {
  checkSize(file.size, options.most);
  const format = soundFormatOf(new Uint8Array(await file.slice(0, SOUND_HEAD).arrayBuffer()));
  if (format) {
    const sound = await decodeSound(file, format, options.most);
    progress.signal.throwIfAborted();
    setSampleRate(sound.samples, sound.sampleRate!);
    return sound;
  }
  const content = await readInWorker<SignalRequest, SignalContent>(
    { url, base: import.meta.url, name: 'descent-lab-file' },
    { file, options },
    (onProgress) => readSignal(file, options, onProgress),
    progress,
  );
  if (content.sampleRate !== undefined) setSampleRate(content.samples, content.sampleRate);
  return content;
}
