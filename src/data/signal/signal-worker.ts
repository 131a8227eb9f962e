import { wordsOf, type Message } from '../../messages';
import { TableError, type Found } from '../table/table-error';
import type { SignalContent } from './content';
import { readSignal, type ReadOptions } from './read-signal';

/** What a page tells this worker, once. */
export interface SignalRequest {
  file: Blob;
  options: ReadOptions;
}

/** What the page hears: how far that is, and in the end what was found, or why it cannot be used. */
export type SignalReply =
  | { type: 'progress'; fraction: number }
  | { type: 'content'; content: SignalContent }
  | { type: 'error'; words: Message | string; found?: Found };

const reply = (message: SignalReply, transfer: ArrayBuffer[] = []) => postMessage(message, { transfer });

onmessage = async ({ data: { file, options } }: MessageEvent<SignalRequest>) => {
  let percent = -1;
  const onProgress = (fraction: number) => {
    if (Math.floor(100 * fraction) > percent)
      reply({ type: 'progress', fraction: (percent = Math.floor(100 * fraction)) / 100 });
  };
  try {
    const content = await readSignal(file, options, onProgress);
    reply({ type: 'content', content }, [content.samples.buffer as ArrayBuffer]);
  } catch (error) {
    reply({ type: 'error', words: wordsOf(error), found: error instanceof TableError ? error.found : undefined });
  }
};
