const MINUS = '−';

/**
 * A number for people: `digits` significant digits, no needless zeros, a proper minus sign, and powers of ten where
 * plain digits would be long: `0.0995`, `−12`, `2.5×10⁻⁷`.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS}∞` : '∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-4 && Number(size.toPrecision(digits)) < 10 ** Math.max(6, digits)) {
    // Digits before the point are never rounded away.
    return (size >= 10 ** (digits - 1) ? value.toFixed(0) : String(Number(value.toPrecision(digits)))).replace('-', MINUS);
  }
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${short.replace('-', MINUS)}×10${superscript(Number(exponent))}`;
}

/** A count with thin spaces between thousands from 10,000 on, as in `10 000`. */
export function formatCount(count: number): string {
  const digits = String(Math.round(count));
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** A fraction as a percentage; what is not quite nothing or everything never reads as `0 %` or `100 %`. */
export function formatShare(fraction: number): string {
  if (!(fraction > 0)) return '0\u202f%';
  if (fraction < 0.0005) return '<\u202f0.1\u202f%';
  if (fraction < 1 && fraction >= 0.9995) return '>\u202f99.9\u202f%';
  return `${Number((100 * fraction).toFixed(1))}\u202f%`;
}

/** How far a measured number is from the predicted one, relative: `+0.3 %`. */
export function formatDeviation(measured: number, predicted: number): string {
  const percent = 100 * (measured / predicted - 1);
  if (Math.abs(percent) < 0.05) return '±0.0\u202f%';
  return `${percent < 0 ? MINUS : '+'}${Math.abs(percent).toFixed(1)}\u202f%`;
}

/** A name with what it is a name of, unless it says so itself: `item 12`. */
export function called(what: string, name: string): string {
  return name.toLowerCase().startsWith(what) ? name : `${what} ${name}`;
}

function superscript(integer: number): string {
  return String(integer).replace(/./g, (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]));
}
