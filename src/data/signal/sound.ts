import { CodedError, type Message } from '../../messages';
import type { SignalContent } from './content';
import { fileMessages as say } from './messages';
import { checkSamples } from './samples';
import { statedRate } from './sound-rate';

/** How sounds begin that a browser may be able to decode: their bytes, from where, and what they are called. */
const SOUNDS: { begin: string; at: number; name: string }[] = [
  { begin: 'ID3', at: 0, name: 'an MP3' },
  { begin: '\xff\xfb', at: 0, name: 'an MP3' },
  { begin: '\xff\xf3', at: 0, name: 'an MP3' },
  { begin: '\xff\xf2', at: 0, name: 'an MP3' },
  { begin: '\xff\xf1', at: 0, name: 'an AAC file' },
  { begin: 'fLaC', at: 0, name: 'a FLAC file' },
  { begin: 'OggS', at: 0, name: 'an Ogg file' },
  { begin: 'ftyp', at: 4, name: 'an MP4 file' },
  { begin: 'AIF', at: 8, name: 'an AIFF file' },
  { begin: 'caff', at: 0, name: 'a CAF file' },
  { begin: '\x1aE\xdf\xa3', at: 0, name: 'a WebM file' },
  { begin: '.snd', at: 0, name: 'an AU file' },
  { begin: 'RIFX', at: 0, name: 'an RIFX file' },
  { begin: 'riff\x2e\x91\xcf\x11', at: 0, name: 'a W64 file' },
];
/** So much of a file is looked at. */
export const SOUND_HEAD = 16;
const SAMPLE_RATE = 44_100;

/** What a sound is called that is no WAV; undefined for anything else. */
export function soundFormatOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head);
  return SOUNDS.find(({ begin, at }) => text.startsWith(begin, at))?.name;
}

/** Decodes by the means of the browser, where there are any, at a rate. */
export type Decode = (bytes: ArrayBuffer, rate: number) => Promise<AudioBuffer>;

const decodeByBrowser: Decode = async (bytes, rate) => new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes);

/**
 * Reads a sound by the browser's own decoder, at its own rate where that is known, its channels mixed down to one.
 *
 * @throws {CodedError} naming the format, where the browser cannot
 */
export async function decodeSound(
  file: Blob,
  format: string,
  most: number,
  decode = decodeByBrowser,
): Promise<SignalContent> {
  const bytes = await file.arrayBuffer();
  const stated = statedRate(new Uint8Array(bytes));
  let sound: AudioBuffer;
  try {
    // A browser may refuse rates; and decoding takes the bytes away.
    const atOwnRate = stated ? decode(bytes.slice(0), stated).catch(() => undefined) : undefined;
    sound = (await atOwnRate) ?? (await decode(bytes, SAMPLE_RATE));
  } catch {
    throw new CodedError(say('notDecoded', { format }));
  }
  const { length, numberOfChannels, sampleRate } = sound;
  if (length > most) throw new CodedError(say('longWAV', { length, most }));
  const samples = new Float64Array(length);
  for (let channel = 0; channel < numberOfChannels; channel++) {
    const data = sound.getChannelData(channel);
    for (let i = 0; i < length; i++) samples[i] += data[i] / numberOfChannels;
  }
  checkSamples(samples);
  return { samples, sampleRate, reading: readingOf(format, stated, sampleRate) };
}

/** Says whether the samples are the file's, as far as that is known. */
function readingOf(format: string, stated: number | undefined, rate: number): Message {
  if (stated === undefined) return say('decodedAt', { format, rate });
  return stated === rate ? say('decoded', { format, rate }) : say('resampled', { format, stated, rate });
}
