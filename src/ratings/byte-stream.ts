import { RatingsError } from './ratings';

/** So much of a file is looked at to see what it is. */
const HEAD_BYTES = 512;
/** Larger pieces are handed on in parts, each of which is parsed in a few milliseconds. */
const PIECE_BYTES = 2 ** 18;

/** How other files than text begin, and what to do with them. */
const KINDS: { begin: number[]; message: string }[] = [
  { begin: [0x50, 0x4b, 0x03, 0x04], message: 'this is a zip archive; unpack it and take the file of ratings that is in it' },
  { begin: [0x42, 0x5a, 0x68], message: 'this is compressed with bzip2; unpack it, or compress it with gzip' },
  { begin: [0xfd, 0x37, 0x7a, 0x58, 0x5a], message: 'this is compressed with xz; unpack it, or compress it with gzip' },
  { begin: [0x28, 0xb5, 0x2f, 0xfd], message: 'this is compressed with zstd; unpack it, or compress it with gzip' },
  { begin: [0x37, 0x7a, 0xbc, 0xaf], message: 'this is a 7z archive; unpack it and take the file of ratings that is in it' },
  { begin: [0xff, 0xfe], message: 'this is text in UTF-16; save it as UTF-8' },
  { begin: [0xfe, 0xff], message: 'this is text in UTF-16; save it as UTF-8' },
];

/** The text of a file in pieces: a gzipped one is unpacked, which is seen from how it begins and not from its name. */
export async function* textPieces(stream: ReadableStream<Uint8Array>, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    const raw = counted(reader, onBytes);
    const head = await headOf(raw);
    if (head.length === 0) throw new RatingsError('the file is empty');
    if (head[0] === 0x1f && head[1] === 0x8b) {
      const unpacked = counted(unpack(head, raw).getReader(), () => undefined, 'the gzipped file ends too early or is damaged; load or pack it again');
      const first = await headOf(unpacked);
      if (first.length === 0) throw new RatingsError('the gzipped file is empty');
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
  if (head.subarray(0, HEAD_BYTES).includes(0)) throw new RatingsError('this is a binary file; it should be text, with one rating a line');
  if (/^(\ufeff)?\s*<(!doctype|html|head|\?xml)/i.test(new TextDecoder().decode(head.subarray(0, HEAD_BYTES)))) throw new RatingsError('this is a web page and no file of ratings');
  yield* inPieces(head);
  for await (const chunk of rest) yield* inPieces(chunk);
}

function* inPieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
}

async function* counted(reader: ReadableStreamDefaultReader<Uint8Array>, onBytes: (bytes: number) => void, whatFails?: string): AsyncGenerator<Uint8Array> {
  for (;;) {
    let next: ReadableStreamReadResult<Uint8Array>;
    try {
      next = await reader.read();
    } catch (error) {
      if (error instanceof RatingsError || (error as Error).name === 'AbortError') throw error;
      throw new RatingsError(whatFails ?? `reading stopped: ${(error as Error).message}`);
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
