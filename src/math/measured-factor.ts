/** How the factor is measured: the greatest of the last `width` distances against that of the `width` ones `over` steps before. */
export interface FactorWindow {
  width: number;
  over: number;
}

/** Plain descent: a mean over the last ten steps. */
export const PLAIN: FactorWindow = { width: 1, over: 10 };
/** With a memory the distance swings through 0, and a single one says nothing. */
export const SWINGING: FactorWindow = { width: 64, over: 64 };

/** Measures, side by side for many runs, by what factor a step multiplies the distance to a point before that is lost in rounding. */
export class MeasuredFactors {
  readonly #window: FactorWindow;
  readonly #lost: number;
  /** A ring of distances for each run. */
  readonly #distances: Float64Array;
  readonly #ring: number;
  /** How many distances were added to each ring. */
  readonly #added: Int32Array;
  /** How many of the last ones are lost in rounding. */
  readonly #quiet: Int32Array;

  /** @param lost a distance that is no larger is lost in rounding */
  constructor(runs: number, window: FactorWindow, lost: number) {
    this.#window = window;
    this.#lost = lost;
    this.#ring = window.over + 2 * window.width - 1;
    this.#distances = new Float64Array(runs * this.#ring);
    this.#added = new Int32Array(runs);
    this.#quiet = new Int32Array(runs);
  }

  /** Adds the next distance of a run; nothing once it is lost for as long as the window is wide. */
  add(run: number, distance: number): void {
    if (this.#quiet[run] >= this.#window.width) return;
    this.#distances[run * this.#ring + (this.#added[run]++ % this.#ring)] = distance;
    this.#quiet[run] = distance > this.#lost ? 0 : this.#quiet[run] + 1;
  }

  /** The geometric mean; null where there is no distance to begin with. */
  factor(run: number): number | null {
    // Up to the first one that is lost.
    const count = this.#added[run] - Math.max(0, this.#quiet[run] - 1);
    const width = Math.max(1, Math.min(this.#window.width, Math.floor(count / 2)));
    const over = Math.min(this.#window.over, count - width);
    const from = this.#greatest(run, count - width - over, width);
    const factor =
      over > 0 && from > this.#lost ? (this.#greatest(run, count - width, width) / from) ** (1 / over) : NaN;
    return Number.isNaN(factor) ? null : factor;
  }

  #greatest(run: number, first: number, length: number): number {
    let greatest = 0;
    for (let i = first; i < first + length; i++)
      greatest = Math.max(greatest, this.#distances[run * this.#ring + (i % this.#ring)]);
    return greatest;
  }
}
