import { describe, expect, test } from 'vitest';
import { npy } from '../numpy/numpy.fixtures';
import { readSignal } from './read-signal';
import { readWav } from './wav';

/** A WAV file of one chunk of samples. */
function wav({
  coding = 1,
  channels = 1,
  sampleRate = 8000,
  bits = 16,
  data = new Uint8Array(),
  claim = undefined as number | undefined,
  before = new Uint8Array(),
}): ArrayBuffer {
  const bytes = new Uint8Array(44 + before.length + data.length);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) =>
    [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, coding, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint16(34, bits, true);
  bytes.set(before, 36);
  write(36 + before.length, 'data');
  view.setUint32(40 + before.length, claim ?? data.length, true);
  bytes.set(data, 44 + before.length);
  return bytes.buffer;
}

/** The same WAV file with its size in 64 bits. */
function withSize64(form: string, size: number, wave: ArrayBuffer): ArrayBuffer {
  const ds64 = new Uint8Array(8 + 28);
  const view = new DataView(ds64.buffer);
  ds64.set([0x64, 0x73, 0x36, 0x34, 28]);
  view.setBigUint64(16, BigInt(size), true);
  const bytes = new Uint8Array(wave);
  const head = [...form].map((letter) => letter.charCodeAt(0));
  return new Uint8Array([...head, 255, 255, 255, 255, ...bytes.subarray(8, 12), ...ds64, ...bytes.subarray(12)]).buffer;
}

