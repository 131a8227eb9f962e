import { formatNumber } from '../../charts/kit';
import { listed, short } from '../../charts/matrix-text';

/** `y = 1.3 + 0.9 x`; without points its numbers. */
export function modelText(w: readonly number[], isLine: boolean): string {
  if (!isLine) return `w = ${listed(w)}`;
  return `y = ${short(w[0])} ${w[1] < 0 ? '−' : '+'} ${short(Math.abs(w[1]))} x`;
}

export const MOST_COLOR = '--gd-minimum-2';
export const GIVEN_COLOR = '--gd-minimum-1';

/** A log-likelihood, with the digits that tell it from others near the maximum. */
export const logText = (value: number): string => formatNumber(value, 6);
