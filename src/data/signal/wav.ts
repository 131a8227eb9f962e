import { CodedError } from '../../messages';
import { codings, codingName, type ReadSample } from './codings';
import { fileMessages as say } from './messages';

/** A sound: one channel, full scale at -1 and 1. */
export interface Sound {
  samples: Float64Array;
  /** Samples per second. */
  sampleRate: number;
  /** How many channels were mixed down. */
  channels: number;
}

/** What a WAV file may be called in its first four bytes; the longer ones may have more bytes than 32 bits can count. */
const FORMS = ['RIFF', 'RF64', 'BW64'];
/** Sizes that programs write which do not know how long a sound will be: it goes on to the end of the file. */
const PLACEHOLDERS = [0, 0x7fffffff, 0xffffffff];
/** Stands for a size of 64 bits, which the chunk `ds64` has. */
const IN_DS64 = 0xffffffff;

const EXTENSIBLE = 0xfffe;

interface Format {
  coding: number;
  channels: number;
  sampleRate: number;
  bits: number;
}

/** Whether a file begins as a WAV file does. */
export function isWav(buffer: ArrayBuffer): boolean {
  if (buffer.byteLength < 12) return false;
  const view = new DataView(buffer);
  return FORMS.includes(nameAt(view, 0)) && nameAt(view, 8) === 'WAVE';
}

/**
 * Reads a WAV file, its channels mixed down to one: whole numbers of 8, 16, 24 or 32 bits, floating-point ones of 32 or 64,
 * mu-law and A-law.
 *
 * @param most more samples than this are refused
 * @throws {CodedError} for anything else
 */
export function readWav(buffer: ArrayBuffer, most = Infinity): Sound {
  if (!isWav(buffer)) throw new CodedError(say('notWAV'));
  const view = new DataView(buffer);
  let format: Format | undefined;
  let longSize: number | undefined;
  for (let at = 12; at + 8 <= buffer.byteLength;) {
    const name = nameAt(view, at);
    const body = at + 8;
    const rest = buffer.byteLength - body;
    const stated = view.getUint32(at + 4, true);
    const isWhole = stated <= rest;
    if (name === 'ds64' && stated >= 16 && isWhole) longSize = Number(view.getBigUint64(body + 8, true));
    if (name === 'fmt ' && stated >= 16 && isWhole) format = formatAt(view, body, stated);
    if (name === 'data') {
      if (!format) throw new CodedError(say('noFormat'));
      const size = dataSize(view, body, stated, longSize);
      if (size > rest) throw new CodedError(say('endsEarly', { size, found: rest }));
      const samples = samplesOf(new DataView(buffer, body, size), format, most);
      return { samples, sampleRate: format.sampleRate, channels: format.channels };
    }
    at = afterChunk(view, body + stated);
  }
  throw new CodedError(say('noSamples'));
}

function dataSize(view: DataView, body: number, stated: number, longSize: number | undefined): number {
  if (stated === IN_DS64 && longSize) return longSize;
  const isOpen = PLACEHOLDERS.includes(stated) && !(stated === 0 && isChunk(view, body));
  return isOpen ? view.byteLength - body : stated;
}

/** Chunks begin at even bytes; but some programs leave out the one that should fill up an odd chunk. */
function afterChunk(view: DataView, end: number): number {
  return end % 2 === 1 && !(isChunk(view, end) && !isChunk(view, end + 1)) ? end + 1 : end;
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** Whether another chunk begins there, and ends before the file does. */
function isChunk(view: DataView, at: number): boolean {
  const { byteLength } = view;
  if (at + 8 > byteLength) return false;
  const size = view.getUint32(at + 4, true);
  const isOpen = nameAt(view, at) === 'data' && PLACEHOLDERS.includes(size);
  return /^[a-zA-Z]{3}[a-zA-Z ]$/.test(nameAt(view, at)) && (isOpen || at + 8 + size <= byteLength);
}

function formatAt(view: DataView, at: number, size: number): Format {
  const coding = view.getUint16(at, true);
  return {
    coding: coding === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : coding,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  };
}

function samplesOf(view: DataView, { coding, channels, sampleRate, bits }: Format, most: number): Float64Array {
  if (channels < 1) throw new CodedError(say('channels', { channels }));
  if (sampleRate < 1) throw new CodedError(say('noRate'));
  const read = codings[coding]?.[bits] as ReadSample | undefined;
  if (!read) {
    const name = codingName(coding);
    throw new CodedError(name ? say('codingNamed', { name }) : say('coding', { coding: String(coding), bits }));
  }
  const width = bits / 8;
  const length = Math.floor(view.byteLength / (width * channels));
  if (length > most) throw new CodedError(say('longWAV', { length, most }));
  const samples = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += read(view, (i * channels + channel) * width);
    samples[i] = sum / channels;
  }
  return samples;
}
