/** A formula, or a derivative of it, has too many parts. Whoever knows the text turns this into a `FormulaError`. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
