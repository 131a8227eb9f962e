import { countText, currentLocale } from './words';

/** How a language writes numbers. */
interface Notation {
  /** What stands between the whole part and the fraction. */
  decimal: string;
  isRightToLeft: boolean;
}

const notations = new Map<string, Notation>();
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

function notation(): Notation {
  const locale = currentLocale();
  let found = notations.get(locale);
  if (!found) {
    // The digits stay 0 to 9 in all languages, as they are in formulas, exponents and what people type into attributes.
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
    const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
    notations.set(
      locale,
      (found = { decimal, isRightToLeft: RIGHT_TO_LEFT.has(new Intl.Locale(locale).maximize().script ?? '') }),
    );
  }
  return found;
}

const ISOLATE = '\u2066';
const END = '\u2069';

/** A number for people, written with a point, as the page's language writes it: `0.25` becomes `0,25` in German. */
export function localized(numeral: string): string {
  const { decimal, isRightToLeft } = notation();
  const text = decimal === '.' ? numeral : numeral.replace(/(\d)\.(\d)/g, `$1${decimal}$2`);
  // Signs, powers and percents would change their sides among words that run from right to left.
  return isRightToLeft && !/^[\d.,\u202f]*$/.test(text) ? `${ISOLATE}${text}${END}` : text;
}

/** What stands between the numbers of a list: no comma where that is the decimal sign. */
export function listSign(): string {
  return notation().decimal === ',' ? ';' : ',';
}

/** MathML in English notation with its numbers and lists as the page's language writes them. */
export function localizedMathML(markup: string): string {
  return markup
    .replace(/<mn>([^<]*)<\/mn>/g, (_, numeral: string) => `<mn>${localized(numeral)}</mn>`)
    .replaceAll('<mo separator="true">,</mo>', `<mo separator="true">${listSign()}</mo>`);
}

/** How many characters of a text are seen. */
export function visibleLength(text: string): number {
  return text.replace(/[\u2066\u2069]/g, '').length;
}

/** A count with thin spaces between thousands from 10,000 on, as in `10 000`, in every language: they cannot be taken for a decimal sign. */
export function formatCount(count: number): string {
  return localized(countText(count));
}
