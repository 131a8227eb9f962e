/** The interface in a page's own language. */
import type { english } from './english';
import { setWords as set } from './set-words';
import type { Plural } from './words';

type TextLike<T> = T extends string ? string : string | Plural;

/** Texts by section and key, any part of those of `english` in `descent-lab/words`. */
export type Words = {
  readonly [Name in keyof typeof english]?: {
    readonly [Key in keyof (typeof english)[Name]]?: TextLike<(typeof english)[Name][Key]>;
  };
};

export interface WordsOptions {
  /** The language of the texts, as in `lang`: it decides the forms of plurals and how numbers are written. Left out, that of the page. */
  locale?: string;
  words?: Words;
}

/**
 * Puts a page's own texts in the place of the English ones, in all elements at once; what its table lacks stays English.
 * Each call stands for itself: without arguments it takes all texts back.
 *
 * @throws {Error} naming the section or key that there is not, the placeholder that a text misses or that it should not have
 */
export const setWords: (options?: WordsOptions) => void = set;
export type { Plural };
