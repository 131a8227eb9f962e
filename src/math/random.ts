/**
 * Threefry-2x32 with 20 rounds: a counter-based generator of random 32-bit words.
 *
 * Any word of any stream can be had at once, in any order, so thousands of threads draw without sharing a state.
 * It uses only 32-bit additions, rotations and exclusive-ors, which WGSL and JavaScript have alike: `shaders/random.wgsl`
 * gives the same words, bit for bit.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
 *
 * @param key two words that name the stream, e.g. a seed and a purpose
 * @param counter two words that name the draw
 * @returns two independent words, uniform over 0 .. 2^32 - 1
 */
export function threefry(key: readonly [number, number], counter: readonly [number, number]): [number, number] {
  const keys = [key[0] >>> 0, key[1] >>> 0, (PARITY ^ key[0] ^ key[1]) >>> 0];
  let x = (counter[0] + keys[0]) | 0;
  let y = (counter[1] + keys[1]) | 0;
  for (let round = 0; round < 20; round++) {
    x = (x + y) | 0;
    const r = ROTATIONS[round % 8];
    y = ((y << r) | (y >>> (32 - r))) ^ x;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x = (x + keys[injection % 3]) | 0;
      y = (y + keys[(injection + 1) % 3] + injection) | 0;
    }
  }
  return [x >>> 0, y >>> 0];
}

const PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];

/** A word as a number in [0, 1) with 24 random bits, which float32 and float64 both hold exactly. */
export function unitInterval(word: number): number {
  return (word >>> 8) * 2 ** -24;
}
