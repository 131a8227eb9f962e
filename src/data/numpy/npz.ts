import { isNpy, NumpyError, numpyMessages as say, readNpy, textIn, type NumpyArray } from './npy';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const ZIP64 = 1;
const STORED = 0;
const DEFLATED = 8;
const UNSTATED = 0xffffffff;

/** What is in the workbooks of Excel and of LibreOffice. */
const WORKBOOK = /^(xl\/|content\.xml$)/;

/** Whether a file begins as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte);
}

/** Arrays by their names, and why others beside them cannot be read. */
export interface Archive {
  arrays: Map<string, NumpyArray>;
  refused: Map<string, NumpyError>;
  /** What lone texts say beside them: how SciPy has laid out a sparse matrix. */
  texts: Map<string, string>;
}

/**
 * Reads the arrays of a `.npz` file by their names.
 *
 * @throws {NumpyError} if there are none, or none of them can be read
 */
export async function readNpz(bytes: Uint8Array<ArrayBuffer>): Promise<Archive> {
  const arrays = new Map<string, NumpyArray>();
  const refused = new Map<string, NumpyError>();
  const texts = new Map<string, string>();
  const entries = entriesOf(bytes);
  if (entries.some(({ name }) => WORKBOOK.test(name))) throw new NumpyError(say('spreadsheet'));
  for (const { name, method, at, size } of entries) {
    if (!name.endsWith('.npy')) continue;
    const packed = bytes.subarray(at, at + size);
    const unpacked = method === STORED ? packed : method === DEFLATED ? await inflated(packed) : undefined;
    if (!unpacked || !isNpy(unpacked)) throw new NumpyError(say('zip'));
    const key = name.slice(0, -'.npy'.length);
    try {
      arrays.set(key, readNpy(unpacked));
    } catch (error) {
      if (!(error instanceof NumpyError)) throw error;
      // Others of its arrays may be numbers.
      refused.set(key, error);
      const text = textIn(unpacked);
      if (text !== undefined) texts.set(key, text);
    }
  }
  if (arrays.size === 0) throw [...refused.values()][0] ?? new NumpyError(say('noArrays'));
  return { arrays, refused, texts };
}

interface Entry {
  name: string;
  method: number;
  at: number;
  size: number;
}

/** The files of the archive, from the directory at its end. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let end = bytes.length - 22;
    while (view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    return Array.from({ length: count }, () => {
      if (view.getUint32(at, true) !== ENTRY) throw new RangeError();
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const entry = {
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
      };
      const local = view.getUint32(at + 42, true);
      if (entry.size === UNSTATED) entry.size = longSizeAt(view, at + 46 + nameLength, view.getUint32(at + 24, true));
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
      const body = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      return { ...entry, at: body };
    });
  } catch {
    throw new NumpyError(say('zip'));
  }
}

/** The packed size in an entry's extra field, where it does not fit 32 bits. */
function longSizeAt(view: DataView, extra: number, unpacked: number): number {
  if (view.getUint16(extra, true) !== ZIP64) throw new RangeError();
  return Number(view.getBigUint64(extra + 4 + (unpacked === UNSTATED ? 8 : 0), true));
}

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new NumpyError(say('zip'));
  }
}
