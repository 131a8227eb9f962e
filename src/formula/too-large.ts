import { FormulaError } from './error';
import { formulaMessages as say } from './messages';

/** A formula, or a derivative of it, has too many parts. The caller, who knows the text, turns this into a `FormulaError`. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Reads a formula.
 * @throws {FormulaError} where it is too large
 */
export function refusingTooLarge<Result>(text: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new FormulaError(say('tooLarge'), text, 0, text.length);
  }
}
