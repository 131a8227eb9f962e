import type { ExpressionName, Letter } from '../../math/matrix-expressions';

/** The colours of sizes. */
export const SIZE_COLORS: Readonly<Record<string, string>> = {
  n: '--gd-minimum-4',
  m: '--gd-minimum-3',
  '1': '--gd-text',
};

/** How letters are written: matrices as capitals. */
export function written(expression: ExpressionName, letter: Letter): string {
  const isMatrix =
    letter === 'a' || (expression === 'affine' && letter === 'w') || (expression === 'least-squares' && letter === 'x');
  return isMatrix ? letter.toUpperCase() : letter;
}

/** Each expression as a text. */
export const EXPRESSION_TEXTS: Readonly<Record<ExpressionName, string>> = {
  quadratic: 'x′(Ax + z)',
  example: '(w′x − y)²/2',
  'least-squares': '|Xw − y|²/2',
  affine: '|Wx + b − y|²',
};
