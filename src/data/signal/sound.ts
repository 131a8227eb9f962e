import { CodedError } from '../../messages';
import { fileMessages as say } from './messages';
import type { SignalContent } from './content';

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
  { begin: 'RF64', at: 0, name: 'an RF64 file' },
  { begin: '\x1aE\xdf\xa3', at: 0, name: 'a WebM file' },
];
/** So much of a file is looked at. */
export const SOUND_HEAD = 16;
const SAMPLE_RATE = 44_100;

/** What a sound is called that is no WAV; undefined for anything else. */
export function soundFormatOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head);
  return SOUNDS.find(({ begin, at }) => text.startsWith(begin, at))?.name;
}

/** Decodes by the means of the browser, where there are any. */
export type Decode = (bytes: ArrayBuffer) => Promise<AudioBuffer>;

const decodeByBrowser: Decode = (bytes) => new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);

/**
 * Reads a sound by the browser's own decoder, its channels mixed down to one.
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
  let sound: AudioBuffer;
  try {
    sound = await decode(bytes);
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
  if (length < 2) throw new CodedError(say('oneSample'));
  return { samples, sampleRate, reading: say('decoded', { format, rate: sampleRate }) };
}
