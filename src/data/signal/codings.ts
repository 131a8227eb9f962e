/** One sample, full scale at -1 and 1. */
export type ReadSample = (view: DataView, at: number) => number;

/** How WAV files write samples: by the number of the coding and the bits of a sample. */
export const codings: Readonly<Record<number, Readonly<Record<number, ReadSample>>>> = {
  // Whole numbers; those of eight bits alone are written without a sign.
  1: {
    8: (view, at) => (view.getUint8(at) - 128) / 128,
    16: (view, at) => view.getInt16(at, true) / 2 ** 15,
    24: (view, at) => (view.getUint16(at, true) + 2 ** 16 * view.getInt8(at + 2)) / 2 ** 23,
    32: (view, at) => view.getInt32(at, true) / 2 ** 31,
  },
  3: {
    32: (view, at) => view.getFloat32(at, true),
    64: (view, at) => view.getFloat64(at, true),
  },
  6: { 8: (view, at) => aLaw(view.getUint8(at)) / 2 ** 15 },
  7: { 8: (view, at) => muLaw(view.getUint8(at)) / 2 ** 15 },
};

/** Codings that cannot be read. Others have a number only. */
const NAMES: Readonly<Record<number, string>> = {
  0x02: 'Microsoft ADPCM',
  0x11: 'IMA ADPCM',
  0x31: 'GSM 6.10',
  0x40: 'G.721 ADPCM',
  0x45: 'G.726 ADPCM',
  0x50: 'MPEG',
  0x55: 'MP3',
  0xff: 'AAC',
  0x161: 'Windows Media Audio',
  0xf1ac: 'FLAC',
};

export const codingName = (coding: number): string | undefined => NAMES[coding];

/** G.711: a sign, 3 bits of exponent and 4 of fraction, all inverted; as a number of 16 bits. */
function muLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const size = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return bits & 0x80 ? -size : size;
}

/** G.711: the same with every second bit inverted, and evenly spaced near zero; as a number of 16 bits. */
function aLaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const step = ((bits & 15) << 4) + 8;
  const size = exponent === 0 ? step : (step + 256) << (exponent - 1);
  return bits & 0x80 ? size : -size;
}
