/**
 * Texts for people, apart from the language they are said in: a message is a section, a key and values, and the English
 * text stands where it is defined. The part that shows a message says it in the page's language (`words/`); a program that
 * catches an error reads the English one.
 *
 * A text is a string with `{placeholders}`, or, where a number decides its form, one string for each plural category of
 * the language; the number is then the value `count`. Where there are several numbers, a word goes with one of them:
 * `{steps} {steps|step|steps}` has the form for one step and the form for others; a language with more categories names
 * them, as in `{steps|one=krok|few=kroki|other=kroków}`. Texts are never markup.
 */
export type Text = string | Plural;
export type Plural = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string };
export type Section = Readonly<Record<string, Text>>;

/** The value of a placeholder; a number is written as a count, with thin spaces between thousands. */
export type Value = string | number | Message | Several;

/** Several values in a row. */
export interface Several {
  readonly parts: readonly (Message | string)[];
  readonly between: string;
}

/** A text with its values. Plain data: workers can hand it to their page. */
export interface Message {
  readonly section: string;
  readonly key: string;
  readonly values?: Readonly<Record<string, Value>>;
}

type PlaceholdersIn<T extends string> = T extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | PlaceholdersIn<Rest>
  : never;
type FormsOf<T extends Text> = T extends string ? T : T extends Plural ? T[keyof T] & string : never;
type ValuesOf<T extends Text> = {
  [Name in PlaceholdersIn<FormsOf<T>>]: T extends string ? Value : Name extends 'count' ? number : Value;
};
/** What a text takes besides its key. */
export type ArgumentsOf<T extends Text> = [PlaceholdersIn<FormsOf<T>>] extends [never]
  ? T extends string
    ? []
    : [values: { count: number }]
  : [values: T extends string ? ValuesOf<T> : ValuesOf<T> & { count: number }];

/** Makes messages of a section. */
export interface Messages<S extends Section = Section> {
  <Key extends keyof S & string>(key: Key, ...values: ArgumentsOf<S[Key]>): Message;
  readonly section: string;
  readonly english: S;
}

const catalog = new Map<string, Section>();
const listeners = new Set<(section: string) => void>();

/** Defines a section by its English texts, or a part of it: a section may be defined in several places. */
export function defineMessages<const S extends Section>(section: string, english: S): Messages<S> {
  const known = catalog.get(section);
  catalog.set(section, known ? { ...known, ...english } : english);
  for (const listener of listeners) listener(section);
  const message = (key: string, values?: Message['values']): Message => ({ section, key, ...(values && { values }) });
  return Object.assign(message, { section, english }) as unknown as Messages<S>;
}

/** The English texts of a section, once the module that defines it has been loaded. */
export function sectionOf(name: string): Section | undefined {
  return catalog.get(name);
}

/** All sections that have been loaded. */
export function allSections(): ReadonlyMap<string, Section> {
  return catalog;
}

/** Calls back whenever a section, or a part of one, is defined from now on. */
export function onSection(listener: (section: string) => void): void {
  listeners.add(listener);
}

/** A value by its name, or a word that goes with it. */
export const PLACEHOLDER = /\{(\w+)(?:\|([^{}]*))?\}/g;

/** Puts a message's values into a text; `valueText` says how each value is written. */
export function fill(
  { section, key, values = {} }: Message,
  text: Text | undefined,
  locale: string,
  valueText: (value: Value) => string,
): string {
  if (text === undefined) throw new Error(`there is no text "${section}.${key}"`);
  const categoryOf = (value: Value) => rulesOf(locale).select(Number(String(value).replace(/\s/g, '')));
  const form = typeof text === 'string' ? text : (text[categoryOf(values.count)] ?? text.other);
  return form.replace(PLACEHOLDER, (_, name: string, forms?: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the text "${section}.${key}" misses its value {${name}}`);
    return forms === undefined ? valueText(value) : formOf(forms.split('|'), categoryOf(value));
  });
}

/** The word among those of a text that goes with numbers of a plural category. */
function formOf(forms: readonly string[], category: string): string {
  const named = forms.find((form) => form.startsWith(`${category}=`));
  return (named ?? (category === 'one' ? forms[0] : forms.at(-1)!)).replace(/^\w+=/, '');
}

/** A message in English. */
export function inEnglish(message: Message): string {
  const valueText = (value: Value): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return countText(value);
    return 'parts' in value ? value.parts.map(valueText).join(value.between) : inEnglish(value);
  };
  return fill(message, catalog.get(message.section)?.[message.key], 'en', valueText);
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
