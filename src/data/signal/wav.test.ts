import { describe, expect, test } from 'vitest';
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

  test.each<[string, ArrayBuffer, string]>([
    ['no channels', wav({ channels: 0, data: new Uint8Array(8) }), '0 channels'],
    [
      'no samples before another chunk',
      wav({ claim: 0, data: new Uint8Array([76, 73, 83, 84, 2, 0, 0, 0, 1, 2]) }),
      'no samples',
    ],
    ['no samples', wav({}), 'no samples'],
    [
      'a cut end',
      wav({ claim: 100, data: new Uint8Array(10) }),
      'ends early: its samples take 100 bytes, but only 10 are there',
    ],
    [
      'a sample that is no number',
      wav({ bits: 32, coding: 3, data: new Uint8Array(Float32Array.of(0, NaN).buffer) }),
      'sample 1 is NaN',
    ],
    ['another coding', wav({ coding: 2, bits: 4, data: new Uint8Array(8) }), 'format 2, 4 bits'],
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
