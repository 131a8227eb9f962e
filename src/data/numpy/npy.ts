import { CodedError, defineMessages, type Message } from '../../messages';

export const numpyMessages = /* @__PURE__ */ defineMessages('numpy', {
  endsEarly: 'the NumPy file ends early',
  version: 'the NumPy file has version {version}; versions 1 to 3 can be read',
  type: 'the NumPy array holds {type}; only real numbers can be read',
  holds: 'the NumPy array holds {what} ({type}); only real numbers can be read',
  text: 'text',
  complex: 'complex numbers',
  objects: 'objects of Python',
  dates: 'dates',
  durations: 'durations',
  records: 'records',
  longDoubles:
    'the NumPy array holds long doubles ({type}), which are other bytes on other machines; save it as a.astype(float)',
  fields:
    'the NumPy array has the fields {names}, but arrays of plain numbers are needed; save one field by itself, as a[{first}]',
  complexShape: 'the NumPy array has the shape {shape}; only a vector or a matrix can be read',
  zip: 'the zip archive is damaged, or packed in a way that cannot be read',
  noArrays: 'this is a zip archive without arrays of NumPy; unpack it and take the file that is in it',
  spreadsheet: 'this is a workbook of a spreadsheet program; save its sheet as CSV and take that file',
  unsafe: 'the NumPy array has {value}, which float64 cannot hold',
});
const say = numpyMessages;

/** An array as NumPy writes it, its numbers row by row. */
export interface NumpyArray {
  shape: number[];
  data: Float64Array;
  /** Its type, as `<f8`. */
  type: string;
  /** Whose format it is. */
  writer: string;
  /** What its format calls the first row and the first column; 0, where nothing is said. */
  first?: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

export class NumpyError extends CodedError {
  override readonly name = 'NumpyError';
  constructor(message: Message) {
    super(message);
  }
}

/** Whether a file begins as a `.npy` file does. */
export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** By kind and size: one number, and whether it is in the little-endian order. */
const READERS: Record<string, (view: DataView, at: number, isLittle: boolean) => number> = {
  b1: (view, at) => view.getUint8(at),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, isLittle) => view.getInt16(at, isLittle),
  i4: (view, at, isLittle) => view.getInt32(at, isLittle),
  i8: (view, at, isLittle) => exact(view.getBigInt64(at, isLittle)),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, isLittle) => view.getUint16(at, isLittle),
  u4: (view, at, isLittle) => view.getUint32(at, isLittle),
  u8: (view, at, isLittle) => exact(view.getBigUint64(at, isLittle)),
  f2: (view, at, isLittle) => half(view.getUint16(at, isLittle)),
  f4: (view, at, isLittle) => view.getFloat32(at, isLittle),
  f8: (view, at, isLittle) => view.getFloat64(at, isLittle),
};

/**
 * Reads a `.npy` file: versions 1 to 3, either order of bytes and of rows, integers, bool, float16 to float64.
 *
 * @throws {NumpyError} for anything else
 */
export function readNpy(bytes: Uint8Array): NumpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { body, type, isFortran, shape } = headOf(bytes, view);
  const [, order, kind] = /^([<>|=]?)(.+)$/.exec(type) ?? [];
  const read = READERS[kind];
  if (!read) throw new NumpyError(refusalOf(kind, type));
  const size = Number(kind.slice(1));
  const length = shape.reduce((a, b) => a * b, 1);
  if (body + length * size > bytes.length) throw new NumpyError(say('endsEarly'));
  const data = new Float64Array(length);
  for (let i = 0; i < length; i++) data[i] = read(view, body + i * size, order !== '>');
  return { shape, type, data: isFortran ? byRows(data, shape) : data, writer: 'NumPy' };
}

/** The text that a `.npy` file holds, if it is a lone one of bytes, as NumPy makes of Python's `b'csr'`. */
export function textIn(bytes: Uint8Array): string | undefined {
  const { body, type, shape } = headOf(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const length = /^\|S(\d+)$/.exec(type)?.[1];
  if (length === undefined || shape.length > 0) return undefined;
  return new TextDecoder().decode(bytes.subarray(body, body + Number(length))).replace(/\0+$/, '');
}

/** What a `.npy` file says of its array, and where that begins. */
function headOf(bytes: Uint8Array, view: DataView) {
  if (bytes.length < 12) throw new NumpyError(say('endsEarly'));
  const version = bytes[6];
  if (version < 1 || version > 3) throw new NumpyError(say('version', { version: String(version) }));
  const from = version === 1 ? 10 : 12;
  const body = from + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (body > bytes.length) throw new NumpyError(say('endsEarly'));
  return { body, ...headerOf(new TextDecoder().decode(bytes.subarray(from, body))) };
}

/** What other types hold, by the letter that they begin with. */
const OTHERS = { S: 'text', U: 'text', c: 'complex', O: 'objects', M: 'dates', m: 'durations', V: 'records' } as const;

function refusalOf(kind: string, type: string): Message {
  if (/^f\d+$/.test(kind)) return say('longDoubles', { type });
  const what = OTHERS[kind[0] as keyof typeof OTHERS] as (typeof OTHERS)[keyof typeof OTHERS] | undefined;
  return what ? say('holds', { what: say(what), type }) : say('type', { type });
}

function headerOf(text: string): { type: string; isFortran: boolean; shape: number[] } {
  const fields = /'descr':\s*\[(.*?)\]\s*,\s*'fortran_order'/s.exec(text)?.[1];
  if (fields !== undefined) {
    const names = [...fields.matchAll(/\(\s*'([^']*)'\s*,/g)].map(([, name]) => name);
    throw new NumpyError(say('fields', { names: names.join(', '), first: `"${names[0] ?? ''}"` }));
  }
  const type = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const isFortran = /'fortran_order':\s*True/.test(text);
  const shape = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  if (type === undefined || shape === undefined)
    throw new NumpyError(say('type', { type: /'descr':\s*([^}]{0,40})/.exec(text)?.[1] ?? '?' }));
  return { type, isFortran, shape: (shape.match(/\d+/g) ?? []).map(Number) };
}

/** What is written column by column, row by row. */
export function byRows(data: Float64Array, shape: number[]): Float64Array {
  const rows = new Float64Array(data.length);
  const index = shape.map(() => 0);
  for (let i = 0; i < data.length; i++) {
    let at = 0;
    for (let axis = 0; axis < shape.length; axis++) at = at * shape[axis] + index[axis];
    rows[at] = data[i];
    for (let axis = 0; axis < shape.length && ++index[axis] === shape[axis]; axis++) index[axis] = 0;
  }
  return rows;
}

function exact(value: bigint): number {
  if (BigInt(Number(value)) !== value) throw new NumpyError(say('unsafe', { value: String(value) }));
  return Number(value);
}

/** A number of 16 bits: a sign, 5 bits of exponent, 10 of fraction. */
function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const size =
    exponent === 31
      ? fraction
        ? NaN
        : Infinity
      : exponent === 0
        ? fraction * 2 ** -24
        : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}
