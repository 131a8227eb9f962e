import { wordsOf, type Message } from '../messages';
import { TableError, type Found } from './table/table-error';

/** What the page hears of a worker that reads: how far that is, and in the end what was found, or why it cannot be used. */
export type ReadingReply<Content> =
  | { type: 'progress'; fraction: number }
  | { type: 'content'; content: Content }
  | { type: 'error'; words: Message | string; found?: Found };

/** All that the script of a worker does that reads files: it reads what the page asks for, once. */
export function serveReading<Request, Content>(
  read: (request: Request, onProgress: (fraction: number) => void) => Promise<Content>,
  buffersOf: (content: Content) => ArrayBufferLike[],
): void {
  const reply = (message: ReadingReply<Content>, transfer: ArrayBufferLike[] = []) =>
    postMessage(message, { transfer: transfer as ArrayBuffer[] });
  onmessage = async ({ data }: MessageEvent<Request>) => {
    let percent = -1;
    const onProgress = (fraction: number) => {
      if (Math.floor(100 * fraction) > percent)
        reply({ type: 'progress', fraction: (percent = Math.floor(100 * fraction)) / 100 });
    };
    try {
      const content = await read(data, onProgress);
      reply({ type: 'content', content }, buffersOf(content));
    } catch (error) {
      reply({ type: 'error', words: wordsOf(error), found: error instanceof TableError ? error.found : undefined });
    }
  };
}
