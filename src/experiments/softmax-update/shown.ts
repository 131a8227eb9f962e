import { formatNumber } from '../../charts/kit';
import { listSign } from '../../words/numbers';
import { say } from './words';

/** The colours of the classes. */
export const CLASS_COLORS = Array.from({ length: 6 }, (_, j) => `--gd-minimum-${j + 1}`);

export const subscript = (...indices: number[]): string => indices.map((index) => '₀₁₂₃₄₅₆₇₈₉'[index]).join('');
export const short = (value: number): string => formatNumber(value);
/** A number in a product or a sum. */
export const inFormula = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));
export const listed = (values: readonly number[]): string => `(${values.map(short).join(`${listSign()} `)})`;
export const rowsText = (rows: readonly (readonly number[])[]): string => rows.map(listed).join('; ');
export const classNames = (count: number): string[] =>
  Array.from({ length: count }, (_, label) => say('class', { label: String(label) }));
