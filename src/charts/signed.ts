import { color } from './kit';

/** Numbers below and above 0. */
export const NEGATIVE = '--gd-minimum-1';
export const POSITIVE = '--gd-minimum-2';

/** So strong that the usual ink can still be read on it, on light and dark pages. */
const STRONGEST = 55;

/** The CSS value of a number's colour: none at 0, the stronger the nearer it is to `most` in size. */
export function signedColor(value: number, most: number): string {
  const share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
  const percent = Math.round(STRONGEST * share * 10) / 10;
  return `color-mix(in oklab, ${color(value < 0 ? NEGATIVE : POSITIVE)} ${percent}%, ${color('--gd-surface')})`;
}
