import { formatNumber } from '../../charts/kit';
import { listSign } from '../../words/numbers';

/** The colours of what has the size of the input, of the hidden layer and of the output. */
export const SIZE_COLORS = { s: '--gd-minimum-4', t: '--gd-minimum-3', u: '--gd-minimum-5' } as const;
export type Size = keyof typeof SIZE_COLORS;

/** The colours of a grid's lines: along the first input and along the second. */
export const LINE_COLORS = ['--gd-minimum-2', '--gd-minimum-1'] as const;

export const subscript = (...indices: number[]): string => indices.map((index) => '₀₁₂₃₄₅₆₇₈₉'[index]).join('');
export const short = (value: number): string => formatNumber(value);
/** A number in a product or a sum. */
export const inFormula = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));
export const listed = (values: readonly number[]): string => `(${values.map(short).join(`${listSign()} `)})`;
export const rowsText = (rows: readonly (readonly number[])[]): string => rows.map(listed).join('; ');
