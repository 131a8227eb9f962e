import { joined } from './joined';

/** What is looked at around a place where a gzip member may begin: the trailer before it and the fixed header after it. */
const TRAILER = 8;
const HEADER = 10;
/** How far the unpacked bytes may lag behind what has been put in. */
const LAG = 2 ** 26;
/** More zeros at the end than a trailer has. */
const PADDING = 5;
const LENGTH_MODULUS = 2 ** 32;

/** How much has been unpacked of a member, and what it ended with before padding. */
interface Member {
  unpacked: number;
  tail: Uint8Array;
}

/** Unpacks gzip: also several members one after the other, and with padding of zeros behind them, as `gunzip` does. */
export async function* gunzip(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const member: Member = { unpacked: 0, tail: new Uint8Array(0) };
  const pieces = membersOf(chunks, member);
  let isLast = false;
  while (!isLast) {
    Object.assign(member, { unpacked: 0, tail: new Uint8Array(0) });
    const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        isLast = Boolean(done);
        if (done || value === END) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      },
    });
    const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        member.unpacked += value.length;
        yield value;
      }
    } catch (error) {
      // The browser's decoder takes padding for damage.
      if (!isWhole(member)) throw error;
      return;
    }
  }
}

/** Between two members. */
const END = undefined;

/** The bytes of the members, with `END` between two of them, and of padding no more than a trailer may end with. */
async function* membersOf(chunks: AsyncGenerator<Uint8Array>, member: Member): AsyncGenerator<Uint8Array | typeof END> {
  let held = new Uint8Array(0);
  let zeros = 0;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    let data = joined(held, joined(new Uint8Array(zeros), chunk));
    zeros = 0;
    while (zeros < data.length && data[data.length - 1 - zeros] === 0) zeros++;
    data = data.subarray(0, data.length - zeros);
    let from = 0;
    for (let at = data.indexOf(0x1f, TRAILER); at >= 0 && at + HEADER <= data.length; at = data.indexOf(0x1f, at + 1)) {
      if (!beginsMember(data, at, member.unpacked)) continue;
      yield data.subarray(from, at);
      yield END;
      from = at;
    }
    // What follows may show that a member begins at the end of this chunk.
    const keep = Math.min(data.length - from, TRAILER + HEADER);
    yield data.subarray(from, data.length - keep);
    held = data.slice(data.length - keep);
  }
  if (zeros >= PADDING) member.tail = held;
  yield held;
  for (let i = 0; i < Math.min(zeros, TRAILER + 1); i++) yield Uint8Array.of(0);
}

function beginsMember(data: Uint8Array, at: number, unpacked: number): boolean {
  const [, magic, method, flags, , , , , extra, system] = data.subarray(at, at + HEADER);
  if (magic !== 0x8b || method !== 8 || flags > 31 || ![0, 2, 4].includes(extra) || (system > 13 && system !== 255))
    return false;
  const ahead = lengthBefore(data, at) - (unpacked % LENGTH_MODULUS);
  return ahead >= 0 && ahead <= LAG;
}

/** Whether a member ended as it should, with zeros behind it. */
function isWhole({ unpacked, tail }: Member): boolean {
  if (tail.length === 0) return false;
  const padded = joined(tail, new Uint8Array(4));
  return [0, 1, 2, 3, 4].some(
    (more) => tail.length + more >= 4 && lengthBefore(padded, tail.length + more) === unpacked % LENGTH_MODULUS,
  );
}

function lengthBefore(data: Uint8Array, at: number): number {
  return new DataView(data.buffer, data.byteOffset).getUint32(at - 4, true);
}
