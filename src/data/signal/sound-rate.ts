const MP3_RATES = [44_100, 48_000, 32_000];
/** By the two bits that state the version of MPEG: 2.5, none, 2 and 1. */
const MP3_DIVISORS = [4, undefined, 2, 1];
const OPUS_RATE = 48_000;

/**
 * How many samples a second a sound has by its header: of FLAC, Ogg and MP3, which say it at their beginning; undefined for
 * others.
 */
export function statedRate(bytes: Uint8Array): number | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const flac = head.indexOf('fLaC');
    if (flac >= 0) return view.getUint32(flac + 18) >>> 12;
    const vorbis = head.indexOf('\x01vorbis');
    if (vorbis >= 0) return view.getUint32(vorbis + 12, true);
    if (head.includes('OpusHead')) return OPUS_RATE;
    return mp3Rate(view, head.startsWith('ID3') ? 10 + tagSize(view) : 0);
  } catch {
    // It ends within its header.
    return undefined;
  }
}

/** Seven bits in each of four bytes. */
const tagSize = (view: DataView) => [6, 7, 8, 9].reduce((size, at) => size * 128 + view.getUint8(at), 0);

/** From the header of the first frame: eleven ones, version, layer, and after a byte's half the rate. */
function mp3Rate(view: DataView, at: number): number | undefined {
  const [sync, index] = [view.getUint16(at), (view.getUint8(at + 2) >> 2) & 3];
  const [divisor, layer] = [MP3_DIVISORS[(sync >> 3) & 3], (sync >> 1) & 3];
  const rate = MP3_RATES[index] as number | undefined;
  return sync >> 5 === 0x7ff && layer !== 0 && divisor && rate ? rate / divisor : undefined;
}
