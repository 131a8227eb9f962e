import { threefry } from '../../math/random';

/** What the seed is used for, as the second word of the key. */
const SHUFFLE = 0x5f0e;

/** The order in which an epoch takes the rows, by Fisher and Yates; epochs count from 1. */
export function orderOf(rows: number, seed: number, epoch: number, into = new Uint32Array(rows)): Uint32Array {
  for (let i = 0; i < rows; i++) into[i] = i;
  for (let i = rows - 1; i > 0; i--) {
    const [word] = threefry([seed, SHUFFLE], [i, epoch]);
    const j = Math.floor((word * (i + 1)) / 2 ** 32);
    [into[i], into[j]] = [into[j], into[i]];
  }
  return into;
}
