import { indexBelow, randomWords } from './random';

/** What examples are drawn for. A draw for another purpose adds a number of its own. See `STREAM_STARTS` in `starts.ts`. */
export const STREAM_EXAMPLES = 64;

/** The draws of one replica after the other. Draw number d is the same whatever is drawn beside it; two draws come of one counter. */
export class Draws {
  readonly #words = new Uint32Array(2);
  #replica = 0;
  #drawn = 0;

  constructor(
    private readonly seed: number,
    private readonly stream: number,
  ) {}

  /** Begins at the first draw of a replica. */
  begin(replica: number): void {
    this.#replica = replica;
    this.#drawn = 0;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    const half = this.#drawn % 2;
    if (half === 0) randomWords(this.seed, this.stream, this.#replica, this.#drawn / 2, this.#words);
    this.#drawn++;
    return indexBelow(this.#words[half], count);
  }
}

/** How many examples a batch has that is drawn without replacement, at most: each draw looks through those before it. */
export const MOST_WITHOUT_REPLACEMENT = 64;

/**
 * Draws a batch of examples of `count`, as many as `batch` has room for.
 *
 * Without replacement by Floyd's algorithm (J. Bentley, R. W. Floyd, "A sample of brilliance", CACM 30, 1987): as many
 * draws as examples, and no permutation is kept. Every set of examples comes up with the same probability.
 */
export function drawBatch(draws: Draws, count: number, replacement: boolean, batch: Uint32Array): void {
  for (let i = 0; i < batch.length; i++) {
    if (replacement) {
      batch[i] = draws.below(count);
      continue;
    }
    const last = count - batch.length + i;
    const drawn = draws.below(last + 1);
    let isTaken = false;
    for (let j = 0; j < i; j++) isTaken ||= batch[j] === drawn;
    batch[i] = isTaken ? last : drawn;
  }
}
