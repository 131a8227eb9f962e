import { readSignal, type SignalContent } from './read-signal';
import { wordsOf } from '../../messages';
import type { Message } from '../../words/words';

/** What a page tells this worker, once. */
export interface SignalRequest {
  file: Blob;
  column?: number;
}

/** What it hears: how far that is, and in the end what was found, or why it cannot be used. */
export type SignalReply =
  | { type: 'progress'; fraction: number }
  | { type: 'content'; content: SignalContent }
  | { type: 'error'; words: Message | string };

const reply = (message: SignalReply, transfer: ArrayBuffer[] = []) => postMessage(message, { transfer });

onmessage = async ({ data: { file, column } }: MessageEvent<SignalRequest>) => {
  let percent = -1;
  const onProgress = (fraction: number) => {
    if (Math.floor(100 * fraction) > percent)
      reply({ type: 'progress', fraction: (percent = Math.floor(100 * fraction)) / 100 });
  };
  try {
    const content = await readSignal(file, column, onProgress);
    reply({ type: 'content', content }, [content.samples.buffer as ArrayBuffer]);
  } catch (error) {
    reply({ type: 'error', words: wordsOf(error) });
  }
};
