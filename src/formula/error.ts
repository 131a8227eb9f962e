import { CodedError } from '../messages';
import type { Message } from '../messages';

/** What is wrong with a formula, in words for the person who typed it. */
export class FormulaError extends CodedError {
  override readonly name = 'FormulaError';

  /**
   * @param message what is wrong and where, characters counted from 1
   * @param text the formula
   * @param position where the trouble starts: an index into `text`, from 0; `text.length` is the end
   * @param length how many characters it spans; 0 at the end
   */
  constructor(
    message: Message | string,
    readonly text: string,
    readonly position: number,
    readonly length: number,
  ) {
    super(message);
  }
}
