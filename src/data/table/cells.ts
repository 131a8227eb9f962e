import type { NumberFormat } from './dialect';
import { numberIn } from './number-text';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** The text of some bytes in UTF-8, without its mark, or else, as Excel saves it in the west, in windows-1252. */
export function textAt(data: Uint8Array, start: number, end: number): string {
  const bytes = data.subarray(start, end);
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

/** The text of a piece of a line, without spaces around it, as it is put into messages. */
export function quoted(data: Uint8Array, start: number, end: number): string {
  return inQuotes(textAt(data, start, end));
}

export const inQuotes = (text: string): string => `'${shortened(text)}'`;

/** The same of a cell. */
export const inMarks = (cell: string): string => `“${shortened(cell)}”`;

function shortened(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 40 ? `${trimmed.slice(0, 39)}…` : trimmed;
}

/** These and a power of ten up to 10^22 are known exactly, so one division rounds once, as it should. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** The number that stands there; NaN for anything else, among it what is no finite number. */
export function numberAt(data: Uint8Array, start: number, end: number, format: NumberFormat): number {
  const decimal = format.decimal === ',' ? 0x2c : 0x2e;
  const sign = data[start];
  const isSigned = sign === 0x2d || sign === 0x2b;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (let p = isSigned ? start + 1 : start; p < end; p++) {
    const digit = data[p] - 0x30;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (decimals < 0 && data[p] === decimal) decimals = 0;
    else return numberIn(textAt(data, start, end), format);
  }
  if (digits === 0) return NaN;
  if (digits > EXACT_DIGITS) return numberIn(textAt(data, start, end), format);
  if (sign === 0x2d) mantissa = -mantissa;
  return decimals > 0 ? mantissa / POWERS_OF_TEN[decimals] : mantissa;
}
