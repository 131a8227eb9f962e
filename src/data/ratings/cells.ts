const decoder = new TextDecoder();

/** The text of a piece of a line, without spaces around it, as it is put into messages. */
export function quoted(data: Uint8Array, start: number, end: number): string {
  const text = textAt(data, start, end).trim();
  return `'${text.length > 40 ? `${text.slice(0, 39)}…` : text}'`;
}

export function textAt(data: Uint8Array, start: number, end: number): string {
  return decoder.decode(data.subarray(start, end));
}

/** These and a power of ten up to 10^22 are known exactly, so one division rounds once, as it should. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** The plain decimal number that stands there; NaN for anything else, among it what is no finite number. */
export function numberAt(data: Uint8Array, start: number, end: number, takesComma: boolean): number {
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
    } else if (decimals < 0 && (data[p] === 0x2e || (takesComma && data[p] === 0x2c))) decimals = 0;
    else return numberIn(textAt(data, start, end), takesComma);
  }
  if (digits === 0) return NaN;
  if (digits > EXACT_DIGITS) return numberIn(textAt(data, start, end), takesComma);
  const size = decimals > 0 ? mantissa / POWERS_OF_TEN[decimals] : mantissa;
  return sign === 0x2d ? -size : size;
}

/** The same for a text. */
export function numberIn(text: string, takesComma: boolean): number {
  const plain = (takesComma ? text.replace(',', '.') : text).trim().replace(/^\u2212/, '-');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
