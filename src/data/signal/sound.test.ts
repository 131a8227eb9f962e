import { expect, test } from 'vitest';
import { inEnglish } from '../../messages';
import { decodeSound, soundFormatOf } from './sound';

test.each([
  ['ID3\x04', 'an MP3'],
  ['\xff\xfb\x90\x44', 'an MP3'],
  ['fLaC\0', 'a FLAC file'],
  ['OggS\0', 'an Ogg file'],
  ['\0\0\0\x20ftypM4A ', 'an MP4 file'],
  ['FORM\0\0\0\0AIFF', 'an AIFF file'],
  ['.snd\0\0\0\x18', 'an AU file'],
  ['RIFX\0\0\0\0WAVE', 'an RIFX file'],
  ['riff\x2e\x91\xcf\x11\xa5\xd6', 'a W64 file'],
  ['1,2\n', undefined],
  ['RIFF\0\0\0\0WAVE', undefined],
  ['RF64\xff\xff\xff\xffWAVE', undefined],
])('%j is known as %s', (head, name) => {
  expect(soundFormatOf(Uint8Array.from(head, (letter) => letter.charCodeAt(0)))).toBe(name);
});

test('a decoded sound is mixed down, and says by whom', async () => {
  const channels = [Float32Array.of(1, 0, 0.5), Float32Array.of(0, 0, -0.5)];
  const sound = { length: 3, numberOfChannels: 2, sampleRate: 44100, getChannelData: (i: number) => channels[i] };
  const decode = () => Promise.resolve(sound as unknown as AudioBuffer);
  const { samples, sampleRate } = await decodeSound(new Blob(['x']), 'an MP3', 10, decode);
  expect([[...samples], sampleRate]).toEqual([[0.5, 0, 0], 44100]);
  await expect(decodeSound(new Blob(['x']), 'an MP3', 2, decode)).rejects.toThrow('it has 3 samples; the limit is 2');
});

/** STREAMINFO, the header of an Ogg stream, and of a frame of MP3 behind a tag. */
const HEADS: [string, string, number | undefined][] = [
  ['FLAC', `fLaC\0\0\0\x22${'\0'.repeat(10)}\x01\xf4\x00\x70`, 8000],
  ['FLAC', `fLaC\0\0\0\x22${'\0'.repeat(10)}\x0b\xb8\x00\x70`, 48_000],
  ['Vorbis', `OggS${'\0'.repeat(24)}\x01vorbis\0\0\0\0\x01\x22\x56\0\0`, 22_050],
  ['Opus', `OggS${'\0'.repeat(24)}OpusHead\x01\x01\0\0\x40\x1f\0\0`, 48_000],
  ['MP3', '\xff\xfb\x90\x44', 44_100],
  ['MP3 of version 2', '\xff\xf3\x98\x44', 16_000],
  ['MP3 behind a tag', `ID3\x04\0\0\0\0\0\x04....\xff\xfb\x94\x44`, 48_000],
  ['AAC', '\xff\xf1\x50\x80', undefined],
  ['MP4', '\0\0\0\x20ftypM4A ', undefined],
  ['FLAC that ends in its header', 'fLaC\0', undefined],
];

test.each(HEADS)('%s is decoded at the rate that its header states', async (_, head, stated) => {
  const rates: number[] = [];
  const decode = (_bytes: ArrayBuffer, sampleRate: number) => {
    rates.push(sampleRate);
    const sound = { length: 2, numberOfChannels: 1, sampleRate, getChannelData: () => Float32Array.of(0, 1) };
    return Promise.resolve(sound as unknown as AudioBuffer);
  };
  const file = new Blob([Uint8Array.from(head, (letter) => letter.charCodeAt(0))]);
  const { sampleRate, reading } = await decodeSound(file, 'it', 10, decode);
  expect([rates, sampleRate]).toEqual([[stated ?? 44_100], stated ?? 44_100]);
  expect(inEnglish(reading!).replaceAll('\u202f', '')).toBe(
    stated
      ? `it, decoded by the browser; ${stated} samples a second`
      : 'it, decoded by the browser at 44100 samples a second, whatever rate the file has',
  );
});

test('a sound whose rate the browser refuses is resampled, and both rates are said', async () => {
  const sound = { length: 2, numberOfChannels: 1, sampleRate: 44_100, getChannelData: () => Float32Array.of(0, 1) };
  const decode = (_: ArrayBuffer, rate: number) =>
    rate === 44_100 ? Promise.resolve(sound as unknown as AudioBuffer) : Promise.reject(new Error('rate'));
  const bytes = Uint8Array.from(HEADS[0][1], (letter) => letter.charCodeAt(0));
  const { reading } = await decodeSound(new Blob([bytes]), 'it', 10, decode);
  expect(inEnglish(reading!).replaceAll('\u202f', '')).toBe(
    'it, decoded by the browser, which resampled it from 8000 to 44100 samples a second',
  );
});

test('a sound that the browser cannot decode is named', async () => {
  const decode = () => Promise.reject(new Error('no codec'));
  await expect(decodeSound(new Blob(['x']), 'an MP3', 10, decode)).rejects.toThrow(
    'it is an MP3, which this browser cannot decode; save it as WAV',
  );
});
