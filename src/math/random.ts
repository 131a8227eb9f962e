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
  randomWords(key[0], key[1], counter[0], counter[1], pair);
  return [pair[0], pair[1]];
}

const PARITY = 0x1bd11bda;
const pair = new Uint32Array(2);

/** Writes the two words of `threefry` where there is room for them: for millions of draws, as it makes no objects. */
export function randomWords(
  firstKey: number,
  secondKey: number,
  first: number,
  second: number,
  words: Uint32Array,
): void {
  // Key words take turns: `a` was injected last, `b` and `c` come next.
  let [a, b, c] = [firstKey | 0, secondKey | 0, PARITY ^ firstKey ^ secondKey];
  let x = (first + a) | 0;
  let y = (second + b) | 0;
  for (let injection = 1; injection <= 5; injection++) {
    if (injection % 2 === 1) {
      x = (x + y) | 0;
      y = ((y << 13) | (y >>> 19)) ^ x;
      x = (x + y) | 0;
      y = ((y << 15) | (y >>> 17)) ^ x;
      x = (x + y) | 0;
      y = ((y << 26) | (y >>> 6)) ^ x;
      x = (x + y) | 0;
      y = ((y << 6) | (y >>> 26)) ^ x;
    } else {
      x = (x + y) | 0;
      y = ((y << 17) | (y >>> 15)) ^ x;
      x = (x + y) | 0;
      y = ((y << 29) | (y >>> 3)) ^ x;
      x = (x + y) | 0;
      y = ((y << 16) | (y >>> 16)) ^ x;
      x = (x + y) | 0;
      y = ((y << 24) | (y >>> 8)) ^ x;
    }
    x = (x + b) | 0;
    y = (y + c + injection) | 0;
    [a, b, c] = [b, c, a];
  }
  words[0] = x;
  words[1] = y;
}

/** A word as a number in [0, 1) with 24 random bits, which float32 and float64 both hold exactly. */
export function unitInterval(word: number): number {
  return (word >>> 8) * 2 ** -24;
}

/**
 * A whole number from 0 to `count` - 1: the high half of the product of a word and the count. Some numbers come up more
 * often than others by one part in 2^32 / count.
 */
export function indexBelow(word: number, count: number): number {
  return Math.floor((word * count) / 2 ** 32);
}
