import { formatGiven, formatNumber } from '../../charts/kit';
import { listSign } from '../../words/numbers';

export const format = (value: number) => formatNumber(value);

/** Numbers that were given, as a part of a sentence: none is told as another one. */
export const listedGiven = (values: readonly number[]): string => values.map(formatGiven).join(`${listSign()} `);

/** Numbers as a part of a sentence. */
export const listed = (values: readonly number[]): string =>
  values.map((value) => format(value)).join(`${listSign()} `);

/** The colour of a class: there are six, and then the first again. */
export const classColor = (i: number): string => `--gd-minimum-${1 + (i % 6)}`;

export const subscript = (index: number): string =>
  String(index).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
