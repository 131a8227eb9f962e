import { CodedError } from '../../messages';
import { fileMessages as say } from './messages';

/** A sound: one channel, full scale at -1 and 1. */
export interface Sound {
  samples: Float64Array;
  /** Samples per second. */
  sampleRate: number;
  /** How many channels were mixed down. */
  channels: number;
}

/** Sizes that programs write which do not know how long a sound will be: it goes on to the end of the file. */
const PLACEHOLDERS = [0, 0x7fffffff, 0xffffffff];

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

interface Format {
  coding: number;
  channels: number;
  sampleRate: number;
  bits: number;
}

/** Whether a file begins as a WAV file does. */
export function isWav(buffer: ArrayBuffer): boolean {
  return (
    buffer.byteLength >= 12 && nameAt(new DataView(buffer), 0) === 'RIFF' && nameAt(new DataView(buffer), 8) === 'WAVE'
  );
}

/**
 * Reads a WAV file, its channels mixed down to one: whole numbers of 8, 16, 24 or 32 bits, or floating-point ones of 32 or 64.
 *
 * @param most more samples than this are refused
 * @throws {CodedError} for anything else
 */
export function readWav(buffer: ArrayBuffer, most = Infinity): Sound {
  if (!isWav(buffer)) throw new CodedError(say('notWAV'));
  const view = new DataView(buffer);
  let format: Format | undefined;
  for (let at = 12; at + 8 <= buffer.byteLength;) {
    const body = at + 8;
    const rest = buffer.byteLength - body;
    const stated = view.getUint32(at + 4, true);
    const isOpen = PLACEHOLDERS.includes(stated) && !(stated === 0 && isChunk(view, body));
    const size = nameAt(view, at) === 'data' && isOpen ? rest : stated;
    if (nameAt(view, at) === 'fmt ' && size >= 16 && body + size <= buffer.byteLength)
      format = formatAt(view, body, size);
    if (nameAt(view, at) === 'data') {
      if (!format) throw new CodedError(say('noFormat'));
      if (body + size > buffer.byteLength)
        throw new CodedError(say('endsEarly', { size, found: buffer.byteLength - body }));
      const samples = samplesOf(new DataView(buffer, body, size), format, most);
      return { samples, sampleRate: format.sampleRate, channels: format.channels };
    }
    // Chunks begin at even bytes.
    at = body + size + (size % 2);
  }
  throw new CodedError(say('noSamples'));
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** Whether another chunk begins there, and ends before the file does. */
function isChunk(view: DataView, at: number): boolean {
  const { byteLength } = view;
  if (at + 8 > byteLength) return false;
  return /^[a-zA-Z]{3}[a-zA-Z ]$/.test(nameAt(view, at)) && at + 8 + view.getUint32(at + 4, true) <= byteLength;
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
  const read = readers[`${coding === FLOAT ? 'float' : coding === PCM ? 'whole' : coding} ${bits}`];
  if (!read) throw new CodedError(say('coding', { coding: String(coding), bits }));
  const width = bits / 8;
  const length = Math.floor(view.byteLength / (width * channels));
  if (length > most) throw new CodedError(say('longWAV', { length, most }));
  const samples = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += read(view, (i * channels + channel) * width);
    samples[i] = sum / channels;
  }
  if (samples.length === 0) throw new CodedError(say('noSamples'));
  const bad = samples.findIndex((sample) => !Number.isFinite(sample));
  if (bad >= 0) throw new CodedError(say('sampleIs', { place: bad, value: String(samples[bad]) }));
  return samples;
}

/** By coding and bits: one sample, full scale at -1 and 1. */
const readers: Record<string, (view: DataView, at: number) => number> = {
  // Eight bits alone are written without a sign.
  'whole 8': (view, at) => (view.getUint8(at) - 128) / 128,
  'whole 16': (view, at) => view.getInt16(at, true) / 2 ** 15,
  'whole 24': (view, at) => (view.getUint16(at, true) + 2 ** 16 * view.getInt8(at + 2)) / 2 ** 23,
  'whole 32': (view, at) => view.getInt32(at, true) / 2 ** 31,
  'float 32': (view, at) => view.getFloat32(at, true),
  'float 64': (view, at) => view.getFloat64(at, true),
};
