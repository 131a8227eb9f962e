import type { Message } from '../../messages';
import { gunzip } from './gunzip';
import { joined } from './joined';
import { tableMessages as say } from './messages';
import { TableError } from './table-error';

/** So much of a file is looked at to see what it is. */
const HEAD_BYTES = 512;
/** No file says in more what it is. */
const MARK_BYTES = 32;
/** Larger pieces are handed on in parts, each of which is parsed in a few milliseconds. */
const PIECE_BYTES = 2 ** 18;

const named = (name: Message) => say('binaryNamed', { name });

/** How other files than text begin, and what to do with them. */
const KINDS: { begin: string; message: Message }[] = [
  { begin: 'BZh', message: say('bzip2') },
  { begin: '\xfd7zXZ', message: say('xz') },
  { begin: '\x28\xb5\x2f\xfd', message: say('zstd') },
  { begin: '7z\xbc\xaf', message: say('sevenZip') },
  { begin: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', message: named(say('xls')) },
  { begin: 'MATLAB 5.0 MAT-file', message: named(say('mat')) },
  { begin: 'MATLAB 7.3 MAT-file', message: named(say('mat')) },
  { begin: '\x89HDF\r\n\x1a\n', message: named(say('hdf5')) },
  { begin: 'CDF\x01', message: named(say('netCDF')) },
  { begin: 'CDF\x02', message: named(say('netCDF')) },
  { begin: 'PAR1\x15', message: named(say('parquet')) },
  { begin: 'ARROW1\0', message: named(say('arrow')) },
  { begin: 'SQLite format 3\0', message: named(say('sqlite')) },
  { begin: 'RDX2\n', message: named(say('rData')) },
  { begin: 'RDX3\n', message: named(say('rData')) },
  { begin: '\x80\x04\x95', message: named(say('pickle')) },
  { begin: '\x80\x05\x95', message: named(say('pickle')) },
  { begin: '%PDF-', message: named(say('pdf')) },
  { begin: '\x89PNG', message: named(say('picture')) },
  { begin: 'GIF8', message: named(say('picture')) },
  { begin: '\xff\xd8\xff', message: named(say('picture')) },
];

/** Marks of texts with two bytes to a letter. */
const WIDE = [
  { begin: '\xff\xfe', encoding: 'utf-16le' },
  { begin: '\xfe\xff', encoding: 'utf-16be' },
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
    if (head.length === 0) throw new TableError(say('emptyFile'));
    if (head[0] === 0x1f && head[1] === 0x8b) {
      const unpacked = guarded(gunzip(withHead(head, raw)), say('damagedGzip'));
      const first = await headOf(unpacked);
      if (first.length === 0) throw new TableError(say('emptyGzip'));
      yield* readable(first, unpacked);
    } else yield* readable(head, raw);
  } finally {
    // A reader that stops in the middle reads no further; what cannot be cancelled has ended.
    await reader.cancel().catch(() => undefined);
  }
}

async function* readable(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const beginning = String.fromCharCode(...head.subarray(0, MARK_BYTES));
  const begins = ({ begin }: { begin: string }) => beginning.startsWith(begin);
  const kind = KINDS.find(begins);
  if (kind) throw new TableError(kind.message);
  const wide = WIDE.find(begins)?.encoding ?? unmarkedEncoding(head.subarray(0, HEAD_BYTES));
  if (wide) {
    yield* narrowed(withHead(head, rest), wide);
    return;
  }
  if (head.subarray(0, HEAD_BYTES).includes(0)) throw new TableError(say('binary'));
  const text = new TextDecoder().decode(head.subarray(0, HEAD_BYTES));
  if (/^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head)/i.test(text)) throw new TableError(say('webPage'));
  if (/^\s*<(\?xml|!doctype)/i.test(text)) throw new TableError(say('markup', { kind: say('xml') }));
  yield* inPieces(head);
  for await (const chunk of rest) yield* inPieces(chunk);
}

/** Texts with two bytes to a letter and no mark: every second byte is 0, as good as. */
function unmarkedEncoding(head: Uint8Array): string | undefined {
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const [encoding, count] = zeros[0] > 0 ? ['utf-16be', zeros[0]] : ['utf-16le', zeros[1]];
  if (Math.min(...zeros) > 0 || 4 * count < head.length) return undefined;
  const isText = !/[^\P{C}\t\r\n]/u.test(new TextDecoder(encoding).decode(head.subarray(0, head.length & ~1)));
  return isText ? encoding : undefined;
}

function* inPieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
}

/** UTF-16 as UTF-8. */
async function* narrowed(chunks: AsyncGenerator<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks)
    for (const piece of inPieces(chunk)) yield encoder.encode(decoder.decode(piece, { stream: true }));
  yield encoder.encode(decoder.decode());
}

async function* withHead(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

async function* counted(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    let next: ReadableStreamReadResult<Uint8Array>;
    try {
      next = await reader.read();
    } catch (error) {
      if (error instanceof TableError || (error as Error).name === 'AbortError') throw error;
      throw new TableError(say('readingStopped', { reason: (error as Error).message }));
    }
    if (next.done) return;
    onBytes(next.value.length);
    yield next.value;
  }
}

/** Says what fails, unless that has been said already. */
async function* guarded(chunks: AsyncGenerator<Uint8Array>, whatFails: Message): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (error instanceof TableError || (error as Error).name === 'AbortError') throw error;
    throw new TableError(whatFails);
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