describe('a WAV file', () => {
  test.each([
    [8, 1, new Uint8Array([0, 128, 192])],
    [16, 1, new Uint8Array(Int16Array.of(-32768, 0, 16384).buffer)],
    [24, 1, new Uint8Array([0, 0, 0x80, 0, 0, 0, 0, 0, 0x40])],
    [32, 1, new Uint8Array(Int32Array.of(-(2 ** 31), 0, 2 ** 30).buffer)],
    [32, 3, new Uint8Array(Float32Array.of(-1, 0, 0.5).buffer)],
    [64, 3, new Uint8Array(Float64Array.of(-1, 0, 0.5).buffer)],
  ])('of %i bits, coding %i, is read to full scale', (bits, coding, data) => {
    const { samples, sampleRate } = readWav(wav({ bits, coding, data, sampleRate: 44100 }));
    expect(sampleRate).toBe(44100);
    expect([...samples]).toEqual([-1, 0, 0.5]);
  });

  test.each([
    // Some of the 256 bytes, as CPython's audioop makes numbers of 16 bits of them.
    ['mu-law', 7, [0x00, 0x7f, 0x80, 0xff, 0x8f, 0x3b], [-32124, 0, 32124, 0, 16764, -2492]],
    ['A-law', 6, [0x55, 0xd5, 0x2a, 0xaa, 0x80, 0x1b], [-8, 8, -32256, 32256, 5504, -3904]],
  ])('in %s is read exactly', (_, coding, bytes, numbers) => {
    const { samples } = readWav(wav({ coding, bits: 8, data: new Uint8Array(bytes) }));
    expect([...samples]).toEqual(numbers.map((number) => number / 2 ** 15));
  });

  test.each(['RF64', 'BW64'])('called %s has its size in another chunk, and others may follow', (form) => {
    const data = new Uint8Array(Int16Array.of(16384, -16384, 8192, 0).buffer);
    const after = [0x4c, 0x49, 0x53, 0x54, 2, 0, 0, 0, 1, 2];
    const bytes = new Uint8Array(withSize64(form, data.length, wav({ claim: 0xffffffff, data })));
    const whole = new Uint8Array([...bytes, ...after]);
    const { samples, sampleRate } = readWav(whole.buffer);
    expect([[...samples], sampleRate]).toEqual([[0.5, -0.5, 0.25, 0], 8000]);
    const cut = withSize64(form, 100, wav({ claim: 0xffffffff, data }));
    expect(() => readWav(cut)).toThrow('ends early: its samples take 100 bytes, but only 8 are there');
  });

  test('may hold other chunks before its samples', () => {
    const before = new Uint8Array([76, 73, 83, 84, 3, 0, 0, 0, 1, 2, 3, 0]);
    expect(readWav(wav({ before, data: new Uint8Array([0, 64]) })).samples).toEqual(Float64Array.of(0.5));
  });

  test.each([0xffffffff, 0x7fffffff, 0])('with a placeholder of %i for its size is read to its end', (claim) => {
    const data = new Uint8Array(Int16Array.of(0, 16384, -16384, 32767, 0, 0, 0, 0).buffer);
    const { samples, sampleRate } = readWav(wav({ claim, data }));
    expect([...samples]).toEqual([0, 0.5, -0.5, 32767 / 32768, 0, 0, 0, 0]);
    expect(sampleRate).toBe(8000);
  });

  test('with no samples before another chunk has none', () => {
    expect(readWav(wav({ claim: 0, data: new Uint8Array([76, 73, 83, 84, 2, 0, 0, 0, 1, 2]) })).samples).toHaveLength(
      0,
    );
  });

  test('with two channels is mixed down', () => {
    const data = new Uint8Array(Int16Array.of(16384, 0, -16384, -16384).buffer);
    expect(readWav(wav({ channels: 2, data }))).toEqual({
      samples: Float64Array.of(0.25, -0.5),
      sampleRate: 8000,
      channels: 2,
    });
  });

  test('may have a chunk of odd size before its samples', () => {
    const before = new Uint8Array([106, 117, 110, 107, 1, 0, 0, 0, 9, 0]);
    expect([...readWav(wav({ before, data: new Uint8Array([0, 64]) })).samples]).toEqual([0.5]);
  });

  test('may lack the byte that should fill up an odd chunk', () => {
    const before = new Uint8Array([106, 117, 110, 107, 1, 0, 0, 0, 9]);
    const data = new Uint8Array([0, 64, 0, 192]);
    expect([...readWav(wav({ before, data })).samples]).toEqual([0.5, -0.5]);
    const twice = new Uint8Array([...before, ...before]);
    expect([...readWav(wav({ before: twice, data })).samples]).toEqual([0.5, -0.5]);
  });

  test.each<[string, ArrayBuffer, string]>([
    ['no channels', wav({ channels: 0, data: new Uint8Array(8) }), '0 channels'],
    [
      'a cut end',
      wav({ claim: 100, data: new Uint8Array(10) }),
      'ends early: its samples take 100 bytes, but only 10 are there',
    ],
    ['ADPCM', wav({ coding: 2, bits: 4, data: new Uint8Array(8) }), 'its samples are packed as Microsoft ADPCM'],
    ['IMA’s ADPCM', wav({ coding: 0x11, bits: 4, data: new Uint8Array(8) }), 'its samples are packed as IMA ADPCM'],
    ['a coding that nobody knows', wav({ coding: 999, bits: 4, data: new Uint8Array(8) }), 'format 999, 4 bits'],
    ['another beginning', new Uint8Array(100).buffer, 'it is not a WAV file'],
    ['nothing', new ArrayBuffer(0), 'it is not a WAV file'],
  ])('with %s is refused in words', (_, buffer, words) => {
    expect(() => readWav(buffer)).toThrow(words);
  });

  test('cut anywhere is refused or read, and nothing else is thrown', () => {
    const whole = wav({ data: new Uint8Array(20) });
    for (let length = 0; length < whole.byteLength; length++) {
      expect(() => readWav(whole.slice(0, length)), `${length} bytes`).toThrow(/^it /);
    }
  });
});

test.each([
  ['no samples', [], 'it has no samples'],
  ['one sample', [0.5], 'it has one sample; at least two are needed'],
  ['a sample that is no number', [0.5, NaN, 0], 'sample 2 of 3 is NaN, which is not a finite number'],
])('a sound and an array with %s are refused in the same words', async (_, numbers, words) => {
  const data = Float64Array.from(numbers);
  const sound = wav({ bits: 64, coding: 3, data: new Uint8Array(data.buffer) });
  for (const file of [sound, npy([data.length], data)])
    await expect(readSignal(new Blob([file]), { most: 100 })).rejects.toThrow(words);
});
