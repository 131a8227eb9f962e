import { filled, integer } from '../check';
import type { CoverageTask } from './task';

/** A set of as many bits has room in the memory that a GPU's workgroup shares, on every device. */
const MOST_EXAMPLES = 100_000;
const MOST_EPOCHS = 1_000_000;

/**
 * Checks what any engine relies on.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateCoverage({ examples, epochs, seed }: CoverageTask): void {
  filled('examples', examples, 'at least one number of examples');
  examples.forEach((count, i) => integer(`examples[${i}]`, count, 1, MOST_EXAMPLES));
  integer('epochs', epochs, 1, MOST_EPOCHS);
  integer('seed', seed, 0, 2 ** 32 - 1);
}
