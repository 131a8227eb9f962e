/** Rows that are convolved in one go: with what they need besides, they fit into a processor's fast memory. */
export const ROWS = 4096;

/** About a millisecond's multiply-adds. */
const PRODUCTS_BETWEEN_PAUSES = 2_000_000;
/** What a sample costs besides its products, in products. */
const PRODUCTS_PER_SAMPLE = 4;

/** Says when a convolution that runs in a worker should look up. */
export class SampleClock {
  private products = 0;

  constructor(private readonly taps: number) {}

  /** Counts samples that were convolved. */
  isTimeToPause(samples: number): boolean {
    this.products += samples * (this.taps + PRODUCTS_PER_SAMPLE);
    if (this.products < PRODUCTS_BETWEEN_PAUSES) return false;
    this.products = 0;
    return true;
  }
}
