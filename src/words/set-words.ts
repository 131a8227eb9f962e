import { SECTIONS } from '../generated/sections';
import { canonical, PLACEHOLDER, replaceWords, sectionOf, type Section, type Text } from './words';

export type SectionName = keyof typeof SECTIONS;
/** Texts by section and key, any part of those of `english` in `descent-lab/words`. */
export type Words = { readonly [Name in SectionName]?: Section };

/**
 * Puts texts of a page's own in the place of the English ones; what the table lacks stays English. Each call stands for
 * itself: texts that were set before and are not in this one's table are English again. Every element on the page
 * speaks the new language at once.
 *
 * @param options.locale the language of the texts, which decides the forms of plurals and how numbers are written; that
 *   of the page (`<html lang>`) where nothing is said
 * @throws {Error} naming the section or key that there is not, the placeholder that a text misses or that it should not have
 */
export function setWords({ locale, words = {} }: { locale?: string; words?: Words } = {}): void {
  if (locale !== undefined && canonical(locale) === undefined)
    throw new RangeError(`"${locale}" is no language tag, such as de or pt-BR`);
  for (const copy of copies) copy.check(words);
  // What is done to the page's object later on has not been checked.
  for (const copy of copies) copy.replace(structuredClone(words), locale);
}

interface Copy {
  check: (words: Words) => void;
  replace: (words: Words, locale: string | undefined) => void;
}

/** Every copy of this module that the page has loaded: the elements are one copy's, whichever a page asks. */
const copies = ((globalThis as { [key: symbol]: Set<Copy> | undefined })[Symbol.for('descent-lab.words')] ??=
  new Set());

copies.add({ check: checkAll, replace: (words, locale) => replaceWords(words, locale, check) });

function checkAll(words: Words): void {
  for (const [name, given] of Object.entries(words)) {
    if (!Object.hasOwn(SECTIONS, name))
      throw new Error(`there is no section "${name}" of words (there are ${Object.keys(SECTIONS).join(', ')})`);
    const english = sectionOf(name);
    if (given && english) check(name, given, english);
  }
}

/** Checks what can be checked: a section that is still being loaded may have keys that are not known yet. */
function check(section: string, given: Section, english: Section): void {
  const isComplete = Object.keys(english).length >= SECTIONS[section as SectionName];
  for (const [key, text] of Object.entries(given)) {
    const name = `"${section}.${key}"`;
    if (!Object.hasOwn(english, key)) {
      if (isComplete) throw new Error(`there is no text ${name}`);
      continue;
    }
    const original = english[key];
    if (typeof text !== 'string' && typeof original === 'string') throw new Error(`the text ${name} has one form only`);
    if (typeof text !== 'string' && typeof text?.other !== 'string')
      throw new Error(`the text ${name} misses its form "other"`);
    const wanted = placeholdersOf(original);
    for (const form of formsOf(text)) {
      const found = placeholdersOf(form);
      const unknown = [...found].find((placeholder) => !wanted.has(placeholder));
      if (unknown)
        throw new Error(
          `the text ${name} has {${unknown}}, which there is not (there are ${[...wanted].map((placeholder) => `{${placeholder}}`).join(', ') || 'none'})`,
        );
      // A form may say its number in a word, or leave it out.
      const missing = [...wanted].find(
        (placeholder) => !found.has(placeholder) && !(placeholder === 'count' && typeof original !== 'string'),
      );
      if (missing) throw new Error(`the text ${name} misses {${missing}}`);
    }
  }
}

function formsOf(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

function placeholdersOf(text: Text): Set<string> {
  return new Set(formsOf(text).flatMap((form) => Array.from(form.matchAll(PLACEHOLDER), ([, name]) => name)));
}
