import { expect, test } from 'vitest';
import { decodeSound, soundFormatOf } from './sound';

test.each([
  ['ID3\x04', 'an MP3'],
  ['\xff\xfb\x90\x44', 'an MP3'],
  ['fLaC\0', 'a FLAC file'],
  ['OggS\0', 'an Ogg file'],
  ['\0\0\0\x20ftypM4A ', 'an MP4 file'],
  ['FORM\0\0\0\0AIFF', 'an AIFF file'],
  ['1,2\n', undefined],
  ['RIFF\0\0\0\0WAVE', undefined],
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

test('a sound that the browser cannot decode is named', async () => {
  const decode = () => Promise.reject(new Error('no codec'));
  await expect(decodeSound(new Blob(['x']), 'an MP3', 10, decode)).rejects.toThrow(
    'it is an MP3, which this browser cannot decode; save it as WAV',
  );
});
