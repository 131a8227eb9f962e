import { formatNumber } from './kit';
import { listSign } from '../words/numbers';

/** How numbers of small matrices stand in texts. */

export const subscript = (...indices: number[]): string => indices.map((index) => '₀₁₂₃₄₅₆₇₈₉'[index]).join('');
export const short = (value: number): string => formatNumber(value);
/** A number in a product or a sum. */
export const inFormula = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));
export const listed = (values: readonly number[]): string => `(${values.map(short).join(`${listSign()} `)})`;
export const rowsText = (rows: readonly (readonly number[])[]): string => rows.map(listed).join('; ');
