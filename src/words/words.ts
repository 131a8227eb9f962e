import type { SectionName } from './set-words';

/**
 * Every word that an element shows or speaks, by section and key, and the way to say it in another language.
 *
 * A text is a string with `{placeholders}`, or, where a number decides its form, one string for each plural category that
 * the language has; the number is then the value `count`. Texts are never markup: they come to stand in text nodes and
 * attributes only.
 */
export type Text = string | Plural;
export type Plural = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string };
export type Section = Readonly<Record<string, Text>>;
export type Table = Readonly<Record<string, Section | undefined>>;

/** Throws for a text that cannot stand in the place of the English one. */
export type Check = (name: string, given: Section, english: Section) => void;

/** What stands in the place of a placeholder; a number is written as a count, with the page's separators. */
export type Value = string | number | Message | Several;

/** Several things that stand one after the other. */
export interface Several {
  readonly parts: readonly (Message | string)[];
  readonly between: string;
}

/** Something to be said in whatever language is in force when it is. Plain data: workers can hand it to their page. */
export interface Message {
  readonly section: string;
  readonly key: string;
  readonly values?: Readonly<Record<string, Value>>;
}

type PlaceholdersIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;
type FormsOf<T extends Text> = T extends string ? T : T extends Plural ? T[keyof T] & string : never;
type ValuesOf<T extends Text> = {
  [Name in PlaceholdersIn<FormsOf<T>>]: T extends string ? Value : Name extends 'count' ? number : Value;
};
type ArgumentsOf<T extends Text> = [PlaceholdersIn<FormsOf<T>>] extends [never]
  ? T extends string
    ? []
    : [values: { count: number }]
  : [values: T extends string ? ValuesOf<T> : ValuesOf<T> & { count: number }];

/** Says a section's texts. */
export interface Say<S extends Section = Section> {
  <Key extends keyof S & string>(key: Key, ...values: ArgumentsOf<S[Key]>): string;
  /** The same as a message, to be said later or elsewhere. */
  later<Key extends keyof S & string>(key: Key, ...values: ArgumentsOf<S[Key]>): Message;
  /** The same in English: for what is stored, and read by programs. */
  inEnglish<Key extends keyof S & string>(key: Key, ...values: ArgumentsOf<S[Key]>): string;
  readonly section: SectionName;
  /** The section as it is in English. */
  readonly english: S;
}

const ENGLISH = 'en';

const sections = new Map<string, Section>();
const listeners = new Set<() => void>();
let replaced: Table = {};
let askedLocale: string | undefined;
let pageLocale = ENGLISH;
let version = 0;
/** What looks at a page's texts of a section that is loaded after they were set. */
let checkLate: Check | undefined;

/** Defines a section: its English texts. */
export function defineWords<const S extends Section>(name: SectionName, english: S): Say<S> {
  sections.set(name, english);
  const given = replaced[name];
  if (given) {
    try {
      checkLate?.(name, given, english);
    } catch (error) {
      replaced = { ...replaced, [name]: undefined };
      // The page's mistake is not the element's: it is told as any uncaught error is, and the element speaks English.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
  const later = (key: string, values?: Message['values']): Message => ({
    section: name,
    key,
    ...(values && { values }),
  });
  const say = (key: string, values?: Message['values']) => spell(later(key, values));
  return Object.assign(say, {
    later,
    inEnglish: (key: string, values?: Message['values']) => fill(later(key, values), english[key], ENGLISH),
    section: name,
    english,
  }) as unknown as Say<S>;
}

/** A message in the language in force. */
export function spell(message: Message): string {
  const { section, key } = message;
  const own = replaced[section]?.[key];
  // Where the page's table lacks a text, the English one goes by English plurals.
  return own === undefined ? fill(message, sections.get(section)?.[key], ENGLISH) : fill(message, own, currentLocale());
}

function fill({ section, key, values = {} }: Message, text: Text | undefined, locale: string): string {
  if (text === undefined) throw new Error(`there is no text "${section}.${key}"`);
  const form = typeof text === 'string' ? text : formOf(text, Number(values.count), locale);
  return form.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the text "${section}.${key}" misses its value {${name}}`);
    return valueText(value);
  });
}

export const PLACEHOLDER = /\{(\w+)\}/g;

/** A value as it stands in a text. */
export function valueText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return countText(value);
  return 'parts' in value ? value.parts.map(valueText).join(value.between) : spell(value);
}

function formOf(text: Plural, count: number, locale: string): string {
  return text[rulesOf(locale).select(count)] ?? text.other;
}

const rules = new Map<string, Intl.PluralRules>();

function rulesOf(locale: string): Intl.PluralRules {
  let found = rules.get(locale);
  if (!found) rules.set(locale, (found = new Intl.PluralRules(locale)));
  return found;
}

/** A whole number with thin spaces between thousands from 10,000 on, as in `10 000`. */
export function countText(count: number): string {
  const digits = String(Math.round(count));
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** Puts a table, which has been checked, in the place of the one before. */
export function replaceWords(table: Table, locale: string | undefined, check: Check): void {
  replaced = table;
  askedLocale = locale;
  checkLate = check;
  changed();
}

/** The English texts of a section, as far as it has been loaded. */
export function sectionOf(name: string): Section | undefined {
  return sections.get(name);
}

/** The language that numbers are written in, and plurals go by. */
export function currentLocale(): string {
  return askedLocale ?? pageLocale;
}

/** The language that an element's texts are in, if it is another one than the page's: screen readers need to know. */
export function foreignLanguage(): string | undefined {
  const spoken = Object.keys(replaced).length > 0 ? currentLocale() : ENGLISH;
  const primary = (locale: string) => locale.split('-')[0];
  return primary(spoken) === primary(pageLocale) ? undefined : spoken;
}

/** Takes note of the page's language, as its `lang` says; what is no language is English. */
export function setPageLocale(lang: string): void {
  const locale = canonical(lang) ?? ENGLISH;
  if (locale === pageLocale) return;
  pageLocale = locale;
  changed();
}

/** A language tag as it is to be written; undefined for what is none. */
export function canonical(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang.trim())[0];
  } catch {
    return undefined;
  }
}

function changed(): void {
  version++;
  for (const listener of [...listeners]) listener();
}

/** A number that is another one once words or language have changed: what is drawn or kept under an old one is out of date. */
export function wordsVersion(): number {
  return version;
}

/** Calls back whenever words or language have changed; returns what ends that. */
export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
