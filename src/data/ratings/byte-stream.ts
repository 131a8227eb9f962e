import { RatingsError } from './ratings';
import { ratingsMessages as say } from './texts';
import type { Message } from '../../messages';

/** So much of a file is looked at to see what it is. */
const HEAD_BYTES = 512;
/** Larger pieces are handed on in parts, each of which is parsed in a few milliseconds. */
const PIECE_BYTES = 2 ** 18;

/** How other files than text begin, and what to do with them. */
const KINDS: { begin: number[]; message: Message }[] = [
  { begin: [0x50, 0x4b, 0x03, 0x04], message: say('zip') },
  { begin: [0x42, 0x5a, 0x68], message: say('bzip2') },
  { begin: [0xfd, 0x37, 0x7a, 0x58, 0x5a], message: say('xz') },
  { begin: [0x28, 0xb5, 0x2f, 0xfd], message: say('zstd') },
  { begin: [0x37, 0x7a, 0xbc, 0xaf], message: say('sevenZip') },
  { begin: [0xff, 0xfe], message: say('utf16') },
  { begin: [0xfe, 0xff], message: say('utf16') },
];

/** The text of a file in pieces: a gzipped one is unpacked, which is seen from how it begins and not from its name. */
export async function* textPieces(
  stream: ReadableStream<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    const raw = counted(reader, onBytes);
    const head = await headOf(raw);
    if (head.length === 0) throw new RatingsError(say('emptyFile'));
    if (head[0] === 0x1f && head[1] === 0x8b) {
      const unpacked = counted(unpack(head, raw).getReader(), () => undefined, say('damagedGzip'));
      const first = await headOf(unpacked);
      if (first.length === 0) throw new RatingsError(say('emptyGzip'));
      yield* readable(first, unpacked);
    } else yield* readable(head, raw);
  } finally {
    // Whoever stops in the middle reads no further; what cannot be cancelled has ended.
    await reader.cancel().catch(() => undefined);
  }
}

async function* readable(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const kind = KINDS.find(({ begin }) => begin.every((byte, i) => head[i] === byte));
  if (kind) throw new RatingsError(kind.message);
  if (head.subarray(0, HEAD_BYTES).includes(0)) throw new RatingsError(say('binary'));
  if (/^(\ufeff)?\s*<(!doctype|html|head|\?xml)/i.test(new TextDecoder().decode(head.subarray(0, HEAD_BYTES))))
    throw new RatingsError(say('webPage'));
  yield* inPieces(head);
  for await (const chunk of rest) yield* inPieces(chunk);
}

function* inPieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
}

async function* counted(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onBytes: (bytes: number) => void,
  whatFails?: Message,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    let next: ReadableStreamReadResult<Uint8Array>;
    try {
      next = await reader.read();
    } catch (error) {
      if (error instanceof RatingsError || (error as Error).name === 'AbortError') throw error;
      throw new RatingsError(whatFails ?? say('readingStopped', { reason: (error as Error).message }));
    }
    if (next.done) return;
    onBytes(next.value.length);
    yield next.value;
  }
}

/** The first bytes, and whatever came with them. */
async function headOf(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (head.length < HEAD_BYTES) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = joined(head, value);
  }
  return head;
}

function unpack(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(head as Uint8Array<ArrayBuffer>),
    async pull(controller) {
      const { done, value } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  return packed.pipeThrough(new DecompressionStream('gzip'));
}

/** One after the other. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
