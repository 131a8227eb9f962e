import {
  countText,
  defineMessages,
  fill,
  inEnglish,
  onSection,
  sectionOf,
  type ArgumentsOf,
  type Message,
  type Section,
  type Text,
  type Value,
} from '../messages';

/** The language of the interface: what is said stands in `messages`; here it is said in the page's own language. */
export { countText, PLACEHOLDER, sectionOf } from '../messages';
export type { Message, Plural, Section, Several, Text, Value } from '../messages';
export type Table = Readonly<Record<string, Section | undefined>>;

/** Throws for a text that cannot stand in the place of the English one. */
export type Check = (name: string, given: Section, english: Section) => void;

/** Says a section's texts. */
export interface Say<S extends Section = Section> {
  <Key extends keyof S & string>(key: Key, ...values: ArgumentsOf<S[Key]>): string;
  /** The same as a message, to be said later or elsewhere. */
  later<Key extends keyof S & string>(key: Key, ...values: ArgumentsOf<S[Key]>): Message;
  /** The same in English: for what is stored, and read by programs. */
  inEnglish<Key extends keyof S & string>(key: Key, ...values: ArgumentsOf<S[Key]>): string;
  readonly section: string;
  /** The section as it is in English. */
  readonly english: S;
}

const ENGLISH = 'en';

const listeners = new Set<() => void>();
let replaced: Table = {};
let askedLocale: string | undefined;
let pageLocale = ENGLISH;
let version = 0;
/** Checks a page's texts of a section that is loaded after they were set. */
let checkLate: Check | undefined;

onSection((name) => {
  const [given, english] = [replaced[name], sectionOf(name)];
  if (!given || !english) return;
  try {
    checkLate?.(name, given, english);
  } catch (error) {
    replaced = { ...replaced, [name]: undefined };
    changed();
    // The page's mistake is not the element's: it is reported as any uncaught error, and the element speaks English.
    queueMicrotask(() => {
      throw error;
    });
  }
});

/** Defines a section: its English texts. */
export function defineWords<const S extends Section>(name: string, english: S): Say<S> {
  const later = defineMessages(name, english) as unknown as (key: string, values?: Message['values']) => Message;
  const say = (key: string, values?: Message['values']) => spell(later(key, values));
  return Object.assign(say, {
    later,
    inEnglish: (key: string, values?: Message['values']) => inEnglish(later(key, values)),
    section: name,
    english,
  }) as unknown as Say<S>;
}

/** A message in the language in force. */
export function spell(message: Message): string {
  const { section, key } = message;
  const own: Text | undefined = replaced[section]?.[key];
  // Where the page's table lacks a text, the English one goes by English plurals.
  return own === undefined
    ? fill(message, sectionOf(section)?.[key], ENGLISH, valueText)
    : fill(message, own, currentLocale(), valueText);
}

/** A value as it stands in a text. */
export function valueText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return countText(value);
  return 'parts' in value ? value.parts.map(valueText).join(value.between) : spell(value);
}

/** Puts a table, which has been checked, in the place of the one before. */
export function replaceWords(table: Table, locale: string | undefined, check: Check): void {
  replaced = table;
  askedLocale = locale;
  checkLate = check;
  changed();
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

/** A number that changes whenever words or language do: what is drawn or kept under an old one is out of date. */
export function wordsVersion(): number {
  return version;
}

/** Calls back whenever words or language have changed; returns what ends that. */
export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
